namespace ResponsibleAI;

/// <summary>States that the method measures how a model treats groups of people, and stops or reports when the difference is too large.</summary>
/// <remarks>Calling it before a model is saved or served answers RAI3001. A method that only prints an overall accuracy is no fairness check.</remarks>
/// <example>
/// <code>
/// [FairnessCheck]
/// private static void RequireSimilarApprovalRates(IDataView scored, string group) { … }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = true)]
public sealed class FairnessCheckAttribute : Attribute;
