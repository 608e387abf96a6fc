using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>Tells which columns of a row are personal data, of which category, and what decided.</summary>
/// <remarks>
/// Strongest layer first: attribute, data card, value type, strict name, columns of a known dataset, contextual name, row subject. A card that says the data is
/// not personal or is anonymized outweighs names, not attributes and not its own columns. Safe for concurrent use; never throws.
/// </remarks>
internal sealed class PersonalDataClassifier
{
    private readonly Lexicon _lexicon;
    private readonly RowSubject _subject;
    private readonly PersonalAttributes _attributes;
    private readonly RowMembers _members;
    private readonly PersonalValueTypes _valueTypes;
    private readonly Dictionary<string, string> _currentCategories;
    private readonly KnownDatasets _known;
    private readonly ConcurrentDictionary<Asked, RowAssessment> _assessed = new();

    /// <param name="snapshot">The policy: lexicon, taxonomy, known datasets.</param>
    /// <param name="compilation">Where the attribute and value types are looked up, once.</param>
    public PersonalDataClassifier(PolicySnapshot snapshot, Compilation compilation)
    {
        _lexicon = Lexicon.Of(snapshot.Lexicon);
        _subject = new RowSubject(_lexicon);
        _known = KnownDatasets.Of(snapshot.Datasets);
        var types = new TypeNames(compilation);
        _attributes = new PersonalAttributes(types);
        _members = new RowMembers(types);
        _valueTypes = new PersonalValueTypes(types, _attributes);
        _currentCategories = snapshot.Categories
            .Where(category => category.ReplacedBy is not null)
            .GroupBy(category => category.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().ReplacedBy!, StringComparer.Ordinal);
    }

    /// <summary>Assesses a row type.</summary>
    /// <param name="rowType">The class, struct or record whose public members are the columns.</param>
    /// <param name="card">The data card of the dataset; null when it is not known.</param>
    /// <param name="file">The file that is loaded, which supports the recognition of a known dataset; null when not known.</param>
    /// <param name="copies">What the rows are made of; null when they are read as they are.</param>
    public RowAssessment Assess(INamedTypeSymbol rowType, DataCard? card, string? file = null, RowCopies? copies = null)
    {
        if (copies is { Members.Count: > 0 })
            return Assess(rowType, card, file, new CopiedRows(copies, rowType, this));
        var asked = new Asked(rowType, card, file);
        return _assessed.TryGetValue(asked, out var known) ? known : _assessed.GetOrAdd(asked, Assess(rowType, card, file, copied: (CopiedRows?)null));
    }

    private RowAssessment Assess(INamedTypeSymbol rowType, DataCard? card, string? file, CopiedRows? copied) => Assess(
        TypeWords(rowType),
        _members.Of(rowType).Select(member => new Column(member.Column, member.Symbol, member.Type, ValueKinds.Of(member.Type))).ToList(),
        _attributes.Read(rowType),
        card,
        file,
        NamespaceWords(rowType),
        copied);

    /// <summary>Assesses columns that are listed without a row type, such as TextLoader.Column[].</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="card">The data card of the dataset; null when it is not known.</param>
    /// <param name="file">The file that is loaded, which supports the recognition of a known dataset; null when not known.</param>
    public RowAssessment Assess(IReadOnlyList<ColumnShape> columns, DataCard? card, string? file = null) =>
        Assess([], columns.Select(column => new Column(column.Name, null, null, ValueKinds.Of(column.Type))).ToList(), rowAttribute: null, card, file, [], copied: null);

    /// <summary>The one well-known dataset whose files go by this name; null when none does or several do.</summary>
    public KnownDataset? KnownByFile(string file) => _known.ByFile(file);

