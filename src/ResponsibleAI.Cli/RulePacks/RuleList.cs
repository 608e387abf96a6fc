using System.Globalization;
using System.Text;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Rules;
using Spectre.Console;
using Rule = ResponsibleAI.Policy.Rules.Rule;

namespace ResponsibleAI.Cli.RulePacks;

/// <summary>The rules of a shelf in one line each, with what falls due: periods that begin or end, and packs to be looked at again.</summary>
internal sealed class RuleList(PackShelf shelf, Day asOf, int? dueWithinDays)
{
    /// <summary>The rules, or of them those that something falls due for.</summary>
    private IEnumerable<(RulePack Pack, Rule Rule, string Due)> Rules =>
        from pack in shelf.Packs
        from rule in pack.Rules
        let due = Due(pack, rule)
        where dueWithinDays is null || due.Length > 0
        orderby rule.Id
        select (pack, rule, due);

    public string Text()
    {
        var text = new StringBuilder();
        foreach (var (_, rule, due) in Rules)
            text.Append(CultureInfo.InvariantCulture, $"{rule.Id}  {rule.Slug}  {rule.Title}{(due.Length > 0 ? $" [{due}]" : "")}\n");
        return text.Append(Summary()).Append('\n').ToString();
    }

    public string Json() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "rai/rules-list/1");
        json.WriteString("asOf", asOf.ToString());
        json.WriteStartArray("rules");
        foreach (var (pack, rule, due) in Rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("slug", rule.Slug);
            json.WriteString("title", rule.Title);
            json.WriteString("pack", pack.Name);
            json.WriteString("basis", CitationTable.Basis(rule.Basis));
            json.WriteString("severity", rule.Severity.ToString().ToLowerInvariant());
            if (rule.Period.From is { } from)
                json.WriteString("from", from.ToString());
            if (rule.Period.To is { } to)
                json.WriteString("to", to.ToString());
            if (due.Length > 0)
                json.WriteString("due", due);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>A table for a terminal.</summary>
    public void Show(IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumns("rule", "slug", "says", "due");
        foreach (var (_, rule, due) in Rules)
            table.AddRow(Markup.Escape(rule.Id), Markup.Escape(rule.Slug), Markup.Escape(rule.Title), Markup.Escape(due));
        console.Write(table);
        console.MarkupLineInterpolated($"{Summary()}");
    }

    private string Summary()
    {
        var count = Rules.Count();
        return dueWithinDays is { } days
            ? string.Create(CultureInfo.InvariantCulture, $"{PackLint.Counted(count, "rule")} with a period that begins or ends, or a review that falls due, from {asOf} to {Later(asOf, days)}.")
            : string.Create(CultureInfo.InvariantCulture, $"{PackLint.Counted(shelf.Packs.Count(), "pack")}, {PackLint.Counted(count, "rule")}. rai rules explain <rule> says what one asks.");
    }

    private string Due(RulePack pack, Rule rule)
    {
        var last = Later(asOf, dueWithinDays ?? 0);
        var due = new List<string>();
        if (rule.Period.From is { } from && from > asOf && (dueWithinDays is null || from <= last))
            due.Add($"applies from {from}");
        if (rule.Period.To is { } to && to >= asOf && (dueWithinDays is null || to <= last))
            due.Add($"applies until {to}");
        if (rule.Period.To is { } over && over < asOf && dueWithinDays is null)
            due.Add($"ended on {over}");
        if (pack.ReviewBy is { } review && (dueWithinDays is null ? review < asOf : review <= last))
            due.Add($"pack to be looked at again by {review}");
        return string.Join("; ", due);
    }

    private static Day Later(Day day, int days)
    {
        var later = new DateTime(day.Year, day.Month, day.DayOfMonth).AddDays(Math.Clamp(days, 0, 36_500));
        return new Day(later.Year, later.Month, later.Day);
    }
}
