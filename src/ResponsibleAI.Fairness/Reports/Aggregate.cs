namespace ResponsibleAI.Fairness;

/// <summary>How far the groups of one breakdown are apart, with the convention used.</summary>
public sealed class Aggregate
{
    private readonly Func<Interval?> _interval;

    internal Aggregate(string metric, bool atLeast, string over, string convention, Disparity disparity, IReadOnlyList<Group> compared, IReadOnlyList<LeftOut> leftOut, Func<Interval?> interval)
    {
        (Metric, IsRatio, Over, Convention, Value, LeftOut, _interval) = (metric, atLeast, over, convention, disparity.Value, leftOut, interval);
        (Lowest, Highest) = (NameOf(disparity.Lowest), NameOf(disparity.Highest));

        string? NameOf(int index) => index < 0 ? null : compared[index].Name;
    }

    /// <summary>Its name, as model cards write it: "equal-opportunity-difference".</summary>
    public string Metric { get; }

    /// <summary>Whether 1 is equal and a goal is "at least"; otherwise 0 is equal and a goal is "at most".</summary>
    public bool IsRatio { get; }

    /// <summary>The attributes of the breakdown, such as "Sex × Race".</summary>
    public string Over { get; }

    /// <summary>How the number is computed, in words.</summary>
    public string Convention { get; }

    /// <summary>The number; null when fewer than two groups could be compared or a ratio would divide by 0.</summary>
    public double? Value { get; }

    /// <summary>The group at the low end; null when undefined.</summary>
    public string? Lowest { get; }

    /// <summary>The group at the high end; null when undefined.</summary>
    public string? Highest { get; }

    /// <summary>What took no part, and why.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; }

    /// <summary>
    /// Percentile bootstrap over unweighted counts, drawn within groups; null when there is none: weighted rows, calibration, multiclass, regression, ranking, or a
    /// number that is undefined in more than one draw of twenty. It leans away from equality, as every largest-difference statistic does.
    /// </summary>
    public Interval? Interval => _interval();
}
