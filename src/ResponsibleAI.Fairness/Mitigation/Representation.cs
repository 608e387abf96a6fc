namespace ResponsibleAI.Fairness;

/// <summary>Who is in the data, beside who is in the population, and how often each group has the favorable label.</summary>
public sealed class Representation
{
    private Representation(IReadOnlyList<RepresentedGroup> groups, Rate favorable, IReadOnlyDictionary<string, long> unusable, bool hasPopulation)
    {
        (Groups, Favorable, Unusable) = (groups, favorable, unusable);
        TotalVariation = hasPopulation ? groups.Sum(group => Math.Abs((group.Share.Value ?? 0) - (group.PopulationShare ?? 0))) / 2 : null;
    }

    /// <summary>The groups of the data and of the population, sorted by name.</summary>
    public IReadOnlyList<RepresentedGroup> Groups { get; }

    /// <summary>Class balance: the share of favorable labels over everybody.</summary>
    public Rate Favorable { get; }

    /// <summary>Rows that could not be counted, by reason.</summary>
    public IReadOnlyDictionary<string, long> Unusable { get; }

    /// <summary>½Σ|share − population share|: the least share of rows that would have to change group; null without a population.</summary>
    public double? TotalVariation { get; }

    /// <summary>Groups whose share lies below the population's by more than chance explains at this confidence.</summary>
    public IEnumerable<RepresentedGroup> Underrepresented(double confidence = 0.95) =>
        Groups.Where(group => group.PopulationShare is { } expected && (group.Share.Interval(confidence)?.High ?? 0) < expected);

    /// <summary>Compares counted rows with a population.</summary>
    /// <param name="table">Labels by group; predictions do not matter.</param>
    /// <param name="population">Shares or counts by group name, such as "Sex=Female", of the table's attributes crossed; null for class balance alone.</param>
    /// <exception cref="ArgumentException">A number of the population is negative or not finite, or all are 0.</exception>
    public static Representation Of(GroupTable<BinaryCounts> table, IReadOnlyDictionary<string, double>? population = null)
    {
        var all = table.Overall();
        var people = population?.Values.Sum() ?? 0;
        if (population is not null && (population.Values.Any(number => !(number >= 0)) || !(people > 0) || !RowDefect.IsFinite(people)))
        {
            throw new ArgumentException("A population has shares or counts of 0 or more that are not all 0.", nameof(population));
        }

        var counted = table.By([.. table.Attributes]).ToDictionary(group => group.Group.Name, group => group.Counts, StringComparer.Ordinal);
        var names = counted.Keys.Union(population?.Keys ?? [], StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal);
        return new Representation(
            [.. names.Select(name => Describe(name, counted.TryGetValue(name, out var counts) ? counts : new BinaryCounts()))],
            all.BaseRate,
            table.Unusable,
            population is not null);

        RepresentedGroup Describe(string name, BinaryCounts counts) => new(
            name,
            new Rate(counts.Total, all.Total),
            population is not null && population.TryGetValue(name, out var number) ? number / people : null,
            counts.BaseRate);
    }
}

/// <summary>A group in the data and in the population.</summary>
/// <param name="Group">Its name.</param>
/// <param name="Share">Its share of all rows.</param>
/// <param name="PopulationShare">Its share of the population; null when the population does not name it, which is not a share of 0.</param>
/// <param name="BaseRate">Its share of favorable labels; undefined when it has no rows.</param>
public sealed record RepresentedGroup(string Group, Rate Share, double? PopulationShare, Rate BaseRate)
{
    /// <summary>Share / population share: below 1 it is underrepresented; null when the population does not have it.</summary>
    public double? Ratio => PopulationShare > 0 ? Share.Value / PopulationShare : null;
}
