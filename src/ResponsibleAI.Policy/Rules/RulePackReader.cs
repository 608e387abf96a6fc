using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Rules.Conditions;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Rules;

/// <summary>Reads a rule pack: model, types and lint in one pass. A wrong rule is a finding; the others apply.</summary>
internal sealed class RulePackReader
{
    private static readonly Dictionary<string, DocumentKind> s_kinds = new(StringComparer.Ordinal)
    {
        ["datacard"] = DocumentKind.DataCard,
        ["modelcard"] = DocumentKind.ModelCard,
        ["purpose"] = DocumentKind.Purpose,
    };

    private static readonly Dictionary<string, RuleBasis> s_bases = new(StringComparer.Ordinal)
    {
        ["law"] = RuleBasis.Law,
        ["guidance"] = RuleBasis.Guidance,
        ["license"] = RuleBasis.License,
        ["good-practice"] = RuleBasis.GoodPractice,
        ["organization"] = RuleBasis.Organization,
    };

    private static readonly Dictionary<string, ReadMark> s_marks = new(StringComparer.Ordinal)
    {
        ["text"] = ReadMark.Text,
        ["secondary"] = ReadMark.Secondary,
        ["unverified"] = ReadMark.Unverified,
    };

    private static readonly Dictionary<string, Severity> s_severities = new(StringComparer.Ordinal)
    {
        ["info"] = Severity.Info,
        ["warning"] = Severity.Warning,
        ["error"] = Severity.Error,
    };

    private static readonly Dictionary<string, bool> s_onlyFail = new(StringComparer.Ordinal) { ["fail"] = true };

