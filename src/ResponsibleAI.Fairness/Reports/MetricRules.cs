namespace ResponsibleAI.Fairness;

/// <summary>Every group metric there is, under the name that model cards and thresholds use.</summary>
internal static class MetricRules
{
    private const string FourFifths = "a rule of thumb of US hiring law, often misapplied elsewhere";

    public static readonly IReadOnlyList<MetricRule<BinaryCounts>> Binary =
    [
        new("demographic-parity-difference", false, "highest − lowest selection rate", ["selection-rate"], BinaryDisparities.DemographicParityDifference),
        new("demographic-parity-ratio", true, "lowest / highest selection rate", ["selection-rate"], BinaryDisparities.DemographicParityRatio),
        new("impact-ratio", true, $"selection rate of the least / of the most selected group; 0.8 is {FourFifths}", ["selection-rate"], BinaryDisparities.ImpactRatio),
        new("equalized-odds-difference", false, "the larger of highest − lowest true positive rate and highest − lowest false positive rate", ["true-positive-rate", "false-positive-rate"], BinaryDisparities.EqualizedOddsDifference),
        new("equalized-odds-ratio", true, "the smaller of lowest / highest true positive rate and lowest / highest false positive rate", ["true-positive-rate", "false-positive-rate"], BinaryDisparities.EqualizedOddsRatio),
        new("equal-opportunity-difference", false, "highest − lowest true positive rate", ["true-positive-rate"], BinaryDisparities.EqualOpportunityDifference),
        new("equal-opportunity-ratio", true, "lowest / highest true positive rate", ["true-positive-rate"], BinaryDisparities.EqualOpportunityRatio),
        new("false-positive-rate-difference", false, "highest − lowest false positive rate", ["false-positive-rate"], BinaryDisparities.FalsePositiveRateDifference),
        new("predictive-parity-difference", false, "highest − lowest positive predictive value", ["positive-predictive-value"], BinaryDisparities.PredictiveParityDifference),
        new("predictive-parity-ratio", true, "lowest / highest positive predictive value", ["positive-predictive-value"], BinaryDisparities.PredictiveParityRatio),
        new("accuracy-difference", false, "highest − lowest accuracy", ["accuracy"], BinaryDisparities.AccuracyDifference),
        new("base-rate-difference", false, "highest − lowest share of favorable labels, before any model", ["base-rate"], BinaryDisparities.BaseRateDifference),
    ];

    public static readonly IReadOnlyList<MetricRule<BinaryCounts>> Calibration =
    [
        new("calibration-error", false, "largest expected calibration error of a group, ten bins of equal width", ["expected-calibration-error"], BinaryDisparities.WorstCalibrationError),
        new("calibration-error-difference", false, "highest − lowest expected calibration error, ten bins of equal width", ["expected-calibration-error"], BinaryDisparities.CalibrationErrorDifference),
    ];

    public static readonly IReadOnlyList<MetricRule<MulticlassCounts>> Multiclass =
    [
        new("accuracy-difference", false, "highest − lowest accuracy", ["accuracy"], MulticlassDisparities.AccuracyDifference),
        new("demographic-parity-difference", false, "largest over classes of highest − lowest selection rate", ["selection-rate"], MulticlassDisparities.DemographicParityDifference),
        new("recall-difference", false, "largest over classes of highest − lowest recall", ["recall"], MulticlassDisparities.RecallDifference),
    ];

    public static readonly IReadOnlyList<MetricRule<RegressionCounts>> Regression =
    [
        new("mean-absolute-error-difference", false, "highest − lowest mean absolute error, in units of the label", ["mean-absolute-error"], RegressionDisparities.MeanAbsoluteErrorDifference),
        new("mean-absolute-error-ratio", true, "lowest / highest mean absolute error", ["mean-absolute-error"], RegressionDisparities.MeanAbsoluteErrorRatio),
        new("root-mean-squared-error-difference", false, "highest − lowest root mean squared error, in units of the label", ["root-mean-squared-error"], RegressionDisparities.RootMeanSquaredErrorDifference),
        new("mean-error-difference", false, "highest − lowest mean of prediction − label, in units of the label", ["mean-error"], RegressionDisparities.MeanErrorDifference),
        new("mean-prediction-difference", false, "highest − lowest mean prediction, in units of the label", ["mean-prediction"], RegressionDisparities.MeanPredictionDifference),
    ];

    public static readonly IReadOnlyList<MetricRule<RankingCounts>> Ranking =
    [
        new("exposure-ratio", true, "lowest / highest mean exposure, 1/log2(1 + position)", ["mean-exposure"], RankingDisparities.ExposureRatio),
        new("exposure-per-relevance-ratio", true, "lowest / highest exposure per unit of relevance", ["exposure-per-relevance"], RankingDisparities.ExposurePerRelevanceRatio),
        new("top-share-ratio", true, "lowest / highest share of rows in the top places", ["top-share"], RankingDisparities.TopShareRatio),
    ];

    /// <summary>All names, and whether a goal is "at least".</summary>
    public static readonly IReadOnlyDictionary<string, bool> Names = Named(Binary).Concat(Named(Calibration)).Concat(Named(Multiclass)).Concat(Named(Regression)).Concat(Named(Ranking))
        .GroupBy(rule => rule.Name, StringComparer.Ordinal)
        .ToDictionary(rule => rule.Key, rule => rule.First().AtLeast, StringComparer.Ordinal);

    private static IEnumerable<(string Name, bool AtLeast)> Named<TCounts>(IReadOnlyList<MetricRule<TCounts>> rules) => rules.Select(rule => (rule.Name, rule.AtLeast));
}
