using System.Globalization;

namespace ResponsibleAI.Fairness.Tests;

/// <summary>Numbers that other tools, a court or the data themselves publish. Each must come out of our functions.</summary>
public class PublishedValueTests
{
    private const double Exact = 1e-9;
    private const double Printed = 5e-7;

    private static readonly FairnessOptions s_any = new() { MinGroupSize = 1 };

    [Fact]
    public void Ricci_lieutenant_exam_has_the_courts_counts_and_ratios()
    {
        var ricci = Ricci("Lieutenant");

        Assert.Equal((25, 43), Passed(ricci, "Race=W"));
        Assert.Equal((6, 19), Passed(ricci, "Race=B"));
        Assert.Equal((3, 15), Passed(ricci, "Race=H"));
        var compared = ricci.Compare(ricci.By("Race")).ToDictionary(comparison => comparison.Group);
        Assert.Equal(6.0 / 19 / (25.0 / 43), compared["Race=B"].Ratio!.Value, Exact);
        Assert.Equal(0.543158, compared["Race=B"].Ratio!.Value, Printed);
        Assert.Equal(0.344, compared["Race=H"].Ratio!.Value, Exact);
        Assert.Equal(0.344, ricci.ImpactRatio!.Value, Exact);
        Assert.Equal(0.097081, compared["Race=B"].ExactP!.Value, Printed);
        Assert.Equal(0.015928, compared["Race=H"].ExactP!.Value, Printed);
        Assert.Equal(0.267, compared["Race=B"].RatioInterval!.Value.Low, 5e-4);
        Assert.Equal(1.103, compared["Race=B"].RatioInterval!.Value.High, 5e-4);
        Assert.Equal("Race=W", compared["Race=B"].Reference);
    }

    [Fact]
    public void Ricci_captain_exam_has_one_ratio_for_both_groups()
    {
        var ricci = Ricci("Captain");

        Assert.Equal((16, 25), Passed(ricci, "Race=W"));
        Assert.Equal((3, 8), Passed(ricci, "Race=B"));
        Assert.Equal((3, 8), Passed(ricci, "Race=H"));
        Assert.Equal(0.5859375, ricci.ImpactRatio!.Value, Exact);
    }

    [Fact]
    public void Ricci_both_exams_white_against_all_others()
    {
        var table = new GroupTable<BinaryCounts>(["Group"]);
        foreach (var row in Csv.Read("ricci.csv"))
        {
            var passed = Number(row["Combine"]) >= 70;
            table.Cell(row["Race"] == "W" ? "White" : "Other").Add(passed, passed);
        }

        var ricci = new BinaryFairness(table, "passed", s_any);
        var other = ricci.Compare(ricci.By("Group")).Single(comparison => comparison.Group == "Group=Other");

        Assert.Equal(0.001479, other.ExactP!.Value, Printed);
        Assert.Equal(0.312453, other.RatioInterval!.Value.Low, Printed);
        Assert.Equal(0.792333, other.RatioInterval!.Value.High, Printed);
    }

    [Fact]
    public void Ricci_scoring_rates_of_local_law_144_are_shares_above_the_median()
    {
        var rows = Csv.Read("ricci.csv");
        var scores = rows.Select(row => Number(row["Combine"])).ToArray();
        var rates = new BinaryFairness(ScoringRates.AboveMedian(scores, [.. rows.Select(row => row["Race"])], "Race"), "score above the median", s_any);

        Assert.Equal(69.502, ScoringRates.Median(scores), Exact);
        Assert.Equal(0.647059, rates.Groups["Race=W"].SelectionRate.Value!.Value, Printed);
        Assert.Equal(0.333333, rates.Groups["Race=B"].SelectionRate.Value!.Value, Printed);
        Assert.Equal(0.260870, rates.Groups["Race=H"].SelectionRate.Value!.Value, Printed);
        var ratios = rates.Compare(rates.By("Race")).ToDictionary(comparison => comparison.Group, comparison => comparison.Ratio!.Value);
        Assert.Equal(1, ratios["Race=W"], Exact);
        Assert.Equal(0.515152, ratios["Race=B"], Printed);
        Assert.Equal(0.403162, ratios["Race=H"], Printed);
    }

