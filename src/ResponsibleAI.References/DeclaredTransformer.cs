using Microsoft.ML;
using Microsoft.ML.Data;

namespace ResponsibleAI.References;

/// <summary>A transformer of a declared package.</summary>
public abstract class DeclaredTransformer : ITransformer
{
    public extern DataViewSchema GetOutputSchema(DataViewSchema inputSchema);

    public extern IDataView Transform(IDataView input);

    extern bool ITransformer.IsRowToRowMapper { get; }

    extern IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema);

    extern void ICanSaveModel.Save(ModelSaveContext ctx);
}
