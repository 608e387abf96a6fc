namespace ResponsibleAI.Fairness;

/// <summary>What was measured, whatever the task: the numbers, the conventions behind them, and what could not be measured.</summary>
public abstract class FairnessMetrics
{
    private protected FairnessMetrics(string task, IReadOnlyList<string> attributes, IReadOnlyList<string> conventions, IReadOnlyDictionary<string, long> unusable, FairnessOptions options)
    {
        (Task, Attributes, Unusable, Options) = (task, attributes, unusable, options);
        Conventions =
        [
            .. conventions,
            FormattableString.Invariant($"A rate is compared when at least {options.MinGroupSize} rows stand under its line; 0/0 is undefined and never 0."),
            options.ExcludeMissing ? "People whose sensitive value is missing are reported and not compared." : "People whose sensitive value is missing are a group of their own.",
        ];
    }

    /// <summary>"binary", "multiclass", "regression" or "ranking".</summary>
    public string Task { get; }

    /// <summary>The sensitive attributes.</summary>
    public IReadOnlyList<string> Attributes { get; }

    /// <summary>What the numbers mean, in sentences: print them with the numbers.</summary>
    public IReadOnlyList<string> Conventions { get; }

    /// <summary>Rows that could not be counted, by reason.</summary>
    public IReadOnlyDictionary<string, long> Unusable { get; }

    /// <summary>The options used.</summary>
    public FairnessOptions Options { get; }

    /// <summary>Rows that were counted.</summary>
    public abstract long Rows { get; }

    /// <summary>All aggregates of all breakdowns.</summary>
    public abstract IReadOnlyList<Aggregate> Aggregates { get; }

    /// <summary>Every number of a group that took no part in a comparison, and why.</summary>
    public abstract IReadOnlyList<LeftOut> Undefined { get; }

    internal abstract IReadOnlyList<ReportedBreakdown> Reported { get; }

    /// <summary>The worst defined value over all breakdowns: the highest difference or the lowest ratio; null when it is defined nowhere.</summary>
    /// <param name="metric">Such as "impact-ratio".</param>
    public Aggregate? Worst(string metric)
    {
        var defined = Aggregates.Where(aggregate => aggregate.Metric == metric && aggregate.Value is not null);
        return defined.OrderBy(aggregate => aggregate.IsRatio ? aggregate.Value : -aggregate.Value).FirstOrDefault();
    }

    /// <summary>Judges the numbers: pass, fail, or insufficient data.</summary>
    /// <exception cref="ArgumentException">No threshold is stated, or one is for another task.</exception>
    public FairnessVerdict Check(FairnessThresholds thresholds) => FairnessVerdict.Of(this, thresholds);

    /// <summary>The measurement as JSON evidence: same counts, same bytes.</summary>
    /// <param name="subject">What was measured; null when not stated.</param>
    public string ToJson(EvidenceSubject? subject = null) => EvidenceJson.Write(this, null, subject);

    /// <summary>One measure of every group as bars with intervals: an SVG picture. Groups too small to compare are gray.</summary>
    /// <param name="measure">Such as "selection-rate", "true-positive-rate", "mean-absolute-error".</param>
    /// <param name="title">What stands above it, such as the model's name.</param>
    /// <exception cref="ArgumentException">There is no such measure.</exception>
    public string ToSvg(string measure, string title) => GroupBars.Draw(this, measure, title);

    /// <summary>Writes <see cref="ToSvg"/> to a file in one step.</summary>
    /// <param name="path">Where; the folder is created.</param>
    /// <param name="measure">Such as "selection-rate".</param>
    /// <param name="title">What stands above it.</param>
    public void WriteSvg(string path, string measure, string title) => EvidenceFile.Write(path, ToSvg(measure, title));

    /// <summary>The measurement as a table to read, with the conventions.</summary>
    public override string ToString() => EvidenceText.Write(this);
}

/// <summary>A breakdown as reports print it.</summary>
internal sealed record ReportedBreakdown(string Over, IReadOnlyList<string> Attributes, IReadOnlyList<ReportedGroup> Groups, IReadOnlyList<Aggregate> Aggregates);

/// <summary>A group as reports print it.</summary>
internal sealed record ReportedGroup(Group Group, Tally Total, IReadOnlyList<(string Name, Tally Tally)> Counts, IReadOnlyList<Measure> Measures, Comparison? Comparison, string? LeftOut);
