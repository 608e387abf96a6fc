using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Rules;
using PolicyDay = ResponsibleAI.Policy.Documents.Day;

namespace ResponsibleAI.Policy.RulePacks.Tests;

/// <summary>Documents drawn from the key tables: any key may be missing, any list empty, any answer none. The same seed gives the same document.</summary>
internal sealed class CardsByChance(int seed)
{
    private static readonly string[] Licenses = ["MIT", "CC-BY-4.0", "CC-BY-NC-4.0", "CC-BY-SA-4.0", "CC-BY-ND-4.0", "OGL-UK-3.0", "LicenseRef-own", "NONE", "NOASSERTION"];
    private static readonly string[] Categories = ["user.health", "user.contact.email", "user.demographic.gender", "user.financial", "user.nowhere"];
    private static readonly string[] Ids = ["a", "b", "gone"];
    private static readonly string[] Words = ["a", "b", "train", "eu-gdpr:A46-2-c", "US", "DE", "person"];
    private readonly Random random = new(seed);

    // A quarter of the documents says nearly everything, a quarter nearly nothing.
    private readonly double says = new[] { 0.15, 0.5, 0.75, 0.95 }[seed % 4];

    public MapNode Document(DocumentKind kind) =>
        Map(kind switch { DocumentKind.DataCard => DataCardSchema.Root, DocumentKind.ModelCard => ModelCardSchema.Root, _ => PurposesSchema.Entry });

    public MapNode Map(Field field)
    {
        var members = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var member in field.Fields)
            if (member.Required || random.NextDouble() < says)
                members[member.Name] = Value(member);
        return new MapNode(field, members, default);
    }

    private Node Value(Field field) =>
        field.IsList ? new ListNode(field, [.. Enumerable.Range(0, random.Next(4)).Select(_ => One(field))], default) : One(field);

    private Node One(Field field)
    {
        if (field.Type == FieldType.Map)
            return Map(field);
        if (!field.Required && field.Type is FieldType.Reference or FieldType.Text or FieldType.Date && random.Next(5) == 0)
            return new ScalarNode(field, "none", null, default);
        object value = field.Type switch
        {
            FieldType.Boolean => random.Next(2) == 0,
            FieldType.Integer => (long)random.Next(60),
            FieldType.Number => random.Next(120) / 10.0,
            FieldType.Date => Date(),
            FieldType.Enum => field.Values[random.Next(field.Values.Count)],
            FieldType.License => Licenses[random.Next(Licenses.Length)],
            FieldType.Category => Categories[random.Next(Categories.Length)],
            FieldType.Purpose or FieldType.Dataset or FieldType.Id => Ids[random.Next(Ids.Length)],
            _ => Words[random.Next(Words.Length)],
        };
        return new ScalarNode(field, FormattableString.Invariant($"{value}"), value, default);
    }

    private DateInterval Date()
    {
        var (year, month) = (random.Next(2017, 2029), random.Next(1, 13));
        return random.Next(3) switch
        {
            0 => new(new PolicyDay(year, 1, 1), new PolicyDay(year, 12, 31)),
            1 => new(new PolicyDay(year, month, 1), new PolicyDay(year, month, 28)),
            _ => new(new PolicyDay(year, month, 15), new PolicyDay(year, month, 15)),
        };
    }
}
