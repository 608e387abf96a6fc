using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules;

/// <summary>Finds rules that no document can fail, or none can pass, so far as two tests of the same key show it.</summary>
internal static class Contradictions
{
    /// <summary>What is wrong in a sentence; null when nothing shows.</summary>
    public static string? Problem(Condition? when, Condition? require)
    {
        List<Claim> opens = [.. Claims(when)];
        if (Clash(opens, opens) is { } never)
            return $"This rule can never fail: its condition needs {never}";
        if (require is null)
            return null;
        List<Claim> duties = [.. Claims(require)];
        if (Clash(duties, duties) is { } both)
            return $"This rule can never pass: it requires {both}";
        if (Clash(opens, duties) is { } impossible)
            return $"This rule can never pass: it opens and requires {impossible}";
        return duties.TrueForAll(duty => opens.Exists(open => duty.FollowsFrom(open)))
            ? "This rule can never fail: what opens it is already what it requires"
            : null;
    }

    private static string? Clash(List<Claim> left, List<Claim> right)
    {
        foreach (var one in left)
            foreach (var other in right)
                if (one.Excludes(other))
                    return $"`{one}` and `{other}`";
        return null;
    }

    /// <summary>The parts that must all hold.</summary>
    private static IEnumerable<Claim> Claims(Condition? condition) =>
        condition switch
        {
            null => [],
            All all => all.Parts.SelectMany(Claims),
            Named named => Claims(named.Body),
            Not { Part: OneOf words } => [new Claim(words, words.Path, words.Words, !words.IsNegated)],
            OneOf words => [new Claim(words, words.Path, words.Words, words.IsNegated)],
            _ => [new Claim(condition, (condition as Stated)?.Path, null, condition is Stated { Expected: false })],
        };

    /// <summary>A test of one key; other tests claim nothing that could clash.</summary>
    private sealed record Claim(Condition Test, FieldPath? Path, IReadOnlyList<object>? Words, bool IsNegated)
    {
        public bool Excludes(Claim other)
        {
            if (!IsOfSameKey(other))
                return false;
            if (Words is null && other.Words is null)
                return Test is Stated && other.Test is Stated && IsNegated != other.IsNegated;
            if (Words is null || other.Words is null || IsNegated && other.IsNegated)
                return false;
            if (IsNegated || other.IsNegated)
                return (IsNegated ? other : this).Words!.All(word => (IsNegated ? this : other).Words!.Contains(word));
            return !Words.Intersect(other.Words).Any();
        }

        public bool FollowsFrom(Claim other) =>
            IsOfSameKey(other) && Words is not null && other.Words is not null && !IsNegated && !other.IsNegated && other.Words.All(Words.Contains);

        /// <summary>Dates are intervals and compare in other ways.</summary>
        private bool IsOfSameKey(Claim other) =>
            Path is { } own && other.Path is { } their && own.Key == their.Key && own.Root == their.Root && own.Scope == their.Scope
            && (Words ?? []).Concat(other.Words ?? []).All(word => word is string or bool || word == Operand.None);

        public override string ToString()
        {
            if (Words is null)
                return $"{Path?.Written}: {{ stated: {(IsNegated ? "false" : "true")} }}";
            var words = string.Join(", ", Words.Where(word => word is not "none").Select(Shown));
            return IsNegated ? $"not {Path?.Written}: {words}" : $"{Path?.Written}: {words}";
        }

        private static string Shown(object word) => word is bool flag ? (flag ? "true" : "false") : word as string ?? "none";
    }
}
