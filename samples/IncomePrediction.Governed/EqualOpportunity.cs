using Microsoft.ML;
using ResponsibleAI;

namespace IncomePrediction.Governed;

/// <summary>
/// Of the people who earned more than 50,000 dollars, the model must find about the same share in every group.
/// The goal was set before training: the lowest true positive rate is at least four fifths of the highest, by sex and by race.
/// Selection rates are shown and not judged: the answers differ between the groups even more than the model does.
/// </summary>
internal static class EqualOpportunity
{
    /// <summary>Lowest true positive rate over highest that we accept; parity-ratio-minimum of rai/policy.yaml.</summary>
    public const double RatioMinimum = 0.8;

    /// <summary>A group with fewer positive answers is shown and not judged; group-minimum of rai/policy.yaml.</summary>
    public const int PositivesMinimum = 30;

    /// <summary>Scores rows the model has not seen and compares the groups.</summary>
    [FairnessCheck]
    public static FairnessVerdict Check(MLContext mlContext, ITransformer model, IDataView unseen)
    {
        var people = mlContext.Data.CreateEnumerable<ScoredRow>(model.Transform(unseen), reuseRowObject: false).ToList();
        return new FairnessVerdict([
            .. ByGroup("sex", people, person => person.Sex),
            .. ByGroup("race", people, person => person.Race),
        ]);
    }

    private static IEnumerable<GroupOutcome> ByGroup(string attribute, List<ScoredRow> people, Func<ScoredRow, string> group) =>
        people
            .GroupBy(group)
            .OrderBy(members => members.Key, StringComparer.Ordinal)
            .Select(members => new GroupOutcome(
                attribute,
                members.Key,
                Rows: members.Count(),
                Selected: members.Count(person => person.PredictedLabel),
                Positives: members.Count(person => person.Label),
                Found: members.Count(person => person.Label && person.PredictedLabel)));

    private sealed class ScoredRow
    {
        public string Race { get; set; } = "";

        public string Sex { get; set; } = "";

        public bool Label { get; set; }

        public bool PredictedLabel { get; set; }
    }
}

/// <summary>How the model treated one group.</summary>
/// <param name="Attribute">The protected attribute, such as sex.</param>
/// <param name="Group">Its value.</param>
/// <param name="Rows">People in the group.</param>
/// <param name="Selected">Those the model says earn more than 50,000 dollars.</param>
/// <param name="Positives">Those who did.</param>
/// <param name="Found">Those who did and the model says so.</param>
internal sealed record GroupOutcome(string Attribute, string Group, int Rows, int Selected, int Positives, int Found)
{
    public double BaseRate => (double)Positives / Rows;

    public double SelectionRate => (double)Selected / Rows;

    public double TruePositiveRate => (double)Found / Positives;

    public bool IsJudged => Positives >= EqualOpportunity.PositivesMinimum;
}

/// <summary>What the check found, and whether the model may be kept.</summary>
internal sealed record FairnessVerdict(IReadOnlyList<GroupOutcome> Groups)
{
    /// <summary>Per attribute, the lowest true positive rate over the highest among the groups that are large enough to judge; NaN when fewer than two are.</summary>
    public IReadOnlyDictionary<string, double> Ratios { get; } = Groups
        .GroupBy(group => group.Attribute)
        .ToDictionary(groups => groups.Key, groups => Ratio([.. groups.Where(group => group.IsJudged).Select(group => group.TruePositiveRate)]));

    /// <summary>False also when an attribute could not be judged.</summary>
    public bool Passes => Ratios.Values.All(ratio => ratio >= EqualOpportunity.RatioMinimum);

    private static double Ratio(double[] rates) => rates.Length < 2 ? double.NaN : rates.Min() / rates.Max();
}
