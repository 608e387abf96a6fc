using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Rules;

namespace ResponsibleAI.Policy.Tests.Rules;

/// <summary>What a rule's author is told, and where. Rule lines begin at line 13, column 5 of the pack.</summary>
public sealed class PackMistakes
{
    [Theory]
    [InlineData("require: { subject.data: personal }", "15:16 `subject.data` is not a field of a data card. Did you mean `subjects.data`?")]
    [InlineData("forEach: columns\nrequire: { subjects.data: personal }", "16:16 `subjects.data` is not a field of `columns`. Did you mean `card.subjects.data`?")]
    [InlineData("require: { columns.name: x }", "15:16 `columns` is a list. Say whether some, every or none of its entries must hold")]
    [InlineData("require: { columns: x }", "15:16 `columns` is a list. Say whether some, every or none of its entries must hold")]
    [InlineData("require: { columns: { every: x } }", "15:34 The entries of `columns` have keys; write a condition about them, such as { name: … }")]
    [InlineData("require: { name: { some: x } }", "15:16 `name` is no list; some, every, none and count are for lists")]
    [InlineData("require: { columns: { where: { name: x } } }", "15:16 `where` chooses entries; say with some, every, none or count what must hold of them")]
    [InlineData("require: { columns: { some: { roles: { contains: quasi } } } }", "15:54 `roles` never holds `quasi`. Allowed: direct-identifier, quasi-identifier, sensitive, protected, label, free-text. Did you mean `quasi-identifier`?")]
    [InlineData("require: { rows: many }", "15:22 `many` does not fit: here stands a whole number such as 48210, without blanks, dots or commas")]
    [InlineData("require: { rows: { before: 2026 } }", "15:24 `before` compares dates, and `rows` is a whole number")]
    [InlineData("require: { name: { atLeast: 3 } }", "15:24 `atLeast` compares numbers, and `name` is a text")]
    [InlineData("require: { name: { atleast: 3 } }", "15:24 `atleast` is no test. Did you mean `atLeast`?")]
    [InlineData("require: { rows: { atLeast: { field: name } } }", "15:42 `name` is a text and cannot be compared here")]
    [InlineData("require: { rows: { atLeast: { threshold: k-minimun } } }", "15:46 threshold `k-minimun` is not in rules/thresholds.yaml (nearest: k-minimum)")]
    [InlineData("require: { is: persnal }", "15:20 condition `persnal` is not in conditions: of this pack (nearest: personal)")]
    [InlineData("require: { is: ring }", "6:122 condition `ring` asks for itself")]
    [InlineData("require: { name: { oneOf: { list: eae } } }", "15:39 list `eae` is not in lists: of this pack (nearest: eea)")]
    [InlineData("require: { subjects: personal }", "15:16 `subjects` holds keys of its own; name one, such as `subjects.data`")]
    [InlineData("require: [a]", "15:14 A condition is a map such as `subjects.data: personal`")]
    [InlineData("require: { all: { name: x } }", "15:21 `all` takes a list of conditions")]
    [InlineData("require: { name: { matches: '(' } }", "15:33 This is no regular expression of at most 200 characters")]
    [InlineData("require: { name..x: 1 }", "15:16 `name..x` is not a path")]
    [InlineData("forEach: name\nrequire: { name: x }", "15:14 `name` is no list; forEach goes through one")]
    [InlineData("require: { name: x }\nat: nowhere", "16:9 `nowhere` is not a field of a data card")]
    [InlineData("ifSilent: fail\nrequire: { security: provided }", "8:9 This rule fails an empty data card. Silence may not be a failure: remove ifSilent, or add a `when` that reads a stated fact")]
    [InlineData("ifSilent: fail\nwhen: { policy.organization.sme: true }\nrequire: { security: provided }", "8:9 This rule fails an empty data card. Silence may not be a failure: remove ifSilent, or add a `when` that reads a stated fact")]
    [InlineData("effective: { from: soon }\nrequire: { name: x }", "15:24 `soon` does not fit: `from` takes a date: 2026, 2026-05 or 2026-05-01")]
    [InlineData("effective: { from: 2026, at: name }\nrequire: { name: x }", "15:34 `name` is no date")]
    [InlineData("requires: { name: x }", "15:5 `requires` is not a field of a rule. Did you mean `require`?")]
    [InlineData("jurisdiction: { eu: x }\nrequire: { name: x }", "15:19 `jurisdiction` takes one text. A text that starts with { or [ or contains `: ` needs quotes")]
    [InlineData("require: { name: x }\nreview: '{id}?'", "14:14 A rule that asks has `review` and no `message`")]
    public void An_error_names_the_place_and_what_to_write_and_the_rule_is_not_applied(string rule, string expected)
    {
        var (pack, findings) = Two($"message: M\n{rule}");
        Assert.Contains(expected, findings.Select(Show));
        Assert.Contains("8:9 Rule `RAI1` is not applied until it is mended", findings.Select(Show));
        Assert.Equal(["RAI2"], pack.Rules.Select(other => other.Id));
    }

