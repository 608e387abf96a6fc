namespace ResponsibleAI.Fairness;

/// <summary>
/// How well probabilities agree with outcomes, in ten bins of equal width on the probability; 1 belongs to the last bin.
/// Guo et al., "On Calibration of Modern Neural Networks", 2017; Brier 1950.
/// </summary>
public sealed class CalibrationCounts
{
    /// <summary>Number of bins.</summary>
    public const int Bins = 10;

    private readonly Tally[] _rows = new Tally[Bins];
    private readonly double[] _probability = new double[Bins];
    private readonly double[] _favorable = new double[Bins];
    private double _squaredError;

    /// <summary>All rows.</summary>
    public Tally Total => _rows.Aggregate((sum, bin) => sum + bin);

    /// <summary>Expected calibration error: Σ n_b/n · |observed rate − mean probability|; null without rows.</summary>
    public double? ExpectedError => Total.Weight is > 0 and var weight
        ? Rounded(Enumerable.Range(0, Bins).Sum(bin => Math.Abs(_favorable[bin] - _probability[bin])) / weight)
        : null;

    /// <summary>Brier score: mean squared distance of probability and outcome; null without rows.</summary>
    public double? BrierScore => Total.Weight is > 0 and var weight ? _squaredError / weight : null;

    /// <summary>Calibration in the large: mean probability − base rate; null without rows.</summary>
    public double? InTheLarge => Total.Weight is > 0 and var weight ? Rounded((_probability.Sum() - _favorable.Sum()) / weight) : null;

    /// <summary>A bin's rows, mean probability and observed rate; the latter two null when the bin is empty.</summary>
    /// <param name="bin">0 to <see cref="Bins"/> − 1.</param>
    public (Tally Rows, double? MeanProbability, double? ObservedRate) Bin(int bin) => _rows[bin].Weight is > 0 and var weight
        ? (_rows[bin], _probability[bin] / weight, _favorable[bin] / weight)
        : (_rows[bin], null, null);

    /// <summary>Counts one row.</summary>
    /// <param name="favorable">Whether the label is favorable.</param>
    /// <param name="probability">Of the favorable outcome, 0 to 1.</param>
    /// <param name="weight">More than 0.</param>
    public void Add(bool favorable, double probability, double weight = 1)
    {
        var bin = Math.Min((int)(probability * Bins), Bins - 1);
        var outcome = favorable ? 1.0 : 0.0;
        _rows[bin] = _rows[bin].With(weight);
        _probability[bin] += weight * probability;
        _favorable[bin] += weight * outcome;
        _squaredError += weight * (probability - outcome) * (probability - outcome);
    }

    /// <summary>Adds the counts of other rows to these.</summary>
    public void Merge(CalibrationCounts other)
    {
        for (var bin = 0; bin < Bins; bin++)
        {
            _rows[bin] += other._rows[bin];
            _probability[bin] += other._probability[bin];
            _favorable[bin] += other._favorable[bin];
        }

        _squaredError += other._squaredError;
    }

    // Differences of sums of probabilities: what is left below twelve decimals depends on the order of rows.
    private static double Rounded(double value) => Math.Round(value, 12);

    internal IEnumerable<Measure> Measures() =>
    [
        new("expected-calibration-error", ExpectedError, Total.Rows, null, "rows"),
        new("brier-score", BrierScore, Total.Rows, null, "rows"),
        new("calibration-in-the-large", InTheLarge, Total.Rows, null, "rows"),
    ];
}