    private RowAssessment Assess(IReadOnlyList<string> typeWords, List<Column> columns, AttributeWord? rowAttribute, DataCard? card, string? file, IReadOnlyList<string> around, CopiedRows? copied)
    {
        var named = columns.ConvertAll(Name);
        var stated = columns.ConvertAll(column => column.Member is null ? null : _attributes.Read(column.Member));
        var dataset = _known.Match(columns.ConvertAll(NamesOf), file);
        var decision = _subject.Decide(typeWords, named, rowAttribute ?? AboutPerson(stated), card, dataset, file, around, columns.Count == 0 && file is not null ? _known.SubjectByFile(file) : null);
        if (decision.AboutPeople is null)
            decision = copied?.Subject() ?? decision;
        var cardColumns = CardColumns(card);
        var namesCount = card?.SubjectsData is not ("not-personal" or "anonymized") && rowAttribute is not { Category: null };

        var result = new List<RowColumn>(columns.Count);
        for (var at = 0; at < columns.Count; at++)
        {
            var column = columns[at];
            var personal = stated[at] is { } word
                ? OfAttribute(word, named[at])
                : FindCardColumn(cardColumns, column) is { } cardColumn && OfCard(cardColumn, card!, named[at]) is { Decided: true } byCard
                    ? byCard.Personal
                    : namesCount ? _valueTypes.Of(column.Type, _lexicon) ?? (dataset?.Columns[at] is { } published ? OfKnown(published, dataset, named[at], decision) : OfName(named[at], decision) ?? copied?.Column(column.Member) ?? OfRow(decision, column.Type)) : null;
            result.Add(new RowColumn(column.Name, column.Member, personal));
        }
        return new RowAssessment(decision.AboutPeople, decision.Why, result) { Known = dataset, BesideOwner = decision.BesideOwner };
    }

    /// <summary>In a row about people the published meaning counts where the name alone is not enough; else only what the catalog says is somebody's.</summary>
    private static PersonalColumn? OfKnown(KnownColumn published, KnownMatch dataset, NamedColumn named, SubjectDecision decision)
    {
        var category = published.Category is { } key ? new PersonalColumn(key, DecidingLayer.RowSubject, dataset.Evidence) : null;
        if (decision.AboutPeople != true) return category;
        var strict = named.Match is { Strict: true } ? OfName(named, decision) : null;
        return strict ?? category ?? OfName(named, decision) ?? (dataset.AboutPeople == true ? new PersonalColumn("user", DecidingLayer.RowSubject, dataset.Evidence) : OfRow(decision));
    }

    /// <summary>A member that is marked as somebody's data tells what the row is about.</summary>
    private static AttributeWord? AboutPerson(List<AttributeWord?> stated) => stated.Find(word => word is { Category: not null, SaysPerson: true });

    private PersonalColumn? OfAttribute(AttributeWord word, NamedColumn named)
    {
        if (word.Category is null) return null;
        return word.ByName && named.Match is { } match
            ? new PersonalColumn(Current(match.Term.Category), DecidingLayer.Attribute, $"attribute [{word.Attribute}]") { HoldsNamed = match.HoldsNamed }
            : new PersonalColumn(Current(word.Category), DecidingLayer.Attribute, $"attribute [{word.Attribute}]");
    }

    /// <summary>What the card says of a column: personal, not personal, or nothing that decides.</summary>
    private (bool Decided, PersonalColumn? Personal) OfCard(CardColumn column, DataCard card, NamedColumn named)
    {
        var evidence = $"data card '{card.Id}'";
        foreach (var category in column.Categories)
        {
            if (category == "user" || category.StartsWith("user.", StringComparison.Ordinal))
            {
                return (true, new PersonalColumn(Current(category), DecidingLayer.DataCard, evidence));
            }
        }
        if (column.Categories.Count > 0) return (true, null);
        var identifying = column.Roles?.Any(role => role is "direct-identifier" or "quasi-identifier" or "sensitive" or "protected") == true;
        return identifying ? (true, new PersonalColumn(named.Match?.Term.Category ?? "user", DecidingLayer.DataCard, evidence) { HoldsNamed = named.Match is { } match ? match.HoldsNamed : true }) : (false, null);
    }

