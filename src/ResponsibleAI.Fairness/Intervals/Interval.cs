namespace ResponsibleAI.Fairness;

/// <summary>Where a number may well lie.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Confidence">Such as 0.95.</param>
/// <param name="Method">How it was computed: "wilson", "katz-log", "normal" or "bootstrap".</param>
public readonly record struct Interval(double Low, double High, double Confidence, string Method);
