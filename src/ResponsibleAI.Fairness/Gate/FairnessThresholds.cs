namespace ResponsibleAI.Fairness;

/// <summary>What a model must reach, in every breakdown. Fill it in code, or take the goal of a model card with <see cref="OfModelCard"/>.</summary>
public sealed record FairnessThresholds
{
    private readonly SortedDictionary<string, double> _bounds = new(StringComparer.Ordinal);

    /// <summary>No thresholds yet.</summary>
    public FairnessThresholds()
    {
    }

    // A copy must not share its bounds with the original.
    private FairnessThresholds(FairnessThresholds original)
    {
        _bounds = new(original._bounds, StringComparer.Ordinal);
        (AllowSmallGroups, AllowUnusableRows) = (original.AllowSmallGroups, original.AllowUnusableRows);
    }

    /// <summary>Least "impact-ratio"; 0.8 is the four-fifths rule of thumb.</summary>
    public double? MinImpactRatio { get => Get("impact-ratio"); init => Set("impact-ratio", value); }

    /// <summary>Largest "demographic-parity-difference".</summary>
    public double? MaxDemographicParityDifference { get => Get("demographic-parity-difference"); init => Set("demographic-parity-difference", value); }

    /// <summary>Least "demographic-parity-ratio".</summary>
    public double? MinDemographicParityRatio { get => Get("demographic-parity-ratio"); init => Set("demographic-parity-ratio", value); }

    /// <summary>Largest "equalized-odds-difference".</summary>
    public double? MaxEqualizedOddsDifference { get => Get("equalized-odds-difference"); init => Set("equalized-odds-difference", value); }

    /// <summary>Least "equalized-odds-ratio".</summary>
    public double? MinEqualizedOddsRatio { get => Get("equalized-odds-ratio"); init => Set("equalized-odds-ratio", value); }

    /// <summary>Largest "equal-opportunity-difference".</summary>
    public double? MaxEqualOpportunityDifference { get => Get("equal-opportunity-difference"); init => Set("equal-opportunity-difference", value); }

    /// <summary>Least "equal-opportunity-ratio".</summary>
    public double? MinEqualOpportunityRatio { get => Get("equal-opportunity-ratio"); init => Set("equal-opportunity-ratio", value); }

    /// <summary>Largest "predictive-parity-difference".</summary>
    public double? MaxPredictiveParityDifference { get => Get("predictive-parity-difference"); init => Set("predictive-parity-difference", value); }

    /// <summary>Largest "accuracy-difference".</summary>
    public double? MaxAccuracyDifference { get => Get("accuracy-difference"); init => Set("accuracy-difference", value); }

    /// <summary>Largest "calibration-error" of any group.</summary>
    public double? MaxCalibrationError { get => Get("calibration-error"); init => Set("calibration-error", value); }

    /// <summary>Largest "mean-absolute-error-difference", in units of the label.</summary>
    public double? MaxMeanAbsoluteErrorDifference { get => Get("mean-absolute-error-difference"); init => Set("mean-absolute-error-difference", value); }

    /// <summary>Least "mean-absolute-error-ratio".</summary>
    public double? MinMeanAbsoluteErrorRatio { get => Get("mean-absolute-error-ratio"); init => Set("mean-absolute-error-ratio", value); }

    /// <summary>Least "exposure-ratio".</summary>
    public double? MinExposureRatio { get => Get("exposure-ratio"); init => Set("exposure-ratio", value); }

    /// <summary>Least "top-share-ratio".</summary>
    public double? MinTopShareRatio { get => Get("top-share-ratio"); init => Set("top-share-ratio", value); }

    /// <summary>Whether a pass may leave out groups that are smaller than the minimum; otherwise they make the data insufficient. They are named either way.</summary>
    public bool AllowSmallGroups { get; init; }

    /// <summary>Whether a pass may leave out rows without label, prediction or valid number; otherwise they make the data insufficient. They are counted either way.</summary>
    public bool AllowUnusableRows { get; init; }

    /// <summary>The bounds by metric name; "at least" for ratios, "at most" for all others.</summary>
    public IReadOnlyDictionary<string, double> Bounds => _bounds;

    /// <summary>All metric names that a threshold can have.</summary>
    public static IReadOnlyList<string> Metrics { get; } = [.. MetricRules.Names.Keys.OrderBy(name => name, StringComparer.Ordinal)];

    /// <summary>
    /// The goal that the model card states and the policy allows, as the build of ResponsibleAI.Analyzers wrote it into the assembly: of the card's limit and
    /// the policy's <c>parity-ratio-minimum</c> the stricter.
    /// </summary>
    /// <param name="model">The id of the model card.</param>
    /// <param name="assembly">The program that was built, such as <c>typeof(Program).Assembly</c>.</param>
    /// <exception cref="ArgumentException">The assembly holds no goal for that model, or one for an unknown metric.</exception>
    public static FairnessThresholds OfModelCard(string model, System.Reflection.Assembly assembly)
    {
        var goals = CompiledGoals.Of(assembly, model);
        if (goals.Count == 0)
        {
            throw new ArgumentException($"'{assembly.GetName().Name}' was built without a fairness goal for '{model}'. Write fairness.goal with atMost or atLeast into its model card, and build with ResponsibleAI.Analyzers.", nameof(model));
        }

        return goals.OrderBy(goal => goal.Key, StringComparer.Ordinal).Aggregate(new FairnessThresholds(), (thresholds, goal) => thresholds.With(goal.Key, goal.Value));
    }

    /// <summary>These thresholds and one more, by the name that model cards use.</summary>
    /// <param name="metric">Such as "equal-opportunity-difference".</param>
    /// <param name="bound">The least ratio, or the largest difference or error.</param>
    /// <exception cref="ArgumentException">There is no such metric, or the bound is no number of 0 or more.</exception>
    public FairnessThresholds With(string metric, double bound)
    {
        if (!MetricRules.Names.ContainsKey(metric))
        {
            throw new ArgumentException($"There is no metric '{metric}'. There are: {string.Join(", ", Metrics)}.", nameof(metric));
        }

        var copy = this with { };
        copy.Set(metric, bound);
        return copy;
    }

    /// <summary>Equal when they state the same.</summary>
    public bool Equals(FairnessThresholds? other) => other is not null
        && AllowSmallGroups == other.AllowSmallGroups && AllowUnusableRows == other.AllowUnusableRows && _bounds.SequenceEqual(other._bounds);

    /// <inheritdoc/>
    public override int GetHashCode() => _bounds.Count;

    private double? Get(string metric) => _bounds.TryGetValue(metric, out var bound) ? bound : null;

    private void Set(string metric, double? bound)
    {
        if (bound is { } value && !(value >= 0 && RowDefect.IsFinite(value)))
        {
            throw new ArgumentException($"The threshold of '{metric}' must be a number of 0 or more.", nameof(bound));
        }

        if (bound is null)
        {
            _bounds.Remove(metric);
        }
        else
        {
            _bounds[metric] = bound.Value;
        }
    }
}
