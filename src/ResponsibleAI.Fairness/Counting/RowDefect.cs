namespace ResponsibleAI.Fairness;

/// <summary>Why a row cannot be counted.</summary>
internal static class RowDefect
{
    public const string Label = "label missing";
    public const string Prediction = "prediction missing";
    public const string Score = "score is not a finite number";
    public const string Probability = "probability is not between 0 and 1";
    public const string Weight = "weight is negative or not a finite number";

    public static string? Of(double weight, double probability) =>
        !(weight >= 0) || double.IsInfinity(weight) ? Weight : !(probability is >= 0 and <= 1) ? Probability : null;

    public static string? OfRanked(double relevance, double score) =>
        !(relevance >= 0) || double.IsInfinity(relevance) ? Label : !IsFinite(score) ? Score : null;

    public static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
