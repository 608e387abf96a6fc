using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>Where a variable, member or call gets its value from: the one step back that every resolution shares.</summary>
internal sealed class Definitions(CodeReader code)
{
    /// <summary>Tuples inside tuples, functions that functions give: further in, nothing is seen.</summary>
    private const int Deepest = 6;

    private const int MostFunctions = 64;

    public CodeReader Code { get; } = code;

    /// <summary>
    /// The expressions this one may stand for. Null when it is none of the kinds that stand for another expression; an incomplete result
    /// says why something was not seen.
    /// </summary>
    public Definition? Of(Expression expression, CancellationToken cancellation) => Of(expression, 0, cancellation);

    private Definition? Of(Expression expression, int depth, CancellationToken cancellation)
    {
        var frame = expression.Frame;
        switch (expression.Operation)
        {
            case ILocalReferenceOperation local:
                return FromWrites(local.Local, local, frame, depth, cancellation) ?? new Definition([], $"'{local.Local.Name}' is not assigned in sight");
            case IParameterReferenceOperation parameter:
                return FromWrites(parameter.Parameter, parameter, frame, depth, cancellation) ?? OfParameter(parameter.Parameter, frame, cancellation);
            case IFieldReferenceOperation { Field: { IsImplicitlyDeclared: false } or { ContainingType.IsTupleType: true } } field:
                return field.Field.ContainingType.IsTupleType && field.Instance is not null
                    ? TupleElement(new Expression(Expression.Unwrap(field.Instance), frame), ElementIndex(field.Field), depth, cancellation)
                    : OfMember(field.Field, cancellation);
            case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.Name: "KeyValuePair" } or { Name: "Values", ContainingType.Arity: 2 }, Instance: { } entry } property when property.Property.Name == "Value" || Lists.IsDictionary(property.Property.ContainingType):
                return new Definition([Child(entry)]); // what is told of a dictionary is told of its values
            case IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType: var holder }, Instance: { } table, Arguments: [var key] } entry when Lists.IsDictionary(holder) && (!key.Value.ConstantValue.HasValue || entry.Type?.TypeKind == TypeKind.Delegate):
                return new Definition([Child(table)]);
            case IPropertyReferenceOperation property when IsSource(property.Property):
                return OfProperty(property, frame, cancellation);
            case IInvocationOperation task when Awaited.Of(task) is { } results:
                return results.Count == 0 ? null : new Definition([.. results.Select(Child)]);
            case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" }, Instance: { } awaited }:
                return new Definition([Child(awaited)]);
            case IInvocationOperation invocation when IsSource(invocation.TargetMethod) || invocation.TargetMethod.MethodKind == MethodKind.LocalFunction:
                return OfCall(invocation, frame, cancellation);
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } function } call:
                return OfDelegate(Child(function), call, frame, depth, cancellation);
            case IInvalidOperation { Syntax: InvocationExpressionSyntax } unbound when MeantMethods.Of(unbound, cancellation) is { } meant:
                return new Definition([.. Code.Returns(meant, cancellation).Select(static value => new Expression(value, null))], $"what '{meant.Name}' returns, as something that it is given does not compile");
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                return new Definition(Ways(conditional.WhenTrue, whenFalse));
            case ICoalesceOperation coalesce:
                return new Definition(Ways(coalesce.Value, coalesce.WhenNull));
            case ISwitchExpressionOperation choice:
                return new Definition([.. choice.Arms.Where(static arm => arm.Value is not IThrowOperation).Select(arm => Child(arm.Value))]);
            default:
                return null;
        }

        // A way that throws gives no value.
        List<Expression> Ways(params IOperation[] ways) => [.. ways.Select(Child).Where(static way => way.Operation is not IThrowOperation)];

        Expression Child(IOperation operation) => new(Expression.Unwrap(operation), frame);
    }

    private Definition? FromWrites(ISymbol variable, IOperation read, Frame? frame, int depth, CancellationToken cancellation)
    {
        var writes = BodyIndex.Of(read).Reaching(variable, read);
        if (writes.Count == 0)
            return null;

        var values = new List<Expression>(writes.Count);
        string? missing = null;
        foreach (var write in writes)
        {
            switch (write.Kind)
            {
                case WriteKind.Value or WriteKind.Addition:
                    values.Add(new Expression(write.Value, frame));
                    break;
                case WriteKind.TupleElement:
                    var element = TupleElement(new Expression(write.Value, frame), write.Index, depth, cancellation);
                    values.AddRange(element.Values);
                    if (element.Values.Count == 0 && write.At is not IDeconstructionAssignmentOperation)
                        values.Add(new Expression(write.Value, frame)); // what is walked is where its elements come from
                    missing ??= element.Missing;
                    break;
                case WriteKind.Element:
                    values.Add(new Expression(write.Value, frame));
                    break;
                default:
                    var given = Given(write.At, frame, cancellation);
                    values.AddRange(given);
                    if (given.Count == 0)
                        missing ??= $"'{variable.Name}' is computed";
                    break;
            }
        }

        return new Definition(values, missing);
    }

    /// <summary>What a method of this compilation writes to its out or ref parameter.</summary>
    private List<Expression> Given(IOperation write, Frame? frame, CancellationToken cancellation)
    {
        if (write is not IArgumentOperation { Parameter: { RefKind: RefKind.Out or RefKind.Ref, ContainingSymbol: IMethodSymbol { OriginalDefinition: var method } } parameter, Parent: IInvocationOperation call })
            return [];
        var entered = new Frame(call.TargetMethod, call, frame);
        return
        [
            .. Code.Bodies(method, cancellation).SelectMany(body => BodyIndex.Of(body).Writes(method.Parameters[parameter.Ordinal]))
                .Where(static written => written.Kind == WriteKind.Value && written.Value.ConstantValue is not { HasValue: true, Value: null }).Select(written => new Expression(written.Value, entered)),
        ];
    }

    private Definition TupleElement(Expression tuple, int index, int depth, CancellationToken cancellation) =>
        ElementOf(tuple, index, depth, cancellation) is var found && found is { Values.Count: 0, Missing: null } ? new Definition([], "no element of the collection is in sight") : found;

    private Definition ElementOf(Expression tuple, int index, int depth, CancellationToken cancellation)
    {
        if (tuple.Operation is ITupleOperation written)
            return index < written.Elements.Length ? new Definition([new Expression(Expression.Unwrap(written.Elements[index]), tuple.Frame)]) : new Definition([], "a tuple that cannot be seen");
        if (tuple.Operation is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, MethodKind: not MethodKind.LocalFunction } } call && Awaited.Of(call) is null)
            return new Definition([tuple]); // who knows the library's member knows what its elements are
        if (depth <= Deepest && Lists.Of(tuple.Operation) is { } list)
            return ElementOf(tuple.With(list).Unwrapped, index, depth + 1, cancellation);
        if (depth > Deepest || (Lists.Written(tuple) is { } elements ? new Definition(elements) : Of(tuple, depth + 1, cancellation)) is not { } definition)
            return new Definition([], "a tuple that cannot be seen");

        var values = new List<Expression>();
        var missing = definition.Missing;
        foreach (var value in definition.Values.Concat(Contents.Of(tuple, Code, cancellation).Select(static put => put.Unwrapped).Where(static put => IsOfTuples(put.Operation.Type))))
        {
            var element = ElementOf(value, index, depth + 1, cancellation);
            values.AddRange(element.Values);
            missing ??= element.Missing;
        }

        return new Definition(values, missing);
    }

    private static bool IsOfTuples(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { ElementType: var element } => element.IsTupleType,
        INamedTypeSymbol named => named.IsTupleType || named.TypeArguments is [{ IsTupleType: true }],
        _ => false,
    };

    private Definition OfParameter(IParameterSymbol parameter, Frame? frame, CancellationToken cancellation)
    {
        for (var outer = frame; outer is not null; outer = outer.Caller)
            if (Same(outer.Method, parameter.ContainingSymbol) && outer.Argument(parameter) is { } argument)
                return new Definition([argument]);

        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return new Definition([], $"parameter '{parameter.Name}'");
        if (Same(method, Code.EntryPoint))
            return new Definition([], "command-line arguments");
        if (method.MethodKind is MethodKind.AnonymousFunction)
            return new Definition([], $"'{parameter.Name}' is the parameter of a lambda");
        if (Code.Callers(method, cancellation) is not { } callers)
            return new Definition([], $"parameter '{parameter.Name}' has too many callers");

        var values = new List<Expression>(callers.Count);
        foreach (var call in callers)
        {
            if (new Frame(method, call, null).Argument(parameter) is { } value)
                values.Add(value);
        }

        return values.Count == 0 ? new Definition([], $"parameter '{parameter.Name}'") { Uncalled = parameter } : new Definition(values);
    }

    private Definition OfProperty(IPropertyReferenceOperation reference, Frame? frame, CancellationToken cancellation)
    {
        var values = new List<Expression>();
        string? missing = null;
        foreach (var property in Code.Implementations(reference.Property, cancellation))
        {
            var returns = Code.Returns(property, cancellation);
            if (returns.Count > 0)
            {
                var inside = new Frame(property, reference, frame);
                foreach (var value in returns)
                    values.Add(new Expression(value, inside));
            }
            else
            {
                var member = OfMember(property, cancellation);
                values.AddRange(member.Values);
                missing ??= member.Missing;
            }
        }

        return new Definition(values, missing ?? (values.Count == 0 ? $"property '{reference.Property.Name}'" : null));
    }

    private Definition OfMember(ISymbol member, CancellationToken cancellation)
    {
        if (member.DeclaringSyntaxReferences.IsEmpty)
            return new Definition([], $"'{member.Name}' is in another assembly");

        var writes = Code.Writes(member, cancellation);
        var values = new List<Expression>(writes.Count);
        string? missing = null;
        foreach (var write in writes)
        {
            if (write is IArgumentOperation && Given(write, null, cancellation) is { Count: > 0 } given)
                values.AddRange(given);
            else if (write is IAssignmentOperation or IArgumentOperation)
                missing = $"'{member.Name}' is computed";
            else
                values.Add(new Expression(Expression.Unwrap(write), null));
        }

        if (values.Count == 0 && OfPosition(member, cancellation) is { } positional)
            return positional;

        return new Definition(values, missing ?? (values.Count == 0 ? $"'{member.Name}' is not assigned in sight" : null));
    }

    /// <summary>What a positional member of a record is made with.</summary>
    private Definition? OfPosition(ISymbol member, CancellationToken cancellation) =>
        member is IPropertySymbol { DeclaringSyntaxReferences: [var declaration] } && declaration.GetSyntax(cancellation) is ParameterSyntax written
            && member.ContainingType.InstanceConstructors.SelectMany(static constructor => constructor.Parameters)
                .FirstOrDefault(parameter => parameter.DeclaringSyntaxReferences is [var own] && own.GetSyntax(cancellation) == written) is { } position
            ? OfParameter(position, null, cancellation)
            : null;

    private Definition OfCall(IInvocationOperation invocation, Frame? frame, CancellationToken cancellation)
    {
        var values = new List<Expression>();
        foreach (var implementation in Code.Implementations(invocation.TargetMethod, cancellation))
        {
            var inside = new Frame(implementation, invocation, frame);
            foreach (var value in Code.Returns(implementation, cancellation))
                values.Add(new Expression(value, inside));
        }

        return new Definition(values, values.Count == 0 ? $"what '{invocation.TargetMethod.Name}' returns" : null);
    }

    /// <summary>What a call of a delegate gives: what the functions return that it may stand for.</summary>
    private Definition OfDelegate(Expression function, IInvocationOperation call, Frame? frame, int depth, CancellationToken cancellation)
    {
        const string Unseen = "what a function gives that cannot be seen";
        var values = new List<Expression>();
        string? missing = null;
        var functions = new List<Expression> { function };
        for (var at = 0; at < functions.Count; at++)
        {
            if (at == MostFunctions)
            {
                missing ??= Trace.CutShort;
                break;
            }

            var one = functions[at];
            var entered = (one.Operation is IDelegateCreationOperation { Target: var target } ? target : one.Operation) switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                IMethodReferenceOperation { Method: var method } => method,
                _ => null,
            };
            if (entered is not null)
            {
                values.AddRange((Code.ReturnsOf(one, cancellation) ?? []).Select(value => value with { Frame = new Frame(entered, call, frame) }));
            }
            else if (one.Operation is ITupleOperation tuple)
            {
                functions.AddRange(tuple.Elements.Select(element => one.With(Expression.Unwrap(element))).Where(static element => element.Operation is IDelegateCreationOperation or { Type.TypeKind: TypeKind.Delegate }));
            }
            else if (Lists.Written(one) is { } held)
            {
                functions.AddRange(held);
            }
            else if (depth <= Deepest && (Lists.Of(one.Operation) is { } list ? new Definition([one.With(list).Unwrapped]) : Of(one, depth + 1, cancellation)) is { } definition)
            {
                functions.AddRange(definition.Values.Where(value => !functions.Contains(value)));
                functions.AddRange(Contents.Of(one, Code, cancellation).Select(static put => put.Unwrapped).Where(put => put.Operation is IDelegateCreationOperation or ITupleOperation && !functions.Contains(put)));
                missing ??= definition.Missing;
            }
            else
            {
                missing ??= Unseen;
            }
        }

        return new Definition(values, missing ?? (values.Count == 0 ? Unseen : null));
    }

    private static bool IsSource(ISymbol symbol) => !symbol.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty;

    private static bool Same(ISymbol? left, ISymbol? right) =>
        SymbolEqualityComparer.Default.Equals(left?.OriginalDefinition, right?.OriginalDefinition);

    private static int ElementIndex(IFieldSymbol field)
    {
        var elements = field.ContainingType.TupleElements;
        for (var i = 0; i < elements.Length; i++)
            if (elements[i].Name == field.Name || elements[i].CorrespondingTupleField?.Name == field.Name)
                return i;
        return 0;
    }
}

/// <summary>What an expression may stand for.</summary>
/// <param name="Values">The expressions in sight.</param>
/// <param name="Missing">Why there may be others; null when there are none.</param>
internal sealed record Definition(IReadOnlyList<Expression> Values, string? Missing = null)
{
    /// <summary>The parameter, when nothing calls its method in sight.</summary>
    public IParameterSymbol? Uncalled { get; init; }
}
