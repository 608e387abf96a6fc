using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>
/// Files that belong to the one that is trained on, whatever they are called: those that a helper loads to validate with, called once for them and once for the rows to train on, and those
/// that the type which trains only evaluates with, in rows of the same type.
/// </summary>
internal sealed class Companions
{
    private readonly HashSet<(SyntaxNode Call, ResolvedText Source)> _trained = [];
    private readonly HashSet<(SyntaxNode Call, ResolvedText Source)> _validated = [];

    private readonly HashSet<ISymbol> _trainedRows = new(SymbolEqualityComparer.Default);

    public void Add(TrainingCall training)
    {
        foreach (var load in training.Data)
            if (load.Schema.RowType is { } row && SymbolEqualityComparer.Default.Equals(load.OutermostType, training.OutermostType) && HasName(load))
                _trainedRows.Add(row);
        Add(training.Data, _trained);
        Add(training.Validation, _validated);
    }

    /// <summary>Whether the load is the other file of a dataset: only for testing or validation, beside a file of the same rows that is trained on.</summary>
    public bool IsOtherHalf(DatasetLoad load, string role) =>
        role is "test" or "validation" && load.Schema.RowType is { } row && _trainedRows.Contains(row) && HasName(load);

    /// <summary>The load without the files that only validate; as it is when nothing else would be left.</summary>
    public DatasetLoad LeftOutOf(DatasetLoad load)
    {
        if (load.Sources.Count < 2 || _validated.Count == 0 || !load.Sources.Any(source => _trained.Contains((load.Call.Syntax, source))))
            return load;
        var left = load.Sources.Where(source => _trained.Contains((load.Call.Syntax, source)) || !_validated.Contains((load.Call.Syntax, source))).ToList();
        return left.Count == load.Sources.Count ? load : load.Of(left);
    }

    private static bool HasName(DatasetLoad load) => load.Kind == LoadKind.File && load.Sources.Any(source => LoadNames.Of(load, source) is not null);

    private static void Add(IReadOnlyList<DatasetLoad> loads, HashSet<(SyntaxNode, ResolvedText)> sources)
    {
        foreach (var load in loads)
            foreach (var source in load.Sources)
                sources.Add((load.Call.Syntax, source));
    }
}
