using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>What is put into an object or a collection.</summary>
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

    /// <summary>After it is made and stands in a local: by Add, as an element, by name, as the text of a command, by what fills a table.</summary>
    public static IEnumerable<IOperation> Of(ILocalReferenceOperation local)
    {
        var body = BodyIndex.Of(local);
        foreach (var addition in body.Mutations)
            if (Is(addition.Instance is IPropertyReferenceOperation { Property.Name: "Rows", Instance: { } table } ? table : addition.Instance))
                foreach (var argument in addition.Arguments)
                    yield return argument.Value;
        foreach (var write in body.MemberWrites)
        {
            var holder = write.Target switch
            {
                IArrayElementReferenceOperation element => element.ArrayReference,
                IPropertyReferenceOperation { Property: { IsIndexer: true } or { Name: "CommandText" } } named => named.Instance,
                _ => null,
            };
            if (Is(holder))
                yield return write.Value;
        }

        foreach (var (filled, from) in body.Fills)
            if (Is(filled))
                yield return from;

        bool Is(IOperation? operation) => operation is ILocalReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Local, local.Local);
    }
}
