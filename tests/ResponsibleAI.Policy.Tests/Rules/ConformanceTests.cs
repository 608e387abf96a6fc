using ResponsibleAI.Policy.Rules;

namespace ResponsibleAI.Policy.Tests.Rules;

/// <summary>The 28 rules and 117 tests that the language was tried with before it was built.</summary>
public sealed class ConformanceTests
{
    private static readonly Lazy<(RulePack Pack, IReadOnlyList<string> Findings)> s_read28 = new(() =>
    {
        var (pack, findings) = Fixture.Pack(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rules", "sample.rules.yaml")));
        return (pack, Read.Lines(findings));
    });

    public static IEnumerable<object[]> Tests => Pack.Rules.SelectMany(rule => rule.Tests.Select(test => new object[] { rule.Id, test.It }));

    [Fact]
    public void The_sample_has_28_rules_117_tests_and_one_error_that_rests_on_an_unread_citation()
    {
        Assert.Contains("Nobody checked `eu-infosoc`", Assert.Single(s_read28.Value.Findings));
        Assert.Equal((28, 117), (s_read28.Value.Pack.Rules.Count, s_read28.Value.Pack.Rules.Sum(rule => rule.Tests.Count)));
    }

    [Theory]
    [MemberData(nameof(Tests))]
    public void The_rule_does_what_its_author_expects(string id, string it)
    {
        var rule = Pack.Rules.Single(rule => rule.Id == id);
        var result = RuleTests.Run(Pack, rule, rule.Tests.Single(test => test.It == it), new Fixture());
        Assert.True(result.Problem is null, result.ToString());
    }

    private static RulePack Pack => s_read28.Value.Pack;
}
