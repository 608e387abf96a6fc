using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads whose rows a model scores: a data view that a trained or loaded model transforms, a row that a prediction engine gets.</summary>
internal sealed class ScoringReader(ApiCatalog catalog, Definitions definitions, PipelineReader pipelines, DataReader data)
{
    /// <summary>The loads among the candidates whose rows the call scores.</summary>
    public IReadOnlyList<DatasetLoad> Of(IInvocationOperation call, ApiMember member, IReadOnlyList<DatasetLoad> candidates, CancellationToken cancellation)
    {
        if (member.Role == ApiRole.Scorer)
            return ApiCatalog.Argument(call, member, "rows") is { } rows ? new TrainingRows(catalog, definitions, data, candidates).Of(rows, cancellation) : [];
        if (ApiCatalog.Argument(call, member, "data") is not { } view || ApiCatalog.Argument(call, member, "model") is not { } model)
            return [];

        // What only transforms columns prepares data; it scores nothing.
        if (pipelines.Transformer(new Expression(model, null), cancellation).TrueForAll(static chain => chain.Missing is null && !chain.Stages.Any(static stage => stage.Api?.Role == ApiRole.Trainer)))
            return [];
        return [.. data.Read(new Expression(view, null), cancellation).Select(static origin => origin.Load).OfType<DatasetLoad>()];
    }
}
