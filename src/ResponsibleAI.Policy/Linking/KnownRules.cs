using ResponsibleAI.Policy.Yaml;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Policy.Linking;

/// <summary>The ids and slugs that a policy may name: the rules about code and those of every pack that was read, wrong ones too.</summary>
internal sealed class KnownRules
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _slugs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _packs = new(StringComparer.Ordinal);

    public KnownRules(IEnumerable<PolicyDocument> packFiles)
    {
        foreach (var rule in CodeRule.All)
        {
            Add(rule.Id, rule.Slug);
        }

        foreach (var file in packFiles)
        {
            AreWhole &= file.IsWhole;
            if (Text(file.Yaml, "pack") is { } pack)
            {
                _packs.Add(pack);
            }

            foreach (var rule in (Value(file.Yaml, "rules") as YamlSequence)?.Items ?? [])
            {
                Add(Text(rule, "id"), Text(rule, "slug"));
            }
        }
    }

    /// <summary>Whether every pack was read in full, so that a name not found is surely wrong.</summary>
    public bool AreWhole { get; } = true;

    /// <summary>The pack's name as its file gives it.</summary>
    public static string? PackOf(PolicyDocument file) => Text(file.Yaml, "pack");

    /// <summary>The pack's version as its file gives it.</summary>
    public static string? VersionOf(PolicyDocument file) => Text(file.Yaml, "version");

    /// <summary>An id, a slug, or a pattern such as copyright/*.</summary>
    public bool Has(string name) => _names.Contains(name) || _groups.Contains(name);

    public bool HasPack(string name) => _packs.Contains(name);

    public IReadOnlyCollection<string> Names => [.. _names.Concat(_groups).OrderBy(name => name, StringComparer.Ordinal)];

    public IReadOnlyCollection<string> Packs => [.. _packs.OrderBy(name => name, StringComparer.Ordinal)];

    /// <summary>The first part of the slug, which is the pack that approvers are named for; null for an id that no pack has.</summary>
    public string? Group(string name) =>
        _slugs.TryGetValue(name, out var slug) ? GroupOf(slug) : name.IndexOf('/') > 0 ? GroupOf(name) : null;

    /// <summary>Whether a policy's id, slug or pattern means this rule.</summary>
    public static bool Means(string name, string id, string slug) =>
        name == id || name == slug
        || (name.EndsWith("/*", StringComparison.Ordinal) && slug.StartsWith(name.Substring(0, name.Length - 1), StringComparison.Ordinal));

    private void Add(string? id, string? slug)
    {
        if (id is not null)
        {
            _names.Add(id);
        }

        if (slug is not null)
        {
            _names.Add(slug);
            _groups.Add(GroupOf(slug) + "/*");
        }

        if (id is not null && slug is not null && !_slugs.ContainsKey(id))
        {
            _slugs.Add(id, slug);
        }
    }

    private static string GroupOf(string slug) => slug.IndexOf('/') is var slash and > 0 ? slug.Substring(0, slash) : slug;

    private static YamlNode? Value(YamlNode? node, string key) => (node as YamlMapping)?.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;

    private static string? Text(YamlNode? node, string key) => (Value(node, key) as YamlScalar)?.Text;
}
