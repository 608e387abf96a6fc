using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Rules.Conditions;
using ResponsibleAI.Policy.Rules.Explaining;
using ResponsibleAI.Policy.Rules.Proving;

namespace ResponsibleAI.Policy.Rules.Comparing;

/// <summary>
/// What changed between two versions of rule packs, and which way. Whether a condition got stricter is tried out: both versions judge the cards
/// of their own tests and documents drawn by chance, the same ones every time.
/// </summary>
public static class PackComparison
{
    private const int Documents = 400;

    /// <summary>Compares rules by their ids.</summary>
    /// <param name="old">The packs before.</param>
    /// <param name="oldPacks">Of them those to compare.</param>
    /// <param name="now">The packs after.</param>
    /// <param name="nowPacks">Of them those to compare.</param>
    /// <returns>In order of ids; rules that are the same are left out.</returns>
    public static IReadOnlyList<RuleChange> Of(RuleLibrary old, IEnumerable<RulePack> oldPacks, RuleLibrary now, IEnumerable<RulePack> nowPacks)
    {
        var before = Rules(oldPacks);
        var after = Rules(nowPacks);
        var changes = new List<RuleChange>();
        foreach (var id in before.Keys.Union(after.Keys, StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal))
        {
            if (!before.TryGetValue(id, out var was))
                changes.Add(new RuleChange(null, after[id].Rule, ChangeKind.New, []));
            else if (!after.TryGetValue(id, out var became))
                changes.Add(new RuleChange(was.Rule, null, ChangeKind.Gone, []));
            else if (Change(old, was, now, became) is { } change)
                changes.Add(change);
        }

        return changes;
    }

    /// <summary>What two versions of the packs say otherwise of documents, worst outcome of each; a rule that is not there says nothing.</summary>
    /// <param name="changes">The changed rules.</param>
    /// <param name="old">The packs before, read with the documents.</param>
    /// <param name="now">The packs after, read with the documents.</param>
    /// <param name="asOf">The date of judgement.</param>
    public static IReadOnlyList<CardChange> OnCards(IEnumerable<RuleChange> changes, RuleLibrary old, RuleLibrary now, Day asOf)
    {
        var found = new List<CardChange>();
        var rules = changes.ToList();
        foreach (var document in now.Documents)
        {
            foreach (var change in rules)
            {
                var was = change.Old?.About == document.Kind ? Worst(change.Old, document.Root, old.Tables, asOf) : Outcome.NotApplicable;
                var became = change.New?.About == document.Kind ? Worst(change.New, document.Root, now.Tables, asOf) : Outcome.NotApplicable;
                if (was != became)
                    found.Add(new CardChange(document.Id, document.Path, (change.New ?? change.Old)!, was, became));
            }
        }

        return found;
    }

