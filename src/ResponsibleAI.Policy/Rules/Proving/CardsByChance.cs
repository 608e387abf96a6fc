using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Policy.Rules.Proving;

/// <summary>Documents drawn from the key tables: any key may be missing, any list empty, any answer none. The same seed gives the same document.</summary>
internal sealed class CardsByChance(int seed)
{
    private static readonly string[] s_licenses = ["MIT", "CC-BY-4.0", "CC-BY-NC-4.0", "CC-BY-SA-4.0", "CC-BY-ND-4.0", "OGL-UK-3.0", "LicenseRef-own", "NONE", "NOASSERTION"];
    private static readonly string[] s_categories = ["user.health", "user.contact.email", "user.demographic.gender", "user.financial", "user.nowhere"];
    private static readonly string[] s_ids = ["a", "b", "gone"];
    private static readonly string[] s_words = ["a", "b", "train", "eu-gdpr:A46-2-c", "US", "DE", "person"];
    private readonly Random _random = new(seed);

    // A quarter of the documents says nearly everything, a quarter nearly nothing.
    private readonly double _says = new[] { 0.15, 0.5, 0.75, 0.95 }[seed % 4];

    public MapNode Document(DocumentKind kind) =>
        Map(kind switch { DocumentKind.DataCard => DataCardSchema.Root, DocumentKind.ModelCard => ModelCardSchema.Root, _ => PurposesSchema.Entry });

    public MapNode Map(Field field)
    {
        var members = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var member in field.Fields)
            if (member.Required || _random.NextDouble() < _says)
                members[member.Name] = Value(member);
        return new MapNode(field, members, default);
    }

    private Node Value(Field field) =>
        field.IsList ? new ListNode(field, [.. Enumerable.Range(0, _random.Next(4)).Select(_ => One(field))], default) : One(field);

    private Node One(Field field)
    {
        if (field.Type == FieldType.Map)
            return Map(field);
        if (!field.Required && field.Type is FieldType.Reference or FieldType.Text or FieldType.Date && _random.Next(5) == 0)
            return new ScalarNode(field, "none", null, default);
        object value = field.Type switch
        {
            FieldType.Boolean => _random.Next(2) == 0,
            FieldType.Integer => (long)_random.Next(60),
            FieldType.Number => _random.Next(120) / 10.0,
            FieldType.Date => Date(),
            FieldType.Enum => field.Values[_random.Next(field.Values.Count)],
            FieldType.License => s_licenses[_random.Next(s_licenses.Length)],
            FieldType.Category => s_categories[_random.Next(s_categories.Length)],
            FieldType.Purpose or FieldType.Dataset or FieldType.Evidence or FieldType.Id => s_ids[_random.Next(s_ids.Length)],
            _ => s_words[_random.Next(s_words.Length)],
        };
        return new ScalarNode(field, FormattableString.Invariant($"{value}"), value, default);
    }

    private DateInterval Date()
    {
        var (year, month) = (_random.Next(2017, 2029), _random.Next(1, 13));
        return _random.Next(3) switch
        {
            0 => new(new Day(year, 1, 1), new Day(year, 12, 31)),
            1 => new(new Day(year, month, 1), new Day(year, month, 28)),
            _ => new(new Day(year, month, 15), new Day(year, month, 15)),
        };
    }
}
