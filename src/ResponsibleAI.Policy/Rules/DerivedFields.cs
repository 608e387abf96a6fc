using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules;

/// <summary>
/// Facts that follow from what a document says and that the rule language cannot compute: it has no arithmetic, no walk of any depth
/// and no second look at the same list. A condition names one like a key, and it is type-checked like a key. Nobody can write one.
/// When a fact it follows from is missing it is unknown, and that fact is what silence names.
/// </summary>
internal static class DerivedFields
{
    /// <summary>Cards that a walk through upstream cards visits before it calls the rest unknown.</summary>
    private const int MostCards = 100;

    private static readonly Field s_card = DataCardSchema.Root;
    private static readonly Field s_license = Member(s_card, "license");
    private static readonly Field s_source = Member(s_card, "sources");
    private static readonly Field s_group = Member(s_card, "groups");
    private static readonly Field s_model = Member(Member(s_card, "anonymization"), "models");

    private static readonly HashSet<string> s_generalWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "ai", "all", "analysis", "analytics", "and", "any", "business", "data", "development", "every", "for", "general", "improve", "improvement", "innovation",
        "internal", "learning", "machine", "ml", "model", "models", "of", "or", "other", "our", "product", "products", "purpose", "purposes", "research", "science",
        "service", "services", "statistics", "tbd", "the", "to", "train", "training", "unspecified", "use", "uses", "various",
    };

    /// <summary>Every derived field.</summary>
    public static IReadOnlyList<DerivedField> All { get; } =
    [
        new(s_license, Key.Boolean("conflicts", "Another license of the same list says that it covers the same part, in no other region, and has another id."), Conflicts),
        new(s_source, Key.License("upstreamLicenses", "The licenses of the card it was taken from, of that card's sources, and so on to the end; NOASSERTION where one is not stated.").List(), UpstreamLicenses),
        new(s_group, Key.Number("selectionRatio", "Its share of favorable outcomes, divided by the largest such share among the groups of its column."), SelectionRatio),
        new(s_group, Key.Number("representation", "Its share of the rows of its column's groups, divided by its share of the people the model is for."), Representation),
        new(s_model, Key.Number("deltaTimesPeople", "delta times subjects.count: from 1 on, delta allows to publish somebody outright."), DeltaTimesPeople),
        new(PurposesSchema.Entry, Key.Boolean("vague", "Its title is made of general words only, such as \"research and analytics\"."), Vague),
    ];

    /// <summary>The derived field of this name; null when there is none.</summary>
    public static DerivedField? Of(Field owner, string name) =>
        All.FirstOrDefault(derived => ReferenceEquals(derived.Owner.Fields, owner.Fields) && derived.Field.Name == name);

    /// <summary>The names of a map's derived fields.</summary>
    public static IEnumerable<string> Names(Field owner) =>
        All.Where(derived => ReferenceEquals(derived.Owner.Fields, owner.Fields)).Select(derived => derived.Field.Name);

    private static Derivation Conflicts(MapNode license, Evaluation evaluation)
    {
        if (Siblings(license, evaluation.Document.Maps("sources").Prepend(evaluation.Document).Select(owner => owner["license"])) is not { } licenses)
            return Derivation.Needs("covers");
        var isOpen = false;
        foreach (var other in licenses)
        {
            if (other.Text("id") == license.Text("id") || AreApart(license.Words("region"), other.Words("region")))
                continue;
            if (license.Text("covers") is not { } covers || other.Text("covers") is not { } others)
                isOpen = true;
            else if (covers == others)
                return Derivation.Of(true);
        }

        return isOpen ? Derivation.Needs("covers") : Derivation.Of(false);
    }

    private static bool AreApart(IReadOnlyList<string>? left, IReadOnlyList<string>? right) =>
        left is not null && right is not null && !left.Intersect(right, StringComparer.OrdinalIgnoreCase).Any();

    private static Derivation UpstreamLicenses(MapNode source, Evaluation evaluation)
    {
        var licenses = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>();
        Enqueue(source);
        while (open.Count > 0 && seen.Count <= MostCards)
        {
            if (evaluation.Registry.Card(open.Dequeue()) is not { } card)
            {
                Add("NOASSERTION");
                continue;
            }

            AddOf(card, "NOASSERTION");
            foreach (var upstream in card.Maps("sources"))
            {
                AddOf(upstream, null);
                Enqueue(upstream);
            }

            if (card.IsCut)
                Add("NOASSERTION");
        }

        if (open.Count > 0)
            Add("NOASSERTION");
        return Derivation.Of(licenses);

        void Enqueue(MapNode from)
        {
            if (from.Scalar("dataset") is { IsNone: false } dataset && seen.Add(dataset.Text))
                open.Enqueue(dataset.Text);
        }

        void AddOf(MapNode owner, string? absent)
        {
            foreach (var license in owner.Maps("license"))
                Add(license.Text("id") ?? "NOASSERTION");
            if (owner["license"] is not ListNode { Items.Count: > 0 } && absent is not null)
                Add(absent);
        }

        void Add(string id)
        {
            if (!licenses.Contains(id))
                licenses.Add(id);
        }
    }

    private static Derivation SelectionRatio(MapNode group, Evaluation evaluation)
    {
        if (Siblings(group, [evaluation.Document["groups"]]) is not { } groups)
            return Derivation.Needs("positives");
        double own = 0, highest = 0;
        foreach (var other in groups.Where(other => other.Text("column") == group.Text("column")))
        {
            if (Number(other, "count") is not (> 0 and var count))
                return Derivation.Needs("count");
            if (Number(other, "positives") is not { } positives)
                return Derivation.Needs("positives");
            highest = Math.Max(highest, positives / count);
            own = ReferenceEquals(other, group) ? positives / count : own;
        }

        return Derivation.Of(highest > 0 ? own / highest : 1.0);
    }

    private static Derivation Representation(MapNode group, Evaluation evaluation)
    {
        if (Number(group, "population") is not (> 0 and var population))
            return Derivation.Needs("population");
        if (Siblings(group, [evaluation.Document["groups"]]) is not { } groups)
            return Derivation.Needs("count");
        double rows = 0;
        foreach (var other in groups.Where(other => other.Text("column") == group.Text("column")))
        {
            if (Number(other, "count") is not { } count)
                return Derivation.Needs("count");
            rows += count;
        }

        return rows > 0 ? Derivation.Of(Number(group, "count")!.Value / rows / population) : Derivation.Needs("count");
    }

    private static Derivation DeltaTimesPeople(MapNode model, Evaluation evaluation)
    {
        if (Number(model, "delta") is not { } delta)
            return Derivation.Needs("delta");
        var isOwn = Siblings(model, [evaluation.Document.Map("anonymization")?["models"]]) is not null;
        return isOwn && evaluation.Document.Map("subjects") is { } subjects && Number(subjects, "count") is { } people
            ? Derivation.Of(delta * people)
            : Derivation.Needs("subjects.count", ofDocument: true);
    }

    private static Derivation Vague(MapNode purpose, Evaluation evaluation)
    {
        if (purpose.Scalar("title") is not { IsNone: false } title)
            return Derivation.Needs("title");
        var words = title.Text.Split([' ', ',', '.', ';', '/', '-', '&'], StringSplitOptions.RemoveEmptyEntries);
        return Derivation.Of(Array.TrueForAll(words, s_generalWords.Contains));
    }

    /// <summary>The list that holds the entry; null when it belongs to another document.</summary>
    private static IEnumerable<MapNode>? Siblings(MapNode entry, IEnumerable<Node?> lists) =>
        lists.OfType<ListNode>().FirstOrDefault(list => list.Items.Contains(entry))?.Items.OfType<MapNode>();

    private static double? Number(MapNode map, string key) =>
        map.Scalar(key)?.Value switch
        {
            long whole => whole,
            double number => number,
            _ => null,
        };

    private static Field Member(Field map, string name) => map.Fields.First(field => field.Name == name);
}

