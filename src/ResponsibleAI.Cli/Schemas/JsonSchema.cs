using System.Text.Json.Nodes;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Cli.Schemas;

/// <summary>
/// A format's key table as JSON Schema draft-07, for editors. It offers what is written today: former names are left out, and
/// a number or flag in quotes is refused though the compiler reads it. What a reference leads to is the compiler's business.
/// </summary>
internal sealed class JsonSchema
{
    private const string None = "none";
    private const string Home = "https://github.com/responsible-ai-analyzers/ResponsibleAI.Analyzers/blob/main/docs/schema/";
    private readonly OfferedWords _offered;
    private readonly JsonObject _definitions = [];

    private JsonSchema(OfferedWords offered) => _offered = offered;

    /// <summary>Formats that people write by hand, by the name that commands take.</summary>
    public static IReadOnlyDictionary<string, DocumentFormat> Formats { get; } = new SortedDictionary<string, DocumentFormat>(
        new[] { DocumentFormat.DataCard, DocumentFormat.ModelCard, DocumentFormat.Policy, DocumentFormat.Purposes, DocumentFormat.Rules, DocumentFormat.Waivers }.ToDictionary(static format => format.Id.Split('/')[1]),
        StringComparer.Ordinal);

    /// <summary>How the schema's file is called, such as datacard-v1.schema.json.</summary>
    public static string FileName(DocumentFormat format) => format.Id.Split('/') is [_, var name, var version] ? $"{name}-v{version}.schema.json" : throw new ArgumentException(format.Id, nameof(format));

