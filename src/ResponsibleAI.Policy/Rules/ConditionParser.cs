using System.Globalization;
using System.Text.RegularExpressions;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Rules.Conditions;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Rules;

/// <summary>What of a pack conditions may name.</summary>
/// <param name="Vocabulary">The names outside the pack.</param>
/// <param name="Condition">A named condition for a kind of document; null when the pack has none, after which the parser reports it.</param>
/// <param name="ConditionNames">Their names.</param>
/// <param name="Lists">The pack's lists of words.</param>
internal sealed record PackNames(
    RuleVocabulary Vocabulary,
    Func<string, RuleScope, NamedCondition?> Condition,
    IReadOnlyCollection<string> ConditionNames,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Lists);

/// <summary>A named condition and what lint must know of it.</summary>
internal sealed record NamedCondition(Named Condition, bool AsksProvided, string? Threshold);

/// <summary>Compiles conditions: checks every word against the schema once, so that judging a card only compares.</summary>
internal sealed class ConditionParser(FindingList findings, PackNames names, ConditionRole role)
{
    private static readonly TimeSpan s_patternTime = TimeSpan.FromMilliseconds(50);
    private static readonly string[] s_listKeys = ["where", "some", "every", "none", "count"];

    private static readonly string[] s_operators =
    [
        "equals", "oneOf", "notOneOf", "atLeast", "atMost", "above", "below", "before", "after", "onOrBefore", "onOrAfter",
        "notOlderThan", "contains", "matches", "under", "provided", "stated",
    ];

    private readonly PathParser _paths = new(findings);

    /// <summary>Which way the condition counts for the whole; 0 when it may go either way.</summary>
    private int _polarity = 1;

    /// <summary>The first number of the organization that it compares with; null when there is none.</summary>
    public string? UsedThreshold { get; private set; }

    /// <summary>Whether it asks, anywhere, that something is provided.</summary>
    public bool AsksProvided { get; private set; }

    /// <summary>A condition; null after a finding.</summary>
    public Condition? Parse(YamlNode yaml, RuleScope scope)
    {
        if (yaml is not YamlMapping { Entries.Count: > 0 } map)
            return Wrong($"A condition is a map such as {FindingList.Quote("subjects.data: personal")}", yaml.Span);
        return Both(map.Entries, entry => Entry(entry, scope));
    }

    private Condition? Entry(YamlEntry entry, RuleScope scope)
    {
        switch (entry.Key.Text)
        {
            case "all":
                return Parts(entry, scope) is { } all ? new All([.. all]) : null;
            case "any":
                return Parts(entry, scope) is { } any ? new Any([.. any]) : null;
            case "not":
                return Flipped(-1, () => Parse(entry.Value, scope)) is { } part ? new Not(part) : null;
            case "is":
                return Is(entry.Value, scope);
            default:
                return _paths.Single(entry.Key.Text, scope, entry.Key.Span) is { } path ? Test(path, entry.Value, entry.Key.Span, scope) : null;
        }
    }

    private Condition?[]? PartsOrNull(YamlEntry entry, RuleScope scope)
    {
        if (entry.Value is YamlSequence { Items.Count: > 0 } list)
            return [.. list.Items.Select(item => Parse(item, scope))];
        Wrong($"{FindingList.Quote(entry.Key.Text)} takes a list of conditions", entry.Value.Span);
        return null;
    }

    private List<Condition>? Parts(YamlEntry entry, RuleScope scope) =>
        PartsOrNull(entry, scope) is { } parts && !parts.Contains(null) ? [.. parts.OfType<Condition>()] : null;

    private Named? Is(YamlNode yaml, RuleScope scope)
    {
        var name = (yaml as YamlScalar)?.Text ?? "";
        if (names.Condition(name, scope.Document) is { } named)
        {
            AsksProvided |= named.AsksProvided;
            UsedThreshold ??= named.Threshold;
            if (named.AsksProvided)
                NoProvidedInWhen(yaml.Span);
            return named.Condition;
        }

        if (!names.ConditionNames.Contains(name))
            Wrong(Dangling.Name("condition", name, "conditions: of this pack", names.ConditionNames), yaml.Span);
        return null;
    }

