using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Rules.Conditions;

/// <summary>A value, or the lack of one, that decided a condition.</summary>
/// <param name="Key">Its path in the schema, such as sources.tdm.checkedOn: no brackets, no index.</param>
/// <param name="Place">Where it stands, or the nearest thing that does.</param>
/// <param name="Element">The list entry it belongs to, by name; empty when none.</param>
/// <param name="Why">What is wrong with it.</param>
internal readonly record struct Leaf(string Key, SourceSpan Place, string Element, Doubt Why);

/// <summary>Why a leaf is not known.</summary>
internal enum Doubt
{
    /// <summary>It is known.</summary>
    None,

    /// <summary>Nobody wrote it.</summary>
    NotStated,

    /// <summary>Its date covers more than one day and the comparison falls inside.</summary>
    NotPrecise,

    /// <summary>The card holds more than one judgement may read.</summary>
    NotRead,
}
