namespace ResponsibleAI.Fairness;

/// <summary>Group fairness of rankings as pure functions of counts. Groups with fewer than <c>minRows</c> rows are left out.</summary>
public static class RankingDisparities
{
    /// <summary>min mean exposure / max mean exposure (demographic parity of exposure). Singh and Joachims 2018.</summary>
    public static Disparity ExposureRatio(IReadOnlyList<RankingCounts> groups, long minRows = 1) =>
        Disparity.Ratio(Of(groups, minRows, counts => counts.MeanExposure));

    /// <summary>min / max of exposure per unit of relevance (disparate treatment of exposure). Singh and Joachims 2018.</summary>
    public static Disparity ExposurePerRelevanceRatio(IReadOnlyList<RankingCounts> groups, long minRows = 1) =>
        Disparity.Ratio(Of(groups, minRows, counts => counts.ExposurePerRelevance));

    /// <summary>min / max share of a group's rows that stand in the top k: the impact ratio of being shown.</summary>
    public static Disparity TopShareRatio(IReadOnlyList<RankingCounts> groups, long minRows = 1) =>
        Disparity.Ratio(Of(groups, minRows, counts => counts.TopShare));

    private static double?[] Of(IReadOnlyList<RankingCounts> groups, long minRows, Func<RankingCounts, double?> value) =>
        [.. groups.Select(group => group.Total.Rows >= minRows ? value(group) : null)];
}
