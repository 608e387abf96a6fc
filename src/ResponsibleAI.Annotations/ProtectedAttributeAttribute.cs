namespace ResponsibleAI;

/// <summary>States that people must not be treated differently by this column, so that fairness is looked at by its groups.</summary>
/// <remarks>Which columns the law protects depends on where the model is used; the taxonomy knows the common ones. Mark those that it cannot know.</remarks>
/// <example>
/// <code>
/// [LoadColumn(7), ProtectedAttribute] public string Dialect;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter, Inherited = true)]
public sealed class ProtectedAttributeAttribute : Attribute;
