using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Rules;

/// <summary>Reads the keys of one map of a rule pack; a key that nobody asked for is an error with the nearest one that exists.</summary>
internal sealed class EntryReader(YamlMapping map, string noun, FindingList findings)
{
    private readonly List<string> _known = [];
    private bool _isWrong;

    /// <summary>Whether anything of it was wrong.</summary>
    public bool IsWrong => _isWrong;

    public YamlNode? Node(string key, bool required = false)
    {
        _known.Add(key);
        var value = map.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;
        if (value is YamlScalar { IsPlain: true, Text: "" })
            value = null;
        if (value is null && required)
            Wrong($"{FindingList.Quote(key)} is missing; {noun} needs it", map.Entries.Count > 0 ? map.Entries[0].Key.Span : map.Span);
        return value;
    }

    public YamlScalar? Scalar(string key, bool required = false)
    {
        var node = Node(key, required);
        if (node is null or YamlScalar)
            return (YamlScalar?)node;
        Wrong($"{FindingList.Quote(key)} takes one text. A text that starts with {{ or [ or contains `: ` needs quotes", node.Span);
        return null;
    }

    public string Text(string key, bool required = false) => Scalar(key, required)?.Text ?? "";

    public YamlMapping? Map(string key)
    {
        var node = Node(key);
        if (node is null or YamlMapping)
            return (YamlMapping?)node;
        Wrong($"{FindingList.Quote(key)} takes `key: value` lines", node.Span);
        return null;
    }

    public IReadOnlyList<YamlNode> List(string key, bool required = false)
    {
        switch (Node(key, required))
        {
            case null:
                return [];
            case YamlSequence list:
                return list.Items;
            case var node:
                Wrong($"{FindingList.Quote(key)} takes a list", node.Span);
                return [];
        }
    }

    /// <summary>A word with a meaning; the default when the key is absent or wrong.</summary>
    public T Word<T>(string key, IReadOnlyDictionary<string, T> words, T absent, bool required = false)
    {
        if (Scalar(key, required) is not { } scalar)
            return absent;
        if (words.TryGetValue(scalar.Text, out var value))
            return value;
        var allowed = words.Keys.OrderBy(word => word, StringComparer.Ordinal).ToList();
        var meant = Spelling.Nearest(scalar.Text, allowed) is { } nearest ? $". Did you mean {FindingList.Quote(nearest)}?" : "";
        Wrong($"{FindingList.Quote(key)} takes none of these words: {FindingList.Quote(scalar.Text)}. Allowed: {string.Join(", ", allowed)}{meant}", scalar.Span);
        return absent;
    }

    public DateInterval? Date(string key, bool required = false)
    {
        if (Scalar(key, required) is not { } scalar)
            return null;
        if (ScalarParser.Parse(FieldType.Date, scalar.Text, out var expected) is DateInterval date)
            return date;
        Wrong($"{FindingList.Quote(scalar.Text)} does not fit: {FindingList.Quote(key)} takes {expected}", scalar.Span);
        return null;
    }

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var entry in map.Entries.Where(entry => !_known.Contains(entry.Key.Text)))
        {
            var meant = Spelling.Nearest(entry.Key.Text, _known) is { } nearest ? $". Did you mean {FindingList.Quote(nearest)}?" : "";
            Wrong($"{FindingList.Quote(entry.Key.Text)} is not a field of {noun}{meant}", entry.Key.Span);
        }
    }

    public void Wrong(string message, SourceSpan at)
    {
        _isWrong = true;
        findings.Wrong(message, at);
    }
}
