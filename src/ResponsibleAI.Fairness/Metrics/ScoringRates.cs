namespace ResponsibleAI.Fairness;

/// <summary>
/// The scoring variant of New York City Local Law 144 (6 RCNY § 5-300): where a tool scores people, a group's scoring rate is the share of its people
/// whose score lies above the median score of the whole sample. Its counts are selection counts, so every other number follows.
/// </summary>
public static class ScoringRates
{
    /// <summary>Counts who lies above the sample median. The median needs every score, so this one is not constant in memory.</summary>
    /// <param name="scores">Not NaN. Higher is favorable.</param>
    /// <param name="groups">One per score; null or empty is missing.</param>
    /// <param name="attribute">The name of the sensitive attribute.</param>
    /// <returns>A table whose selection rates are scoring rates; its labels are not used, and count as unfavorable.</returns>
    public static GroupTable<BinaryCounts> AboveMedian(ReadOnlySpan<double> scores, ReadOnlySpan<string?> groups, string attribute = "Group")
    {
        if (scores.Length != groups.Length)
        {
            throw new ArgumentException("There is one group per score.", nameof(groups));
        }

        var median = Median(scores);
        var table = new GroupTable<BinaryCounts>([attribute]);
        for (var i = 0; i < scores.Length; i++)
        {
            table.Cell(groups[i]).Add(favorable: false, selected: scores[i] > median);
        }

        return table;
    }

    /// <summary>The middle score, or the mean of the two middle ones.</summary>
    /// <exception cref="ArgumentException">There is no score, or one is not a number.</exception>
    public static double Median(ReadOnlySpan<double> scores)
    {
        var sorted = scores.ToArray();
        Array.Sort(sorted);
        if (sorted.Length == 0 || double.IsNaN(sorted[0]))
        {
            throw new ArgumentException("A median needs scores, and each must be a number.", nameof(scores));
        }

        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
