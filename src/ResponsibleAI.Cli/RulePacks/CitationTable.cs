using System.Text;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Policy.Rules;

namespace ResponsibleAI.Cli.RulePacks;

/// <summary>Every citation of every rule with how it was checked, one row each, for a lawyer's review. A rule that cites nothing has a row too.</summary>
internal static class CitationTable
{
    private static readonly string[] s_columns =
        ["rule", "slug", "pack", "title", "basis", "severity", "jurisdiction", "from", "to", "law", "lawTitle", "at", "read", "readBy", "readOn", "versionRead", "link", "reviewed", "note"];

    /// <summary>Comma-separated, quoted where needed, lines ended by a line feed; the last two columns are empty for the reviewer. A cell that a spreadsheet would take for a formula is quoted with an apostrophe.</summary>
    public static string Csv(PackShelf shelf)
    {
        var text = new StringBuilder();
        foreach (var row in Rows(shelf).Prepend(s_columns))
            text.AppendJoin(',', row.Select(Cell)).Append('\n');
        return text.ToString();
    }

    public static string Json(PackShelf shelf) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "rai/citations/1");
        json.WriteStartArray("citations");
        foreach (var row in Rows(shelf))
        {
            json.WriteStartObject();
            foreach (var (name, value) in s_columns.Zip(row))
                if (value.Length > 0)
                    json.WriteString(name, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static IEnumerable<string[]> Rows(PackShelf shelf)
    {
        var texts = shelf.Library.Texts.ToDictionary(static text => text.Id, StringComparer.Ordinal);
        foreach (var pack in shelf.Packs)
            foreach (var rule in pack.Rules.OrderBy(static rule => rule.Id, StringComparer.Ordinal))
            {
                var (from, to) = rule.Period;
                string[] own = [rule.Id, rule.Slug, $"{pack.Name} {pack.Version}", rule.Title, Basis(rule.Basis), rule.Severity.ToString().ToLowerInvariant(), rule.Jurisdiction ?? "", from?.ToString() ?? "", to?.ToString() ?? ""];
                if (rule.Cites.Count == 0)
                    yield return [.. own, "", "", "", "cites nothing", "", "", "", "", "", ""];
                foreach (var cite in rule.Cites)
                {
                    var known = texts.GetValueOrDefault(cite.Law);
                    yield return [.. own, cite.Law, cite.Title, cite.At, cite.Read.ToString().ToLowerInvariant(), known?.ReadBy ?? "", known?.ReadOn ?? "", known?.Version ?? "", known?.Link ?? "", "", ""];
                }
            }
    }

    public static string Basis(RuleBasis basis) => basis == RuleBasis.GoodPractice ? "good-practice" : basis.ToString().ToLowerInvariant();

    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\n\r") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
