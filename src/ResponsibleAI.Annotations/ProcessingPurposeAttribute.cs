namespace ResponsibleAI;

/// <summary>States for which purpose of the organization's purpose register the code processes personal data.</summary>
/// <remarks>
/// On a method it covers that method, on a type everything in it, on the assembly the whole project. The nearest one counts,
/// and several at one place mean several purposes. The id must be in <c>rai/purposes.yaml</c>; the register says what it allows.
/// </remarks>
/// <example>
/// <code>
/// [ProcessingPurpose("loan-approval")]
/// public sealed class LoanTrainer
/// {
///     public ITransformer Train(IDataView applicants) =&gt; pipeline.Fit(applicants);
/// }
/// </code>
/// A program of top-level statements has no type to mark: <c>[assembly: ProcessingPurpose("loan-approval")]</c>.
/// </example>
/// <param name="id">The id of a purpose in the register, such as <c>loan-approval</c>.</param>
[AttributeUsage(
    AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method,
    AllowMultiple = true,
    Inherited = true)]
public sealed class ProcessingPurposeAttribute(string id) : Attribute
{
    /// <summary>The id of a purpose in the register.</summary>
    public string Id { get; } = id;
}
