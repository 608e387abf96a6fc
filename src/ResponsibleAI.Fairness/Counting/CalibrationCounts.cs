namespace ResponsibleAI.Fairness;

/// <summary>
/// How well probabilities agree with outcomes, in ten bins of equal width on the probability; 1 belongs to the last bin.
/// Guo et al., "On Calibration of Modern Neural Networks", 2017; Brier 1950.
/// </summary>
public sealed class CalibrationCounts
{
    /// <summary>Number of bins.</summary>
    public const int Bins = 10;

    private readonly BinSums[] _bins = new BinSums[Bins];
    private double _squaredError;

    /// <summary>All rows.</summary>
    public Tally Total => _bins.Aggregate(default(Tally), (sum, bin) => sum + bin.Rows);

    /// <summary>Expected calibration error: Σ n_b/n · |observed rate − mean probability|; null without rows.</summary>
    public double? ExpectedError => Total.Weight is > 0 and var weight
        ? Rounded(_bins.Sum(bin => Math.Abs(bin.Favorable - bin.Probability)) / weight)
        : null;

    /// <summary>Brier score: mean squared distance of probability and outcome; null without rows.</summary>
    public double? BrierScore => Total.Weight is > 0 and var weight ? _squaredError / weight : null;

    /// <summary>Calibration in the large: mean probability − base rate; null without rows.</summary>
    public double? InTheLarge => Total.Weight is > 0 and var weight ? Rounded((_bins.Sum(bin => bin.Probability) - _bins.Sum(bin => bin.Favorable)) / weight) : null;

    /// <summary>A bin's rows, mean probability and observed rate; the latter two null when the bin is empty.</summary>
    /// <param name="bin">0 to <see cref="Bins"/> − 1.</param>
    public (Tally Rows, double? MeanProbability, double? ObservedRate) Bin(int bin) => _bins[bin] is var sums && sums.Rows.Weight is > 0 and var weight
        ? (sums.Rows, sums.Probability / weight, sums.Favorable / weight)
        : (_bins[bin].Rows, null, null);

    /// <summary>Counts one row.</summary>
    /// <param name="favorable">Whether the label is favorable.</param>
    /// <param name="probability">Of the favorable outcome, 0 to 1.</param>
    /// <param name="weight">More than 0.</param>
    public void Add(bool favorable, double probability, double weight = 1)
    {
        double outcome = favorable ? 1 : 0;
        ref var bin = ref _bins[Math.Min((int)(probability * Bins), Bins - 1)];
        bin.Rows = bin.Rows.With(weight);
        bin.Probability += weight * probability;
        bin.Favorable += weight * outcome;
        _squaredError += weight * (probability - outcome) * (probability - outcome);
    }

    /// <summary>Adds the counts of other rows to these.</summary>
    public void Merge(CalibrationCounts other)
    {
        for (var bin = 0; bin < Bins; bin++)
        {
            _bins[bin].Rows += other._bins[bin].Rows;
            _bins[bin].Probability += other._bins[bin].Probability;
            _bins[bin].Favorable += other._bins[bin].Favorable;
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

    private struct BinSums
    {
        public Tally Rows;
        public double Probability;
        public double Favorable;
    }
}
