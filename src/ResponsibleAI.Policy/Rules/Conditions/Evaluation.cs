using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;

namespace ResponsibleAI.Policy.Rules.Conditions;

/// <summary>One document under judgement: where conditions stand in it, and what they may look up. Serves all rules, one after the other.</summary>
internal sealed class Evaluation
{
    /// <summary>The document, an entry of its list, and as many lists inside one another as a rule may test.</summary>
    public const int Scopes = 6;

    /// <summary>Entries looked at for one document before judgement stops: a card of a thousand columns under 300 rules needs a third of it.</summary>
    private const int EntryLimit = 1_000_000;

    private readonly Node?[] _elements = new Node?[Scopes];
    private readonly SourceSpan?[] _pins = new SourceSpan?[Scopes];
    private readonly Dictionary<Named, Truth> _answered = [];
    private int _entries;

    public Evaluation(MapNode document, IRegistry registry, Day asOf)
    {
        Document = document;
        Registry = registry;
        Today = new DateInterval(asOf, asOf);
        _elements[0] = document;
    }

    public MapNode Document { get; }

    public IRegistry Registry { get; }

    public DateInterval Today { get; }

    /// <summary>The document has more entries than judgement may read; what was not read is unknown.</summary>
    public bool IsExhausted => _entries > EntryLimit;

    /// <summary>What every test of the policy is taken to be, when lint asks whether a rule could fail under some policy; unknown in earnest.</summary>
    public Truth AssumedOfPolicy { get; init; } = Truth.Unknown;

    public Node? Element(int scope) => _elements[scope];

    /// <summary>Where the document leads to the entry, when the entry itself stands in a table.</summary>
    public SourceSpan? Pin(int scope) => _pins[scope];

    public string ElementName(int scope) => scope > 0 && _elements[scope] is { } element ? Conditions.ElementName.Of(element) : "";

    /// <summary>Puts an entry of a list in a scope; false when the document may be read no further.</summary>
    public bool Enter(int scope, Node? element, in Resolution list)
    {
        _elements[scope] = element;
        _pins[scope] = list.IsPinned ? list.Place : null;
        return ++_entries <= EntryLimit;
    }

    public void Leave(int scope) => (_elements[scope], _pins[scope]) = (null, null);

    public Truth Once(Named condition, Condition body)
    {
        if (!_answered.TryGetValue(condition, out var truth))
        {
            Aside(() => truth = body.Evaluate(this));
            _answered.Add(condition, truth);
        }

        return truth;
    }

    /// <summary>Looks at the document from outside every list: a named condition goes through lists of its own while an entry stands in its scope.</summary>
    public void Aside(Action look)
    {
        var (entered, pinned) = ((Node?[])_elements.Clone(), (SourceSpan?[])_pins.Clone());
        look();
        entered.CopyTo(_elements, 0);
        pinned.CopyTo(_pins, 0);
    }

    public MapNode? Find(FactTable table, string id) =>
        table switch
        {
            FactTable.Cards => Registry.Card(id),
            FactTable.Purposes => Registry.Purpose(id),
            FactTable.Licenses => Registry.License(id),
            FactTable.Categories => Registry.Category(id),
            FactTable.FairnessEvidence => NamedEvidence.PathOf(Document, id) is { } path ? Registry.FairnessEvidence(path) : null,
            _ => Registry.Evidence(id),
        };

    public object? Threshold(string name) => Registry.Threshold(name);

    /// <summary>The category's name of today.</summary>
    public string CurrentCategory(string key) => (Registry.Category(key)?["key"] as ScalarNode)?.Text ?? key;
}

/// <summary>What a reference leads to.</summary>
internal enum FactTable
{
    Cards,
    Purposes,
    Licenses,
    Categories,
    Evidence,
    FairnessEvidence,
}