    private static Dictionary<string, (RulePack Pack, Rule Rule)> Rules(IEnumerable<RulePack> packs) =>
        packs.SelectMany(pack => pack.Rules.Select(rule => (Pack: pack, Rule: rule))).GroupBy(entry => entry.Rule.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private static RuleChange? Change(RuleLibrary old, (RulePack Pack, Rule Rule) was, RuleLibrary now, (RulePack Pack, Rule Rule) became)
    {
        var what = new List<string>();
        bool stricter = false, looser = false, reworded = false;
        var (before, after) = (was.Rule, became.Rule);
        void Way(string line, int direction)
        {
            if (line.Length > 0)
                what.Add(line);
            stricter |= direction > 0;
            looser |= direction < 0;
        }

        void Text(string name, string left, string right)
        {
            if (left == right)
                return;
            what.Add($"{name}: {left} → {right}");
            reworded = true;
        }

        if (before.Severity != after.Severity)
            Way($"severity: {Word(before.Severity)} → {Word(after.Severity)}", after.Severity.CompareTo(before.Severity));
        if (before.Jurisdiction != after.Jurisdiction)
        {
            Way($"jurisdiction: {before.Jurisdiction ?? "everywhere"} → {after.Jurisdiction ?? "everywhere"}", after.Jurisdiction is null ? 1 : -1);
            stricter |= before.Jurisdiction is not null;
        }

        Dates(before, after, Way);
        if (before.About != after.About || before.ForEach?.Key != after.ForEach?.Key)
        {
            Way($"asked for: {RuleInWords.Of(before).Scope} → {RuleInWords.Of(after).Scope}", 1);
            looser = true;
        }
        else
        {
            Conditions(old, was, now, became, Way);
        }

        Text("slug", before.Slug, after.Slug);
        Text("title", before.Title, after.Title);
        Text(after.Asks ? "question" : "message", (before.Review ?? before.Message)?.Written ?? "", (after.Review ?? after.Message)?.Written ?? "");
        Text("what to do", before.Fix, after.Fix);
        Text("basis", RuleInWords.Words(before.Basis), RuleInWords.Words(after.Basis));
        Text("cites", string.Join("; ", before.Cites), string.Join("; ", after.Cites));
        if (what.Count == 0)
            return null;
        var kind = (stricter, looser) switch
        {
            (true, true) => ChangeKind.BothWays,
            (true, false) => ChangeKind.Stricter,
            (false, true) => ChangeKind.Looser,
            _ => reworded ? ChangeKind.Reworded : ChangeKind.NoDifferenceSeen,
        };
        return new RuleChange(before, after, kind, what);
    }

    private static void Dates(Rule before, Rule after, Action<string, int> way)
    {
        var (old, now) = (before.Effective ?? Effective.Always, after.Effective ?? Effective.Always);
        if (old.From != now.From)
            way($"from: {old.From?.ToString() ?? "ever"} → {now.From?.ToString() ?? "ever"}", (old.From ?? new Day(1, 1, 1)).CompareTo(now.From ?? new Day(1, 1, 1)));
        if (old.To != now.To)
            way($"to: {old.To?.ToString() ?? "no end"} → {now.To?.ToString() ?? "no end"}", (now.To ?? new Day(9999, 12, 31)).CompareTo(old.To ?? new Day(9999, 12, 31)));
        if (old.At?.Written != now.At?.Written && (now.From ?? now.To) is not null)
        {
            way($"judged at: {old.At?.Written ?? "today"} → {now.At?.Written ?? "today"}", 1);
            way("cards with another date there may come out either way", -1);
        }
    }

    private static void Conditions(RuleLibrary old, (RulePack Pack, Rule Rule) was, RuleLibrary now, (RulePack Pack, Rule Rule) became, Action<string, int> way)
    {
        var (before, after) = (was.Rule, became.Rule);
        var lines = new List<string>();
        void Compare(string name, string? left, string? right)
        {
            if (left != right)
                lines.Add($"{name}: {left ?? "nothing"} → {right ?? "nothing"}");
        }

        Compare("concerns a case when", before.When is null ? null : ConditionWords.Exactly(before.When), after.When is null ? null : ConditionWords.Exactly(after.When));
        Compare("requires", before.Require is null ? null : ConditionWords.Exactly(before.Require), after.Require is null ? null : ConditionWords.Exactly(after.Require));
        Compare("when silent", before.FailsWhenSilent ? "fails" : "says so", after.FailsWhenSilent ? "fails" : "says so");
        Compare("otherwise", before.Asks ? "asks a human" : "fails", after.Asks ? "asks a human" : "fails");
        if (lines.Count == 0)
            return;
        var (worse, better, total, example) = Trial(old, was, now, became);
        var seen = (worse, better) switch
        {
            (0, 0) => FormattableString.Invariant($"no difference on {total} trial cards"),
            (_, 0) => FormattableString.Invariant($"{worse} of {total} trial cards come out worse, none better"),
            (0, _) => FormattableString.Invariant($"{better} of {total} trial cards come out better, none worse"),
            _ => FormattableString.Invariant($"{worse} of {total} trial cards come out worse, {better} better"),
        };
        foreach (var line in lines)
            way(line, 0);
        way(example is null ? seen : $"{seen}; {example}", worse > 0 ? 1 : 0);
        if (better > 0)
            way("", -1);
    }

    private static (int Worse, int Better, int Total, string? Example) Trial(RuleLibrary old, (RulePack Pack, Rule Rule) was, RuleLibrary now, (RulePack Pack, Rule Rule) became)
    {
        int worse = 0, better = 0, total = 0;
        string? example = null;
        var (before, after) = (AppliedRule.AsWritten(was.Rule with { Effective = null }), AppliedRule.AsWritten(became.Rule with { Effective = null }));
        void Judge(Evaluation left, Evaluation right, string? name)
        {
            total++;
            var (first, second) = (Worst(before, left), Worst(after, right));
            if (Loudness(first) == Loudness(second))
                return;
            worse += Loudness(second) > Loudness(first) ? 1 : 0;
            better += Loudness(second) < Loudness(first) ? 1 : 0;
            example ??= name is null ? null : $"the case \"{name}\" goes from {first.Words()} to {second.Words()}";
        }

        foreach (var test in was.Rule.Tests.Concat(became.Rule.Tests).GroupBy(test => (test.It, test.Written())).Select(group => group.First()))
            Judge(new PreparedTest(was.Pack, was.Rule, test, old.Tables).Evaluation(), new PreparedTest(became.Pack, became.Rule, test, now.Tables).Evaluation(), test.It);
        for (var seed = 0; seed < Documents; seed++)
        {
            var document = new CardsByChance(seed).Document(became.Rule.About);
            Judge(new Evaluation(document, old.ByChance(seed), became.Pack.LawAsOf), new Evaluation(document, now.ByChance(seed), became.Pack.LawAsOf), null);
        }

        return (worse, better, total, example);
    }

    /// <summary>A question and a missing fact both ask somebody to look; one instead of the other finds no less.</summary>
    private static int Loudness(Outcome outcome) => outcome switch
    {
        Outcome.Fail => 2,
        Outcome.NeedsReview or Outcome.NotStated => 1,
        _ => 0,
    };

    private static Outcome Worst(Rule rule, MapNode document, IRegistry tables, Day asOf) => Worst(AppliedRule.AsWritten(rule), new Evaluation(document, tables, asOf));

    private static Outcome Worst(AppliedRule rule, Evaluation evaluation)
    {
        var worst = Outcome.NotApplicable;
        rule.Judge(evaluation, verdict => worst = PreparedTest.Worse(worst, verdict.Outcome));
        return worst;
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}

/// <summary>A rule that is not what it was.</summary>
/// <param name="Old">Before; null for a new one.</param>
/// <param name="New">After; null for one that is gone.</param>
/// <param name="Kind">Which way.</param>
/// <param name="What">What changed, one line each.</param>
public sealed record RuleChange(Rule? Old, Rule? New, ChangeKind Kind, IReadOnlyList<string> What);

/// <summary>A document that comes out otherwise.</summary>
/// <param name="Id">The document.</param>
/// <param name="Path">Its file.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Old">The worst outcome before.</param>
/// <param name="New">The worst outcome after.</param>
public sealed record CardChange(string Id, string Path, Rule Rule, Outcome Old, Outcome New);

/// <summary>Which way a rule changed.</summary>
public enum ChangeKind
{
    /// <summary>It was not there.</summary>
    New,

    /// <summary>It is not there any more.</summary>
    Gone,

    /// <summary>It can only find more.</summary>
    Stricter,

    /// <summary>It can only find less.</summary>
    Looser,

    /// <summary>It finds more in some cases and less in others.</summary>
    BothWays,

    /// <summary>Its condition is written otherwise, and no trial card showed a difference.</summary>
    NoDifferenceSeen,

    /// <summary>Only texts and citations changed.</summary>
    Reworded,
}
