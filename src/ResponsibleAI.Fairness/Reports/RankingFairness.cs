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

    /// <summary>Evaluates arrays; rows of a query stand together. For several attributes fill a <see cref="GroupTable{TCounts}"/>.</summary>
    /// <param name="relevances">0 or more.</param>
    /// <param name="scores">Higher stands further up.</param>
    /// <param name="queries">The query of each row: a row that differs from the one before begins another.</param>
    /// <param name="groups">The sensitive value of each row; null or empty is missing.</param>
    /// <param name="attribute">The name of the sensitive attribute.</param>
    /// <param name="options">Null for the defaults.</param>
    public static RankingFairness Evaluate(
        ReadOnlySpan<double> relevances,
        ReadOnlySpan<double> scores,
        ReadOnlySpan<long> queries,
        ReadOnlySpan<string?> groups,
        string attribute = "Group",
        FairnessOptions? options = null)
    {
        if (scores.Length != relevances.Length || queries.Length != relevances.Length || groups.Length != relevances.Length)
        {
            throw new ArgumentException("Relevances, scores, queries and groups have one entry per row.", nameof(relevances));
        }

        options ??= new();
        var table = new GroupTable<RankingCounts>([attribute], options.MaxGroups);
        var query = new RankedQuery(options.TopK);
        for (var i = 0; i < relevances.Length; i++)
        {
            if (i > 0 && queries[i] != queries[i - 1])
            {
                query.Flush();
            }

            if (RowDefect.OfRanked(relevances[i], scores[i]) is { } defect)
            {
                table.AddUnusable(defect);
            }
            else
            {
                query.Add(table.Cell(groups[i]), relevances[i], scores[i]);
            }
        }

        query.Flush();
        return new RankingFairness(table, options);
    }
}
