using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules.Proving;

/// <summary>
/// Rules with one small mistake each. A mistake that no test of the rule notices could be made by accident and nobody would see it.
/// Severities and texts are not changed: they are what their author writes.
/// </summary>
public static class Mutants
{
    /// <summary>Makes every mistake in one rule once and says which are not noticed.</summary>
    /// <param name="pack">The rule's pack.</param>
    /// <param name="rule">A rule whose tests pass.</param>
    /// <param name="tables">Licenses, categories and thresholds.</param>
    public static MutationResult Of(RulePack pack, Rule rule, IRegistry tables)
    {
        var tests = Prepared(pack, rule, tables);
        var survivors = new List<Survivor>();
        var made = 0;
        foreach (var (mutant, what) in Wrong(rule))
        {
            made++;
            if (!IsNoticed(mutant, tests))
                survivors.Add(new Survivor(rule, $"No test of {rule.Id} notices when {what}", rule.Place));
        }

        return new MutationResult(made, survivors);
    }

    /// <summary>Makes every mistake in the named conditions and lists of a pack once and says which are noticed by no test of any rule.</summary>
    public static MutationResult OfShared(RulePack pack, IRegistry tables)
    {
        var tests = pack.Rules.ToDictionary(rule => rule.Id, rule => Prepared(pack, rule, tables), StringComparer.Ordinal);
        var survivors = new List<Survivor>();
        var made = 0;
        foreach (var (what, instead) in Shared(pack))
        {
            made++;
            var isNoticed = pack.Rules.Any(rule => Rewritten(rule, instead) is { } mutant && IsNoticed(mutant, tests[rule.Id]));
            if (!isNoticed)
                survivors.Add(new Survivor(null, $"No test of pack {pack.Name} notices when {what}", pack.Rules[0].Place with { Line = 1, Column = 1, EndLine = 1, EndColumn = 1 }));
        }

        return new MutationResult(made, survivors);
    }

    private static IEnumerable<(Rule Rule, string What)> Wrong(Rule rule)
    {
        if (rule.When is { } when)
        {
            yield return (rule with { When = null }, "`when` is deleted, so that the rule concerns everything");
            foreach (var (changed, what) in ConditionMutants.Of(when))
                yield return (rule with { When = changed }, $"in `when` {what}");
        }

        if (rule.Require is { } require)
        {
            if (rule.Asks)
                yield return (rule with { Require = null }, "`require` is deleted, so that the rule always asks");
            foreach (var (changed, what) in ConditionMutants.Of(require))
                yield return (rule with { Require = changed }, $"in `require` {what}");
        }

        if (rule.FailsWhenSilent)
            yield return (rule with { FailsWhenSilent = false }, "`ifSilent: fail` is deleted");
        if (rule.Effective is { } effective)
            foreach (var (changed, what) in Moved(effective))
                yield return (rule with { Effective = changed }, what);
    }

    private static IEnumerable<(Effective, string)> Moved(Effective effective)
    {
        if (effective.From is { } from)
        {
            yield return (effective with { From = null }, $"it applies before {from} too");
            yield return (effective with { From = Scalars.AddDays(from, 1) }, $"it begins a day after {from}");
            yield return (effective with { From = Scalars.AddDays(from, -1) }, $"it begins a day before {from}");
        }

        if (effective.To is { } to)
        {
            yield return (effective with { To = null }, $"it applies after {to} too");
            yield return (effective with { To = Scalars.AddDays(to, 1) }, $"it ends a day after {to}");
            yield return (effective with { To = Scalars.AddDays(to, -1) }, $"it ends a day before {to}");
        }

        if (effective.At is { } at && (effective.From ?? effective.To) is not null)
            yield return (effective with { At = null }, $"the date of judgement decides instead of `{at.Written}`");
    }

    private static IEnumerable<(string What, Func<Condition, Condition?> Instead)> Shared(RulePack pack)
    {
        var used = pack.Rules.SelectMany(rule => ConditionMutants.Inside(rule.When).Concat(ConditionMutants.Inside(rule.Require))).ToList();
        foreach (var named in used.OfType<Named>().GroupBy(condition => condition.Name, StringComparer.Ordinal).Select(group => group.First()))
            foreach (var (changed, what) in ConditionMutants.Of(named.Body))
                yield return ($"in the condition `{named.Name}` {what}", condition => condition is Named { Name: var name } && name == named.Name ? new Named(name, changed) : null);
        foreach (var list in used.OfType<OneOf>().Where(test => test.List is not null).GroupBy(test => test.List!, StringComparer.Ordinal).Select(group => group.First()))
            foreach (var word in list.Words)
                yield return ($"`{word}` is deleted from the list `{list.List}`", condition => condition is OneOf { List: { } name } test && name == list.List
                    ? new OneOf(test.Path, [.. test.Words.Where(other => !other.Equals(word))], test.IsNegated)
                    : null);
    }

    private static Rule? Rewritten(Rule rule, Func<Condition, Condition?> instead)
    {
        var isTouched = ConditionMutants.Inside(rule.When).Concat(ConditionMutants.Inside(rule.Require)).Any(condition => instead(condition) is not null);
        return isTouched
            ? rule with { When = rule.When is null ? null : ConditionMutants.Rewritten(rule.When, instead), Require = rule.Require is null ? null : ConditionMutants.Rewritten(rule.Require, instead) }
            : null;
    }

    /// <summary>A mistake is noticed by a test, or by lint when it makes silence a failure.</summary>
    private static bool IsNoticed(Rule mutant, IReadOnlyList<PreparedTest> tests) =>
        tests.Any(test => test.Problem(mutant) is not null) || EmptyDocument.Fails(mutant);

    private static IReadOnlyList<PreparedTest> Prepared(RulePack pack, Rule rule, IRegistry tables) => [.. rule.Tests.Select(test => new PreparedTest(pack, rule, test, tables))];
}

/// <summary>What the tests made of the mistakes.</summary>
/// <param name="Made">How many mistakes were made.</param>
/// <param name="Survivors">Those that nothing noticed.</param>
public sealed record MutationResult(int Made, IReadOnlyList<Survivor> Survivors);

/// <summary>A mistake that no test notices.</summary>
/// <param name="Rule">The rule; null for what rules of a pack share.</param>
/// <param name="Sentence">Such as "No test of RAI5302 notices when …".</param>
/// <param name="Place">The rule, or the beginning of the pack.</param>
public sealed record Survivor(Rule? Rule, string Sentence, Findings.SourceSpan Place);