    [Fact]
    public void Scores_of_a_data_view_have_the_scoring_rates_of_their_array()
    {
        var rows = Csv.Read("ricci.csv").Select(row => new Promotion { Score = Number(row["Combine"]), Race = row["Race"] }).ToList();
        var view = new CountingView(new Microsoft.ML.MLContext().Data.LoadFromEnumerable(rows.Append(new Promotion { Score = double.NaN, Race = "W" })));

        var fairness = FairnessCatalog.Instance.EvaluateScores(view, ["Race"], options: s_any);

        Assert.Equal(0.403162, fairness.ImpactRatio!.Value, Printed);
        Assert.Equal(0.647059, fairness.Groups["Race=W"].SelectionRate.Value!.Value, Printed);
        Assert.Equal((rows.Count, 1), (fairness.Rows, fairness.Unusable.Values.Single()));
        Assert.Equal((1, "Race,Score"), (view.Cursors, string.Join(',', view.Columns.Order(StringComparer.Ordinal))));
        Assert.Throws<ArgumentException>(() => FairnessCatalog.Instance.EvaluateScores(new Microsoft.ML.MLContext().Data.LoadFromEnumerable<Promotion>([]), ["Race"]));
    }

    private sealed class Promotion
    {
        public double Score { get; set; }

        public string Race { get; set; } = "";
    }

    [Fact]
    public void Adult_labels_have_their_base_rates()
    {
        // Counted in UCI Adult's training file: 32,561 rows.
        var (male, female) = (Labels(6662, 21790), Labels(1179, 10771));
        var all = Labels(6662 + 1179, 32561);

        Assert.Equal(0.305737, male.BaseRate.Value!.Value, Printed);
        Assert.Equal(0.109461, female.BaseRate.Value!.Value, Printed);
        Assert.Equal(0.240810, all.BaseRate.Value!.Value, Printed);
    }

    [Fact]
    public void Adult_as_coded_in_AIF360s_R_package_agrees_with_its_test()
    {
        // Counted in its data.csv: label 0 is favorable; sex 0 has 9585 of 10762, sex 1 has 15119 of 21779.
        var (zero, one) = (Labels(9585, 10762), Labels(15119, 21779));

        Assert.Equal(0.7591653606219844, Labels(24704, 32541).BaseRate.Value!.Value, Exact);
        Assert.Equal(0.19643287553870947, BinaryDisparities.StatisticalParityDifference(zero, one)!.Value, Exact);
        Assert.Equal(-0.19643287553870947, BinaryDisparities.StatisticalParityDifference(one, zero)!.Value, Exact);
        Assert.Equal(1.282963, BinaryDisparities.DisparateImpact(zero, one)!.Value, Printed);
        Assert.Equal(0.779446, BinaryDisparities.DisparateImpact(one, zero)!.Value, Printed);
        Assert.Equal(0.19643287553870947, BinaryDisparities.BaseRateDifference([zero, one]).Value!.Value, Exact);
    }

    [Fact]
    public void AIF360s_R_classification_test_agrees()
    {
        var actual = Csv.Read("aif360-actual.csv");
        var predicted = Csv.Read("aif360-predicted.csv");
        var fairness = BinaryFairness.Evaluate(
            [.. actual.Select(row => row["income"] == "1")],
            [.. predicted.Select(row => row["income"] == "1")],
            [.. actual.Select(row => row["sex"])],
            favorable: true, "sex", options: s_any);
        var (unprivileged, privileged) = (fairness.Groups["sex=0"], fairness.Groups["sex=1"]);

        Assert.Equal(0.55, fairness.Overall.Accuracy.Value!.Value, Exact);
        Assert.Equal(0.35, fairness.Overall.SelectionRate.Value!.Value, Exact);
        Assert.Equal(1.6296296, BinaryDisparities.DisparateImpact(unprivileged, privileged)!.Value, 5e-8);
        Assert.Equal(0.1717172, BinaryDisparities.StatisticalParityDifference(unprivileged, privileged)!.Value, 5e-8);
        Assert.Equal(-0.0753968, BinaryDisparities.AverageOddsDifference(unprivileged, privileged)!.Value, 5e-8);
        Assert.Equal(0.4246032, BinaryDisparities.AverageAbsoluteOddsDifference(unprivileged, privileged)!.Value, 5e-8);
        Assert.Equal(-0.5, (unprivileged.TruePositiveRate.Value - privileged.TruePositiveRate.Value)!.Value, Exact);
        Assert.Equal(0.1616257, BinaryDisparities.GeneralizedEntropy(fairness.Overall)!.Value, 5e-8);
        Assert.Equal(0.2218801, BinaryDisparities.GeneralizedEntropy(fairness.Overall, alpha: 1)!.Value, 5e-8);
    }

