using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>The distinct words of one file, by hash. Read from the text, once per syntax tree, so that an edit reads one file again and not the project.</summary>
internal sealed class FileWords
{
    private const int Start = unchecked((int)2166136261);

    /// <summary>At least so many characters of code come with a word.</summary>
    private const int LettersOfWord = 8;

    private static readonly ConditionalWeakTable<SyntaxTree, FileWords> s_known = new();

    /// <summary>Sorted, each once.</summary>
    private readonly int[] _hashes;

    private readonly SourceText _source;
    private string? _text;

    private FileWords(SourceText source)
    {
        _source = source;
        _hashes = Read(source.ToString());
    }

    /// <summary>The file as one string, which the compiler makes anew for a large file each time it is asked. Kept from the first question on.</summary>
    public string Text => _text ??= _source.ToString();

    public static FileWords Of(SyntaxTree tree, CancellationToken cancellation) =>
        s_known.TryGetValue(tree, out var known) ? known : s_known.GetValue(tree, new ConditionalWeakTable<SyntaxTree, FileWords>.CreateValueCallback(read => new FileWords(read.GetText(cancellation))));

    /// <summary>Whether any word of the file is in the set of hashes.</summary>
    public bool MentionsAny(HashSet<int> hashes)
    {
        foreach (var hash in _hashes)
            if (hashes.Contains(hash))
                return true;
        return false;
    }

    /// <summary>Whether the file may have the word; by its hash, so a word too many is possible and one too few is not.</summary>
    public bool Mentions(string word) => Mentions(Hash(word));

    /// <inheritdoc cref="Mentions(string)"/>
    public bool Mentions(int hash) => Array.BinarySearch(_hashes, hash) >= 0;

    public static int Hash(string word)
    {
        var hash = Start;
        foreach (var character in word)
            hash = Next(hash, character);
        return hash;
    }

    /// <summary>Whether the character may stand in an identifier.</summary>
    public static bool IsPart(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' || (character > '\x7f' && char.IsLetterOrDigit(character));

    private static int[] Read(string text)
    {
        var words = new List<int>(text.Length / LettersOfWord);
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsPart(text[at]))
                continue;
            var hash = Start;
            for (; at < text.Length && IsPart(text[at]); at++)
                hash = Next(hash, text[at]);
            words.Add(hash);
        }

        words.Sort();
        var distinct = 0;
        for (var at = 0; at < words.Count; at++)
            if (at == 0 || words[at] != words[distinct - 1])
                words[distinct++] = words[at];
        return [.. words.GetRange(0, distinct)];
    }

    private static int Next(int hash, char character) => unchecked((hash ^ character) * 16777619);
}
