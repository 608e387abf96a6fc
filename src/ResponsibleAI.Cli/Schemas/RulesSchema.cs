using System.Text.Json.Nodes;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Rules;

namespace ResponsibleAI.Cli.Schemas;

/// <summary>
/// The rule language as JSON Schema draft-07: which paths a condition may write where it stands, and which tests and words each takes. What draft-07
/// cannot say is left to rai rules lint: names of conditions, lists and thresholds, paths of outer entries, what contradicts what.
/// </summary>
internal sealed class RulesSchema
{
    private static readonly (DocumentKind Kind, string Word)[] s_kinds = [(DocumentKind.DataCard, "datacard"), (DocumentKind.ModelCard, "modelcard"), (DocumentKind.Purpose, "purpose")];
    private static readonly string[] s_counts = ["equals", "atLeast", "atMost", "above", "below"];
    private readonly OfferedWords _offered;
    private readonly JsonObject _definitions = [];

    private RulesSchema(OfferedWords offered) => _offered = offered;

    /// <summary>The text of the schema; the same for the same tables.</summary>
    public static string Of(OfferedWords offered, string id)
    {
        var tables = new RulesSchema(offered);
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["$id"] = id, ["title"] = "rai/rules/1", ["description"] = "A rule pack: one file, one owner." };
        foreach (var (keyword, value) in tables.Pack().ToArray())
        {
            schema[keyword] = value?.DeepClone();
        }

