namespace ResponsibleAI.Fairness;

/// <summary>Group fairness of yes-or-no decisions.</summary>
public sealed class BinaryFairness : GroupFairness<BinaryCounts>
{
    /// <summary>Evaluates counted decisions.</summary>
    /// <param name="table">Counts per group; "positive" is the favorable outcome.</param>
    /// <param name="favorable">The favorable outcome in words, such as "credit granted"; printed with the numbers.</param>
    /// <param name="options">Null for the defaults.</param>
    public BinaryFairness(GroupTable<BinaryCounts> table, string favorable, FairnessOptions? options = null)
        : base("binary", table, Rules(table), Sentences(favorable, options ?? new()), options ?? new())
    {
        Favorable = favorable;
    }

    /// <summary>The favorable outcome, as stated.</summary>
    public string Favorable { get; }

    /// <summary>The worst over the breakdowns; null when defined nowhere. See <see cref="BinaryDisparities.DemographicParityDifference"/>.</summary>
    public double? DemographicParityDifference => Worst("demographic-parity-difference")?.Value;

    /// <summary>The worst over the breakdowns; null when defined nowhere. See <see cref="BinaryDisparities.DemographicParityRatio"/>.</summary>
    public double? DemographicParityRatio => Worst("demographic-parity-ratio")?.Value;

    /// <summary>The worst over the breakdowns; null when defined nowhere. See <see cref="BinaryDisparities.ImpactRatio"/>.</summary>
    public double? ImpactRatio => Worst("impact-ratio")?.Value;

    /// <summary>The worst over the breakdowns; null when defined nowhere. See <see cref="BinaryDisparities.EqualizedOddsDifference"/>.</summary>
    public double? EqualizedOddsDifference => Worst("equalized-odds-difference")?.Value;

    /// <summary>The worst over the breakdowns; null when defined nowhere. See <see cref="BinaryDisparities.EqualizedOddsRatio"/>.</summary>
    public double? EqualizedOddsRatio => Worst("equalized-odds-ratio")?.Value;

    /// <summary>The worst over the breakdowns; null when defined nowhere. See <see cref="BinaryDisparities.EqualOpportunityDifference"/>.</summary>
    public double? EqualOpportunityDifference => Worst("equal-opportunity-difference")?.Value;

    /// <summary>The worst over the breakdowns; null when defined nowhere. See <see cref="BinaryDisparities.PredictiveParityDifference"/>.</summary>
    public double? PredictiveParityDifference => Worst("predictive-parity-difference")?.Value;

    /// <summary>Evaluates arrays; for several attributes fill a <see cref="GroupTable{TCounts}"/>.</summary>
    /// <param name="labels">What was true.</param>
    /// <param name="predictions">What was predicted.</param>
    /// <param name="groups">The sensitive value of each row; null or empty is missing.</param>
    /// <param name="favorable">Which of true and false is good for the person. There is no default: in a repeat-offence score, true is the harm.</param>
    /// <param name="attribute">The name of the sensitive attribute.</param>
    /// <param name="probabilities">Of true, 0 to 1; empty when there are none.</param>
    /// <param name="weights">0 or more; empty when every row counts 1.</param>
    /// <param name="options">Null for the defaults.</param>
    public static BinaryFairness Evaluate(
        ReadOnlySpan<bool> labels,
        ReadOnlySpan<bool> predictions,
        ReadOnlySpan<string?> groups,
        bool favorable,
        string attribute = "Group",
        ReadOnlySpan<double> probabilities = default,
        ReadOnlySpan<double> weights = default,
        FairnessOptions? options = null)
    {
        if (predictions.Length != labels.Length || groups.Length != labels.Length
            || (!probabilities.IsEmpty && probabilities.Length != labels.Length)
            || (!weights.IsEmpty && weights.Length != labels.Length))
        {
            throw new ArgumentException("Labels, predictions, groups, probabilities and weights have one entry per row.", nameof(labels));
        }

        var table = new GroupTable<BinaryCounts>([attribute], options?.MaxGroups ?? new FairnessOptions().MaxGroups);
        for (var i = 0; i < labels.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[i];
            var probability = probabilities.IsEmpty ? 0 : probabilities[i];
            if (RowDefect.Of(weight, probability) is { } defect)
            {
                table.AddUnusable(defect);
            }
            else if (weight > 0)
            {
                var counts = table.Cell(groups[i]);
                if (probabilities.IsEmpty)
                {
                    counts.Add(labels[i] == favorable, predictions[i] == favorable, weight);
                }
                else
                {
                    counts.Add(labels[i] == favorable, predictions[i] == favorable, favorable ? probability : 1 - probability, weight);
                }
            }
        }

        return new BinaryFairness(table, favorable ? "true" : "false", options);
    }

