using System.Globalization;

namespace ResponsibleAI.Fairness;

/// <summary>
/// The outcome that is good for the person. It has no default, because nothing tells: in credit data 1 may mean repaid or defaulted, in a
/// repeat-offence score 1 is the harm. Written as the column writes it: <c>true</c>, <c>1</c>, <c>"&gt;50K"</c>.
/// </summary>
public sealed class Favorable
{
    private Favorable(string name) => Name = name;

    /// <summary>Stands where a code fix wrote a check and somebody has yet to say which outcome is good for the person. It does not compile.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    [Obsolete("State which value of the label is good for the person, such as true, 1 or \">50K\". Code cannot tell.", error: true)]
    public static Favorable NotStated => throw new InvalidOperationException("The favorable value is not stated.");

    /// <summary>Stands where a code fix wrote a check of several classes and somebody has yet to say which of them are good for the person. It does not compile.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    [Obsolete("State which classes are good for the person, such as new[] { \"granted\" }. Code cannot tell.", error: true)]
    public static IReadOnlyCollection<string> ClassesNotStated => throw new InvalidOperationException("The favorable classes are not stated.");

    /// <summary>The value as text.</summary>
    public string Name { get; }

    /// <summary>A value of a column of booleans.</summary>
    public static implicit operator Favorable(bool value) => FromBoolean(value);

    /// <summary>A value of a column of texts or keys.</summary>
    public static implicit operator Favorable(string value) => FromText(value);

    /// <summary>A value of a column of numbers.</summary>
    public static implicit operator Favorable(int value) => FromText(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A value of a column of booleans.</summary>
    public static Favorable FromBoolean(bool value) => new(value ? "true" : "false");

    /// <summary>A value as the column writes it.</summary>
    public static Favorable FromText(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
