using System.Reflection;

[assembly: AssemblyMetadata("ResponsibleAI.Fairness/credit-scoring/impact-ratio", "0.85")]
[assembly: AssemblyMetadata("ResponsibleAI.Fairness/credit-scoring/equal-opportunity-difference", "0.05")]
[assembly: AssemblyMetadata("ResponsibleAI.Fairness/other/made-up-metric", "1")]
[assembly: AssemblyMetadata("ResponsibleAI.Fairness/group-minimum", "40")]

namespace ResponsibleAI.Fairness.Tests;

/// <summary>What a build writes into the program.</summary>
public class GoalTests
{
    private static readonly Assembly s_program = typeof(GoalTests).Assembly;

    [Fact]
    public void The_goal_of_the_model_card_becomes_thresholds() =>
        Assert.Equal(new FairnessThresholds { MinImpactRatio = 0.85, MaxEqualOpportunityDifference = 0.05 }, FairnessThresholds.OfModelCard("credit-scoring", s_program));

    [Fact]
    public void A_model_without_a_goal_is_an_error_and_not_a_gate_that_lets_everything_pass() =>
        Assert.Contains("built without a fairness goal for 'credit'", Assert.Throws<ArgumentException>(() => FairnessThresholds.OfModelCard("credit", s_program)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_metric_that_nobody_measures_is_an_error() => Assert.Throws<ArgumentException>(() => FairnessThresholds.OfModelCard("other", s_program));

    [Fact]
    public void The_policys_group_minimum_becomes_the_least_size() => Assert.Equal(40, FairnessOptions.OfPolicy(s_program).MinGroupSize);

    [Fact]
    public void Without_one_the_default_holds() => Assert.Equal(30, FairnessOptions.OfPolicy(typeof(Xunit.Assert).Assembly).MinGroupSize);
}
