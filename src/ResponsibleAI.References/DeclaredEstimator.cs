using Microsoft.ML;

namespace ResponsibleAI.References;

/// <summary>An estimator of a declared package.</summary>
public abstract class DeclaredEstimator<TTransformer> : IEstimator<TTransformer>
    where TTransformer : ITransformer
{
    public extern TTransformer Fit(IDataView input);

    public extern SchemaShape GetOutputSchema(SchemaShape inputSchema);
}
