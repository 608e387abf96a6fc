using ResponsibleAI.Policy.Rules;

namespace ResponsibleAI.Policy.RulePacks.Tests;

/// <summary>What every shipped pack owes: nothing wrong with it, tests that pass, a test for each outcome.</summary>
public sealed class PackTests
{
    public static IEnumerable<object[]> Tests =>
        Shipped.Packs.SelectMany(pack => pack.Rules.SelectMany(rule => rule.Tests.Select((test, index) => new object[] { pack.Name, rule.Id, index, test.It })));

    public static IEnumerable<object[]> RuleIds => Shipped.Rules.Select(rule => new object[] { rule.Id });

    [Fact]
    public void Nothing_is_wrong_with_any_shipped_file()
    {
        var findings = Shipped.Packs.Count > 0 ? Shipped.Findings : [];
        Assert.True(findings.Count == 0, string.Join("\n", findings.Select(finding => $"{finding.Location.Path}({finding.Location.Line},{finding.Location.Column}): {finding.Rule} {finding.Message}")));
    }

    [Fact]
    public void There_are_packs() => Assert.NotEmpty(Tests);

    [Theory]
    [MemberData(nameof(Tests))]
    public void The_rule_does_what_its_author_expects(string pack, string id, int index, string it)
    {
        var owner = Shipped.Packs.Single(candidate => candidate.Name == pack);
        var rule = owner.Rules.Single(candidate => candidate.Id == id);
        Assert.Equal(it, rule.Tests[index].It);
        var result = RuleTests.Run(owner, rule, rule.Tests[index], Shipped.Registry);
        Assert.True(result.Problem is null, result.ToString());
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_test_shows_each_outcome_the_rule_can_have(string id) =>
        Assert.Equal([], RuleTests.Untested(Shipped.Rule(id)).Select(outcome => outcome.ToString()));
}
