using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads whose rows a model scores: a data view that a trained or loaded model transforms, a row that a prediction engine gets.</summary>
internal sealed class ScoringReader(ApiCatalog catalog, Definitions definitions, PipelineReader pipelines, DataReader data)
{
    private const string Series = "Microsoft.ML.TimeSeriesCatalog";

    /// <summary>
    /// The loads among the candidates whose rows the call scores; and whether it searches them: what finds spikes and changes in a series is fitted on nothing,
    /// so the series that it is given later is its data. Objects in memory may be there for something else.
    /// </summary>
    public IReadOnlyList<(DatasetLoad Load, bool IsSearched)> Of(IInvocationOperation call, ApiMember member, IReadOnlyList<DatasetLoad> candidates, CancellationToken cancellation)
    {
        if (member.Role == ApiRole.Scorer)
            return ApiCatalog.Argument(call, member, "rows") is { } rows ? [.. new TrainingRows(catalog, definitions, data, candidates).Of(rows, cancellation).Select(static load => (load, false))] : [];
        if (ApiCatalog.Argument(call, member, "data") is not { } view || ApiCatalog.Argument(call, member, "model") is not { } model)
            return [];

        // What only transforms columns prepares data; it scores nothing.
        var chains = pipelines.Transformer(new Expression(model, null), cancellation);
        if (chains.TrueForAll(static chain => chain.Missing is null && !chain.Stages.Any(static stage => stage.Api?.Role == ApiRole.Trainer)))
            return [];
        var isSearched = chains.TrueForAll(static chain => chain.Stages.Any(static stage => stage.Api?.Type == Series));
        return [.. data.Read(new Expression(view, null), cancellation).Select(static origin => origin.Load).OfType<DatasetLoad>().Select(load => (load, isSearched && load.Kind is (LoadKind.File or LoadKind.Database)))];
    }
}
