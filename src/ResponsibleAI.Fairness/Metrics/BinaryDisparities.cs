namespace ResponsibleAI.Fairness;

/// <summary>
/// Group fairness of binary decisions as pure functions of counts. "Positive" is the favorable outcome. A rate counts when at least
/// <c>minRows</c> rows stand under its line; the others are left out, and a number that needs two rates and finds fewer is undefined.
/// </summary>
public static class BinaryDisparities
{
    /// <summary>Demographic parity difference: max SR − min SR. Dwork et al. 2012; Agarwal et al. 2018. AIF360's statistical parity difference is signed, see <see cref="StatisticalParityDifference"/>.</summary>
    public static Disparity DemographicParityDifference(IReadOnlyList<BinaryCounts> groups, long minRows = 1) =>
        Disparity.Difference(Rates(groups, RateKind.SelectionRate, minRows));

    /// <summary>Demographic parity ratio: min SR / max SR; undefined when nobody is selected.</summary>
    public static Disparity DemographicParityRatio(IReadOnlyList<BinaryCounts> groups, long minRows = 1) =>
        Disparity.Ratio(Rates(groups, RateKind.SelectionRate, minRows));

    /// <summary>
    /// Impact ratio: SR of the least selected group / SR of the most selected one. 29 CFR 1607.4(D) (the four-fifths rule of thumb);
    /// New York City Local Law 144, 6 RCNY § 5-300. The same number as the demographic parity ratio.
    /// </summary>
    public static Disparity ImpactRatio(IReadOnlyList<BinaryCounts> groups, long minRows = 1) => DemographicParityRatio(groups, minRows);

    /// <summary>Equalized odds difference: max(ΔTPR, ΔFPR), the worst case. Hardt, Price and Srebro 2016. AIF360's average lets opposite errors cancel, see <see cref="AverageOddsDifference"/>.</summary>
    public static Disparity EqualizedOddsDifference(IReadOnlyList<BinaryCounts> groups, long minRows = 1) => Disparity.Larger(
        Disparity.Difference(Rates(groups, RateKind.TruePositiveRate, minRows)),
        Disparity.Difference(Rates(groups, RateKind.FalsePositiveRate, minRows)));

    /// <summary>Equalized odds ratio: the smaller of min TPR / max TPR and min FPR / max FPR. Hardt, Price and Srebro 2016.</summary>
    public static Disparity EqualizedOddsRatio(IReadOnlyList<BinaryCounts> groups, long minRows = 1) => Disparity.Smaller(
        Disparity.Ratio(Rates(groups, RateKind.TruePositiveRate, minRows)),
        Disparity.Ratio(Rates(groups, RateKind.FalsePositiveRate, minRows)));

    /// <summary>Equal opportunity difference: max TPR − min TPR. Hardt, Price and Srebro 2016.</summary>
    public static Disparity EqualOpportunityDifference(IReadOnlyList<BinaryCounts> groups, long minRows = 1) =>
        Disparity.Difference(Rates(groups, RateKind.TruePositiveRate, minRows));

    /// <summary>Equal opportunity ratio: min TPR / max TPR.</summary>
    public static Disparity EqualOpportunityRatio(IReadOnlyList<BinaryCounts> groups, long minRows = 1) =>
        Disparity.Ratio(Rates(groups, RateKind.TruePositiveRate, minRows));

    /// <summary>False positive rate difference (predictive equality): max FPR − min FPR. Corbett-Davies et al. 2017.</summary>
    public static Disparity FalsePositiveRateDifference(IReadOnlyList<BinaryCounts> groups, long minRows = 1) =>
        Disparity.Difference(Rates(groups, RateKind.FalsePositiveRate, minRows));

    /// <summary>Predictive parity difference: max PPV − min PPV. Chouldechova 2017.</summary>
    public static Disparity PredictiveParityDifference(IReadOnlyList<BinaryCounts> groups, long minRows = 1) =>
        Disparity.Difference(Rates(groups, RateKind.PositivePredictiveValue, minRows));

    /// <summary>Predictive parity ratio: min PPV / max PPV.</summary>
    public static Disparity PredictiveParityRatio(IReadOnlyList<BinaryCounts> groups, long minRows = 1) =>
        Disparity.Ratio(Rates(groups, RateKind.PositivePredictiveValue, minRows));

    /// <summary>Accuracy difference: max accuracy − min accuracy.</summary>
    public static Disparity AccuracyDifference(IReadOnlyList<BinaryCounts> groups, long minRows = 1) =>
        Disparity.Difference(Rates(groups, RateKind.Accuracy, minRows));

    /// <summary>Base rate difference of the labels: max − min. What the data say before any model.</summary>
    public static Disparity BaseRateDifference(IReadOnlyList<BinaryCounts> groups, long minRows = 1) =>
        Disparity.Difference(Rates(groups, RateKind.BaseRate, minRows));

