namespace ResponsibleAI.Fairness;

/// <summary>
/// Weights that make the label independent of the group: w(g, y) = P(g)·P(y) / P(g, y). Kamiran and Calders, "Data preprocessing techniques for
/// classification without discrimination", 2012. Weighted so, every group has the same base rate and keeps its size.
/// </summary>
public sealed class Reweighing
{
    private readonly GroupTable<BinaryCounts> _labels;
    private readonly BinaryCounts _all;
    private readonly Dictionary<string, (double? Favorable, double? Unfavorable)> _weights;

    private Reweighing(GroupTable<BinaryCounts> labels)
    {
        (_labels, _all) = (labels, labels.Overall());
        _weights = labels.By([.. labels.Attributes]).ToDictionary(
            cell => cell.Group.Name,
            cell => (Weight(cell.Counts, favorable: true), Weight(cell.Counts, favorable: false)),
            StringComparer.Ordinal);
    }

    /// <summary>The weights by group, all attributes crossed; null for a label that no row of the group has.</summary>
    public IReadOnlyDictionary<string, (double? Favorable, double? Unfavorable)> Weights => _weights;

    /// <summary>Learns the weights from labels; predictions in the table do not matter.</summary>
    public static Reweighing Learn(GroupTable<BinaryCounts> labels) => new(labels);

    /// <summary>Learns the weights from arrays.</summary>
    /// <param name="favorableLabels">Whether each row's label is favorable.</param>
    /// <param name="groups">The sensitive value of each row; null or empty is missing.</param>
    /// <param name="attribute">The name of the sensitive attribute.</param>
    public static Reweighing Learn(ReadOnlySpan<bool> favorableLabels, ReadOnlySpan<string?> groups, string attribute = "Group")
    {
        if (favorableLabels.Length != groups.Length)
        {
            throw new ArgumentException("There is one group per label.", nameof(groups));
        }

        var table = new GroupTable<BinaryCounts>([attribute]);
        for (var i = 0; i < groups.Length; i++)
        {
            table.Cell(groups[i]).Add(favorableLabels[i], favorableLabels[i]);
        }

        return new Reweighing(table);
    }

    /// <summary>The weight of a row; null when no such row was there to learn from.</summary>
    /// <param name="favorable">Whether its label is favorable.</param>
    /// <param name="values">Its sensitive values, in the order of the attributes; null or empty is missing.</param>
    public double? Weight(bool favorable, params string?[] values)
    {
        var name = new Group(_labels.Attributes, [.. values.Select(value => string.IsNullOrEmpty(value) ? Group.Missing : value!)]).Name;
        return _weights.TryGetValue(name, out var weights) ? favorable ? weights.Favorable : weights.Unfavorable : null;
    }

    private double? Weight(BinaryCounts group, bool favorable)
    {
        var (ofGroup, ofAll) = (group.BaseRate.Over.Weight, _all.BaseRate.Over.Weight);
        var (size, everybody) = (group.Total.Weight, _all.Total.Weight);
        var (both, label) = favorable ? (ofGroup, ofAll) : (size - ofGroup, everybody - ofAll);
        return both > 0 ? size * label / (everybody * both) : null;
    }
}
