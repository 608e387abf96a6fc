using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>What a place in code stands in.</summary>
internal static class Containers
{
    private static readonly ConditionalWeakTable<IOperation, ISymbol> s_members = new();

    public static INamedTypeSymbol Outermost(ISymbol symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        while (type.ContainingType is { } containing)
            type = containing;
        return type;
    }

    /// <summary>The declared member; a lambda or local function belongs to the member around it.</summary>
    public static ISymbol Member(ISymbol symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } && symbol.ContainingSymbol is { } containing)
            symbol = containing;
        return symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property : symbol;
    }

    /// <summary>Whether it may run more than once in a run of its member: in a loop, or in a lambda, as of ForEach.</summary>
    public static bool IsRepeated(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            if (parent is ILoopOperation or IAnonymousFunctionOperation)
                return true;
        return false;
    }

    /// <summary>The outermost operation around it: the body of its member.</summary>
    public static IOperation Body(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    /// <summary>The member whose body holds the operation. The compiler finds it anew each time it is asked, so it is asked once for each body.</summary>
    public static ISymbol? Of(IOperation operation, CancellationToken cancellation)
    {
        var body = Body(operation);
        if (s_members.TryGetValue(body, out var known))
            return known;
        return operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart, cancellation) is { } symbol ? s_members.GetValue(body, _ => Member(symbol)) : null;
    }

    /// <summary>The files of the outermost type that a member belongs to.</summary>
    public static IEnumerable<SyntaxTree> FilesOf(ISymbol member) => Outermost(member).DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree).Distinct();

    /// <summary>The only files that can call or write the member; null when any file can.</summary>
    public static IEnumerable<SyntaxTree>? OnlyFilesFor(ISymbol member)
    {
        if (member is IMethodSymbol { MethodKind: MethodKind.LocalFunction })
            return member.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree);
        if (member.DeclaredAccessibility != Accessibility.Private && member is not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }))
            return null;
        return FilesOf(member);
    }
}
