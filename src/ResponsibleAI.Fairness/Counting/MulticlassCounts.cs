namespace ResponsibleAI.Fairness;

/// <summary>The confusion matrix of a group over any number of classes.</summary>
public sealed class MulticlassCounts : IGroupCounts<MulticlassCounts>
{
    private readonly Dictionary<(string Label, string Prediction), Tally> _cells = [];

    /// <inheritdoc/>
    public Tally Total => Sum((_, _) => true);

    /// <summary>Predicted as labeled, of all (micro-accuracy).</summary>
    public Rate Accuracy => new(Sum((label, prediction) => label == prediction), Total);

    /// <summary>Classes that occur as label or prediction, sorted.</summary>
    public IReadOnlyList<string> Classes =>
        [.. _cells.Keys.SelectMany(cell => new[] { cell.Label, cell.Prediction }).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)];

    /// <summary>Rows with this label and this prediction.</summary>
    public Tally this[string label, string prediction] => _cells.TryGetValue((label, prediction), out var tally) ? tally : default;

    /// <summary>Counts one row.</summary>
    /// <param name="label">The true class.</param>
    /// <param name="prediction">The predicted class.</param>
    /// <param name="weight">More than 0.</param>
    public void Add(string label, string prediction, double weight = 1) => _cells[(label, prediction)] = this[label, prediction].With(weight);

    /// <inheritdoc/>
    public void Merge(MulticlassCounts other)
    {
        foreach (var cell in other._cells)
        {
            _cells[cell.Key] = this[cell.Key.Label, cell.Key.Prediction] + cell.Value;
        }
    }

    /// <summary>The binary view: these classes are favorable, all others are not.</summary>
    public BinaryCounts Favoring(IReadOnlyCollection<string> favorable) => new(
        Sum((label, prediction) => favorable.Contains(label) && favorable.Contains(prediction)),
        Sum((label, prediction) => !favorable.Contains(label) && favorable.Contains(prediction)),
        Sum((label, prediction) => !favorable.Contains(label) && !favorable.Contains(prediction)),
        Sum((label, prediction) => favorable.Contains(label) && !favorable.Contains(prediction)));

    /// <inheritdoc/>
    public IReadOnlyList<Measure> Measures(double confidence = 0.95)
    {
        var measures = new List<Measure> { new("accuracy", Accuracy.Value, Accuracy.Rows, Accuracy.Interval(confidence), "rows") };
        foreach (var name in Classes)
        {
            var counts = Favoring([name]);
            measures.Add(Of("selection-rate", counts.SelectionRate, "rows"));
            measures.Add(Of("recall", counts.TruePositiveRate, $"rows labeled {name}"));

            Measure Of(string rate, Rate value, string basis) => new($"{rate}:{name}", value.Value, value.Rows, value.Interval(confidence), basis);
        }

        return measures;
    }

    // In the order of names, so that floating sums do not depend on the order of rows more than they must.
    private Tally Sum(Func<string, string, bool> counts) => _cells
        .Where(cell => counts(cell.Key.Label, cell.Key.Prediction))
        .OrderBy(cell => cell.Key.Label, StringComparer.Ordinal).ThenBy(cell => cell.Key.Prediction, StringComparer.Ordinal)
        .Aggregate(default(Tally), (sum, cell) => sum + cell.Value);
}
