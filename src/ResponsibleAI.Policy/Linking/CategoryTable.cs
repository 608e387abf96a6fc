using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Linking;

/// <summary>The data categories with what the laws say of them. What a key does not write it inherits from the keys above it.</summary>
internal sealed class CategoryTable
{
    /// <summary>Renamed and renamed again; a ring of names ends here.</summary>
    private const int MostRenames = 8;

    private static readonly Dictionary<string, Field> s_members = CategoryLawsSchema.Joined.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
    private readonly Index _taxonomy = new("a data category", StringComparer.Ordinal);
    private readonly Index _laws = new("a data category", StringComparer.Ordinal);
    private readonly Dictionary<string, MapNode?> _read = new(StringComparer.Ordinal);
    private readonly bool _lawsAreWhole;

    public CategoryTable(IReadOnlyList<PolicyDocument> documents)
    {
        foreach (var document in documents.Where(document => document.Format == DocumentFormat.Taxonomy))
        {
            foreach (var entry in document.Root?.Maps("categories") ?? [])
            {
                _taxonomy.Add(entry, "key", document);
            }
        }

        var tables = documents.Where(document => document.Format == DocumentFormat.CategoryLaws).ToArray();
        _lawsAreWhole = tables.Length > 0 && tables.All(document => document.IsWhole);
        foreach (var document in tables)
        {
            foreach (var entry in document.Root?.Maps("categories") ?? [])
            {
                _laws.Add(entry, "category", document);
            }
        }
    }

    /// <summary>Whether there is a taxonomy to look keys up in.</summary>
    public bool HasTaxonomy => _taxonomy.All.Any();

    /// <summary>All keys, former names too, in order.</summary>
    public IReadOnlyCollection<string> Keys => _taxonomy.Ids;

    /// <summary>The key of today; null when no taxonomy has it.</summary>
    public string? Current(string key)
    {
        for (var renames = 0; renames < MostRenames && _taxonomy[key] is { } entry; renames++)
        {
            if (entry.Node.Text("replacedBy") is not { } successor)
            {
                return key;
            }

            key = successor;
        }

        return null;
    }

    /// <summary>What a condition sees; null for a key that no taxonomy has.</summary>
    public MapNode? Read(string key)
    {
        if (!_read.TryGetValue(key, out var category))
        {
            category = Current(key) is { } current ? Join(current) : null;
            _read.Add(key, category);
        }

        return category;
    }

    private MapNode Join(string key)
    {
        var entry = _taxonomy[key]!;
        var members = new Dictionary<string, Node>(StringComparer.Ordinal) { ["key"] = new ScalarNode(s_members["key"], key, key, entry.At) };
        if (entry.Node["title"] is { } title)
        {
            members["title"] = title;
        }

        if (_lawsAreWhole)
        {
            foreach (var field in s_members.Values)
            {
                if (NothingSaid(field, entry.At) is { } nothing)
                {
                    members[field.Name] = nothing;
                }
            }
        }

        for (var dot = key.IndexOf('.'); ; dot = key.IndexOf('.', dot + 1))
        {
            foreach (var fact in _laws[dot < 0 ? key : key.Substring(0, dot)]?.Node.Members.AsEnumerable() ?? [])
            {
                if (fact.Key != "category")
                {
                    members[fact.Key] = fact.Value;
                }
            }

            if (dot < 0)
            {
                return new MapNode(CategoryLawsSchema.Joined, members, entry.At);
            }
        }
    }

    /// <summary>What it means that a table read in full says nothing.</summary>
    private static Node? NothingSaid(Field field, SourceSpan at) => field switch
    {
        { Type: FieldType.Boolean } => new ScalarNode(field, "false", false, at),
        { IsList: true } => new ListNode(field, [], at),
        { Type: FieldType.Enum } => new ScalarNode(field, "none", null, at),
        _ => null,
    };
}
