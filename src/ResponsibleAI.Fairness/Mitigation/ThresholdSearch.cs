namespace ResponsibleAI.Fairness;

/// <summary>What thresholds shall make similar between groups.</summary>
public enum ThresholdGoal
{
    /// <summary>Selection rates: demographic parity.</summary>
    SelectionRate,

    /// <summary>True positive rates: equal opportunity.</summary>
    TruePositiveRate,
}

/// <summary>
/// What parity costs: for each allowed difference, the most accurate thresholds per group (Hardt, Price and Srebro 2016, without randomizing).
/// Exhaustive over thresholds in steps of 0.01. Different thresholds treat people differently because of the group they belong to: whether that is
/// allowed is a question of law, and needs the attribute at decision time. Search on rows that neither trained the model nor will judge it.
/// </summary>
public static class ThresholdSearch
{
    private const int MostGroups = 50;
    private const double Rounding = 1e-12;

    /// <summary>The differences that are tried when none are named.</summary>
    public static IReadOnlyList<double> DefaultDifferences { get; } = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 1];

    /// <summary>The trade-off table: first the best single threshold, then one row per allowed difference, smallest first.</summary>
    /// <param name="scores">Probabilities by group, all attributes crossed.</param>
    /// <param name="goal">What shall be similar.</param>
    /// <param name="differences">Allowed differences, 0 to 1; null for <see cref="DefaultDifferences"/>.</param>
    /// <exception cref="ArgumentException">There are no rows, more than 50 groups, or a group without a favorable label when true positive rates shall be similar.</exception>
    public static IReadOnlyList<ThresholdTradeOff> TradeOffs(GroupTable<ScoreCounts> scores, ThresholdGoal goal, IReadOnlyList<double>? differences = null)
    {
        var groups = scores.By([.. scores.Attributes]);
        if (groups.Count is 0 or > MostGroups)
        {
            throw new ArgumentException($"Thresholds are searched for 1 to {MostGroups} groups; there are {groups.Count}.", nameof(scores));
        }

        var steps = groups.Select(group => group.Counts.AtEachStep()).ToList();
        var kind = goal == ThresholdGoal.SelectionRate ? RateKind.SelectionRate : RateKind.TruePositiveRate;
        var rates = steps.Select(counts => counts.Select(count => count.Rate(kind).Value).ToList()).ToList();
        if (rates.Any(group => group[0] is null))
        {
            throw new ArgumentException("A group has no favorable label, so its true positive rate is undefined.", nameof(scores));
        }

        var right = steps.Select(counts => counts.Select(count => count.Accuracy.Over.Weight).ToList()).ToList();
        var single = Best(Enumerable.Range(0, ScoreCounts.Steps + 2), step => right.Sum(group => group[step]));
        var rows = new List<ThresholdTradeOff> { Row(null, [.. groups.Select(_ => single)]) };
        var floors = rates.SelectMany(group => group).Select(rate => rate!.Value).Distinct().OrderBy(rate => rate).ToList();
        foreach (var difference in (differences ?? DefaultDifferences).OrderBy(difference => difference))
        {
            if (!(difference is >= 0 and <= 1))
            {
                throw new ArgumentException("An allowed difference lies between 0 and 1.", nameof(differences));
            }

            var choices = floors.Select(floor => Within(floor, floor + difference)).OfType<int[]>();
            rows.Add(Row(difference, Best(choices, choice => choice.Select((step, group) => right[group][step]).Sum())!));
        }

        return rows;

        // Each group's most accurate threshold whose rate lies in the window; null when a group has none.
        int[]? Within(double low, double high)
        {
            var choice = new int[groups.Count];
            for (var group = 0; group < choice.Length; group++)
            {
                var best = -1;
                for (var step = 0; step < rates[group].Count; step++)
                {
                    if (rates[group][step] >= low - Rounding && rates[group][step] <= high + Rounding && (best < 0 || right[group][step] > right[group][best]))
                    {
                        best = step;
                    }
                }

                if (best < 0)
                {
                    return null;
                }

                choice[group] = best;
            }

            return choice;
        }

        ThresholdTradeOff Row(double? allowed, int[] choice)
        {
            var chosen = groups.Select((group, i) => (group.Group.Name, Step: choice[i], Counts: steps[i][choice[i]])).ToList();
            return new ThresholdTradeOff(
                allowed,
                chosen.ToDictionary(group => group.Name, group => ScoreCounts.Threshold(group.Step), StringComparer.Ordinal),
                chosen.ToDictionary(group => group.Name, group => group.Counts, StringComparer.Ordinal));
        }
    }

    // The first of the best.
    private static T? Best<T>(IEnumerable<T> choices, Func<T, double> value) => choices
        .Aggregate((Any: false, Value: 0.0, Choice: default(T)), (best, choice) => value(choice) is var next && (!best.Any || next > best.Value) ? (true, next, choice) : best)
        .Choice;
}

/// <summary>A row of the trade-off table.</summary>
/// <param name="AllowedDifference">The largest difference of rates that was allowed; null for the single threshold.</param>
/// <param name="Thresholds">By group: a probability at or above it selects; infinite selects nobody.</param>
/// <param name="Groups">The counts these thresholds give.</param>
public sealed record ThresholdTradeOff(double? AllowedDifference, IReadOnlyDictionary<string, double> Thresholds, IReadOnlyDictionary<string, BinaryCounts> Groups)
{
    /// <summary>Share of all rows that are decided as labeled.</summary>
    public double Accuracy => Groups.Values.Sum(group => group.Accuracy.Over.Weight) / Groups.Values.Sum(group => group.Total.Weight);

    /// <summary>See <see cref="BinaryDisparities.DemographicParityDifference"/>; null when undefined.</summary>
    public double? DemographicParityDifference => BinaryDisparities.DemographicParityDifference([.. Groups.Values]).Value;

    /// <summary>See <see cref="BinaryDisparities.EqualOpportunityDifference"/>; null when undefined.</summary>
    public double? EqualOpportunityDifference => BinaryDisparities.EqualOpportunityDifference([.. Groups.Values]).Value;

    /// <summary>See <see cref="BinaryDisparities.EqualizedOddsDifference"/>; null when undefined.</summary>
    public double? EqualizedOddsDifference => BinaryDisparities.EqualizedOddsDifference([.. Groups.Values]).Value;
}