    private readonly RuleVocabulary _vocabulary;
    private readonly FindingList _findings;
    private readonly PathParser _paths;
    private readonly PackNames _names;
    private readonly Dictionary<string, YamlNode> _conditions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _conditionTitles = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, Field Document), NamedCondition?> _compiled = [];
    private readonly HashSet<string> _compiling = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _lists = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private YamlNode? _packWhen;

    private RulePackReader(RuleVocabulary vocabulary, FindingList findings)
    {
        _vocabulary = vocabulary;
        _findings = findings;
        _paths = new PathParser(findings);
        _names = new PackNames(vocabulary, Condition, _conditions.Keys, _lists);
    }

    /// <summary>Reads a pack; null when the document is none.</summary>
    /// <param name="document">The file's document.</param>
    /// <param name="vocabulary">The names that its rules may use.</param>
    /// <param name="findings">Takes what is wrong: RAI9002 for the shape, RAI9003 for names nobody knows, RAI9004 for ids used twice, RAI9005 for rules.</param>
    public static RulePack? Read(YamlNode document, RuleVocabulary vocabulary, FindingList findings)
    {
        if (document is YamlMapping map)
            return new RulePackReader(vocabulary, findings).Pack(map);
        findings.Wrong("This is not a rule pack: it holds no `key: value` lines", document.Span);
        return null;
    }

    private RulePack Pack(YamlMapping map)
    {
        var pack = new EntryReader(map, "a rule pack", _findings);
        if (pack.Scalar("schema", required: true) is { Text: not "rai/rules/1" } schema)
            pack.Wrong($"{FindingList.Quote(schema.Text)} is not the schema of a rule pack; write rai/rules/1", schema.Span);
        var name = pack.Text("pack", required: true);
        var title = pack.Text("title");
        var version = pack.Text("version", required: true);
        var lawAsOf = pack.Date("lawAsOf", required: true)?.Last ?? new Day(1, 1, 1);
        var owner = pack.Text("owner");
        var reviewedBy = pack.Text("reviewedBy");
        var reviewBy = pack.Date("reviewBy")?.Last;
        pack.Text("note");
        _packWhen = pack.Node("when");
        foreach (var entry in pack.Map("conditions")?.Entries ?? [])
            AddCondition(entry);
        foreach (var entry in pack.Map("lists")?.Entries ?? [])
            AddList(entry);
        var rules = pack.List("rules", required: !map.IsCut);
        pack.Finish();
        return new RulePack(name, title, version, lawAsOf, _findings.Path, [.. rules.Select(Rule).OfType<Rule>()])
        {
            Owner = owner,
            ReviewedBy = reviewedBy,
            ReviewBy = reviewBy,
        };
    }

    private void AddCondition(YamlEntry entry)
    {
        if (entry.Value is not YamlMapping map)
        {
            _findings.Wrong($"condition {FindingList.Quote(entry.Key.Text)} takes `title` and `when`", entry.Value.Span);
            return;
        }

        var reader = new EntryReader(map, "a condition", _findings);
        _conditionTitles[entry.Key.Text] = reader.Text("title");
        if (reader.Node("when", required: true) is { } when)
            _conditions[entry.Key.Text] = when;
        reader.Finish();
    }

    private void AddList(YamlEntry entry)
    {
        if (entry.Value is YamlSequence list && list.Items.All(item => item is YamlScalar))
            _lists[entry.Key.Text] = [.. list.Items.Cast<YamlScalar>().Select(item => item.Text)];
        else
            _findings.Wrong($"list {FindingList.Quote(entry.Key.Text)} takes words: [a, b]", entry.Value.Span);
    }

    private NamedCondition? Condition(string name, RuleScope document)
    {
        if (!_conditions.TryGetValue(name, out var yaml))
            return null;
        if (_compiled.TryGetValue((name, document.Field), out var known))
            return known;
        if (!_compiling.Add(name))
        {
            Lint(Severity.Error, $"condition {FindingList.Quote(name)} asks for itself", yaml.Span);
            return null;
        }

        var parser = new ConditionParser(_findings, _names, ConditionRole.Either);
        var body = parser.Parse(yaml, document);
        _compiling.Remove(name);
        return _compiled[(name, document.Field)] = body is null ? null : new NamedCondition(new Named(name, body) { Title = _conditionTitles[name] }, parser.AsksProvided, parser.UsedThreshold);
    }

    private Rule? Rule(YamlNode yaml)
    {
        if (yaml is not YamlMapping map)
        {
            _findings.Wrong("A rule takes `key: value` lines", yaml.Span);
            return null;
        }

        var reader = new EntryReader(map, "a rule", _findings);
        var id = reader.Scalar("id", required: true);
        if (map.IsCut)
        {
            _findings.NotAssessed($"Rule {FindingList.Quote(id?.Text ?? "?")} and those after it cannot be read and are not applied", map.Span);
            return null;
        }

        var rule = Rule(reader, map, id);
        reader.Finish();
        if (rule is not null && !reader.IsWrong)
            return rule;
        _findings.Add(PolicyRules.Rule, FindingKind.NotAssessed, Severity.Error, $"Rule {FindingList.Quote(id?.Text ?? "?")} is not applied until it is mended", id?.Span ?? map.Span);
        return null;
    }

    private Rule? Rule(EntryReader reader, YamlMapping map, YamlScalar? id)
    {
        if (id is not null && !_ids.Add(id.Text))
        {
            _findings.Add(PolicyRules.DuplicateId, FindingKind.Violation, Severity.Error, $"Rule {FindingList.Quote(id.Text)} stands twice in this pack; the first counts", id.Span);
            reader.Wrong("An id belongs to one rule for good", id.Span);
        }

        var rule = new Rule
        {
            Id = id?.Text ?? "",
            Place = id?.Span ?? map.Span,
            Slug = reader.Text("slug", required: true),
            Title = Worded(reader.Scalar("title", required: true)),
            About = reader.Word("about", s_kinds, DocumentKind.DataCard, required: true),
            Severity = reader.Word("severity", s_severities, Severity.Warning, required: true),
            Basis = reader.Word("basis", s_bases, RuleBasis.GoodPractice, required: true),
            Jurisdiction = reader.Scalar("jurisdiction")?.Text,
            FailsWhenSilent = reader.Word("ifSilent", s_onlyFail, false),
            Fix = Worded(reader.Scalar("fix", required: true)),
            Cites = [.. reader.List("cites").Select(Cite).OfType<Citation>()],
            Tests = [.. reader.List("tests").Select(Test).OfType<RuleTest>()],
        };
        reader.Text("note");
        return Conditions(rule, reader);
    }

    private Rule? Conditions(Rule rule, EntryReader reader)
    {
        var isWrong = false;
        var scope = RuleScope.Of(rule.About);
        FieldPath? forEach = null;
        if (reader.Scalar("forEach") is { } list)
        {
            forEach = _paths.Single(list.Text, scope, list.Span);
            if (forEach is { Field.IsList: false })
            {
                Lint(Severity.Error, $"{FindingList.Quote(list.Text)} is no list; forEach goes through one", list.Span);
                forEach = null;
            }

            if (forEach is null)
                return null;
            scope = scope.Enter(forEach);
        }

        string? threshold = null;
        Condition? Parse(YamlNode? yaml, RuleScope inScope, ConditionRole role)
        {
            if (yaml is null)
                return null;
            var parser = new ConditionParser(_findings, _names, role);
            var condition = parser.Parse(yaml, inScope);
            isWrong |= condition is null;
            threshold ??= parser.UsedThreshold;
            return condition;
        }

        T? Needed<T>(T? value)
            where T : class
        {
            isWrong |= value is null;
            return value;
        }

        var packOpens = Parse(_packWhen, scope.Document, ConditionRole.When);
        var when = Parse(reader.Node("when"), scope, ConditionRole.When);
        var requireYaml = reader.Node("require");
        var require = Parse(requireYaml, scope, ConditionRole.Require);
        var review = reader.Scalar("review");
        var message = reader.Scalar("message", required: review is null);
        var at = reader.Scalar("at");
        if (require is null && review is null && requireYaml is null)
            reader.Wrong("A rule needs `require`, `review` or both", rule.Place);
        if (review is not null && message is not null)
            reader.Wrong("A rule that asks has `review` and no `message`", message.Span);
        if (review is not null && rule.FailsWhenSilent)
            reader.Wrong("A rule that asks a human fails nobody; remove ifSilent or review", review.Span);

        rule = rule with
        {
            Scope = scope,
            Names = _names,
            ForEach = forEach,
            Effective = Effective(reader, scope, ref isWrong),
            When = packOpens is not null && when is not null ? new All([packOpens, when]) : when ?? packOpens,
            Require = require,
            At = at is null ? null : Needed(_paths.Single(Inside(at.Text, forEach), scope, at.Span)),
            Message = message is null ? null : Needed(Template(message, scope)),
            Review = review is null ? null : Needed(Template(review, scope)),
        };
        if (isWrong || reader.IsWrong)
            return null;
        if (threshold is not null && rule.Basis == RuleBasis.Law)
            Lint(Severity.Warning, $"Basis is law, but the number {FindingList.Quote(threshold)} comes from a threshold of the organization. Split the rule or set basis: organization", rule.Place);
        if (rule.Severity == Severity.Error && rule.Cites.FirstOrDefault(cite => cite.Read == ReadMark.Unverified) is { } unread)
            Lint(Severity.Warning, $"Nobody checked {FindingList.Quote(unread.Law)}; a rule with an unverified citation is a warning at most", rule.Place);
        if (Contradictions.Problem(rule.When, rule.Require) is { } problem)
            Lint(Severity.Warning, problem, rule.Place);
        if (EmptyDocument.Fails(rule))
        {
            Lint(Severity.Error, $"This rule fails an empty {Noun(rule.About)}. Silence may not be a failure: remove ifSilent, or add a `when` that reads a stated fact", rule.Place);
            return null;
        }

        return rule;
    }

    /// <summary>A place may be written as in tests, from the document on: sources.license in a rule for each of sources.</summary>
    private static string Inside(string at, FieldPath? forEach) =>
        forEach is not null && at.StartsWith(forEach.Key + ".", StringComparison.Ordinal) ? at.Substring(forEach.Key.Length + 1) : at;

    private MessageTemplate? Template(YamlScalar text, RuleScope scope)
    {
        Worded(text);
        return MessageTemplate.Parse(text.Text, scope, _paths, _vocabulary, _findings, text.Span);
    }

    private Effective Effective(EntryReader rule, RuleScope scope, ref bool isWrong)
    {
        if (rule.Map("effective") is not { } map)
            return Rules.Effective.Always;
        var reader = new EntryReader(map, "effective", _findings);
        var from = reader.Date("from")?.First;
        var to = reader.Date("to")?.Last;
        FieldPath? at = null;
        if (reader.Scalar("at") is { Text: not "today" } path)
        {
            at = _paths.Single(path.Text, scope, path.Span);
            isWrong |= at is null;
            if (at is { Field.Type: not FieldType.Date })
                reader.Wrong($"{FindingList.Quote(path.Text)} is no date", path.Span);
        }

        reader.Finish();
        isWrong |= reader.IsWrong;
        return new Effective(from, to, at);
    }

    private Citation? Cite(YamlNode yaml)
    {
        if (yaml is not YamlMapping map)
        {
            _findings.Wrong("A citation takes `law`, `at` and `read`", yaml.Span);
            return null;
        }

        var reader = new EntryReader(map, "a citation", _findings);
        var law = reader.Scalar("law", required: true);
        var at = reader.Text("at");
        var read = reader.Word("read", s_marks, ReadMark.Unverified, required: true);
        reader.Finish();
        if (law is null)
            return null;
        if (!_vocabulary.Laws.TryGetValue(law.Text, out var known))
        {
            if (!_vocabulary.IsLicense(law.Text))
                _findings.Add(PolicyRules.DanglingReference, FindingKind.Violation, Severity.Error, Dangling.Law(law.Text, _vocabulary), law.Span);
            return new Citation(law.Text, law.Text, at, read);
        }

        if (read == ReadMark.Text && (known.ReadBy is null || known.ReadOn is null))
            Lint(Severity.Warning, $"The citation is marked text, but {FindingList.Quote(law.Text)} names no reader and date in rules/laws.yaml", law.Span);
        return new Citation(law.Text, known.Title, at, read);
    }

    private RuleTest? Test(YamlNode yaml)
    {
        if (yaml is not YamlMapping map)
        {
            _findings.Wrong("A test takes `it`, `card` and `expect`", yaml.Span);
            return null;
        }

        var reader = new EntryReader(map, "a test", _findings);
        var test = new RuleTest
        {
            It = reader.Text("it", required: true),
            Expect = reader.Word("expect", Outcomes.ByWord, Outcome.Pass, required: true),
            At = reader.Scalar("at")?.Text,
            AsOf = reader.Date("asOf")?.First,
            Card = reader.Map("card"),
            Purposes = reader.Map("purposes"),
            Upstream = reader.Map("upstream"),
            Policy = reader.Map("policy"),
            Place = map.Entries.Count > 0 ? map.Entries[0].Key.Span : map.Span,
        };
        reader.Finish();
        return reader.IsWrong ? null : test;
    }

    /// <summary>A text for people, checked for words it must not say.</summary>
    private string Worded(YamlScalar? text)
    {
        if (text is null)
            return "";
        if (Wording.Problem(text.Text) is { } problem)
            Lint(Severity.Warning, $"{FindingList.Quote(problem.Word)}: {problem.Why}", text.Span);
        return text.Text;
    }

    private static string Noun(DocumentKind about) =>
        about switch
        {
            DocumentKind.DataCard => "data card",
            DocumentKind.ModelCard => "model card",
            _ => "purpose",
        };

    private void Lint(Severity severity, string message, SourceSpan at) => _findings.Add(PolicyRules.Rule, FindingKind.Violation, severity, message, at);
}