    /// <summary>The text of the schema; the same for the same tables.</summary>
    public static string Of(DocumentFormat format, OfferedWords offered)
    {
        if (format == DocumentFormat.Rules)
            return RulesSchema.Of(offered, Home + FileName(format));
        var root = format.Root ?? throw new ArgumentException("This format has no key table", nameof(format));
        var tables = new JsonSchema(offered);
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["$id"] = Home + FileName(format), ["title"] = format.Id, ["description"] = root.Title };
        Add(schema, tables.Map(root, ""));
        if (tables._definitions.Count > 0)
            schema["definitions"] = tables._definitions;
        return JsonText.Write(json => schema.WriteTo(json));
    }

    /// <summary>A text with words that language servers offer and explain, and that others need not keep to.</summary>
    private static JsonObject Offering(IEnumerable<(string Word, string Title)> words) => new() { ["type"] = "string", ["defaultSnippets"] = Snippets(words) };

    private static JsonArray Snippets(IEnumerable<(string Word, string Title)> words) =>
        new([.. words.Select(static word => new JsonObject { ["label"] = word.Word, ["body"] = word.Word, ["description"] = word.Title })]);

    private JsonObject Property(Field field, string path)
    {
        var schema = new JsonObject { ["title"] = field.Name, ["description"] = field.Title };
        JsonObject[] forms = field.IsList
            ? [new JsonObject { ["type"] = "array", ["items"] = Either([.. Forms(field, path)]) }, .. Forms(field, path), .. NoneOf(field)]
            : [.. Forms(field, path), .. NoneOf(field)];
        Add(schema, Either(forms));
        return schema;
    }

    /// <summary>What one value, or one item, may look like.</summary>
    private IEnumerable<JsonObject> Forms(Field field, string path)
    {
        switch (field.Type)
        {
            case FieldType.Map:
                yield return field.IsList ? Defined(path, () => Map(field, path)) : Map(field, path);
                if (field.Shorthand is { } key)
                    foreach (var form in Forms(field.Fields.First(member => member.Name == key), $"{path}.{key}"))
                        yield return form;
                break;
            case FieldType.Table:
                yield return new JsonObject { ["type"] = "object", ["additionalProperties"] = Either([.. Forms(field.Each!, $"{path}.*"), .. NoneOf(field.Each!)]) };
                break;
            case FieldType.Condition:
                yield return new JsonObject { ["type"] = "object" };
                break;
            case FieldType.License:
                yield return Defined("licenseId", () => Offering(_offered.Licenses));
                break;
            case FieldType.Category:
                yield return Defined("categoryKey", () => Offering(_offered.Categories));
                break;
            default:
                yield return Scalar(field);
                break;
        }
    }

    private JsonObject Map(Field field, string path)
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
        if (field.Fields.Any(static member => member.Required))
            schema["required"] = Strings(field.Fields.Where(static member => member.Required).Select(static member => member.Name));
        schema["properties"] = new JsonObject(field.Fields.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, Property(member, path.Length == 0 ? member.Name : $"{path}.{member.Name}"))));
        return schema;
    }

    /// <summary>A reference to what is written once, in the schema's definitions.</summary>
    private JsonObject Defined(string name, Func<JsonObject> definition)
    {
        if (!_definitions.ContainsKey(name))
            _definitions[name] = definition();
        return new JsonObject { ["$ref"] = $"#/definitions/{name}" };
    }

    private static JsonObject Scalar(Field field) => field.Type switch
    {
        FieldType.Enum => new() { ["enum"] = new JsonArray([.. field.Values.Select(Word)]) },
        FieldType.Boolean => new() { ["type"] = "boolean" },
        FieldType.Integer => new() { ["type"] = "integer" },
        FieldType.Number => new() { ["type"] = "number" },
        FieldType.Id => new() { ["type"] = new JsonArray("string", "integer"), ["pattern"] = "^[a-z0-9][a-z0-9-]{0,127}$", ["minimum"] = 0 },
        FieldType.Date => new() { ["type"] = new JsonArray("string", "integer"), ["pattern"] = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", ["minimum"] = 1000, ["maximum"] = 9999 },
        FieldType.Evidence => new() { ["type"] = new JsonArray("string", "number"), ["defaultSnippets"] = Snippets([("evidence", "The file below rai/evidence that is called like the model.")]) },
        FieldType.Reference => new() { ["type"] = new JsonArray("string", "number"), ["defaultSnippets"] = Snippets([(None, "Looked, there is none.")]) },
        _ => new() { ["type"] = new JsonArray("string", "number") },
    };

    /// <summary>YAML reads these two words as flags.</summary>
    private static JsonNode Word(string word) => word switch
    {
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ => JsonValue.Create(word),
    };

    /// <summary>none where it means "I looked, there is none", unless the value is a text that takes the word anyway.</summary>
    private static IEnumerable<JsonObject> NoneOf(Field field)
    {
        var value = field.Fields.FirstOrDefault(member => member.Name == field.Shorthand) ?? field;
        var hasItsOwn = field.Values.Contains(None) || field.MovedValues.ContainsKey(None);
        var mayBeNone = field.IsList || (!field.Required && field.Type is not (FieldType.Boolean or FieldType.Table));
        if (mayBeNone && !hasItsOwn && (value.Type is FieldType.Enum or FieldType.Boolean or FieldType.Integer or FieldType.Number or FieldType.Date or FieldType.Map or FieldType.Table))
            yield return new JsonObject { ["enum"] = Strings([None]) };
    }

    private static JsonObject Either(JsonObject[] forms) => forms is [var only] ? only : new JsonObject { ["oneOf"] = new JsonArray([.. forms]) };

    private static JsonArray Strings(IEnumerable<string> words) => new([.. words.Select(static word => JsonValue.Create(word))]);

    /// <summary>Draft-07 looks at nothing beside a reference, so that one is set apart.</summary>
    private static void Add(JsonObject schema, JsonObject form)
    {
        if (form.ContainsKey("$ref"))
        {
            schema["oneOf"] = new JsonArray(form);
            return;
        }

        foreach (var (keyword, value) in form.ToArray())
        {
            form.Remove(keyword);
            schema[keyword] = value;
        }
    }
}
