using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>Finds the elements of arrays and lists that code writes out, wherever it does.</summary>
internal sealed class Lists(Definitions definitions)
{
    /// <summary>The elements as far as they are in sight, and why there may be others.</summary>
    public ElementList Elements(Expression list, CancellationToken cancellation)
    {
        var elements = new List<Expression>();
        string? missing = null;
        Collect(list.Unwrapped, elements, ref missing, new Trace(cancellation), cancellation);
        return new ElementList(elements, missing);
    }

    /// <summary>The elements when the expression itself writes them out; else null.</summary>
    public static IReadOnlyList<Expression>? Written(Expression list)
    {
        switch (list.Operation)
        {
            case IArrayCreationOperation { Initializer: { } initializer }:
                return In(initializer.ElementValues);
            case IArrayInitializerOperation initializer:
                return In(initializer.ElementValues);
            case IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] }:
                return [];
            case IObjectCreationOperation { Initializer: { } initializer, Arguments.Length: 0 } when IsList(list.Operation.Type):
                return In(initializer.Initializers.OfType<IInvocationOperation>().Where(static add => add.Arguments.Length == 1).Select(static add => add.Arguments[0].Value));
            case IObjectCreationOperation { Initializer: null, Arguments.Length: 0 } when IsList(list.Operation.Type):
                return [];
            case IObjectCreationOperation { Initializer: { } initializer, Arguments.Length: 0 } when IsDictionary(list.Operation.Type):
                return In(initializer.Initializers.Select(static entry => entry switch
                {
                    IInvocationOperation { TargetMethod.Name: "Add", Arguments: [_, var value] } => value.Value,
                    ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true } } assignment => assignment.Value,
                    _ => null,
                }).OfType<IOperation>());
            case { Syntax: CollectionExpressionSyntax syntax } operation when syntax.Elements.All(static element => element is ExpressionElementSyntax):
                return In(operation.ChildOperations);
            case IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.Name: "Array" or "Enumerable" } }:
                return [];
            default:
                return null;
        }

        List<Expression> In(IEnumerable<IOperation> operations) => [.. operations.Select(operation => new Expression(Expression.Unwrap(operation), list.Frame))];
    }

    private void Collect(Expression list, List<Expression> elements, ref string? missing, Trace trace, CancellationToken cancellation)
    {
        if (list.Operation.ConstantValue is { HasValue: true, Value: null })
            return;
        if (Written(list) is { } written)
        {
            elements.AddRange(written);
            return;
        }

        if (list.Operation.Syntax is CollectionExpressionSyntax spread)
        {
            var child = 0;
            foreach (var part in list.Operation.ChildOperations)
            {
                if (child++ < spread.Elements.Count && spread.Elements[child - 1] is SpreadElementSyntax)
                    foreach (var operand in part.ChildOperations.Take(1))
                        Collect(new Expression(Expression.Unwrap(operand), list.Frame), elements, ref missing, trace, cancellation);
                else
                    elements.Add(new Expression(Expression.Unwrap(part), list.Frame));
            }

            return;
        }

        if (!trace.TryEnter(list, out var reason))
        {
            missing ??= reason;
            return;
        }

        if (list.Operation is IInvocationOperation { TargetMethod.ContainingType: { Name: "Enumerable" or "MemoryExtensions" or "ImmutableArray" } or { Name: "List" } } call)
        {
            switch (call.TargetMethod.Name)
            {
                case "ToArray" or "ToList" or "AsEnumerable" or "Distinct" or "OrderBy" or "Reverse" or "ToImmutableArray" or "Cast":
                    Collect(At(call.Instance ?? call.Arguments[0].Value), elements, ref missing, trace, cancellation);
                    break;
                case "Concat" or "Union" when call.Arguments.Length == 2:
                    Collect(At(call.Arguments[0].Value), elements, ref missing, trace, cancellation);
                    Collect(At(call.Arguments[1].Value), elements, ref missing, trace, cancellation);
                    break;
                case "Select" when call.Arguments is [var source, var selector] && Lambda(selector) is { Value: { } result } lambda:
                    var before = elements.Count;
                    Collect(At(source.Value), elements, ref missing, trace, cancellation);
                    for (var i = before; i < elements.Count; i++)
                        elements[i] = new Expression(Expression.Unwrap(result), new Frame(lambda.Symbol, call, list.Frame) { Element = elements[i] });
                    break;
                case "Where" when call.Arguments is [var all, var condition] && Lambda(condition) is { Value: { } asked } && Excluded(asked) is { } excluded:
                    var first = elements.Count;
                    Collect(At(all.Value), elements, ref missing, trace, cancellation);
                    for (var i = elements.Count - 1; i >= first; i--)
                    {
                        if (elements[i].Operation.ConstantValue is not { HasValue: true, Value: string name })
                            missing ??= "the list is filtered";
                        else if (excluded.Contains(name))
                            elements.RemoveAt(i);
                    }

                    break;
                case "Append" or "Prepend" when call.Arguments.Length == 2:
                    Collect(At(call.Arguments[0].Value), elements, ref missing, trace, cancellation);
                    elements.Add(At(call.Arguments[1].Value));
                    break;
                default:
                    missing ??= $"the list is computed by '{call.TargetMethod.Name}'";
                    break;
            }
        }
        else if (definitions.Of(list, cancellation) is { } definition)
        {
            missing ??= definition.Missing;
            foreach (var value in definition.Values)
                Collect(value, elements, ref missing, trace, cancellation);
            if (list.Operation is ILocalReferenceOperation local)
                CollectPut(BodyIndex.Of(local).Into(local.Local).OfType<IInvocationOperation>(), list.Frame, elements, ref missing, trace, cancellation);
            else if (list.Operation is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member && IsList(member.Type))
                CollectPut(definitions.Code.Puts(member.Member, cancellation).OfType<IInvocationOperation>(), null, elements, ref missing, trace, cancellation);
        }
        else
        {
            missing ??= "the list is computed";
        }

        trace.Leave(list);

        Expression At(IOperation operation) => new(Expression.Unwrap(operation), list.Frame);
    }

    private void CollectPut(IEnumerable<IInvocationOperation> puts, Frame? frame, List<Expression> elements, ref string? missing, Trace trace, CancellationToken cancellation)
    {
        foreach (var put in puts)
        {
            if (Contents.IsCopy(put.TargetMethod.Name))
            {
                missing ??= "elements are copied into the list";
                continue;
            }

            if (put.Arguments is not [var argument])
                continue;
            var value = new Expression(Expression.Unwrap(argument.Value), frame);
            if (put.TargetMethod.Name == "AddRange")
                Collect(value, elements, ref missing, trace, cancellation);
            else
                elements.Add(value);
        }
    }

    /// <summary>The lambda and the one expression it returns.</summary>
    private static (IMethodSymbol Symbol, IOperation? Value) Lambda(IArgumentOperation argument)
    {
        if (Expression.Unwrap(argument.Value) is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } value }] } lambda })
            return default;
        return (lambda.Symbol, value);
    }

    /// <summary>The constants that a condition such as <c>name != "Label" &amp;&amp; name != "Id"</c> leaves out; null when it is another condition.</summary>
    private static HashSet<string>? Excluded(IOperation condition)
    {
        switch (Expression.Unwrap(condition))
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when Excluded(both.LeftOperand) is { } left && Excluded(both.RightOperand) is { } right:
                left.UnionWith(right);
                return left;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } comparison when Expression.Unwrap(comparison.LeftOperand) is IParameterReferenceOperation && comparison.RightOperand.ConstantValue is { HasValue: true, Value: string name }:
                return new HashSet<string>(StringComparer.Ordinal) { name };
            default:
                return null;
        }
    }

    /// <summary>The array or list that the expression is an element of, by index; null when it is none.</summary>
    public static IOperation? Of(IOperation element) => element switch
    {
        IArrayElementReferenceOperation { ArrayReference: var array } => array,
        IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType: { Name: "List" or "IList" or "IReadOnlyList" } }, Instance: { } list } => list,
        _ => null,
    };

    /// <summary>Whether it holds values under keys.</summary>
    public static bool IsDictionary(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary" or "SortedDictionary" or "ConcurrentDictionary", Arity: 2 };

    public static bool IsList(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "List" or "HashSet" or "Collection", Arity: 1 };
}

/// <summary>Elements of a list.</summary>
/// <param name="Elements">Those in sight.</param>
/// <param name="Missing">Why there may be others; null when there are none.</param>
internal sealed record ElementList(IReadOnlyList<Expression> Elements, string? Missing);
