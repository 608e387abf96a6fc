using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>Decides whether a row describes a person.</summary>
/// <remarks>
/// Personal data is any information relating to an identifiable person (GDPR Art. 4(1)), so this question comes before the columns:
/// in a row about a person every column is personal, whatever its name. The data card's word and attributes decide; without them
/// the columns of a well-known dataset; then the names, and only when they agree. Sex is a column of abalones and age one of houses.
/// </remarks>
internal sealed class RowSubject(Lexicon lexicon)
{
    /// <summary>One name that sounds like a person is a coincidence, two are a person.</summary>
    private const int EnoughForPerson = 2;

    /// <summary>What the type's own name says weighs as much as two columns.</summary>
    private const int WeightOfTypeName = 2;

    /// <param name="typeWords">Words of the row type's name and of the types around it.</param>
    /// <param name="columns">The columns with what their names mean.</param>
    /// <param name="attribute">The attribute that says the row is about a person, or that it is not; null when none does.</param>
    /// <param name="card">The data card; null when not known.</param>
    /// <param name="known">The well-known dataset that has these columns; null when none has.</param>
    public SubjectDecision Decide(IReadOnlyList<string> typeWords, IReadOnlyList<NamedColumn> columns, AttributeWord? attribute, DataCard? card, KnownMatch? known)
    {
        if (attribute is not null)
        {
            return attribute.Category is null
                ? new SubjectDecision(false, $"the attribute [{attribute.Attribute}] says that a row is not about a person")
                : new SubjectDecision(true, $"the attribute [{attribute.Attribute}] says that a row is about a person");
        }
        switch (card?.SubjectsData)
        {
            case "personal" or "pseudonymized":
                return new SubjectDecision(true, $"data card '{card.Id}' says that the data is {card.SubjectsData}");
            case "not-personal":
                return new SubjectDecision(false, $"data card '{card.Id}' says that the data is not personal");
            case "possible":
                return (ByKnown(known) ?? ByNames(typeWords, columns)) is { AboutPeople: true } named
                    ? named
                    : new SubjectDecision(null, $"data card '{card.Id}' says that the data may hold personal data");
            default:
                return ByKnown(known) ?? ByNames(typeWords, columns);
        }
    }

    private static SubjectDecision? ByKnown(KnownMatch? known) => known is null ? null : new SubjectDecision(known.AboutPeople, known.Why);

    private SubjectDecision ByNames(IReadOnlyList<string> typeWords, IReadOnlyList<NamedColumn> columns)
    {
        var personType = lexicon.TypeSubject(typeWords, "user");
        var thingType = lexicon.TypeSubject(typeWords, "system");
        var people = columns.Where(column => column.Match is { PersonLevel: true }).ToList();
        var distinct = people.Select(column => (column.Match!.Value.Term.Category, column.Match.Value.Term.Words)).Distinct().Count();
        var person = distinct + (personType is null ? 0 : 1);
        var things = columns
            .Where(column => column.Match is not { PersonLevel: true })
            .Select(column => (column.Name, Word: lexicon.ColumnSubject(column.Words, "system")))
            .Where(column => column.Word is not null)
            .ToList();
        var thing = things.Count + (thingType is null ? 0 : WeightOfTypeName);

        if (thing == 0 && personType is not null) return new SubjectDecision(true, $"the type's name says '{personType}'");
        if (person >= EnoughForPerson && (thing == 0 || (person > EnoughForPerson && person > thing)))
        {
            return new SubjectDecision(true, $"the columns {Quote(people.Select(column => column.Name))} describe a person");
        }

        var thingWords = thingType is not null ? $"the type's name says '{thingType}'" : $"the column names say {Quote(things.Select(column => $"{column.Word}"))}";
        if (person >= EnoughForPerson || (thing > 0 && (personType is not null || people.Exists(column => column.Match!.Value.Strict))))
        {
            var personWords = Quote(people.Select(column => column.Name).Concat(personType is null ? [] : [personType]));
            return new SubjectDecision(null, $"{personWords} could describe a person, but {thingWords}");
        }
        if (thing == 0 && person == 1)
        {
            return new SubjectDecision(null, $"only {Quote(people.Select(column => column.Name))} could describe a person") { ReadsLikePerson = true };
        }

        // What people write about a thing may still tell of its writer, so text comes before things.
        if (PeoplesText(typeWords, columns) is { } text)
        {
            return new SubjectDecision(null, $"'{text}' holds text that people write; who it is about cannot be told from names");
        }
        if (thing > 0) return new SubjectDecision(false, thingWords);
        return new SubjectDecision(null, "no name says what a row describes");
    }

    private string? PeoplesText(IReadOnlyList<string> typeWords, IReadOnlyList<NamedColumn> columns)
    {
        foreach (var column in columns)
        {
            if (column.Kind is ValueKind.Text or ValueKind.Unknown && lexicon.ColumnSubject(column.Words, "user.content") is not null) return column.Name;
        }
        var inType = lexicon.TypeSubject(typeWords, "user.content");
        return inType is null ? null : columns.FirstOrDefault(column => column.Kind == ValueKind.Text)?.Name;
    }

    private static string Quote(IEnumerable<string> names)
    {
        var all = names.Distinct(StringComparer.Ordinal).ToList();
        var shown = string.Join(", ", all.Take(3).Select(name => $"'{name}'"));
        return all.Count > 3 ? shown + " and others" : shown;
    }
}

/// <summary>A column and what its name means.</summary>
/// <param name="Name">As pipelines use it.</param>
/// <param name="Words">The words of the name that decided, else of the member.</param>
/// <param name="Kind">What kind of value it holds.</param>
/// <param name="Match">The term found in it; null when none.</param>
internal sealed record NamedColumn(string Name, IReadOnlyList<string> Words, ValueKind Kind, NameMatch? Match);

/// <summary>Whether a row describes a person, and why.</summary>
/// <param name="AboutPeople">Null when it cannot be told.</param>
/// <param name="Why">One clause.</param>
internal sealed record SubjectDecision(bool? AboutPeople, string Why)
{
    /// <summary>Nothing speaks against a person: a name that can mean a person's may be read so.</summary>
    public bool ReadsLikePerson { get; init; } = AboutPeople == true;
}
