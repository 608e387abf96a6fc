using CsCheck;

namespace ResponsibleAI.Fairness.Tests;

/// <summary>What must hold for any rows.</summary>
public class PropertyTests
{
    private static readonly FairnessOptions s_any = new() { MinGroupSize = 1, BootstrapReplicates = 10 };

    private static readonly Gen<Row> s_rows = Gen.Select(OneOf("a", "b", "c", ""), OneOf("x", "y"), Gen.Bool, Gen.Bool, Gen.Double.Unit, Gen.Int[1, 4])
        .Select((first, second, label, prediction, probability, weight) => new Row(first, second, label, prediction, Math.Round(probability, 2), weight));

    private static readonly Gen<Row[]> s_data = s_rows.Array[1, 60];

    [Fact]
    public void The_order_of_rows_does_not_matter() =>
        Gen.Select(s_data, Gen.Int).Sample((rows, seed) => Same(Evaluate(rows), Evaluate(Shuffled(rows, seed))));

    [Fact]
    public void The_order_of_attributes_does_not_matter_for_the_groups() =>
        s_data.Sample(rows =>
        {
            var swapped = new GroupTable<BinaryCounts>(["Second", "First"]);
            foreach (var row in rows)
            {
                swapped.Cell(row.Second, row.First).Add(row.Label, row.Prediction, row.Probability, row.Weight);
            }

            var (fairness, other) = (Evaluate(rows), new BinaryFairness(swapped, "yes", s_any));
            foreach (var metric in new[] { "impact-ratio", "equalized-odds-difference", "calibration-error" })
            {
                Close(fairness.By("First", "Second")[metric].Value, other.By("Second", "First")[metric].Value);
                Close(fairness.By("First")[metric].Value, other.By("First")[metric].Value);
            }
        });

    [Fact]
    public void The_names_of_groups_do_not_matter_for_the_aggregates() =>
        s_data.Sample(rows =>
        {
            var renamed = rows.Select(row => row with { First = row.First switch { "a" => "zz", "b" => "", "c" => "0", _ => "m" } }).ToArray();
            var (fairness, other) = (Evaluate(rows), Evaluate(renamed));
            Assert.All(fairness.Aggregates.Zip(other.Aggregates), pair => Close(pair.First.Value, pair.Second.Value));
        });

    [Fact]
    public void A_weight_is_a_repetition() =>
        s_data.Sample(rows =>
        {
            var repeated = rows.SelectMany(row => Enumerable.Repeat(row with { Weight = 1 }, row.Weight)).ToArray();
            var (weighted, unweighted) = (Evaluate(rows), Evaluate(repeated));
            Assert.All(weighted.Aggregates.Zip(unweighted.Aggregates), pair => Close(pair.First.Value, pair.Second.Value));
            foreach (var (name, counts) in weighted.Groups)
            {
                Assert.Equal(unweighted.Groups[name].Total.Weight, counts.Total.Weight, 1e-9);
                Assert.All(counts.Measures().Zip(unweighted.Groups[name].Measures()), pair => Close(pair.First.Value, pair.Second.Value));
            }
        });

    [Fact]
    public void Merged_shards_equal_the_whole() =>
        Gen.Select(s_data, Gen.Int[0, 60]).Sample((rows, cut) =>
        {
            var (left, right) = (Table(rows.Take(cut)), Table(rows.Skip(cut)));
            left.Merge(right);
            Same(Evaluate(rows), new BinaryFairness(left, "yes", s_any));
        });

    [Fact]
    public void Merged_regression_shards_equal_the_whole() =>
        Gen.Select(s_data, Gen.Int[0, 60]).Sample((rows, cut) =>
        {
            var (left, right, whole) = (Errors(rows.Take(cut)), Errors(rows.Skip(cut)), Errors(rows));
            left.Merge(right);
            var (merged, expected) = (new RegressionFairness(left, s_any), new RegressionFairness(whole, s_any));
            Assert.All(expected.Aggregates.Zip(merged.Aggregates), pair => Close(pair.First.Value, pair.Second.Value));

            static GroupTable<RegressionCounts> Errors(IEnumerable<Row> rows)
            {
                var table = new GroupTable<RegressionCounts>(["First"]);
                foreach (var row in rows)
                {
                    table.Cell(row.First).Add(row.Probability, row.Prediction ? 1 : 0, row.Weight);
                }

                return table;
            }
        });

    [Fact]
    public void Rates_ratios_and_differences_stay_between_0_and_1() =>
        s_data.Sample(rows =>
        {
            var fairness = Evaluate(rows);
            Assert.All(fairness.Aggregates, aggregate => Assert.True(aggregate.Value is null or (>= -1e-12 and <= 1 + 1e-12), aggregate.Metric));
            Assert.All(fairness.Groups.Values.SelectMany(counts => counts.Measures()).Where(measure => measure.Interval is not null), measure =>
                Assert.True(measure.Interval!.Value.Low - 1e-12 <= measure.Value && measure.Value <= measure.Interval.Value.High + 1e-12, measure.Name));
        });