    private Condition? Test(FieldPath path, YamlNode yaml, SourceSpan at, RuleScope scope)
    {
        switch (yaml)
        {
            case YamlScalar { IsPlain: true, Text: "provided" }:
                return Provided(path, true, yaml.Span);
            case YamlScalar { IsPlain: true, Text: "stated" }:
                return new Stated(path, true);
            case YamlScalar scalar:
                return NoList(path, at) && Word(path.Field, scalar) is { } word ? new OneOf(path, Words(word), false) : null;
            case YamlSequence list:
                return NoList(path, at) && WordsOf(path.Field, list) is { } words ? new OneOf(path, words, false) : null;
            case YamlMapping { Entries.Count: > 0 } map when map.Entries.Any(entry => s_listKeys.Contains(entry.Key.Text)):
                return ListTest(path, map, at, scope);
            case YamlMapping { Entries.Count: > 0 } map:
                return Both(map.Entries, entry => Operator(path, entry, at, scope));
            default:
                return Wrong($"{FindingList.Quote(path.Written)} needs a test, such as a value, provided or {{ atLeast: 1 }}", yaml.Span);
        }
    }

    private Condition? Operator(FieldPath path, YamlEntry entry, SourceSpan at, RuleScope scope)
    {
        var name = entry.Key.Text;
        switch (name)
        {
            case "provided" or "stated":
                if (entry.Value is not YamlScalar { Text: "true" or "false" } answer)
                    return Wrong($"{FindingList.Quote(name)} takes true or false", entry.Value.Span);
                return name == "stated" ? new Stated(path, answer.Text == "true") : Provided(path, answer.Text == "true", entry.Key.Span);
            case "contains":
                if (!path.Field.IsList)
                    return Wrong($"{FindingList.Quote(path.Key)} is no list; contains asks whether a list holds a word", entry.Key.Span);
                return Operand(path.Field with { IsList = false }, entry.Value, scope) is { } item ? new Contains(path, item) : null;
        }

        if (!NoList(path, at))
            return null;
        return name switch
        {
            "equals" => Same(path, entry.Value, scope),
            "oneOf" => Among(path, entry.Value, scope, false),
            "notOneOf" => Among(path, entry.Value, scope, true),
            "atLeast" => Order(path, entry, Comparison.GreaterOrSame, false, scope),
            "atMost" => Order(path, entry, Comparison.LessOrSame, false, scope),
            "above" => Order(path, entry, Comparison.Greater, false, scope),
            "below" => Order(path, entry, Comparison.Less, false, scope),
            "before" => Order(path, entry, Comparison.Less, true, scope),
            "after" => Order(path, entry, Comparison.Greater, true, scope),
            "onOrBefore" => Order(path, entry, Comparison.LessOrSame, true, scope),
            "onOrAfter" => Order(path, entry, Comparison.GreaterOrSame, true, scope),
            "notOlderThan" => Age(path, entry, scope),
            "matches" => Pattern(path, entry),
            "under" => Category(path, entry),
            _ => Wrong(Suggest($"{FindingList.Quote(name)} is no test", name, [.. s_operators, .. s_listKeys]), entry.Key.Span),
        };
    }

    private Provided Provided(FieldPath path, bool expected, SourceSpan at)
    {
        AsksProvided = true;
        NoProvidedInWhen(at);
        return new Provided(path, expected);
    }

    private void NoProvidedInWhen(SourceSpan at)
    {
        if (role == ConditionRole.When)
            Lint("`provided` in a `when` reports silence twice; write `stated` to ask whether the card says it", at);
    }