    /// <summary>Difference of any rate, such as the false omission rate: highest − lowest.</summary>
    public static Disparity RateDifference(IReadOnlyList<BinaryCounts> groups, RateKind rate, long minRows = 1) =>
        Disparity.Difference(Rates(groups, rate, minRows));

    /// <summary>Ratio of any rate, such as the false negative rate: lowest / highest; undefined when the highest is 0. Aequitas calls it parity, and takes it to a chosen group.</summary>
    public static Disparity RateRatio(IReadOnlyList<BinaryCounts> groups, RateKind rate, long minRows = 1) =>
        Disparity.Ratio(Rates(groups, rate, minRows));

    /// <summary>Largest expected calibration error of a group; undefined without probabilities.</summary>
    public static Disparity WorstCalibrationError(IReadOnlyList<BinaryCounts> groups, long minRows = 1) =>
        Disparity.Worst(CalibrationErrors(groups, minRows));

    /// <summary>Difference of the groups' expected calibration errors: max ECE − min ECE; undefined without probabilities.</summary>
    public static Disparity CalibrationErrorDifference(IReadOnlyList<BinaryCounts> groups, long minRows = 1) =>
        Disparity.Difference(CalibrationErrors(groups, minRows));

    /// <summary>Signed: SR of the group − SR of the reference; null when one is undefined. AIF360 calls it statistical parity difference.</summary>
    public static double? StatisticalParityDifference(BinaryCounts group, BinaryCounts reference) =>
        group.SelectionRate.Value - reference.SelectionRate.Value;

    /// <summary>SR of the group / SR of the reference, may exceed 1; null when undefined. AIF360 calls it disparate impact. Feldman et al. 2015.</summary>
    public static double? DisparateImpact(BinaryCounts group, BinaryCounts reference) =>
        reference.SelectionRate.Value > 0 ? group.SelectionRate.Value / reference.SelectionRate.Value : null;

    /// <summary>Signed mean ½[(FPR_g − FPR_r) + (TPR_g − TPR_r)]; opposite errors cancel. AIF360.</summary>
    public static double? AverageOddsDifference(BinaryCounts group, BinaryCounts reference) =>
        (group.FalsePositiveRate.Value - reference.FalsePositiveRate.Value + (group.TruePositiveRate.Value - reference.TruePositiveRate.Value)) / 2;

    /// <summary>Mean ½[|FPR_g − FPR_r| + |TPR_g − TPR_r|]. AIF360.</summary>
    public static double? AverageAbsoluteOddsDifference(BinaryCounts group, BinaryCounts reference) =>
        group.FalsePositiveRate.Value - reference.FalsePositiveRate.Value is { } falsePositives
        && group.TruePositiveRate.Value - reference.TruePositiveRate.Value is { } truePositives
            ? (Math.Abs(falsePositives) + Math.Abs(truePositives)) / 2
            : null;

    /// <summary>
    /// Generalized entropy of the benefits prediction − label + 1 (0, 1 or 2) of everybody; null when nobody has a benefit. α = 1 is Theil's index,
    /// α = 2 half the squared coefficient of variation. Speicher et al. 2018.
    /// </summary>
    /// <param name="everybody">The counts of everybody, or of one group.</param>
    /// <param name="alpha">Not 0.</param>
    public static double? GeneralizedEntropy(BinaryCounts everybody, double alpha = 2)
    {
        if (alpha == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), "α = 0 takes the logarithm of benefits that are 0.");
        }

        var size = everybody.Total.Weight;
        var right = everybody.TruePositives.Weight + everybody.TrueNegatives.Weight;
        var (over, under) = (everybody.FalsePositives.Weight, everybody.FalseNegatives.Weight);
        var mean = (right + (2 * over)) / size;
        if (!(mean > 0))
        {
            return null;
        }

        return alpha == 1
            ? ((right / mean * Math.Log(1 / mean)) + (over * 2 / mean * Math.Log(2 / mean))) / size
            : ((right * Math.Pow(1 / mean, alpha)) + (over * Math.Pow(2 / mean, alpha)) + (under * Math.Pow(0, alpha)) - size) / (size * alpha * (alpha - 1));
    }

    internal static double?[] Rates(IReadOnlyList<BinaryCounts> groups, RateKind kind, long minRows) =>
        [.. groups.Select(group => group.Rate(kind)).Select(rate => rate.Rows >= minRows ? rate.Value : null)];

    private static double?[] CalibrationErrors(IReadOnlyList<BinaryCounts> groups, long minRows) =>
        [.. groups.Select(group => group.Calibration?.Total.Rows >= minRows ? group.Calibration.ExpectedError : null)];
}
