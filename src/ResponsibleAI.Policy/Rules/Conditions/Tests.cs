using System.Text.RegularExpressions;
using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Policy.Rules.Conditions;

/// <summary>A test of the value that a path leads to.</summary>
internal abstract class FieldTest(FieldPath path) : Condition
{
    public FieldPath Path { get; } = path;

    public sealed override Truth Evaluate(Evaluation evaluation) =>
        Path.Root == PathRoot.Policy && evaluation.AssumedOfPolicy != Truth.Unknown ? evaluation.AssumedOfPolicy : Test(evaluation, Path.Resolve(evaluation));

    protected abstract Truth Test(Evaluation evaluation, in Resolution found);

    public override void Explain(Evaluation evaluation, Truth truth, List<Leaf> leaves)
    {
        var found = Path.Resolve(evaluation);
        leaves.Add(found.ToLeaf(evaluation, Path.Scope, WhyNot(found, truth)));
    }

    protected static Doubt WhyNot(in Resolution found, Truth truth)
    {
        if (found.Node is null || found.Node is ScalarNode scalar && Scalars.IsOpen(scalar))
            return Doubt.NotStated;
        return truth == Truth.Unknown ? Doubt.NotPrecise : Doubt.None;
    }

    public override void Read(Evaluation evaluation, FactsRead facts) => facts.Add(evaluation, Path, Path.Resolve(evaluation));
}

/// <summary>Is there an answer? Missing is unknown, none is no.</summary>
internal sealed class Provided(FieldPath path, bool expected) : FieldTest(path)
{
    public bool Expected => expected;

    /// <summary>Some values can be stated or missing, and never be stated none.</summary>
    public override bool CanBeFalse =>
        !expected || Path.Field.IsList || !(Path.Field.Type is FieldType.Boolean or FieldType.License || Path.Field.Values.Contains("none") || Path.Field.MovedValues.ContainsKey("none"));

    protected override Truth Test(Evaluation evaluation, in Resolution found)
    {
        var truth = found.Node switch
        {
            null => Truth.Unknown,
            ScalarNode { IsNone: true } => Truth.False,
            ScalarNode scalar => Scalars.IsOpen(scalar) ? Truth.Unknown : Truth.True,
            ListNode list => Kleene.Of(list.Items.Count > 0),
            MapNode map => map.Members.Count > 0 ? Truth.True : Truth.Unknown,
            _ => Truth.Unknown,
        };
        return expected ? truth : truth.Not();
    }
}

/// <summary>Was the key written? Two-valued.</summary>
internal sealed class Stated(FieldPath path, bool expected) : FieldTest(path)
{
    public bool Expected => expected;

    public override bool IsTwoValued => true;

    protected override Truth Test(Evaluation evaluation, in Resolution found) =>
        Kleene.Of((found.Node is not null && !found.IsImplied) == expected);
}

/// <summary>Is it one of these words?</summary>
internal sealed class OneOf(FieldPath path, IReadOnlyList<object> words, bool negated) : FieldTest(path)
{
    private readonly HashSet<string> _texts = new(words.OfType<string>(), StringComparer.Ordinal);
    private readonly object[] _others = [.. words.Where(word => word is not string && word != Operand.None)];
    private readonly bool _none = words.Contains(Operand.None);

    public IReadOnlyList<object> Words => words;

    public bool IsNegated => negated;

    /// <summary>The pack's list that the words were written in; null when they stand in the rule.</summary>
    public string? List { get; init; }

    public override bool IsTwoValued => Path.IsSure && !Path.Field.Values.Contains("unknown");

    /// <summary>Whether a written value leaves nothing open.</summary>
    public bool IsSureOnceStated => Path.Field.Type == FieldType.Enum && !Path.Field.Values.Contains("unknown");

    protected override Truth Test(Evaluation evaluation, in Resolution found)
    {
        var truth = Matches(found.Node);
        return negated ? truth.Not() : truth;
    }

    public Truth Matches(Node? node)
    {
        if (node is not ScalarNode scalar)
            return Truth.Unknown;
        if (scalar.IsNone)
            return Kleene.Of(_none);
        if (scalar.Value is string text)
        {
            if (_texts.Contains(text))
                return Truth.True;
            return Scalars.IsOpen(scalar) ? Truth.Unknown : Truth.False;
        }

        var result = Truth.False;
        foreach (var other in _others)
            result = result.Or(Scalars.Same(scalar.Value!, other));
        return result;
    }
}

/// <summary>Is it the same as another value of the document, or one of several?</summary>
internal sealed class SameAs(FieldPath path, FieldValues others, bool negated) : FieldTest(path)
{
    public FieldValues Others => others;

    public bool IsNegated => negated;

    protected override Truth Test(Evaluation evaluation, in Resolution found)
    {
        var left = Operand.Of(found.Node);
        if (left is null)
            return Truth.Unknown;
        var result = Truth.False;
        others.Visit(evaluation, other => result = result.Or(Compare(left, Operand.Of(other.Node))));
        return negated ? result.Not() : result;
    }

    internal static Truth Compare(object left, object? right)
    {
        if (right is null)
            return Truth.Unknown;
        return ReferenceEquals(left, Operand.None) || ReferenceEquals(right, Operand.None)
            ? Kleene.Of(ReferenceEquals(left, right))
            : Scalars.Same(left, right);
    }