    [Fact]
    public void German_credit_labels_differ_by_age_and_sex()
    {
        var table = new GroupTable<BinaryCounts>(["Age", "Sex"]);
        foreach (var row in Csv.Read("german-credit.csv"))
        {
            var good = row["credit"] == "1";
            table.Cell(Number(row["age"]) > 25 ? "over 25" : "to 25", row["personal_status"] is "A92" or "A95" ? "female" : "male").Add(good, good);
        }

        var credit = new BinaryFairness(table, "credit = 1", s_any);

        Assert.Equal((590, 810), Labeled(credit, "Age=over 25"));
        Assert.Equal((110, 190), Labeled(credit, "Age=to 25"));
        Assert.Equal((499, 690), Labeled(credit, "Sex=male"));
        Assert.Equal((201, 310), Labeled(credit, "Sex=female"));
        Assert.Equal(-0.149448, BinaryDisparities.StatisticalParityDifference(credit.Groups["Age=to 25"], credit.Groups["Age=over 25"])!.Value, Printed);
        Assert.Equal(-0.074801, BinaryDisparities.StatisticalParityDifference(credit.Groups["Sex=female"], credit.Groups["Sex=male"])!.Value, Printed);
        Assert.Equal(0.149448, credit.By("Age")["base-rate-difference"].Value!.Value, Printed);
    }

    [Fact]
    public void Fairlearns_user_guide_agrees()
    {
        var guide = FairlearnGuide();
        var groups = guide.By("sf_data");

        Assert.Equal([0.5, 0.6, 0.4], groups.Groups.Select(group => group.Counts.TruePositiveRate.Value!.Value));
        Assert.Equal([1, 0, 2.0 / 3], groups.Groups.Select(group => group.Counts.FalsePositiveRate.Value!.Value));
        Assert.Equal([0.75, 0.5, 0.5], groups.Groups.Select(group => group.Counts.SelectionRate.Value!.Value));
        Assert.Equal([0.25, 2.0 / 3, 0.375], groups.Groups.Select(group => group.Counts.Accuracy.Value!.Value));
        Assert.Equal(0.25, guide.DemographicParityDifference!.Value, Exact);
        Assert.Equal(2.0 / 3, guide.DemographicParityRatio!.Value, Exact);
        Assert.Equal(0.2, guide.EqualOpportunityDifference!.Value, Exact);
        Assert.Equal(1, groups["false-positive-rate-difference"].Value!.Value, Exact);
        Assert.Equal(1, guide.EqualizedOddsDifference!.Value, Exact);
        Assert.Equal(0, guide.EqualizedOddsRatio!.Value, Exact);
        IReadOnlyList<BinaryCounts> counts = [.. groups.Groups.Select(group => group.Counts)];
        Assert.Equal(2.0 / 3, BinaryDisparities.RateRatio(counts, RateKind.FalseNegativeRate).Value!.Value, Exact);
        Assert.Equal(1, BinaryDisparities.RateDifference(counts, RateKind.FalsePositiveRate).Value!.Value, Exact);
        Assert.Null(BinaryDisparities.RateRatio(counts, RateKind.FalsePositiveRate, minRows: 4).Value);
    }

    [Theory]
    [InlineData(RateKind.TruePositiveRate, 0.1)]
    [InlineData(RateKind.FalsePositiveRate, 0.666667)]
    [InlineData(RateKind.SelectionRate, 0.194444)]
    public void Fairlearns_largest_differences_to_overall_agree(RateKind rate, double expected)
    {
        var guide = FairlearnGuide();

        var differences = guide.Compare(guide.By("sf_data"), rate, GroupReference.Overall).Select(comparison => Math.Abs(comparison.Difference!.Value));

        Assert.Equal(expected, differences.Max(), Printed);
    }

