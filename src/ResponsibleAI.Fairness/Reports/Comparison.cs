namespace ResponsibleAI.Fairness;

/// <summary>A group beside its reference.</summary>
/// <param name="Group">Who.</param>
/// <param name="Reference">Beside whom; "everybody" for the overall rate.</param>
/// <param name="Measure">Which rate, such as "selection-rate".</param>
/// <param name="Difference">Rate of the group − rate of the reference, signed; null when one is undefined.</param>
/// <param name="Ratio">Rate of the group / rate of the reference; null when undefined or divided by 0.</param>
/// <param name="RatioInterval">Katz's log interval of the ratio; null when a rate is undefined or 0, or against everybody.</param>
/// <param name="ExactP">Fisher's two-sided p; null for weighted rows and against everybody.</param>
public sealed record Comparison(string Group, string Reference, string Measure, double? Difference, double? Ratio, Interval? RatioInterval, double? ExactP);