    public override void Explain(Evaluation evaluation, Truth truth, List<Leaf> leaves)
    {
        var found = Path.Resolve(evaluation);
        var doubt = WhyNot(found, truth);
        if (truth != Truth.Unknown || doubt == Doubt.NotStated)
        {
            leaves.Add(found.ToLeaf(evaluation, Path.Scope, doubt));
            return;
        }

        others.Visit(evaluation, other =>
        {
            if (Operand.Of(other.Node) is null)
                leaves.Add(other.ToLeaf(evaluation, 0, Doubt.NotStated));
        });
        if (leaves.Count == 0)
            leaves.Add(found.ToLeaf(evaluation, Path.Scope, doubt));
    }

    public override void Read(Evaluation evaluation, FactsRead facts)
    {
        base.Read(evaluation, facts);
        others.Visit(evaluation, other => facts.Add(evaluation, others.First, other));
    }
}

/// <summary>A number or date in order with another. A stated none is in no order.</summary>
internal sealed class Ordered(FieldPath path, Comparison comparison, Operand operand) : FieldTest(path)
{
    public Comparison Comparison => comparison;

    public Operand Operand => operand;

    protected override Truth Test(Evaluation evaluation, in Resolution found)
    {
        var left = Operand.Of(found.Node);
        var right = operand.Value(evaluation);
        if (ReferenceEquals(left, Operand.None) || ReferenceEquals(right, Operand.None))
            return Truth.False;
        return left is null || right is null ? Truth.Unknown : Scalars.Compare(left, comparison, right);
    }

    public override void Explain(Evaluation evaluation, Truth truth, List<Leaf> leaves)
    {
        var found = Path.Resolve(evaluation);
        var missing = Operand.Of(found.Node) is null;
        if (missing || truth != Truth.Unknown || operand.Path is not { } other || operand.Value(evaluation) is not null)
            leaves.Add(found.ToLeaf(evaluation, Path.Scope, WhyNot(found, truth)));
        if (truth == Truth.Unknown && operand.Path is { } right && operand.Value(evaluation) is null)
            leaves.Add(right.Resolve(evaluation).ToLeaf(evaluation, right.Scope, Doubt.NotStated));
    }

    public override void Read(Evaluation evaluation, FactsRead facts)
    {
        base.Read(evaluation, facts);
        if (operand.Path is { } other)
            facts.Add(evaluation, other, other.Resolve(evaluation));
    }
}

/// <summary>Is the date at most so many days before the date of judgement?</summary>
internal sealed class NotOlderThan(FieldPath path, Operand days) : FieldTest(path)
{
    public Operand Days => days;

    protected override Truth Test(Evaluation evaluation, in Resolution found)
    {
        var date = Operand.Of(found.Node);
        if (ReferenceEquals(date, Operand.None))
            return Truth.False;
        if (date is not DateInterval interval || days.Value(evaluation) is not { } number || ReferenceEquals(number, Operand.None))
            return Truth.Unknown;
        var count = number is long whole ? whole : (long)(double)number;
        var limit = Scalars.AddDays(evaluation.Today.First, -count);
        return Scalars.Compare(interval, Comparison.GreaterOrSame, new DateInterval(limit, limit));
    }
}

/// <summary>Does the list hold the word?</summary>
internal sealed class Contains(FieldPath path, Operand operand) : FieldTest(path)
{
    public Operand Operand => operand;

    protected override Truth Test(Evaluation evaluation, in Resolution found)
    {
        if (found.Node is ScalarNode { IsNone: true })
            return Truth.False;
        if (found.Node is not ListNode list || operand.Value(evaluation) is not { } wanted)
            return Truth.Unknown;
        var result = Truth.False;
        foreach (var item in list.Items)
            result = result.Or(Operand.Of(item) is { } value ? SameAs.Compare(value, wanted) : Truth.Unknown);
        return result;
    }

    public override void Explain(Evaluation evaluation, Truth truth, List<Leaf> leaves)
    {
        var found = Path.Resolve(evaluation);
        if (truth == Truth.Unknown && found.Node is not null && operand.Path is { } other && operand.Value(evaluation) is null)
            leaves.Add(other.Resolve(evaluation).ToLeaf(evaluation, other.Scope, Doubt.NotStated));
        else
            leaves.Add(found.ToLeaf(evaluation, Path.Scope, WhyNot(found, truth)));
    }

    public override void Read(Evaluation evaluation, FactsRead facts)
    {
        base.Read(evaluation, facts);
        if (operand.Path is { } other)
            facts.Add(evaluation, other, other.Resolve(evaluation));
    }
}

/// <summary>Does the text match the pattern? A match that takes too long is unknown.</summary>
internal sealed class Matches(FieldPath path, Regex pattern) : FieldTest(path)
{
    public Regex Pattern => pattern;

    protected override Truth Test(Evaluation evaluation, in Resolution found)
    {
        switch (Operand.Of(found.Node))
        {
            case null:
                return Truth.Unknown;
            case string text:
                try
                {
                    return Kleene.Of(pattern.IsMatch(text));
                }
                catch (RegexMatchTimeoutException)
                {
                    return Truth.Unknown;
                }
            default:
                return Truth.False;
        }
    }
}

/// <summary>Is it this data category or one below it?</summary>
internal sealed class Under(FieldPath path, string category) : FieldTest(path)
{
    public string Category => category;

    private readonly string _below = category + ".";

    protected override Truth Test(Evaluation evaluation, in Resolution found)
    {
        if (Operand.Of(found.Node) is not { } value)
            return Truth.Unknown;
        return Kleene.Of(value is string text && Holds(evaluation.CurrentCategory(text)));
    }

    private bool Holds(string text) => text == category || text.StartsWith(_below, StringComparison.Ordinal);
}
