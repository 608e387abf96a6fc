using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>Which files of a compilation mention a word at all. Read from the text, once, so that only those files are searched.</summary>
internal sealed class Mentions
{
    private readonly Dictionary<int, List<SyntaxTree>> _trees = [];

    public Mentions(IEnumerable<SyntaxTree> trees, CancellationToken cancellation)
    {
        foreach (var tree in trees)
        {
            cancellation.ThrowIfCancellationRequested();
            Read(tree, tree.GetText(cancellation));
        }
    }

    /// <summary>The files, in the compilation's order; by a hash of the word, so that a file too many is possible and one too few is not.</summary>
    public IReadOnlyList<SyntaxTree> Of(string word) => _trees.TryGetValue(Hash(word), out var trees) ? trees : [];

    private void Read(SyntaxTree tree, SourceText text)
    {
        var content = text.ToString();
        for (var at = 0; at < content.Length; at++)
        {
            if (!IsPart(content[at]))
                continue;
            var hash = Start;
            for (; at < content.Length && IsPart(content[at]); at++)
                hash = Next(hash, content[at]);
            if (!_trees.TryGetValue(hash, out var trees))
                _trees.Add(hash, trees = []);
            if (trees.Count == 0 || trees[trees.Count - 1] != tree)
                trees.Add(tree);
        }
    }

    private const int Start = unchecked((int)2166136261);

    private static bool IsPart(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' || (character > '\x7f' && char.IsLetterOrDigit(character));

    private static int Next(int hash, char character) => unchecked((hash ^ character) * 16777619);

    private static int Hash(string word)
    {
        var hash = Start;
        foreach (var character in word)
            hash = Next(hash, character);
        return hash;
    }
}
