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
                chosenBy.AddRange(Chosen(function));
        }

        return new RowCopies([.. flow.Rows.Select(static read => new CopiedMember(read.RowType, read.Member, Target(read.At), IsSummed(read.At)))], groupedBy, chosenBy);
    }

    /// <summary>The lambda that the call itself is given; a query of a database is given it as an expression tree.</summary>
    private static IAnonymousFunctionOperation? Function(IInvocationOperation call) =>
        call.Arguments.Select(static argument => Expression.Unwrap(argument.Value)).Select(static given => given is IDelegateCreationOperation { Target: var target } ? target : given).OfType<IAnonymousFunctionOperation>().FirstOrDefault();

    /// <summary>The members of a row that are compared with a value from elsewhere; what is compared with null, or with another member of a row, chooses no one.</summary>
    private static IEnumerable<ISymbol> Chosen(IAnonymousFunctionOperation condition)
    {
        foreach (var operation in condition.Descendants())
            if (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison)
                foreach (var (side, other) in ((IOperation, IOperation)[])[(comparison.LeftOperand, comparison.RightOperand), (comparison.RightOperand, comparison.LeftOperand)])
                    if (Expression.Unwrap(side) is IMemberReferenceOperation { Instance: IParameterReferenceOperation { Parameter: var row }, Member: var member } && other.ConstantValue is not { HasValue: true, Value: null }
                        && !other.DescendantsAndSelf().Any(part => part is IParameterReferenceOperation { Parameter: var read } && SymbolEqualityComparer.Default.Equals(read, row)))
                        yield return member;
    }

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
