using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>The code loads no column that the data card does not have or says was removed.</summary>
internal sealed class RAI2004CodeMatchesCard : ILoadRule
{
    public void Check(LoadInUse use, RuleContext context, Action<CodeFinding> report)
    {
        if (context.Cards.CardOf(use.Load) is not { Columns.Count: > 0 } card)
            return;

        foreach (var column in use.Load.IsOfObjects ? [] : use.Load.Schema.Columns)
        {
            var match = CardColumns.Of(card, column);
            if (match is null)
                Say(column, $"'{column.Display}' is loaded, and data card '{card.Id}' has no such column", "absent");
            else if (match.Protection == "removed")
                Say(column, $"'{column.Display}' is loaded, and data card '{card.Id}' says that column '{match.Name}' was removed", "removed");
        }

        foreach (var name in use.Load.SelectedColumns ?? [])
        {
            var selected = new LoadedColumn(name, null, null, null);
            if (!use.Load.IsOfObjects && use.Load.Schema.Columns.Any(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase) || string.Equals(column.Member?.Name, name, StringComparison.OrdinalIgnoreCase)))
                continue;
            var match = CardColumns.Of(card, selected);
            if (match is null)
                Say(selected, $"The query selects '{name}', and data card '{card.Id}' has no such column", "absent");
            else if (match.Protection == "removed")
                Say(selected, $"The query selects '{name}', and data card '{card.Id}' says that column '{match.Name}' was removed", "removed");
        }

        void Say(LoadedColumn column, string message, string what) => report(new CodeFinding
        {
            Rule = RuleCatalog.CodeMatchesCard,
            Kind = FindingKind.Violation,
            Message = message,
            Location = use.Load.Location,
            Hops = column.Location is null ? [] : [column.Location],
            Container = use.Load.Container,
            Subject = $"{card.Id}:{column.Name}",
            Facts = [("card", card.Id), ("column", column.Name), ("cause", what)],
        });
    }
}
