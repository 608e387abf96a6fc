using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules;

/// <summary>What a bare path is about: the document, or the entry of a list, inside the scopes around it.</summary>
/// <param name="Field">The schema of the thing.</param>
/// <param name="Key">Its schema path; empty for the document.</param>
/// <param name="Name">What paths call it: card, or the list's name in the singular.</param>
/// <param name="Depth">0 is the document.</param>
/// <param name="Outer">The scope around it.</param>
internal sealed record RuleScope(Field Field, string Key, string Name, int Depth, RuleScope? Outer)
{
    private static readonly string[] s_rightsThatFlow = ["license", "copyrightHolder", "terms", "restrictions"];

    public static RuleScope Of(DocumentKind about) =>
        about switch
        {
            DocumentKind.DataCard => new(DataCardSchema.Root, "", "card", 0, null),
            DocumentKind.ModelCard => new(ModelCardSchema.Root, "", "card", 0, null),
            _ => new(PurposesSchema.Entry, "", "card", 0, null),
        };

    public RuleScope Document => Outer is null ? this : Outer.Document;

    public RuleScope Enter(FieldPath list) => new(list.Field, list.Key, Singular(list.Field.Name), Depth + 1, this);

    /// <summary>The scope that a path's first word names, innermost first; null when it names none.</summary>
    public RuleScope? Named(string word)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
            if (scope.Name == word)
                return scope;
        return null;
    }

    /// <summary>One step on from a field; null when the schema has no such key.</summary>
    public static FieldStep? Step(Field from, string fromKey, string key, bool isDocument)
    {
        var path = fromKey.Length == 0 ? key : fromKey + "." + key;
        if (isDocument && key == "evidence" && from.Fields.Any(field => field.Name == "id"))
            return new FieldStep(path, EvidenceSchema.Root) { Member = key, IsOwn = true, Table = FactTable.Evidence, Reference = "id" };
        if (from.Type != FieldType.Map)
            return Behind(from, key) is { } fact
                ? new FieldStep(path, fact) { Table = Table(from.Type), Fact = key, ReferenceKey = from is { Type: FieldType.License, Name: "id" } ? Parent(fromKey) : fromKey }
                : null;

        var own = from.Fields.FirstOrDefault(field => field.Name == key);
        foreach (var reference in from.Fields)
        {
            if (reference.IsList || Behind(reference, key) is not { } fact || !MayWalk(from, reference, own, key))
                continue;
            var referenceKey = reference.Name == from.Shorthand ? fromKey : $"{fromKey}.{reference.Name}";
            return new FieldStep(path, own ?? fact)
            {
                Member = key,
                IsOwn = own is not null,
                Table = Table(reference.Type),
                Reference = reference.Name,
                Fact = key,
                ReferenceKey = referenceKey,
            };
        }

        if (own is not null)
            return new FieldStep(path, own) { Member = key, IsOwn = true };
        return DerivedFields.Of(from, key) is { } derived ? new FieldStep(path, derived.Field) { Derived = derived } : null;
    }

    /// <summary>The keys that a path may go on with, for suggestions.</summary>
    public static IReadOnlyCollection<string> Keys(Field field)
    {
        var keys = field.Fields.Select(member => member.Name).Concat(DerivedFields.Names(field));
        if (field.Type != FieldType.Map)
            keys = DocumentFormat.Behind(field.Type)?.Fields.Select(member => member.Name) ?? [];
        else if (field.Fields.FirstOrDefault(member => member.Name == field.Shorthand) is { } reference && DocumentFormat.Behind(reference.Type) is { } behind)
            keys = keys.Concat(behind.Fields.Select(member => member.Name));
        return [.. keys.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// A key that the map lacks is looked up behind the id it stands for. A key that it has is looked up there only when a
    /// document may replace it: what a card says of a purpose, and the rights of an upstream card.
    /// </summary>
    private static bool MayWalk(Field from, Field reference, Field? own, string key)
    {
        if (own is null)
            return reference.Name == from.Shorthand;
        return own != reference && reference.Type switch
        {
            FieldType.Purpose => reference.Name == from.Shorthand,
            FieldType.Dataset => s_rightsThatFlow.Contains(key),
            _ => false,
        };
    }

    private static Field? Behind(Field reference, string key) => DocumentFormat.Behind(reference.Type)?.Fields.FirstOrDefault(field => field.Name == key);

    private static FactTable Table(FieldType reference) =>
        reference switch
        {
            FieldType.Purpose => FactTable.Purposes,
            FieldType.License => FactTable.Licenses,
            FieldType.Category => FactTable.Categories,
            FieldType.Evidence => FactTable.FairnessEvidence,
            _ => FactTable.Cards,
        };

    private static string Parent(string key) => key.LastIndexOf('.') is var dot and >= 0 ? key.Substring(0, dot) : key;

    private static string Singular(string name)
    {
        if (name.EndsWith("ies", StringComparison.Ordinal))
            return name.Substring(0, name.Length - 3) + "y";
        return name.EndsWith("s", StringComparison.Ordinal) && !name.EndsWith("ss", StringComparison.Ordinal) ? name.Substring(0, name.Length - 1) : name;
    }
}
