namespace ResponsibleAI.Fairness;

/// <summary>A group's probabilities in a hundred steps, by label: enough to know the confusion matrix at every threshold 0, 0.01, … 1.</summary>
public sealed class ScoreCounts : IGroupCounts<ScoreCounts>
{
    /// <summary>Thresholds between 0 and 1.</summary>
    public const int Steps = 100;

    private readonly Tally[] _favorable = new Tally[Steps + 1];
    private readonly Tally[] _unfavorable = new Tally[Steps + 1];

    /// <inheritdoc/>
    public Tally Total => _favorable.Concat(_unfavorable).Aggregate(default(Tally), (sum, step) => sum + step);

    /// <summary>Counts one row.</summary>
    /// <param name="favorable">Whether the label is favorable.</param>
    /// <param name="probability">Of the favorable outcome, 0 to 1.</param>
    /// <param name="weight">More than 0.</param>
    public void Add(bool favorable, double probability, double weight = 1)
    {
        // The largest step whose threshold the probability reaches, in the same arithmetic that compares them later.
        var step = (int)(probability * Steps);
        if (step < Steps && Threshold(step + 1) <= probability)
        {
            step++;
        }
        else if (Threshold(step) > probability)
        {
            step--;
        }

        var cells = favorable ? _favorable : _unfavorable;
        cells[step] = cells[step].With(weight);
    }

    /// <inheritdoc/>
    public void Merge(ScoreCounts other)
    {
        for (var step = 0; step <= Steps; step++)
        {
            _favorable[step] += other._favorable[step];
            _unfavorable[step] += other._unfavorable[step];
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Measure> Measures(double confidence = 0.95) => [];

    /// <summary>The threshold of a step; above 1 for the last, which selects nobody.</summary>
    internal static double Threshold(int step) => step > Steps ? double.PositiveInfinity : step / (double)Steps;

    /// <summary>The confusion matrix at each step, when a probability at or above its threshold selects.</summary>
    internal IReadOnlyList<BinaryCounts> AtEachStep()
    {
        var counts = new BinaryCounts[Steps + 2];
        var (truePositives, falsePositives) = (default(Tally), default(Tally));
        var (favorable, unfavorable) = (Rest(_favorable), Rest(_unfavorable));
        for (var step = Steps + 1; step >= 0; step--)
        {
            if (step <= Steps)
            {
                truePositives += _favorable[step];
                falsePositives += _unfavorable[step];
            }

            counts[step] = new BinaryCounts(truePositives, falsePositives, unfavorable[step], favorable[step]);
        }

        return counts;

        // What lies below each step, added up from below so that the parts of a weighted sum stay what they were.
        static Tally[] Rest(Tally[] cells)
        {
            var below = new Tally[Steps + 2];
            for (var step = 0; step <= Steps; step++)
            {
                below[step + 1] = below[step] + cells[step];
            }

            return below;
        }
    }
}
