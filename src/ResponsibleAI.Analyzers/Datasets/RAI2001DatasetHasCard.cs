using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>A dataset that is loaded has a data card. One finding per dataset and type: a test file beside its training file is the same dataset.</summary>
internal sealed class RAI2001DatasetHasCard : ILoadRule
{
    public void Check(LoadInUse use, RuleContext context, Action<CodeFinding> report)
    {
        var load = use.Load;
        if (load.Sources.Count == 0)
            return;

        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in load.Sources)
        {
            var match = context.Cards.Match(load, source);
            if (match.Card is not null || match.Candidates.Count > 1)
                continue;
            if (match.Declared is { } declared)
            {
                report(Finding(use, declared, $"[Dataset(\"{declared}\")] names no data card; {Known(context)}", source, declared));
                return;
            }

            if (LoadNames.Of(load, source) is not { } name || !said.Add(name))
                continue;
            var kind = load.Kind == LoadKind.Database ? "Table" : "Dataset";
            var role = use.Role == "test" ? " for testing" : "";
            report(Finding(use, name, $"{kind} '{name}' is loaded{role} with no data card", source, null));
        }
    }

    private static string Known(RuleContext context)
    {
        var ids = context.Cards.Ids.OrderBy(static id => id, StringComparer.Ordinal).Take(5).ToList();
        return ids.Count == 0 ? "there is none" : $"there are: {string.Join(", ", ids)}";
    }

    private static CodeFinding Finding(LoadInUse use, string name, string message, Resolution.ResolvedText source, string? declared) => new()
    {
        Rule = RuleCatalog.DatasetHasCard,
        Kind = FindingKind.Gap,
        Message = message,
        Location = use.Load.Location,
        Container = use.Load.Container,
        Subject = name,
        Facts =
        [
            ("dataset", name),
            ("store", use.Load.Kind == LoadKind.Database ? "table" : "file"),
            ("path", LoadNames.PathOf(source)),
            ("resolution", source.Resolution == Resolution.Resolution.Known ? "known" : "partial"),
            ("role", use.Role),
            ("rowType", use.Load.Schema.RowType?.ToDisplayString()),
            ("columns", string.Join("|", use.Load.Schema.Columns.Take(200).Select(static column => column.Name))),
            ("card", declared),
        ],
    };
}
