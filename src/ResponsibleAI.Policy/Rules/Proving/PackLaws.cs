using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules.Proving;

/// <summary>
/// Two laws that hold for every pack, tried on documents drawn by chance: a document that says nothing fails nothing, and tightening never
/// improves an outcome. The same rule is tried on the same documents every time.
/// </summary>
public static class PackLaws
{
    private const int Documents = 120;
    private const int Policies = 40;
    private static readonly Day s_asOf = new(2026, 9, 30);

    /// <summary>What breaks a law, in sentences; empty when nothing does.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="siblings">Rules whose conditions tighten this one; those about other documents or entries are passed over.</param>
    /// <param name="library">Tables and thresholds.</param>
    public static IEnumerable<string> Problems(Rule rule, IEnumerable<Rule> siblings, RuleLibrary library) =>
        [.. Silent(rule, library), .. Tightened(rule, [.. siblings.Where(other => other.About == rule.About && other.ForEach?.Key == rule.ForEach?.Key)], library), .. Stricter(rule, library)];

    /// <summary>The outcomes that the rules reach on the documents by chance.</summary>
    public static IReadOnlyCollection<Outcome> Reached(RuleLibrary library) =>
        [.. Enumerable.Range(0, Documents).SelectMany(seed => library.Rules.SelectMany(entry => Outcomes(AppliedRule.AsWritten(entry.Rule), new CardsByChance(seed).Document(entry.Rule.About), library.ByChance(seed)))).Distinct()];

    private static IEnumerable<string> Silent(Rule rule, RuleLibrary library)
    {
        var empty = new MapNode(rule.Scope.Document.Field, new Dictionary<string, Node>(), default);
        for (var seed = 0; seed < Policies; seed++)
            if (Outcomes(AppliedRule.AsWritten(rule), empty, library.ByChance(seed)).Exists(outcome => outcome is Outcome.Fail or Outcome.NeedsReview))
                return [$"{rule.Id} finds fault with a document that says nothing. Silence may not be a failure"];
        return [];
    }

    private static IEnumerable<string> Tightened(Rule rule, IReadOnlyList<Rule> siblings, RuleLibrary library)
    {
        var written = AppliedRule.AsWritten(rule);
        for (var seed = 0; seed < Documents && siblings.Count > 0; seed++)
        {
            var registry = library.ByChance(seed);
            var card = new CardsByChance(seed).Document(rule.About);
            var before = Outcomes(written, card, registry);
            var other = siblings[seed % siblings.Count];
            (AppliedRule Rule, string How)[] tightened =
            [
                (other.When is { } open ? written.AlsoWhen(open) : written, $"alsoWhen of {other.Id}"),
                (other.Require is { } duty ? written.AlsoRequire(duty) : written, $"alsoRequire of {other.Id}"),
                (other is { When: { } both, Require: { } owed } ? written.AlsoWhen(both).AlsoRequire(owed) : written, $"alsoWhen and alsoRequire of {other.Id}"),
                (written.AlsoIn((rule.Effective ?? Effective.Always) with { From = null, To = null }), "a longer time"),
            ];
            foreach (var (rules, how) in tightened)
                if (IsBetter(before, Outcomes(rules, card, registry)))
                    return [$"{rule.Id} finds less when the policy tightens it ({how})"];
        }

        return [];
    }

    private static IEnumerable<string> Stricter(Rule rule, RuleLibrary library)
    {
        for (var seed = 0; seed < Documents; seed++)
        {
            var card = new CardsByChance(seed).Document(rule.About);
            if (IsBetter(
                Outcomes(AppliedRule.AsWritten(rule), card, library.ByChance(seed)),
                Outcomes(AppliedRule.AsWritten(rule), card, library.ByChance(seed, stricter: (seed % 5) + 1))))
                return [$"{rule.Id} finds less when a threshold is made stricter; turn the comparison around"];
        }

        return [];
    }

    private static bool IsBetter(List<Outcome> before, List<Outcome> after) =>
        before.Count != after.Count || before.Zip(after, (old, now) => now.Rank() < old.Rank()).Any(better => better);

    /// <summary>What a rule says of each entry of a document.</summary>
    internal static List<Outcome> Outcomes(AppliedRule rule, MapNode document, IRegistry registry)
    {
        var outcomes = new List<Outcome>();
        rule.Judge(new Evaluation(document, registry, s_asOf), verdict => outcomes.Add(verdict.Outcome));
        return outcomes;
    }
}
