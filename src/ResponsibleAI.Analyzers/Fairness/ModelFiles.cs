using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>Which model lies in which file: what is saved under a name in one place is what is loaded by that name in another.</summary>
internal sealed class ModelFiles(TextResolver texts, CancellationToken cancellation)
{
    private readonly Dictionary<string, List<SyntaxNode>> _saved = new(StringComparer.Ordinal);

    /// <summary>The models of these training calls are written there.</summary>
    public void Saved(IOperation path, IEnumerable<SyntaxNode> trainings)
    {
        foreach (var name in Names(new Expression(path, null)))
        {
            if (!_saved.TryGetValue(name, out var known))
                _saved.Add(name, known = []);
            known.AddRange(trainings);
        }
    }

    /// <summary>The training calls whose models are read from there; empty when none is known.</summary>
    public IEnumerable<SyntaxNode> Loaded(Expression path) => Names(path).SelectMany(name => _saved.TryGetValue(name, out var known) ? known : []);

    private IEnumerable<string> Names(Expression path) => texts.Resolve(path, cancellation).Where(static name => name.Resolution != Resolution.Resolution.Unknown).Select(static name => name.ToString());
}
