using System.Text.Json;

namespace ResponsibleAI.Cli.Tests;

/// <summary>As much of JSON Schema as our published schemas use. An unknown keyword is a failure, so that nothing is passed over.</summary>
internal sealed class SchemaCheck(JsonElement schema)
{
    private static readonly HashSet<string> s_says = ["$schema", "$id", "$defs", "title", "description"];

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems(JsonElement value)
    {
        Check(schema, value, "$");
        return _problems;
    }

    private void Check(JsonElement rule, JsonElement value, string at)
    {
        foreach (var keyword in rule.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$ref":
                    Check(schema.GetProperty("$defs").GetProperty(keyword.Value.GetString()!.Split('/')[^1]), value, at);
                    break;
                case "type":
                    Require(keyword.Value.ValueKind == JsonValueKind.Array ? keyword.Value.EnumerateArray().Any(type => Is(type.GetString()!, value)) : Is(keyword.Value.GetString()!, value), at, "type");
                    break;
                case "const":
                    Require(JsonElement.DeepEquals(keyword.Value, value), at, "const");
                    break;
                case "enum":
                    Require(keyword.Value.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)), at, $"enum: {value}");
                    break;
                case "minimum":
                    Require(value.GetInt32() >= keyword.Value.GetInt32(), at, "minimum");
                    break;
                case "required":
                    foreach (var name in keyword.Value.EnumerateArray())
                        Require(value.TryGetProperty(name.GetString()!, out _), at, $"required: {name}");
                    break;
                case "additionalProperties":
                    foreach (var property in value.EnumerateObject())
                        Require(rule.GetProperty("properties").TryGetProperty(property.Name, out _), at, $"additional: {property.Name}");
                    break;
                case "properties":
                    foreach (var property in keyword.Value.EnumerateObject())
                        if (value.TryGetProperty(property.Name, out var inner))
                            Check(property.Value, inner, $"{at}.{property.Name}");
                    break;
                case "items":
                    foreach (var item in value.EnumerateArray())
                        Check(keyword.Value, item, $"{at}[]");
                    break;
                default:
                    Require(s_says.Contains(keyword.Name), at, $"keyword: {keyword.Name}");
                    break;
            }
        }
    }

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };

    private void Require(bool holds, string at, string what)
    {
        if (!holds)
            _problems.Add($"{at}: {what}");
    }
}
