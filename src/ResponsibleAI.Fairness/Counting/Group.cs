namespace ResponsibleAI.Fairness;

/// <summary>People who share the values of one or several sensitive attributes.</summary>
public sealed class Group
{
    /// <summary>How a missing value is written; people without one are a group of their own.</summary>
    public const string Missing = "(missing)";

    /// <summary>A group.</summary>
    /// <param name="attributes">Names of the attributes.</param>
    /// <param name="values">Their values in the same order.</param>
    public Group(IReadOnlyList<string> attributes, IReadOnlyList<string> values)
    {
        (Attributes, Values) = (attributes, values);
        Name = string.Join(" & ", attributes.Zip(values, (attribute, value) => $"{attribute}={Escape(value)}"));
    }

    /// <summary>Names of the attributes.</summary>
    public IReadOnlyList<string> Attributes { get; }

    /// <summary>The values in the same order.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Such as "Sex=Female &amp; Race=Black"; a backslash or ampersand within a value stands behind a backslash.</summary>
    public string Name { get; }

    /// <summary>Whether a value is missing.</summary>
    public bool HasMissing => Values.Contains(Missing);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string Escape(string value) => value.Replace("\\", "\\\\").Replace("&", "\\&");
}
