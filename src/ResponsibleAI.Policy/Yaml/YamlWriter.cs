using System.Text;

namespace ResponsibleAI.Policy.Yaml;

/// <summary>Writes YAML for people: maps in lines, what is below them in one line.</summary>
internal static class YamlWriter
{
    private const string Special = "{}[],#&*!|>'\"%@`?";

    /// <summary>One key a line; maps below a key are indented.</summary>
    public static void Lines(StringBuilder text, YamlMapping map, int depth = 0)
    {
        foreach (var entry in map.Entries)
        {
            text.Append(' ', depth * 2).Append(Scalar(entry.Key)).Append(':');
            if (entry.Value is YamlMapping { Entries.Count: > 0 } below)
            {
                text.Append('\n');
                Lines(text, below, depth + 1);
            }
            else if (entry.Value is YamlSequence { Items.Count: > 1 } list && list.Items.Any(item => item is YamlMapping))
            {
                text.Append('\n');
                foreach (var item in list.Items)
                    text.Append(' ', (depth + 1) * 2).Append("- ").Append(Flow(item)).Append('\n');
            }
            else
            {
                text.Append(' ').Append(Flow(entry.Value)).Append('\n');
            }
        }
    }

    /// <summary>The node in one line.</summary>
    public static string Flow(YamlNode node) => node switch
    {
        YamlScalar scalar => Scalar(scalar),
        YamlSequence list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        YamlMapping { Entries.Count: 0 } => "{}",
        YamlMapping map => $"{{ {string.Join(", ", map.Entries.Select(entry => $"{Scalar(entry.Key)}: {Flow(entry.Value)}"))} }}",
        _ => "",
    };

    private static string Scalar(YamlScalar scalar)
    {
        var text = scalar.Text;
        var isPlain = scalar.IsPlain && text.Length > 0 && !text.Contains(": ") && !text.Contains(" #") && text.All(character => !char.IsControl(character) && Special.IndexOf(character) < 0);
        return isPlain ? text : $"\"{string.Concat(text.Select(Escaped))}\"";
    }

    private static string Escaped(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\t' => "\\t",
        _ when char.IsControl(character) => " ",
        _ => character.ToString(),
    };
}
