using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Policy.Linking;

/// <summary>
/// What is known of license ids: the SPDX list, the shipped facts, and over both the policy's own reading. A fact that is
/// "unknown" or that nobody wrote has no member, so that it never reads as a permission.
/// </summary>
internal sealed class LicenseTable
{
    public const string None = "NONE";
    public const string NoAssertion = "NOASSERTION";
    public const string CustomPrefix = "LicenseRef-";
    private static readonly Dictionary<string, Field> s_members = LicensesSchema.Joined.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, MapNode?> _read = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.OrdinalIgnoreCase);
    private readonly Index _spdx = new("a license", StringComparer.OrdinalIgnoreCase);
    private readonly Index _facts = new("a license", StringComparer.OrdinalIgnoreCase);
    private readonly MapNode? _readings;
    private IReadOnlyCollection<string>? _ids;

    public LicenseTable(IEnumerable<PolicyDocument> documents, MapNode? policy)
    {
        _readings = policy?.Map("licenses");
        foreach (var document in documents)
        {
            if (document.Root is not { } root)
            {
                continue;
            }

            var index = document.Format == DocumentFormat.Spdx ? _spdx : document.Format == DocumentFormat.Licenses ? _facts : null;
            foreach (var entry in index is null ? [] : root.Maps("licenses"))
            {
                index!.Add(entry, "id", document);
                foreach (var alias in entry.Words("aliases") ?? [])
                {
                    _aliases[alias] = entry.Text("id") ?? alias;
                }
            }
        }
    }

    /// <summary>Whether there is a list to look ids up in.</summary>
    public bool HasList => _spdx.All.Any();

    /// <summary>Ids to suggest.</summary>
    public IReadOnlyCollection<string> Ids => _ids ??= [.. _spdx.Ids, .. _readings?.Members.Keys ?? []];

    /// <summary>The id as it is written, whatever its case or alias; null when no list has it.</summary>
    public string? Canonical(string id)
    {
        if (Special(id) is { } special)
        {
            return special;
        }

        if (Reading(id) is { } reading)
        {
            return reading.Key;
        }

        if (id.StartsWith(CustomPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return id;
        }

        return _spdx[id]?.Id ?? _facts[id]?.Id ?? (_aliases.TryGetValue(id, out var meant) ? meant : null);
    }

    /// <summary>The first name that other formats use for it, where it differs in more than case; null when there is none.</summary>
    public string? Alias(string id) => _facts[id]?.Node.Words("aliases") is [var alias, ..] ? alias : null;

    /// <summary>The ids that SPDX asks to write instead; empty for an id of today.</summary>
    public IReadOnlyList<string> ReplacedBy(string id) => _spdx[id]?.Node.Words("replacedBy") ?? [];

    /// <summary>What a condition sees; null for an id that nothing is known by.</summary>
    public MapNode? Read(string id)
    {
        if (!_read.TryGetValue(id, out var license))
        {
            license = Canonical(id) is { } canonical ? Join(canonical) : null;
            _read.Add(id, license);
        }

        return license;
    }

    private MapNode Join(string id)
    {
        var row = _spdx[id];
        var fact = _facts[id] ?? (ReplacedBy(id) is [var successor] ? _facts[successor] : null);
        var reading = Reading(id);
        var at = reading?.Value.Span ?? fact?.At ?? row?.At ?? default;
        var members = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var source in new[] { row?.Node, fact?.Node, reading?.Value })
        {
            foreach (var member in source?.Members.AsEnumerable() ?? [])
            {
                if (s_members.TryGetValue(member.Key, out var field) && member.Key != "id")
                {
                    members[member.Key] = member.Value;
                    if (member.Value is ScalarNode { Text: LicensesSchema.Unknown } && field.Type == FieldType.Enum)
                    {
                        members.Remove(member.Key);
                    }
                }
            }
        }

        var custom = id.StartsWith(CustomPrefix, StringComparison.OrdinalIgnoreCase);
        members["id"] = new ScalarNode(s_members["id"], id, id, at);
        members["custom"] = Flag("custom", custom);
        if (id == None)
        {
            members["known"] = Flag("known", false);
        }
        else if (id != NoAssertion && (row is not null || fact is not null || reading is not null))
        {
            members["known"] = Flag("known", true);
        }

        return new MapNode(LicensesSchema.Joined, members, at);

        ScalarNode Flag(string name, bool value) => new(s_members[name], value ? "true" : "false", value, at);
    }

    private (string Key, MapNode Value)? Reading(string id)
    {
        if (_readings is null)
        {
            return null;
        }

        foreach (var member in _readings.Members)
        {
            if (member.Value is MapNode reading && member.Key.Equals(id, StringComparison.OrdinalIgnoreCase))
            {
                return (member.Key, reading);
            }
        }

        return null;
    }

    private static string? Special(string id) =>
        id.Equals(None, StringComparison.OrdinalIgnoreCase) ? None : id.Equals(NoAssertion, StringComparison.OrdinalIgnoreCase) ? NoAssertion : null;
}
