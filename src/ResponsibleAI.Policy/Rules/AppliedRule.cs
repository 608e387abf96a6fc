using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules;

/// <summary>What a rule says of a document or of one entry of its list.</summary>
/// <param name="Outcome">What it says.</param>
/// <param name="Element">The entry; null for the document and where the list itself is not stated.</param>
/// <param name="Index">The entry's place in its list.</param>
/// <param name="Leaves">What decided; empty for pass and not applicable.</param>
internal readonly record struct RuleVerdict(Outcome Outcome, Node? Element, int Index, IReadOnlyList<Leaf> Leaves);

/// <summary>
/// A rule as the policy applies it: what the author wrote, and what the organization added. Every combination of period,
/// opening and duty is a rule of its own and the worst outcome counts, so that an addition can never improve one.
/// </summary>
internal sealed class AppliedRule
{
    private static readonly IReadOnlyList<Leaf> s_noLeaves = [];
    private readonly Effective[] _periods;
    private readonly Condition?[] _opens;
    private readonly Condition?[] _duties;

    private AppliedRule(Rule rule, Effective[] periods, Condition?[] opens, Condition?[] duties) =>
        (Rule, _periods, _opens, _duties) = (rule, periods, opens, duties);

    /// <summary>As written.</summary>
    public Rule Rule { get; }

    public static AppliedRule AsWritten(Rule rule) => new(rule, [rule.Effective ?? Effective.Always], [rule.When], [rule.Require]);

    /// <summary>It applies in this period too.</summary>
    public AppliedRule AlsoIn(Effective period) => new(Rule, [.. _periods, period], _opens, _duties);

    /// <summary>It applies also when this holds.</summary>
    public AppliedRule AlsoWhen(Condition open) => new(Rule, _periods, [.. _opens, open], _duties);

    /// <summary>It requires this too.</summary>
    public AppliedRule AlsoRequire(Condition duty) => new(Rule, _periods, _opens, [.. _duties, duty]);

    /// <summary>Judges every entry of the rule's list, or the document. The callback runs while the entry stands in its scope.</summary>
    public void Judge(Evaluation evaluation, Action<RuleVerdict> tell)
    {
        if (Rule.ForEach is not { } forEach)
        {
            tell(Verdict(evaluation, evaluation.Document, 0));
            return;
        }

        var found = forEach.Resolve(evaluation);
        if (found.Node is not ListNode list)
        {
            if (evaluation.Enter(1, null, found))
                tell(Verdict(evaluation, null, 0));
            evaluation.Leave(1);
            return;
        }

        for (var i = 0; i < list.Items.Count; i++)
        {
            if (!evaluation.Enter(1, list.Items[i], found))
                break;
            tell(Verdict(evaluation, list.Items[i], i));
        }

        evaluation.Leave(1);
    }

    /// <summary>The hash of the values that the rule reads where it stands.</summary>
    public string Facts(Evaluation evaluation)
    {
        var facts = new FactsRead();
        foreach (var condition in _opens.Concat(_duties))
            condition?.Read(evaluation, facts);
        if (_periods[0].At is { } date)
            facts.Add(evaluation, date, date.Resolve(evaluation));
        return facts.Hash();
    }

    private RuleVerdict Verdict(Evaluation evaluation, Node? element, int index)
    {
        var (period, open, duty) = (_periods[0], _opens[0], _duties[0]);
        var worst = One(evaluation, period, open, duty);
        if (_periods.Length + _opens.Length + _duties.Length > 3)
        {
            foreach (var (otherPeriod, otherOpen, otherDuty) in Combinations())
            {
                var outcome = One(evaluation, otherPeriod, otherOpen, otherDuty);
                if (outcome.Rank() > worst.Rank())
                    (worst, period, open, duty) = (outcome, otherPeriod, otherOpen, otherDuty);
            }
        }

        var leaves = worst is Outcome.Pass or Outcome.NotApplicable ? s_noLeaves : Leaves(evaluation, period, open, duty);
        return new RuleVerdict(worst, element, index, leaves);
    }

    private IEnumerable<(Effective Period, Condition? Open, Condition? Duty)> Combinations() =>
        from period in _periods
        from open in _opens
        from duty in _duties
        select (period, open, duty);

    private Outcome One(Evaluation evaluation, Effective period, Condition? opens, Condition? duty)
    {
        var open = Open(evaluation, period, opens);
        if (open == Truth.False)
            return Outcome.NotApplicable;
        var met = duty?.Evaluate(evaluation) ?? Truth.False;
        if (met == Truth.True)
            return Outcome.Pass;
        if (open == Truth.Unknown)
            return Outcome.NotStated;
        if (met == Truth.False)
            return Rule.Asks ? Outcome.NeedsReview : Outcome.Fail;
        return Rule.FailsWhenSilent && IsSilence(evaluation, duty!) ? Outcome.Fail : Outcome.NotStated;
    }

    private static Truth Open(Evaluation evaluation, Effective period, Condition? opens)
    {
        var applies = period.Applies(evaluation);
        return applies == Truth.False || opens is null ? applies : applies.And(opens.Evaluate(evaluation));
    }

    /// <summary>A date that is not precise enough, or a part that could not be read, is no silence.</summary>
    private static bool IsSilence(Evaluation evaluation, Condition duty)
    {
        var leaves = new List<Leaf>();
        duty.Explain(evaluation, Truth.Unknown, leaves);
        return !evaluation.Document.IsCut && leaves.All(leaf => leaf.Why == Doubt.NotStated);
    }

    private static List<Leaf> Leaves(Evaluation evaluation, Effective period, Condition? opens, Condition? duty)
    {
        var leaves = new List<Leaf>(1);
        if (Open(evaluation, period, opens) == Truth.Unknown)
        {
            if (period.At is { } date && period.Applies(evaluation) == Truth.Unknown)
            {
                var found = date.Resolve(evaluation);
                leaves.Add(found.ToLeaf(evaluation, date.Scope, found.Node is null ? Doubt.NotStated : Doubt.NotPrecise));
            }

            if (opens?.Evaluate(evaluation) == Truth.Unknown)
                opens.Explain(evaluation, Truth.Unknown, leaves);
        }
        else if (duty is not null)
        {
            duty.Explain(evaluation, duty.Evaluate(evaluation), leaves);
        }

        return leaves;
    }
}
