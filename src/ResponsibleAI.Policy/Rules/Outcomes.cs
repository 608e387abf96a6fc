namespace ResponsibleAI.Policy.Rules;

/// <summary>The words of outcomes.</summary>
internal static class Outcomes
{
    public static IReadOnlyDictionary<string, Outcome> Words { get; } = new Dictionary<string, Outcome>(StringComparer.Ordinal)
    {
        ["pass"] = Outcome.Pass,
        ["fail"] = Outcome.Fail,
        ["not-applicable"] = Outcome.NotApplicable,
        ["not-stated"] = Outcome.NotStated,
        ["needs-review"] = Outcome.NeedsReview,
    };

    public static string Word(this Outcome outcome) => Words.First(word => word.Value == outcome).Key;

    /// <summary>How bad it is; tightening never makes it less.</summary>
    public static int Rank(this Outcome outcome) => outcome == Outcome.Pass ? (int)Outcome.NotApplicable : (int)outcome;
}
