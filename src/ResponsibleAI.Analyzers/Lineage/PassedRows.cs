using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>
/// The row type of data that a caller hands in whom nobody sees: generated retraining methods have it beside them, as a type nested in the same class; a trainer whose program is another
/// project names it where it loads the rows or predicts with them.
/// </summary>
internal sealed class PassedRows(RowSchemas schemas, CodeReader code)
{
    private static readonly string[] s_namesRows = ["LoadFromTextFile", "LoadFromEnumerable", "CreateTextLoader", "CreatePredictionEngine"];

    /// <summary>The columns of the one type, nested in the class of the training call or named by it, that has every column the pipeline names; null when none or several have.</summary>
    /// <param name="named">What the pipeline names.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public RowSchema? TypeOf(DatasetLoad named, CancellationToken cancellation)
    {
        RowSchema? found = null;
        foreach (var type in Beside(named.OutermostType, cancellation))
        {
            if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
                continue;
            var schema = schemas.Of(type);
            if (named.Schema.Columns.Any(column => schema.Column(column.Name) is null) || TrainerColumns.Outputs.Any(output => schema.Column(output) is not null))
                continue;
            if (found is not null)
                return null;
            found = schema;
        }

        return found;
    }

    private IEnumerable<INamedTypeSymbol> Beside(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var nested = type.GetTypeMembers();
        foreach (var one in nested)
            yield return one;
        var found = new HashSet<ISymbol>(nested, SymbolEqualityComparer.Default);
        foreach (var declaration in type.DeclaringSyntaxReferences)
            foreach (var word in s_namesRows)
                foreach (var token in Occurrences.Of(declaration.SyntaxTree, word, cancellation))
                    if (declaration.Span.Contains(token.Span) && token.Parent is GenericNameSyntax generic && code.Named(generic.TypeArgumentList.Arguments[0], cancellation) is { } row && found.Add(row))
                        yield return row;
    }
}
