using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>What of whose rows a call embeds.</summary>
/// <param name="Row">The type of the rows, declared in source.</param>
/// <param name="Member">The property or field whose value is passed; null when whole rows are.</param>
internal readonly record struct EmbeddedRow(INamedTypeSymbol Row, ISymbol? Member)
{
    /// <summary>The rows whose values the call is given, in the order in which it is given them.</summary>
    public static IReadOnlyList<EmbeddedRow> Of(EmbeddingCall embedding, CodeReader code, CancellationToken cancellation)
    {
        var rows = new List<EmbeddedRow>();
        foreach (var value in PassedValues.Of(embedding.Given, code, cancellation))
        {
            if (value is IMemberReferenceOperation { Instance.Type: INamedTypeSymbol row } member && value.Type is not INamedTypeSymbol { IsGenericType: true, Name: not "Nullable" })
                Add(row, member.Member);
            else if (RowOf(value.Type) is { } whole)
                Add(whole, null);
        }

        return rows;

        void Add(INamedTypeSymbol row, ISymbol? member)
        {
            if (row is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct, IsTupleType: false, IsAnonymousType: false, DeclaringSyntaxReferences.IsEmpty: false } && !rows.Contains(new EmbeddedRow(row, member)))
                rows.Add(new EmbeddedRow(row, member));
        }
    }

    /// <summary>The row type of an object or of a collection of them.</summary>
    private static INamedTypeSymbol? RowOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { ElementType: INamedTypeSymbol element } => element,
        INamedTypeSymbol { TypeArguments: [INamedTypeSymbol element] } => element,
        INamedTypeSymbol { TypeArguments.IsEmpty: true } row => row,
        _ => null,
    };
}
