namespace ResponsibleAI.Fairness;

/// <summary>The confusion matrix of a group, and its calibration when probabilities were given. "Positive" is the favorable outcome.</summary>
public sealed class BinaryCounts : IGroupCounts<BinaryCounts>
{
    private static readonly RateKind[] s_kinds = [.. Enumerable.Range(0, (int)RateKind.BaseRate + 1).Select(kind => (RateKind)kind)];

    private static readonly string[] s_names =
    [
        "selection-rate", "true-positive-rate", "false-positive-rate", "true-negative-rate", "false-negative-rate",
        "positive-predictive-value", "negative-predictive-value", "false-discovery-rate", "false-omission-rate", "accuracy", "base-rate",
    ];

    // By label and prediction as bits.
    private const int Label = 2;
    private const int Prediction = 1;
    private readonly Tally[] _cells = new Tally[4];

    /// <summary>Nothing counted yet.</summary>
    public BinaryCounts()
    {
    }

    /// <summary>Counts known from elsewhere.</summary>
    public BinaryCounts(Tally truePositives, Tally falsePositives, Tally trueNegatives, Tally falseNegatives) =>
        _cells = [trueNegatives, falsePositives, falseNegatives, truePositives];

    /// <summary>Counts of unweighted rows known from elsewhere.</summary>
    public BinaryCounts(long truePositives, long falsePositives, long trueNegatives, long falseNegatives)
        : this(Tally.Of(truePositives), Tally.Of(falsePositives), Tally.Of(trueNegatives), Tally.Of(falseNegatives))
    {
    }

    /// <summary>Favorable label, predicted favorable.</summary>
    public Tally TruePositives => _cells[Label | Prediction];

    /// <summary>Unfavorable label, predicted favorable.</summary>
    public Tally FalsePositives => _cells[Prediction];

    /// <summary>Unfavorable label, predicted unfavorable.</summary>
    public Tally TrueNegatives => _cells[0];

    /// <summary>Favorable label, predicted unfavorable.</summary>
    public Tally FalseNegatives => _cells[Label];

    /// <inheritdoc/>
    public Tally Total => Selected + TrueNegatives + FalseNegatives;

    /// <summary>Calibration by bins; null when no probabilities were counted.</summary>
    public CalibrationCounts? Calibration { get; private set; }

    /// <summary>Predicted favorable, of all.</summary>
    public Rate SelectionRate => Rate(RateKind.SelectionRate);

    /// <summary>Predicted favorable, of those whose label is favorable.</summary>
    public Rate TruePositiveRate => Rate(RateKind.TruePositiveRate);

    /// <summary>Predicted favorable, of those whose label is not.</summary>
    public Rate FalsePositiveRate => Rate(RateKind.FalsePositiveRate);

    /// <summary>Label favorable, of those predicted favorable.</summary>
    public Rate PositivePredictiveValue => Rate(RateKind.PositivePredictiveValue);

    /// <summary>Predicted as labeled, of all.</summary>
    public Rate Accuracy => Rate(RateKind.Accuracy);

    /// <summary>Label favorable, of all.</summary>
    public Rate BaseRate => Rate(RateKind.BaseRate);

    private Tally Selected => TruePositives + FalsePositives;

    private Tally Rejected => TrueNegatives + FalseNegatives;

    private Tally Favorable => TruePositives + FalseNegatives;

    private Tally Unfavorable => FalsePositives + TrueNegatives;

    /// <summary>Counts one row.</summary>
    /// <param name="favorable">Whether the label is favorable.</param>
    /// <param name="selected">Whether the prediction is favorable.</param>
    /// <param name="weight">More than 0.</param>
    public void Add(bool favorable, bool selected, double weight = 1)
    {
        // 1 and 0 compile to no branch, which a processor would guess wrong as often as the rarer label comes up.
        ref var cell = ref _cells[((favorable ? 1 : 0) * Label) | ((selected ? 1 : 0) * Prediction)];
        cell = cell.With(weight);
    }

    /// <summary>Counts one row and its probability.</summary>
    /// <param name="favorable">Whether the label is favorable.</param>
    /// <param name="selected">Whether the prediction is favorable.</param>
    /// <param name="probability">Of the favorable outcome, 0 to 1.</param>
    /// <param name="weight">More than 0.</param>
    public void Add(bool favorable, bool selected, double probability, double weight)
    {
        Add(favorable, selected, weight);
        (Calibration ??= new CalibrationCounts()).Add(favorable, probability, weight);
    }

    /// <inheritdoc/>
    public void Merge(BinaryCounts other)
    {
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            _cells[cell] += other._cells[cell];
        }

        if (other.Calibration is { } calibration)
        {
            (Calibration ??= new CalibrationCounts()).Merge(calibration);
        }
    }

    /// <summary>A rate of these counts.</summary>
    public Rate Rate(RateKind kind) => kind switch
    {
        RateKind.SelectionRate => new(Selected, Total),
        RateKind.TruePositiveRate => new(TruePositives, Favorable),
        RateKind.FalsePositiveRate => new(FalsePositives, Unfavorable),
        RateKind.TrueNegativeRate => new(TrueNegatives, Unfavorable),
        RateKind.FalseNegativeRate => new(FalseNegatives, Favorable),
        RateKind.PositivePredictiveValue => new(TruePositives, Selected),
        RateKind.NegativePredictiveValue => new(TrueNegatives, Rejected),
        RateKind.FalseDiscoveryRate => new(FalsePositives, Selected),
        RateKind.FalseOmissionRate => new(FalseNegatives, Rejected),
        RateKind.Accuracy => new(TruePositives + TrueNegatives, Total),
        RateKind.BaseRate => new(Favorable, Total),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <inheritdoc/>
    public IReadOnlyList<Measure> Measures(double confidence = 0.95)
    {
        var measures = new List<Measure>();
        foreach (var kind in s_kinds)
        {
            var rate = Rate(kind);
            measures.Add(new Measure(NameOf(kind), rate.Value, rate.Rows, rate.Interval(confidence), BasisOf(kind)));
        }

        if (Calibration is { } calibration)
        {
            measures.AddRange(calibration.Measures());
        }

        return measures;
    }

    internal static string NameOf(RateKind kind) => s_names[(int)kind];

    private static string BasisOf(RateKind kind) => kind switch
    {
        RateKind.TruePositiveRate or RateKind.FalseNegativeRate => "rows whose label is favorable",
        RateKind.FalsePositiveRate or RateKind.TrueNegativeRate => "rows whose label is unfavorable",
        RateKind.PositivePredictiveValue or RateKind.FalseDiscoveryRate => "rows predicted favorable",
        RateKind.NegativePredictiveValue or RateKind.FalseOmissionRate => "rows predicted unfavorable",
        _ => "rows",
    };
}
