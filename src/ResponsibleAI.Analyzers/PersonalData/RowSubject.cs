using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>Decides whether a row describes a person.</summary>
/// <remarks>
/// Personal data is any information relating to an identifiable person (GDPR Art. 4(1)), so this question comes before the columns:
/// in a row about a person every column is personal, whatever its name. The data card's word and attributes decide; without them
/// the columns of a well-known dataset; then the names, and only when they agree. Sex is a column of abalones and age one of houses.
/// The id of a person is enough: what somebody bought, rated or wrote is about that person, too. Namespace and file's name count beside
/// a column that could describe a person; the file's name and measures that people have as well as machines where no other name says anything.
/// </remarks>
internal sealed class RowSubject(Lexicon lexicon)
{
    /// <summary>One name that sounds like a person is a coincidence, two are a person.</summary>
    private const int EnoughForPerson = 2;

    /// <summary>What the type's own name says weighs as much as two columns.</summary>
    private const int WeightOfTypeName = 2;

    /// <summary>Against names that fit a person, a type that is named after a thing weighs this much more.</summary>
    private const int MoreForThingsName = 1;

    /// <summary>In the lexicon: what is measured of things as a rule, and of people sometimes.</summary>
    public const string Measure = "system.operations";

    /// <summary>In the lexicon: where rows are about people as a rule, such as a hospital.</summary>
    private const string AmongPeople = "user.behavior";

    private const string PrivateContent = "user.content.private";

    private readonly PersonSigns _signs = new(lexicon);

