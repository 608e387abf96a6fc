using System.Text.Json;
using System.Text.RegularExpressions;

namespace ResponsibleAI.Cli.Tests;

/// <summary>As much of JSON Schema as our published schemas use. An unknown keyword is a failure, so that nothing is passed over.</summary>
internal sealed class SchemaCheck(JsonElement schema)
{
    private static readonly HashSet<string> s_says = ["$schema", "$id", "$defs", "definitions", "defaultSnippets", "title", "description"];

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
                    Check(keyword.Value.GetString()!.Split('/') is ["#", var group, var definition] ? schema.GetProperty(group).GetProperty(definition) : default, value, at);
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
                case "allOf":
                    foreach (var part in keyword.Value.EnumerateArray())
                        Check(part, value, at);
                    break;
                case "anyOf":
                    if (!keyword.Value.EnumerateArray().Any(form => Fits(form, value)))
                        Require(false, at, "anyOf");
                    break;
                case "not":
                    Require(!Fits(keyword.Value, value), at, "not");
                    break;
                case "if":
                    if (Fits(keyword.Value, value) && rule.TryGetProperty("then", out var then))
                        Check(then, value, at);
                    break;
                case "then":
                    break;
                case "propertyNames" or "patternProperties" when value.ValueKind != JsonValueKind.Object:
                    break;
                case "propertyNames":
                    foreach (var property in value.EnumerateObject())
                        Check(keyword.Value, JsonSerializer.SerializeToElement(property.Name), at);
                    break;
                case "patternProperties":
                    foreach (var pattern in keyword.Value.EnumerateObject())
                        foreach (var property in value.EnumerateObject().Where(property => Matches(pattern.Name, property.Name)))
                            Check(pattern.Value, property.Value, $"{at}.{property.Name}");
                    break;
                case "oneOf":
                    One(keyword.Value, value, at);
                    break;
                case "pattern":
                    Require(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), at, $"pattern: {value}");
                    break;
                case "minimum":
                    Require(value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(), at, "minimum");
                    break;
                case "maximum":
                    Require(value.ValueKind != JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble(), at, "maximum");
                    break;
                case "required" or "additionalProperties" or "properties" when value.ValueKind != JsonValueKind.Object:
                case "items" when value.ValueKind != JsonValueKind.Array:
                    break;
                case "required":
                    foreach (var name in keyword.Value.EnumerateArray())
                        Require(value.TryGetProperty(name.GetString()!, out _), at, $"required: {name}");
                    break;
                case "additionalProperties":
                    foreach (var property in value.EnumerateObject())
                        if (rule.TryGetProperty("properties", out var listed) && listed.TryGetProperty(property.Name, out _)
                            || rule.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().Any(pattern => Matches(pattern.Name, property.Name)))
                            continue;
                        else if (keyword.Value.ValueKind == JsonValueKind.False)
                            _problems.Add($"{at}: additional: {property.Name}");
                        else
                            Check(keyword.Value, property.Value, $"{at}.{property.Name}");
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

    /// <summary>When not one form fits, the problems of the one that comes nearest are told.</summary>
    private void One(JsonElement forms, JsonElement value, string at)
    {
        var tries = forms.EnumerateArray().Select(form =>
        {
            var attempt = new SchemaCheck(schema);
            attempt.Check(form, value, at);
            return attempt._problems;
        }).ToArray();
        Require(tries.Count(problems => problems.Count == 0) <= 1, at, "several forms fit");
        if (tries.All(problems => problems.Count > 0))
            _problems.AddRange(tries.MinBy(problems => problems.Contains($"{at}: type") ? 2 : problems.Contains($"{at}: enum: {value}") ? 1 : 0)!);
    }

    private bool Fits(JsonElement form, JsonElement value) => new SchemaCheck(schema).Also(form, value).Count == 0;

    private List<string> Also(JsonElement form, JsonElement value)
    {
        Check(form, value, "");
        return _problems;
    }

    private static bool Matches(string pattern, string text) => Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };

    private void Require(bool holds, string at, string what)
    {
        if (!holds)
            _problems.Add($"{at}: {what}");
    }
}
