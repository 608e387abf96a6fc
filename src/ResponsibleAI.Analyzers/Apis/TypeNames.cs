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
            _types.Add(name, type = MayExist(name) ? Lookup(name) : null);
        return type;
    }

    private INamedTypeSymbol? Lookup(string name)
    {
        if (compilation.GetTypeByMetadataName(name) is { } type)
            return type;
        var all = compilation.GetTypesByMetadataName(name);
        return all.IsEmpty ? null : all[0];
    }

    private bool MayExist(string name)
    {
        if (_hasAliases)
            return true;
        var nested = name.IndexOf('+');
        var outermost = nested < 0 ? name : name.Substring(0, nested);
        var dot = outermost.LastIndexOf('.');
        if (Namespace(dot < 0 ? "" : outermost.Substring(0, dot)) is not { } scope)
            return false;
        var arity = outermost.IndexOf('`');
        return !scope.GetTypeMembers(outermost.Substring(dot + 1, (arity < 0 ? outermost.Length : arity) - dot - 1)).IsEmpty;
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