/// <summary>A fact that follows from others.</summary>
/// <param name="Owner">The map it belongs to.</param>
/// <param name="Field">Its name, type and meaning.</param>
/// <param name="Compute">What it follows from an owner.</param>
internal sealed record DerivedField(Field Owner, Field Field, Func<MapNode, Evaluation, Derivation> Compute)
{
    /// <summary>Its value as a node; null with the key of the fact that misses.</summary>
    public Node? Value(MapNode owner, string ownerKey, Evaluation evaluation, out string? missing)
    {
        var (value, needed, ofDocument) = Compute(owner, evaluation);
        missing = value is not null ? null : ofDocument || ownerKey.Length == 0 ? needed : $"{ownerKey}.{needed}";
        return value switch
        {
            null => null,
            List<string> texts => new ListNode(Field, [.. texts.Select(text => new ScalarNode(Field, text, text, owner.Span))], owner.Span),
            bool flag => new ScalarNode(Field, flag ? "true" : "false", flag, owner.Span),
            _ => new ScalarNode(Field, FormattableString.Invariant($"{value:0.###}"), value, owner.Span),
        };
    }
}

/// <summary>What a derived field came to.</summary>
/// <param name="Value">bool, double or a list of texts, in the type of the field; null when it is unknown.</param>
/// <param name="Needed">The key of the fact that misses: of the same map or of the document.</param>
/// <param name="OfDocument">It is a key of the document.</param>
internal readonly record struct Derivation(object? Value, string Needed, bool OfDocument)
{
    public static Derivation Of(object value) => new(value, "", false);

    public static Derivation Needs(string key, bool ofDocument = false) => new(null, key, ofDocument);
}
