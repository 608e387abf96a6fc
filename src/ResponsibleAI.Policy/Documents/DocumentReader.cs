using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Documents;

/// <summary>Types a YAML document by its format's key table. Wrong entries are reported and left out; the rest counts.</summary>
internal sealed class DocumentReader
{
    private const int DeepestDottedKey = 8;
    private static readonly Field s_evidence = EvidenceSchema.Root with { Name = "evidence" };
    private readonly string _noun;
    private readonly Lazy<IReadOnlyList<string>> _paths;
    private readonly ReadMode _mode;
    private readonly FindingList _findings;

    private DocumentReader(string noun, Field root, ReadMode mode, FindingList findings)
    {
        _noun = noun;
        _mode = mode;
        _findings = findings;
        _paths = new(() => [.. Paths(root, "")]);
    }

    /// <summary>Reads a document of a format; null when it is no map.</summary>
    public static MapNode? Read(YamlNode document, DocumentFormat format, ReadMode mode, FindingList findings) =>
        Read(document, format.Root ?? throw new ArgumentException("This format has a parser of its own", nameof(format)), format.Noun, mode, findings);

    /// <summary>Reads a map of these keys; null when it is none.</summary>
    /// <param name="document">The map.</param>
    /// <param name="root">Its key table.</param>
    /// <param name="noun">What people call it, with its article.</param>
    /// <param name="mode">Where it stands.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static MapNode? Read(YamlNode document, Field root, string noun, ReadMode mode, FindingList findings)
    {
        var reader = new DocumentReader(noun, root, mode, findings);
        if (document is YamlMapping mapping)
        {
            return reader.Map(root, mapping, "", isRoot: true);
        }

        findings.Wrong($"This is not {noun}: it holds {Kind(document)}, not `key: value` lines", document.Span);
        return null;
    }

    private Node? Value(Field field, YamlNode yaml, string path)
    {
        if (!field.IsList)
        {
            return Single(field, yaml, path);
        }

        if (yaml is YamlSequence sequence)
        {
            return new ListNode(field, [.. sequence.Items.Select(item => Single(field, item, path)).OfType<Node>()], yaml.Span) { IsCut = yaml.IsCut };
        }

        if (_mode != ReadMode.Evidence && yaml is YamlScalar { Text: "none" } && !TakesNone(field))
        {
            return new ListNode(field, [], yaml.Span);
        }

        return Single(field, yaml, path) is { } only ? new ListNode(field, [only], only.Span) { IsCut = yaml.IsCut } : null;
    }

    /// <summary>none is one of its own words, so that it does not empty a list.</summary>
    private static bool TakesNone(Field field) =>
        field.Values.Contains("none") || field.MovedValues.ContainsKey("none")
        || (field.Shorthand is { } key && field.Fields.First(member => member.Name == key).Type == FieldType.License);

    private Node? Single(Field field, YamlNode yaml, string path) => (field.Type, yaml) switch
    {
        (FieldType.Condition, _) => new ConditionNode(field, yaml) { IsCut = yaml.IsCut },
        (_, YamlScalar { IsPlain: true, Text: "" }) => null,
        (_, YamlScalar { IsPlain: true, Text: "null" }) when _mode == ReadMode.Evidence => null,
        (FieldType.Map, YamlMapping mapping) => Map(field, mapping, path, isRoot: false),
        (FieldType.Table, YamlMapping mapping) => Table(field, mapping, path),
        (FieldType.Map, YamlScalar scalar) => Short(field, scalar, path),
        (FieldType.Map or FieldType.Table, _) => Wrong($"{FindingList.Quote(path)} takes {(field.Type == FieldType.Map ? "the keys " + Words(field.Fields.Select(member => member.Name)) : "`name: value` lines")}, not {Kind(yaml)}", yaml),
        (_, YamlScalar scalar) => Scalar(field, scalar, path),
        _ => Wrong($"{FindingList.Quote(path)} takes {(field.IsList ? "single values" : "one value")}, not {Kind(yaml)}. A text that starts with {{ or [ needs quotes", yaml),
    };

    private Node? Short(Field field, YamlScalar scalar, string path)
    {
        if (scalar.Text == "none" && !TakesNone(field))
        {
            return new ScalarNode(field, scalar.Text, null, scalar.Span);
        }

        if (field.Shorthand is not { } key)
        {
            return Wrong($"{FindingList.Quote(path)} takes the keys {Words(field.Fields.Select(member => member.Name))}, not a single value", scalar);
        }

        var member = field.Fields.First(candidate => candidate.Name == key);
        return Value(member, scalar, $"{path}.{key}") is { } value
            ? new MapNode(field, new Dictionary<string, Node>(StringComparer.Ordinal) { [key] = value }, scalar.Span)
            : null;
    }

