namespace ResponsibleAI.Fairness;

/// <summary>Group fairness of predicted numbers: who is predicted worse, and who too high or too low.</summary>
public sealed class RegressionFairness : GroupFairness<RegressionCounts>
{
    /// <summary>Evaluates counted errors.</summary>
    /// <param name="table">Counts per group.</param>
    /// <param name="options">Null for the defaults.</param>
    public RegressionFairness(GroupTable<RegressionCounts> table, FairnessOptions? options = null)
        : base("regression", table, MetricRules.Regression, ["An error is prediction − label.", "Intervals of mean errors are normal ones; weighted rows count by Kish's effective size."], options ?? new())
    {
    }

    /// <summary>The worst over the breakdowns; null when defined nowhere. See <see cref="RegressionDisparities.MeanAbsoluteErrorDifference"/>.</summary>
    public double? MeanAbsoluteErrorDifference => Worst("mean-absolute-error-difference")?.Value;

    /// <summary>The worst over the breakdowns; null when defined nowhere. See <see cref="RegressionDisparities.MeanErrorDifference"/>.</summary>
    public double? MeanErrorDifference => Worst("mean-error-difference")?.Value;

    /// <summary>Evaluates arrays; for several attributes fill a <see cref="GroupTable{TCounts}"/>.</summary>
    /// <param name="labels">What was true.</param>
    /// <param name="predictions">What was predicted.</param>
    /// <param name="groups">The sensitive value of each row; null or empty is missing.</param>
    /// <param name="attribute">The name of the sensitive attribute.</param>
    /// <param name="weights">0 or more; empty when every row counts 1.</param>
    /// <param name="options">Null for the defaults.</param>
    public static RegressionFairness Evaluate(
        ReadOnlySpan<double> labels,
        ReadOnlySpan<double> predictions,
        ReadOnlySpan<string?> groups,
        string attribute = "Group",
        ReadOnlySpan<double> weights = default,
        FairnessOptions? options = null)
    {
        if (predictions.Length != labels.Length || groups.Length != labels.Length || (!weights.IsEmpty && weights.Length != labels.Length))
        {
            throw new ArgumentException("Labels, predictions, groups and weights have one entry per row.", nameof(labels));
        }

        var table = new GroupTable<RegressionCounts>([attribute], options?.MaxGroups ?? new FairnessOptions().MaxGroups);
        for (var i = 0; i < labels.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[i];
            if (Defect(labels[i], predictions[i], weight) is { } defect)
            {
                table.AddUnusable(defect);
            }
            else if (weight > 0)
            {
                table.Cell(groups[i]).Add(labels[i], predictions[i], weight);
            }
        }

        return new RegressionFairness(table, options);
    }

    internal static string? Defect(double label, double prediction, double weight) =>
        !RowDefect.IsFinite(label) ? RowDefect.Label : !RowDefect.IsFinite(prediction) ? RowDefect.Score : RowDefect.Of(weight, 0);
}
