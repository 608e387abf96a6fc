using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Linking;

/// <summary>
/// The evidence files that model cards name under fairness.results. A path only chooses among the files that were handed over, which lie below
/// rai/evidence/; no path of a card is ever opened.
/// </summary>
internal static class NamedEvidence
{
    private const string Folder = "rai/evidence/";
    private const string Suffix = ".fairness.json";

    /// <summary>The word that stands for the file called like the model.</summary>
    private const string Conventional = "evidence";

    /// <summary>Whether a file of the repository may be evidence of a fairness gate.</summary>
    public static bool IsEvidence(string path) => path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The file that a model card means; null for another record, such as a link or the id of a document, and for a path that leads elsewhere.</summary>
    public static string? PathOf(MapNode card, string written)
    {
        if (written == Conventional)
        {
            return card.Text("id") is { } id ? Folder + id + Suffix : null;
        }

        var path = written.StartsWith("./", StringComparison.Ordinal) ? written.Substring(2) : written;
        return IsEvidence(path) && !LeavesTheFolder(path) ? path : null;
    }

    /// <summary>The files that the card names, each as the registry would know it.</summary>
    public static IEnumerable<string> Of(MapNode card) => Written(card).Select(file => PathOf(card, file.Text)).OfType<string>();

    /// <summary>Reports names of files that are not there, and paths that look like evidence and are not where evidence is read from.</summary>
    public static void Check(MapNode card, Registry registry, FindingList findings)
    {
        foreach (var file in Written(card))
        {
            if (PathOf(card, file.Text) is { } path)
            {
                if (!registry.HasFairnessEvidence(path))
                {
                    findings.Add(PolicyRules.DanglingReference, FindingKind.Gap, Severity.Warning,
                        $"There is no evidence {FindingList.Quote(path)}; run the program whose fairness gate writes it. What it would say is not assessed", file.Span);
                }
            }
            else if (LooksLikeAFile(file.Text))
            {
                findings.Dangling($"{FindingList.Quote(file.Text)} is not read: evidence of a fairness gate lies below {Folder} and its name ends with {Suffix}", file.Span, Severity.Warning);
            }
        }
    }

    private static IEnumerable<ScalarNode> Written(MapNode card) =>
        (card.Map("fairness")?.Maps("results") ?? []).Select(result => result.Scalar("file")).OfType<ScalarNode>().Where(file => !file.IsNone);

    private static bool LeavesTheFolder(string path) => path.Split('/').Any(step => step is "" or "." or "..") || path.Contains('\\') || path.Contains(':');

    /// <summary>A link is a record somewhere else, whatever its end.</summary>
    private static bool LooksLikeAFile(string written) => written.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !written.Contains("://");
}
