namespace ResponsibleAI.Fairness;

/// <summary>Rows, the sum of their weights and the sum of their squared weights. Tallies of shards add up to the tally of the whole.</summary>
/// <param name="Rows">How many rows, whatever their weight.</param>
/// <param name="Weight">The sum of weights; equal to <paramref name="Rows"/> when nothing is weighted.</param>
/// <param name="SquaredWeight">The sum of squared weights, from which the effective size follows.</param>
public readonly record struct Tally(long Rows, double Weight, double SquaredWeight)
{
    /// <summary>The tally of both.</summary>
    public static Tally operator +(Tally left, Tally right) =>
        new(left.Rows + right.Rows, left.Weight + right.Weight, left.SquaredWeight + right.SquaredWeight);

    /// <summary>The tally of both.</summary>
    public static Tally Add(Tally left, Tally right) => left + right;

    /// <summary>The tally of <paramref name="rows"/> unweighted rows.</summary>
    public static Tally Of(long rows) => new(rows, rows, rows);

    /// <summary>Whether every row counted 1, so that the weights are counts of rows.</summary>
    public bool IsUnweighted => Weight == Rows && SquaredWeight == Rows;

    internal Tally With(double weight) => new(Rows + 1, Weight + weight, SquaredWeight + (weight * weight));
}
