using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Linking;

/// <summary>
/// Names that a data card gives to its own parts: the source of a file, the column of a group, of a proxy, of consent. A card that lists no
/// columns is not asked about them; one that lists some may have left one out, which is a warning.
/// </summary>
internal static class CardReferences
{
    /// <summary>Reports names that lead nowhere in the card; to be asked of cards that were read in full.</summary>
    public static void Check(MapNode card, FindingList findings)
    {
        string[] known = [.. card.Maps("sources").Select(source => source.Text("id")).OfType<string>()];
        foreach (var name in card.Maps("files").Select(file => file.Scalar("source")).OfType<ScalarNode>().Where(node => !node.IsNone && !known.Contains(node.Text)))
        {
            findings.Dangling($"{FindingList.Quote(name.Text)} is not a source of this card{Nearest(name.Text, known, "sources[].id")}", name.Span);
        }

        string[] columns = [.. card.Maps("columns").Select(column => column.Text("name")).OfType<string>()];
        if (columns.Length == 0)
        {
            return;
        }

        var named = card.Maps("groups").Concat(card.Maps("proxies")).Append(card.Map("consent")).Select(owner => owner?.Scalar("column")).OfType<ScalarNode>();
        foreach (var name in named.Where(node => !node.IsNone && !columns.Contains(node.Text)))
        {
            findings.Dangling($"{FindingList.Quote(name.Text)} is not a column of this card{Nearest(name.Text, columns, "columns[].name")}", name.Span, Severity.Warning);
        }
    }

    private static string Nearest(string name, string[] known, string where) =>
        known.Length == 0 ? $": it lists none in {where}" : Spelling.Nearest(name, known) is { } nearest ? $" (nearest: {nearest})" : "";
}