    [Theory]
    [InlineData("message: M\nwhen: { security: provided }\nrequire: { name: x }", "15:23 `provided` in a `when` reports silence twice; write `stated` to ask whether the card says it")]
    [InlineData("message: M\nwhen: { is: provides }\nrequire: { name: x }", "15:17 `provided` in a `when` reports silence twice; write `stated` to ask whether the card says it")]
    [InlineData("message: The card violates the law\nrequire: { name: x }", "14:14 `violates`: The tool sees a card, not a court's findings; say what the card shows")]
    [InlineData("message: M is not Compliant\nrequire: { name: x }", "14:14 `Compliant`: No card shows compliance; say what the card shows")]
    [InlineData("review: Is it lawful?\nrequire: { name: x }", "14:13 `lawful`: Whether something is lawful is not on the card; say what the card shows")]
    [InlineData("message: M\ncites: [{ law: unread, at: Art. 1, read: text }]\nrequire: { name: x }", "15:20 The citation is marked text, but `unread` names no reader and date in rules/laws.yaml")]
    [InlineData("message: M\nrequire: { rows: { atMost: { threshold: k-minimum } } }", "15:45 A stricter `k-minimum` would make this rule find less; turn the comparison around")]
    [InlineData("message: M\nwhen: { rows: { atLeast: { threshold: k-minimum } } }\nrequire: { name: x }", "15:43 A stricter `k-minimum` would make this rule find less; turn the comparison around")]
    [InlineData("message: M\nrequire: { columns: { none: { justification: x } }, not: { rows: { atLeast: { threshold: k-minimum } } } }", "15:94 A stricter `k-minimum` would make this rule find less; turn the comparison around")]
    [InlineData("message: M\ncites: [{ law: eu-gdpr, at: Art. 1, read: text }, { law: MIT, read: unverified }]\nrequire: { name: x }", "8:9 Nobody checked `MIT`; a rule with an unverified citation is a warning at most")]
    [InlineData("message: M\nwhen: { sharing.sold: true, all: [{ sharing.sold: false }] }\nrequire: { name: x }", "8:9 This rule can never fail: its condition needs `sharing.sold: true` and `sharing.sold: false`")]
    [InlineData("message: M\nwhen: { subjects.data: personal, not: { subjects.data: [personal, possible] } }\nrequire: { name: x }", "8:9 This rule can never fail: its condition needs `subjects.data: personal` and `not subjects.data: personal, possible`")]
    [InlineData("message: M\nwhen: { security: { stated: false } , all: [{ security: stated }] }\nrequire: { name: x }", "8:9 This rule can never fail: its condition needs `security: { stated: false }` and `security: { stated: true }`")]
    [InlineData("message: M\nwhen: { subjects.data: personal }\nrequire: { subjects.data: [personal, possible] }", "8:9 This rule can never fail: what opens it is already what it requires")]
    [InlineData("message: M\nrequire: { security: none, all: [{ security: x }] }", "8:9 This rule can never pass: it requires `security: none` and `security: x`")]
    [InlineData("message: M\nwhen: { is: personal }\nrequire: { subjects.data: anonymized, name: x }", "8:9 This rule can never pass: it opens and requires `subjects.data: personal` and `subjects.data: anonymized`")]
    public void Lint_warns_and_the_rule_still_applies(string rule, string expected)
    {
        var (pack, findings) = Two(rule);
        Assert.Equal([expected], findings.Select(Show));
        Assert.Equal(Severity.Warning, findings[0].Severity);
        Assert.Equal(["RAI1", "RAI2"], pack.Rules.Select(other => other.Id));
    }