        schema["definitions"] = tables._definitions;
        return JsonText.Write(json => schema.WriteTo(json));
    }

    private JsonObject Pack() => Map(["schema", "pack", "version", "lawAsOf", "rules"],
        ("schema", new() { ["enum"] = Strings("rai/rules/1"), ["description"] = "The format and its version." }),
        ("pack", Text("The pack's name, the first part of its slugs.")),
        ("title", Text("For people.")),
        ("version", Text("Its version; a looser rule raises the major one.")),
        ("lawAsOf", Date("The state of the law its authors read; the date of judgement of tests that give none.")),
        ("owner", Text("Who answers for it.")),
        ("reviewedBy", Text("The second pair of eyes.")),
        ("reviewBy", Date("When it must be looked at again.")),
        ("note", Text("Anything else.")),
        ("when", AnyDocument("Opens every rule of the pack.")),
        ("conditions", new()
        {
            ["description"] = "Conditions with a name, for `is:`. They are about the whole document.",
            ["type"] = "object",
            ["additionalProperties"] = Map(["when"], ("title", Text("What it says, as part of a sentence: the data is about identifiable people.")), ("when", AnyDocument("The condition."))),
        }),
        ("lists", new() { ["description"] = "Lists of words with a name, for `{ list: name }`.", ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = Strings("string", "number") } } }),
        ("rules", new() { ["description"] = "The rules.", ["type"] = "array", ["items"] = Rule() }));

    private JsonObject Rule()
    {
        var rule = Map(["id", "slug", "title", "about", "severity", "basis", "fix"],
            ("id", Text("Such as RAI5302; never used twice.")),
            ("slug", Text("Pack and name, such as gdpr/consent-evidence.")),
            ("title", Text("The obligation in a few words.")),
            ("about", Words("What it judges.", "datacard", "modelcard", "purpose")),
            ("severity", Words("How loud a contradiction is before the policy speaks.", "info", "warning", "error")),
            ("basis", Words("What it rests on. With a threshold it is organization, never law.", "law", "guidance", "license", "good-practice", "organization")),
            ("jurisdiction", Text("It applies only where the policy lists this jurisdiction, such as eu or us-ca.")),
            ("cites", new() { ["description"] = "The provisions.", ["type"] = "array", ["items"] = Cite() }),
            ("effective", Effective()),
            ("forEach", Text("A list of the document; the rule is then asked for each entry and speaks of that entry.")),
            ("when", Described("Whom it concerns; without it, everybody.")),
            ("require", Described("What must hold.")),
            ("ifSilent", Words("Saying nothing is a failure. Allowed only where something the card states made it a duty.", "fail")),
            ("at", Text("Where findings point to, when not to what decided.")),
            ("message", Text("What the engineer reads. {path} is replaced by what the card says there, {threshold:name} by the number.")),
            ("review", Text("Instead of a verdict, a question to a human.")),
            ("fix", Text("What to do about it.")),
            ("note", Text("Anything else.")),
            ("tests", new() { ["description"] = "Cards with the outcome that is expected.", ["type"] = "array", ["items"] = Test() }));
        rule["allOf"] = new JsonArray([.. s_kinds.SelectMany(kind => Scopes(kind.Kind, kind.Word))]);
        return rule;
    }

    /// <summary>Which paths conditions may write depends on what a rule is about and which list it goes through.</summary>
    private IEnumerable<JsonNode> Scopes(DocumentKind kind, string word)
    {
        var scopes = RulePaths.Of(kind);
        var names = scopes.Skip(1).Select(scope => Singular(scope.List)).Append("card").Append("dataset").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        DefineCard(kind, word, scopes[0]);
        foreach (var scope in scopes)
            Define(word, scope, names);
        var lists = scopes[0].Paths.Where(static path => path.Field.IsList).Select(static path => path.Path).ToArray();
        yield return new JsonObject
        {
            ["if"] = new JsonObject { ["required"] = Strings("about"), ["properties"] = new JsonObject { ["about"] = new JsonObject { ["const"] = word } } },
            ["then"] = new JsonObject { ["properties"] = new JsonObject { ["forEach"] = new JsonObject { ["enum"] = Strings(lists) } } },
        };
        foreach (var scope in scopes.Where(scope => scope.List.Length == 0 || lists.Contains(scope.List)))
        {
            var about = new JsonObject { ["about"] = new JsonObject { ["const"] = word } };
            var given = new JsonObject { ["required"] = scope.List.Length == 0 ? Strings("about") : Strings("about", "forEach"), ["properties"] = about };
            if (scope.List.Length == 0)
                given["not"] = new JsonObject { ["required"] = Strings("forEach") };
            else
                about["forEach"] = new JsonObject { ["const"] = scope.List };
            yield return new JsonObject
            {
                ["if"] = given,
                ["then"] = new JsonObject { ["properties"] = new JsonObject { ["when"] = Reference(Name(word, scope.List)), ["require"] = Reference(Name(word, scope.List)) } },
            };
        }
    }

    /// <summary>A condition whose bare paths begin in one scope.</summary>
    private void Define(string word, PathScope scope, List<string> names)
    {
        var own = Reference(Name(word, scope.List));
        var properties = new JsonObject
        {
            ["all"] = new JsonObject { ["description"] = "Every one of these holds.", ["type"] = "array", ["items"] = own.DeepClone() },
            ["any"] = new JsonObject { ["description"] = "At least one of these holds.", ["type"] = "array", ["items"] = own.DeepClone() },
            ["not"] = own.DeepClone(),
            ["is"] = Text("A condition of this pack, by name."),
        };
        foreach (var path in scope.Paths)
            properties[path.Path] = Property(word, scope.List, path);
        foreach (var path in RulePaths.OfPolicy())
            properties[path.Path] = Property(word, "", path);
        var outer = scope.List.Length == 0 ? "card" : string.Join('|', names);
        var condition = new JsonObject { ["type"] = "object", ["properties"] = properties, ["patternProperties"] = new JsonObject { [$"^({outer})\\."] = new JsonObject() }, ["additionalProperties"] = false };
        if (scope.List.Length > 0)
            condition["allOf"] = new JsonArray(Reference($"card-of-{word}"));
        _definitions[Name(word, scope.List)] = condition;
    }

    /// <summary>The document's paths as an entry of a list names them.</summary>
    private void DefineCard(DocumentKind kind, string word, PathScope document) => _definitions[$"card-of-{word}"] = new JsonObject
    {
        ["properties"] = new JsonObject(document.Paths.Select(path => KeyValuePair.Create<string, JsonNode?>("card." + path.Path, Property(word, "", path)))),
        ["propertyNames"] = new JsonObject
        {
            ["if"] = new JsonObject { ["pattern"] = "^card\\." },
            ["then"] = new JsonObject { ["enum"] = Strings([.. document.Paths.Select(static path => "card." + path.Path)]) },
        },
    };

    private JsonObject Property(string word, string list, RulePath path)
    {
        var test = path.Field.IsList ? ListTest(word, list.Length == 0 ? path.Path : $"{list}.{path.Path}", path) : Test(path.Field);
        return new JsonObject { ["description"] = path.Field.Title, ["allOf"] = new JsonArray(test) };
    }

    /// <summary>The test of a list: of its entries, of their number, or of whether it is there.</summary>
    private JsonObject ListTest(string word, string list, RulePath path)
    {
        var isMap = path.Field.Type == FieldType.Map;
        var isOwn = isMap && path.IsOwn && path.Path.Split('.')[0] != "evidence";
        var name = isOwn ? $"entries-of-{word}-{list}" : isMap ? "entries" : $"list-of-{Signature(path.Field)}";
        return Defined(name, () =>
        {
            var entry = isOwn ? Reference(Name(word, list)) : isMap ? new JsonObject { ["type"] = "object" } : Entry(path.Field with { IsList = false });
            var form = Map([],
                ("where", isMap ? entry.DeepClone().AsObject() : new JsonObject { ["type"] = "object" }),
                ("some", entry.DeepClone().AsObject()),
                ("every", entry.DeepClone().AsObject()),
                ("none", entry.DeepClone().AsObject()),
                ("count", new() { ["description"] = "How many entries.", ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "integer" }, Map([], [.. s_counts.Select(static key => (key, new JsonObject { ["type"] = Strings("integer", "object") }))])) }),
                ("contains", new() { ["description"] = "The list holds this word." }),
                ("provided", Flag("Whether it has entries.")),
                ("stated", Flag("Whether the key was written.")));
            return new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["enum"] = Strings("provided", "stated") }, form) };
        });
    }

    /// <summary>An entry that is a word: a test of the word, or a condition on what it leads to.</summary>
    private JsonObject Entry(Field field)
    {
        var behind = RulePaths.Behind(field.Type);
        if (behind.Count == 0)
            return Test(field);
        var name = $"facts-of-{field.Type}".ToLowerInvariant();
        var condition = Defined(name, () =>
        {
            var own = Reference(name);
            var properties = new JsonObject
            {
                ["all"] = new JsonObject { ["type"] = "array", ["items"] = own.DeepClone() },
                ["any"] = new JsonObject { ["type"] = "array", ["items"] = own.DeepClone() },
                ["not"] = own.DeepClone(),
                ["is"] = Text("A condition of this pack, by name."),
            };
            foreach (var path in behind)
                properties[path.Path] = new JsonObject { ["description"] = path.Field.Title, ["allOf"] = new JsonArray(path.Field.IsList ? new JsonObject() : Test(path.Field)) };
            return new JsonObject { ["type"] = "object", ["properties"] = properties, ["patternProperties"] = new JsonObject { ["^[a-z][A-Za-z]*\\."] = new JsonObject() }, ["additionalProperties"] = false };
        });
        return new JsonObject { ["anyOf"] = new JsonArray(Test(field), condition) };
    }

    private JsonObject Test(Field field) => field.Type is FieldType.Map or FieldType.Table
        ? Defined("keys", static () => new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["enum"] = Strings("provided", "stated") }, Map([], ("provided", Flag("Whether anything in it is.")), ("stated", Flag("Whether the key was written.")))) })
        : Defined(Signature(field), () => Scalar(field));

    private JsonObject Scalar(Field field)
    {
        var (word, forms) = Value(field);
        var operators = new List<(string, JsonObject)>
        {
            ("equals", new() { ["description"] = "Is it this?" }),
            ("oneOf", new() { ["description"] = "Is it one of these? [words], { list: name } or { field: path }", ["type"] = Strings("array", "object") }),
            ("notOneOf", new() { ["description"] = "Is it none of these?", ["type"] = Strings("array", "object") }),
            ("provided", Flag("Is there an answer? Missing is unknown, none is no.")),
            ("stated", Flag("Was the key written at all?")),
        };
        string[] more = field.Type switch
        {
            FieldType.Date => ["before", "after", "onOrBefore", "onOrAfter", "notOlderThan"],
            FieldType.Integer or FieldType.Number => ["atLeast", "atMost", "above", "below"],
            FieldType.Category => ["under"],
            FieldType.Text or FieldType.Id or FieldType.Reference or FieldType.Evidence => ["matches"],
            _ => [],
        };
        operators.AddRange(more.Select(static name => (name, new JsonObject { ["description"] = "A value, today, { threshold: name } or { field: path }" })));
        return new JsonObject { ["oneOf"] = new JsonArray([.. forms, new JsonObject { ["type"] = "array", ["items"] = word.DeepClone() }, Map([], [.. operators])]) };
    }

    /// <summary>A word as a list of words takes it, and the forms of a single one.</summary>
    private (JsonObject Word, JsonObject[] Forms) Value(Field field)
    {
        JsonObject One(params JsonNode[] words) => new() { ["enum"] = new JsonArray([.. words.Select(static word => word.DeepClone())]) };
        JsonNode[] both = ["provided", "stated", "none"];
        switch (field.Type)
        {
            case FieldType.Boolean:
                return (One(true, false), [One([true, false, .. both])]);
            case FieldType.Enum:
                JsonNode[] words = [.. field.Values.Select(static value => value switch { "true" => JsonValue.Create(true), "false" => (JsonNode)JsonValue.Create(false), _ => JsonValue.Create(value) })];
                return (One([.. words, .. field.Values.Contains("none") ? [] : new JsonNode[] { "none" }]), [One([.. words, .. both.Where(other => !field.Values.Contains(other.GetValue<string>()))])]);
            case FieldType.Integer or FieldType.Number:
                return (new JsonObject { ["type"] = "number" }, [new JsonObject { ["type"] = "number" }, One(both)]);
            case FieldType.Date:
                return (new JsonObject { ["type"] = Strings("string", "integer") }, [new JsonObject { ["type"] = Strings("string", "integer") }]);
            case FieldType.License:
                return (Defined("licenseId", () => Offering(_offered.Licenses)), [Defined("licenseId", () => Offering(_offered.Licenses))]);
            case FieldType.Category:
                return (Defined("categoryKey", () => Offering(_offered.Categories)), [Defined("categoryKey", () => Offering(_offered.Categories))]);
            default:
                return (new JsonObject { ["type"] = Strings("string", "number") }, [new JsonObject { ["type"] = Strings("string", "number"), ["defaultSnippets"] = Snippets([("provided", "There is an answer."), ("stated", "The key was written."), ("none", "Looked, there is none.")]) }]);
        }
    }

    private JsonObject Cite()
    {
        var cite = Map(["law", "read"],
            ("law", Offering(_offered.Laws)),
            ("at", new() { ["type"] = Strings("string", "number"), ["description"] = "Article, section or recital. A text with a comma needs quotes." }),
            ("read", Words("How this line was checked: text, somebody named read it; secondary, somebody read about it; unverified, nobody did.", "text", "secondary", "unverified")));
        return cite;
    }

    private static JsonObject Effective() => Map([],
        ("from", Date("The first day.")),
        ("to", Date("The last day.")),
        ("at", Text("The date that decides: today, or a date of the card such as collected.to.")));

    private static JsonObject Test() => Map(["it", "expect"],
        ("it", Text("A sentence that begins with the rule: fails without evidence.")),
        ("card", new() { ["description"] = "The document; keys may be dotted.", ["type"] = "object" }),
        ("purposes", new() { ["description"] = "The purpose register, by id.", ["type"] = "object" }),
        ("upstream", new() { ["description"] = "Other data cards, by id.", ["type"] = "object" }),
        ("policy", new() { ["description"] = "What the policy says.", ["type"] = "object" }),
        ("asOf", Date("The date of judgement.")),
        ("expect", Words("What must come out.", "pass", "fail", "not-applicable", "not-stated", "needs-review")),
        ("at", Text("The schema path of a value that decided.")));

    private static JsonObject AnyDocument(string description) => new() { ["description"] = description, ["anyOf"] = new JsonArray([.. s_kinds.Select(static kind => Reference(Name(kind.Word, "")))]) };

    private JsonObject Defined(string name, Func<JsonObject> definition)
    {
        if (!_definitions.ContainsKey(name))
        {
            _definitions[name] = null; // stands here already while its own parts are made
            _definitions[name] = definition();
        }

        return Reference(name);
    }

    private static string Name(string word, string list) => list.Length == 0 ? $"condition-on-{word}" : $"condition-on-{word}-{list}";

    private static string Signature(Field field) => field.Type switch
    {
        FieldType.Enum => "one-of-" + string.Join('-', field.Values.Select(static value => string.Concat(value.Select(static letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')))),
        FieldType.Reference or FieldType.Id or FieldType.Purpose or FieldType.Dataset or FieldType.Evidence => "text",
        FieldType.Integer => "number",
        _ => field.Type.ToString().ToLowerInvariant(),
    };

    private static string Singular(string list)
    {
        var name = list[(list.LastIndexOf('.') + 1)..];
        return name.EndsWith("ies", StringComparison.Ordinal) ? name[..^3] + "y" : name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) ? name[..^1] : name;
    }

    private static JsonObject Map(string[] required, params (string Key, JsonObject Value)[] members)
    {
        var map = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
        if (required.Length > 0)
            map["required"] = Strings(required);
        map["properties"] = new JsonObject(members.Select(static member => KeyValuePair.Create<string, JsonNode?>(member.Key, member.Value)));
        return map;
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = "#/definitions/" + name };

    private static JsonObject Described(string description) => new() { ["description"] = description };

    private static JsonObject Text(string description) => new() { ["type"] = Strings("string", "number"), ["description"] = description };

    private static JsonObject Flag(string description) => new() { ["type"] = "boolean", ["description"] = description };

    private static JsonObject Words(string description, params string[] words) => new() { ["enum"] = Strings(words), ["description"] = description };

    private static JsonObject Date(string description) => new() { ["type"] = Strings("string", "integer"), ["pattern"] = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", ["description"] = description };

    private static JsonObject Offering(IEnumerable<(string Word, string Title)> words) => new() { ["type"] = "string", ["defaultSnippets"] = Snippets(words) };

    private static JsonArray Snippets(IEnumerable<(string Word, string Title)> words) =>
        new([.. words.Select(static word => new JsonObject { ["label"] = word.Word, ["body"] = word.Word, ["description"] = word.Title })]);

    private static JsonArray Strings(params string[] words) => new([.. words.Select(static word => JsonValue.Create(word))]);
}
