using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules;

/// <summary>What a rule says of a document or of one entry of its list.</summary>
/// <param name="Outcome">What it says.</param>
/// <param name="Element">The entry; null for the document and where the list itself is not stated.</param>
/// <param name="Index">The entry's place in its list.</param>
/// <param name="Leaves">What decided; empty for pass and not applicable.</param>
internal readonly record struct RuleVerdict(Outcome Outcome, Node? Element, int Index, IReadOnlyList<Leaf> Leaves);

/// <summary>A rule as the policy applies it: what the author wrote, and what the organization added.</summary>
/// <param name="Rule">As written.</param>
/// <param name="Effective">When it applies.</param>
/// <param name="Opens">Each of these opens it; null opens always. The policy may add one.</param>
/// <param name="Duties">Each of these is owed; null only asks. The policy may add one.</param>
internal sealed record AppliedRule(Rule Rule, Effective Effective, IReadOnlyList<Condition?> Opens, IReadOnlyList<Condition?> Duties)
{
    private static readonly IReadOnlyList<Leaf> NoLeaves = [];

    public static AppliedRule AsWritten(Rule rule) => new(rule, rule.Effective ?? Effective.Always, [rule.When], [rule.Require]);

    /// <summary>Judges every entry of the rule's list, or the document. The callback runs while the entry stands in its scope.</summary>
    public void Judge(Evaluation evaluation, Action<RuleVerdict> tell)
    {
        if (Rule.ForEach is not { } forEach)
        {
            Tell(evaluation, evaluation.Document, 0, tell);
            return;
        }

        var found = forEach.Resolve(evaluation);
        if (found.Node is not ListNode list)
        {
            if (evaluation.Enter(1, null, found))
                Tell(evaluation, null, 0, tell);
            evaluation.Leave(1);
            return;
        }

        for (var i = 0; i < list.Items.Count; i++)
        {
            if (!evaluation.Enter(1, list.Items[i], found))
                break;
            Tell(evaluation, list.Items[i], i, tell);
        }

        evaluation.Leave(1);
    }

    /// <summary>The hash of the values that the rule reads where it stands.</summary>
    public string Facts(Evaluation evaluation)
    {
        var facts = new FactsRead();
        foreach (var condition in Opens.Concat(Duties))
            condition?.Read(evaluation, facts);
        if (Effective.At is { } date)
            facts.Add(evaluation, date, date.Resolve(evaluation));
        return facts.Hash();
    }

    private void Tell(Evaluation evaluation, Node? element, int index, Action<RuleVerdict> tell)
    {
        var worst = Outcome.Pass;
        Condition? opens = null, duty = null;
        var isFirst = true;
        foreach (var open in Opens)
        {
            foreach (var owed in Duties)
            {
                var outcome = One(evaluation, open, owed);
                if (isFirst || outcome.Rank() > worst.Rank())
                    (worst, opens, duty, isFirst) = (outcome, open, owed, false);
            }
        }

        tell(new RuleVerdict(worst, element, index, worst is Outcome.Pass or Outcome.NotApplicable ? NoLeaves : Leaves(evaluation, opens, duty)));
    }

    private Outcome One(Evaluation evaluation, Condition? opens, Condition? duty)
    {
        var open = Open(evaluation, opens);
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

    private Truth Open(Evaluation evaluation, Condition? opens)
    {
        var applies = Effective.Applies(evaluation);
        return applies == Truth.False || opens is null ? applies : applies.And(opens.Evaluate(evaluation));
    }

    /// <summary>A date that is not precise enough, or a part that could not be read, is no silence.</summary>
    private static bool IsSilence(Evaluation evaluation, Condition duty)
    {
        var leaves = new List<Leaf>();
        duty.Explain(evaluation, Truth.Unknown, leaves);
        return !evaluation.Document.IsCut && leaves.All(leaf => leaf.Why == Doubt.NotStated);
    }

    private List<Leaf> Leaves(Evaluation evaluation, Condition? opens, Condition? duty)
    {
        var leaves = new List<Leaf>();
        if (Open(evaluation, opens) == Truth.Unknown)
        {
            if (Effective.At is { } date && Effective.Applies(evaluation) == Truth.Unknown)
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
