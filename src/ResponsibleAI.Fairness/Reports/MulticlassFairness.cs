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
}