    private Condition? Same(FieldPath path, YamlNode yaml, RuleScope scope)
    {
        if (yaml is not YamlMapping)
            return yaml is YamlScalar scalar && Word(path.Field, scalar) is { } word ? new OneOf(path, Words(word), false) : null;
        return Other(path, yaml, scope, throughLists: false) is { } other ? new SameAs(path, other, false) : null;
    }

    private Condition? Among(FieldPath path, YamlNode yaml, RuleScope scope, bool negated)
    {
        switch (yaml)
        {
            case YamlSequence list:
                return WordsOf(path.Field, list) is { } words ? new OneOf(path, words, negated) : null;
            case YamlMapping { Entries: [{ Key.Text: "list", Value: YamlScalar name }] }:
                if (!names.Lists.TryGetValue(name.Text, out var listed))
                    return Wrong(Dangling.Name("list", name.Text, "lists: of this pack", names.Lists.Keys), name.Span);
                return new OneOf(path, [.. listed], negated) { List = name.Text };
            case YamlMapping:
                return Other(path, yaml, scope, throughLists: true) is { } other ? new SameAs(path, other, negated) : null;
            default:
                return Wrong("Here stands a list of words, { list: name } or { field: path }", yaml.Span);
        }
    }

    private FieldValues? Other(FieldPath path, YamlNode yaml, RuleScope scope, bool throughLists)
    {
        if (yaml is not YamlMapping { Entries: [{ Key.Text: "field", Value: YamlScalar written }] })
        {
            Wrong("Here stands a word or { field: path }", yaml.Span);
            return null;
        }

        if (!throughLists)
            return _paths.Single(written.Text, scope, written.Span) is { } single && Comparable(path.Field, single, written.Span)
                ? new FieldValues([new(single, 0)])
                : null;
        return _paths.Values(written.Text, scope, written.Span);
    }

    private Ordered? Order(FieldPath path, YamlEntry entry, Comparison comparison, bool isDate, RuleScope scope)
    {
        if (isDate != (path.Field.Type == FieldType.Date) || !isDate && path.Field.Type is not (FieldType.Integer or FieldType.Number))
        {
            Wrong($"{FindingList.Quote(entry.Key.Text)} compares {(isDate ? "dates" : "numbers")}, and {FindingList.Quote(path.Key)} is {Noun(path.Field)}", entry.Key.Span);
            return null;
        }

        if (Operand(path.Field, entry.Value, scope, comparison) is not { } operand)
            return null;
        return new Ordered(path, comparison, operand);
    }

    private NotOlderThan? Age(FieldPath path, YamlEntry entry, RuleScope scope)
    {
        if (path.Field.Type != FieldType.Date)
        {
            Wrong($"notOlderThan asks how old a date is, and {FindingList.Quote(path.Key)} is {Noun(path.Field)}", entry.Key.Span);
            return null;
        }

        return Operand(new Field { Type = FieldType.Integer }, entry.Value, scope, Comparison.LessOrSame) is { } days ? new NotOlderThan(path, days) : null;
    }

    private Matches? Pattern(FieldPath path, YamlEntry entry)
    {
        try
        {
            if (entry.Value is YamlScalar { Text.Length: > 0 and <= 200 } pattern)
                return new Matches(path, new Regex(pattern.Text, RegexOptions.CultureInvariant, s_patternTime));
        }
        catch (ArgumentException)
        {
            // Reported below: the reason is in the language of .NET, not of the author.
        }

        Wrong("This is no regular expression of at most 200 characters", entry.Value.Span);
        return null;
    }

    private Under? Category(FieldPath path, YamlEntry entry)
    {
        if (path.Field.Type != FieldType.Category || entry.Value is not YamlScalar category)
        {
            Wrong($"under asks for a data category, and {FindingList.Quote(path.Key)} is {Noun(path.Field)}", entry.Key.Span);
            return null;
        }

        return new Under(path, category.Text);
    }

