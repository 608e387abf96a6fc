namespace ResponsibleAI.Fairness;

/// <summary>Sums over the errors of a group; an error is prediction − label.</summary>
public sealed class RegressionCounts : IGroupCounts<RegressionCounts>
{
    private double _error;
    private double _absolute;
    private double _squared;
    private double _label;
    private double _prediction;

    /// <inheritdoc/>
    public Tally Total { get; private set; }

    /// <summary>Σ|e|/n; null without rows.</summary>
    public double? MeanAbsoluteError => Mean(_absolute);

    /// <summary>Σe²/n; null without rows.</summary>
    public double? MeanSquaredError => Mean(_squared);

    /// <summary>√(Σe²/n); null without rows.</summary>
    public double? RootMeanSquaredError => MeanSquaredError is { } mean ? Math.Sqrt(mean) : null;

    /// <summary>Σe/n: above 0 the group is predicted too high; null without rows.</summary>
    public double? MeanError => Mean(_error);

    /// <summary>Mean of the labels; null without rows.</summary>
    public double? MeanLabel => Mean(_label);

    /// <summary>Mean of the predictions; null without rows.</summary>
    public double? MeanPrediction => Mean(_prediction);

    /// <summary>Counts one row.</summary>
    /// <param name="label">The true value.</param>
    /// <param name="prediction">The predicted value.</param>
    /// <param name="weight">More than 0.</param>
    public void Add(double label, double prediction, double weight = 1)
    {
        var error = prediction - label;
        Total = Total.With(weight);
        _error += weight * error;
        _absolute += weight * Math.Abs(error);
        _squared += weight * error * error;
        _label += weight * label;
        _prediction += weight * prediction;
    }

    /// <inheritdoc/>
    public void Merge(RegressionCounts other)
    {
        Total += other.Total;
        _error += other._error;
        _absolute += other._absolute;
        _squared += other._squared;
        _label += other._label;
        _prediction += other._prediction;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Measure> Measures(double confidence = 0.95) =>
    [
        Of("mean-absolute-error", MeanAbsoluteError, Around(MeanAbsoluteError, confidence)),
        Of("root-mean-squared-error", RootMeanSquaredError),
        Of("mean-error", MeanError, Around(MeanError, confidence)),
        Of("mean-label", MeanLabel),
        Of("mean-prediction", MeanPrediction),
    ];

    private Measure Of(string name, double? value, Interval? interval = null) => new(name, value, Total.Rows, interval, "rows");

    private double? Mean(double sum) => Total.Weight > 0 ? sum / Total.Weight : null;

    // Both |e| and e have the mean square Σe²/n, so one sum serves both variances.
    private Interval? Around(double? mean, double confidence) => mean is { } center
        ? MeanInterval.Of(center, MeanSquaredError!.Value - (center * center), Total.Weight * Total.Weight / Total.SquaredWeight, confidence)
        : null;
}
