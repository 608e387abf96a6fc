using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>
/// Follows the result of a check forward to what is done with it. Only "nothing" is ever claimed: a use that is not understood may decide something.
/// </summary>
internal sealed class Consequence(CodeReader code, CancellationToken cancellation)
{
    private const int MostUses = 400;
    private const int DeepestCall = 6;

    private static readonly string[] s_shows = ["Print", "Show", "Display", "Dump", "Log", "Write", "Trace", "Report"];

    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);
    private bool _isShown;
    private int _uses;

    /// <summary>Where the result may decide something; null when it decides nothing.</summary>
    public IOperation? Decision { get; private set; }

    /// <summary>"is only shown" or "is not used" when the result of the call decides nothing; else null.</summary>
    public string? Nothing(IOperation check)
    {
        // A method that returns nothing decides by throwing, or not at all: what it does inside is judged where it measures.
        if (check is IInvocationOperation { TargetMethod.ReturnsVoid: true })
            return null;
        Follow(check, 0);
        return Decision is not null ? null : _isShown ? "is only shown" : "is not used";
    }

    /// <summary>One step out from a value that carries the result.</summary>
    private void Follow(IOperation value, int depth)
    {
        if (Decision is not null)
            return;
        if (++_uses > MostUses || depth > DeepestCall)
        {
            Decision = value;
            return;
        }

        cancellation.ThrowIfCancellationRequested();
        switch (value.Parent)
        {
            case null:
                Decision = value;
                break;
            case IExpressionStatementOperation:
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                Uses(declarator.Symbol, value, depth);
                break;
            case ISimpleAssignmentOperation assignment when assignment.Value == value:
                if (assignment.Target is IDiscardOperation)
                    break;
                if (assignment.Target is ILocalReferenceOperation local)
                    Uses(local.Local, value, depth);
                else
                    Decision = assignment;
                break;
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                IntoCall(call, argument, depth);
                break;
            case IInvocationOperation call when call.Instance == value:
                OfCall(call, depth);
                break;
            case IArgumentOperation { Parent: IObjectCreationOperation { Constructor.DeclaringSyntaxReferences.IsEmpty: true, Type.DeclaringSyntaxReferences.IsEmpty: true } made }:
                // new BinaryFairness(table, …), new StringBuilder(text): the object carries the result on.
                Follow(made, depth);
                break;
            case IConditionalOperation condition when condition.Condition == value:
                if (condition.WhenFalse is not null && condition.Type is not null)
                    Follow(condition, depth);
                else if (Acts(condition.WhenTrue, depth) || Acts(condition.WhenFalse, depth))
                    Decision = condition;
                else
                    _isShown = true;
                break;
            case IForEachLoopOperation loop when loop.Collection == value:
                if (Acts(loop.Body, depth))
                    Decision = loop;
                else
                    _isShown = true;
                foreach (var element in loop.Locals)
                    Uses(element, loop.Body, depth);
                break;
            case IReturnOperation:
                Returned(value, depth);
                break;
            case IThrowOperation or ISwitchOperation or IWhileLoopOperation or IForLoopOperation:
                Decision = value.Parent;
                break;
            case IConversionOperation or IParenthesizedOperation or IAwaitOperation or IBinaryOperation or IUnaryOperation or IMemberReferenceOperation or IArrayElementReferenceOperation
                or IInterpolationOperation or IInterpolatedStringOperation or IConditionalOperation or ICoalesceOperation or IIsPatternOperation or IIsTypeOperation or ITupleOperation
                or IConditionalAccessOperation or IConditionalAccessInstanceOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation or IArgumentOperation { Parent: IMemberReferenceOperation }
                or IArrayInitializerOperation or IArrayCreationOperation or IInterpolatedStringAppendOperation or IInterpolatedStringHandlerCreationOperation:
                Follow(value.Parent, depth);
                if (value.Parent is IConditionalAccessOperation access && access.Operation == value)
                    Accessed(access.WhenNotNull, depth);
                break;
            default:
                Decision = value.Parent;
                break;
        }
    }

    /// <summary>check?.ThrowIfFailed(): what is done to the value when there is one.</summary>
    private void Accessed(IOperation operation, int depth)
    {
        if (operation is IInvocationOperation { TargetMethod.ReturnsVoid: true } call && !Shows(call))
            Decision = call;
    }

    private void Uses(ISymbol local, IOperation within, int depth)
    {
        if (!_followed.Add(local))
            return;
        foreach (var operation in Containers.Body(within).Descendants())
        {
            if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && !IsTarget(reference))
                Follow(reference, depth);
            else if (operation is IParameterReferenceOperation parameter && SymbolEqualityComparer.Default.Equals(parameter.Parameter, local) && !IsTarget(parameter))
                Follow(parameter, depth);
        }

        static bool IsTarget(IOperation reference) => reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;
    }

    private void IntoCall(IInvocationOperation call, IArgumentOperation argument, int depth)
    {
        if (call.TargetMethod is { IsExtensionMethod: true, DeclaringSyntaxReferences.IsEmpty: true } && call.Arguments.Length > 0 && call.Arguments[0] == argument && !Shows(call))
        {
            OfCall(call, depth);
            return;
        }

        if (!call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && argument.Parameter is { } parameter)
        {
            // Into a method of this project: what it does with the parameter, and what it returns.
            var implementation = call.TargetMethod.OriginalDefinition;
            var bodies = code.Bodies(implementation, cancellation).ToList();
            if (bodies.Count == 0 || implementation.IsVirtual || implementation.IsAbstract)
            {
                Decision = call;
                return;
            }

            if (depth >= DeepestCall)
            {
                Decision = call;
                return;
            }

            foreach (var body in bodies)
                Uses(implementation.Parameters[parameter.Ordinal], body, depth + 1);
            return;
        }

        if (Shows(call))
            _isShown = true;
        else if (IsText(call.TargetMethod) || call.Parent is IInterpolatedStringAppendOperation)
            Follow(call, depth);
        else if (IsTextBuilt(call) && call.Instance is ILocalReferenceOperation text)
            Uses(text.Local, text, depth);
        else
            Decision = call;
    }

    /// <summary>A call on the value: ThrowIfFailed and WriteJson return nothing and act; the others give a part of the result.</summary>
    private void OfCall(IInvocationOperation call, int depth)
    {
        if (!call.TargetMethod.ReturnsVoid)
            Follow(call, depth);
        else if (Shows(call))
            _isShown = true;
        else
            Decision = call;
    }

    /// <summary>Out of a method of this project to its callers; a program's exit code decides, and so may callers that are not in sight.</summary>
    private void Returned(IOperation value, int depth)
    {
        for (var scope = value.Parent; scope is not null; scope = scope.Parent)
        {
            if (scope is IAnonymousFunctionOperation)
            {
                Decision = value;
                return;
            }
        }

        if (value.SemanticModel?.GetEnclosingSymbol(value.Syntax.SpanStart, cancellation) is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method
            || SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, code.EntryPoint) || code.Callers(method, cancellation) is not { Count: > 0 } callers)
        {
            Decision = value;
            return;
        }

        if (!_followed.Add(method))
            return;
        foreach (var caller in callers)
            Follow(caller, depth + 1);
    }

    /// <summary>Whether a branch, a loop's body or a method does more than show something.</summary>
    private bool Acts(IOperation? body, int depth)
    {
        switch (body)
        {
            case null or IEmptyOperation:
                return false;
            case IBlockOperation block:
                return block.Operations.Any(statement => Acts(statement, depth));
            case IMethodBodyOperation method:
                return Acts(method.BlockBody ?? method.ExpressionBody, depth);
            case IConditionalOperation { Type: null } inner:
                return Acts(inner.WhenTrue, depth) || Acts(inner.WhenFalse, depth);
            case IForEachLoopOperation loop:
                return Acts(loop.Body, depth);
            case IVariableDeclarationGroupOperation declared:
                return declared.Descendants().Any(inner => inner is IInvocationOperation call && !IsShown(call, depth));
            case IExpressionStatementOperation { Operation: IInvocationOperation call }:
                return !IsShown(call, depth);
            case IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "ForegroundColor" or "BackgroundColor", ContainingType.Name: "Console" } } } }:
                return false;
            default:
                return true;
        }
    }

    /// <summary>Whether the call shows something or builds a text, and no more: a method of the project by its name, unless its body is in sight and does more.</summary>
    private bool IsShown(IInvocationOperation call, int depth) =>
        IsText(call.TargetMethod) || IsTextBuilt(call)
        || (Shows(call) && (call.TargetMethod.DeclaringSyntaxReferences.IsEmpty || (depth < DeepestCall && !code.Bodies(call.TargetMethod.OriginalDefinition, cancellation).Any(body => Acts(body, depth + 1)))));

    /// <summary>Console, log and trace; and methods of the project whose name says that they show something and that return nothing. An assertion stops the program.</summary>
    private static bool Shows(IInvocationOperation call) =>
        call.TargetMethod.Name is not ("Assert" or "Fail")
        && (Sinks.Of(call.TargetMethod) is Sinks.Console or "a log"
            || call.TargetMethod is { ContainingType: { Name: "Console", ContainingNamespace.Name: "System" } }
            || call.Instance is IPropertyReferenceOperation { Property: { Name: "Out" or "Error", ContainingType: { Name: "Console", ContainingNamespace.Name: "System" } } }
            || (call.TargetMethod is { ReturnsVoid: true, DeclaringSyntaxReferences.IsEmpty: false } own && s_shows.Any(word => own.Name.StartsWith(word, StringComparison.Ordinal))));

    private static bool IsTextBuilt(IInvocationOperation call) => call.TargetMethod.ContainingType is { Name: "StringBuilder", ContainingNamespace.Name: "Text" };

    /// <summary>Builds text of its arguments.</summary>
    private static bool IsText(IMethodSymbol method) => method.ContainingType is { SpecialType: SpecialType.System_String } or { Name: "Math" or "Convert" or "Enumerable" or "FormattableString", ContainingNamespace.Name: "System" or "Linq" };
}
