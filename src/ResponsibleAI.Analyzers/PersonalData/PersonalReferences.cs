using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>Finds personal members in expressions, through local variables and, for parameters, through the calls of this compilation.</summary>
internal sealed class PersonalReferences(RuleContext context, CodeReader code)
{
    private const int Deepest = 4;

    public CodeReader Code { get; } = code;

    /// <summary>The first personal member or parameter that the expression mentions, as a message names it; null when it mentions none.</summary>
    /// <param name="expression">Where to look.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <param name="byRowToo">Whether what is personal only because its row is about a person counts.</param>
    public string? In(IOperation expression, CancellationToken cancellation, bool byRowToo = true) => In(expression, byRowToo, 0, cancellation);

    private string? In(IOperation expression, bool byRowToo, int depth, CancellationToken cancellation)
    {
        if (depth > Deepest)
            return null;
        foreach (var operation in expression.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } reference when Of(reference.Member) is { } personal && (byRowToo || personal.Layer != DecidingLayer.RowSubject):
                    return $"'{reference.Member.ContainingType.Name}.{reference.Member.Name}' ({personal.Category}, by {personal.Evidence})";
                case ILocalReferenceOperation local when !Stands(local):
                    foreach (var write in BodyIndex.Of(local).Writes(local.Local))
                        if (write.Kind is WriteKind.Value && write.Value.Syntax != expression.Syntax && In(write.Value, byRowToo, depth + 1, cancellation) is { } found)
                            return found;
                    break;
                case IParameterReferenceOperation { Parameter: var parameter }:
                    if (OfParameter(parameter, byRowToo, depth, cancellation) is { } given)
                        return given;
                    break;
            }
        }

        return null;
    }

    /// <summary>A row is not personal as such where it only stands before the dot.</summary>
    private static bool Stands(ILocalReferenceOperation local) => local.Parent is IMemberReferenceOperation or IInvocationOperation;

    /// <summary>What makes a property or field personal, judged by its type without a card.</summary>
    public PersonalColumn? Of(ISymbol member)
    {
        if (member is not { IsStatic: false, ContainingType: { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } type } || member.DeclaringSyntaxReferences.IsEmpty)
            return null;
        foreach (var column in context.Assess(type).Columns)
            if (SymbolEqualityComparer.Default.Equals(column.Member, member))
                return column.Personal;
        return null;
    }

    private string? OfParameter(IParameterSymbol parameter, bool byRowToo, int depth, CancellationToken cancellation)
    {
        if (context.PersonalName(parameter.Name) is { } named)
            return $"'{parameter.Name}' ({named.Category}, by {named.Evidence})";
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method)
            return null;
        foreach (var caller in Code.Callers(method, cancellation) ?? [])
        {
            if (caller is not IInvocationOperation invocation)
                continue;
            foreach (var argument in invocation.Arguments)
                if (argument.Parameter?.Ordinal == parameter.Ordinal && In(argument.Value, byRowToo, depth + 1, cancellation) is { } found)
                    return found;
        }

        return null;
    }
}
