using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Tests.Rules;

/// <summary>From outcomes to findings: what is told, how loud, where, and how often.</summary>
public sealed class Judging
{
    private const string Rule = "when: { is: personal }\nrequire: { security: provided }\nmessage: \"'{id}' has no security measures\"";
    private const string PerColumn = "forEach: columns\nrequire: { justification: provided }\nmessage: \"column '{name}'\"";

    [Fact]
    public void A_contradiction_stands_where_the_value_stands()
    {
        var (result, others) = World.Judge(Rule, "subjects: { data: personal }\nsecurity: none");
        Assert.Empty(others);
        Assert.Equal(["RAI1 Violation Error c 4: 'c' has no security measures"], result.Findings.Select(World.Show));
        Assert.Equal("Mend it", result.Findings[0].Fix);
        Assert.Equal((1, 0, 0), (result.Cards[0].Contradictions, result.Cards[0].ToReview, result.Cards[0].NotStated));
    }

    [Fact]
    public void Silence_is_told_once_for_all_entries_and_rules()
    {
        var (result, _) = World.Judge(PerColumn, "columns: [a, b, c, d, { name: e, justification: none }]");
        Assert.Equal(
            [
                "RAI1 Violation Error c/columns/e 3: column 'e'",
                "RAI5000 Gap Info c/columns.justification 3: `columns.justification` is not stated for 'a', 'b', 'c' and 1 more; 1 rule waits for it",
            ],
            result.Findings.Select(World.Show));
        Assert.Equal((1, 0, 1), (result.Cards[0].Contradictions, result.Cards[0].ToReview, result.Cards[0].NotStated));
    }

    [Fact]
    public void Silence_of_the_policy_is_told_once_for_all_cards()
    {
        var rule = "when: { policy.organization.sme: true }\nrequire: { security: provided }\nmessage: M";
        var (result, _) = World.Judge(rule, "name: x", "organization: { name: A }");
        Assert.Equal("RAI5000 Gap Info policy/policy.organization.sme", string.Join(' ', World.Show(Assert.Single(result.Findings)).Split(' ').Take(4)));
        Assert.Equal(0, result.Cards[0].NotStated);
    }

    [Theory]
    [InlineData("", "Info")]
    [InlineData("silence: { default: warning }", "Warning")]
    [InlineData("silence: { default: warning, p/*: error }", "Error")]
    [InlineData("silence: { p/*: error, p/one: warning }", "Warning")]
    [InlineData("silence: { p/*: warning, RAI1: error }", "Error")]
    [InlineData("silence: { default: error, q/*: info }", "Error")]
    [InlineData("tighten: { RAI1: { silence: warning } }", "Warning")]
    public void The_policy_says_what_silence_costs(string policy, string severity)
    {
        var (result, _) = World.Judge(Rule, "name: x", policy.Length == 0 ? "" : policy);
        Assert.Equal(severity, Assert.Single(result.Findings).Severity.ToString());
    }

    [Theory]
    [InlineData("silence: { default: error }", Severity.Info)]
    [InlineData("silence: { default: error, own-data-only: false }", Severity.Error)]
    public void An_imported_card_stays_at_info_because_nobody_here_can_answer_for_its_publisher(string policy, Severity severity)
    {
        var (result, _) = World.Judge(Rule, "importedFrom: { format: huggingface }", policy);
        Assert.Equal(severity, Assert.Single(result.Findings).Severity);
    }

    [Theory]
    [InlineData("severity: error\njurisdiction: eu", "jurisdictions: [us-ca]", 0)]
    [InlineData("severity: error\njurisdiction: eu", "jurisdictions: [eu]", 1)]
    [InlineData("severity: error\njurisdiction: eu", "", 1)]
    public void A_rule_of_another_jurisdiction_is_off(string head, string policy, int findings)
    {
        var (result, _) = World.Judge($"{head.Split('\n')[1]}\n{Rule}", "subjects: { data: personal }\nsecurity: none", policy);
        Assert.Equal(findings, result.Findings.Count);
        Assert.Equal(findings == 0 ? ["RAI1 switched off by policy: jurisdiction eu"] : [], result.Off.Select(off => $"{off.Rule.Id} {off.Why}"));
    }

    [Fact]
    public void Tightening_adds_conditions_in_the_scope_of_the_rule()
    {
        const string card = "columns: [{ name: a, justification: j }, { name: b, justification: j, detail: none }]";
        Assert.Empty(World.Judge(PerColumn, card).Result.Findings);
        var (result, others) = World.Judge(PerColumn, card, "tighten: { RAI1: { alsoRequire: { detail: provided } } }");
        Assert.Empty(others);
        Assert.Equal(["c/columns/b", "c/columns.detail"], result.Findings.Select(finding => finding.Subject));
        Assert.Empty(World.Judge("when: { is: personal }\n" + "require: { security: provided }\nmessage: M", "subjects: { data: not-personal }\nsecurity: none").Result.Findings);
        Assert.Single(World.Judge("when: { is: personal }\n" + "require: { security: provided }\nmessage: M", "subjects: { data: not-personal }\nsecurity: none", "tighten: { p/one: { alsoWhen: { subjects.data: not-personal } } }").Result.Findings);
    }

