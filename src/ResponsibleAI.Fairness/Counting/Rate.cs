namespace ResponsibleAI.Fairness;

/// <summary>A share of rows: how many of those under the line are over it. Without rows under the line it has no value.</summary>
/// <param name="Over">Rows that count.</param>
/// <param name="Under">Rows that could have counted.</param>
public readonly record struct Rate(Tally Over, Tally Under)
{
    /// <summary>The share, 0 to 1; null when nothing stands under the line (0/0 is undefined, not 0).</summary>
    public double? Value => Under.Weight > 0 ? Over.Weight / Under.Weight : null;

    /// <summary>Rows under the line, whatever their weight: what a minimum group size is compared with.</summary>
    public long Rows => Under.Rows;

    /// <summary>Kish's effective size (Σw)²/Σw² of the rows under the line; the number of rows when nothing is weighted.</summary>
    public double EffectiveSize => Under.SquaredWeight > 0 ? Under.Weight * Under.Weight / Under.SquaredWeight : 0;

    /// <summary>Wilson's score interval; null when the rate is undefined.</summary>
    /// <param name="confidence">Between 0 and 1, such as 0.95.</param>
    public Interval? Interval(double confidence = 0.95) =>
        Value is { } share ? WilsonInterval.Of(share, EffectiveSize, confidence) : null;
}
