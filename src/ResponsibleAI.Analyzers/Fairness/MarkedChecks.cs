using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>Which methods are marked [FairnessCheck].</summary>
internal sealed class MarkedChecks(Compilation compilation)
{
    private const string AttributeType = "ResponsibleAI.FairnessCheckAttribute";
    private const string Annotations = "ResponsibleAI.Annotations";

    private readonly bool _canBeMarked = !compilation.GetTypesByMetadataName(AttributeType).IsEmpty;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _marked = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _mayMark = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the method, or one it overrides, is marked. Asked for every call, so an assembly that cannot mark is left at once.</summary>
    public bool IsMarked(IMethodSymbol method)
    {
        if (!_canBeMarked || method.ContainingAssembly is not { } assembly || !_mayMark.GetOrAdd(assembly, MayMark))
            return false;
        return _marked.GetOrAdd(method.OriginalDefinition, static method => Has(method));
    }

    /// <summary>Whether another assembly marks methods, which are then called from anywhere.</summary>
    public bool ComeFromElsewhere => _canBeMarked && compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly => assembly.Name != Annotations && _mayMark.GetOrAdd(assembly, MayMark));

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