    [Fact]
    public void Swapping_the_favorable_outcome_swaps_the_rates() =>
        s_data.Sample(rows =>
        {
            var (yes, no) = (Span(rows, favorable: true), Span(rows, favorable: false));
            foreach (var (name, counts) in yes.Groups)
            {
                Close(counts.TruePositiveRate.Value, no.Groups[name].Rate(RateKind.TrueNegativeRate).Value);
                Close(1 - counts.SelectionRate.Value, no.Groups[name].SelectionRate.Value);
                Close(counts.Calibration!.BrierScore, no.Groups[name].Calibration!.BrierScore);
            }

            static BinaryFairness Span(Row[] rows, bool favorable) => BinaryFairness.Evaluate(
                [.. rows.Select(row => row.Label)], [.. rows.Select(row => row.Prediction)], [.. rows.Select(row => row.First)], favorable,
                probabilities: [.. rows.Select(row => row.Probability)], options: s_any);
        });

    [Fact]
    public void Reweighing_makes_the_label_independent_of_the_group() =>
        s_data.Sample(rows =>
        {
            var reweighing = Reweighing.Learn([.. rows.Select(row => row.Label)], [.. rows.Select(row => row.First)]);
            var table = new GroupTable<BinaryCounts>(["First"]);
            foreach (var row in rows)
            {
                table.Cell(row.First).Add(row.Label, row.Label, reweighing.Weight(row.Label, row.First)!.Value);
            }

            var before = rows.Average(row => row.Label ? 1.0 : 0);
            foreach (var (group, counts) in table.By("First"))
            {
                // A group with one label cannot be balanced by weights.
                if (rows.Where(row => (row.First.Length == 0 ? Group.Missing : row.First) == group.Values[0]).Select(row => row.Label).Distinct().Count() == 2)
                {
                    Assert.Equal(before, counts.BaseRate.Value!.Value, 1e-9);
                }
            }
        });

    [Fact]
    public void Allowing_more_difference_never_costs_accuracy_and_is_kept() =>
        Gen.Select(s_data, OneOf(ThresholdGoal.SelectionRate, ThresholdGoal.TruePositiveRate)).Sample((rows, goal) =>
        {
            var table = new GroupTable<ScoreCounts>(["Second"]);
            foreach (var row in rows.Append(new Row("", "x", true, true, 0.5, 1)).Append(new Row("", "y", true, true, 0.5, 1)))
            {
                table.Cell(row.Second).Add(row.Label, row.Probability, row.Weight);
            }

            var tradeOffs = ThresholdSearch.TradeOffs(table, goal);

            Assert.Null(tradeOffs[0].AllowedDifference);
            Assert.All(tradeOffs.Skip(1).Zip(tradeOffs.Skip(2)), pair => Assert.True(pair.First.Accuracy <= pair.Second.Accuracy + 1e-9));
            Assert.True(tradeOffs[0].Accuracy <= tradeOffs[^1].Accuracy + 1e-9);
            Assert.All(tradeOffs.Skip(1), row =>
            {
                var difference = goal == ThresholdGoal.SelectionRate ? row.DemographicParityDifference : row.EqualOpportunityDifference;
                Assert.True(difference <= row.AllowedDifference + 1e-9);
            });
        });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static BinaryFairness Evaluate(IEnumerable<Row> rows) => new(Table(rows), "yes", s_any);

    private static GroupTable<BinaryCounts> Table(IEnumerable<Row> rows)
    {
        var table = new GroupTable<BinaryCounts>(["First", "Second"]);
        foreach (var row in rows)
        {
            table.Cell(row.First, row.Second).Add(row.Label, row.Prediction, row.Probability, row.Weight);
        }

        return table;
    }

    private static void Same(BinaryFairness left, BinaryFairness right)
    {
        Assert.Equal(left.Groups.Keys.Order(StringComparer.Ordinal), right.Groups.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(left.ToJson(), right.ToJson());
    }

    private static void Close(double? left, double? right)
    {
        Assert.Equal(left is null, right is null);
        if (left is not null)
        {
            Assert.Equal(left.Value, right!.Value, 1e-9);
        }
    }

    private static Row[] Shuffled(Row[] rows, int seed)
    {
        var copy = (Row[])rows.Clone();
        new Random(seed).Shuffle(copy);
        return copy;
    }

    private sealed record Row(string First, string Second, bool Label, bool Prediction, double Probability, int Weight);
}