    [Theory]
    [InlineData("severity: warning", "severity error → warning")]
    [InlineData("effectiveFrom: 2027-01-01", "from 2026-01-01 → 2027-01-01")]
    public void An_edit_that_loosens_belongs_under_loosen_and_does_not_count(string edit, string what)
    {
        var (result, others) = World.Judge("effective: { from: 2026-01-01 }\n" + Rule, "subjects: { data: personal }\nsecurity: none", $"tighten: {{ RAI1: {{ {edit} }} }}");
        Assert.Equal([$"This edit loosens RAI1 ({what}); it belongs under `loosen:` with a reason, an approver and an end date. It does not count"], others.Select(finding => finding.Message));
        Assert.Equal(Severity.Error, Assert.Single(result.Findings).Severity);
    }

    [Fact]
    public void An_earlier_date_tightens()
    {
        var rule = "effective: { from: 2027-01-01 }\n" + Rule;
        const string card = "subjects: { data: personal }\nsecurity: none";
        Assert.Empty(World.Judge(rule, card).Result.Findings);
        Assert.Single(World.Judge(rule, card, "tighten: { RAI1: { effectiveFrom: 2026-09-30 } }").Result.Findings);
    }

    [Theory]
    [InlineData("set: { severity: info }", Severity.Info)]
    [InlineData("off: true", null)]
    public void Loosening_counts_when_somebody_answers_for_it(string edit, Severity? severity)
    {
        const string card = "subjects: { data: personal }\nsecurity: none";
        var loosen = $"loosen: [{{ rule: RAI1, {edit}, reason: r, approver: a, approvedOn: 2026-09-01, expires: 2027-01-01 }}]\napprovers: [{{ who: a, may: [loosen] }}]";
        Assert.Equal(severity, World.Judge(Rule, card, loosen).Result.Findings.SingleOrDefault()?.Severity);
        Assert.Equal(Severity.Error, Assert.Single(World.Judge(Rule, card, loosen + "\nlocked: [RAI1]").Result.Findings).Severity);
    }

    [Theory]
    [InlineData("{name}", "name: x", "x")]
    [InlineData("{owner}", "name: x", "not stated")]
    [InlineData("{owner}", "owner: none", "none")]
    [InlineData("{language}", "language: [de, en]", "de, en")]
    [InlineData("{columns.name}", "columns: [a, b]", "a, b")]
    [InlineData("{columns.protection}", "columns: [a, { name: b, protection: hashed }]", "unchanged, hashed")]
    [InlineData("{threshold:k-minimum}", "name: x", "5")]
    [InlineData("{name}", "name: \"a\\e[31m\\nb\\u202Ec\"", "a[31mbc")]
    [InlineData("50 % of {", "name: x", "50 % of {")]
    public void A_message_shows_values_safely(string message, string card, string expected)
    {
        var (result, others) = World.Judge($"when: {{ is: personal }}\nrequire: {{ security: provided }}\nmessage: \"{message}\"", $"{card}\nsubjects: {{ data: personal }}\nsecurity: none");
        Assert.Empty(others);
        Assert.Equal(expected, result.Findings[0].Message);
    }

    [Fact]
    public void A_value_in_a_message_is_cut()
    {
        var (result, _) = World.Judge("require: { security: provided }\nmessage: \"{name}!\"", $"name: {new string('x', 500)}\nsecurity: none");
        Assert.Equal(new string('x', 80) + "…!", Assert.Single(result.Findings).Message);
    }

    [Fact]
    public void Entries_are_named_and_the_second_of_a_name_is_numbered()
    {
        var (result, _) = World.Judge("forEach: groups\nrequire: { count: { atLeast: 5 } }\nmessage: M", "groups: [{ column: sex, value: f, count: 1 }, { column: sex, value: f, count: 2 }, { column: sex, count: 3 }]");
        Assert.Equal(["c/groups/sex=f", "c/groups/sex=f#2", "c/groups/sex"], result.Findings.Select(finding => finding.Subject));
    }

    [Fact]
    public void A_rule_that_fails_for_ever_so_many_entries_says_how_many()
    {
        var (result, _) = World.Judge(PerColumn, $"columns: [{string.Join(", ", Enumerable.Range(0, 130).Select(i => $"{{ name: c{i}, justification: none }}"))}]");
        Assert.Equal(101, result.Findings.Count);
        Assert.Equal("One: 30 more entries of `columns` like this", result.Findings[^1].Message);
    }

    [Fact]
    public void What_a_syntax_error_cuts_off_is_no_silence_and_no_contradiction()
    {
        var (result, others) = World.Judge("when: { is: personal }\nifSilent: fail\nrequire: { security: provided }\nmessage: M", "subjects: { data: personal }\nname: \"x");
        Assert.Contains(others, finding => finding.Rule == "RAI9001");
        Assert.Empty(result.Findings);
        Assert.Single(World.Judge("when: { is: personal }\nifSilent: fail\nrequire: { security: provided }\nmessage: M", "subjects: { data: personal }").Result.Findings);
    }

    [Fact]
    public void A_question_is_asked_once_per_entry_and_counted()
    {
        var (result, _) = World.Judge("forEach: columns\nwhen: { protection: hashed }\nreview: \"Is '{name}' safe?\"", "columns: [{ name: a, protection: hashed }, b]");
        Assert.Equal(["RAI1 NeedsReview Error c/columns/a 3: Is 'a' safe?"], result.Findings.Select(World.Show));
        Assert.Equal((0, 1, 0), (result.Cards[0].Contradictions, result.Cards[0].ToReview, result.Cards[0].NotStated));
    }

    [Fact]
    public void A_place_may_be_given()
    {
        var (result, _) = World.Judge("require: { security: provided }\nat: name\nmessage: M", "security: none\nname: x");
        Assert.Equal(4, Assert.Single(result.Findings).Location.Line);
    }
}
