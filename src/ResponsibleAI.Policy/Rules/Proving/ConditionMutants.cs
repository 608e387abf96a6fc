using ResponsibleAI.Policy.Rules.Conditions;
using ResponsibleAI.Policy.Rules.Explaining;

namespace ResponsibleAI.Policy.Rules.Proving;

/// <summary>Every small mistake that somebody could make in a condition, with what it does in English.</summary>
internal static class ConditionMutants
{
    /// <summary>The condition with one thing wrong, each once. Named conditions and lists of words are shared by rules and mutate with their pack.</summary>
    public static IEnumerable<(Condition Condition, string What)> Of(Condition condition)
    {
        if (condition is All or Any)
            return Joined(condition);
        return condition switch
        {
            Not not => [(not.Part, $"{Quoted(not.Part)} is no longer turned into its opposite"), .. Of(not.Part).Select(part => ((Condition)new Not(part.Condition), part.What))],
            Named => [Opposite(condition)],
            Quantified list => OfList(list),
            Counted count => OfCount(count),
            OneOf words => [Opposite(words), .. OfWords(words)],
            Ordered order => OfOrder(order),
            _ => [Opposite(condition)],
        };
    }

    /// <summary>The condition with every condition inside it replaced that the function knows another for.</summary>
    public static Condition Rewritten(Condition condition, Func<Condition, Condition?> instead) => instead(condition) ?? condition switch
    {
        All all => new All([.. all.Parts.Select(part => Rewritten(part, instead))]),
        Any any => new Any([.. any.Parts.Select(part => Rewritten(part, instead))]),
        Not not => new Not(Rewritten(not.Part, instead)),
        Named named => new Named(named.Name, Rewritten(named.Body, instead)) { Title = named.Title },
        Quantified list => new Quantified(list.Path, list.Scope, list.Where is null ? null : Rewritten(list.Where, instead), list.Quantity, Rewritten(list.Body, instead)),
        Counted { Where: { } where } count => new Counted(count.Path, count.Scope, Rewritten(where, instead), count.Bounds),
        _ => condition,
    };

    /// <summary>Itself and every condition inside it.</summary>
    public static IEnumerable<Condition> Inside(Condition? condition) => condition switch
    {
        null => [],
        All all => [all, .. all.Parts.SelectMany(Inside)],
        Any any => [any, .. any.Parts.SelectMany(Inside)],
        Not not => [not, .. Inside(not.Part)],
        Named named => [named, .. Inside(named.Body)],
        Quantified list => [list, .. Inside(list.Where), .. Inside(list.Body)],
        Counted count => [count, .. Inside(count.Where)],
        _ => [condition],
    };

    private static IEnumerable<(Condition, string)> Joined(Condition condition)
    {
        var isAll = condition is All;
        var parts = condition is All all ? all.Parts : ((Any)condition).Parts;
        Condition Join(IEnumerable<Condition> of) => isAll ? new All([.. of]) : new Any([.. of]);
        if (parts.Length > 1)
            yield return (isAll ? new Any([.. parts]) : new All([.. parts]), isAll ? "one part is enough where all must hold" : "all parts must hold where one is enough");
        for (var i = 0; i < parts.Length; i++)
        {
            var one = i;
            if (parts.Length > 1)
                yield return (Join(parts.Where((_, index) => index != one)), $"{Quoted(parts[i])} is deleted");
            foreach (var (other, what) in Of(parts[i]))
                yield return (Join(parts.Select((part, index) => index == one ? other : part)), what);
        }
    }

    private static IEnumerable<(Condition, string)> OfList(Quantified list)
    {
        Quantified With(Condition? where, Quantity quantity, Condition body) => new(list.Path, list.Scope, where, quantity, body);
        var other = list.Quantity == Quantity.Some ? Quantity.Every : Quantity.Some;
        yield return (With(list.Where, other, list.Body), $"`{other.ToString().ToLowerInvariant()}` stands instead of `{list.Quantity.ToString().ToLowerInvariant()}` before the entries of `{list.Path.Written}`");
        if (list.Where is { } where)
        {
            yield return (With(null, list.Quantity, list.Body), $"all entries of `{list.Path.Written}` count, not only those for which {ConditionWords.Sentence(where)}");
            foreach (var (changed, what) in Of(where))
                yield return (With(changed, list.Quantity, list.Body), what);
        }

        foreach (var (changed, what) in Of(list.Body))
            yield return (With(list.Where, list.Quantity, changed), what);
    }

    private static IEnumerable<(Condition, string)> OfCount(Counted count)
    {
        foreach (var (changed, what) in count.Where is null ? [] : Of(count.Where).Prepend((null!, $"all entries of `{count.Path.Written}` are counted")))
            yield return (new Counted(count.Path, count.Scope, changed, count.Bounds), what);
        for (var i = 0; i < count.Bounds.Count; i++)
        {
            if (count.Bounds[i].Order is not { } order)
                continue;
            foreach (var (flipped, what) in Flips(order))
            {
                var changed = new CountBound(flipped, count.Bounds[i].Operand);
                yield return (new Counted(count.Path, count.Scope, count.Where, [.. count.Bounds.Select((bound, index) => index == i ? changed : bound)]), $"the number of entries of `{count.Path.Written}` is compared by {what}");
            }
        }
    }

    private static IEnumerable<(Condition, string)> OfWords(OneOf test)
    {
        if (test.List is not null)
            yield break;
        var words = test.Words.Where(word => !(word is "none" && test.Words.Contains(Operand.None))).ToList();
        if (words.Count > 1)
        {
            foreach (var word in words)
                yield return (With(test, words.Where(other => !ReferenceEquals(other, word))), $"`{ConditionWords.Word(word)}` is deleted from the words of `{test.Path.Written}`");
        }
        else if (words[0] is string only && test.Path.Field.Values.FirstOrDefault(value => value != only) is { } other)
        {
            yield return (With(test, [other]), $"`{other}` stands instead of `{only}` in `{test.Path.Written}`");
        }
    }

    private static OneOf With(OneOf test, IEnumerable<object> words) =>
        new(test.Path, [.. words.SelectMany(word => ReferenceEquals(word, Operand.None) ? [word, "none"] : new[] { word })], test.IsNegated);

    private static IEnumerable<(Condition, string)> OfOrder(Ordered order) =>
        Flips(order.Comparison).Select(flip => ((Condition)new Ordered(order.Path, flip.Comparison, order.Operand), $"{Quoted(order)} is compared by {flip.What}"));

    private static IEnumerable<(Comparison Comparison, string What)> Flips(Comparison comparison) => comparison switch
    {
        Comparison.Less => [(Comparison.LessOrSame, "`or the same`"), (Comparison.Greater, "the other direction")],
        Comparison.LessOrSame => [(Comparison.Less, "`less` without `or the same`"), (Comparison.GreaterOrSame, "the other direction")],
        Comparison.Greater => [(Comparison.GreaterOrSame, "`or the same`"), (Comparison.Less, "the other direction")],
        _ => [(Comparison.Greater, "`more` without `or the same`"), (Comparison.LessOrSame, "the other direction")],
    };

    private static (Condition, string) Opposite(Condition condition) => (new Not(condition), $"{Quoted(condition)} is turned into its opposite");

    private static string Quoted(Condition condition) => $"\"{ConditionWords.Sentence(condition)}\"";
}
