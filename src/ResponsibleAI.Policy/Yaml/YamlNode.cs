using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Yaml;

/// <summary>A node of a YAML document with its place. Scalars are text: their type is the schema's business, not YAML's.</summary>
public abstract class YamlNode(SourceSpan span)
{
    /// <summary>Where it stands.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>Reading stopped inside it: what it holds is right, and not all of it.</summary>
    public bool IsCut { get; init; }
}

/// <summary>A scalar as written, unquoted and unescaped.</summary>
public sealed class YamlScalar(string text, bool isPlain, SourceSpan span) : YamlNode(span)
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it stood without quotes; only then can an empty text mean "nothing written".</summary>
    public bool IsPlain { get; } = isPlain;
}

/// <summary>A list.</summary>
public sealed class YamlSequence(IReadOnlyList<YamlNode> items, SourceSpan span) : YamlNode(span)
{
    /// <summary>The items in order.</summary>
    public IReadOnlyList<YamlNode> Items { get; } = items;
}

/// <summary>A map. Of duplicate keys the first is kept; the reader reports the others.</summary>
public sealed class YamlMapping(IReadOnlyList<YamlEntry> entries, SourceSpan span) : YamlNode(span)
{
    /// <summary>The entries in file order.</summary>
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;
}

/// <summary>A key and its value.</summary>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);