    private Condition? ListTest(FieldPath path, YamlMapping map, SourceSpan at, RuleScope scope)
    {
        if (!path.Field.IsList)
            return Wrong($"{FindingList.Quote(path.Key)} is no list; some, every, none and count are for lists", at);
        if (scope.Depth + 1 >= Evaluation.Scopes)
            return Wrong("Too many lists inside one another", at);

        var inner = scope.Enter(path);
        var whereYaml = map.Entries.FirstOrDefault(entry => entry.Key.Text == "where");
        var tests = map.Entries.Where(entry => entry.Key.Text != "where").ToList();
        if (tests.Count == 0)
            return Wrong("`where` chooses entries; say with some, every, none or count what must hold of them", at);
        return Both(tests, entry => OneListTest(path, entry, whereYaml?.Value, inner, scope));
    }

    private Condition? OneListTest(FieldPath path, YamlEntry entry, YamlNode? whereYaml, RuleScope inner, RuleScope scope)
    {
        var name = entry.Key.Text;
        if (!s_listKeys.Contains(name))
            return Operator(path, entry, entry.Key.Span, scope);

        Condition? where = null;
        if (name == "count")
        {
            var bounds = Bounds(entry.Value, scope, out var direction);
            if (whereYaml is not null && (where = Flipped(direction, () => Parse(whereYaml, inner))) is null || bounds is null)
                return null;
            return new Counted(path, inner.Depth, where, bounds);
        }

        var quantity = name switch { "some" => Quantity.Some, "every" => Quantity.Every, _ => Quantity.None };
        if (whereYaml is not null && (where = Flipped(quantity == Quantity.Some ? 1 : -1, () => Parse(whereYaml, inner))) is null)
            return null;
        return Flipped(quantity == Quantity.None ? -1 : 1, () => Body(path, entry.Value, inner)) is { } body
            ? new Quantified(path, inner.Depth, where, quantity, body)
            : null;
    }

    private Condition? Body(FieldPath path, YamlNode yaml, RuleScope inner)
    {
        var field = path.Field with { IsList = false };
        var item = new FieldPath(path.Written, PathRoot.Document, inner.Depth, path.Key, [], field);
        if (yaml is YamlMapping map)
        {
            return field.Type != FieldType.Map && map.Entries.Count > 0 && map.Entries.All(entry => s_operators.Contains(entry.Key.Text))
                ? Both(map.Entries, entry => Operator(item, entry, entry.Key.Span, inner))
                : Parse(yaml, inner);
        }

        switch (yaml)
        {
            case YamlScalar scalar:
                return NoMap(field, yaml) && Word(field, scalar) is { } word ? new OneOf(item, Words(word), false) : null;
            case YamlSequence list:
                return NoMap(field, yaml) && WordsOf(field, list) is { } words ? new OneOf(item, words, false) : null;
            default:
                return null;
        }
    }

    private bool NoMap(Field field, YamlNode yaml)
    {
        if (field.Type != FieldType.Map)
            return true;
        Wrong($"The entries of {FindingList.Quote(field.Name)} have keys; write a condition about them, such as {{ {field.Fields[0].Name}: … }}", yaml.Span);
        return false;
    }

    private List<CountBound>? Bounds(YamlNode yaml, RuleScope scope, out int direction)
    {
        direction = 0;
        var number = new Field { Type = FieldType.Integer };
        if (yaml is YamlScalar)
            return Operand(number, yaml, scope) is { } exact ? [new CountBound(null, exact)] : null;
        var bounds = new List<CountBound>();
        foreach (var entry in (yaml as YamlMapping)?.Entries ?? [])
        {
            Comparison? comparison = entry.Key.Text switch
            {
                "atLeast" => Comparison.GreaterOrSame,
                "above" => Comparison.Greater,
                "atMost" => Comparison.LessOrSame,
                "below" => Comparison.Less,
                _ => null,
            };
            if (comparison is null && entry.Key.Text != "equals")
            {
                Wrong("A count takes equals, atLeast, atMost, above or below", entry.Key.Span);
                return null;
            }

            if (Operand(number, entry.Value, scope, comparison) is not { } operand)
                return null;
            direction = comparison switch { null => 0, Comparison.GreaterOrSame or Comparison.Greater => 1, _ => -1 };
            bounds.Add(new CountBound(comparison, operand));
        }

        if (bounds.Count > 1)
            direction = 0;
        if (bounds.Count > 0)
            return bounds;
        Wrong("A count takes equals, atLeast, atMost, above or below", yaml.Span);
        return null;
    }

