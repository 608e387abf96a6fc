namespace ResponsibleAI.Fairness;

/// <summary>Group fairness over several classes as pure functions of counts.</summary>
public static class MulticlassDisparities
{
    /// <summary>max accuracy − min accuracy.</summary>
    public static Disparity AccuracyDifference(IReadOnlyList<MulticlassCounts> groups, long minRows = 1) =>
        Disparity.Difference([.. groups.Select(group => group.Total.Rows >= minRows ? group.Accuracy.Value : null)]);

    /// <summary>The largest difference of selection rates over all classes, each against the rest.</summary>
    public static Disparity DemographicParityDifference(IReadOnlyList<MulticlassCounts> groups, long minRows = 1) =>
        OverClasses(groups, counts => BinaryDisparities.DemographicParityDifference(counts, minRows));

    /// <summary>The largest difference of recalls over all classes; undefined when a class lacks two groups that have it.</summary>
    public static Disparity RecallDifference(IReadOnlyList<MulticlassCounts> groups, long minRows = 1) =>
        OverClasses(groups, counts => BinaryDisparities.EqualOpportunityDifference(counts, minRows));

    private static Disparity OverClasses(IReadOnlyList<MulticlassCounts> groups, Func<IReadOnlyList<BinaryCounts>, Disparity> disparity)
    {
        var perClass = groups.SelectMany(group => group.Classes).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)
            .Select(name => disparity([.. groups.Select(group => group.Favoring([name]))])).ToList();
        return perClass.Count == 0 ? Disparity.Undefined : perClass.Aggregate(Disparity.Larger);
    }
}
