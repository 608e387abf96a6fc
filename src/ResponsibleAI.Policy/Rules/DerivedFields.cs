using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Fairness;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;
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

    private static readonly Field s_fairness = Member(ModelCardSchema.Root, "fairness");
    private static readonly Field s_attribute = Member(s_fairness, "attributes");
    private static readonly Field s_result = Member(s_fairness, "results");
    private static readonly Field s_evaluation = Member(ModelCardSchema.Root, "evaluation");

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
        new(s_attribute, Key.Boolean("compared", "The evidence that fairness.results names compares groups by it, under its own name or those in as."), IsCompared),
        new(s_result, Key.Text("contradictions", "What of the evidence cannot be true together: a verdict and its checks, a number and its groups, a rate and its counts.").List(), Contradictions),
        new(s_evaluation, Key.Number("measured", "What the evidence that fairness.results names says of the same metric: accuracy of all rows, or the worst breakdown of a fairness metric."), Measured),
        new(s_evaluation, Key.Boolean("agrees", "The measured value is the stated one, to the digits that the card writes."), Agrees),
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
            if (other.Number("count") is not (> 0 and var count))
                return Derivation.Needs("count");
            if (other.Number("positives") is not { } positives)
                return Derivation.Needs("positives");
            highest = Math.Max(highest, positives / count);
            own = ReferenceEquals(other, group) ? positives / count : own;
        }

        return Derivation.Of(highest > 0 ? own / highest : 1.0);
    }

    private static Derivation Representation(MapNode group, Evaluation evaluation)
    {
        if (group.Number("population") is not (> 0 and var population))
            return Derivation.Needs("population");
        if (Siblings(group, [evaluation.Document["groups"]]) is not { } groups)
            return Derivation.Needs("count");
        double rows = 0;
        foreach (var other in groups.Where(other => other.Text("column") == group.Text("column")))
        {
            if (other.Number("count") is not { } count)
                return Derivation.Needs("count");
            rows += count;
        }

        return rows > 0 ? Derivation.Of(group.Number("count")!.Value / rows / population) : Derivation.Needs("count");
    }

    private static Derivation DeltaTimesPeople(MapNode model, Evaluation evaluation)
    {
        if (model.Number("delta") is not { } delta)
            return Derivation.Needs("delta");
        var isOwn = Siblings(model, [evaluation.Document.Map("anonymization")?["models"]]) is not null;
        return isOwn && evaluation.Document.Map("subjects") is { } subjects && subjects.Number("count") is { } people
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

    private static Derivation IsCompared(MapNode attribute, Evaluation evaluation)
    {
        var evidence = Evidence(evaluation).Where(each => each["attributes"] is not null).ToList();
        if (attribute.Text("column") is not { } column)
            return Derivation.Needs("column");
        var names = attribute.Words("as") is { Count: > 0 } written ? written : [column];
        var compared = new HashSet<string>(evidence.SelectMany(each => each.Words("attributes") ?? []).Select(LettersAndDigits), StringComparer.OrdinalIgnoreCase);
        if (names.All(name => compared.Contains(LettersAndDigits(name))))
            return Derivation.Of(true);
        return evidence.Count > 0 && evidence.Count == Results(evaluation).Count()
            ? Derivation.Of(false)
            : Derivation.Needs("fairness.results", ofDocument: true);
    }

    private static Derivation Contradictions(MapNode result, Evaluation evaluation)
    {
        if (EvidenceOf(result, evaluation) is not { } evidence)
            return Derivation.Needs("");
        var contradictions = EvidenceArithmetic.Contradictions(evidence);
        var found = Derivation.Of(contradictions.Select(contradiction => contradiction.Words).ToList());
        return contradictions.Count == 0 ? found : found with { Place = contradictions[0].Place };
    }

    private static Derivation Measured(MapNode stated, Evaluation evaluation)
    {
        if (stated.Scalar("metric") is not { IsNone: false } metric)
            return Derivation.Needs("metric");
        foreach (var evidence in Evidence(evaluation))
            if ((stated["dataset"] is null || evidence["dataset"] is null || stated.Text("dataset") == evidence.Text("dataset"))
                && EvidenceArithmetic.Overall(evidence, metric.Text) is { } value)
                return Derivation.Of(value);
        return Derivation.Needs("fairness.results", ofDocument: true);
    }

    /// <summary>A number is rounded or cut where the card stops writing it; an accuracy above 1 is in percent.</summary>
    private static Derivation Agrees(MapNode stated, Evaluation evaluation)
    {
        if (stated.Number("value") is not { } value)
            return Derivation.Needs("value");
        var measured = Measured(stated, evaluation);
        if (measured.Value is not double number)
            return measured;
        var text = stated.Text("value")!;
        var dot = text.IndexOf('.');
        var digits = text.IndexOfAny(['e', 'E']) >= 0 ? 9 : dot < 0 ? 0 : Math.Min(9, text.Length - dot - 1);
        var unit = Math.Pow(10, -digits);
        var isPercent = value > 1 && number <= 1 && "accuracy".Equals(stated.Text("metric"), StringComparison.OrdinalIgnoreCase);
        var more = (isPercent ? 100 * number : number) - value;
        return Derivation.Of(more >= -0.500001 * unit && more < unit);
    }

    private static IEnumerable<MapNode> Results(Evaluation evaluation) => evaluation.Document.Map("fairness")?.Maps("results") ?? [];

    private static IEnumerable<MapNode> Evidence(Evaluation evaluation) => Results(evaluation).Select(result => EvidenceOf(result, evaluation)).OfType<MapNode>();

    /// <summary>The file that an entry of fairness.results names; a rule's test writes into the entry what the file would say.</summary>
    private static MapNode? EvidenceOf(MapNode result, Evaluation evaluation) =>
        result.Scalar("file") is { IsNone: false } file && NamedEvidence.PathOf(evaluation.Document, file.Text) is { } path && evaluation.Registry.FairnessEvidence(path) is { } read ? read
        : result.Members.Keys.Any(key => FairnessEvidenceSchema.Root.Fields.Any(field => field.Name == key)) ? result
        : null;

    private static string LettersAndDigits(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    /// <summary>The list that holds the entry; null when it belongs to another document.</summary>
    private static IEnumerable<MapNode>? Siblings(MapNode entry, IEnumerable<Node?> lists) =>
        lists.OfType<ListNode>().FirstOrDefault(list => list.Items.Contains(entry))?.Items.OfType<MapNode>();

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
        var computed = Compute(owner, evaluation);
        var (value, needed, ofDocument) = computed;
        missing = value is not null ? null : ofDocument || ownerKey.Length == 0 ? needed : needed.Length == 0 ? ownerKey : $"{ownerKey}.{needed}";
        var place = computed.Place ?? owner.Span;
        return value switch
        {
            null => null,
            List<string> texts => new ListNode(Field, [.. texts.Select(text => new ScalarNode(Field, text, text, place))], place),
            bool flag => new ScalarNode(Field, flag ? "true" : "false", flag, place),
            _ => new ScalarNode(Field, FormattableString.Invariant($"{value:0.###}"), value, place),
        };
    }
}

/// <summary>What a derived field came to.</summary>
/// <param name="Value">bool, double or a list of texts, in the type of the field; null when it is unknown.</param>
/// <param name="Needed">The key of the fact that misses: of the same map or of the document; empty for the map itself.</param>
/// <param name="OfDocument">It is a key of the document.</param>
internal readonly record struct Derivation(object? Value, string Needed, bool OfDocument)
{
    /// <summary>Where the value comes from, when it is no place of the owner.</summary>
    public SourceSpan? Place { get; init; }

    public static Derivation Of(object value) => new(value, "", false);

    public static Derivation Needs(string key, bool ofDocument = false) => new(null, key, ofDocument);
}
