namespace ResponsibleAI.Fairness;

/// <summary>
/// What attention a group gets in rankings. A position's exposure is 1/log2(1 + position), as in discounted cumulative gain.
/// Singh and Joachims, "Fairness of Exposure in Rankings", 2018.
/// </summary>
public sealed class RankingCounts : IGroupCounts<RankingCounts>
{
    private double _exposure;
    private double _relevance;
    private double _inTop;

    /// <inheritdoc/>
    public Tally Total { get; private set; }

    /// <summary>Mean exposure of a row; null without rows.</summary>
    public double? MeanExposure => Total.Rows > 0 ? _exposure / Total.Rows : null;

    /// <summary>Share of rows that stand in the top k of their query; null without rows. Tied rows share their places.</summary>
    public double? TopShare => Total.Rows > 0 ? _inTop / Total.Rows : null;

    /// <summary>Exposure per unit of relevance; null when the group has no relevance.</summary>
    public double? ExposurePerRelevance => _relevance > 0 ? _exposure / _relevance : null;

    /// <summary>Counts one ranked row.</summary>
    /// <param name="relevance">The label: 0 or more.</param>
    /// <param name="exposure">Of its position.</param>
    /// <param name="inTop">1 when it stands in the top k, 0 when not, between when tied over the cut.</param>
    public void Add(double relevance, double exposure, double inTop)
    {
        Total = Total.With(1);
        _relevance += relevance;
        _exposure += exposure;
        _inTop += inTop;
    }

    /// <inheritdoc/>
    public void Merge(RankingCounts other)
    {
        Total += other.Total;
        _relevance += other._relevance;
        _exposure += other._exposure;
        _inTop += other._inTop;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Measure> Measures(double confidence = 0.95) =>
    [
        new("mean-exposure", MeanExposure, Total.Rows, null, "rows"),
        new("top-share", TopShare, Total.Rows, null, "rows"),
        new("exposure-per-relevance", ExposurePerRelevance, Total.Rows, null, "rows with relevance"),
    ];
}
