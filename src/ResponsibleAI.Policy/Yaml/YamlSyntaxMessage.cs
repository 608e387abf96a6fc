using ResponsibleAI.Policy.Findings;
using YamlDotNet.Core;

namespace ResponsibleAI.Policy.Yaml;

/// <summary>A parser's error in words for people who do not know YAML. Most errors are a text that needs quotes.</summary>
internal static class YamlSyntaxMessage
{
    /// <summary>The message, and the place: the parser's own, except for tabs, which it reports at the map they break.</summary>
    public static (string Message, SourceSpan At) For(YamlException? error, string text, SourceSpan at)
    {
        if (at.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return ("This is no JSON: a text, list or object is not closed, or a sign between two entries is missing", at);
        }

        if (error?.Message.Contains(" tab ") == true && FirstTabIndent(text, at.Line) is { } tab)
        {
            return ("A tab cannot indent a line; use blanks", at with { Line = tab.Line, Column = tab.Column, EndLine = tab.Line, EndColumn = tab.Column + 1 });
        }

        return (Explain(error, Line(text, at.Line)), at);
    }

    private static string Explain(YamlException? error, string line)
    {
        var value = ValueOf(line);
        return value switch
        {
            ['{' or '[', ..] when !Closes(value) => $"A list or map that starts with {value[0]} is not closed, or a text that starts with {value[0]} needs quotes: {Quoted(line)}",
            ['{' or '[', ..] => $"A text that starts with {value[0]} needs quotes: {Quoted(line)}",
            ['@' or '`' or '%' or '&' or '*' or '!' or '|' or '>', ..] => $"A text that starts with {value[0]} needs quotes: {Quoted(line)}",
            ['"' or '\'', ..] => $"A text in quotes is not closed, or something follows its closing quote. Inside '…' a quote is written twice; inside \"…\" a backslash starts a sign such as \\n",
            _ when value.Contains(": ") => $"A text that contains `: ` needs quotes: {Quoted(line)}",
            _ when error?.Message.Contains("expected key") == true || error?.Message.Contains("indicator") == true => "This line does not stand where the lines above let it: check how far it is indented, and that a list holds only `- ` entries and a map only `key: value` entries",
            _ when error?.Message.Contains("invalid mapping") == true => "This is neither `key: value` nor a continued text: write a blank after the colon, or put the text in quotes",
            _ => "This is no YAML: " + (error is null ? "a list or map is not closed" : Lower(error.Message)),
        };
    }

    private static (int Line, int Column)? FirstTabIndent(string text, int from)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            var indent = line.Length - line.TrimStart(' ').Length;
            if (++number >= from && indent < line.Length && line[indent] == '\t')
            {
                return (number, indent + 1);
            }
        }

        return null;
    }

    /// <summary>What stands after the first `key: ` or `- ` of a line.</summary>
    private static string ValueOf(string line)
    {
        var rest = line.Trim();
        while (rest.StartsWith("- ", StringComparison.Ordinal))
        {
            rest = rest.Substring(2).TrimStart();
        }

        var colon = rest.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && rest.IndexOfAny(['{', '[', '"', '\'']) is var quote && (quote < 0 || quote > colon) ? rest.Substring(colon + 2).TrimStart() : rest;
    }

    private static bool Closes(string value)
    {
        var open = 0;
        foreach (var character in value)
        {
            open += character switch { '{' or '[' => 1, '}' or ']' => -1, _ => 0 };
        }

        return open <= 0;
    }

    private static string Quoted(string line)
    {
        var value = ValueOf(line);
        var key = line.Substring(0, Math.Max(0, line.TrimEnd().LastIndexOf(value, StringComparison.Ordinal))).Trim();
        return $"{key} \"{Inside(value)}\"".Trim();
    }

    private static string Inside(string value) => FindingList.Quote(value.TrimEnd().Replace("\"", "'")).Trim('`');

    private static string Lower(string message) => message.Length == 0 ? message : char.ToLowerInvariant(message[0]) + message.Substring(1).TrimEnd('.');

    private static string Line(string text, int number)
    {
        var start = 0;
        for (var line = 1; line < number; line++)
        {
            start = text.IndexOf('\n', start) + 1;
            if (start == 0)
            {
                return "";
            }
        }

        var end = text.IndexOf('\n', start);
        return (end < 0 ? text.Substring(start) : text.Substring(start, end - start)).TrimEnd('\r');
    }
}
