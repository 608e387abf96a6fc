using CsCheck;
using Microsoft.ML;

namespace ResponsibleAI.Fairness.Tests;

public class AreaUnderCurveTests
{
    private static readonly Gen<(bool Favorable, int Score)[]> s_rows = Gen.Select(Gen.Bool, Gen.Int[0, 6]).Array[0, 40];

    [Fact]
    public void It_is_the_share_of_pairs_in_order_with_ties_half() =>
        s_rows.Sample(rows =>
        {
            var pairs = (from one in rows where one.Favorable from other in rows where !other.Favorable select one.Score > other.Score ? 1 : one.Score == other.Score ? 0.5 : 0).ToList();

            var area = AreaUnderCurve.Of([.. rows.Select(row => row.Favorable)], [.. rows.Select(row => (double)row.Score)]);

            if (pairs.Count == 0)
            {
                Assert.Null(area);
            }
            else
            {
                Assert.Equal(pairs.Average(), area!.Value, 1e-12);
            }
        });

    [Fact]
    public void It_agrees_with_ML_NET_which_has_none_for_a_group_of_one_class()
    {
        var ml = new MLContext(seed: 1);
        var random = new Random(3);
        var rows = Enumerable.Range(0, 500).Select(_ => random.Next(2) == 0).Select(label => new ScoredRow { Label = label, Score = (float)Math.Round(random.NextDouble() + (label ? 0.3 : 0), 2), }).ToList();

        var expected = ml.BinaryClassification.EvaluateNonCalibrated(ml.Data.LoadFromEnumerable(rows)).AreaUnderRocCurve;

        Assert.Equal(expected, AreaUnderCurve.Of([.. rows.Select(row => row.Label)], [.. rows.Select(row => (double)row.Score)])!.Value, 1e-9);
        Assert.Null(AreaUnderCurve.Of([true, true], [0.1, 0.2]));
        Assert.Null(AreaUnderCurve.Of([], []));
    }

    [Fact]
    public void Each_group_is_ranked_by_itself()
    {
        var areas = AreaUnderCurve.ByGroup([true, false, true, false, true, false], [0.9, 0.1, 0.2, 0.8, 0.5, 0.7], ["a", "a", "b", "b", null, ""]);

        Assert.Equal([("(missing)", 0.0), ("a", 1.0), ("b", 0.0)], areas.Select(area => (area.Group, area.Area!.Value)));
        Assert.Null(AreaUnderCurve.ByGroup([true], [0.5], ["a"])[0].Area);
    }

    [Fact]
    public void Scores_that_are_no_numbers_and_arrays_of_different_length_are_errors()
    {
        Assert.Throws<ArgumentException>(() => AreaUnderCurve.Of([true, false], [double.NaN, 1]));
        Assert.Throws<ArgumentException>(() => AreaUnderCurve.Of([true], [1, 2]));
        Assert.Throws<ArgumentException>(() => AreaUnderCurve.ByGroup([true], [1], ["a", "b"]));
    }

    private sealed class ScoredRow
    {
        public bool Label { get; set; }

        public bool PredictedLabel { get; set; }

        public float Score { get; set; }
    }
}
