using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>Which methods are marked [FairnessCheck].</summary>
internal sealed class MarkedChecks(Compilation compilation)
{
    private const string AttributeType = "ResponsibleAI.FairnessCheckAttribute";
    private const string Annotations = "ResponsibleAI.Annotations";

    private static readonly string[] s_spellings = ["FairnessCheck", "FairnessCheckAttribute"];
    private static readonly HashSet<int> s_words = [.. s_spellings.Select(FileWords.Hash)];

    private readonly bool _canBeMarked = !new TypeNames(compilation).All(AttributeType).IsEmpty;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _marked = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _mayMark = new(SymbolEqualityComparer.Default);
    private readonly Lazy<bool> _elsewhere = new(() => compilation.SourceModule.ReferencedAssemblySymbols.Any(static assembly => assembly.Name != Annotations && KnowsMark(assembly)));

    /// <summary>Whether the method, or one it overrides or implements, is marked. Asked for every call, so an assembly that cannot mark is left at once.</summary>
    public bool IsMarked(IMethodSymbol method)
    {
        if (!_canBeMarked || method.ContainingAssembly is not { } assembly || !_mayMark.GetOrAdd(assembly, MayMark))
            return false;
        return _marked.GetOrAdd(method.OriginalDefinition, static method => Has(method));
    }

    /// <summary>Whether another assembly marks methods, which are then called from anywhere.</summary>
    public bool ComeFromElsewhere => _canBeMarked && _elsewhere.Value;

    /// <summary>The names of all marked methods; null when they cannot be told without looking at every method.</summary>
    public IEnumerable<string>? Names(CancellationToken cancellation)
    {
        if (!_canBeMarked)
            return [];
        foreach (var reference in compilation.SourceModule.ReferencedAssemblySymbols)
            if (MayMark(reference))
                return null;

        var names = new List<string>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (!FileWords.Of(tree, cancellation).MentionsAny(s_words))
                continue;
            foreach (var word in s_spellings)
                foreach (var token in Occurrences.Of(tree, word, cancellation))
                    if (token.Parent?.FirstAncestorOrSelf<AttributeListSyntax>()?.Parent is MethodDeclarationSyntax method)
                        names.Add(method.Identifier.ValueText);
                    else if (token.IsKind(SyntaxKind.IdentifierToken))
                        return null;
        }

        return names;
    }

    private bool MayMark(IAssemblySymbol assembly) => SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly) || KnowsMark(assembly);

    private static bool KnowsMark(IAssemblySymbol assembly)
    {
        foreach (var module in assembly.Modules)
            foreach (var reference in module.ReferencedAssemblies)
                if (reference.Name == Annotations)
                    return true;
        return false;
    }

    private static bool Has(IMethodSymbol method)
    {
        for (var declared = method; declared is not null; declared = declared.OverriddenMethod)
            if (HasItself(declared))
                return true;
        if (method.ContainingType is { TypeKind: not TypeKind.Interface } type)
            foreach (var contract in type.AllInterfaces)
                foreach (var member in contract.GetMembers(method.Name))
                    if (member is IMethodSymbol && HasItself(member) && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member)?.OriginalDefinition, method))
                        return true;
        return false;
    }

    private static bool HasItself(ISymbol method)
    {
        foreach (var attribute in method.GetAttributes())
            if (attribute.AttributeClass is { Name: "FairnessCheckAttribute", ContainingNamespace: { Name: "ResponsibleAI", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        return false;
    }
}
