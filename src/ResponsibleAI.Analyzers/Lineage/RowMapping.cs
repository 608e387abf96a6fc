using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>What a custom mapping computes each member of its result from, read in the lambda or method that is given.</summary>
internal sealed class RowMapping
{
    private readonly Dictionary<ISymbol, HashSet<ISymbol>> _reads = new(SymbolEqualityComparer.Default);

    private RowMapping()
    {
    }

    /// <summary>Whether the member of the result may be computed from the member of the row.</summary>
    public bool Reads(ISymbol result, ISymbol row) => _reads.TryGetValue(result, out var reads) && reads.Contains(row);

    /// <summary>The mapping; null when its code is not in sight or hands a whole row on, so that any member may go anywhere.</summary>
    public static RowMapping? Of(Expression call, Definitions definitions, CancellationToken cancellation)
    {
        if (call.Operation is not IInvocationOperation invocation)
            return null;
        foreach (var argument in invocation.Arguments)
            if (Expression.Unwrap(argument.Value) is IDelegateCreationOperation { Target: var target })
                return target switch
                {
                    IAnonymousFunctionOperation lambda => Of(lambda.Symbol, [lambda.Body]),
                    IMethodReferenceOperation group => Of(group.Method, [.. definitions.Code.Bodies(group.Method, cancellation)]),
                    _ => null,
                };
        return null;
    }

    private static RowMapping? Of(IMethodSymbol method, IReadOnlyList<IOperation> bodies)
    {
        if (method.Parameters is not [var row, var result, ..] || bodies.Count == 0)
            return null;

        var operations = bodies.SelectMany(static body => body.Descendants()).ToList();
        foreach (var operation in operations)
            if (operation is IParameterReferenceOperation { Parent: not IMemberReferenceOperation } whole && (Is(whole, row) || Is(whole, result)))
                return null;

        var mapping = new RowMapping();
        var everything = MembersIn(operations, row);
        foreach (var operation in operations)
        {
            if (operation is not IAssignmentOperation { Target: IMemberReferenceOperation { Instance: IParameterReferenceOperation holder } target } assignment || !Is(holder, result))
                continue;
            var value = assignment.Value.DescendantsAndSelf().ToList();
            var isDirect = !IsConditional(assignment) && !value.Exists(static part => part is ILocalReferenceOperation or IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction });
            if (!mapping._reads.TryGetValue(target.Member, out var reads))
                mapping._reads.Add(target.Member, reads = new HashSet<ISymbol>(SymbolEqualityComparer.Default));
            reads.UnionWith(isDirect ? MembersIn(value, row) : everything);
        }

        return mapping;
    }

    private static HashSet<ISymbol> MembersIn(IEnumerable<IOperation> operations, IParameterSymbol row)
    {
        var members = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in operations)
            if (operation is IMemberReferenceOperation { Instance: IParameterReferenceOperation holder } member && Is(holder, row))
                members.Add(member.Member);
        return members;
    }

    private static bool IsConditional(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null and not IAnonymousFunctionOperation; parent = parent.Parent)
            if (parent is IConditionalOperation or ISwitchOperation or ILoopOperation)
                return true;
        return false;
    }

    private static bool Is(IParameterReferenceOperation reference, IParameterSymbol parameter) => SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter);
}
