using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Analyzers.Apis;

/// <summary>Finds types by metadata name. Most of the catalog's libraries are not referenced: their namespaces are asked for once, not every reference for every type.</summary>
internal sealed class TypeNames(Compilation compilation)
{
    private readonly Dictionary<string, INamedTypeSymbol?> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, INamespaceSymbol?> _namespaces = new(StringComparer.Ordinal);

    /// <summary>The namespaces of an assembly with an alias of its own are not part of the merged ones.</summary>
    private readonly bool _hasAliases = compilation.References.Any(static reference => !reference.Properties.Aliases.IsEmpty);

    /// <summary>The type; null when there is none. Two references may bring the same one; the first is taken, as any is better than none.</summary>
    public INamedTypeSymbol? Find(string name)
    {
        if (!_types.TryGetValue(name, out var type))
            _types.Add(name, type = Lookup(name));
        return type;
    }

    /// <summary>All types of that name, in source and in references; the name is of no nested type.</summary>
    public ImmutableArray<INamedTypeSymbol> All(string name) => _hasAliases ? compilation.GetTypesByMetadataName(name) : InNamespace(name);

    private INamedTypeSymbol? Lookup(string name)
    {
        if (!_hasAliases)
        {
            var parts = name.Split('+');
            var types = InNamespace(parts[0]);
            for (var part = 1; part < parts.Length && types.Length == 1; part++)
                types = Named(types[0], parts[part]);
            if (types.Length < 2)
                return types.IsEmpty ? null : types[0];
        }

        if (compilation.GetTypeByMetadataName(name) is { } type)
            return type;
        var all = compilation.GetTypesByMetadataName(name);
        return all.IsEmpty ? null : all[0];
    }

    private ImmutableArray<INamedTypeSymbol> InNamespace(string name)
    {
        var dot = name.LastIndexOf('.');
        return Namespace(dot < 0 ? "" : name.Substring(0, dot)) is { } scope ? Named(scope, name.Substring(dot + 1)) : ImmutableArray<INamedTypeSymbol>.Empty;
    }

    private static ImmutableArray<INamedTypeSymbol> Named(INamespaceOrTypeSymbol scope, string name)
    {
        var arity = name.IndexOf('`');
        return scope.GetTypeMembers(arity < 0 ? name : name.Substring(0, arity)).RemoveAll(type => type.MetadataName != name);
    }

    private INamespaceSymbol? Namespace(string name)
    {
        if (name.Length == 0)
            return compilation.GlobalNamespace;
        if (_namespaces.TryGetValue(name, out var known))
            return known;

        INamespaceSymbol? found = null;
        var dot = name.LastIndexOf('.');
        if (Namespace(dot < 0 ? "" : name.Substring(0, dot)) is { } scope)
            foreach (var member in scope.GetMembers(name.Substring(dot + 1)))
                found ??= member as INamespaceSymbol;
        _namespaces.Add(name, found);
        return found;
    }
}