    private Operand? Operand(Field field, YamlNode yaml, RuleScope scope, Comparison? comparison = null)
    {
        switch (yaml)
        {
            case YamlScalar { IsPlain: true, Text: "today" } when field.Type == FieldType.Date:
                return new Today();
            case YamlScalar scalar:
                return Word(field, scalar) is { } word ? new Literal(word) : null;
            case YamlMapping { Entries: [{ Key.Text: "threshold", Value: YamlScalar name }] }:
                return Threshold(field, name, comparison);
            case YamlMapping { Entries: [{ Key.Text: "field", Value: YamlScalar path }, ..] } map:
                return Field(field, path, map, scope);
            default:
                Wrong("Here stands a value, today, { threshold: name } or { field: path }", yaml.Span);
                return null;
        }
    }

    private ThresholdOperand? Threshold(Field field, YamlScalar name, Comparison? comparison)
    {
        UsedThreshold ??= name.Text;
        if (!names.Vocabulary.Thresholds.TryGetValue(name.Text, out var threshold))
        {
            findings.Add(PolicyRules.DanglingReference, FindingKind.Violation, Severity.Error, Dangling.Threshold(name.Text, names.Vocabulary), name.Span);
            return null;
        }

        if (comparison is not { } order || field.Type is not (FieldType.Integer or FieldType.Number))
        {
            Wrong("A threshold is compared with atLeast, atMost, above, below or notOlderThan", name.Span);
            return null;
        }

        var raisingHelps = order is Comparison.LessOrSame or Comparison.Less ? 1 : -1;
        var tightening = (threshold.HigherIsStricter ? raisingHelps : -raisingHelps) * _polarity;
        if (role != ConditionRole.Either && tightening != (role == ConditionRole.When ? 1 : -1))
            Lint($"A stricter {FindingList.Quote(name.Text)} would make this rule find less; turn the comparison around", name.Span);
        return new ThresholdOperand(name.Text);
    }

    private FieldOperand? Field(Field field, YamlScalar path, YamlMapping map, RuleScope scope)
    {
        long days = 0;
        if (map.Entries.Count > 1 && (map.Entries is not [_, { Key.Text: "plusDays", Value: YamlScalar count }]
            || field.Type != FieldType.Date
            || !long.TryParse(count.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out days)))
        {
            Wrong("Beside `field` only `plusDays` with a whole number may stand, and only for dates", map.Span);
            return null;
        }

        return _paths.Single(path.Text, scope, path.Span) is { } other && Comparable(field, other, path.Span) ? new FieldOperand(other, days) : null;
    }

    private bool Comparable(Field field, FieldPath other, SourceSpan at)
    {
        if (!other.Field.IsList && Sort(field) == Sort(other.Field))
            return true;
        Wrong($"{FindingList.Quote(other.Written)} is {Noun(other.Field)} and cannot be compared here", at);
        return false;
    }

    private bool NoList(FieldPath path, SourceSpan at)
    {
        if (path.Field.IsList)
            Wrong($"{FindingList.Quote(path.Key)} is a list. Say whether some, every or none of its entries must hold", at);
        else if (path.Field.Type is FieldType.Map or FieldType.Table)
            Wrong($"{FindingList.Quote(path.Key)} holds keys of its own; name one, such as {FindingList.Quote(path.Key + "." + ((path.Field.Fields.Count > 0 ? path.Field.Fields[0].Name : "…")))}", at);
        else
            return true;
        return false;
    }

