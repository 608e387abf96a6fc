namespace ResponsibleAI.Fairness;

/// <summary>Group fairness of predicted numbers as pure functions of counts. Groups with fewer than <c>minRows</c> rows are left out.</summary>
public static class RegressionDisparities
{
    /// <summary>Group MAE gap: max MAE − min MAE, in units of the label.</summary>
    public static Disparity MeanAbsoluteErrorDifference(IReadOnlyList<RegressionCounts> groups, long minRows = 1) =>
        Disparity.Difference(Of(groups, minRows, counts => counts.MeanAbsoluteError));

    /// <summary>min MAE / max MAE: 1 means that all groups are predicted equally well.</summary>
    public static Disparity MeanAbsoluteErrorRatio(IReadOnlyList<RegressionCounts> groups, long minRows = 1) =>
        Disparity.Ratio(Of(groups, minRows, counts => counts.MeanAbsoluteError));

    /// <summary>max RMSE − min RMSE, in units of the label.</summary>
    public static Disparity RootMeanSquaredErrorDifference(IReadOnlyList<RegressionCounts> groups, long minRows = 1) =>
        Disparity.Difference(Of(groups, minRows, counts => counts.RootMeanSquaredError));

    /// <summary>max mean error − min mean error, in units of the label: one group is predicted too high where another is too low.</summary>
    public static Disparity MeanErrorDifference(IReadOnlyList<RegressionCounts> groups, long minRows = 1) =>
        Disparity.Difference(Of(groups, minRows, counts => counts.MeanError));

    /// <summary>max mean prediction − min mean prediction (statistical parity of regression), in units of the label. Agarwal, Dudík and Wu 2019 compare whole distributions.</summary>
    public static Disparity MeanPredictionDifference(IReadOnlyList<RegressionCounts> groups, long minRows = 1) =>
        Disparity.Difference(Of(groups, minRows, counts => counts.MeanPrediction));

    private static double?[] Of(IReadOnlyList<RegressionCounts> groups, long minRows, Func<RegressionCounts, double?> value) =>
        [.. groups.Select(group => group.Total.Rows >= minRows ? value(group) : null)];
}
