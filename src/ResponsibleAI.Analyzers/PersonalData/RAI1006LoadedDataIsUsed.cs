using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Fairness;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>A personal column that is loaded for training reaches a trainer or is read somewhere; else it need not be loaded. One finding per row type.</summary>
/// <remarks>Silent when any training on the row type is not fully in sight, for columns without a class, for rows made in memory, for what a row computes, and for attributes stated to be protected.</remarks>
internal static class RAI1006LoadedDataIsUsed
{
    private const int MostNamed = 3;

    public static void Check(IReadOnlyList<TrainingCall> trainings, MemberUses uses, RuleContext context, Action<CodeFinding> report, CancellationToken cancellation)
    {
        var unsure = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var trained = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var training in trainings)
        {
            var seen = training.IsCertain && training.NotSeen.Count == 0;
            foreach (var load in training.Data)
                if (load.Schema.RowType is { } type && (!seen || load.Schema.Missing is not null))
                    unsure.Add(type);
            foreach (var column in training.Columns)
                if (column.Column.Member is { } member)
                    trained.Add(member);
        }

        var types = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var training in trainings)
        {
            foreach (var load in training.Data)
            {
                if (load.IsOfObjects || load.Kind is not (LoadKind.File or LoadKind.Database) || load.Schema.RowType is not { } type || unsure.Contains(type) || !types.Add(type))
                    continue;
                var idle = new List<(LoadedColumn Column, PersonalColumn Personal)>();
                foreach (var column in load.Schema.Columns)
                    if (column is { Member: { } member, Location: not null } && member is not IPropertySymbol { SetMethod: null } && !trained.Contains(member) && !IsForFairness(column, load, context) && context.Personal(column, load) is { } personal)
                        idle.Add((column, personal));
                if (idle.Count == 0)
                    continue;
                var unused = uses.Unused([.. idle.Select(static column => (column.Column.Member!, column.Column.Name))], cancellation);
                idle.RemoveAll(column => !unused.Contains(column.Column.Member!));
                if (idle.Count > 0)
                    report(Finding(load, idle, context));
            }
        }
    }

    /// <summary>A protected attribute is kept to tell how a model treats its groups, and a check may read it by name only.</summary>
    private static bool IsForFairness(LoadedColumn column, DatasetLoad load, RuleContext context) =>
        ProtectedColumns.IsMarked(column.Member!) || CardColumns.Of(context.Cards.CardOf(load), column)?.Roles?.Contains("protected") == true;

    private static CodeFinding Finding(DatasetLoad load, List<(LoadedColumn Column, PersonalColumn Personal)> idle, RuleContext context)
    {
        var named = string.Join(", ", idle.Take(MostNamed).Select(static column => $"'{column.Column.Display}' ({column.Personal.Category}, by {column.Personal.Evidence})"));
        var more = idle.Count > MostNamed ? $" and {idle.Count - MostNamed} more personal column{(idle.Count == MostNamed + 1 ? "" : "s")}" : "";
        return new CodeFinding
        {
            Rule = RuleCatalog.LoadedDataIsUsed,
            Kind = FindingKind.Gap,
            Message = $"{named}{more} {(idle.Count == 1 ? "is" : "are")} loaded, and nothing trains on {(idle.Count == 1 ? "it or reads it" : "them or reads them")}",
            Location = load.Location,
            Hops = [.. idle.Select(static column => column.Column.Location!)],
            Container = load.Container,
            Subject = string.Join(",", idle.Select(static column => column.Column.Display).OrderBy(static name => name, StringComparer.Ordinal)),
            Facts =
            [
                ("columns", string.Join("|", idle.Select(static column => $"{column.Column.Display}={column.Personal.Category}"))),
                ("card", context.Cards.CardOf(load)?.Id),
            ],
        };
    }
}
