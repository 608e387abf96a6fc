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
        var isOne = load.IsOfManyFiles || load.Sources.All(source => LoadNames.Of(load, source) is not { } name || FilePaths.IsPattern(name));
        var unseen = load.Sources.Where(source => LoadNames.Of(load, source) is null).Select(static source => source.Reason).FirstOrDefault(static reason => reason is not null);
        foreach (var source in load.Sources)
        {
            var match = context.Cards.Match(load, source);
            if (match.Card is not null || match.Candidates.Count > 1)
                continue;
            if (match.Declared is { } declared)
            {
                report(Finding(use, declared, $"[Dataset(\"{declared}\")] names no data card; {Known(context)}", source, declared, null));
                return;
            }

            if (LoadNames.Of(load, source) is not { } name || !said.Add(load.Kind == LoadKind.Database ? name : FilePaths.WithoutSplit(name)))
                continue;
            if (isOne && said.Count > 1)
                continue;
            var others = isOne ? load.Sources.Select(other => LoadNames.Of(load, other)).OfType<string>().Distinct().Where(other => other != name).ToList() : [];
            var more = others.Count == 0 ? ""
                : load.Kind == LoadKind.Database ? $" (joined with {string.Join(", ", others.Take(3).Select(static other => $"'{other}'"))}{(others.Count > 3 ? $" and {others.Count - 3} more" : "")})"
                : others.Count == 1 ? " (with one more file)" : $" (with {others.Count} more files)";
            var kind = load.Kind == LoadKind.Database ? "Table" : "Dataset";
            var role = use.Role switch { "test" => " for testing", "validation" => " for validation", _ => "" };
            var other = unseen is null ? "" : $"; what else it may load cannot be seen: {unseen}";
            report(Finding(use, name, $"{kind} '{name}'{more} is loaded{role} with no data card{other}", source, null, unseen));
        }
    }

    private static string Known(RuleContext context)
    {
        var ids = context.Cards.Ids.OrderBy(static id => id, StringComparer.Ordinal).Take(5).ToList();
        return ids.Count == 0 ? "there is none" : $"there are: {string.Join(", ", ids)}";
    }

    private static CodeFinding Finding(LoadInUse use, string name, string message, Resolution.ResolvedText source, string? declared, string? unseen) => new()
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
            ("reason", unseen),
            ("role", use.Role),
            ("rowType", use.Load.Schema.RowType?.ToDisplayString()),
            ("columns", string.Join("|", use.Load.Schema.Columns.Take(200).Select(static column => column.Name))),
            ("card", declared),
        ],
    };
}
