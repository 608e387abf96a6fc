namespace ResponsibleAI;

/// <summary>States that a column holds personal data, and of which category. It outweighs data cards and every guess from names.</summary>
/// <remarks>
/// On a class or struct it says that each row describes a person, so all of its columns are personal. The category <c>none</c>
/// says that somebody looked and that it is not personal data. ASP.NET Core Identity has an attribute of the same name; the
/// analyzers understand both and tell them apart by namespace.
/// </remarks>
/// <example>
/// <code>
/// public sealed class Applicant
/// {
///     [LoadColumn(0), PersonalData("user.demographic.date_of_birth")] public string Born;
///     [LoadColumn(1), PersonalData("none")] public float Age;    // months since the contract was signed
/// }
/// </code>
/// </example>
/// <param name="category">A data category of the taxonomy, such as <c>user.contact.email</c>; <c>user</c> when none fits; <c>none</c> when it is not personal.</param>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct,
    Inherited = true)]
public sealed class PersonalDataAttribute(string category = "user") : Attribute
{
    /// <summary>A data category of the taxonomy, <c>user</c>, or <c>none</c>.</summary>
    public string Category { get; } = category;
}