    /// <summary>Each group of a breakdown beside its reference, in one rate.</summary>
    /// <param name="breakdown">Such as <c>metrics.By("Sex")</c>.</param>
    /// <param name="rate">Which rate.</param>
    /// <param name="reference">Null for the reference of the options.</param>
    public IReadOnlyList<Comparison> Compare(Breakdown<BinaryCounts> breakdown, RateKind rate = RateKind.SelectionRate, GroupReference? reference = null)
    {
        var groups = breakdown.Groups;
        var rates = groups.Select(group => group.Counts.Rate(rate)).ToList();
        var chosen = (reference ?? Options.Reference).Choose(
            [.. groups.Select(group => group.Group)],
            [.. groups.Select((group, i) => group.LeftOut is null && rates[i].Rows >= Options.MinGroupSize ? rates[i].Value : null)],
            [.. groups.Select(group => group.Counts.Total.Rows)]);
        var against = chosen is { } index ? rates.Count == 0 ? default : rates[index] : Overall.Rate(rate);
        var name = chosen is { } at && rates.Count > 0 ? groups[at].Group.Name : "everybody";
        return [.. groups.Select((group, i) => new Comparison(
            group.Group.Name,
            name,
            BinaryCounts.NameOf(rate),
            rates[i].Value - against.Value,
            against.Value > 0 ? rates[i].Value / against.Value : null,
            chosen is null || chosen == i ? null : KatzInterval.OfRatio(rates[i], against, Options.Confidence),
            chosen is null || chosen == i ? null : Exact(rates[i], against)))];
    }

    private protected override IReadOnlyList<Comparison> ComparisonsOf(Breakdown<BinaryCounts> breakdown) => Compare(breakdown);

    private protected override IReadOnlyList<(string Name, Tally Tally)> CountsOf(BinaryCounts counts) =>
    [
        ("truePositives", counts.TruePositives), ("falsePositives", counts.FalsePositives),
        ("trueNegatives", counts.TrueNegatives), ("falseNegatives", counts.FalseNegatives),
    ];

    private static string[] Sentences(string favorable, FairnessOptions options) =>
    [
        $"Favorable is: {favorable}.",
        FormattableString.Invariant($"Intervals have confidence {options.Confidence}: Wilson for rates, Katz-log for ratios to a reference, percentile bootstrap for differences and ratios between groups (seed {options.Seed}, {options.BootstrapReplicates} draws)."),
        "Weighted rows count by Kish's effective size in intervals, and have no bootstrap and no exact test.",
        $"Groups are compared one by one with {options.Reference}; p is Fisher's exact test, two-sided, for one comparison and not corrected for many.",
    ];

    private static double? Exact(Rate rate, Rate reference) => rate.Under.IsUnweighted && reference.Under.IsUnweighted
        ? FisherExactTest.TwoSided(rate.Over.Rows, rate.Under.Rows - rate.Over.Rows, reference.Over.Rows, reference.Under.Rows - reference.Over.Rows)
        : null;

    private static IReadOnlyList<MetricRule<BinaryCounts>> Rules(GroupTable<BinaryCounts> table) =>
        table.Overall().Calibration is null ? MetricRules.Binary : [.. MetricRules.Binary, .. MetricRules.Calibration];
}
