using System.Globalization;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Rules.Conditions;
using ResponsibleAI.Policy.Rules.Proving;

namespace ResponsibleAI.Policy.Rules.Explaining;

/// <summary>Says conditions in English. Keys stand between backticks, beside what the key table says of them.</summary>
internal static class ConditionWords
{
    /// <summary>Words of a shared list that a sentence names.</summary>
    private const int MostWords = 6;

    /// <summary>A condition as part of a sentence: "the record of consent (`consent.evidence`) is provided", with must: "… must be provided".</summary>
    public static string Sentence(Condition condition, bool must = false) => Sentence(condition, must, negated: false);

    /// <summary>A condition with everything that named conditions and lists of words hold: two that read the same are the same.</summary>
    public static string Exactly(Condition condition) => Sentence(ConditionMutants.Rewritten(condition, inner => inner switch
    {
        Named named => ConditionMutants.Rewritten(named.Body, _ => null),
        OneOf { List: not null } test => new OneOf(test.Path, test.Words, test.IsNegated),
        _ => null,
    }));

    /// <summary>A condition as a list of lines, parts below what joins them.</summary>
    public static Clause Lines(Condition condition, bool must = false) => condition switch
    {
        All all => new("all of these hold:", [.. Flat(all).Select(part => Lines(part, must))]),
        Any any => new("at least one of these holds:", [.. any.Parts.Select(part => Lines(part, must))]),
        Named { Title.Length: > 0 } named => new(Sentence(named, must), [Lines(named.Body)]),
        Quantified { Body: All or Any } list => new(Head(list.Path, list.Where, list.Quantity, must, negated: false) + ":", [Lines(list.Body, must && list.Quantity == Quantity.Every)]),
        _ => new(Sentence(condition, must), []),
    };

    /// <summary>The keys that a condition reads, with what the key table says of them, each once.</summary>
    public static IEnumerable<FieldPath> Paths(Condition? condition) => condition switch
    {
        null => [],
        All all => all.Parts.SelectMany(Paths),
        Any any => any.Parts.SelectMany(Paths),
        Not not => Paths(not.Part),
        Named named => Paths(named.Body),
        Quantified list => [list.Path, .. Paths(list.Where), .. Paths(list.Body)],
        Counted count => [count.Path, .. Paths(count.Where), .. count.Bounds.Select(bound => bound.Operand.Path).OfType<FieldPath>()],
        SameAs same => [same.Path, same.Others.First],
        Ordered { Operand.Path: { } other } order => [order.Path, other],
        Contains { Operand.Path: { } other } contains => [contains.Path, other],
        FieldTest test => [test.Path],
        _ => [],
    };

    /// <summary>The value as rules and cards write it, with its meaning where it is an id.</summary>
    public static string Word(object word) => word switch
    {
        bool flag => flag ? "true" : "false",
        string text => DpvIds.Meaning(text) is { } meaning ? $"{text} ({meaning})" : text,
        DateInterval date => Date(date),
        _ when ReferenceEquals(word, Operand.None) => "none",
        _ => string.Format(CultureInfo.InvariantCulture, "{0}", word),
    };

    private static string Sentence(Condition condition, bool must, bool negated) => condition switch
    {
        All all => Joined(all.Parts, negated ? "or" : "and", must, negated),
        Any any => (any.Parts.Length == 2 && !negated ? "either " : "") + Joined(any.Parts, negated ? "and" : "or", must, negated),
        Not not => Sentence(not.Part, must, !negated),
        Named { Title.Length: > 0 } named => negated ? $"it {(must ? "must not be" : "is not")} so that {named.Title}" : must ? $"it must be so that {named.Title}" : named.Title,
        Named named => Sentence(named.Body, must, negated),
        Quantified list => $"{Head(list.Path, list.Where, list.Quantity, must, negated)} {Sentence(list.Body, must && list.Quantity == Quantity.Every && !negated, false)}",
        Counted count => $"the number of entries of {Subject(count.Path)}{Where(count.Where)} {Be(must, negated)} {And(count.Bounds.Select(bound => bound.Order is { } order ? $"{Word(order, isDate: false)} {Value(bound.Operand)}" : Value(bound.Operand)))}",
        OneOf words => $"{Subject(words.Path)} {Be(must, negated != words.IsNegated)} {Words(words)}",
        Provided provided => $"{Subject(provided.Path)} {Be(must, negated == provided.Expected)} provided",
        Stated stated => $"{Subject(stated.Path)} {Be(must, negated == stated.Expected)} stated on the card",
        SameAs same => $"{Subject(same.Path)} {Be(must, negated != same.IsNegated)} {(same.Others.IsSingle ? "the same as" : "one of")} `{same.Others.Written}`",
        Ordered order => $"{Subject(order.Path)} {Be(must, negated)} {Word(order.Comparison, order.Path.Field.Type == FieldType.Date)} {Value(order.Operand)}",
        NotOlderThan age => $"{Subject(age.Path)} {Be(must, negated)} at most {Value(age.Days)} days ago",
        Contains contains => $"{Subject(contains.Path)} {(must ? negated ? "must not name" : "must name" : negated ? "does not name" : "names")} {Value(contains.Operand)}",
        Matches matches => $"{Subject(matches.Path)} {(must ? negated ? "must not match" : "must match" : negated ? "does not match" : "matches")} the pattern {matches.Pattern}",
        Under under => $"{Subject(under.Path)} {Be(must, negated)} the data category {under.Category} or one below it",
        _ => condition.ToString() ?? "",
    };

