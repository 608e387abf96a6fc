using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Cli.Schemas;

/// <summary>Words of the shipped tables that editors offer. Others stay allowed: an organization may have its own.</summary>
/// <param name="Licenses">Licenses whose terms the shipped table knows; all of SPDX would be a list nobody reads.</param>
/// <param name="Categories">Data categories under their names of today.</param>
internal sealed record OfferedWords(IReadOnlyList<(string Word, string Title)> Licenses, IReadOnlyList<(string Word, string Title)> Categories)
{
    /// <param name="rules">The folder of the shipped rules.</param>
    public static OfferedWords Shipped(string rules)
    {
        var titles = Entries(rules, "licenses/spdx.yaml", "licenses", "id").ToDictionary(static entry => entry.Word, static entry => entry.Title, StringComparer.OrdinalIgnoreCase);
        return new(
            [
                ("NONE", "Looked, there is none."),
                ("NOASSERTION", "Nobody knows."),
                .. Sorted(Entries(rules, "licenses/facts.yaml", "licenses", "id").Select(entry => (entry.Word, entry.Title.Length > 0 ? entry.Title : titles.GetValueOrDefault(entry.Word, "")))),
            ],
            Sorted([.. Entries(rules, "taxonomy/categories.yaml", "categories", "key"), .. Entries(rules, "taxonomy/extensions.yaml", "categories", "key")]));
    }

    private static IReadOnlyList<(string Word, string Title)> Sorted(IEnumerable<(string Word, string Title)> words) =>
        [.. words.Where(static word => word.Word is not ("NONE" or "NOASSERTION")).OrderBy(static word => word.Word, StringComparer.Ordinal)];

    private static IEnumerable<(string Word, string Title)> Entries(string rules, string file, string list, string key)
    {
        using var stream = File.OpenRead(Path.Combine(rules, file));
        var root = (YamlMapping)YamlReader.Read(file, stream, YamlLimits.Shipped).Documents[0];
        var entries = (YamlSequence)root.Entries.Single(entry => entry.Key.Text == list).Value;
        return [.. entries.Items.OfType<YamlMapping>().Where(static entry => Text(entry, "replacedBy") is null).Select(entry => (Text(entry, key)!, Text(entry, "title") ?? ""))];
    }

    private static string? Text(YamlMapping entry, string key) => (entry.Entries.FirstOrDefault(member => member.Key.Text == key)?.Value as YamlScalar)?.Text;
}
