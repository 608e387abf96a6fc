using System.Text.RegularExpressions;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Tests.Rules;

/// <summary>Waivers and answers: in sight, bound to a person, a date and the values the rule read.</summary>
public sealed partial class DecisionsOnFindings
{
    private const string Fails = "forEach: columns\nrequire: { justification: provided }\nmessage: \"column '{name}'\"";
    private const string Asks = "forEach: columns\nrequire: { justification: provided }\nreview: \"Why '{name}'?\"";
    private const string Card = "name: x\ncolumns: [{ name: zip, type: x, justification: none }, { name: age, justification: none }]";
    private const string Policy = "approvers: [{ who: a, may: [waive, review] }, { who: b, may: [review], packs: [q] }]\nwaivers: { maxDays: 180 }";

    [Fact]
    public void A_waiver_leaves_the_contradiction_in_sight()
    {
        var result = Decide(Fails, "kind: waiver");
        Assert.Equal(
            ["RAI1 Violation Info c/columns/zip 4: column 'zip' (waived by a until 2027-01-31: because)", "RAI1 Violation Error c/columns/age 4: column 'age'"],
            result.Select(World.Show));
    }

    [Fact]
    public void An_accepted_answer_closes_the_question_and_a_rejected_one_contradicts()
    {
        Assert.Equal("RAI1 NeedsReview Info c/columns/zip 4: Why 'zip'? (answered yes by a until 2027-01-31: because)", World.Show(Decide(Asks, "kind: review, answer: accepted")[0]));
        Assert.Equal("RAI1 Violation Error c/columns/zip 4: Why 'zip'? (answered no by a until 2027-01-31: because)", World.Show(Decide(Asks, "kind: review, answer: rejected")[0]));
    }

    [Fact]
    public void A_waiver_answers_no_question_and_an_answer_waives_nothing()
    {
        Assert.Equal("Waiver W is unused: RAI1 finds nothing there. Remove it", Decide(Asks, "kind: waiver")[^1].Message);
        Assert.Equal("Review W is unused: RAI1 asks nothing there. Remove it", Decide(Fails, "kind: review, answer: accepted")[^1].Message);
    }

    [Fact]
    public void A_decision_lapses_when_a_value_that_the_rule_read_changes_and_only_then()
    {
        var facts = Facts(Fails);
        Assert.Equal(Severity.Info, World.Judge(Fails, Card.Replace(": x", ": other", StringComparison.Ordinal), Policy, Waiver("kind: waiver", facts)).Result.Findings[0].Severity);
        var changed = World.Judge(Fails, "columns: [{ name: zip, justification: [] }, { name: age, justification: none }]".Replace("[]", "because", StringComparison.Ordinal), Policy, Waiver("kind: waiver", facts)).Result.Findings;
        Assert.Equal("Waiver W is unused: RAI1 finds nothing there. Remove it", changed[^1].Message);
        var more = "forEach: columns\nrequire: { justification: provided, type: provided }\nmessage: M";
        var lapsed = World.Judge(more, Card, Policy, Waiver("kind: waiver", facts)).Result.Findings;
        Assert.Matches("^Waiver W lapsed: a value that RAI1 reads changed since it was granted on 2026-09-01. Decide anew with facts: sha256:[0-9a-f]{64}$", lapsed[^1].Message);
        Assert.Equal(Severity.Error, lapsed[0].Severity);
    }

    [Fact]
    public void A_decision_without_facts_does_not_count_and_is_told_which()
    {
        var findings = World.Judge(Fails, Card, Policy, Waiver("kind: waiver", "")).Result.Findings;
        Assert.Equal(Severity.Error, findings[0].Severity);
        Assert.Matches("^Waiver W names no facts and does not count; write facts: sha256:[0-9a-f]{64} so that it lapses when they change$", findings[^1].Message);
    }

    [Theory]
    [InlineData("approver: a", "approver: c", "does not count: its approver `c` is not listed under approvers in policy.yaml")]
    [InlineData("approver: a", "approver: b", "does not count: `b` may not waive in pack p")]
    [InlineData("expires: 2027-01-31", "expires: 2026-09-29", "expired on 2026-09-29")]
    [InlineData("expires: 2027-01-31", "expires: 2027-03-31", "does not count: it runs longer than the 180 days that policy.yaml allows")]
    [InlineData("approvedOn: 2026-09-01", "approvedOn: 2026-10-01", "does not count yet: it is approved on 2026-10-01")]
    [InlineData(", element: columns/zip", "", "does not count: RAI1 judges each entry of `columns`; name one, such as element: columns/name")]
    [InlineData("columns/zip", "columns/height", "is unused: RAI1 finds nothing there. Remove it")]
    public void A_decision_that_does_not_count_is_a_finding_and_the_contradiction_stands(string part, string instead, string what)
    {
        var waiver = Waiver("kind: waiver", Facts(Fails)).Replace(part, instead, StringComparison.Ordinal);
        var findings = World.Judge(Fails, Card, Policy, waiver).Result.Findings;
        Assert.Equal(("RAI9006", $"Waiver W {what}"), (findings[^1].Rule, findings[^1].Message));
        Assert.Equal([Severity.Error, Severity.Error], findings.Take(2).Select(finding => finding.Severity));
    }

    [Fact]
    public void A_locked_rule_is_never_waived_and_its_questions_are_answered()
    {
        Assert.Equal("Waiver W does not count: RAI1 is locked", Decide(Fails, "kind: waiver", "\nlocked: [p/one]")[^1].Message);
        Assert.Equal(Severity.Info, Decide(Asks, "kind: review, answer: accepted", "\nlocked: [p/one]")[0].Severity);
    }

    private static IReadOnlyList<Finding> Decide(string rule, string kind, string policy = "") =>
        World.Judge(rule, Card, Policy + policy, Waiver(kind, Facts(Asks))).Result.Findings;

    /// <summary>The hash as the build prints it for a decision without one.</summary>
    private static string Facts(string rule)
    {
        var kind = rule == Asks ? "kind: review, answer: accepted" : "kind: waiver";
        var findings = World.Judge(rule, Card, Policy, Waiver(kind, "")).Result.Findings;
        return ", facts: " + Hash().Match(findings[^1].Message).Value;
    }

    private static string Waiver(string kind, string facts) =>
        $"- {{ id: W, {kind}, rule: RAI1, scope: {{ card: c, element: columns/zip }}, reason: because, approver: a, approvedOn: 2026-09-01, expires: 2027-01-31{facts} }}";

    [GeneratedRegex("sha256:[0-9a-f]{64}")]
    private static partial Regex Hash();
}
