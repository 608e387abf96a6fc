using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Documents;

/// <summary>
/// A value of a document after its schema has typed it. What the file does not say has no node:
/// a missing key is looked up as null and means <see cref="Field.Absence"/>.
/// </summary>
public abstract class Node(Field field, SourceSpan span)
{
    /// <summary>The schema's entry for it.</summary>
    public Field Field { get; } = field;

    /// <summary>Where it stands.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>Reading stopped inside it: what it holds is right, and not all of it.</summary>
    public bool IsCut { get; init; }
}

/// <summary>A single value.</summary>
public sealed class ScalarNode(Field field, string text, object? value, SourceSpan span) : Node(field, span)
{
    /// <summary>As written.</summary>
    public string Text { get; } = text;

    /// <summary>string, long, double, bool or <see cref="DateInterval"/>; null when <see cref="IsNone"/>.</summary>
    public object? Value { get; } = value;

    /// <summary>The author wrote <c>none</c>: "I looked, there is none".</summary>
    public bool IsNone => Value is null;
}

/// <summary>A list; a field that is a list has one also when the file writes a single value.</summary>
public sealed class ListNode(Field field, IReadOnlyList<Node> items, SourceSpan span) : Node(field, span)
{
    /// <summary>The items in order.</summary>
    public IReadOnlyList<Node> Items { get; } = items;
}

/// <summary>A map with the schema's keys; shorthand (a bare id) is already written out.</summary>
public sealed class MapNode(Field field, IReadOnlyDictionary<string, Node> members, SourceSpan span) : Node(field, span)
{
    /// <summary>The keys that are written, by canonical name.</summary>
    public IReadOnlyDictionary<string, Node> Members { get; } = members;

    /// <summary>The member, or null when the file does not say.</summary>
    public Node? this[string key] => Members.TryGetValue(key, out var node) ? node : null;
}

/// <summary>A condition of the rule language, for its own parser.</summary>
public sealed class ConditionNode(Field field, YamlNode yaml) : Node(field, yaml.Span)
{
    /// <summary>As written.</summary>
    public YamlNode Yaml { get; } = yaml;
}

/// <summary>A date of year, month or day precision, as the interval it covers (ISO 8601 reduced precision).</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
public readonly record struct DateInterval(Day First, Day Last);

/// <summary>A calendar day; netstandard2.0 has no DateOnly.</summary>
public readonly record struct Day(int Year, int Month, int DayOfMonth) : IComparable<Day>
{
    /// <inheritdoc />
    public int CompareTo(Day other) => (Year, Month, DayOfMonth).CompareTo((other.Year, other.Month, other.DayOfMonth));

    /// <summary>Earlier.</summary>
    public static bool operator <(Day left, Day right) => left.CompareTo(right) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(Day left, Day right) => left.CompareTo(right) > 0;

    /// <summary>Earlier or the same day.</summary>
    public static bool operator <=(Day left, Day right) => left.CompareTo(right) <= 0;

    /// <summary>Later or the same day.</summary>
    public static bool operator >=(Day left, Day right) => left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Year:0000}-{Month:00}-{DayOfMonth:00}");
}
