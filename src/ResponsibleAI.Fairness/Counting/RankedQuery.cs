namespace ResponsibleAI.Fairness;

/// <summary>The rows of one query until it ends, then their exposure.</summary>
internal sealed class RankedQuery(int top)
{
    private readonly List<(RankingCounts Counts, double Relevance, double Score)> _rows = [];

    public void Add(RankingCounts counts, double relevance, double score) => _rows.Add((counts, relevance, score));

    public void Flush()
    {
        _rows.Sort((left, right) => right.Score.CompareTo(left.Score));
        for (var first = 0; first < _rows.Count;)
        {
            var end = first;
            var (exposure, shown) = (0.0, 0.0);
            while (end < _rows.Count && _rows[end].Score == _rows[first].Score)
            {
                // The place after index i is i + 1, so its exposure is 1/log2(1 + (i + 1)).
                exposure += Math.Log(2) / Math.Log(end + 2);
                shown += end < top ? 1 : 0;
                end++;
            }

            // Tied rows share the places they hold together, so the order of rows does not matter.
            var tied = end - first;
            for (; first < end; first++)
            {
                _rows[first].Counts.Add(_rows[first].Relevance, exposure / tied, shown / tied);
            }
        }

        _rows.Clear();
    }
}
