namespace ResponsibleAI;

/// <summary>States which data card describes the data, where the file name cannot tell.</summary>
/// <remarks>On a row type it names the dataset its rows come from; on a method, property or field, what that loads, returns or holds.</remarks>
/// <example>
/// <code>
/// [Dataset("customers-2026")]
/// private IDataView LoadCustomers(string path) =&gt; ml.Data.LoadFromTextFile&lt;Customer&gt;(path);
/// </code>
/// </example>
/// <param name="card">The id of a data card under <c>rai/cards/</c>.</param>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field,
    AllowMultiple = true,
    Inherited = true)]
public sealed class DatasetAttribute(string card) : Attribute
{
    /// <summary>The id of a data card.</summary>
    public string Card { get; } = card;
}
