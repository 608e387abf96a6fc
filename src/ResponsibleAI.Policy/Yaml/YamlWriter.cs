using System.Globalization;
using System.Text;

namespace ResponsibleAI.Policy.Yaml;

/// <summary>
/// Writes a tree as YAML that <see cref="YamlReader"/> reads back as the same tree: one key per line, short lists and maps on one line,
/// and quotes wherever a text could be taken for something else.
/// </summary>
public static class YamlWriter
{
    private const int LongestLine = 140;
    private static readonly HashSet<string> s_wordsOfYaml = new(StringComparer.OrdinalIgnoreCase) { "null", "true", "false", "yes", "no", "on", "off", "y", "n", "none", "nan", "inf" };

    /// <summary>The document's text, ending in a line feed.</summary>
    public static string Write(YamlMapping document)
    {
        var text = new StringBuilder();
        Block(document, 0, text, continues: false);
        return text.ToString();
    }

    /// <summary>The text as a YAML scalar on one line: plain where it is plainly a text, else in double quotes.</summary>
    public static string Scalar(string text) => IsPlain(text) ? text : Quoted(text);

    private static void Block(YamlNode node, int indent, StringBuilder text, bool continues)
    {
        switch (node)
        {
            case YamlMapping map:
                foreach (var entry in map.Entries)
                {
                    Indent(text, continues ? 0 : indent);
                    continues = false;
                    text.Append(Scalar(entry.Key.Text)).Append(':');
                    Value(entry.Value, indent, text);
                }

                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    Indent(text, continues ? 0 : indent);
                    continues = false;
                    text.Append('-');
                    if (Flow(item) is { } flow && indent + flow.Length <= LongestLine)
                    {
                        text.Append(' ').Append(flow).Append('\n');
                    }
                    else if (item is YamlScalar scalar)
                    {
                        text.Append(' ').Append(Of(scalar)).Append('\n');
                    }
                    else
                    {
                        text.Append(' ');
                        Block(item, indent + 2, text, continues: true);
                    }
                }

                break;
        }
    }

    private static void Value(YamlNode value, int indent, StringBuilder text)
    {
        if (value is YamlScalar scalar)
        {
            if (Literal(scalar) is { } lines)
            {
                text.Append(" |-\n");
                foreach (var line in lines)
                {
                    Indent(text, line.Length == 0 ? 0 : indent + 2);
                    text.Append(line).Append('\n');
                }
            }
            else
            {
                text.Append(' ').Append(Of(scalar)).Append('\n');
            }
        }
        else if (Flow(value) is { } flow && indent + flow.Length <= LongestLine && !(value is YamlSequence { Items: { Count: > 1 } items } && items.Any(item => item is YamlMapping)))
        {
            text.Append(' ').Append(flow).Append('\n');
        }
        else
        {
            text.Append('\n');
            Block(value, indent + 2, text, continues: false);
        }
    }

    /// <summary>On one line; null when that would be too long to read.</summary>
    private static string? Flow(YamlNode node)
    {
        var text = new StringBuilder();
        return Flow(node, text) ? text.ToString() : null;
    }

    private static bool Flow(YamlNode node, StringBuilder text)
    {
        switch (node)
        {
            case YamlScalar scalar:
                text.Append(Of(scalar));
                break;
            case YamlSequence list:
                text.Append('[');
                for (var at = 0; at < list.Items.Count; at++)
                {
                    text.Append(at == 0 ? "" : ", ");
                    if (!Flow(list.Items[at], text))
                        return false;
                }

                text.Append(']');
                break;
            case YamlMapping map:
                text.Append(map.Entries.Count == 0 ? "{" : "{ ");
                for (var at = 0; at < map.Entries.Count; at++)
                {
                    text.Append(at == 0 ? "" : ", ").Append(Scalar(map.Entries[at].Key.Text)).Append(": ");
                    if (!Flow(map.Entries[at].Value, text))
                        return false;
                }

                text.Append(map.Entries.Count == 0 ? "}" : " }");
                break;
        }

        return text.Length <= LongestLine;
    }

    private static string Of(YamlScalar scalar) => scalar.IsPlain && scalar.Text.Length > 0 ? scalar.Text : Scalar(scalar.Text);

    /// <summary>The lines of a text that reads well as it stands; null when it needs escapes or has one line only.</summary>
    private static string[]? Literal(YamlScalar scalar)
    {
        var lines = scalar.Text.Split('\n');
        var reads = lines.Length > 1 && lines[0].Length > 0 && lines[lines.Length - 1].Length > 0
            && lines.All(line => (line.Length == 0 || (line[0] is not (' ' or '\t') && line[line.Length - 1] is not (' ' or '\t'))) && line.All(letter => letter == '\t' || !NeedsEscape(letter)));
        return reads ? lines : null;
    }

    private static bool IsPlain(string text) =>
        text.Length > 0 && IsAsciiLetter(text[0]) && text[text.Length - 1] != ' ' && !s_wordsOfYaml.Contains(text)
        && text.All(letter => letter is ' ' or '_' or '-' or '.' or '/' or '(' or ')' or '+' || IsAsciiLetter(letter) || letter is >= '0' and <= '9');

    private static bool IsAsciiLetter(char letter) => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter is '"' or '\\')
                quoted.Append('\\').Append(letter);
            else if (letter == '\n')
                quoted.Append("\\n");
            else if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                quoted.Append(letter).Append(text[++at]);
            else if (char.IsSurrogate(letter))
                quoted.Append('\uFFFD');
            else if (NeedsEscape(letter))
                quoted.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else
                quoted.Append(letter);
        }

        return quoted.Append('"').ToString();
    }

    private static bool NeedsEscape(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' || char.IsSurrogate(letter);

    private static void Indent(StringBuilder text, int indent) => text.Append(' ', indent);
}
