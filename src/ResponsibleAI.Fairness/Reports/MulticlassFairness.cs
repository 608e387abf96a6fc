namespace ResponsibleAI.Fairness;

/// <summary>Group fairness of decisions between several classes.</summary>
public sealed class MulticlassFairness : GroupFairness<MulticlassCounts>
{
    /// <summary>Evaluates counted decisions.</summary>
    /// <param name="table">Counts per group.</param>
    /// <param name="favorableClasses">The classes that are good for the person; at least one, and each must occur.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">No favorable class, or one that no row has.</exception>
    public MulticlassFairness(GroupTable<MulticlassCounts> table, IReadOnlyCollection<string> favorableClasses, FairnessOptions? options = null)
        : base("multiclass", table, MetricRules.Multiclass, [$"Favorable is: {string.Join(" or ", favorableClasses)}."], options ?? new())
    {
        if (favorableClasses.Count == 0 || favorableClasses.Except(Overall.Classes, StringComparer.Ordinal).Any())
        {
            throw new ArgumentException("State which classes are favorable, written as the columns write them: one of those named occurs in no row.", nameof(favorableClasses));
        }

        Favorable = new BinaryFairness(table.Select(counts => counts.Favoring(favorableClasses)), string.Join(" or ", favorableClasses), options);
    }

    /// <summary>The same decisions as favorable or not: selection rates, impact ratio and the rest.</summary>
    public BinaryFairness Favorable { get; }

    /// <summary>One class against the rest.</summary>
    public BinaryFairness Of(string className) => new(Table.Select(counts => counts.Favoring([className])), className, Options);

    /// <summary>Evaluates arrays; for several attributes fill a <see cref="GroupTable{TCounts}"/>.</summary>
    /// <param name="labels">The true class; null or empty is missing.</param>
    /// <param name="predictions">The predicted class; null or empty is missing.</param>
    /// <param name="groups">The sensitive value of each row; null or empty is missing.</param>
    /// <param name="favorableClasses">The classes that are good for the person; at least one, and each must occur.</param>
    /// <param name="attribute">The name of the sensitive attribute.</param>
    /// <param name="weights">0 or more; empty when every row counts 1.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">No favorable class, one that no row has, or arrays of different length.</exception>
    public static MulticlassFairness Evaluate(
        ReadOnlySpan<string?> labels,
        ReadOnlySpan<string?> predictions,
        ReadOnlySpan<string?> groups,
        IReadOnlyCollection<string> favorableClasses,
        string attribute = "Group",
        ReadOnlySpan<double> weights = default,
        FairnessOptions? options = null)
    {
        if (predictions.Length != labels.Length || groups.Length != labels.Length || (!weights.IsEmpty && weights.Length != labels.Length))
        {
            throw new ArgumentException("Labels, predictions, groups and weights have one entry per row.", nameof(labels));
        }

        var table = new GroupTable<MulticlassCounts>([attribute], options?.MaxGroups ?? new FairnessOptions().MaxGroups);
        for (var i = 0; i < labels.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[i];
            if ((string.IsNullOrEmpty(labels[i]) ? RowDefect.Label : string.IsNullOrEmpty(predictions[i]) ? RowDefect.Prediction : RowDefect.Of(weight, 0)) is { } defect)
            {
                table.AddUnusable(defect);
            }
            else if (weight > 0)
            {
                table.Cell(groups[i]).Add(labels[i]!, predictions[i]!, weight);
            }
        }

        return new MulticlassFairness(table, favorableClasses, options);
    }
}