    private static PersonalColumn? OfName(NamedColumn named, SubjectDecision decision)
    {
        if (named.Match is not { } match) return null;
        if (match.Strict) return new PersonalColumn(match.Term.Category, DecidingLayer.StrictName, $"name '{match.Term.Words}'") { HoldsNamed = match.HoldsNamed };
        var readable = decision.AboutPeople == true || (decision.ReadsLikePerson && match.PersonLevel);
        var where = decision.AboutPeople == true ? " in a row about people" : "";
        return readable ? new PersonalColumn(match.Term.Category, DecidingLayer.ContextualName, $"name '{match.Term.Words}'{where}") { HoldsNamed = match.HoldsNamed } : null;
    }

    private PersonalColumn? OfRow(SubjectDecision decision, ITypeSymbol? type) =>
        decision.AboutPeople == true ? _valueTypes.InRowAboutPeople(type) ?? OfRow(decision) : null;

    private static PersonalColumn? OfRow(SubjectDecision decision) =>
        decision.AboutPeople == true ? new PersonalColumn("user", DecidingLayer.RowSubject, "its row about people") : null;

    private static IReadOnlyList<string> NamesOf(Column column) =>
        column.Member is null || column.Member.Name == column.Name ? [column.Name] : [column.Member.Name, column.Name];

    /// <summary>The member's own name first, then the column's: a member Col0 may be the column "age".</summary>
    private NamedColumn Name(Column column)
    {
        var kind = column.Kind;
        var words = IdentifierWords.Split(column.Member?.Name ?? column.Name);
        var match = _lexicon.Name(words, kind);
        if (match is null && IdentifierWords.WithoutGluedParticles(words) is { } apart && _lexicon.Name(apart, kind) is { } byParts) (words, match) = (apart, byParts);
        if (match is null && column.Member is not null && column.Member.Name != column.Name)
        {
            var columnWords = IdentifierWords.Split(column.Name);
            if (_lexicon.Name(columnWords, kind) is { } byColumn) (words, match) = (columnWords, byColumn);
        }
        return new NamedColumn(column.Name, words, kind, match);
    }

    private static Dictionary<string, CardColumn> CardColumns(DataCard? card)
    {
        var byKey = new Dictionary<string, CardColumn>(StringComparer.Ordinal);
        foreach (var column in card?.Columns ?? [])
        {
            var key = IdentifierWords.Key(column.Name);
            if (!byKey.ContainsKey(key)) byKey.Add(key, column);
        }
        return byKey;
    }

    private static CardColumn? FindCardColumn(Dictionary<string, CardColumn> byKey, Column column)
    {
        if (byKey.Count == 0) return null;
        if (byKey.TryGetValue(IdentifierWords.Key(column.Name), out var found)) return found;
        return column.Member is not null && byKey.TryGetValue(IdentifierWords.Key(column.Member.Name), out found) ? found : null;
    }

    private string Current(string category) => _currentCategories.TryGetValue(category, out var current) ? current : category;

    /// <summary>Model Builder nests ModelInput in a class that has the model's name, so the types around count too.</summary>
    private static List<string> TypeWords(INamedTypeSymbol type)
    {
        var words = new List<string>();
        for (var at = type; at is not null; at = at.ContainingType) words.AddRange(IdentifierWords.Split(at.Name));
        return words;
    }

    private static List<string> NamespaceWords(INamedTypeSymbol type)
    {
        var words = new List<string>();
        for (var at = type.ContainingNamespace; at is { IsGlobalNamespace: false }; at = at.ContainingNamespace) words.InsertRange(0, IdentifierWords.Split(at.Name));
        return words;
    }

    private sealed record Column(string Name, ISymbol? Member, ITypeSymbol? Type, ValueKind Kind);

    /// <summary>Cards by reference: two cards can have the same id by mistake.</summary>
    private sealed record Asked(INamedTypeSymbol Row, DataCard? Card, string? File)
    {
        public bool Equals(Asked? other) =>
            other is not null && ReferenceEquals(Card, other.Card) && File == other.File && SymbolEqualityComparer.Default.Equals(Row, other.Row);

        public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Row);
    }
}
