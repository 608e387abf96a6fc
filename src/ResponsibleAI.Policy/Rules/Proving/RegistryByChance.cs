using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Linking;

namespace ResponsibleAI.Policy.Rules.Proving;

/// <summary>The tables as they are; a register, upstream cards, evidence and a policy drawn by chance; thresholds as strict as wanted.</summary>
internal sealed class RegistryByChance(int seed, IRegistry tables, IReadOnlyDictionary<string, bool> higherIsStricter) : IRegistry
{
    private readonly Dictionary<string, MapNode?> _drawn = [];

    /// <summary>Steps in each threshold's stricter direction.</summary>
    public int Stricter { get; init; }

    public MapNode? Policy { get; } = new CardsByChance(seed + 1000).Map(PolicySchema.Root with { Fields = [.. PolicySchema.Root.Fields.Where(field => field.Name == "organization")] });

    public MapNode? Card(string id) => Draw(id, 2000, DocumentKind.DataCard);

    public MapNode? Purpose(string id) => Draw(id, 3000, DocumentKind.Purpose);

    public MapNode? License(string id) => tables.License(id);

    public MapNode? Category(string key) => tables.Category(key);

    public MapNode? Evidence(string cardId) => new CardsByChance(seed + 4000).Map(EvidenceSchema.Root);

    public MapNode? FairnessEvidence(string path) => new CardsByChance(seed + 5000 + path.Length).Map(FairnessEvidenceSchema.Root);

    public double? Threshold(string name) =>
        tables.Threshold(name) is { } number
            ? higherIsStricter.TryGetValue(name, out var higher) && higher ? number * (1 + Stricter) : number / (1 + Stricter)
            : null;

    private MapNode? Draw(string id, int offset, DocumentKind kind)
    {
        if (id == "gone" || id.Length == 0)
            return null;
        var name = $"{kind} {id}";
        if (!_drawn.TryGetValue(name, out var document))
            _drawn.Add(name, document = new CardsByChance(seed + offset + id[0]).Document(kind));
        return document;
    }
}
