using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads a training call: which trainer, on which loads, with which of their columns.</summary>
internal sealed class TrainingReader(ApiCatalog catalog, Definitions definitions, PipelineReader pipelines, DataReader data, ColumnNames names, RowSchemas schemas, ValueTraining values)
{
    private readonly ExperimentReader _experiments = new(catalog, definitions, names);
    private readonly PassedRows _passedRows = new(schemas, definitions.Code);
    private readonly OldPipelineReader _oldPipelines = new(definitions, names, schemas);

    /// <summary>The training call; null when the call fits transforms only. When no trainer is in sight and not everything was seen, it is not certain.</summary>
    public TrainingCall? Read(IInvocationOperation call, ApiMember member, ISymbol container, CancellationToken cancellation)
    {
        if (ValueTraining.IsGivenValues(member))
            return values.Read(call, member, container, cancellation);

        var settings = _experiments.Settings(call, member, cancellation);
        Expression? estimator = null;
        Expression? rows = null;
        foreach (var (step, api) in settings)
        {
            estimator ??= ApiCatalog.Argument(step, api, "estimator") is { } built ? new Expression(built, null).Unwrapped : null;
            rows ??= ApiCatalog.Argument(step, api, "data") is { } given ? new Expression(given, null).Unwrapped : null;
        }

        return Read(call, settings, estimator is { } pipeline ? pipelines.Estimator(pipeline, cancellation) : null, rows, _experiments.Columns(settings, cancellation), container, cancellation);
    }

    /// <summary>A call that does not bind but has the name of a training call; null when it fits transforms only, or nothing says that it trains.</summary>
    public TrainingCall? Read(UnboundCall unbound, IOperation call, ISymbol container, CancellationToken cancellation)
    {
        var rows = unbound.Arguments.FirstOrDefault(argument => catalog.IsDataView(argument.Type)) ?? (unbound.Arguments is [var first, ..] ? first : null);
        var estimator = unbound.Name == "Fit" ? unbound.Receiver : unbound.Arguments.FirstOrDefault(argument => argument != rows);
        if (unbound.RowType is { } rowType)
            return _oldPipelines.Read(unbound, call, rowType, container, cancellation) ?? Read(unbound, call, rowType, container);
        if (rows is null)
            return null;
        var chains = estimator is not null && (unbound.Name == "Fit" || catalog.IsEstimator(estimator.Type))
            ? pipelines.Estimator(new Expression(estimator, null), cancellation)
            : [new Chain([], UnboundCall.Reason(call, cancellation))];
        return Read(call, [], chains, new Expression(rows, null), new ExperimentColumns(), container, cancellation);
    }

    /// <summary>A call that names its row type, as before version 1.0: what is trained is not in sight, the rows are.</summary>
    private TrainingCall Read(UnboundCall unbound, IOperation call, INamedTypeSymbol rowType, ISymbol container)
    {
        var outermost = Containers.Outermost(container);
        return new TrainingCall
        {
            Call = call,
            Container = container,
            OutermostType = outermost,
            Data = [new DatasetLoad { Call = call, Container = container, OutermostType = outermost, Schema = schemas.Of(rowType), Kind = LoadKind.Passed }],
            NotSeen = [unbound.Missing],
        };
    }

    /// <param name="call">The training call.</param>
    /// <param name="settings">The call and those that configure it; empty when it does not bind.</param>
    /// <param name="chains">The ways its pipeline may be built; null when it trains on every column.</param>
    /// <param name="rows">The data; null when it is not in the call.</param>
    /// <param name="columns">Which columns an experiment leaves out.</param>
    /// <param name="container">The member it stands in.</param>
    /// <param name="cancellation">Ends the reading.</param>
    private TrainingCall? Read(
        IOperation call,
        IReadOnlyList<(IInvocationOperation Call, ApiMember Member)> settings,
        IReadOnlyList<Chain>? chains,
        Expression? rows,
        ExperimentColumns columns,
        ISymbol container,
        CancellationToken cancellation)
    {
        if (chains is not null && !chains.Any(static chain => chain.Missing is not null || chain.Stages.Any(static stage => stage.Api?.Role is null or ApiRole.Trainer)))
            return null;

        var origins = rows is { } from ? data.Read(from, cancellation) : [DataOrigin.Unknown("the data is not an argument of the call")];
        var isCrossValidation = call is IInvocationOperation { TargetMethod.Name: var name } && name.StartsWith("CrossValidate", StringComparison.Ordinal);
        var loads = new List<DatasetLoad>();
        var divided = new List<DatasetLoad>();
        var trained = new List<TrainedColumn>();
        var trainers = new SortedSet<string>(StringComparer.Ordinal);
        var notSeen = new SortedSet<string>(columns.NotSeen, StringComparer.Ordinal);
        var dropped = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var origin in origins)
        {
            if (origin.Load is not { } load)
            {
                notSeen.Add($"the training data: {origin.Before.Missing}");
                continue;
            }

            if (!loads.Contains(load))
                loads.Add(load);
            if ((origin.IsPart || isCrossValidation) && !divided.Contains(load))
                divided.Add(load);
            if (chains is null)
            {
                var flow = NewFlow(load);
                flow.Run(origin.Before, training: false, cancellation);
                flow.TrainOnAll(call, call is IInvocationOperation { TargetMethod.ContainingType.Name: var declaring } experiment ? (experiment.Instance is { } held ? Expression.Unwrap(held).Type?.Name : null) ?? declaring : "an experiment", columns.Label, columns.Ignored);
                Add(flow);
            }
            else
            {
                Follow(load, origin.Before);
            }
        }

