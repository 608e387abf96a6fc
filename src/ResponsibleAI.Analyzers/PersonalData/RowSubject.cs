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

    /// <summary>So many names that would fit a person weigh as much as one that says it.</summary>
    private const int EnoughFitting = 2;

    /// <summary>In the lexicon: what is measured of things as a rule, and of people sometimes.</summary>
    private const string Measure = "system.operations";

    private const string PrivateContent = "user.content.private";

    private static readonly string[] s_fitsPerson =
    [
        "user.account", "user.behavior", "user.children", "user.demographic", "user.education", "user.financial", "user.health", "user.household", "user.payment",
        "user.professional_information",
    ];

    /// <summary>Facts that no house, car or product has; one of them weighs as much as two others.</summary>
    private static readonly HashSet<string> s_onlyPeopleHave = new(StringComparer.Ordinal)
    {
        "user.criminal_history", "user.demographic.date_of_birth", "user.demographic.marital_status", "user.demographic.political_opinion", "user.demographic.religious_belief",
        "user.demographic.sexual_orientation", "user.government_id.national_identification_number", "user.government_id.passport_number",
    };

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
            if (known.Columns[at] is { Category: { } category } && PointsAtPerson(category)) return new SubjectDecision(true, $"{known.Why}; '{columns[at].Name}' says whose");
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
        var owner = columns.FirstOrDefault(static column => column.Match is { PersonLevel: true } match && PointsAtPerson(match.Term.Category));
        if (owner is not null) return new SubjectDecision(true, $"'{owner.Name}' is the id of a person");

        var people = columns.Where(static column => column.Match is { PersonLevel: true }).ToList();
        var person = Person(typeWords, columns) + (personType is null ? 0 : 1);
        var things = columns
            .Where(static column => column.Match is not { PersonLevel: true })
            .Select(column => (column.Name, Word: lexicon.ColumnSubject(column.Words, "system")))
            .Where(static column => column.Word is not null)
            .ToList();
        var thing = things.Count + (thingType is null ? 0 : WeightOfTypeName);

        if (personType is not null && (thing == 0 || lexicon.NamesOnlyPerson(typeWords)) && !IsTextOfSomebody(typeWords, columns)) return new SubjectDecision(true, $"the type's name says '{personType}'");
        var onlyPeopleHave = people.Exists(static column => column.Match is { Strict: true } match && s_onlyPeopleHave.Contains(match.Term.Category));
        if (onlyPeopleHave) person++;
        if (person >= EnoughForPerson && (thing == 0 || ((onlyPeopleHave || person > EnoughForPerson) && person > thing)))
        {
            return new SubjectDecision(true, $"the columns {Quote(Tellers(columns).Select(static column => column.Name))} describe a person");
        }

        var text = PeoplesText(typeWords, columns);
        var writer = people.Find(static column => column.Match!.Strict);
        if (thing == 0 && text is not null && writer is not null) return new SubjectDecision(true, $"'{text}' holds text that people write and '{writer.Name}' describes a person");

        var named = columns.FirstOrDefault(static column => column.Match is { Term.Category: "user.name" });
        if (thing == 0 && named is not null && writer is not null) return new SubjectDecision(true, $"'{named.Name}' names somebody whom '{writer.Name}' describes");

        var thingWords = thingType is not null ? $"the type's name says '{thingType}'" : $"the column names say {Quote(things.Select(static column => $"{column.Word}"))}";
        if (person >= EnoughForPerson || (thing > 0 && (personType is not null || people.Exists(static column => column.Match!.Strict))))
        {
            var personWords = Quote(people.Select(static column => column.Name).Concat(personType is null ? [] : [personType]));
            return new SubjectDecision(null, $"{personWords} could describe a person, but {thingWords}");
        }
        var fileWords = FileWords(file);
        if (thing == 0 && personType is null && person > 0 && Tellers(columns).Any() && OfSurroundings(around, fileWords) is { } says)
        {
            return new SubjectDecision(true, $"{Quote(Tellers(columns).Select(static column => column.Name))} could describe a person, and {says}");
        }
        if (thing == 0 && people.Count > 0)
        {
            return new SubjectDecision(null, $"only {Quote(people.Select(static column => column.Name))} could describe a person") { ReadsLikePerson = true };
        }

        var personFile = lexicon.TypeSubject(fileWords, "user");
        if (text is not null)
        {
            // A text is about what it tells, not about who wrote it, as long as nothing tells of somebody.
            var tells = PrivateText(typeWords, columns) ?? personFile ?? columns.FirstOrDefault(column => column.Name != text && column.Match is { } match && (match.Strict || match.PersonLevel || FitsPerson(match.Term.Category) || match.Term.Category.StartsWith("user.name", StringComparison.Ordinal)))?.Name;
            return tells is null && person == 0
                ? new SubjectDecision(false, $"'{text}' holds a text, and no name says whose")
                : new SubjectDecision(null, $"'{text}' holds text that people write; who it is about cannot be told from names");
        }
        if (thing > 0) return new SubjectDecision(false, thingWords);

        var measure = lexicon.TypeSubject(typeWords, Measure) ?? columns.Select(column => lexicon.ColumnSubject(column.Words, Measure)).FirstOrDefault(static word => word is not null);
        var thingFile = lexicon.TypeSubject(fileWords, "system") ?? lexicon.TypeSubject(fileWords, Measure);
        if (personFile is not null)
        {
            return measure is null && thingFile is null && lexicon.TypeSubject(fileWords, "user.content") is null
                ? new SubjectDecision(true, $"the file's name says '{personFile}'")
                : new SubjectDecision(null, $"the file's name says '{personFile}', but other names speak of things");
        }
        if (person == 0 && !columns.Any(static column => column.Match is { } match && (match.PersonLevel || FitsPerson(match.Term.Category))) && (measure ?? thingFile) is { } sign) return new SubjectDecision(false, measure is null ? $"the file's name says '{sign}'" : $"'{sign}' is measured of things, and no name says of whom");
        return new SubjectDecision(null, "no name says what a row describes");
    }

    /// <summary>"UserQuery" with a text and its label is a text that somebody wrote; what it is about stands in the text.</summary>
    private bool IsTextOfSomebody(IReadOnlyList<string> typeWords, IReadOnlyList<NamedColumn> columns) =>
        lexicon.TypeSubject(typeWords, "user.content") is not null && PeoplesText(typeWords, columns) is not null && columns.All(column => column.Match is not { PersonLevel: true } && !lexicon.IsOfPerson(column.Words));

    /// <summary>What namespace or file say of people, as a clause; null when they say nothing, or speak of things as well. Enough beside a column, and not alone.</summary>
    private string? OfSurroundings(IReadOnlyList<string> around, IReadOnlyList<string> fileWords) =>
        lexicon.TypeSubject(around, "system") is not null || lexicon.TypeSubject(fileWords, "system") is not null ? null
        : lexicon.TypeSubject(around, "user") is { } inNamespace ? $"the namespace says '{inNamespace}'"
        : lexicon.TypeSubject(fileWords, "user") is { } inFile ? $"the file's name says '{inFile}'"
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

    /// <summary>How much speaks for a person besides a type's name that says so: each fact about one person, once; a column of somebody ("CustomerTenureDays"); several names that would fit a person.</summary>
    private int Person(IReadOnlyList<string> typeWords, IReadOnlyList<NamedColumn> columns)
    {
        var facts = new HashSet<(string, string)>();
        var fitting = new HashSet<string>(StringComparer.Ordinal);
        foreach (var match in columns.Select(static column => column.Match).Append(TypeMeaning(typeWords)))
        {
            if (match is { PersonLevel: true, Term: var term }) facts.Add((term.Category, term.Words));
            else if (match is { Term: var other } && FitsPerson(other.Category)) fitting.Add(other.Words);
        }
        var ofSomebody = columns.Any(column => column.Match is not { PersonLevel: true } && lexicon.IsOfPerson(column.Words));
        return facts.Count + (ofSomebody ? 1 : 0) + (fitting.Count >= EnoughFitting ? 1 : 0);
    }

    /// <summary>"EmailData" is about mails, not about the address of somebody.</summary>
    private NameMatch? TypeMeaning(IReadOnlyList<string> typeWords) => lexicon.TypeName(typeWords) is { } match && FitsPerson(match.Term.Category) ? match : null;

    private IEnumerable<NamedColumn> Tellers(IReadOnlyList<NamedColumn> columns)
    {
        var people = columns.Where(static column => column.Match is { PersonLevel: true });
        var others = columns.Where(column => column.Match is not { PersonLevel: true } && (lexicon.IsOfPerson(column.Words) || (column.Match is { } match && FitsPerson(match.Term.Category))));
        return people.Concat(others);
    }

    /// <summary>Names, places and numbers are on things as often as on people; what is left fits people better.</summary>
    private static bool FitsPerson(string category) =>
        s_fitsPerson.Any(part => category.StartsWith(part, StringComparison.Ordinal) && (category.Length == part.Length || category[part.Length] == '.'));

    private static bool PointsAtPerson(string category) =>
        category is "user.unique_id" or "user.account.username" || category.StartsWith("user.unique_id.", StringComparison.Ordinal);

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
    /// <summary>Nothing speaks against a person: a name that can mean a person's may be read so.</summary>
    public bool ReadsLikePerson { get; init; } = AboutPeople == true;
}
