namespace ResponsibleAI.Fairness;

/// <summary>The breakdowns of a table: each attribute alone, then crossed.</summary>
/// <typeparam name="TCounts">What was counted.</typeparam>
public abstract class GroupFairness<TCounts> : FairnessMetrics
    where TCounts : class, IGroupCounts<TCounts>, new()
{
    private protected GroupFairness(string task, GroupTable<TCounts> table, IReadOnlyList<MetricRule<TCounts>> rules, IReadOnlyList<string> conventions, FairnessOptions options)
        : base(task, table.Attributes, conventions, table.Unusable, options)
    {
        Table = table;
        Overall = table.Overall();
        Breakdowns = [.. Subsets(table.Attributes, options.MaxCrossed).Select(attributes => new Breakdown<TCounts>(table, attributes, rules, options))];
        Aggregates = [.. Breakdowns.SelectMany(breakdown => breakdown.Aggregates)];
        Undefined = [.. Breakdowns.SelectMany(breakdown => breakdown.Undefined)];
        Groups = Breakdowns.SelectMany(breakdown => breakdown.Groups).ToDictionary(group => group.Group.Name, group => group.Counts, StringComparer.Ordinal);
    }

    /// <summary>The counts everything follows from.</summary>
    public GroupTable<TCounts> Table { get; }

    /// <summary>The counts of everybody.</summary>
    public TCounts Overall { get; }

    /// <summary>Each attribute alone, then crossed.</summary>
    public IReadOnlyList<Breakdown<TCounts>> Breakdowns { get; }

    /// <summary>The counts of every group of every breakdown by name, such as "Sex=Female".</summary>
    public IReadOnlyDictionary<string, TCounts> Groups { get; }

    /// <inheritdoc/>
    public override long Rows => Overall.Total.Rows;

    /// <inheritdoc/>
    public override IReadOnlyList<Aggregate> Aggregates { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<LeftOut> Undefined { get; }

    internal override IReadOnlyList<ReportedBreakdown> Reported =>
        [.. Breakdowns.Select(breakdown => new ReportedBreakdown(breakdown.Over, breakdown.Attributes, [.. Report(breakdown)], breakdown.Aggregates))];

    /// <summary>The breakdown by these attributes, in the order they were named at evaluation.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Breakdown<TCounts> By(params string[] attributes) =>
        Breakdowns.FirstOrDefault(breakdown => breakdown.Attributes.SequenceEqual(attributes, StringComparer.Ordinal))
        ?? throw new KeyNotFoundException($"There is no breakdown by {string.Join(" × ", attributes)}. There are: {string.Join(", ", Breakdowns.Select(breakdown => breakdown.Over))}.");

    private protected virtual IReadOnlyList<(string Name, Tally Tally)> CountsOf(TCounts counts) => [];

    private protected virtual IReadOnlyList<Comparison> ComparisonsOf(Breakdown<TCounts> breakdown) => [];

    private IEnumerable<ReportedGroup> Report(Breakdown<TCounts> breakdown)
    {
        var comparisons = ComparisonsOf(breakdown).ToDictionary(comparison => comparison.Group, StringComparer.Ordinal);
        return breakdown.Groups.Select(group => new ReportedGroup(
            group.Group,
            group.Counts.Total,
            CountsOf(group.Counts),
            group.Counts.Measures(Options.Confidence),
            comparisons.TryGetValue(group.Group.Name, out var comparison) ? comparison : null,
            group.LeftOut));
    }

    // Subsets of up to that many attributes: smaller ones first, then in the order of the attributes.
    private static IEnumerable<string[]> Subsets(IReadOnlyList<string> attributes, int most)
    {
        IEnumerable<int[]> level = [.. Enumerable.Range(0, attributes.Count).Select(i => new[] { i })];
        for (var size = 1; size <= Math.Max(1, Math.Min(most, attributes.Count)); size++)
        {
            foreach (var subset in level)
            {
                yield return [.. subset.Select(i => attributes[i])];
            }

            level = [.. level.SelectMany(subset => Enumerable.Range(subset[subset.Length - 1] + 1, attributes.Count - subset[subset.Length - 1] - 1).Select(next => (int[])[.. subset, next]))];
        }
    }
}