    [Theory]
    [InlineData("message: no lawful basis is on record\nrequire: { rows: { atLeast: { threshold: k-minimum } } }")]
    [InlineData("message: M\nwhen: { rows: { below: { threshold: k-minimum } } }\nrequire: { name: x }")]
    [InlineData("message: M\nrequire: { dateModified: { notOlderThan: { threshold: opt-out-age-days } } }")]
    [InlineData("message: M\nrequire: { columns: { none: { name: x }, every: { name: { notOneOf: [y] } } } }")]
    [InlineData("message: M\ncites: [{ law: MIT, read: secondary }]\nrequire: { name: x }")]
    [InlineData("message: M\nwhen: { subjects.data: [personal, possible] }\nrequire: { subjects.data: [possible, anonymized] }")]
    [InlineData("message: M\nwhen: { security: stated, not: { security: none } }\nrequire: { name: x }")]
    [InlineData("message: M\nforEach: sources\nwhen: { license: { some: { id: MIT } } }\nrequire: { url: x, card.url: y }")]
    [InlineData("message: M\nwhen: { dateModified: 2026 }\nrequire: { dateModified: 2026-05 }")]
    public void A_good_rule_is_left_alone(string rule) => Assert.Empty(Two(rule).Findings);

    [Fact]
    public void A_threshold_is_never_law()
    {
        var (_, findings) = Two("message: M\nrequire: { rows: { atLeast: { threshold: k-minimum } } }", "law");
        Assert.Equal(["8:9 Basis is law, but the number `k-minimum` comes from a threshold of the organization. Split the rule or set basis: organization"], findings.Select(Show));
    }

    [Theory]
    [InlineData("eu-gdpt", "law `eu-gdpt` is not in rules/laws.yaml (nearest: eu-gdpr)")]
    public void An_unknown_law_is_dangling(string law, string message)
    {
        var (_, findings) = Two($"message: M\ncites: [{{ law: {law}, read: text }}]\nrequire: {{ name: x }}");
        var finding = Assert.Single(findings);
        Assert.Equal(("RAI9003", message), (finding.Rule, finding.Message));
    }

    [Fact]
    public void A_wrong_test_is_left_out_and_its_rule_applies()
    {
        var (pack, findings) = Two("message: M\nrequire: { name: x }\ntests: [{ it: x, expect: passes }, { it: y, expect: fail }]");
        Assert.Equal(["16:30 `expect` takes none of these words: `passes`. Allowed: fail, needs-review, not-applicable, not-stated, pass. Did you mean `pass`?"], findings.Select(Show));
        Assert.Equal(["y"], pack.Rules[0].Tests.Select(test => test.It));
    }

    [Fact]
    public void A_placeholder_that_does_not_exist_is_an_error()
    {
        var (_, findings) = Two("message: '{nmae} of {card.columns.name}'\nrequire: { name: x }");
        Assert.Contains("14:14 `nmae` is not a field of a data card. Did you mean `name`?", findings.Select(Show));
    }

