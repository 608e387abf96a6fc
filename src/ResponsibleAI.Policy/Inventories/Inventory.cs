using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;

namespace ResponsibleAI.Policy.Inventories;

/// <summary>What kind of document an entry of the inventory is.</summary>
public enum InventoryKind
{
    /// <summary>A data card.</summary>
    DataCard,

    /// <summary>A model card.</summary>
    ModelCard,

    /// <summary>An entry of a purpose register.</summary>
    Purpose,
}

/// <summary>A repository's documents.</summary>
/// <param name="Name">Its name; findings and references print it.</param>
/// <param name="Files">Its cards and registers.</param>
public sealed record InventoryRepository(string Name, IReadOnlyList<PolicyFile> Files);

/// <summary>A data card, a model card or a purpose.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Id">Its id.</param>
/// <param name="Repository">Where it lies.</param>
/// <param name="Place">Where its id stands.</param>
public sealed record InventoryEntry(InventoryKind Kind, string Id, string Repository, SourceSpan Place)
{
    /// <summary>Name of a card, title of a purpose; null when not stated.</summary>
    public string? Name { get; init; }

    /// <summary>Version of a card.</summary>
    public string? Version { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>What a data card says about people.</summary>
    public string? Subjects { get; init; }

    /// <summary>License ids of a card.</summary>
    public IReadOnlyList<string> Licenses { get; init; } = [];

    /// <summary>When a purpose must be looked at again.</summary>
    public string? ReviewBy { get; init; }

    /// <summary>The area of use of a purpose.</summary>
    public string? UseArea { get; init; }

    /// <summary>What it names, in order of the document.</summary>
    public IReadOnlyList<InventoryReference> Uses { get; init; } = [];
}

/// <summary>A document names another.</summary>
/// <param name="Key">The key it stands under: purposes, sources, datasets, evaluation, purpose.</param>
/// <param name="Id">The id named.</param>
/// <param name="Role">What for; null when not stated.</param>
/// <param name="Repository">Where the one named lies: the same repository before others; null when nobody has it.</param>
/// <param name="Place">Where it stands.</param>
public sealed record InventoryReference(string Key, string Id, string? Role, string? Repository, SourceSpan Place)
{
    /// <summary>What it names.</summary>
    public InventoryKind Kind { get; init; }
}

/// <summary>Every data card, model card and purpose of one or several repositories, and who names whom.</summary>
/// <param name="Entries">Sorted by kind, id, repository.</param>
/// <param name="Findings">Names that no repository knows, ids that name two things, files that cannot be read as written; paths begin with the repository's name. Sorted.</param>
public sealed record Inventory(IReadOnlyList<InventoryEntry> Entries, IReadOnlyList<Finding> Findings)
{
    /// <summary>Reads repositories. Never throws for bad input.</summary>
    public static Inventory Of(IReadOnlyList<InventoryRepository> repositories, Day asOf)
    {
        var registries = repositories.Select(repository => (repository.Name, Registry: new Registry([.. repository.Files.Select(DocumentLoader.Load)], asOf))).ToArray();
        var (entries, findings) = (new List<InventoryEntry>(), new List<Finding>());
        foreach (var (name, registry) in registries)
        {
            string? Home(InventoryKind kind, string id) =>
                Has(registry, kind, id) ? name : registries.FirstOrDefault(other => Has(other.Registry, kind, id)).Name;

            foreach (var (kind, index) in new[] { (InventoryKind.DataCard, registry.Cards), (InventoryKind.ModelCard, registry.ModelCards), (InventoryKind.Purpose, registry.Purposes) })
                entries.AddRange(index.All.Select(linked => Entry(kind, linked, name, Home)));
            findings.AddRange(registry.Documents.SelectMany(document => document.Findings.Items).Where(finding => finding.Severity > Severity.Info).Select(finding => finding with { Location = Within(name, finding.Location) }));
        }

        foreach (var entry in entries)
        {
            foreach (var use in entry.Uses.Where(use => use.Repository is null))
            {
                var what = use.Kind == InventoryKind.Purpose ? "is in no purpose register" : "is the id of no data card";
                findings.Add(new Finding(PolicyRules.DanglingReference, FindingKind.Violation, Severity.Warning, $"{FindingList.Quote(use.Id)} {what} of {(repositories.Count == 1 ? "this repository" : "these repositories")}", use.Place)
                {
                    Subject = $"{entry.Repository}/{entry.Id}/{use.Key}/{use.Id}",
                });
            }
        }

        return new Inventory(
            [.. entries.OrderBy(entry => entry.Kind).ThenBy(entry => entry.Id, StringComparer.Ordinal).ThenBy(entry => entry.Repository, StringComparer.Ordinal)],
            [.. Fingerprint.On(findings).Distinct()
                .OrderBy(finding => finding.Location.Path, StringComparer.Ordinal).ThenBy(finding => finding.Location.Line).ThenBy(finding => finding.Location.Column).ThenBy(finding => finding.Message, StringComparer.Ordinal)]);
    }

    private static bool Has(Registry registry, InventoryKind kind, string id) => kind switch
    {
        InventoryKind.Purpose => registry.Purpose(id) is not null,
        InventoryKind.ModelCard => registry.ModelCards[id] is not null,
        _ => registry.Card(id) is not null,
    };

    private static InventoryEntry Entry(InventoryKind kind, Linked linked, string repository, Func<InventoryKind, string, string?> home)
    {
        var uses = new List<InventoryReference>();
        foreach (var member in linked.Node.Members)
            Follow(member.Key, member.Value, null, repository, home, uses);
        return new InventoryEntry(kind, linked.Id, repository, Within(repository, linked.At))
        {
            Name = linked.Node.Text(kind == InventoryKind.Purpose ? "title" : "name"),
            Version = linked.Node.Text("version"),
            Owner = linked.Node.Text("owner"),
            Subjects = linked.Node.Map("subjects")?.Text("data"),
            Licenses = [.. linked.Node.Maps("license").Select(license => license.Text("id")).Concat([linked.Node.Text("license")]).OfType<string>()],
            ReviewBy = linked.Node.Text("reviewBy"),
            UseArea = linked.Node.Text("useArea"),
            Uses = [.. uses.OrderBy(use => use.Place.Line).ThenBy(use => use.Place.Column)],
        };
    }

    private static void Follow(string key, Node node, string? role, string repository, Func<InventoryKind, string, string?> home, List<InventoryReference> uses)
    {
        switch (node)
        {
            case ListNode list:
                foreach (var item in list.Items)
                    Follow(key, item, role, repository, home, uses);
                break;
            case MapNode map:
                foreach (var member in map.Members.Values)
                    Follow(key, member, map.Text("role") ?? map.Text("kind"), repository, home, uses);
                break;
            case ScalarNode { IsNone: false, Field.Type: FieldType.Purpose or FieldType.Dataset } scalar:
                var kind = scalar.Field.Type == FieldType.Purpose ? InventoryKind.Purpose : InventoryKind.DataCard;
                uses.Add(new InventoryReference(key, scalar.Text, role, home(kind, scalar.Text), Within(repository, scalar.Span)) { Kind = kind });
                break;
        }
    }

    private static SourceSpan Within(string repository, SourceSpan place) => place with { Path = $"{repository}/{place.Path}" };
}
