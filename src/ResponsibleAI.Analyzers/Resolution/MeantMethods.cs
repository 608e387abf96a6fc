using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>The method of the program's own that a call means which does not bind: because something that it is given does not, or because what it is called on comes from a package that is not in sight.</summary>
internal static class MeantMethods
{
    /// <summary>The one that can be meant; null when there is none or more.</summary>
    public static IMethodSymbol? Of(IInvalidOperation call, CancellationToken cancellation) => call is not { SemanticModel: { } model, Syntax: ExpressionSyntax written } ? null
        : model.GetSymbolInfo(written, cancellation) is { Symbol: null, CandidateSymbols: [IMethodSymbol { IsExtensionMethod: false, DeclaringSyntaxReferences.IsEmpty: false } only] } ? only
        : written is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } invocation ? OfReceiver(access, invocation.ArgumentList.Arguments.Count, model, cancellation)
        : null;

    /// <summary>By how the receiver is made or declared, as services.GetRequiredService&lt;Trainer&gt;() says.</summary>
    private static IMethodSymbol? OfReceiver(MemberAccessExpressionSyntax access, int given, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetTypeInfo(access.Expression, cancellation).Type is { TypeKind: not TypeKind.Error })
            return null;
        IMethodSymbol? meant = null;
        foreach (var type in TypesNamed(access.Expression, model, cancellation).Distinct(StringComparer.Ordinal))
            foreach (var declared in model.Compilation.GetSymbolsWithName(type, SymbolFilter.Type, cancellation).OfType<INamedTypeSymbol>())
                foreach (var method in declared.GetMembers(access.Name.Identifier.ValueText).OfType<IMethodSymbol>())
                    if (method is { IsStatic: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } && Fits(method, given))
                    {
                        if (meant is not null)
                            return null;
                        meant = method;
                    }

        return meant;
    }

    private static IEnumerable<string> TypesNamed(ExpressionSyntax receiver, SemanticModel model, CancellationToken cancellation)
    {
        if (receiver is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }))
            return InMaking(receiver);
        return model.GetSymbolInfo(receiver, cancellation).Symbol?.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).SelectMany(static declared => declared switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var type }, Initializer: var initializer } => InType(type).Concat(InMaking(initializer?.Value)),
            ParameterSyntax { Type: { } type } => InType(type),
            PropertyDeclarationSyntax { Type: var type } => InType(type),
            _ => [],
        }) ?? [];
    }

    private static IEnumerable<string> InMaking(ExpressionSyntax? making) => making?.DescendantNodesAndSelf().SelectMany(static node => node switch
    {
        ObjectCreationExpressionSyntax { Type: var created } => InType(created),
        TypeArgumentListSyntax { Arguments: [var argument] } => InType(argument),
        _ => [],
    }) ?? [];

    private static IEnumerable<string> InType(TypeSyntax type) => type switch
    {
        NullableTypeSyntax { ElementType: var inner } => InType(inner),
        QualifiedNameSyntax { Right: var last } => InType(last),
        SimpleNameSyntax { IsVar: false, Identifier.ValueText: var name } => [name],
        _ => [],
    };

    private static bool Fits(IMethodSymbol method, int given) =>
        given <= method.Parameters.Length && given >= method.Parameters.Count(static parameter => parameter is { IsOptional: false, IsParams: false });
}
