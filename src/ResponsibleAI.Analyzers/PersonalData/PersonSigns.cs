namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>What the names of a row type and its columns say for a person, and how much of it weighs against a thing.</summary>
internal sealed class PersonSigns(Lexicon lexicon)
{
    /// <summary>So many names that would fit a person weigh as much as one that says it.</summary>
    private const int EnoughFitting = 2;

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

    /// <summary>Facts about people that animals, machines and positions in a list have, too.</summary>
    private static readonly HashSet<string> s_thingsHaveToo = new(StringComparer.Ordinal)
    {
        "user.demographic.age_range", "user.demographic.gender", "user.demographic.race_ethnicity", "user.professional_information.job_title",
    };

    /// <summary>How much speaks for a person besides a type's name that says so: each fact about one person, once; a column of somebody ("CustomerTenureDays"); several names that would fit a person.</summary>
    public int Weigh(IReadOnlyList<string> typeWords, IReadOnlyList<NamedColumn> columns)
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

    public IEnumerable<NamedColumn> Tellers(IReadOnlyList<NamedColumn> columns)
    {
        var people = columns.Where(static column => column.Match is { PersonLevel: true });
        var others = columns.Where(column => column.Match is not { PersonLevel: true } && (lexicon.IsOfPerson(column.Words) || (column.Match is { } match && FitsPerson(match.Term.Category))));
        return people.Concat(others);
    }

    /// <summary>Names, places and numbers are on things as often as on people; what is left fits people better.</summary>
    public static bool FitsPerson(string category) =>
        s_fitsPerson.Any(part => category.StartsWith(part, StringComparison.Ordinal) && (category.Length == part.Length || category[part.Length] == '.'));

    public static bool PointsAtPerson(string category) =>
        category is "user.unique_id" or "user.account.username" || category.StartsWith("user.unique_id.", StringComparison.Ordinal);

    /// <summary>A column of somebody, or one whose whole name means what fits a person: "CustomerProduct", "Housing".</summary>
    public bool IsMoreOfPerson(NamedColumn column) => lexicon.IsOfPerson(column.Words) || FitsOnlyPerson(column);

    /// <summary>What weighs against a thing, a name for each: a person fits it better, or only people have it. Height and weight weigh nothing: whatever can be touched has them.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="isAmongPeople">Whether file or namespace speak of people.</param>
    public List<string> AgainstThing(IReadOnlyList<NamedColumn> columns, bool isAmongPeople)
    {
        var against = new List<string>();
        foreach (var same in columns.Where(static column => column.Match is { } match && FitsPerson(match.Term.Category) && !IsMeasure(match)).GroupBy(static column => column.Match!.Term.Words, StringComparer.Ordinal))
        {
            var match = same.First().Match!;
            if (!match.PersonLevel) against.Add(same.First().Name);
            else if (!s_thingsHaveToo.Contains(match.Term.Category)) against.AddRange([same.First().Name, same.First().Name]);
        }
        against.AddRange(columns.Where(column => column.Match is null && lexicon.IsOfPerson(column.Words)).Select(static column => column.Name));
        if (isAmongPeople) against.Add("the file or the namespace");
        return against;
    }

    /// <summary>What a text's row says besides: somebody's name or a fact about somebody.</summary>
    public bool TellsOfSomebody(NamedColumn column) =>
        lexicon.IsOfPerson(column.Words) || (column.Match is { } match && (match.Strict || match.PersonLevel || match.Term.Category.StartsWith("user.name", StringComparison.Ordinal)));

    /// <summary>Whether a name may tell of somebody at all, were it alone. A temperature is rather that of a thing.</summary>
    public bool MayTellOfSomebody(NamedColumn column) =>
        lexicon.IsOfPerson(column.Words)
        || (column.Match is { } match && (match.Strict || match.PersonLevel || (FitsPerson(match.Term.Category) && lexicon.ColumnSubject(column.Words, RowSubject.Measure) is null)));

    /// <summary>A name that fits a person and not whatever can be measured or read: the language beside a text is the text's.</summary>
    public static bool FitsOnlyPerson(NamedColumn column) =>
        column.Match is { PersonLevel: false, Term.Category: not "user.demographic.language" } match && FitsPerson(match.Term.Category) && !IsMeasure(match);

    public static bool IsOfBodyOrMoney(NameMatch match) =>
        match.Strict && (match.Term.Category.StartsWith("user.health", StringComparison.Ordinal) || match.Term.Category.StartsWith("user.financial", StringComparison.Ordinal));

    /// <summary>Height, weight, temperature: measured of bodies and of whatever else can be measured.</summary>
    private static bool IsMeasure(NameMatch match) => match is { Strict: false, PersonLevel: false, Term.Category: "user.health.vital_signs" };

    public static bool OnlyPeopleHave(NameMatch match) =>
        s_onlyPeopleHave.Contains(match.Term.Category) || (match.Term.Category == "user.financial.credit_card" && match.HoldsNamed != false);
}
