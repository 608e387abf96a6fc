using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>What one member's body writes and returns. Built once per body, on the first question.</summary>
internal sealed class BodyIndex
{
    private static readonly ConditionalWeakTable<IOperation, BodyIndex> s_indexes = new();

    private readonly Dictionary<ISymbol, List<Write>> _writes = new(SymbolEqualityComparer.Default);
    private readonly List<ISimpleAssignmentOperation> _memberWrites = [];
    private readonly List<IInvocationOperation> _puts = [];
    private readonly List<IInvocationOperation> _removals = [];
    private readonly Dictionary<ISymbol, List<IOperation>> _into = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IArgumentOperation>> _passed = new(SymbolEqualityComparer.Default);
    private readonly List<(ILocalReferenceOperation Filled, IOperation From)> _fills = [];

    private BodyIndex(IOperation root)
    {
        var copies = new List<IInvocationOperation>();
        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                    Add(declarator.Symbol, initializer.Value, operation, WriteKind.Value);
                    break;
                case IForEachLoopOperation { LoopControlVariable: IDeclarationExpressionOperation or ITupleOperation } loop:
                    Deconstruct(loop.LoopControlVariable, loop.Collection, loop.LoopControlVariable);
                    break;
                case IForEachLoopOperation loop:
                    foreach (var local in loop.Locals)
                        Add(local, loop.Collection, loop.LoopControlVariable, WriteKind.Element);
                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation or IInvalidOperation } assignment:
                    _memberWrites.Add(assignment);
                    break;
                case ISimpleAssignmentOperation assignment when Variable(assignment.Target) is { } variable:
                    Add(variable, assignment.Value, operation, WriteKind.Value);
                    break;
                case ICoalesceAssignmentOperation assignment when Variable(assignment.Target) is { } variable:
                    Add(variable, assignment.Value, operation, WriteKind.Addition);
                    break;
                case ICompoundAssignmentOperation assignment when Variable(assignment.Target) is { } variable:
                    Add(variable, assignment.Value, operation, WriteKind.Unknown);
                    break;
                case IDeconstructionAssignmentOperation deconstruction:
                    Deconstruct(deconstruction.Target, deconstruction.Value, operation);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument when Variable(argument.Value) is { } variable:
                    Add(variable, argument.Value, operation, WriteKind.Unknown);
                    if (argument is { Parameter.ContainingSymbol: IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false }, Parent: IInvocationOperation } && Contents.CanBeFilled(argument.Value.Type))
                        Add(_passed, variable, argument);
                    break;
                case IArgumentOperation { Parameter.ContainingSymbol: IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false }, Value: ILocalReferenceOperation or IParameterReferenceOperation, Parent: IInvocationOperation } passed when Contents.CanBeFilled(passed.Value.Type):
                    Add(_passed, Variable(passed.Value), passed);
                    break;
                case IInvocationOperation { TargetMethod.Name: var called } invocation when Contents.IsPut(called) && Contents.Holder(invocation) is ILocalReferenceOperation or IParameterReferenceOperation or IPropertyReferenceOperation:
                    _puts.Add(invocation);
                    break;
                case IInvocationOperation { TargetMethod.Name: var called } invocation when Contents.IsCopy(called):
                    copies.Add(invocation);
                    break;
                case IInvocationOperation { Instance: ILocalReferenceOperation, TargetMethod.Name: "Remove" } invocation:
                    _removals.Add(invocation);
                    break;
                case IInvocationOperation { Instance: { } adapter, TargetMethod.Name: "Fill", Arguments: [{ Value: ILocalReferenceOperation filled }, ..] }:
                    _fills.Add((filled, adapter));
                    break;
                case IInvocationOperation { Instance: ILocalReferenceOperation filled, TargetMethod: { Name: "Load", ContainingType.Name: "DataTable" }, Arguments: [var reader, ..] }:
                    _fills.Add((filled, reader.Value));
                    break;
                case IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Fill" }, ArgumentList.Arguments.Count: 1 } } unbound when unbound.ChildOperations.LastOrDefault() is ILocalReferenceOperation filled:
                    _fills.Add((filled, unbound.ChildOperations.First()));
                    break;
            }
        }

        foreach (var put in _puts.Concat<IOperation>(copies).Concat(_memberWrites))
            if (Contents.Holder(put) is { } holder)
                Add(_into, Variable(holder), put);
    }

    public static BodyIndex Of(IOperation operation) => s_indexes.GetValue(Containers.Body(operation), static root => new BodyIndex(root));

    public IReadOnlyList<Write> Writes(ISymbol variable) => _writes.TryGetValue(variable, out var writes) ? writes : [];

    /// <summary>Assignments to properties, fields and elements, in order.</summary>
    public IReadOnlyList<ISimpleAssignmentOperation> MemberWrites => _memberWrites;

    /// <summary>Calls that put something into what a local, a parameter or a property holds, in order.</summary>
    public IReadOnlyList<IInvocationOperation> Puts => _puts;

    /// <summary>Calls and assignments that put something into what a local or parameter holds, as <see cref="Contents.Holder"/> says: the calls first, each in order.</summary>
    public IReadOnlyList<IOperation> Into(ISymbol variable) => _into.TryGetValue(variable, out var puts) ? puts : [];

    /// <summary>Where a method of this compilation is given a local or parameter that holds a collection, in order.</summary>
    public IReadOnlyList<IArgumentOperation> Passed(ISymbol variable) => _passed.TryGetValue(variable, out var passed) ? passed : [];

    /// <summary>Calls of Remove on locals, in order.</summary>
    public IReadOnlyList<IInvocationOperation> Removals => _removals;

    /// <summary>Locals that a call fills from elsewhere, as adapter.Fill(table) and table.Load(reader) do, in order.</summary>
    public IReadOnlyList<(ILocalReferenceOperation Filled, IOperation From)> Fills => _fills;

    /// <summary>
    /// The writes that a read at this place may see: going back from the read, each write up to the first that every way to the read passes;
    /// and the later ones of a loop that holds both.
    /// </summary>
    public List<Write> Reaching(ISymbol variable, IOperation read)
    {
        var reaching = new List<Write>();
        var writes = Writes(variable);
        var position = read.Syntax.SpanStart;
        var certain = false;
        for (var i = writes.Count - 1; i >= 0; i--)
        {
            var write = writes[i];
            if (write.At.Syntax.SpanStart < position && !write.At.Syntax.Span.Contains(position))
            {
                if (certain)
                    continue;
                reaching.Add(write);
                certain = write is { Kind: not WriteKind.Addition, At: not IArgumentOperation { Parameter.RefKind: RefKind.Ref } } && IsPassedBefore(write.At, read);
            }
            else if (SharesLoop(write.At, read) || RunsLater(read, write.At))
            {
                reaching.Add(write);
            }
        }

        reaching.Reverse();
        return reaching;
    }

    private void Deconstruct(IOperation target, IOperation value, IOperation at)
    {
        if (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        if (target is not ITupleOperation tuple)
            return;

        var values = Expression.Unwrap(value) as ITupleOperation;
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            var element = tuple.Elements[i] is IDeclarationExpressionOperation declared ? declared.Expression : tuple.Elements[i];
            if (element is ITupleOperation inner)
                foreach (var part in inner.Elements)
                    if (Variable(part) is { } nested)
                        Add(nested, value, at, WriteKind.Element);
            if (Variable(element) is not { } variable)
                continue;
            if (values is not null && i < values.Elements.Length)
                Add(variable, values.Elements[i], at, WriteKind.Value);
            else
                Add(variable, value, at, WriteKind.TupleElement, i);
        }
    }

    private void Add(ISymbol variable, IOperation value, IOperation at, WriteKind kind, int element = 0) =>
        Add(_writes, variable, new Write(Expression.Unwrap(value), at, kind, element));

    private static void Add<T>(Dictionary<ISymbol, List<T>> uses, ISymbol? variable, T use)
    {
        if (variable is null)
            return;
        if (!uses.TryGetValue(variable, out var known))
            uses.Add(variable, known = []);
        known.Add(use);
    }

    private static ISymbol? Variable(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IDeclarationExpressionOperation declaration => Variable(declaration.Expression),
        _ => null,
    };

    private static bool IsPassedBefore(IOperation write, IOperation read)
    {
        for (var scope = write.Parent; scope is not null; scope = scope.Parent)
        {
            if (scope.Syntax.Span.Contains(read.Syntax.Span) && scope is not (IConditionalOperation or ISwitchOperation or ITryOperation))
                return true;
            if (scope is IConditionalOperation or ILoopOperation or ISwitchCaseOperation or ICatchClauseOperation or ITryOperation
                or IAnonymousFunctionOperation or ILocalFunctionOperation or ISwitchExpressionArmOperation)
                return scope is IConditionalOperation condition && condition.Condition.Syntax.Span.Contains(write.Syntax.Span);
        }

        return true;
    }

    private static bool SharesLoop(IOperation write, IOperation read)
    {
        for (var scope = read.Parent; scope is not null; scope = scope.Parent)
            if (scope is ILoopOperation && scope.Syntax.Span.Contains(write.Syntax.Span))
                return true;
        return false;
    }

    /// <summary>A read in a lambda or local function may run after a write that stands below it.</summary>
    private static bool RunsLater(IOperation read, IOperation write)
    {
        for (var scope = read.Parent; scope is not null; scope = scope.Parent)
            if (scope is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return !scope.Syntax.Span.Contains(write.Syntax.Span);
        return false;
    }
}

/// <summary>A write to a local or parameter.</summary>
/// <param name="Value">What is written, or what it is taken from.</param>
/// <param name="At">The writing operation.</param>
/// <param name="Kind">How the value comes from it.</param>
/// <param name="Index">Of the tuple element.</param>
internal sealed record Write(IOperation Value, IOperation At, WriteKind Kind, int Index);

internal enum WriteKind
{
    /// <summary>The value itself.</summary>
    Value,

    /// <summary>The value, unless there was one before.</summary>
    Addition,

    /// <summary>An element of the collection.</summary>
    Element,

    /// <summary>An element of the tuple.</summary>
    TupleElement,

    /// <summary>Something that cannot be seen.</summary>
    Unknown,
}
