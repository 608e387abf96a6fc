namespace ResponsibleAI.Policy.Tests.Compiling;

/// <summary>What the build writes into a program for its fairness gate.</summary>
public sealed class Goals
{
    private static Repo With(string fairness) => Repo.Empty
        .Ship("rules/thresholds.yaml", """
            schema: rai/thresholds/1
            thresholds:
              - { name: group-minimum, unit: rows, stricter: higher, default: 30, meaning: g }
              - { name: parity-ratio-minimum, unit: ratio, stricter: higher, default: 0.8, meaning: p }
            """)
        .With("rai/cards/m.modelcard.yaml", $"schema: rai/modelcard/1\nid: m\nfairness: {fairness}\n");

    private static string Of(Repo repo) => string.Join(" ", repo.Compile().FairnessGoals.Select(goal => FormattableString.Invariant($"{goal.Key}={goal.Value}")));

    [Theory]
    [InlineData("{ goal: { metric: equal-opportunity-difference, atMost: 0.05 } }", "group-minimum=30 m/equal-opportunity-difference=0.05")]
    [InlineData("{ goal: { metric: equal-opportunity-ratio, atLeast: 0.7 } }", "group-minimum=30 m/equal-opportunity-ratio=0.7")]
    [InlineData("{ goal: { metric: impact-ratio, atLeast: 0.9 } }", "group-minimum=30 m/impact-ratio=0.9")]
    public void The_cards_goal_goes_into_the_program(string fairness, string goals) => Assert.Equal(goals, Of(With(fairness)));

    [Fact]
    public void Of_a_ratio_of_selection_rates_the_policys_number_counts_when_it_is_stricter()
    {
        Assert.Equal("group-minimum=30 m/impact-ratio=0.8", Of(With("{ goal: { metric: impact-ratio, atLeast: 0.5 } }")));
        Assert.Equal("group-minimum=50 m/impact-ratio=0.95", Of(With("{ goal: { metric: impact-ratio, atLeast: 0.9 } }").Policy("thresholds: { parity-ratio-minimum: 0.95, group-minimum: 50 }")));
    }

    [Theory]
    [InlineData("{ goal: { metric: impact-ratio } }")]
    [InlineData("{ attributes: [sex] }")]
    [InlineData("[]")]
    public void Without_a_limit_there_is_none(string fairness) => Assert.Equal("", Of(With(fairness)));
}
