using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>Files that a helper loads to validate with, called once for them and once for the rows to train on: one dataset in two files, whatever they are called.</summary>
internal sealed class Companions
{
    private readonly HashSet<(SyntaxNode Call, ResolvedText Source)> _trained = [];
    private readonly HashSet<(SyntaxNode Call, ResolvedText Source)> _validated = [];

    public void Add(TrainingCall training)
    {
        Add(training.Data, _trained);
        Add(training.Validation, _validated);
    }

    /// <summary>The load without the files that only validate; as it is when nothing else would be left.</summary>
    public DatasetLoad LeftOutOf(DatasetLoad load)
    {
        if (load.Sources.Count < 2 || _validated.Count == 0 || !load.Sources.Any(source => _trained.Contains((load.Call.Syntax, source))))
            return load;
        var left = load.Sources.Where(source => _trained.Contains((load.Call.Syntax, source)) || !_validated.Contains((load.Call.Syntax, source))).ToList();
        return left.Count == load.Sources.Count ? load : load.Of(left);
    }

    private static void Add(IReadOnlyList<DatasetLoad> loads, HashSet<(SyntaxNode, ResolvedText)> sources)
    {
        foreach (var load in loads)
            foreach (var source in load.Sources)
                sources.Add((load.Call.Syntax, source));
    }
}
