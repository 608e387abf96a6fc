using System.Globalization;
using System.Text;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Interchange;

/// <summary>
/// JSON (RFC 8259) as the same tree that YAML becomes, with places and the same limits. Numbers, flags and null are plain scalars, texts are not.
/// </summary>
internal sealed class JsonText
{
    private readonly string _text;
    private readonly YamlLimits _limits;
    private readonly FindingList _findings;
    private int _at;
    private int _line = 1;
    private int _lineStart;
    private int _nodes;

    private JsonText(string text, YamlLimits limits, FindingList findings) => (_text, _limits, _findings) = (text, limits, findings);

    /// <summary>The document; null, and a finding, when it is no JSON.</summary>
    public static YamlNode? Read(string text, YamlLimits limits, FindingList findings)
    {
        var reader = new JsonText(text, limits, findings);
        try
        {
            reader.Blank();
            var node = reader.Value(1);
            reader.Blank();
            return reader._at == text.Length ? node : throw Broken("The document ends here; what follows is too much");
        }
        catch (FormatException error)
        {
            findings.NotAssessed(FormattableString.Invariant($"{error.Message}. The file is no JSON from line {reader._line} on; nothing in it is read"), reader.Here());
            return null;
        }
    }

    /// <summary>Writes a tree as JSON, two blanks per level.</summary>
    public static string Write(YamlNode node)
    {
        var json = new StringBuilder();
        Write(node, 0, json);
        return json.Append('\n').ToString();
    }

    private YamlNode Value(int depth)
    {
        if (depth > _limits.Depth)
            throw Broken(FormattableString.Invariant($"More than {_limits.Depth} lists and maps stand inside one another"));
        if (++_nodes > _limits.Nodes)
            throw Broken(FormattableString.Invariant($"The file holds more than {_limits.Nodes} values"));
        return Peek() switch
        {
            '{' => Object(depth),
            '[' => Array(depth),
            '"' => String(),
            _ => Word(),
        };
    }

    private YamlMapping Object(int depth)
    {
        var start = Here();
        var entries = new List<YamlEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        _at++;
        for (Blank(); Peek() != '}'; Blank())
        {
            if (entries.Count > 0 || names.Count > 0)
                Expect(',', "A comma or a closing brace is missing here");
            Blank();
            var key = Peek() == '"' ? String() : throw Broken("A key in double quotes is missing here");
            Blank();
            Expect(':', "A colon is missing here");
            Blank();
            var value = Value(depth + 1);
            if (names.Add(key.Text))
                entries.Add(new YamlEntry(key, value));
            else
                _findings.Hint($"{FindingList.Quote(key.Text)} is written twice; the first counts", key.Span);
        }

        _at++;
        return new YamlMapping(entries, To(start));
    }

    private YamlSequence Array(int depth)
    {
        var start = Here();
        var items = new List<YamlNode>();
        _at++;
        for (Blank(); Peek() != ']'; Blank())
        {
            if (items.Count > 0)
                Expect(',', "A comma or a closing bracket is missing here");
            Blank();
            items.Add(Value(depth + 1));
        }

        _at++;
        return new YamlSequence(items, To(start));
    }

    private YamlScalar String()
    {
        var start = Here();
        var value = new StringBuilder();
        for (_at++; Peek() is var letter && letter != '"'; _at++)
        {
            if (letter is '\n' or '\r')
                throw Broken("The text does not end on its line");
            value.Append(letter == '\\' ? Escape() : letter);
        }

        _at++;
        return new YamlScalar(value.ToString(), isPlain: false, To(start));
    }

    private char Escape()
    {
        _at++;
        switch (Peek())
        {
            case 'n': return '\n';
            case 't': return '\t';
            case 'r': return '\r';
            case 'b': return '\b';
            case 'f': return '\f';
            case '"' or '\\' or '/': return _text[_at];
            case 'u' when _at + 4 < _text.Length && ushort.TryParse(_text.Substring(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            default: throw Broken("A backslash stands before something that is no escape");
        }
    }

    private YamlScalar Word()
    {
        var start = Here();
        var first = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '-' or '+' or '.'))
            _at++;
        var word = _text.Substring(first, _at - first);
        var isValue = word is "true" or "false" or "null"
            || (word.Length > 0 && (word[0] == '-' || char.IsDigit(word[0])) && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        _at = isValue ? _at : first;
        return isValue ? new YamlScalar(word, isPlain: true, To(start)) : throw Broken("A value is missing here, or a text without double quotes");
    }

    private void Expect(char letter, string otherwise)
    {
        if (Peek() != letter)
            throw Broken(otherwise);
        _at++;
    }

    private void Blank()
    {
        for (; _at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n'; _at++)
        {
            if (_text[_at] == '\n')
                (_line, _lineStart) = (_line + 1, _at + 1);
        }
    }

    private char Peek() => _at < _text.Length ? _text[_at] : throw Broken("The file ends in the middle of a value");

    private static FormatException Broken(string message) => new(message);

    private SourceSpan Here() => new(_findings.Path, _line, _at - _lineStart + 1, _line, _at - _lineStart + 1);

    private SourceSpan To(SourceSpan start) => start with { EndLine = _line, EndColumn = _at - _lineStart + 1 };

    private static void Write(YamlNode node, int indent, StringBuilder json)
    {
        switch (node)
        {
            case YamlScalar scalar when scalar.IsPlain && IsJsonWord(scalar.Text):
                json.Append(scalar.Text);
                break;
            case YamlScalar scalar:
                Quote(scalar.Text, json);
                break;
            case YamlSequence list:
                Items('[', ']', list.Items.Count, indent, json, at => Write(list.Items[at], indent + 2, json));
                break;
            case YamlMapping map:
                Items('{', '}', map.Entries.Count, indent, json, at =>
                {
                    Quote(map.Entries[at].Key.Text, json);
                    json.Append(": ");
                    Write(map.Entries[at].Value, indent + 2, json);
                });
                break;
        }
    }

    private static void Items(char open, char close, int count, int indent, StringBuilder json, Action<int> write)
    {
        json.Append(open);
        for (var item = 0; item < count; item++)
        {
            json.Append(item == 0 ? "\n" : ",\n").Append(' ', indent + 2);
            write(item);
        }

        if (count > 0)
            json.Append('\n').Append(' ', indent);
        json.Append(close);
    }

    private static bool IsJsonWord(string text) =>
        text is "true" or "false"
        || (text.Length > 0 && (char.IsDigit(text[text.Length - 1]) && text.All(letter => letter is (>= '0' and <= '9') or '-' or '.' or 'e' or 'E' or '+'))
            && !(text.Length > 1 && text[0] == '0' && text[1] is >= '0' and <= '9') && text[0] is not ('.' or '+')
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    private static void Quote(string text, StringBuilder json)
    {
        json.Append('"');
        foreach (var letter in text)
        {
            if (letter is '"' or '\\')
                json.Append('\\').Append(letter);
            else if (letter == '\n')
                json.Append("\\n");
            else if (char.IsControl(letter) || letter is '\u2028' or '\u2029')
                json.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else
                json.Append(letter);
        }

        json.Append('"');
    }
}
