namespace ResponsibleAI.Fairness.Tests;

public class IntervalTests
{
    [Theory]
    [InlineData(0.5, 10, 0.95, 0.236593090512564, 0.763406909487436)]
    [InlineData(0.0, 10, 0.95, 0, 0.277532799862889)]
    [InlineData(1.0, 10, 0.95, 0.722467200137111, 1)]
    [InlineData(0.3, 100, 0.99, 0.197460656209905, 0.427427618876424)]
    public void Wilson_agrees_with_its_formula(double share, double size, double confidence, double low, double high)
    {
        var interval = WilsonInterval.Of(share, size, confidence);

        Assert.Equal(low, interval.Low, 1e-7);
        Assert.Equal(high, interval.High, 1e-7);
    }

    [Theory]
    [InlineData(3, 1, 1, 3, 0.485714285714286)]
    [InlineData(8, 2, 1, 5, 0.034965034965035)]
    [InlineData(0, 5, 5, 0, 0.007936507936508)]
    [InlineData(7, 0, 9, 0, 1)]
    [InlineData(0, 0, 0, 0, 1)]
    public void Fishers_test_sums_the_tables_that_are_no_more_likely(long selected, long rejected, long referenceSelected, long referenceRejected, double p)
    {
        Assert.Equal(p, FisherExactTest.TwoSided(selected, rejected, referenceSelected, referenceRejected), 1e-12);
        Assert.Equal(p, FisherExactTest.TwoSided(referenceSelected, referenceRejected, selected, rejected), 1e-12);
    }

    [Fact]
    public void Fishers_test_of_millions_of_rows_ends_and_is_small()
    {
        Assert.InRange(FisherExactTest.TwoSided(500_000, 500_000, 400_000, 600_000), 0, 1e-100);
        Assert.InRange(FisherExactTest.TwoSided(500_000, 500_000, 500_000, 500_000), 0.999, 1);
    }

    [Theory]
    [InlineData(5000, 10000, 4000, 10000)]
    [InlineData(60, 5000, 8, 5000)]
    [InlineData(9990, 10000, 9000, 10000)]
    public void The_bootstrap_of_large_groups_is_near_the_normal_interval(long selected, long rows, long otherSelected, long otherRows)
    {
        var (p, q) = ((double)selected / rows, (double)otherSelected / otherRows);
        var error = Math.Sqrt((p * (1 - p) / rows) + (q * (1 - q) / otherRows));

        var interval = Two(selected, rows, otherSelected, otherRows, new() { BootstrapReplicates = 4000 }).By("Group")["demographic-parity-difference"].Interval!.Value;

        Assert.Equal("bootstrap", interval.Method);
        Assert.Equal(p - q - (1.96 * error), interval.Low, 0.2 * error);
        Assert.Equal(p - q + (1.96 * error), interval.High, 0.2 * error);
    }

    [Fact]
    public void The_bootstrap_follows_its_seed()
    {
        var (first, again, other) = (Of(1), Of(1), Of(2));

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);

        static Interval Of(long seed) => Two(40, 100, 30, 100, new() { Seed = seed }).By("Group")["impact-ratio"].Interval!.Value;
    }

    [Fact]
    public void Weighted_rows_have_no_bootstrap_and_no_exact_test_and_wider_rate_intervals()
    {
        var weighted = BinaryFairness.Evaluate(
            [true, false, true, false], [true, false, false, true], ["a", "a", "b", "b"], favorable: true, weights: [1, 9, 5, 5], options: new() { MinGroupSize = 1 });

        Assert.Null(weighted.By("Group")["demographic-parity-difference"].Interval);
        Assert.All(weighted.Compare(weighted.By("Group")), comparison => Assert.Null(comparison.ExactP));
        Assert.Equal(10 * 10 / 82.0, weighted.Groups["Group=a"].SelectionRate.EffectiveSize, 1e-12);
    }

    [Fact]
    public void A_ratio_to_a_group_that_nobody_was_selected_from_is_undefined()
    {
        Assert.Null(KatzInterval.OfRatio(new Rate(Tally.Of(5), Tally.Of(10)), new Rate(Tally.Of(0), Tally.Of(10))));
        Assert.Null(KatzInterval.OfRatio(new Rate(Tally.Of(5), Tally.Of(10)), default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_confidence_lies_between_0_and_1(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(0.5, 10, confidence));

    private static BinaryFairness Two(long selected, long rows, long otherSelected, long otherRows, FairnessOptions options)
    {
        var table = new GroupTable<BinaryCounts>(["Group"]);
        table.Cell("a").Merge(new BinaryCounts(selected, 0, rows - selected, 0));
        table.Cell("b").Merge(new BinaryCounts(otherSelected, 0, otherRows - otherSelected, 0));
        return new BinaryFairness(table, "yes", options);
    }
}
