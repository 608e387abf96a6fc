using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>What code of one compilation writes to a field or property, and puts into what it holds.</summary>
internal sealed class MemberWrites(CodeReader code)
{
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IOperation>> _writes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, Dictionary<ISymbol, List<IOperation>>> _assignments = new(StringComparer.Ordinal);

    /// <summary>Values assigned to it, its initializer first. A write that cannot be read stands as its own operation.</summary>
    public IReadOnlyList<IOperation> Of(ISymbol member, CancellationToken cancellation)
    {
        member = member.OriginalDefinition;
        if (_writes.TryGetValue(member, out var known))
            return known;

        var writes = new List<IOperation>();
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var initializer = reference.GetSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax { Initializer: { } value } => value.Value,
                PropertyDeclarationSyntax { Initializer: { } value } => value.Value,
                _ => null,
            };
            if (initializer is not null && code.Operation(initializer, cancellation) is { } operation)
                writes.Add(operation);
        }

        if (IsOnlyInitialized(member))
            return _writes.GetOrAdd(member, writes);
        if (Containers.OnlyFilesFor(member) is { } trees)
        {
            foreach (var tree in trees)
                foreach (var operation in AssignmentsIn(tree, member.Name, cancellation))
                    if (WritesTo(operation, member) is { } value)
                        writes.Add(value);
        }
        else if (Assignments(member.Name, cancellation).TryGetValue(member, out var assignments))
        {
            foreach (var operation in assignments)
                if (WritesTo(operation, member) is { } value)
                    writes.Add(value);
        }

        return _writes.GetOrAdd(member, writes);
    }

    /// <summary>Calls and assignments that put something into what a field or property holds, in the files of its type.</summary>
    public IEnumerable<IOperation> Into(ISymbol member, CancellationToken cancellation)
    {
        member = member.OriginalDefinition;
        foreach (var tree in Containers.FilesOf(member))
            foreach (var node in Occurrences.Puts(tree, member.Name, cancellation))
                if (code.Operation(node, cancellation) is { } put && Contents.Holder(put) is IMemberReferenceOperation holder && Refers(holder, member))
                    yield return put;
    }

    /// <summary>Values assigned to a member, by its name, of what a field or property holds, in the files of its type.</summary>
    public IEnumerable<IOperation> Settings(ISymbol holder, string setting, CancellationToken cancellation)
    {
        holder = holder.OriginalDefinition;
        foreach (var tree in Containers.FilesOf(holder))
            foreach (var operation in AssignmentsIn(tree, setting, cancellation))
                if (operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: IMemberReferenceOperation whole } } assignment && Refers(whole, holder))
                    yield return assignment.Value;
    }

    /// <summary>Where a method of this compilation is given what a field or property holds, in the files of its type.</summary>
    public IEnumerable<IArgumentOperation> Passed(ISymbol member, CancellationToken cancellation)
    {
        member = member.OriginalDefinition;
        foreach (var tree in Containers.FilesOf(member))
            foreach (var node in Occurrences.Arguments(tree, member.Name, cancellation))
                if (code.Operation(node, cancellation) is IArgumentOperation { Parameter.ContainingSymbol: IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false }, Value: IMemberReferenceOperation held } passed && Refers(held, member))
                    yield return passed;
    }

    private Dictionary<ISymbol, List<IOperation>> Assignments(string name, CancellationToken cancellation)
    {
        if (_assignments.TryGetValue(name, out var known))
            return known;

        var byMember = new Dictionary<ISymbol, List<IOperation>>(SymbolEqualityComparer.Default);
        foreach (var tree in code.Mentioning(name, cancellation))
        {
            foreach (var operation in AssignmentsIn(tree, name, cancellation))
            {
                foreach (var written in Written(operation))
                {
                    if (!byMember.TryGetValue(written, out var operations))
                        byMember.Add(written, operations = []);
                    operations.Add(operation);
                }
            }
        }

        return _assignments.GetOrAdd(name, byMember);
    }

    private IEnumerable<IOperation> AssignmentsIn(SyntaxTree tree, string name, CancellationToken cancellation)
    {
        foreach (var node in Occurrences.Assignments(tree, name, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (code.Operation(node, cancellation) is { } operation)
                yield return operation;
        }
    }

    /// <summary>The fields and properties the operation writes to, as declared.</summary>
    private static IEnumerable<ISymbol> Written(IOperation operation)
    {
        switch (operation)
        {
            case IAssignmentOperation { Target: IMemberReferenceOperation target }:
                yield return target.Member.OriginalDefinition;
                break;
            case IDeconstructionAssignmentOperation { Target: ITupleOperation targets }:
                foreach (var element in targets.Elements)
                    if (element is IMemberReferenceOperation member)
                        yield return member.Member.OriginalDefinition;
                break;
            case IArgumentOperation { Value: IMemberReferenceOperation passed }:
                yield return passed.Member.OriginalDefinition;
                break;
        }
    }

    private static IOperation? WritesTo(IOperation operation, ISymbol member)
    {
        switch (operation)
        {
            case IAssignmentOperation { Target: IMemberReferenceOperation target } assignment when Refers(target, member):
                return assignment is ISimpleAssignmentOperation or ICoalesceAssignmentOperation ? Expression.Unwrap(assignment.Value) : assignment;
            case IDeconstructionAssignmentOperation deconstruction:
                if (deconstruction.Target is ITupleOperation targets)
                {
                    for (var i = 0; i < targets.Elements.Length; i++)
                    {
                        if (targets.Elements[i] is not IMemberReferenceOperation element || !Refers(element, member))
                            continue;
                        return Expression.Unwrap(deconstruction.Value) is ITupleOperation values && i < values.Elements.Length
                            ? Expression.Unwrap(values.Elements[i])
                            : deconstruction;
                    }
                }

                return null;
            case IArgumentOperation { Value: IMemberReferenceOperation passed } argument when Refers(passed, member):
                return argument;
            default:
                return null;
        }
    }

    private static bool Refers(IMemberReferenceOperation reference, ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(reference.Member.OriginalDefinition, member);

    /// <summary>A field or property that only a constructor could write, in a type that declares none.</summary>
    private static bool IsOnlyInitialized(ISymbol member)
    {
        if (member is not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }))
            return false;
        foreach (var constructor in member.IsStatic ? member.ContainingType.StaticConstructors : member.ContainingType.InstanceConstructors)
            if (!constructor.IsImplicitlyDeclared)
                return false;
        return true;
    }
}
