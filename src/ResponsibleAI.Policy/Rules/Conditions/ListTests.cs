using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Policy.Rules.Conditions;

/// <summary>A test of the entries of a list. A list that is not stated makes it unknown; a stated none is a list without entries.</summary>
/// <param name="path">The list.</param>
/// <param name="scope">The scope that an entry is put in.</param>
/// <param name="where">The entries that count; null for all.</param>
internal abstract class ListTest(FieldPath path, int scope, Condition? where) : Condition
{
    private static readonly IReadOnlyList<Node> s_noItems = [];

    public FieldPath Path => path;

    public int Scope => scope;

    public Condition? Where => where;

    public sealed override Truth Evaluate(Evaluation evaluation)
    {
        var found = path.Resolve(evaluation);
        return Items(found) is { } items ? Judge(evaluation, found, items) : Truth.Unknown;
    }

    protected abstract Truth Judge(Evaluation evaluation, in Resolution list, IReadOnlyList<Node> items);

    protected abstract void ExplainItem(Evaluation evaluation, Truth truth, List<Leaf> leaves);

    protected abstract void ReadItem(Evaluation evaluation, FactsRead facts);

    /// <summary>Whether this truth is better told by the list than by its entries.</summary>
    protected abstract bool IsAboutTheList(Truth truth);

    protected Truth Counts(Evaluation evaluation) => where?.Evaluate(evaluation) ?? Truth.True;

    public sealed override void Explain(Evaluation evaluation, Truth truth, List<Leaf> leaves)
    {
        var found = path.Resolve(evaluation);
        var before = leaves.Count;
        if (Items(found) is { } items && !IsAboutTheList(truth))
        {
            foreach (var item in items)
            {
                if (!evaluation.Enter(scope, item, found))
                    break;
                ExplainItem(evaluation, truth, leaves);
            }

            evaluation.Leave(scope);
        }

        if (leaves.Count == before)
            leaves.Add(found.ToLeaf(evaluation, path.Scope, found.Node is null ? Doubt.NotStated : Doubt.None));
    }

    public sealed override void Read(Evaluation evaluation, FactsRead facts)
    {
        var found = path.Resolve(evaluation);
        if (Items(found) is not { Count: > 0 } items)
        {
            facts.Add(evaluation, path, found);
            return;
        }

        foreach (var item in items)
        {
            if (!evaluation.Enter(scope, item, found))
                break;
            facts.Entry(evaluation, path, scope);
            where?.Read(evaluation, facts);
            ReadItem(evaluation, facts);
        }

        evaluation.Leave(scope);
    }

    private static IReadOnlyList<Node>? Items(in Resolution found) =>
        found.Node switch
        {
            ListNode list => list.Items,
            ScalarNode { IsNone: true } => s_noItems,
            _ => null,
        };
}

/// <summary>Which entries must hold.</summary>
internal enum Quantity
{
    Some,
    Every,
    None,
}

/// <summary>Some, every or none of the entries hold.</summary>
internal sealed class Quantified(FieldPath path, int scope, Condition? where, Quantity quantity, Condition body) : ListTest(path, scope, where)
{
    public Quantity Quantity => quantity;

    public Condition Body => body;

    protected override Truth Judge(Evaluation evaluation, in Resolution list, IReadOnlyList<Node> items)
    {
        var some = Truth.False;
        for (var i = 0; i < items.Count; i++)
        {
            if (!evaluation.Enter(Scope, items[i], list))
                return Truth.Unknown;
            some = some.Or(Hit(evaluation));
            if (some == Truth.True)
                break;
        }

        evaluation.Leave(Scope);
        if (list.Node is { IsCut: true })
            some = some.Or(Truth.Unknown);
        return quantity == Quantity.Some ? some : some.Not();
    }

    /// <summary>Whether the entry is one that "some" looks for, or that refutes "every" and "none".</summary>
    private Truth Hit(Evaluation evaluation)
    {
        var counts = Counts(evaluation);
        if (counts == Truth.False)
            return counts;
        var holds = body.Evaluate(evaluation);
        return counts.And(quantity == Quantity.Every ? holds.Not() : holds);
    }

    protected override bool IsAboutTheList(Truth truth) => truth == (quantity == Quantity.Some ? Truth.False : Truth.True);

    protected override void ExplainItem(Evaluation evaluation, Truth truth, List<Leaf> leaves)
    {
        var wanted = quantity == Quantity.Some ? truth : truth.Not();
        if (Hit(evaluation) != wanted)
            return;
        if (Counts(evaluation) == Truth.Unknown)
            Where!.Explain(evaluation, Truth.Unknown, leaves);
        var holds = body.Evaluate(evaluation);
        if (wanted == Truth.True || holds == Truth.Unknown)
            body.Explain(evaluation, holds, leaves);
    }

    protected override void ReadItem(Evaluation evaluation, FactsRead facts) => body.Read(evaluation, facts);
}

/// <summary>How many entries there are.</summary>
internal sealed class Counted(FieldPath path, int scope, Condition? where, IReadOnlyList<CountBound> bounds) : ListTest(path, scope, where)
{
    public IReadOnlyList<CountBound> Bounds => bounds;

    protected override Truth Judge(Evaluation evaluation, in Resolution list, IReadOnlyList<Node> items)
    {
        if (Where is null)
            return Compare(evaluation, items.Count, list.Node is { IsCut: true } ? int.MaxValue : items.Count);
        int sure = 0, possible = list.Node is { IsCut: true } ? int.MaxValue - items.Count : 0;
        for (var i = 0; i < items.Count; i++)
        {
            if (!evaluation.Enter(Scope, items[i], list))
                return Truth.Unknown;
            var counts = Counts(evaluation);
            sure += counts == Truth.True ? 1 : 0;
            possible += counts == Truth.False ? 0 : 1;
        }

        evaluation.Leave(Scope);
        return Compare(evaluation, sure, possible);
    }

    private Truth Compare(Evaluation evaluation, int sure, int possible)
    {
        var result = Truth.True;
        foreach (var bound in bounds)
            result = result.And(bound.Holds(evaluation, sure, possible));
        return result;
    }

    protected override bool IsAboutTheList(Truth truth) => truth != Truth.Unknown;

    protected override void ExplainItem(Evaluation evaluation, Truth truth, List<Leaf> leaves)
    {
        if (Where is not null && Counts(evaluation) == Truth.Unknown)
            Where.Explain(evaluation, Truth.Unknown, leaves);
    }

    protected override void ReadItem(Evaluation evaluation, FactsRead facts)
    {
    }
}

/// <summary>A bound of a count; without an order the count must be exactly this.</summary>
internal sealed class CountBound(Comparison? comparison, Operand operand)
{
    public Comparison? Order => comparison;

    public Operand Operand => operand;

    /// <summary>Compares a count that lies between two numbers.</summary>
    public Truth Holds(Evaluation evaluation, long sure, long possible)
    {
        if (operand.Value(evaluation) is not { } bound || ReferenceEquals(bound, Operand.None))
            return Truth.Unknown;
        var (low, high) = (Test(sure, bound), Test(possible, bound));
        if (low == high && (comparison is not null || low == Truth.True || sure == possible))
            return low;
        return comparison is null && (Scalars.Compare(sure, Comparison.Greater, bound) == Truth.True || Scalars.Compare(possible, Comparison.Less, bound) == Truth.True)
            ? Truth.False
            : Truth.Unknown;
    }

    private Truth Test(long count, object bound) => comparison is { } order ? Scalars.Compare(count, order, bound) : Scalars.Same(count, bound);
}
