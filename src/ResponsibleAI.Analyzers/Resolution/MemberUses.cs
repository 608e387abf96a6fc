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
        var unused = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var (member, column) in members)
            unused.Add(member);
        foreach (var (member, column) in members)
            if (unused.Contains(member) && (IsNamed(member.Name, cancellation) || (column != member.Name && IsNamed(column, cancellation))))
                unused.Remove(member);
        return unused;
    }

    /// <summary>A name that a literal can only hold escaped counts as used: it is not searched for.</summary>
    private bool IsNamed(string name, CancellationToken cancellation)
    {
        if (name.Length == 0 || name.Any(static character => character is '"' or '\\' || char.IsControl(character)))
            return true;
        foreach (var tree in code.Mentioning(Word(name), cancellation))
            foreach (var token in Occurrences.Of(tree, name, cancellation))
                if (token.Parent?.FirstAncestorOrSelf<SyntaxNode>(static node => node is AttributeListSyntax or UsingDirectiveSyntax) is null
                    && (token.IsKind(SyntaxKind.StringLiteralToken) ? !IsDropped(token.Parent!) : token.Parent is IdentifierNameSyntax identifier && Reads(identifier, cancellation)))
                    return true;
        return false;
    }

    /// <summary>The first word of a name, which every file that has the name mentions.</summary>
    private static string Word(string name)
    {
        var start = 0;
        while (start < name.Length && !FileWords.IsPart(name[start]))
            start++;
        var end = start;
        while (end < name.Length && FileWords.IsPart(name[end]))
            end++;
        return name.Substring(start, end - start);
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
