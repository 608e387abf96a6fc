using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>Whether code reads a member, or one of the same name in another class of the project, or names it as a column anywhere. Writing it, as object initializers do, is no use; neither is dropping the column.</summary>
internal sealed class MemberUses(CodeReader code)
{
    /// <summary>The members of the list that nothing uses. What cannot be bound counts as a use.</summary>
    /// <param name="members">Members with the name of their column.</param>
    /// <param name="cancellation">Ends the search.</param>
    public HashSet<ISymbol> Unused(IReadOnlyList<(ISymbol Member, string Column)> members, CancellationToken cancellation)
    {
        var unused = new HashSet<ISymbol>(members.Select(static member => member.Member), SymbolEqualityComparer.Default);
        foreach (var tree in code.Compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var token in tree.GetRoot(cancellation).DescendantTokens(static node => node is not (AttributeListSyntax or UsingDirectiveSyntax)))
            {
                if (unused.Count == 0)
                    return unused;
                if (token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is IdentifierNameSyntax name)
                    unused.RemoveWhere(member => Names(members, member, token.ValueText) && Reads(name, cancellation));
                else if (token.IsKind(SyntaxKind.StringLiteralToken) && !IsDropped(token.Parent!))
                    unused.RemoveWhere(member => Names(members, member, token.ValueText));
            }
        }

        return unused;
    }

    private static bool Names(IReadOnlyList<(ISymbol Member, string Column)> members, ISymbol member, string text)
    {
        if (text == member.Name)
            return true;
        foreach (var (known, column) in members)
            if (column == text && SymbolEqualityComparer.Default.Equals(known, member))
                return true;
        return false;
    }

    private bool Reads(IdentifierNameSyntax name, CancellationToken cancellation)
    {
        ExpressionSyntax reference = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        if (reference.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && assignment.Left == reference)
            return false;
        if (IsDropped(name))
            return false;
        return code.Operation(reference, cancellation) switch
        {
            // Rows come back from a data view in another class, column by column under the same names.
            IMemberReferenceOperation bound => !bound.Member.DeclaringSyntaxReferences.IsEmpty,
            ILocalReferenceOperation or IParameterReferenceOperation or IInvocationOperation => false,
            null => name.Parent is not (BaseTypeSyntax or TypeSyntax or ParameterSyntax or VariableDeclarationSyntax or NameColonSyntax),
            _ => true,
        };
    }

    private static bool IsDropped(SyntaxNode node) =>
        node.FirstAncestorOrSelf<InvocationExpressionSyntax>(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DropColumns" }) is not null
        && node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DropColumns" } } or { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };
}
