namespace ResponsibleAI.Fairness;

/// <summary>What is counted about a group of rows. Counts of shards merge into the counts of the whole.</summary>
/// <typeparam name="TSelf">The implementing class.</typeparam>
public interface IGroupCounts<in TSelf>
{
    /// <summary>All rows.</summary>
    Tally Total { get; }

    /// <summary>What the counts say, in a fixed order, undefined ones included.</summary>
    /// <param name="confidence">Of the intervals, such as 0.95.</param>
    IReadOnlyList<Measure> Measures(double confidence = 0.95);

    /// <summary>Adds the counts of other rows to these.</summary>
    void Merge(TSelf other);
}