    private MapNode Table(Field field, YamlMapping mapping, string path)
    {
        var members = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (Value(field.Each!, entry.Value, $"{path}.{entry.Key.Text}") is { } value)
            {
                members[entry.Key.Text] = value;
            }
        }

        return new MapNode(field, members, mapping.Span) { IsCut = mapping.IsCut };
    }

    private MapNode Map(Field field, YamlMapping mapping, string path, bool isRoot)
    {
        var members = new Dictionary<string, Node>(StringComparer.Ordinal);
        var written = new List<string>(mapping.Entries.Count);
        var entries = _mode == ReadMode.RuleTest ? Nested(field, mapping.Entries, isRoot) : mapping.Entries;
        foreach (var entry in entries)
        {
            if (Find(field, entry.Key, path, isRoot) is not { } member)
            {
                continue;
            }

            if (written.Contains(member.Name))
            {
                _findings.Wrong($"{FindingList.Quote(Join(path, member.Name))} is written twice, under two spellings; the first counts", entry.Key.Span);
                continue;
            }

            written.Add(member.Name);
            if (Value(member, entry.Value, Join(path, member.Name)) is { } value)
            {
                members.Add(member.Name, value);
            }
            else if (member.Required && entry.Value is YamlScalar { IsPlain: true, Text: "" })
            {
                written.Remove(member.Name);
            }
        }

        if (_mode != ReadMode.RuleTest && !mapping.IsCut)
        {
            foreach (var missing in field.Fields)
            {
                if (!missing.Required || written.Contains(missing.Name))
                {
                    continue;
                }

                var at = mapping.Entries.Count > 0 ? mapping.Entries[0].Key.Span : mapping.Span;
                _findings.Wrong(isRoot ? $"{FindingList.Quote(missing.Name)} is missing; {_noun} needs it" : $"{FindingList.Quote(Join(path, missing.Name))} is missing", at);
            }
        }

        return new MapNode(field, members, mapping.Span) { IsCut = mapping.IsCut };
    }

    private Field? Find(Field field, YamlScalar key, string path, bool isRoot)
    {
        var name = key.Text;
        if (Member(field, name, isRoot) is { } member)
        {
            return member;
        }

        if (_mode == ReadMode.Evidence)
        {
            return null;
        }

        if (field.Fields.FirstOrDefault(candidate => candidate.Aliases.Contains(name)) is { } renamed)
        {
            _findings.Hint($"{FindingList.Quote(Join(path, name))} is now called {FindingList.Quote(Join(path, renamed.Name))}", key.Span);
            return renamed;
        }

        if (Spelling.American(name) is var american && american != name && Member(field, american, isRoot) is { } respelled)
        {
            _findings.Hint($"{FindingList.Quote(name)} is spelled {FindingList.Quote(american)} here", key.Span);
            return respelled;
        }

        var full = Join(path, name);
        if (field.Moved.TryGetValue(name, out var now))
        {
            _findings.Wrong($"{FindingList.Quote(full)} is no field any more. The fact stands now in: {now}", key.Span);
        }
        else if (_paths.Value.Contains(full) && name.Contains('.'))
        {
            _findings.Wrong($"{FindingList.Quote(full)} is written with a dot; write {FindingList.Quote(name.Substring(name.LastIndexOf('.') + 1))} on a line of its own, indented below {FindingList.Quote(full.Substring(0, full.LastIndexOf('.')))}", key.Span);
        }
        else
        {
            _findings.Wrong($"{FindingList.Quote(full)} is not a field of {_noun}.{(Meant(field, name, full) is { } meant ? $" Did you mean {FindingList.Quote(meant)}?" : "")}", key.Span);
        }

        return null;
    }

    private Field? Member(Field field, string name, bool isRoot) =>
        Named(field.Fields, name) ?? (_mode == ReadMode.RuleTest ? Joined(field, name, isRoot) : null);

    private static Field? Named(IReadOnlyList<Field> fields, string name)
    {
        for (var at = 0; at < fields.Count; at++)
        {
            if (fields[at].Name == name)
            {
                return fields[at];
            }
        }

        return null;
    }

    private static Field? Joined(Field field, string name, bool isRoot)
    {
        if (isRoot)
        {
            return name == s_evidence.Name && field == DataCardSchema.Root ? s_evidence : null;
        }

        var reference = field.Fields.FirstOrDefault(member => member.Name == field.Shorthand);
        return reference is null ? null : DocumentFormat.Behind(reference.Type)?.Fields.FirstOrDefault(candidate => candidate.Name == name);
    }

    private string? Meant(Field field, string name, string full)
    {
        string[] siblings = [.. field.Fields.Select(member => member.Name)];
        if (Spelling.Nearest(name, siblings) is { } sibling)
        {
            return full.Substring(0, full.Length - name.Length) + sibling;
        }

        return Spelling.Nearest(full, [.. _paths.Value]) ?? _paths.Value.FirstOrDefault(path => path.EndsWith("." + name, StringComparison.Ordinal));
    }

    /// <summary>Turns dotted keys into maps. A key that is known as it stands stays.</summary>
    private List<YamlEntry> Nested(Field field, IReadOnlyList<YamlEntry> entries, bool isRoot)
    {
        var nested = new List<YamlEntry>();
        foreach (var entry in entries)
        {
            var dot = entry.Key.Text.IndexOf('.');
            if (dot <= 0 || entry.Key.Text.Count(character => character == '.') > DeepestDottedKey || Member(field, entry.Key.Text, isRoot) is not null)
            {
                nested.Add(entry);
                continue;
            }

            var head = entry.Key.Text.Substring(0, dot);
            var tail = new YamlEntry(new YamlScalar(entry.Key.Text.Substring(dot + 1), true, entry.Key.Span), entry.Value);
            var index = nested.FindIndex(other => other.Key.Text == head);
            if (index < 0)
            {
                nested.Add(new YamlEntry(new YamlScalar(head, true, entry.Key.Span), new YamlMapping([tail], entry.Key.Span with { EndLine = entry.Value.Span.EndLine, EndColumn = entry.Value.Span.EndColumn })));
            }
            else if (nested[index].Value is YamlMapping map)
            {
                nested[index] = nested[index] with { Value = new YamlMapping([.. map.Entries, tail], map.Span) };
            }
            else
            {
                _findings.Wrong($"{FindingList.Quote(head)} has a value already, and {FindingList.Quote(entry.Key.Text)} asks it to be a map", entry.Key.Span);
            }
        }

        return nested;
    }

    private ScalarNode? Scalar(Field field, YamlScalar scalar, string path)
    {
        var text = scalar.Text;
        if (scalar.IsPlain && text is "~" or "null" or "Null" or "NULL")
        {
            return Wrong($"{FindingList.Quote(text)} says nothing. Leave {FindingList.Quote(path)} out when it is not stated, or write none when you looked and there is none", scalar);
        }

        if (field.Type == FieldType.Enum)
        {
            return Word(field, scalar, path);
        }

        if (text == "none" && _mode != ReadMode.Evidence && field.Type is not (FieldType.Boolean or FieldType.License))
        {
            return field.Required
                ? Wrong($"{FindingList.Quote(path)} cannot be none", scalar)
                : new ScalarNode(field, text, null, scalar.Span);
        }

        return ScalarParser.Parse(field.Type, text, out var expected) is { } value
            ? new ScalarNode(field, text, value, scalar.Span) { IsCut = scalar.IsCut }
            : Wrong($"{FindingList.Quote(text)} does not fit: {FindingList.Quote(path)} takes {expected}", scalar);
    }

    private ScalarNode? Word(Field field, YamlScalar scalar, string path)
    {
        var text = scalar.Text;
        if (field.Values.Contains(text))
        {
            return new ScalarNode(field, text, text, scalar.Span);
        }

        if (field.MovedValues.TryGetValue(text, out var now))
        {
            return Wrong($"{FindingList.Quote(path)} does not take {FindingList.Quote(text)} any more; write {now}", scalar);
        }

        if (text == "none" && !field.Required)
        {
            return new ScalarNode(field, text, null, scalar.Span);
        }

        var american = Spelling.American(text);
        if (field.Values.Contains(american))
        {
            _findings.Hint($"{FindingList.Quote(text)} is spelled {FindingList.Quote(american)} here", scalar.Span);
            return new ScalarNode(field, american, american, scalar.Span);
        }

        var meant = Spelling.Nearest(text, [.. field.Values]) is { } nearest ? $" Did you mean {FindingList.Quote(nearest)}?" : "";
        return Wrong($"{FindingList.Quote(path)} takes none of these words: {FindingList.Quote(text)}. Allowed: {Words(field.Values)}.{meant}", scalar);
    }

    private ScalarNode? Wrong(string message, YamlNode at)
    {
        _findings.Wrong(message, at.Span);
        return null;
    }

    private static string Kind(YamlNode node) => node switch
    {
        YamlSequence => "a list",
        YamlMapping => "a map",
        _ => "a single value",
    };

    private static string Words(IEnumerable<string> words) => string.Join(", ", words);

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static IEnumerable<string> Paths(Field field, string path)
    {
        foreach (var member in field.Fields)
        {
            var full = Join(path, member.Name);
            yield return full;
            foreach (var below in Paths(member, full))
            {
                yield return below;
            }
        }
    }
}
