using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>Which files of a compilation mention a word at all, so that only those files are searched.</summary>
internal sealed class Mentions(IEnumerable<SyntaxTree> trees)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<SyntaxTree>> _trees = new(StringComparer.Ordinal);

    /// <summary>The files, in the compilation's order; by a hash of the word, so that a file too many is possible and one too few is not.</summary>
    public IReadOnlyList<SyntaxTree> Of(string word, CancellationToken cancellation) =>
        _trees.TryGetValue(word, out var known) ? known : _trees.GetOrAdd(word, Find(FileWords.Hash(word), cancellation));

    private List<SyntaxTree> Find(int hash, CancellationToken cancellation)
    {
        var mentioning = new List<SyntaxTree>();
        foreach (var tree in trees)
            if (FileWords.Of(tree, cancellation).Mentions(hash))
                mentioning.Add(tree);
        return mentioning;
    }
}
