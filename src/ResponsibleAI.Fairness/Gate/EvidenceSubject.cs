namespace ResponsibleAI.Fairness;

/// <summary>What was measured, as the cards name it.</summary>
/// <param name="Model">Id of the model card.</param>
/// <param name="Dataset">Id of the evaluation data's card; null when not stated.</param>
/// <param name="DatasetSha256">Lower-case hex hash of the evaluation data, which ties the evidence to it; null when not stated.</param>
public sealed record EvidenceSubject(string Model, string? Dataset = null, string? DatasetSha256 = null);
