namespace ResponsibleAI.Fairness;

/// <summary>
/// The area under the ROC curve of a group: how often a favorable row scores above an unfavorable one of the same group. It needs every score, so it is
/// for arrays and not one of the aggregates. Hanley and McNeil 1982.
/// </summary>
public static class AreaUnderCurve
{
    /// <summary>The share of pairs of a favorable and an unfavorable row in which the favorable one has the higher score; ties count ½.</summary>
    /// <param name="favorable">Whether the label is favorable.</param>
    /// <param name="scores">Not NaN. Higher is favorable.</param>
    /// <returns>0 to 1; null when all labels are the same, because there is no pair then.</returns>
    /// <exception cref="ArgumentException">The arrays differ in length, or a score is not a number.</exception>
    public static double? Of(ReadOnlySpan<bool> favorable, ReadOnlySpan<double> scores)
    {
        if (scores.Length != favorable.Length)
        {
            throw new ArgumentException("There is one score per label.", nameof(scores));
        }

        var (sorted, labels) = (scores.ToArray(), favorable.ToArray());
        Array.Sort(sorted, labels);
        if (sorted.Length > 0 && double.IsNaN(sorted[0]))
        {
            throw new ArgumentException("Each score must be a number.", nameof(scores));
        }

        var (below, above, wins) = (0L, 0L, 0.0);
        for (var next = 0; next < sorted.Length;)
        {
            var (score, tiedFavorable, tiedUnfavorable) = (sorted[next], 0L, 0L);
            for (; next < sorted.Length && sorted[next] == score; next++)
            {
                (tiedFavorable, tiedUnfavorable) = labels[next] ? (tiedFavorable + 1, tiedUnfavorable) : (tiedFavorable, tiedUnfavorable + 1);
            }

            wins += tiedFavorable * (below + (tiedUnfavorable / 2.0));
            (below, above) = (below + tiedUnfavorable, above + tiedFavorable);
        }

        return below > 0 && above > 0 ? wins / above / below : null;
    }

    /// <summary>The area of each group, by its value in ordinal order; a missing value is written "(missing)".</summary>
    /// <param name="favorable">Whether the label is favorable.</param>
    /// <param name="scores">Not NaN. Higher is favorable.</param>
    /// <param name="groups">One per score; null or empty is missing.</param>
    /// <exception cref="ArgumentException">The arrays differ in length, or a score is not a number.</exception>
    public static IReadOnlyList<(string Group, double? Area)> ByGroup(ReadOnlySpan<bool> favorable, ReadOnlySpan<double> scores, ReadOnlySpan<string?> groups)
    {
        if (groups.Length != favorable.Length || scores.Length != favorable.Length)
        {
            throw new ArgumentException("There is one score and one group per label.", nameof(groups));
        }

        var parts = new SortedDictionary<string, (List<bool> Favorable, List<double> Scores)>(StringComparer.Ordinal);
        for (var i = 0; i < groups.Length; i++)
        {
            var name = string.IsNullOrEmpty(groups[i]) ? Group.Missing : groups[i]!;
            if (!parts.TryGetValue(name, out var part))
            {
                parts.Add(name, part = ([], []));
            }

            part.Favorable.Add(favorable[i]);
            part.Scores.Add(scores[i]);
        }

        return [.. parts.Select(part => (part.Key, Of(part.Value.Favorable.ToArray(), part.Value.Scores.ToArray())))];
    }
}
