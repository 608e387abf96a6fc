namespace ResponsibleAI.Fairness;

/// <summary>
/// Counts per combination of sensitive values: everything else follows by adding cells up. Tables of shards merge into the table of the whole;
/// its size depends on the number of groups, never on the number of rows.
/// </summary>
/// <typeparam name="TCounts">What is counted.</typeparam>
public sealed class GroupTable<TCounts>
    where TCounts : class, IGroupCounts<TCounts>, new()
{
    private readonly Vocabulary[] _values;
    private readonly CodePath[] _paths;
    private readonly List<int[]> _codes = [];
    private TCounts[] _counts = [];
    private readonly SortedDictionary<string, long> _unusable = new(StringComparer.Ordinal);
    private readonly int _maxGroups;

    /// <summary>An empty table.</summary>
    /// <param name="attributes">Names of the sensitive attributes, at least one, none twice.</param>
    /// <param name="maxGroups">Most groups to keep; more is an error, since it means that a column was not put into bins.</param>
    public GroupTable(IReadOnlyList<string> attributes, int maxGroups = 1000)
    {
        if (attributes.Count == 0 || attributes.Distinct(StringComparer.Ordinal).Count() != attributes.Count)
        {
            throw new ArgumentException("Name at least one sensitive attribute, and none of them twice.", nameof(attributes));
        }

        Attributes = [.. attributes];
        _maxGroups = maxGroups;
        _values = [.. attributes.Select(attribute => new Vocabulary(attribute, maxGroups))];
        _paths = [.. attributes.Select(_ => new CodePath())];
    }

    /// <summary>Names of the sensitive attributes.</summary>
    public IReadOnlyList<string> Attributes { get; }

    /// <summary>Rows that could not be counted, by reason. They are never dropped in silence.</summary>
    public IReadOnlyDictionary<string, long> Unusable => _unusable;

    /// <summary>The counts of everybody.</summary>
    public TCounts Overall() => Merged(Sorted().Select(cell => cell.Counts));

    /// <summary>The counts of one combination, created when it is new.</summary>
    /// <param name="values">One per attribute; null or empty is missing.</param>
    /// <exception cref="InvalidOperationException">There are more groups than the table keeps.</exception>
    public TCounts Cell(params string?[] values)
    {
        if (values.Length != _values.Length)
        {
            throw new ArgumentException($"The table has {_values.Length} attributes, the row {values.Length} values.", nameof(values));
        }

        var codes = new int[values.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = _values[i].Code(values[i]);
        }

        return Cell(codes);
    }

    /// <summary>Notes rows that cannot be counted.</summary>
    /// <param name="reason">Why, such as "label missing".</param>
    /// <param name="rows">How many.</param>
    public void AddUnusable(string reason, long rows = 1) =>
        _unusable[reason] = (_unusable.TryGetValue(reason, out var before) ? before : 0) + rows;

    /// <summary>Adds the counts of another shard to these.</summary>
    public void Merge(GroupTable<TCounts> other)
    {
        if (!Attributes.SequenceEqual(other.Attributes, StringComparer.Ordinal))
        {
            throw new ArgumentException("Shards have the same attributes in the same order.", nameof(other));
        }

        foreach (var (group, counts) in other.Cells())
        {
            Cell([.. group.Values]).Merge(counts);
        }

        foreach (var reason in other._unusable)
        {
            AddUnusable(reason.Key, reason.Value);
        }
    }

    /// <summary>The groups by some of the attributes, sorted by their values, with merged counts.</summary>
    /// <param name="attributes">Names of this table's attributes.</param>
    public IReadOnlyList<(Group Group, TCounts Counts)> By(params string[] attributes)
    {
        var places = attributes.Select(attribute => ((List<string>)[.. Attributes]).IndexOf(attribute)).ToArray();
        if (places.Contains(-1))
        {
            throw new ArgumentException("The table has no such attribute.", nameof(attributes));
        }

        return [.. Sorted()
            .Select(cell => (Group: new Group(attributes, [.. places.Select(place => cell.Group.Values[place])]), cell.Counts))
            .GroupBy(cell => cell.Group.Name, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => (same.First().Group, Merged(same.Select(cell => cell.Counts))))];
    }

    /// <summary>The same groups with other counts.</summary>
    public GroupTable<TOther> Select<TOther>(Func<TCounts, TOther> convert)
        where TOther : class, IGroupCounts<TOther>, new()
    {
        var table = new GroupTable<TOther>(Attributes, _maxGroups);
        foreach (var (group, counts) in Cells())
        {
            table.Cell([.. group.Values]).Merge(convert(counts));
        }

        foreach (var reason in _unusable)
        {
            table.AddUnusable(reason.Key, reason.Value);
        }

        return table;
    }

    internal Vocabulary Values(int attribute) => _values[attribute];

    internal TCounts Cell(int[] codes)
    {
        var index = 0;
        for (var i = 0; i < codes.Length; i++)
        {
            index = _paths[i].Step(index, codes[i]);
        }

        return index < _codes.Count ? _counts[index] : Add(codes);
    }

    private TCounts Add(int[] codes)
    {
        if (_codes.Count == _maxGroups)
        {
            throw new InvalidOperationException($"There are more than {_maxGroups} groups: put the values of a sensitive column into bins first.");
        }

        if (_counts.Length == _codes.Count)
        {
            Array.Resize(ref _counts, Math.Max(8, 2 * _counts.Length));
        }

        var counts = new TCounts();
        _counts[_codes.Count] = counts;
        _codes.Add((int[])codes.Clone());
        return counts;
    }

    private static TCounts Merged(IEnumerable<TCounts> parts)
    {
        var sum = new TCounts();
        foreach (var part in parts)
        {
            sum.Merge(part);
        }

        return sum;
    }

    private IEnumerable<(Group Group, TCounts Counts)> Cells() =>
        _codes.Select((codes, cell) => (new Group(Attributes, [.. codes.Select((code, i) => _values[i].Name(code))]), _counts[cell]));

    // Added up in this order, weighted sums do not depend on which group came first.
    private IEnumerable<(Group Group, TCounts Counts)> Sorted() => Cells().OrderBy(cell => cell.Group.Name, StringComparer.Ordinal);
}
