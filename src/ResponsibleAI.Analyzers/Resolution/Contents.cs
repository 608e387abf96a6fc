using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>What is put into an object or a collection: as it is made, and later through the variable or member that holds it, or by a method that is given it.</summary>
internal static class Contents
{
    private const int DeepestFilling = 3;

    /// <summary>By its constructor and its initializer.</summary>
    public static IEnumerable<IOperation> Of(IObjectCreationOperation creation)
    {
        foreach (var argument in creation.Arguments)
            yield return argument.Value;
        if (creation.Initializer is not { } initializer)
            yield break;
        foreach (var setting in initializer.Initializers)
        {
            if (setting is IInvocationOperation add)
                foreach (var argument in add.Arguments)
                    yield return argument.Value;
            else
                yield return setting;
        }
    }

    /// <summary>After it is made and stands in a local: by a call, as an element, by name, in a member of its own, by what fills a table.</summary>
    public static IEnumerable<IOperation> Of(ILocalReferenceOperation local)
    {
        var body = BodyIndex.Of(local);
        return body.Into(local.Local).SelectMany(Values)
            .Concat(body.Fills.Where(fill => SymbolEqualityComparer.Default.Equals(fill.Filled.Local, local.Local)).Select(static fill => fill.From));
    }

    /// <summary>After it is made and stands in a local, or in a field or property of this compilation; also by methods of this compilation that are given it.</summary>
    public static IEnumerable<Expression> Of(Expression holder, CodeReader code, CancellationToken cancellation) => holder.Operation switch
    {
        ILocalReferenceOperation local => Of(local).Select(holder.With).Concat(Filled(BodyIndex.Of(local).Passed(local.Local), holder.Frame, code, [], 0, cancellation)),
        IFieldReferenceOperation or IPropertyReferenceOperation when ((IMemberReferenceOperation)holder.Operation).Member is { DeclaringSyntaxReferences.IsEmpty: false } member =>
            code.Puts(member, cancellation).SelectMany(Values).Select(static value => new Expression(value, null))
                .Concat(CanBeFilled(holder.Operation.Type) ? Filled(code.Passed(member, cancellation), null, code, [], 0, cancellation) : []),
        _ => [],
    };

    /// <summary>Whether a method that is given it may put something into it.</summary>
    public static bool CanBeFilled(ITypeSymbol? type) =>
        type is IArrayTypeSymbol or INamedTypeSymbol { Name: "List" or "IList" or "ICollection" or "Dictionary" or "IDictionary" or "HashSet" or "Queue" or "Stack" or "ConcurrentBag" };

    /// <summary>By the methods that are given it, each place once: methods that give it to each other would be entered without end.</summary>
    private static IEnumerable<Expression> Filled(IEnumerable<IArgumentOperation> places, Frame? frame, CodeReader code, HashSet<IArgumentOperation> seen, int depth, CancellationToken cancellation) =>
        places.Where(seen.Add).SelectMany(passed => By(passed, frame, code, seen, depth, cancellation));

    private static IEnumerable<Expression> By(IArgumentOperation passed, Frame? frame, CodeReader code, HashSet<IArgumentOperation> seen, int depth, CancellationToken cancellation)
    {
        if (depth > DeepestFilling || passed is not { Parameter: { ContainingSymbol: IMethodSymbol method } parameter, Parent: IInvocationOperation call })
            yield break;
        var (entered, declared) = (new Frame(method, call, frame), method.OriginalDefinition.Parameters[parameter.Ordinal]);
        foreach (var root in code.Bodies(method.OriginalDefinition, cancellation))
        {
            var body = BodyIndex.Of(root);
            foreach (var put in body.Into(declared))
                foreach (var value in Values(put))
                    yield return new Expression(value, entered);
            foreach (var further in Filled(body.Passed(declared), entered, code, seen, depth + 1, cancellation))
                yield return further;
        }
    }

    /// <summary>Whether a method of that name may copy the elements of one array into another that it is given.</summary>
    public static bool IsCopy(string method) => method is "Copy" or "ConstrainedCopy" or "BlockCopy" or "CopyTo";

    /// <summary>Whether a method of that name puts what it is given into what it is called on.</summary>
    public static bool IsPut(string method) => method is "Add" or "AddRange" or "TryAdd" or "AddOrUpdate" or "Enqueue" or "Push" or "Append" or "AppendLine" or "AppendFormat" or "AppendJoin";

    /// <summary>What the operation puts something into: by a call, under a key or an index, as the text of a command, in a member of a local or of an element; null when it puts nothing anywhere.</summary>
    public static IOperation? Holder(IOperation put) => put switch
    {
        IInvocationOperation call when IsPut(call.TargetMethod.Name) => call.Instance is IPropertyReferenceOperation { Property.Name: "Rows", Instance: { } table } ? table : Whole(OnWhat(call)),
        IInvocationOperation call when IsCopy(call.TargetMethod.Name) => CopiedInto(call),
        ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation element } => Whole(element),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: true } or { Name: "CommandText" } } named } => Whole(named.Instance),
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: { } row } } when Whole(row) is ILocalReferenceOperation whole => whole,
        ISimpleAssignmentOperation { Target: IInvalidOperation { Syntax: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CommandText" } } command } => command.ChildOperations.FirstOrDefault(), // of a provider that is not in sight
        _ => null,
    };

    /// <summary>What data[i][j], or rows[i], is an element of.</summary>
    private static IOperation? Whole(IOperation? element)
    {
        while (element is not null && Lists.Of(element) is { } list)
            element = list;
        return element;
    }

    /// <summary>The array that a call copies elements into; null when it copies none.</summary>
    private static IOperation? CopiedInto(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "Copy" or "ConstrainedCopy", ContainingType.SpecialType: SpecialType.System_Array } or { Name: "BlockCopy", ContainingType.Name: "Buffer" } =>
            call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name is "destinationArray" or "dst") is { Value: var copy } ? Expression.Unwrap(copy) : null,
        { Name: "CopyTo", DeclaringSyntaxReferences.IsEmpty: true } when call.Arguments is [{ Value: var copy }, ..] => Expression.Unwrap(copy),
        _ => null,
    };

    /// <summary>What a chain of calls such as text.Append(a).Append(b) is called on.</summary>
    public static IOperation? OnWhat(IInvocationOperation call)
    {
        var on = call.Instance;
        while (on is IInvocationOperation { TargetMethod.ContainingType.Name: "StringBuilder" } before)
            on = before.Instance;
        return on;
    }

    private static IEnumerable<IOperation> Values(IOperation put) => put switch
    {
        IInvocationOperation { TargetMethod.Name: "CopyTo", Instance: { } copied } => [copied],
        IInvocationOperation call => call.Arguments.Select(static argument => argument.Value),
        ISimpleAssignmentOperation write => [write.Value],
        _ => [],
    };
}
