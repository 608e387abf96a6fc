using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads from the way that values took which members of other rows the new rows are made of.</summary>
internal static class CopyReader
{
    public static RowCopies Of(ValueFlow flow)
    {
        if (flow.Rows.Count == 0)
            return RowCopies.None;
        List<ISymbol>? groupedBy = null;
        var chosenBy = new List<ISymbol>();
        foreach (var choice in flow.Choices)
        {
            if (Function(choice) is not { } function)
                continue;
            if (choice.TargetMethod.Name == "GroupBy")
                (groupedBy ??= []).AddRange(function.Descendants().OfType<IMemberReferenceOperation>().Select(static key => key.Member));
            else
                chosenBy.AddRange(function.Descendants().OfType<IBinaryOperation>().Where(static comparison => comparison.OperatorKind == BinaryOperatorKind.Equals)
                    .SelectMany(static comparison => (IOperation[])[comparison.LeftOperand, comparison.RightOperand])
                    .Select(Expression.Unwrap).OfType<IMemberReferenceOperation>().Where(static member => member.Instance is IParameterReferenceOperation).Select(static member => member.Member));
        }

        return new RowCopies([.. flow.Rows.Select(static read => new CopiedMember(read.RowType, read.Member, Target(read.At), IsSummed(read.At)))], groupedBy, chosenBy);
    }

    private static IAnonymousFunctionOperation? Function(IInvocationOperation call) =>
        call.Arguments.Select(static argument => Expression.Unwrap(argument.Value)).OfType<IDelegateCreationOperation>().FirstOrDefault()?.Target as IAnonymousFunctionOperation
        ?? call.Arguments.SelectMany(static argument => argument.Value.DescendantsAndSelf()).OfType<IAnonymousFunctionOperation>().FirstOrDefault();

    private static ISymbol? Target(IOperation read)
    {
        for (var around = read.Parent; around is not (null or IBlockOperation); around = around.Parent)
            if (around is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var target } })
                return target;
        return null;
    }

    private static bool IsSummed(IOperation read)
    {
        for (var around = read.Parent; around is not null; around = around.Parent)
            if (around is IInvocationOperation { TargetMethod: { ContainingType.Name: "Enumerable" or "Queryable", Name: "Sum" or "Average" or "Min" or "Max" or "Count" or "LongCount" or "Aggregate" } })
                return true;
        return false;
    }
}
