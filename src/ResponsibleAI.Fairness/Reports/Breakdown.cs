namespace ResponsibleAI.Fairness;

/// <summary>The groups by one attribute or by several crossed.</summary>
/// <typeparam name="TCounts">What was counted.</typeparam>
public sealed class Breakdown<TCounts>
    where TCounts : class, IGroupCounts<TCounts>, new()
{
    private readonly Lazy<IReadOnlyDictionary<string, Interval>> _intervals;

    internal Breakdown(GroupTable<TCounts> table, string[] attributes, IReadOnlyList<MetricRule<TCounts>> rules, FairnessOptions options)
    {
        Attributes = attributes;
        Over = string.Join(" × ", attributes);
        var groups = table.By(attributes);
        var all = groups.Sum(group => group.Counts.Total.Rows);
        Groups = [.. groups.Select(group => new GroupResult<TCounts>(group.Group, group.Counts, ByOption(group.Group, group.Counts.Total.Rows, all, options)))];
        var compared = Compared.ToList();
        IReadOnlyList<TCounts> counts = [.. compared.Select(group => group.Counts)];
        _intervals = new(() => counts is IReadOnlyList<BinaryCounts> binary
            ? Bootstrap.Intervals(binary, (IReadOnlyList<MetricRule<BinaryCounts>>)rules, options)
            : new Dictionary<string, Interval>());
        var leftOut = Missing(compared, options).ToList();
        var excluded = Groups.Where(group => group.LeftOut is not null)
            .Select(group => new LeftOut(Over, group.Group.Name, "all", LeftOutKind.ByOption, group.LeftOut!)).ToList();
        Aggregates = [.. rules.Select(rule => new Aggregate(
            rule.Name,
            rule.AtLeast,
            Over,
            rule.Convention,
            rule.Compute(counts, options.MinGroupSize),
            [.. compared.Select(group => group.Group)],
            [.. excluded, .. leftOut.Where(missing => rule.Needs(missing.Measure))],
            () => _intervals.Value.TryGetValue(rule.Name, out var interval) ? interval : null))];
        Undefined = [.. excluded, .. leftOut];
    }

    /// <summary>The attributes, in the order they were named.</summary>
    public IReadOnlyList<string> Attributes { get; }

    /// <summary>The attributes as one word, such as "Sex × Race".</summary>
    public string Over { get; }

    /// <summary>All groups, sorted by name.</summary>
    public IReadOnlyList<GroupResult<TCounts>> Groups { get; }

    /// <summary>The groups that options did not leave out.</summary>
    public IEnumerable<GroupResult<TCounts>> Compared => Groups.Where(group => group.LeftOut is null);

    /// <summary>How far they are apart.</summary>
    public IReadOnlyList<Aggregate> Aggregates { get; }

    /// <summary>Every number of a group that took no part, and why.</summary>
    public IReadOnlyList<LeftOut> Undefined { get; }

    /// <summary>One of the aggregates.</summary>
    /// <param name="metric">Such as "impact-ratio".</param>
    /// <exception cref="KeyNotFoundException">This kind of evaluation has no such metric.</exception>
    public Aggregate this[string metric] => Aggregates.FirstOrDefault(aggregate => aggregate.Metric == metric)
        ?? throw new KeyNotFoundException($"There is no '{metric}' here. There are: {string.Join(", ", Aggregates.Select(aggregate => aggregate.Metric))}.");

    private static string? ByOption(Group group, long rows, long all, FairnessOptions options) =>
        options.ExcludeMissing && group.HasMissing ? "a value is missing, excluded by option"
        : rows < options.MinGroupShare * all ? FormattableString.Invariant($"{rows} of {all} rows, below the chosen share of {options.MinGroupShare}")
        : null;

    private IEnumerable<LeftOut> Missing(IEnumerable<GroupResult<TCounts>> compared, FairnessOptions options)
    {
        foreach (var group in compared)
        {
            var small = group.Counts.Total.Rows < options.MinGroupSize;
            foreach (var measure in group.Counts.Measures())
            {
                if (small || (measure.Value is not null && measure.Rows < options.MinGroupSize))
                {
                    var (rows, basis) = small ? (group.Counts.Total.Rows, "rows") : (measure.Rows, measure.Basis);
                    yield return new LeftOut(Over, group.Group.Name, measure.Name, LeftOutKind.TooFew, FormattableString.Invariant($"{rows} {basis}, fewer than {options.MinGroupSize}"));
                }
                else if (measure.Value is null)
                {
                    yield return new LeftOut(Over, group.Group.Name, measure.Name, LeftOutKind.Undefined, $"there are no {measure.Basis}");
                }
            }
        }
    }
}

/// <summary>A group and its counts.</summary>
/// <typeparam name="TCounts">What was counted.</typeparam>
/// <param name="Group">Who.</param>
/// <param name="Counts">What was counted about them.</param>
/// <param name="LeftOut">Why an option keeps the group out of comparisons; null when it takes part.</param>
public sealed record GroupResult<TCounts>(Group Group, TCounts Counts, string? LeftOut);
