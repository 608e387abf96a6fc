using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>Whether code calls something that checks a model for fairness: a method marked [FairnessCheck] or one of the catalog's fairness evaluators.</summary>
internal sealed class FairnessChecks(Compilation compilation)
{
    private const string AttributeType = "ResponsibleAI.FairnessCheckAttribute";
    private const string Annotations = "ResponsibleAI.Annotations";

    private readonly bool _canBeMarked = !compilation.GetTypesByMetadataName(AttributeType).IsEmpty;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _marked = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _mayMark = new(SymbolEqualityComparer.Default);
    private int _seen;

    public bool Any => Volatile.Read(ref _seen) > 0;

    public void Seen() => Interlocked.Increment(ref _seen);

    public bool IsMarked(IMethodSymbol method)
    {
        if (!_canBeMarked || method.ContainingAssembly is not { } assembly || !_mayMark.GetOrAdd(assembly, MayMark))
            return false;
        return _marked.GetOrAdd(method.OriginalDefinition, static method => Has(method));
    }

    private bool MayMark(IAssemblySymbol assembly)
    {
        if (SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly))
            return true;
        foreach (var module in assembly.Modules)
            foreach (var reference in module.ReferencedAssemblies)
                if (reference.Name == Annotations)
                    return true;
        return false;
    }

    private static bool Has(IMethodSymbol method)
    {
        for (var declared = method; declared is not null; declared = declared.OverriddenMethod)
            foreach (var attribute in declared.GetAttributes())
                if (attribute.AttributeClass is { Name: "FairnessCheckAttribute", ContainingNamespace: { Name: "ResponsibleAI", ContainingNamespace.IsGlobalNamespace: true } })
                    return true;
        return false;
    }
}
