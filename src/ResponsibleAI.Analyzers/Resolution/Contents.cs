using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>What is put into an object or a collection: as it is made, and later through the variable or member that holds it.</summary>
internal static class Contents
{
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
        return body.Puts.Concat<IOperation>(body.MemberWrites).Where(put => Is(Holder(put))).SelectMany(Values)
            .Concat(body.Fills.Where(fill => Is(fill.Filled)).Select(static fill => fill.From));

        bool Is(IOperation? holder) => holder is ILocalReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Local, local.Local);
    }

    /// <summary>After it is made and stands in a local, or in a field or property of this compilation.</summary>
    public static IEnumerable<Expression> Of(Expression holder, CodeReader code, CancellationToken cancellation) => holder.Operation switch
    {
        ILocalReferenceOperation local => Of(local).Select(holder.With),
        IFieldReferenceOperation or IPropertyReferenceOperation when ((IMemberReferenceOperation)holder.Operation).Member is { DeclaringSyntaxReferences.IsEmpty: false } member =>
            code.Puts(member, cancellation).SelectMany(Values).Select(static value => new Expression(value, null)),
        _ => [],
    };

    /// <summary>Whether a method of that name puts what it is given into what it is called on.</summary>
    public static bool IsPut(string method) => method is "Add" or "AddRange" or "TryAdd" or "AddOrUpdate" or "Enqueue" or "Push";

    /// <summary>What the operation puts something into: by a call, under a key or an index, as the text of a command, in a member of a local; null when it puts nothing anywhere.</summary>
    public static IOperation? Holder(IOperation put) => put switch
    {
        IInvocationOperation call when IsPut(call.TargetMethod.Name) => call.Instance is IPropertyReferenceOperation { Property.Name: "Rows", Instance: { } table } ? table : call.Instance,
        ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation element } => element.ArrayReference,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: true } or { Name: "CommandText" } } named } => named.Instance,
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: ILocalReferenceOperation whole } } => whole,
        _ => null,
    };

    private static IEnumerable<IOperation> Values(IOperation put) => put switch
    {
        IInvocationOperation call => call.Arguments.Select(static argument => argument.Value),
        ISimpleAssignmentOperation write => [write.Value],
        _ => [],
    };
}
