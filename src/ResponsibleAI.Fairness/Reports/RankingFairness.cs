namespace ResponsibleAI.Fairness;

/// <summary>Group fairness of rankings: who is shown, and how far up.</summary>
public sealed class RankingFairness : GroupFairness<RankingCounts>
{
    /// <summary>Evaluates counted rankings.</summary>
    /// <param name="table">Counts per group.</param>
    /// <param name="options">Null for the defaults.</param>
    public RankingFairness(GroupTable<RankingCounts> table, FairnessOptions? options = null)
        : base("ranking", table, MetricRules.Ranking, [FormattableString.Invariant($"Within a query rows are ranked by falling score; tied rows share their places. Shown are the top {(options ?? new()).TopK}."), "Rankings have no intervals here: rows of one query are not independent."], options ?? new())
    {
    }
}