    /// <param name="typeWords">Words of the row type's name and of the types around it.</param>
    /// <param name="columns">The columns with what their names mean.</param>
    /// <param name="attribute">The attribute that says the row is about a person, or that it is not; null when none does.</param>
    /// <param name="card">The data card; null when not known.</param>
    /// <param name="known">The well-known dataset that has these columns; null when none has.</param>
    /// <param name="file">The file that is loaded; null when not known.</param>
    /// <param name="around">Words of the namespace that the row type stands in; empty when there is none.</param>
    /// <param name="byFile">A well-known dataset that has files of this name, where no column is in sight; else null.</param>
    public SubjectDecision Decide(IReadOnlyList<string> typeWords, IReadOnlyList<NamedColumn> columns, AttributeWord? attribute, DataCard? card, KnownMatch? known, string? file, IReadOnlyList<string> around, KnownDataset? byFile = null)
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
                return (ByKnown(known, columns) ?? ByFile(byFile) ?? ByNames(typeWords, columns, file, around)) is { AboutPeople: true } named
                    ? named
                    : new SubjectDecision(null, $"data card '{card.Id}' says that the data may hold personal data");
            default:
                return ByKnown(known, columns) ?? ByFile(byFile) ?? ByNames(typeWords, columns, file, around);
        }
    }

    /// <summary>What people wrote and did is about a person when the row says whose it is.</summary>
    private static SubjectDecision? ByKnown(KnownMatch? known, IReadOnlyList<NamedColumn> columns)
    {
        if (known is null) return null;
        if (known.AboutPeople is not null) return new SubjectDecision(known.AboutPeople, known.Why);
        for (var at = 0; at < columns.Count; at++)
        {
            if (known.Columns[at] is { Category: { } category } && PersonSigns.PointsAtPerson(category)) return new SubjectDecision(true, $"{known.Why}; '{columns[at].Name}' says whose");
        }
        return new SubjectDecision(known.IsText && !columns.Any(static column => column.Match is { PersonLevel: true }) ? false : null, known.Why);
    }

    private static SubjectDecision? ByFile(KnownDataset? dataset) => dataset?.Subject switch
    {
        "people" => new SubjectDecision(true, $"the file goes by the name of {dataset.Title}, in which a row describes a person"),
        "not-people" or "aggregate" => new SubjectDecision(false, $"the file goes by the name of {dataset.Title}, which is not about people"),
        _ => null,
    };

    private SubjectDecision ByNames(IReadOnlyList<string> typeWords, IReadOnlyList<NamedColumn> columns, string? file, IReadOnlyList<string> around)
    {
        var personType = lexicon.TypeSubject(typeWords, "user");
        var thingType = lexicon.TypeSubject(typeWords, "system");
        var owner = columns.FirstOrDefault(static column => column.Match is { PersonLevel: true } match && PersonSigns.PointsAtPerson(match.Term.Category));
        if (owner is not null) return new SubjectDecision(true, $"'{owner.Name}' is the id of a person") { BesideOwner = [.. columns.Where(column => TellsBesideOwner(column, thingType is not null)).Select(static column => column.Name)] };

        var people = columns.Where(static column => column.Match is { PersonLevel: true }).ToList();
        var person = _signs.Weigh(typeWords, columns) + (personType is null ? 0 : 1);
        var things = columns
            .Where(column => column.Match is not { PersonLevel: true } && !_signs.IsMoreOfPerson(column))
            .Select(column => lexicon.ColumnSubject(column.Words, "system"))
            .Where(static word => word is not null)
            .ToList();
        var thing = things.Count + (thingType is null ? 0 : WeightOfTypeName);

        if (personType is not null && (thing == 0 || lexicon.NamesPerson(typeWords)) && !IsTextOfSomebody(typeWords, columns)) return new SubjectDecision(true, $"the type's name says '{personType}'");
        var onlyPeopleHave = people.Exists(static column => column.Match is { Strict: true } match && PersonSigns.OnlyPeopleHave(match));
        if (onlyPeopleHave || (person == 1 && people.Exists(static column => PersonSigns.IsOfBodyOrMoney(column.Match!)) && columns.Any(PersonSigns.FitsOnlyPerson) && MeasureIn(columns) is null)) person++;
        if (person >= EnoughForPerson && (thing == 0 || ((onlyPeopleHave || person > EnoughForPerson) && person > thing)))
        {
            return new SubjectDecision(true, $"the columns {Quote(_signs.Tellers(columns).Select(static column => column.Name))} describe a person");
        }

        var text = PeoplesText(typeWords, columns);
        var writer = people.Find(static column => column.Match!.Strict);
        if (thing == 0 && text is not null && writer is not null) return new SubjectDecision(true, $"'{text}' holds text that people write and '{writer.Name}' describes a person");

        var named = columns.FirstOrDefault(static column => column.Match is { Term.Category: "user.name" });
        if (thing == 0 && named is not null && writer is not null) return new SubjectDecision(true, $"'{named.Name}' names somebody whom '{writer.Name}' describes");

        var thingWords = thingType is not null ? $"the type's name says '{thingType}'" : $"the column names say {Quote(things.Select(static word => $"{word}"))}";
        if (person >= EnoughForPerson || (thing > 0 && (personType is not null || people.Exists(static column => column.Match!.Strict))))
        {
            var personWords = Quote((people.Count > 0 || personType is not null ? people : _signs.Tellers(columns)).Select(static column => column.Name).Concat(personType is null ? [] : [personType]));
            return new SubjectDecision(null, $"{personWords} could describe a person, but {thingWords}");
        }
        var fileWords = FileWords(file);
        if (thing == 0 && personType is null && person > 0 && _signs.Tellers(columns).Any() && OfSurroundings(around, fileWords) is { } says)
        {
            return new SubjectDecision(true, $"{Quote(_signs.Tellers(columns).Select(static column => column.Name))} could describe a person, and {says}");
        }
        if (thing == 0 && people.Count > 0)
        {
            return new SubjectDecision(null, $"only {Quote(people.Select(static column => column.Name))} could describe a person") { ReadsLikePerson = true };
        }

        var personFile = lexicon.TypeSubject(fileWords, "user");
        var against = _signs.AgainstThing(columns, thingType is null && (personFile ?? lexicon.AroundSubject(around, "user")) is not null);
        var isThing = thing + (thingType is null ? 0 : MoreForThingsName) > against.Count;
        if (text is not null)
        {
            // A text is about what it tells, not about who wrote it, as long as nothing tells of somebody.
            var others = columns.Where(column => column.Name != text).ToList();
            var tells = (PrivateText(typeWords, columns) ?? personFile) is not null || others.Exists(_signs.TellsOfSomebody);
            if (!tells && person == 0 && !others.Exists(PersonSigns.FitsOnlyPerson)) return new SubjectDecision(false, $"'{text}' holds a text, and no name says whose");
            return tells || !isThing
                ? new SubjectDecision(null, $"'{text}' holds text that people write; who it is about cannot be told from names")
                : new SubjectDecision(false, thingWords);
        }
        if (thing > 0)
        {
            return isThing ? new SubjectDecision(false, thingWords) : new SubjectDecision(null, $"{Quote(against)} could tell of a person, but {thingWords}");
        }

        return ByWeakSigns(typeWords, columns, fileWords, around, person > 0);
    }

    /// <summary>Whether a column of a row that has an owner tells of somebody by its own name, or holds what somebody wrote; of a thing that somebody owns only what nothing but a person has.</summary>
    private bool TellsBesideOwner(NamedColumn column, bool isThing)
    {
        if (column.Match is { } match && (match.Term.Category == "user.unique_id" || PersonSigns.PointsAtPerson(match.Term.Category))) return false;
        string[] one = [.. column.Words.Select(static word => word.Length > 4 && word[word.Length - 1] == 's' ? word.Substring(0, word.Length - 1) : word)];
        if (column.Match is { Strict: true } || lexicon.IsOfPerson(column.Words) || lexicon.ColumnSubject(one, "user") is not null) return true;
        return !isThing && (column.Match is not null
            || (column.Kind is ValueKind.Text or ValueKind.Unknown && (lexicon.ColumnSubject(column.Words, "user.content") ?? lexicon.ColumnSubject(column.Words, PrivateContent)) is not null));
    }

    /// <summary>Where no name says what a row is about: what is said of things as a rule, file and namespace. Any sign of a person leaves it open.</summary>
    private SubjectDecision ByWeakSigns(IReadOnlyList<string> typeWords, IReadOnlyList<NamedColumn> columns, IReadOnlyList<string> fileWords, IReadOnlyList<string> around, bool speaksOfPerson)
    {
        var measure = lexicon.TypeSubject(typeWords, Measure) ?? MeasureIn(columns);
        var thingFile = lexicon.TypeSubject(fileWords, "system") ?? lexicon.TypeSubject(fileWords, Measure);
        if (lexicon.TypeSubject(fileWords, "user") is { } personFile)
        {
            return measure is null && thingFile is null && lexicon.TypeSubject(fileWords, "user.content") is null
                ? new SubjectDecision(true, $"the file's name says '{personFile}'")
                : new SubjectDecision(null, $"the file's name says '{personFile}', but other names speak of things");
        }
        if (speaksOfPerson || columns.Any(_signs.MayTellOfSomebody) || SpeaksOfPeople(typeWords, fileWords, around)) return new SubjectDecision(null, "no name says what a row describes");
        if (measure is not null) return new SubjectDecision(false, $"'{measure}' is said of things, and no name says of whom");
        if (thingFile is not null) return new SubjectDecision(false, $"the file's name says '{thingFile}'");
        if (LooseText(columns, around) is { } text) return new SubjectDecision(false, $"'{text}' holds a text, and no name says whose");
        return lexicon.AroundSubject(around, "system") is { } space
            ? new SubjectDecision(false, $"the namespace says '{space}', and no name speaks of a person")
            : new SubjectDecision(null, "no name says what a row describes");
    }

    /// <summary>A column that ends in a word for a text ("ViolationDescription"), or the one without a meaning where the namespace speaks of texts.</summary>
    private string? LooseText(IReadOnlyList<NamedColumn> columns, IReadOnlyList<string> around)
    {
        var texts = columns.Where(static column => column.Kind == ValueKind.Text).ToList();
        return texts.Find(column => lexicon.EndsIn(column.Words, "user.content"))?.Name
            ?? (lexicon.AroundSubject(around, "user.content") is null ? null : texts.Find(static column => column.Match is null)?.Name);
    }

    /// <summary>Type, file or namespace speak of people, of a fact about them, or of where rows are about people as a rule: enough to leave a measure undecided.</summary>
    private bool SpeaksOfPeople(IReadOnlyList<string> typeWords, IReadOnlyList<string> fileWords, IReadOnlyList<string> around) =>
        (lexicon.AroundSubject(around, "user") ?? lexicon.AroundSubject(around, AmongPeople) ?? lexicon.TypeSubject(typeWords, AmongPeople) ?? lexicon.TypeSubject(fileWords, AmongPeople)) is not null
        || FactIn(fileWords) is not null;

    /// <summary>What a file is named after that is a fact about people ("salaries.csv"); null when it is none, or is measured of things.</summary>
    private string? FactIn(IReadOnlyList<string> fileWords) =>
        lexicon.TypeName(fileWords) is { } file && PersonSigns.FitsPerson(file.Term.Category) && lexicon.TypeSubject(fileWords, Measure) is null ? file.Term.Words : null;

    private string? MeasureIn(IReadOnlyList<NamedColumn> columns) => columns.Select(column => lexicon.ColumnSubject(column.Words, Measure)).FirstOrDefault(static word => word is not null);

    /// <summary>"UserQuery" with a text and its label is a text that somebody wrote; what it is about stands in the text.</summary>
    private bool IsTextOfSomebody(IReadOnlyList<string> typeWords, IReadOnlyList<NamedColumn> columns) =>
        lexicon.TypeSubject(typeWords, "user.content") is not null && PeoplesText(typeWords, columns) is not null && columns.All(column => column.Match is not { PersonLevel: true } && !lexicon.IsOfPerson(column.Words));

    /// <summary>What namespace or file say of people, as a clause; null when they say nothing, or speak of things as well. Enough beside a column, and not alone.</summary>
    private string? OfSurroundings(IReadOnlyList<string> around, IReadOnlyList<string> fileWords) =>
        lexicon.AroundSubject(around, "system") is not null || lexicon.TypeSubject(fileWords, "system") is not null ? null
        : lexicon.AroundSubject(around, "user") is { } inNamespace ? $"the namespace says '{inNamespace}'"
        : (lexicon.TypeSubject(fileWords, "user") ?? FactIn(fileWords)) is { } inFile ? $"the file's name says '{inFile}'"
        : null;

    /// <summary>The words of a file's name, of a pattern those of its folder.</summary>
    private static IReadOnlyList<string> FileWords(string? file)
    {
        var segments = file is null ? [] : FilePaths.Segments(file);
        for (var at = segments.Length - 1; at >= Math.Max(0, segments.Length - 2); at--)
        {
            var (segment, end) = (segments[at], segments[at].LastIndexOf('.'));
            if (IdentifierWords.Split(end > 0 ? segment.Substring(0, end) : segment) is { Count: > 0 } words) return words;
        }
        return [];
    }

    /// <summary>What only somebody in particular writes, or what is written about somebody.</summary>
    private string? PrivateText(IReadOnlyList<string> typeWords, IReadOnlyList<NamedColumn> columns) =>
        lexicon.TypeSubject(typeWords, PrivateContent) ?? columns.Select(column => lexicon.ColumnSubject(column.Words, PrivateContent)).FirstOrDefault(static word => word is not null);

    private string? PeoplesText(IReadOnlyList<string> typeWords, IReadOnlyList<NamedColumn> columns)
    {
        foreach (var column in columns)
        {
            if (column.Kind is ValueKind.Text or ValueKind.Unknown && (lexicon.ColumnSubject(column.Words, "user.content") ?? lexicon.ColumnSubject(column.Words, PrivateContent)) is not null) return column.Name;
        }
        var inType = lexicon.TypeSubject(typeWords, "user.content") ?? lexicon.TypeSubject(typeWords, PrivateContent);
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
    /// <summary>The columns that tell of somebody by themselves, where the row is about a person only since it says whose it is; null where more says so.</summary>
    public IReadOnlyList<string>? BesideOwner { get; init; }

    /// <summary>Nothing speaks against a person: a name that can mean a person's may be read so.</summary>
    public bool ReadsLikePerson { get; init; } = AboutPeople == true;
}