    private List<object>? WordsOf(Field field, YamlSequence list)
    {
        var words = new List<object>();
        foreach (var item in list.Items)
        {
            if (item is not YamlScalar scalar)
                Wrong("Here stands a list of words", item.Span);
            else if (Word(field, scalar) is { } word)
                words.AddRange(Words(word));
        }

        return words.Count >= list.Items.Count && words.Count > 0 ? words : null;
    }

    /// <summary>none is what an author writes for "there is none", and in a few enums a word of its own.</summary>
    private static List<object> Words(object word) => ReferenceEquals(word, Conditions.Operand.None) ? [word, "none"] : [word];

    /// <summary>A literal in the type of the field; null after a finding.</summary>
    private object? Word(Field field, YamlScalar scalar)
    {
        var text = scalar.Text;
        if (text == "none")
            return Conditions.Operand.None;
        switch (field.Type)
        {
            case FieldType.Boolean or FieldType.Integer or FieldType.Number or FieldType.Date:
                return ScalarParser.Parse(field.Type, text, out var expected) ?? Wrong($"{FindingList.Quote(text)} does not fit: here stands {expected}", scalar.Span);
            case FieldType.Enum when !field.Values.Contains(text):
                return Wrong(Suggest($"{FindingList.Quote(field.Name)} never holds {FindingList.Quote(text)}. Allowed: {string.Join(", ", field.Values)}", text, field.Values), scalar.Span);
            case FieldType.Map or FieldType.Table or FieldType.Condition:
                return Wrong($"{FindingList.Quote(field.Name)} holds keys of its own and no single value", scalar.Span);
            default:
                return text;
        }
    }

    private static string Suggest(string message, string written, IReadOnlyCollection<string> candidates) =>
        Spelling.Nearest(written, candidates) is { } nearest ? $"{message}. Did you mean {FindingList.Quote(nearest)}?" : message;

    private static int Sort(Field field) =>
        field.Type switch
        {
            FieldType.Integer or FieldType.Number => 1,
            FieldType.Date => 2,
            FieldType.Boolean => 3,
            FieldType.Map or FieldType.Table or FieldType.Condition => 4,
            _ => 0,
        };

    private static string Noun(Field field) =>
        field.IsList
            ? "a list"
            : field.Type switch
            {
                FieldType.Date => "a date",
                FieldType.Integer => "a whole number",
                FieldType.Number => "a number",
                FieldType.Boolean => "true or false",
                FieldType.Map or FieldType.Table => "a map",
                _ => "a text",
            };

    private static Condition? Both<T>(IReadOnlyList<T> entries, Func<T, Condition?> parse)
    {
        var parts = entries.Select(parse).ToList();
        if (parts.Contains(null))
            return null;
        return parts.Count == 1 ? parts[0] : new All([.. parts.OfType<Condition>()]);
    }

    private Condition? Flipped(int sign, Func<Condition?> parse)
    {
        var before = _polarity;
        _polarity *= sign;
        var result = parse();
        _polarity = before;
        return result;
    }

    private Condition? Wrong(string message, SourceSpan at)
    {
        findings.Add(PolicyRules.Rule, FindingKind.Violation, Severity.Error, message, at);
        return null;
    }

    private void Lint(string message, SourceSpan at) => findings.Add(PolicyRules.Rule, FindingKind.Violation, Severity.Warning, message, at);
}

/// <summary>What a condition is for.</summary>
internal enum ConditionRole
{
    /// <summary>It opens a rule.</summary>
    When,

    /// <summary>It is the duty.</summary>
    Require,

    /// <summary>It is named and may be either.</summary>
    Either,
}
