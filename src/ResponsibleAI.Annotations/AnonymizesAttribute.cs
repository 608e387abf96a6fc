namespace ResponsibleAI;

/// <summary>States that what the method returns can no longer be related to a person, so that its result is not personal data.</summary>
/// <remarks>A strong claim: hashing, encoding and removing names do not make data anonymous. State here what a data card can show evidence for.</remarks>
/// <example>
/// <code>
/// [Anonymizes]
/// private static IEnumerable&lt;DistrictTotals&gt; TotalsOfAtLeastFifty(IEnumerable&lt;Patient&gt; patients) { … }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = true)]
public sealed class AnonymizesAttribute : Attribute;
