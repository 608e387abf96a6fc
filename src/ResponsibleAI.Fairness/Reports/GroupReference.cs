namespace ResponsibleAI.Fairness;

/// <summary>Whom a group is compared with.</summary>
public sealed class GroupReference
{
    private readonly string _kind;
    private readonly string[] _names;

    private GroupReference(string kind, params string[] names) => (_kind, _names) = (kind, names);

    /// <summary>The group with the highest rate.</summary>
    public static GroupReference MostSelected { get; } = new("the group with the highest rate");

    /// <summary>The group with the most rows; of equal ones the first by name.</summary>
    public static GroupReference Largest { get; } = new("the largest group");

    /// <summary>Everybody, the group included.</summary>
    public static GroupReference Overall { get; } = new("everybody");

    /// <summary>The named group; where a breakdown has none of the names, the group with the highest rate.</summary>
    /// <param name="names">Such as "Sex=Male".</param>
    public static GroupReference Named(params string[] names) => new("the named group", names);

    /// <inheritdoc/>
    public override string ToString() => _names.Length == 0 ? _kind : $"{_kind} ({string.Join(", ", _names)})";

    // Null stands for everybody.
    internal int? Choose(IReadOnlyList<Group> groups, IReadOnlyList<double?> rates, IReadOnlyList<long> rows)
    {
        if (this == Overall)
        {
            return null;
        }

        var named = groups.Select((group, i) => (group, i)).Where(pair => _names.Contains(pair.group.Name)).Select(pair => pair.i).DefaultIfEmpty(-1).First();
        if (named >= 0)
        {
            return named;
        }

        var size = Enumerable.Range(0, groups.Count);
        return this == Largest
            ? size.OrderByDescending(i => rows[i]).FirstOrDefault()
            : size.OrderByDescending(i => rates[i] ?? -1).FirstOrDefault();
    }
}
