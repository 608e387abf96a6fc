using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>Which files of a compilation mention a word at all, so that only those files are searched.</summary>
internal sealed class Mentions
{
    private readonly Dictionary<int, List<SyntaxTree>> _trees = [];

    public Mentions(IEnumerable<SyntaxTree> trees, CancellationToken cancellation)
    {
        foreach (var tree in trees)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var hash in FileWords.Of(tree, cancellation).Hashes)
            {
                if (!_trees.TryGetValue(hash, out var mentioning))
                    _trees.Add(hash, mentioning = []);
                mentioning.Add(tree);
            }
        }
    }

    /// <summary>The files, in the compilation's order; by a hash of the word, so that a file too many is possible and one too few is not.</summary>
    public IReadOnlyList<SyntaxTree> Of(string word) => _trees.TryGetValue(FileWords.Hash(word), out var trees) ? trees : [];
}