    /// <summary>The parts, and those of parts that are nothing but parts themselves.</summary>
    private static IEnumerable<Condition> Flat(All all) => all.Parts.SelectMany(part => part is All inner ? Flat(inner) : [part]);

    private static string Joined(IReadOnlyList<Condition> parts, string joint, bool must, bool negated) =>
        string.Join($", {joint} ", parts.Select(part => Sentence(part, must, negated)));

    private static string Head(FieldPath list, Condition? where, Quantity quantity, bool must, bool negated)
    {
        var entries = $"of {Subject(list)}{Where(where)}";
        var isAny = quantity == Quantity.Some != negated;
        return (quantity, negated) switch
        {
            (Quantity.Every, false) => $"for every entry {entries},",
            (Quantity.Every, true) => $"it {(must ? "must not be" : "is not")} so that for every entry {entries}",
            _ => $"there {(must ? "must be" : "is")} {(isAny ? "an" : "no")} entry {entries} for which",
        };
    }

    private static string Where(Condition? where) => where is null ? "" : $" (of those for which {Sentence(where)})";

    private static string Be(bool must, bool negated) => must ? negated ? "must not be" : "must be" : negated ? "is not" : "is";

    /// <summary>Titles that begin like a thing read as one; others explain the key.</summary>
    private static string Subject(FieldPath path)
    {
        if (path.IsEntry)
            return "it";
        var title = Meaning(path.Field);
        if (title.Length == 0)
            return $"`{path.Written}`";
        return title.IndexOf(' ') is var blank and > 0 && title.Substring(0, blank) is "The" or "What" or "How" && title.Count(letter => letter == ' ') >= 2
            ? $"{Lower(title)} (`{path.Written}`)"
            : $"`{path.Written}` ({Lower(title)})";
    }

    /// <summary>The first part of what the key table says.</summary>
    public static string Meaning(Field field)
    {
        var end = field.Title.IndexOfAny([';', ':']);
        return (end > 0 ? field.Title.Substring(0, end) : field.Title).TrimEnd('.', ' ');
    }

    private static string Lower(string title) =>
        title.Length > 1 && char.IsUpper(title[0]) && !char.IsUpper(title[1]) && !title.StartsWith("Art.", StringComparison.Ordinal) ? char.ToLowerInvariant(title[0]) + title.Substring(1) : title;

    private static string Words(OneOf test)
    {
        var words = test.Words.Where(word => !(word is "none" && test.Words.Contains(Operand.None))).Select(Word).ToList();
        if (test.List is { } list && words.Count > MostWords)
            return $"on the list {list} ({string.Join(", ", words.Take(MostWords))} and {words.Count - MostWords} more)";
        return words.Count == 1 ? words[0] : $"one of {Or(words)}";
    }

    private static string Word(Comparison comparison, bool isDate) => comparison switch
    {
        Comparison.Less => isDate ? "before" : "below",
        Comparison.LessOrSame => isDate ? "on or before" : "at most",
        Comparison.Greater => isDate ? "after" : "above",
        _ => isDate ? "on or after" : "at least",
    };

    private static string Value(Operand operand) => operand switch
    {
        Literal literal => Word(literal.Written),
        Today => "the date of judgement",
        ThresholdOperand threshold => $"the organization's {threshold.Name}",
        FieldOperand { PlusDays: not 0 } later => string.Format(CultureInfo.InvariantCulture, "`{0}` plus {1} days", later.Path.Written, later.PlusDays),
        FieldOperand other => $"`{other.Path.Written}`",
        _ => "",
    };

    private static string Date(DateInterval date)
    {
        if (date.First == date.Last)
            return date.First.ToString();
        return date.First.ToString().Substring(0, date.First.Month == date.Last.Month ? 7 : 4);
    }

    private static string Or(List<string> words) => string.Join(", ", words.Take(words.Count - 1)) + " or " + words[words.Count - 1];

    private static string And(IEnumerable<string> words) => string.Join(" and ", words);
}

/// <summary>A line of English with the lines below it.</summary>
/// <param name="Text">Keys stand between backticks.</param>
/// <param name="Parts">What it is made of; empty for a single test.</param>
public sealed record Clause(string Text, IReadOnlyList<Clause> Parts);
