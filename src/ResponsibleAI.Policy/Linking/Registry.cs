using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Linking;

/// <summary>Everything that was read, by what it is and by id. Shipped files come first, then files in order of their paths.</summary>
internal sealed class Registry : IRegistry
{
    /// <summary>Members of a policy that can only take findings away. A policy that was not read in full loses them.</summary>
    private static readonly string[] s_lenient = ["packs", "jurisdictions", "loosen", "approvers"];

    private readonly Dictionary<string, Linked> _cardsByFormerId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PolicyDocument> _gateEvidence = new(StringComparer.Ordinal);

    public Registry(IEnumerable<PolicyDocument> documents, Day asOf)
    {
        Documents = [.. documents.OrderBy(document => document.Origin).ThenBy(document => document.Path, StringComparer.Ordinal)];
        var policies = Of(DocumentFormat.Policy).ToArray();
        PolicyDocument = policies.FirstOrDefault();
        Policy = PolicyDocument?.Root is { } root ? (PolicyDocument.IsWhole ? root : WithoutLeniency(root)) : null;
        foreach (var other in policies.Skip(1))
        {
            other.Findings.Add(PolicyRules.DuplicateId, FindingKind.Violation, Severity.Error,
                $"There is a policy in {policies[0].Path} already; that one counts", other.Yaml?.Span ?? new(other.Path, 1, 1, 1, 1));
        }

        foreach (var document in Documents)
        {
            Add(document);
        }

        foreach (var card in Cards.All)
        {
            foreach (var former in card.Node.Words("formerIds") ?? [])
            {
                if (Cards[former] is null && !_cardsByFormerId.ContainsKey(former))
                {
                    _cardsByFormerId.Add(former, card);
                }
            }
        }

        Categories = new CategoryTable(Documents);
        Licenses = new LicenseTable(Documents, Policy);
        Rules = new KnownRules(Of(DocumentFormat.Rules));
        Loosening = new Loosening(PolicyDocument, Rules, asOf);
    }

    public IReadOnlyList<PolicyDocument> Documents { get; }

    public PolicyDocument? PolicyDocument { get; }

    public MapNode? Policy { get; }

    public Index Cards { get; } = new("a data card", StringComparer.Ordinal);

    public Index ModelCards { get; } = new("a model card", StringComparer.Ordinal);

    public Index Purposes { get; } = new("a purpose", StringComparer.Ordinal);

    public Index Thresholds { get; } = new("a threshold", StringComparer.Ordinal);

    public Index Laws { get; } = new("a law", StringComparer.Ordinal);

    public Index KnownDatasets { get; } = new("a known dataset", StringComparer.Ordinal);

    public Index Decisions { get; } = new("a decision", StringComparer.Ordinal);

    public Index AuditEvidence { get; } = new("evidence about a card", StringComparer.Ordinal);

    public CategoryTable Categories { get; }

    public LicenseTable Licenses { get; }

    public KnownRules Rules { get; }

    public Loosening Loosening { get; }

    public IEnumerable<PolicyDocument> Of(DocumentFormat format) => Documents.Where(document => document.Format == format);

    public MapNode? Card(string id) => (Cards[id] ?? (_cardsByFormerId.TryGetValue(id, out var renamed) ? renamed : null))?.Node;

    public MapNode? Purpose(string id) => Purposes[id]?.Node;

    public MapNode? License(string id) => Licenses.Read(id);

    public MapNode? Category(string key) => Categories.Read(key);

    public MapNode? Evidence(string cardId) => AuditEvidence[cardId]?.Node;

    /// <summary>Evidence that was not read in full says nothing: half of it would give other numbers.</summary>
    public MapNode? FairnessEvidence(string path) => _gateEvidence.TryGetValue(path, out var document) && document.IsWhole ? document.Root : null;

    /// <summary>Whether there is such a file, readable or not.</summary>
    public bool HasFairnessEvidence(string path) => _gateEvidence.ContainsKey(path);

    /// <summary>The loosened number; else the policy's, when it is no less strict than the default; else the default.</summary>
    public double? Threshold(string name)
    {
        if (Loosening.Edits.FirstOrDefault(edit => edit.Text("threshold") == name)?.Map("set")?.Scalar("number")?.Value is double loosened)
        {
            return loosened;
        }

        return Policy?.Map("thresholds")?.Scalar(name)?.Value is double chosen && !IsLooser(name, chosen)
            ? chosen
            : Thresholds[name]?.Node.Scalar("default")?.Value as double?;
    }

    /// <summary>Whether the policy's number asks for less than the shipped default.</summary>
    public bool IsLooser(string name, double number) =>
        Thresholds[name]?.Node is { } shipped && shipped.Scalar("default")?.Value is double standard
        && (shipped.Text("stricter") == "higher" ? number < standard : number > standard);

    private static MapNode WithoutLeniency(MapNode policy) =>
        new(policy.Field, policy.Members.Where(member => !s_lenient.Contains(member.Key)).ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal), policy.Span) { IsCut = policy.IsCut };

    private void Add(PolicyDocument document)
    {
        if (NamedEvidence.IsEvidence(document.Path))
        {
            _gateEvidence[document.Path] = document;
            return;
        }

        if (document.Root is not { } root)
        {
            return;
        }

        var (single, list, key) = document.Format switch
        {
            var format when format == DocumentFormat.DataCard => (Cards, "", "id"),
            var format when format == DocumentFormat.ModelCard => (ModelCards, "", "id"),
            var format when format == DocumentFormat.Evidence => (AuditEvidence, "", "dataset"),
            var format when format == DocumentFormat.Purposes => (Purposes, "purposes", "id"),
            var format when format == DocumentFormat.Thresholds => (Thresholds, "thresholds", "name"),
            var format when format == DocumentFormat.Laws => (Laws, "laws", "id"),
            var format when format == DocumentFormat.KnownDatasets => (KnownDatasets, "datasets", "id"),
            var format when format == DocumentFormat.Waivers => (Decisions, "decisions", "id"),
            _ => (null, "", ""),
        };
        foreach (var entry in single is null ? [] : list.Length == 0 ? [root] : root.Maps(list))
        {
            single!.Add(entry, key, document);
        }
    }
}