    [Fact]
    public void Aequitas_first_test_agrees()
    {
        var rows = Csv.Read("aequitas-test1.csv");
        var expected = Csv.Read("aequitas-test1-expected.csv").Single(row => row["attribute_value"] == "Low");
        var fairness = BinaryFairness.Evaluate(
            [.. rows.Select(row => row["label_value"] == "1")],
            [.. rows.Select(row => row["score"] == "1")],
            [.. rows.Select(row => row["class"])],
            favorable: true, "class", options: s_any with { Reference = GroupReference.Named("class=High") });

        Assert.Equal(Number(expected["fnr_disparity"]), Low(RateKind.FalseNegativeRate), Exact);
        Assert.Equal(Number(expected["fpr_disparity"]), Low(RateKind.FalsePositiveRate), Exact);
        Assert.Equal(Number(expected["fdr_disparity"]), Low(RateKind.FalseDiscoveryRate), Exact);
        Assert.Equal(Number(expected["for_disparity"]), Low(RateKind.FalseOmissionRate), Exact);
        Assert.Equal(Number(expected["pprev_disparity"]), Low(RateKind.SelectionRate), Exact);
        Assert.Equal(1.5, Low(RateKind.FalseNegativeRate), Exact);
        Assert.Equal(4.0 / 3, Low(RateKind.FalsePositiveRate), Exact);
        Assert.Equal(2, Low(RateKind.FalseDiscoveryRate), Exact);
        Assert.Equal(1, Low(RateKind.FalseOmissionRate), Exact);

        double Low(RateKind rate) => fairness.Compare(fairness.By("class"), rate).Single(comparison => comparison.Group == "class=Low").Ratio!.Value;
    }

    [Fact]
    public void Microsofts_regression_metric_test_agrees()
    {
        var fairness = RegressionFairness.Evaluate([0.2, 1.3, 3.0, 3.7], [1.2, 2.3, 25, 7.7], ["Male", "Male", "Female", "Female"], "Gender", options: s_any);
        var (male, female) = (fairness.Groups["Gender=Male"], fairness.Groups["Gender=Female"]);

        Assert.Equal(1.0, male.RootMeanSquaredError!.Value, Exact);
        Assert.Equal(15.811388, female.RootMeanSquaredError!.Value, Printed);
        Assert.Equal(1, male.MeanAbsoluteError!.Value, Exact);
        Assert.Equal(13, female.MeanAbsoluteError!.Value, Exact);
        Assert.Equal(125.5, fairness.Overall.MeanSquaredError!.Value, Exact);
        Assert.Equal(14.811388, fairness.By("Gender")["root-mean-squared-error-difference"].Value!.Value, Printed);
        Assert.Equal(12, fairness.MeanAbsoluteErrorDifference!.Value, Exact);
    }

    private static BinaryFairness FairlearnGuide() => BinaryFairness.Evaluate(
        [false, true, true, true, true, false, true, false, true, false, false, false, true, true, true, true, true, true],
        [false, false, true, false, true, true, true, false, false, true, true, true, true, false, false, true, true, false],
        ["b", "b", "a", "b", "b", "c", "c", "c", "a", "a", "c", "a", "b", "c", "c", "b", "c", "c"],
        favorable: true, "sf_data", options: s_any);

    private static BinaryFairness Ricci(string position)
    {
        var table = new GroupTable<BinaryCounts>(["Race"]);
        foreach (var row in Csv.Read("ricci.csv").Where(row => row["Position"] == position))
        {
            var passed = Number(row["Combine"]) >= 70;
            table.Cell(row["Race"]).Add(passed, passed);
        }

        return new BinaryFairness(table, "passed the exam", s_any);
    }

    private static (long Passed, long Of) Passed(BinaryFairness fairness, string group) =>
        (fairness.Groups[group].SelectionRate.Over.Rows, fairness.Groups[group].Total.Rows);

    private static (long Favorable, long Of) Labeled(BinaryFairness fairness, string group) =>
        (fairness.Groups[group].BaseRate.Over.Rows, fairness.Groups[group].Total.Rows);

    // Labels as their own predictions: the selection rate is the base rate.
    private static BinaryCounts Labels(long favorable, long rows) => new(favorable, 0, rows - favorable, 0);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
