namespace ResponsibleAI.Fairness;

/// <summary>The gate's answer.</summary>
public enum FairnessOutcome
{
    /// <summary>Every threshold is met by every group that had to be compared.</summary>
    Pass,

    /// <summary>A threshold is missed.</summary>
    Fail,

    /// <summary>No threshold is missed, and at least one could not be fully checked. Not a pass.</summary>
    InsufficientData,
}

/// <summary>One threshold on one breakdown.</summary>
/// <param name="Aggregate">The number and its convention.</param>
/// <param name="Bound">The threshold.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Message">The outcome in a sentence, with the number, its interval and its convention.</param>
public sealed record FairnessCheck(Aggregate Aggregate, double Bound, FairnessOutcome Outcome, string Message);

/// <summary>Pass, fail or insufficient data, with the reasons. A pass says that these thresholds were met on these rows, and nothing about law.</summary>
public sealed class FairnessVerdict
{
    // Numbers that are equal but for rounding meet the threshold.
    private const double Rounding = 1e-9;

    private FairnessVerdict(FairnessMetrics metrics, FairnessThresholds thresholds, IReadOnlyList<FairnessCheck> checks, IReadOnlyList<string> reasons)
    {
        (Metrics, Thresholds, Checks, Reasons) = (metrics, thresholds, checks, reasons);
        Outcome = checks.Any(check => check.Outcome == FairnessOutcome.Fail) ? FairnessOutcome.Fail
            : reasons.Count > 0 ? FairnessOutcome.InsufficientData
            : FairnessOutcome.Pass;
    }

    /// <summary>The answer.</summary>
    public FairnessOutcome Outcome { get; }

    /// <summary>Every threshold on every breakdown.</summary>
    public IReadOnlyList<FairnessCheck> Checks { get; }

    /// <summary>Why it is not a pass; empty for a pass.</summary>
    public IReadOnlyList<string> Reasons { get; }

    /// <summary>What was judged.</summary>
    public FairnessMetrics Metrics { get; }

    /// <summary>By what.</summary>
    public FairnessThresholds Thresholds { get; }

    /// <summary>Stops unless the outcome is <see cref="FairnessOutcome.Pass"/>: insufficient data is not a pass.</summary>
    /// <exception cref="FairnessException">The outcome is another one.</exception>
    public void ThrowIfFailed()
    {
        if (Outcome != FairnessOutcome.Pass)
        {
            throw new FairnessException(this);
        }
    }

    /// <summary>Measurement and verdict as JSON evidence: same counts, same bytes.</summary>
    /// <param name="subject">What was measured; null when not stated.</param>
    public string ToJson(EvidenceSubject? subject = null) => EvidenceJson.Write(Metrics, this, subject);

    /// <summary>Writes <see cref="ToJson"/> to a file in one step: a reader sees the old file or the new one.</summary>
    /// <param name="path">Where; the folder is created.</param>
    /// <param name="subject">What was measured; null when not stated.</param>
    public void WriteJson(string path, EvidenceSubject? subject = null) => EvidenceFile.Write(path, ToJson(subject));

    /// <summary>What is not met, and what could not be fully checked, as SARIF 2.1.0 for the tools that show findings; a pass has no results.</summary>
    /// <param name="artifact">The file that results point at, relative to the repository, with '/': the model card, or the evidence.</param>
    /// <param name="subject">What was measured; null when not stated.</param>
    public string ToSarif(string artifact, EvidenceSubject? subject = null) => VerdictSarif.Write(this, artifact, subject);

    /// <summary>Measurement and verdict as a table to read, with the conventions.</summary>
    public override string ToString() => EvidenceText.Write(Metrics, this);

    internal static FairnessVerdict Of(FairnessMetrics metrics, FairnessThresholds thresholds)
    {
        if (thresholds.Bounds.Count == 0)
        {
            throw new ArgumentException("State at least one threshold: a gate without one decides nothing.", nameof(thresholds));
        }

        var checks = new List<FairnessCheck>();
        foreach (var bound in thresholds.Bounds)
        {
            var aggregates = metrics.Aggregates.Where(aggregate => aggregate.Metric == bound.Key).ToList();
            if (aggregates.Count == 0)
            {
                throw new ArgumentException($"'{bound.Key}' was not measured: it belongs to another task, or needs probabilities.", nameof(thresholds));
            }

            checks.AddRange(aggregates.Select(aggregate => Check(aggregate, bound.Value, thresholds)));
        }

        var reasons = checks.Where(check => check.Outcome != FairnessOutcome.Pass).Select(check => check.Message).ToList();
        if (!thresholds.AllowUnusableRows)
        {
            reasons.AddRange(metrics.Unusable.Select(reason => FormattableString.Invariant($"{reason.Value} rows could not be counted: {reason.Key}.")));
        }

        return new FairnessVerdict(metrics, thresholds, checks, reasons);
    }

    private static FairnessCheck Check(Aggregate aggregate, double bound, FairnessThresholds thresholds)
    {
        var goal = FormattableString.Invariant($"{(aggregate.IsRatio ? "at least" : "at most")} {bound}");
        if (aggregate.Value is not { } value)
        {
            return Answer(FairnessOutcome.InsufficientData, $"{aggregate.Metric} over {aggregate.Over} is undefined ({Why(aggregate.LeftOut)}); wanted {goal}.");
        }

        var interval = aggregate.Interval is { } range ? FormattableString.Invariant($" [{range.Low:0.####}, {range.High:0.####}]") : "";
        var said = FormattableString.Invariant($"{aggregate.Metric} over {aggregate.Over} is {value:0.####}{interval}, {goal} wanted ({aggregate.Convention}; lowest {aggregate.Lowest}, highest {aggregate.Highest})");
        if (aggregate.IsRatio ? value < bound - Rounding : value > bound + Rounding)
        {
            return Answer(FairnessOutcome.Fail, said + ".");
        }

        var missing = aggregate.LeftOut
            .Where(left => left.Kind == LeftOutKind.Undefined || (left.Kind == LeftOutKind.TooFew && !thresholds.AllowSmallGroups))
            .ToList();
        return missing.Count == 0
            ? Answer(FairnessOutcome.Pass, said + ".")
            : Answer(FairnessOutcome.InsufficientData, $"{said}, but not every group could be compared: {Why(missing)}.");

        FairnessCheck Answer(FairnessOutcome outcome, string message) => new(aggregate, bound, outcome, message);
    }

    private static string Why(IReadOnlyList<LeftOut> leftOut)
    {
        const int Shown = 5;
        var reasons = leftOut.Select(left => $"{left.Group}: {left.Reason}").Distinct(StringComparer.Ordinal).ToList();
        return reasons.Count == 0 ? "fewer than two groups, or nothing to divide by"
            : string.Join("; ", reasons.Take(Shown)) + (reasons.Count > Shown ? FormattableString.Invariant($"; and {reasons.Count - Shown} more") : "");
    }
}
