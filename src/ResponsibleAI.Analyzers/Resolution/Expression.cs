using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>An expression and the call through which its method was entered, so that its parameters have values.</summary>
/// <param name="Operation">The expression, conversions and parentheses removed.</param>
/// <param name="Frame">Null where no particular call was followed.</param>
internal sealed record Expression(IOperation Operation, Frame? Frame)
{
    public Expression Unwrapped => With(Unwrap(Operation));

    public Expression With(IOperation operation) => ReferenceEquals(operation, Operation) ? this : new(operation, Frame);

    public bool Equals(Expression? other) => other is not null && ReferenceEquals(Operation, other.Operation) && Equals(Frame, other.Frame);

    public override int GetHashCode() => unchecked((RuntimeHelpers.GetHashCode(Operation) * 31) + (Frame is null ? 0 : Frame.GetHashCode()));

    public static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion: operation = conversion.Operand; break;
                case IParenthesizedOperation parenthesized: operation = parenthesized.Operand; break;
                case IAwaitOperation awaited: operation = awaited.Operation; break;
                case ISimpleAssignmentOperation assignment: operation = assignment.Value; break;
                case IArgumentOperation argument: operation = argument.Value; break;
                default: return operation;
            }
        }
    }
}

/// <summary>A call that was followed into a method of this compilation.</summary>
/// <param name="Method">The method entered.</param>
/// <param name="Call">The invocation, object creation or property reference.</param>
/// <param name="Caller">The frame the call stands in.</param>
internal sealed record Frame(ISymbol Method, IOperation Call, Frame? Caller)
{
    private readonly int _hash = unchecked((RuntimeHelpers.GetHashCode(Call) * 31) + (Caller is null ? 0 : Caller._hash));

    /// <summary>What the first parameter stands for when the method is a lambda that is called for the elements of a list.</summary>
    public Expression? Element { get; init; }

    /// <summary>Equal frames are often met again: what is cheap to compare comes first, and the hash is kept.</summary>
    public bool Equals(Frame? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && ReferenceEquals(Call, other.Call) && SymbolEqualityComparer.Default.Equals(Method, other.Method) && Equals(Element, other.Element) && Equals(Caller, other.Caller));

    public override int GetHashCode() => _hash;

    public int Depth { get; } = Caller is null ? 1 : Caller.Depth + 1;

    public Expression? Argument(IParameterSymbol parameter)
    {
        if (Element is { } element)
            return parameter.Ordinal == 0 ? element : null;

        var arguments = Call switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        foreach (var argument in arguments)
            if (argument.Parameter is { } declared && declared.Ordinal == parameter.Ordinal)
                return new Expression(Expression.Unwrap(argument.Value), Caller);

        return Call is IInvalidOperation && Given(parameter) is { } written && Call.ChildOperations.FirstOrDefault(child => child.Syntax == written) is { } value ? new Expression(Expression.Unwrap(value), Caller) : null;
    }

    /// <summary>What stands at the parameter's place, or by its name, in a call that does not bind because of something else that it is given.</summary>
    private ExpressionSyntax? Given(IParameterSymbol parameter)
    {
        var arguments = Call.Syntax switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList.Arguments,
            BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => list.Arguments,
            _ => default,
        };
        foreach (var argument in arguments)
            if (argument.NameColon?.Name.Identifier.ValueText == parameter.Name)
                return argument.Expression;
        return parameter.Ordinal < arguments.Count && arguments[parameter.Ordinal].NameColon is null ? arguments[parameter.Ordinal].Expression : null;
    }
}
