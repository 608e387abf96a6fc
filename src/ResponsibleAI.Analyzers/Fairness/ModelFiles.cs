using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>Which model lies in which file: what is saved under a name in one place is what is loaded by that name in another.</summary>
internal sealed class ModelFiles(TextResolver texts, CancellationToken cancellation)
{
    private readonly List<(IOperation Path, IEnumerable<SyntaxNode> Trainings)> _saves = [];
    private Dictionary<string, List<SyntaxNode>>? _saved;

    /// <summary>The models of these training calls are written there.</summary>
    public void Saved(IOperation path, IEnumerable<SyntaxNode> trainings) => _saves.Add((path, trainings));

    /// <summary>The training calls whose models are read from there; empty when none is known. Asked for after the last save.</summary>
    public IEnumerable<SyntaxNode> Loaded(Expression path) => Names(path).SelectMany(name => (_saved ??= ByName()).TryGetValue(name, out var known) ? known : []);

    /// <summary>Made when a model is first loaded: most programs that save models load none.</summary>
    private Dictionary<string, List<SyntaxNode>> ByName()
    {
        var saved = new Dictionary<string, List<SyntaxNode>>(StringComparer.Ordinal);
        foreach (var (path, trainings) in _saves)
        {
            foreach (var name in Names(new Expression(path, null)))
            {
                if (!saved.TryGetValue(name, out var known))
                    saved.Add(name, known = []);
                known.AddRange(trainings);
            }
        }

        return saved;
    }

    private IEnumerable<string> Names(Expression path) => texts.Resolve(path, cancellation).Where(static name => name.Resolution != Resolution.Resolution.Unknown).Select(static name => name.ToString());
}
