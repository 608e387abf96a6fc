namespace ResponsibleAI.Fairness;

/// <summary>How far groups are apart in one number.</summary>
/// <param name="Value">The number; null when fewer than two groups have what it needs, or a ratio would divide by 0.</param>
/// <param name="Lowest">Index of the group with the lowest rate; −1 when undefined.</param>
/// <param name="Highest">Index of the group with the highest rate; −1 when undefined.</param>
public readonly record struct Disparity(double? Value, int Lowest, int Highest)
{
    /// <summary>No number.</summary>
    public static Disparity Undefined { get; } = new(null, -1, -1);

    /// <summary>Highest minus lowest of the defined values.</summary>
    /// <param name="values">One per group; null is left out.</param>
    public static Disparity Difference(IReadOnlyList<double?> values) =>
        Ends(values) is var (lowest, highest) && lowest != highest ? new(values[highest] - values[lowest], lowest, highest) : Undefined;

    /// <summary>Lowest divided by highest of the defined values; undefined when the highest is not above 0.</summary>
    /// <param name="values">One per group, 0 or more; null is left out.</param>
    public static Disparity Ratio(IReadOnlyList<double?> values)
    {
        var (lowest, highest) = Ends(values);
        return lowest == highest ? Undefined : new(values[highest] > 0 ? values[lowest] / values[highest] : null, lowest, highest);
    }

    /// <summary>The highest of the defined values; a single group is enough.</summary>
    /// <param name="values">One per group; null is left out.</param>
    public static Disparity Worst(IReadOnlyList<double?> values)
    {
        var (lowest, highest) = Ends(values);
        return highest < 0 ? Undefined : new(values[highest], lowest, highest);
    }

    /// <summary>The larger of two differences; undefined when one of them is.</summary>
    public static Disparity Larger(Disparity left, Disparity right) =>
        left.Value is null || right.Value is null ? Undefined : left.Value >= right.Value ? left : right;

    /// <summary>The smaller of two ratios; undefined when one of them is.</summary>
    public static Disparity Smaller(Disparity left, Disparity right) =>
        left.Value is null || right.Value is null ? Undefined : left.Value <= right.Value ? left : right;

    // With one defined value both ends are that one; with equal values they are the first two.
    private static (int Lowest, int Highest) Ends(IReadOnlyList<double?> values)
    {
        var (lowest, highest) = (-1, -1);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value)
            {
                continue;
            }

            if (lowest < 0)
            {
                (lowest, highest) = (i, i);
            }
            else if (value < values[lowest])
            {
                lowest = i;
            }
            else if (value > values[highest] || highest == lowest)
            {
                highest = i;
            }
        }

        return (lowest, highest);
    }
}
