using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>A dataset that is loaded has a data card. One finding per dataset and type: a test file beside its training file is the same dataset, and so are tables that are joined.</summary>
internal sealed class RAI2001DatasetHasCard : ILoadRule
{
    public void Check(LoadInUse use, RuleContext context, Action<CodeFinding> report)
    {
        var load = use.Load;
        if (load.Sources.Count == 0)
            return;

        var isOne = load.Kind == LoadKind.Database || load.IsOfManyFiles || load.Sources.All(source => LoadNames.Of(load, source) is not { } name || FilePaths.IsPattern(name));
        var unseen = load.Sources.Where(source => LoadNames.Of(load, source) is null).Select(static source => source.Reason).FirstOrDefault(static reason => reason is not null);
        var uncarded = new List<(string Name, ResolvedText Source)>();
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

            if (LoadNames.Of(load, source) is { } name && !uncarded.Exists(other => SameDataset(load, other.Name, name)))
                uncarded.Add((name, source));
        }

        var role = use.Role switch { "test" => " for testing", "validation" => " for validation", _ => "" };
        var rest = unseen is null ? "" : $"; what else it may load cannot be seen: {unseen}";
        foreach (var (name, source) in uncarded.Take(isOne ? 1 : uncarded.Count))
        {
            var what = load.Kind == LoadKind.Database ? Tables([.. uncarded.Select(static table => $"'{table.Name}'")]) : $"Dataset '{name}'{(isOne ? MoreFiles(load) : "")} is";
            report(Finding(use, name, $"{what} loaded{role} with no data card{rest}", source, null, unseen));
        }
    }

    private static string Tables(List<string> names) =>
        names.Count == 1 ? $"Table {names[0]} is" : $"Tables {string.Join(", ", names.Take(names.Count - 1))} and {names[names.Count - 1]} are";

    private static string MoreFiles(DatasetLoad load) => load.Sources.Select(source => LoadNames.Of(load, source)).OfType<string>().Distinct().Count() switch
    {
        <= 1 => "",
        2 => " (with one more file)",
        var files => $" (with {files - 1} more files)",
    };

    /// <summary>A test file beside its training file is the same one.</summary>
    private static bool SameDataset(DatasetLoad load, string one, string other) =>
        load.Kind == LoadKind.Database ? one == other : FilePaths.WithoutSplit(one) == FilePaths.WithoutSplit(other);

    private static string Known(RuleContext context)
    {
        var ids = context.Cards.Ids.OrderBy(static id => id, StringComparer.Ordinal).Take(5).ToList();
        return ids.Count == 0 ? "there is none" : $"there are: {string.Join(", ", ids)}";
    }

    private static CodeFinding Finding(LoadInUse use, string name, string message, ResolvedText source, string? declared, string? unseen) => new()
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
