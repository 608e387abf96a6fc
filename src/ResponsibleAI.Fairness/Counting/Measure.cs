namespace ResponsibleAI.Fairness;

/// <summary>A number about one group.</summary>
/// <param name="Name">What it is, such as "true-positive-rate".</param>
/// <param name="Value">The number; null when it is undefined.</param>
/// <param name="Rows">The rows it rests on.</param>
/// <param name="Interval">How sure it is; null when undefined or when no interval is known for it.</param>
/// <param name="Basis">The rows it rests on in words, such as "rows whose label is favorable".</param>
public sealed record Measure(string Name, double? Value, long Rows, Interval? Interval, string Basis);
