using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Policy.Rules.Conditions;

/// <summary>What a value is compared with.</summary>
internal abstract class Operand
{
    /// <summary>The value; <see cref="None"/> when somebody stated that there is none; null when it is not stated.</summary>
    public abstract object? Value(Evaluation evaluation);

    /// <summary>The document's value behind it; null when it is not one.</summary>
    public virtual FieldPath? Path => null;

    /// <summary>The author wrote none.</summary>
    public static readonly object None = new();

    /// <summary>The value of a node as operands see it.</summary>
    public static object? Of(Node? node) =>
        node switch
        {
            ScalarNode { IsNone: true } => None,
            ScalarNode scalar when Scalars.IsOpen(scalar) => null,
            ScalarNode scalar => scalar.Value,
            _ => null,
        };
}

/// <summary>A value that the rule writes.</summary>
internal sealed class Literal(object value) : Operand
{
    public object Written => value;

    public override object? Value(Evaluation evaluation) => value;
}

/// <summary>The date of judgement.</summary>
internal sealed class Today : Operand
{
    public override object? Value(Evaluation evaluation) => evaluation.Today;
}

/// <summary>A number of the organization.</summary>
internal sealed class ThresholdOperand(string name) : Operand
{
    public string Name => name;

    public override object? Value(Evaluation evaluation) => evaluation.Threshold(name);
}

/// <summary>Another value of the document, for dates some days later.</summary>
internal sealed class FieldOperand(FieldPath path, long plusDays) : Operand
{
    public long PlusDays => plusDays;

    public override FieldPath Path => path;

    public override object? Value(Evaluation evaluation)
    {
        var value = Of(path.Resolve(evaluation).Node);
        return plusDays != 0 && value is DateInterval date
            ? new DateInterval(Scalars.AddDays(date.First, plusDays), Scalars.AddDays(date.Last, plusDays))
            : value;
    }
}
