using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>What a custom mapping computes each member of its result from, read in the lambda or method that is given, and in what that hands the row and the result to.</summary>
internal sealed class RowMapping
{
    private const int DeepestCall = 3;
    private const int DeepestLocal = 8;

    private readonly Dictionary<ISymbol, HashSet<ISymbol>> _reads = new(SymbolEqualityComparer.Default);

    private RowMapping()
    {
    }

    /// <summary>Whether the member of the result may be computed from the member of the row.</summary>
    public bool Reads(ISymbol result, ISymbol row) => _reads.TryGetValue(result, out var reads) && reads.Contains(row);

    /// <summary>The mapping; null when its code is not in sight or hands a whole row on to code that is not, so that any member may go anywhere.</summary>
    public static RowMapping? Of(Expression call, Definitions definitions, CancellationToken cancellation)
    {
        if (call.Operation is not IInvocationOperation invocation)
            return null;
        foreach (var argument in invocation.Arguments)
        {
            if (Function(call.With(argument.Value).Unwrapped, definitions, cancellation) is not { } function)
                continue;
            var mapping = new RowMapping();
            var (method, bodies) = function.Target switch
            {
                IAnonymousFunctionOperation lambda => (lambda.Symbol, [lambda.Body]),
                IMethodReferenceOperation group => (group.Method, definitions.Code.Bodies(group.Method, cancellation).ToList()),
                _ => default((IMethodSymbol?, List<IOperation>?)),
            };
            return method?.Parameters is [var row, var result, ..] && bodies is { Count: > 0 } && mapping.TryRead(bodies, new Roles(row, result, null), definitions, 0, cancellation) ? mapping : null;
        }

        return null;
    }

    /// <summary>The delegate that an argument is, also where a helper such as <c>GetMapping()</c> of a factory gives it.</summary>
    private static IDelegateCreationOperation? Function(Expression argument, Definitions definitions, CancellationToken cancellation)
    {
        if (argument.Operation is IDelegateCreationOperation created)
            return created;
        return argument.Operation.Type?.TypeKind == TypeKind.Delegate && definitions.Of(argument, cancellation) is { Values: [{ Operation: IDelegateCreationOperation only }], Missing: null } ? only : null;
    }

    private bool TryRead(IReadOnlyList<IOperation> bodies, Roles roles, Definitions definitions, int depth, CancellationToken cancellation)
    {
        var operations = bodies.SelectMany(static body => body.Descendants()).ToList();
        foreach (var operation in operations)
            if ((roles.IsRow(operation) || roles.IsResult(operation)) && !IsHolder(operation) && !TryFollow(operation, roles, definitions, depth, cancellation))
                return false;

        var everything = MembersIn(operations, roles);
        foreach (var operation in operations)
        {
            if (operation is not IAssignmentOperation { Target: IMemberReferenceOperation { Instance: { } holder } target } assignment || !roles.IsResult(holder))
                continue;
            if (!_reads.TryGetValue(target.Member, out var reads))
                _reads.Add(target.Member, reads = new HashSet<ISymbol>(SymbolEqualityComparer.Default));
            if (IsConditional(assignment) || !TryCollect(assignment.Value, roles, reads, 0))
                reads.UnionWith(everything);
        }

        return true;
    }

    private static bool IsHolder(IOperation operation) =>
        operation.Parent is IMemberReferenceOperation { Instance: { } instance } && ReferenceEquals(instance, operation)
        || operation is IInstanceReferenceOperation && operation.Parent is IInvocationOperation { TargetMethod.ReturnsVoid: false, Instance: { } receiver } && ReferenceEquals(receiver, operation);

    /// <summary>A row that is handed on together with the result: <c>result.Fill(row)</c>, <c>Fill(row, result)</c>.</summary>
    private bool TryFollow(IOperation whole, Roles roles, Definitions definitions, int depth, CancellationToken cancellation)
    {
        var at = whole.Parent;
        while (at is IConversionOperation or IArgumentOperation)
            at = at.Parent;
        if (at is not IInvocationOperation call || depth >= DeepestCall || IsConditional(call))
            return false;
        var row = call.Arguments.FirstOrDefault(argument => roles.IsRow(Expression.Unwrap(argument.Value)))?.Parameter;
        var result = call.Arguments.FirstOrDefault(argument => roles.IsResult(Expression.Unwrap(argument.Value)))?.Parameter;
        var resultIsInstance = call.Instance is { } instance && roles.IsResult(Expression.Unwrap(instance));
        if (row is null || (result is null && !resultIsInstance) || call.Arguments.Any(argument => !SymbolEqualityComparer.Default.Equals(argument.Parameter, row) && argument.Value.DescendantsAndSelf().Any(roles.IsRow)))
            return false;
        var bodies = definitions.Code.Bodies(call.TargetMethod, cancellation).ToList();
        return bodies.Count > 0 && TryRead(bodies, new Roles(row, result, resultIsInstance ? call.TargetMethod : null), definitions, depth + 1, cancellation);
    }

    /// <summary>The members that a value is computed from, over locals with plain writes; false when a local is computed in other ways.</summary>
    private static bool TryCollect(IOperation value, Roles roles, HashSet<ISymbol> members, int depth)
    {
        if (depth > DeepestLocal)
            return false;
        foreach (var part in value.DescendantsAndSelf())
        {
            if (part is IMemberReferenceOperation { Instance: { } holder } member && roles.IsRow(holder))
                members.Add(member.Member);
            else if (part is IMemberReferenceOperation { Instance: { } own } && roles.IsResult(own))
                return false;
            else if (part is IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction })
                return false;
            else if (part is ILocalReferenceOperation local && !TryCollect(local, roles, members, depth))
                return false;
        }

        return true;
    }

    private static bool TryCollect(ILocalReferenceOperation local, Roles roles, HashSet<ISymbol> members, int depth)
    {
        var writes = BodyIndex.Of(local).Writes(local.Local);
        return writes is [{ Kind: WriteKind.Value } only] && !IsConditional(only.At) && TryCollect(only.Value, roles, members, depth + 1);
    }

    private static HashSet<ISymbol> MembersIn(IEnumerable<IOperation> operations, Roles roles)
    {
        var members = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in operations)
            if (operation is IMemberReferenceOperation { Instance: { } holder } member && roles.IsRow(holder))
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

    /// <summary>What stands for the row and for the result inside one function.</summary>
    /// <param name="Row">The parameter that is the row.</param>
    /// <param name="Result">The parameter that is the result; null when the object itself is.</param>
    /// <param name="OwnResult">The method of the result that is read; null when a parameter is the result.</param>
    private sealed record Roles(IParameterSymbol Row, IParameterSymbol? Result, IMethodSymbol? OwnResult)
    {
        public bool IsRow(IOperation operation) => operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, Row);

        public bool IsResult(IOperation operation) => operation switch
        {
            IParameterReferenceOperation reference => Result is not null && SymbolEqualityComparer.Default.Equals(reference.Parameter, Result),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => OwnResult is not null,
            _ => false,
        };
    }
}
