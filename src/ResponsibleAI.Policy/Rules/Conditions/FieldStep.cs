using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Rules.Conditions;

/// <summary>One step of a path: a member of a map, an entry of a table, or a member that the table's entry replaces when it is absent.</summary>
/// <param name="Key">The schema path up to here.</param>
/// <param name="Field">What the step leads to.</param>
internal sealed record FieldStep(string Key, Field Field)
{
    /// <summary>The member of the map itself. A rule's test may write there what a file can say only in the table.</summary>
    public string? Member { get; init; }

    /// <summary>Whether the map's own schema has the member.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The table to walk on in; null for a plain member.</summary>
    public FactTable? Table { get; init; }

    /// <summary>The member that names the table's entry; null when the value itself does.</summary>
    public string? Reference { get; init; }

    /// <summary>The member of the table's entry; null for the entry itself.</summary>
    public string? Fact { get; init; }

    /// <summary>What computes the value; null when it is looked up.</summary>
    public DerivedField? Derived { get; init; }

    /// <summary>The schema path of the reference, which is what misses when there is none.</summary>
    public string ReferenceKey { get; init; } = "";

    /// <summary>The value, or null with the key that misses when it is not this one.</summary>
    public Node? Take(Node node, Evaluation evaluation, ref SourceSpan? place, out string? missing)
    {
        missing = null;
        if (Member is not null && (node as MapNode)?[Member] is { } own)
            return own;
        if (Derived is not null)
            return node is MapNode owner ? Derived.Value(owner, OwnerKey, evaluation, out missing) : null;
        if (Table is not { } table)
            return null;

        var reference = (Reference is null ? node : (node as MapNode)?[Reference]) as ScalarNode;
        if (reference is null || Scalars.IsOpen(reference))
        {
            missing = IsOwn ? null : ReferenceKey;
            return null;
        }

        if (reference.IsNone)
            return null;
        if (table is FactTable.Licenses or FactTable.Categories or FactTable.Cards)
            place ??= reference.Span;
        var entry = evaluation.Find(table, reference.Text);
        if (entry is null && table != FactTable.Evidence)
            missing = ReferenceKey;    // a name that leads nowhere says nothing, not even that a list is empty
        var fact = Fact is null ? entry : entry?[Fact];
        if (fact is null && table == FactTable.Licenses)
            missing = ReferenceKey;    // what nobody knows of a license is no key of the card; the license is what to look into
        return fact;
    }

    private string OwnerKey => Key.LastIndexOf('.') is var dot and >= 0 ? Key.Substring(0, dot) : "";
}
