using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Facts;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>The row type of data that a caller hands in whom nobody sees: generated retraining methods have it beside them, as a type nested in the same class.</summary>
internal sealed class PassedRows(RowSchemas schemas)
{
    private static readonly string[] s_outputs = ["PredictedLabel", "Score", "Probability"];

    /// <summary>The columns of the one type, nested in the class of the training call, that has every column the pipeline names; null when none or several have.</summary>
    /// <param name="named">What the pipeline names.</param>
    public RowSchema? TypeOf(DatasetLoad named)
    {
        RowSchema? found = null;
        foreach (var nested in named.OutermostType.GetTypeMembers())
        {
            if (nested.TypeKind is not (TypeKind.Class or TypeKind.Struct))
                continue;
            var schema = schemas.Of(nested);
            if (named.Schema.Columns.Any(column => schema.Column(column.Name) is null) || s_outputs.Any(output => schema.Column(output) is not null))
                continue;
            if (found is not null)
                return null;
            found = schema;
        }

        return found;
    }
}
