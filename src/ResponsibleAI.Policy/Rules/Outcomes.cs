namespace ResponsibleAI.Policy.Rules;

/// <summary>The words of outcomes.</summary>
public static class Outcomes
{
    /// <summary>As packs write them.</summary>
    public static IReadOnlyDictionary<string, Outcome> ByWord { get; } = new Dictionary<string, Outcome>(StringComparer.Ordinal)
    {
        ["pass"] = Outcome.Pass,
        ["fail"] = Outcome.Fail,
        ["not-applicable"] = Outcome.NotApplicable,
        ["not-stated"] = Outcome.NotStated,
        ["needs-review"] = Outcome.NeedsReview,
    };

    /// <summary>As packs write it, such as not-stated.</summary>
    public static string Word(this Outcome outcome) => ByWord.First(word => word.Value == outcome).Key;

    /// <summary>As people say it, such as "not stated".</summary>
    public static string Words(this Outcome outcome) => outcome.Word().Replace('-', ' ');

    /// <summary>How bad it is; tightening never makes it less.</summary>
    public static int Rank(this Outcome outcome) => outcome == Outcome.Pass ? (int)Outcome.NotApplicable : (int)outcome;
}