        DatasetLoad? unplaced = null;
        if (loads.Count == 0 && rows is { } passed && Passed(passed.Operation) is { } named)
        {
            if (_passedRows.TypeOf(named, cancellation) is { } schema)
            {
                var load = PassedAs(named.Call, schema);
                loads.Add(load);
                Follow(load, Chain.Empty);
            }
            else
            {
                unplaced = named;
            }
        }

        if (loads.Count == 0)
            foreach (var chain in chains ?? [])
                if (chain.Missing is { } reason)
                    notSeen.Add(reason);
        if (trainers.Count == 0)
            foreach (var chain in chains ?? [])
                foreach (var stage in chain.Stages)
                    if (stage.Api?.Role == ApiRole.Trainer)
                        trainers.Add(stage.Name);

        return new TrainingCall
        {
            Call = call,
            Container = container,
            OutermostType = Containers.Outermost(container),
            Trainers = [.. trainers],
            Data = loads,
            Divided = divided,
            Validation = Validation(settings, chains ?? [], cancellation),
            Columns = trained,
            Unplaced = unplaced,
            Dropped = [.. dropped],
            NotSeen = [.. notSeen],
        };

        void Follow(DatasetLoad load, Chain before)
        {
            foreach (var chain in chains!)
            {
                var flow = NewFlow(load);
                flow.Run(before, training: false, cancellation);
                flow.Run(chain, training: true, cancellation);
                Add(flow);
            }
        }

        // The columns that the pipeline names, as a load of their own; null when it names none.
        DatasetLoad? Passed(IOperation at)
        {
            var load = PassedAs(at, RowSchema.Unknown("the rows are passed by a caller"));
            var named = new List<LoadedColumn>();
            foreach (var chain in chains ?? [])
            {
                var flow = NewFlow(load);
                flow.Run(chain, training: true, cancellation);
                named.AddRange(flow.Named.Where(column => !named.Exists(known => known.Name == column.Name)));
            }

            return named.Count == 0 ? null : PassedAs(at, load.Schema with { Columns = named });
        }

        DatasetLoad PassedAs(IOperation at, RowSchema schema) => new() { Call = at, Container = container, OutermostType = Containers.Outermost(container), Schema = schema, Kind = LoadKind.Passed };

        ColumnFlow NewFlow(DatasetLoad load) => new(names, definitions, pipelines, schemas, load);

        void Add(ColumnFlow flow)
        {
            foreach (var column in flow.Trained)
                if (!trained.Any(known => known.Column == column.Column && known.Role == column.Role))
                    trained.Add(column);
            trainers.UnionWith(flow.Trainers);
            dropped.UnionWith(flow.Dropped);
            notSeen.UnionWith(flow.NotSeen);
        }
    }

    /// <summary>The loads that the call, a setting before it or a trainer of the pipeline is given to validate with.</summary>
    private List<DatasetLoad> Validation(IReadOnlyList<(IInvocationOperation Call, ApiMember Member)> settings, IReadOnlyList<Chain> chains, CancellationToken cancellation)
    {
        var loads = new List<DatasetLoad>();
        foreach (var (step, api) in settings)
            Read(ApiCatalog.Argument(step, api, "validation"), null);
        foreach (var chain in chains)
        {
            foreach (var stage in chain.Stages)
            {
                if (stage.Api is not { Role: ApiRole.Trainer } trainer)
                    continue;
                Read(ApiCatalog.Argument(stage.Call.Operation, trainer, "validation"), stage.Call.Frame);
                if (ApiCatalog.Argument(stage.Call.Operation, trainer, "options") is { } options && OptionsReader.Value(stage.Call.With(options).Unwrapped, "ValidationSet", definitions, cancellation) is { } set)
                    Read(set.Operation, set.Frame);
            }
        }

        return loads;

        void Read(IOperation? rows, Frame? frame)
        {
            if (rows is null)
                return;
            foreach (var origin in data.Read(new Expression(rows, frame), cancellation))
                if (origin.Load is { } load && !loads.Contains(load))
                    loads.Add(load);
        }
    }
}
