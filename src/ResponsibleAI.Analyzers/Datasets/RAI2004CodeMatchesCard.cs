using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>The code loads no column that the data card does not have or says was removed.</summary>
internal sealed class RAI2004CodeMatchesCard : ILoadRule
{
    public void Check(LoadInUse use, RuleContext context, Action<CodeFinding> report)
    {
        if (context.Cards.CardOf(use.Load) is not { Columns: { Count: > 0 } listed } card || use.Load.Kind == LoadKind.Memory)
            return;

        foreach (var column in use.Load.Schema.Columns)
        {
            var match = Find(column, listed);
            if (match is null)
                Say(column, $"'{column.Display}' is loaded, and data card '{card.Id}' has no such column", "absent");
            else if (match.Protection == "removed")
                Say(column, $"'{column.Display}' is loaded, and data card '{card.Id}' says that column '{match.Name}' was removed", "removed");
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

    private static CardColumn? Find(LoadedColumn column, IReadOnlyList<CardColumn> listed)
    {
        var (byName, byMember) = (Plain(column.Name), column.Member is null ? null : Plain(column.Member.Name));
        foreach (var candidate in listed)
            if (Plain(candidate.Name) is var name && (name == byName || name == byMember))
                return candidate;
        return null;
    }

    /// <summary>Letters and digits only: marital-status, marital_status and MaritalStatus are one name.</summary>
    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
