namespace ResponsibleAI.Policy.Rules.Conditions;

/// <summary>A compiled condition. Stateless: one object serves every card.</summary>
internal abstract class Condition
{
    public abstract Truth Evaluate(Evaluation evaluation);

    /// <summary>Whether it is never unknown.</summary>
    public virtual bool IsTwoValued => false;

    /// <summary>Whether any document could make it false.</summary>
    public virtual bool CanBeFalse => true;

    /// <summary>Names the leaves that gave the condition this truth.</summary>
    public abstract void Explain(Evaluation evaluation, Truth truth, List<Leaf> leaves);

    /// <summary>Notes every value it reads, whether or not it decided.</summary>
    public abstract void Read(Evaluation evaluation, FactsRead facts);
}

/// <summary>Several conditions together: those that have the truth of the whole gave it.</summary>
internal abstract class Combination(Condition[] parts) : Condition
{
    public Condition[] Parts => parts;

    public override void Explain(Evaluation evaluation, Truth truth, List<Leaf> leaves)
    {
        foreach (var part in parts)
            if (part.Evaluate(evaluation) == truth)
                part.Explain(evaluation, truth, leaves);
    }

    public override void Read(Evaluation evaluation, FactsRead facts)
    {
        foreach (var part in parts)
            part.Read(evaluation, facts);
    }
}

/// <summary>Every part holds. Without parts it is true.</summary>
internal sealed class All(Condition[] parts) : Combination(parts)
{
    /// <summary>Beside "it is stated", a comparison of words is never left open.</summary>
    public override bool IsTwoValued => Array.TrueForAll(Parts, part => part.IsTwoValued
        || part is OneOf { IsSureOnceStated: true } words && Array.Exists(Parts, other => other is Stated { Expected: true } stated && stated.Path.Key == words.Path.Key && stated.Path.Scope == words.Path.Scope));

    public override bool CanBeFalse => Array.Exists(Parts, part => part.CanBeFalse);

    public override Truth Evaluate(Evaluation evaluation)
    {
        var result = Truth.True;
        foreach (var part in Parts)
        {
            result = result.And(part.Evaluate(evaluation));
            if (result == Truth.False)
                break;
        }

        return result;
    }
}

/// <summary>At least one part holds.</summary>
internal sealed class Any(Condition[] parts) : Combination(parts)
{
    public override bool IsTwoValued => Array.TrueForAll(Parts, part => part.IsTwoValued);

    public override bool CanBeFalse => Array.TrueForAll(Parts, part => part.CanBeFalse);

    public override Truth Evaluate(Evaluation evaluation)
    {
        var result = Truth.False;
        foreach (var part in Parts)
        {
            result = result.Or(part.Evaluate(evaluation));
            if (result == Truth.True)
                break;
        }

        return result;
    }
}

/// <summary>The part does not hold; what is unknown stays unknown.</summary>
internal sealed class Not(Condition part) : Condition
{
    public Condition Part => part;

    public override bool IsTwoValued => part.IsTwoValued;

    public override Truth Evaluate(Evaluation evaluation) => part.Evaluate(evaluation).Not();

    public override void Explain(Evaluation evaluation, Truth truth, List<Leaf> leaves) => part.Explain(evaluation, truth.Not(), leaves);

    public override void Read(Evaluation evaluation, FactsRead facts) => part.Read(evaluation, facts);
}

/// <summary>A named condition of the pack, always about the document and therefore answered once per document.</summary>
internal sealed class Named(string name, Condition body) : Condition
{
    public string Name { get; } = name;

    /// <summary>What it says, in the words of its author; empty when there are none.</summary>
    public string Title { get; init; } = "";

    public Condition Body => body;

    public override bool IsTwoValued => body.IsTwoValued;

    public override Truth Evaluate(Evaluation evaluation) => evaluation.Once(this, body);

    public override void Explain(Evaluation evaluation, Truth truth, List<Leaf> leaves) => evaluation.Aside(() => body.Explain(evaluation, truth, leaves));

    public override void Read(Evaluation evaluation, FactsRead facts) => evaluation.Aside(() => body.Read(evaluation, facts));
}
