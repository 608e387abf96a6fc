using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Policy.Linking;

/// <summary>Which rule packs apply: those the policy names; all of them when there is no policy that was read in full.</summary>
internal static class PackChoice
{
    public static IReadOnlyList<PolicyDocument> Of(Registry registry)
    {
        var files = registry.Of(DocumentFormat.Rules);
        if (registry.Policy?["packs"] is not ListNode)
        {
            return [.. files];
        }

        string[] uses = [.. registry.Policy.Maps("packs").Select(pack => pack.Text("use")).OfType<string>()];
        return [.. files.Where(file => uses.Any(use => IsPath(use) ? IsFile(use, file.Path) : use == KnownRules.PackOf(file)))];
    }

    public static bool IsPath(string use) => use.EndsWith(".yaml", StringComparison.Ordinal) || use.EndsWith(".yml", StringComparison.Ordinal);

    /// <summary>Paths in a policy are relative to its folder, which is rai/.</summary>
    public static bool IsFile(string use, string path) =>
        path.Equals("rai/" + (use.StartsWith("./", StringComparison.Ordinal) ? use.Substring(2) : use), StringComparison.Ordinal);
}