    [Fact]
    public void The_same_id_twice_is_a_finding_and_the_first_counts()
    {
        var (pack, findings) = Fixture.Rule("message: M\nrequire: { name: x }\ntests: []");
        Assert.Empty(findings);
        Assert.Single(pack.Rules);
        var (twice, wrong) = Two("message: M\nrequire: { name: x }", secondId: "RAI1");
        Assert.Contains("RAI9004", wrong.Select(finding => finding.Rule));
        Assert.Equal(["RAI1"], twice.Rules.Select(rule => rule.Id));
    }

    [Theory]
    [InlineData("[a, b]")]
    [InlineData("text")]
    [InlineData("{ schema: rai/rules/1 }")]
    [InlineData("{ schema: rai/rules/2, pack: [x], version: 1, lawAsOf: never, rules: { a: b }, conditions: [x], lists: { a: { b: c } }, when: x }")]
    [InlineData("{ schema: rai/rules/1, pack: p, version: 1, lawAsOf: 2026, rules: [a, [b], { id: [x], cites: x, tests: [a], effective: b, forEach: [c] }] }")]
    public void Any_document_is_read_without_an_exception(string yaml)
    {
        var (_, findings) = Fixture.Pack(yaml);
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.True(finding.Location.Line >= 1));
    }

    [Fact]
    public void A_rule_that_a_syntax_error_cuts_is_not_applied_and_those_before_it_are()
    {
        var (pack, findings) = Fixture.Rule("message: M\nrequire: { name: x }\ntests: [{ it: a, expect: pass, card: { name: x } }]");
        Assert.Empty(findings);
        Assert.Single(pack.Rules);
        var (cut, wrong) = Fixture.Pack("""
            schema: rai/rules/1
            pack: p
            version: 1.0.0
            lawAsOf: 2026-09-30
            rules:
            - { id: RAI1, slug: p/a, title: A, about: datacard, severity: error, basis: guidance, fix: F, message: M, require: { name: x } }
            - id: RAI2
              slug: p/b
              title: "B
              about: datacard
            """);
        Assert.Equal(["RAI1"], cut.Rules.Select(rule => rule.Id));
        Assert.Contains(wrong, finding => finding is { Kind: FindingKind.NotAssessed, Rule: "RAI9001" });
    }

    private static string Show(Finding finding) => FormattableString.Invariant($"{finding.Location.Line}:{finding.Location.Column} {finding.Message}");

    private static (RulePack Pack, IReadOnlyList<Finding> Findings) Two(string first, string basis = "organization", string secondId = "RAI2")
    {
        var file = Read.Yaml($$"""
            schema: rai/rules/1
            pack: p
            version: 1.0.0
            lawAsOf: 2026-09-30
            lists: { eea: [AT] }
            conditions: { personal: { when: { subjects.data: personal } }, provides: { when: { security: provided } }, ring: { when: { is: ring } } }
            rules:
              - id: RAI1
                slug: p/one
                title: One
                about: datacard
                severity: error
                basis: {{basis}}
                {{first.Replace("\n", "\n    ", StringComparison.Ordinal).Insert(0, first.StartsWith("message", StringComparison.Ordinal) || first.StartsWith("review", StringComparison.Ordinal) ? "" : "message: M\n    ")}}
                fix: Mend it
              - { id: {{secondId}}, slug: p/two, title: Two, about: datacard, severity: error, basis: guidance, fix: F, message: M, require: { name: x } }
            """);
        Assert.Empty(file.Findings);
        var findings = new FindingList("f.yaml");
        var vocabulary = Fixture.Vocabulary with
        {
            Laws = new Dictionary<string, Law>
            {
                ["a-law"] = new("a-law", "A law", "A. Reader", "2026"),
                ["eu-gdpr"] = new("eu-gdpr", "GDPR", "A. Reader", "2026"),
                ["unread"] = new("unread", "Unread", null, null),
            },
        };
        return (RulePackReader.Read(file.Documents[0], vocabulary, findings)!, findings.Items);
    }
}
