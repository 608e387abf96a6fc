using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>Which namespaces a compilation has, its own and those of its references.</summary>
internal static class Namespaces
{
    /// <summary>The outermost namespace that a type is in; empty when it is in none.</summary>
    public static string RootOf(INamedTypeSymbol type)
    {
        var home = type.ContainingNamespace;
        while (home is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            home = home.ContainingNamespace;
        return home?.Name ?? "";
    }

    /// <summary>Whether anything in the compilation has a type in the namespace. An assembly under an alias of its own counts as having every one.</summary>
    public static bool Has(Compilation compilation, string name)
    {
        foreach (var reference in compilation.References)
            if (!reference.Properties.Aliases.IsEmpty)
                return true;

        INamespaceSymbol? scope = compilation.GlobalNamespace;
        foreach (var part in name.Split('.'))
        {
            INamespaceSymbol? inner = null;
            foreach (var member in scope.GetMembers(part))
                inner ??= member as INamespaceSymbol;
            if (inner is null)
                return false;
            scope = inner;
        }

        return true;
    }
}
