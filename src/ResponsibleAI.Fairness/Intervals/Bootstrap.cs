namespace ResponsibleAI.Fairness;

/// <summary>
/// Percentile bootstrap (Efron 1979) from counts alone: drawing a group's rows again is drawing its confusion matrix from a multinomial distribution,
/// so no row has to be kept. Rows are drawn within each group, so no group can vanish.
/// </summary>
internal static class Bootstrap
{
    private const double MostUndefined = 0.05;

    /// <summary>Intervals by metric; a metric without one is absent.</summary>
    public static IReadOnlyDictionary<string, Interval> Intervals(IReadOnlyList<BinaryCounts> groups, IReadOnlyList<MetricRule<BinaryCounts>> rules, FairnessOptions options)
    {
        var intervals = new Dictionary<string, Interval>(StringComparer.Ordinal);
        if (options.BootstrapReplicates <= 0 || groups.Any(group => !group.Total.IsUnweighted))
        {
            return intervals;
        }

        // Calibration needs the probabilities, which counts do not keep.
        var drawable = rules.Where(rule => !MetricRules.Calibration.Contains(rule) && rule.Compute(groups, options.MinGroupSize).Value is not null).ToList();
        var values = drawable.Select(_ => new List<double>(options.BootstrapReplicates)).ToList();
        var random = new Draws(options.Seed);
        // Who takes part is decided once: a draw must not lose a group because a count fell below the minimum.
        var present = drawable.Select(rule => groups.Where(group => rule.Measures.All(measure => RowsUnder(group, measure) >= options.MinGroupSize)).ToList()).ToList();
        for (var replicate = 0; replicate < options.BootstrapReplicates; replicate++)
        {
            var drawn = groups.ToDictionary(group => group, group => Again(group, random));
            for (var i = 0; i < drawable.Count; i++)
            {
                if (drawable[i].Compute([.. present[i].Select(group => drawn[group])], 1).Value is { } value)
                {
                    values[i].Add(value);
                }
            }
        }

        for (var i = 0; i < drawable.Count; i++)
        {
            if (values[i].Count >= (1 - MostUndefined) * options.BootstrapReplicates)
            {
                values[i].Sort();
                var tail = (1 - options.Confidence) / 2;
                intervals.Add(drawable[i].Name, new Interval(At(values[i], tail), At(values[i], 1 - tail), options.Confidence, "bootstrap"));
            }
        }

        return intervals;
    }

    private static long RowsUnder(BinaryCounts group, string measure) => group.Measures().First(candidate => candidate.Name == measure).Rows;

    private static BinaryCounts Again(BinaryCounts counts, Draws random)
    {
        var left = counts.Total.Rows;
        double remaining = left;
        var cells = new long[4];
        long[] seen = [counts.TruePositives.Rows, counts.FalsePositives.Rows, counts.TrueNegatives.Rows, counts.FalseNegatives.Rows];
        for (var i = 0; i < 4 && left > 0; i++)
        {
            cells[i] = i == 3 ? left : random.Binomial(left, Math.Min(1, seen[i] / remaining));
            left -= cells[i];
            remaining -= seen[i];
            if (remaining <= 0)
            {
                break;
            }
        }

        return new BinaryCounts(cells[0], cells[1], cells[2], cells[3]);
    }

    // Linear between order statistics.
    private static double At(List<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
