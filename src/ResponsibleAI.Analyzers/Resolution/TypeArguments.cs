using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>What the type parameters of generic helpers and base classes stand for.</summary>
internal sealed class TypeArguments(CodeReader code)
{
    private const int Deepest = 4;
    private const int Most = 8;

    /// <summary>In the call that was followed here; else in every use of the method or class in the compilation.</summary>
    public IReadOnlyList<INamedTypeSymbol> Of(ITypeParameterSymbol parameter, Frame? frame, CancellationToken cancellation)
    {
        if (In(parameter, frame) is { } known)
            return [known];
        var found = new List<INamedTypeSymbol>();
        Collect(parameter, found, 0, cancellation);
        return found;
    }

    /// <summary>What it stands for in the call that was followed into its method or class; null when that call does not say.</summary>
    public static INamedTypeSymbol? In(ITypeParameterSymbol parameter, Frame? frame)
    {
        for (; frame is not null; frame = frame.Caller)
        {
            if (frame.Call is not IInvocationOperation { TargetMethod: var called } || ArgumentOf(called, parameter) is not { } argument)
                continue;
            switch (argument)
            {
                case INamedTypeSymbol type: return type;
                case ITypeParameterSymbol outer: parameter = outer; break;
                default: return null;
            }
        }

        return null;
    }

    private static ITypeSymbol? ArgumentOf(IMethodSymbol called, ITypeParameterSymbol parameter)
    {
        if (parameter.DeclaringMethod is not { } declaring)
            return ArgumentOf(called.ContainingType, parameter.DeclaringType!, parameter);

        var method = called.ReducedFrom is { } extension && SymbolEqualityComparer.Default.Equals(extension.OriginalDefinition, declaring) ? called.ReducedFrom : called;
        return SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, declaring) ? method.TypeArguments[parameter.Ordinal] : null;
    }

    /// <summary>By the class itself, or by an interface that it implements with its parameter: IRepository&lt;Employee&gt; says what the T of Repository&lt;T&gt; is.</summary>
    private static ITypeSymbol? ArgumentOf(INamedTypeSymbol named, INamedTypeSymbol declaring, ITypeParameterSymbol parameter)
    {
        if (SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, declaring))
            return named.TypeArguments[parameter.Ordinal] is var ofType && !SymbolEqualityComparer.Default.Equals(ofType, parameter) ? ofType : null;
        if (named is not { TypeKind: TypeKind.Interface, Arity: > 0 })
            return null;
        foreach (var implemented in declaring.AllInterfaces)
            if (SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, named.OriginalDefinition))
                for (var at = 0; at < named.Arity; at++)
                    if (SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[at], parameter))
                        return named.TypeArguments[at];
        return null;
    }

    private void Collect(ITypeParameterSymbol parameter, List<INamedTypeSymbol> found, int depth, CancellationToken cancellation)
    {
        if (depth > Deepest)
            return;
        IEnumerable<ITypeSymbol?> arguments = parameter.DeclaringMethod is { } method
            ? (code.Callers(method, cancellation) ?? []).Select(call => call is IInvocationOperation { TargetMethod: var called } ? ArgumentOf(called, parameter) : null)
            : Uses(parameter.DeclaringType!, cancellation).Select(use => use.TypeArguments[parameter.Ordinal]);
        foreach (var argument in arguments)
        {
            if (argument is ITypeParameterSymbol outer && !SymbolEqualityComparer.Default.Equals(outer, parameter))
                Collect(outer, found, depth + 1, cancellation);
            else if (argument is INamedTypeSymbol { TypeKind: not TypeKind.Error } type && found.Count < Most && !found.Contains(type, SymbolEqualityComparer.Default))
                found.Add(type);
        }
    }

    /// <summary>Where the class is named with arguments: as a base, in a creation, as a service.</summary>
    private IEnumerable<INamedTypeSymbol> Uses(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var tree in code.Mentioning(type.Name, cancellation))
            foreach (var token in Occurrences.Of(tree, type.Name, cancellation))
                if (token.Parent is GenericNameSyntax name && code.Named(name, cancellation) is { } use && SymbolEqualityComparer.Default.Equals(use.OriginalDefinition, type.OriginalDefinition))
                    yield return use;
    }
}
