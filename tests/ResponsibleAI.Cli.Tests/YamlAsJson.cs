using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Cli.Tests;

/// <summary>YAML as an editor's schema check sees it: plain scalars are typed by YAML 1.2's core schema.</summary>
internal static class YamlAsJson
{
    public static JsonElement Read(string yaml)
    {
        var file = YamlReader.Read("f.yaml", new MemoryStream(Encoding.UTF8.GetBytes(yaml)), YamlLimits.Repository);
        Assert.Empty(file.Findings);
        return JsonSerializer.SerializeToElement(Node(file.Documents[0]));
    }

    private static JsonNode? Node(YamlNode yaml) => yaml switch
    {
        YamlMapping map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Node(entry.Value)))),
        YamlSequence list => new JsonArray([.. list.Items.Select(Node)]),
        YamlScalar { IsPlain: true, Text: "" or "~" or "null" } => null,
        YamlScalar { IsPlain: true, Text: "true" or "false" } flag => flag.Text == "true",
        YamlScalar { IsPlain: true } number when long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        YamlScalar { IsPlain: true } number when double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) => real,
        YamlScalar scalar => scalar.Text,
        _ => throw new ArgumentException("A node of a new kind", nameof(yaml)),
    };
}
