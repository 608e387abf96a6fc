using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Lineage;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>Reads a call that checks for fairness: which models it is about, and which columns it compares by.</summary>
internal sealed class CheckReader(ApiCatalog catalog, Definitions definitions, PipelineReader pipelines, DataReader data, ColumnNames names, RowSchemas schemas)
{
    private static readonly string[] s_given = ["measured", "model", "data", "values", "table"];

    /// <summary>The check; null when it only judges what another check measured.</summary>
    /// <param name="call">The call, or the making of an object that measures.</param>
    /// <param name="member">Its entry in the catalog; null when the method is marked [FairnessCheck].</param>
    /// <param name="container">The member it stands in.</param>
    /// <param name="trains">Whether a call trains a model.</param>
    /// <param name="cancellation">Ends the walk.</param>
    public FairnessCheck? Read(IOperation call, ApiMember? member, ISymbol container, Func<SyntaxNode, bool> trains, CancellationToken cancellation)
    {
        var trainings = new List<SyntaxNode>();
        var groups = new List<Expression>();
        var loaded = new List<Expression>();
        string? missing = null;
        foreach (var given in member is null ? Arguments(call) : s_given.Select(meaning => ApiCatalog.Argument(call, member, meaning)).OfType<IOperation>())
        {
            var trail = new ModelTrail(catalog, definitions, trains, cancellation).From(new Expression(given, null));
            if (trail.MeetsCheck && member is not null)
                return null;
            var models = trail.Trainings.Select(static training => training.Operation.Syntax).Where(trains).ToList();

            // Rows that a marked method is given beside the model were not scored yet: they lead to no model and leave nothing open.
            if (models.Count > 0 || member is not null)
                missing ??= trail.Missing;
            trainings.AddRange(models.Where(training => !trainings.Contains(training)));
            groups.AddRange(trail.Groups);
            loaded.AddRange(trail.Files);
        }

        if (trainings.Count == 0)
            missing ??= $"which model '{Places.NameOf(call)}' checks";
        return new FairnessCheck { Call = call, Container = container, Trainings = trainings, Files = loaded, Missing = missing, Columns = member is null ? null : Columns(call, member, groups, cancellation) };
    }

    private static IEnumerable<IOperation> Arguments(IOperation call)
    {
        if (call is not IInvocationOperation invocation)
            yield break;
        if (invocation.Instance is { } instance and not IInstanceReferenceOperation)
            yield return instance;
        foreach (var argument in invocation.Arguments)
            yield return argument.Value;
    }

    /// <param name="call">The check.</param>
    /// <param name="member">Its entry in the catalog.</param>
    /// <param name="counted">The groups of tables that were filled by hand.</param>
    /// <param name="cancellation">Ends the walk.</param>
    private CheckedColumns? Columns(IOperation call, ApiMember member, IReadOnlyList<Expression> counted, CancellationToken cancellation)
    {
        if (ApiCatalog.Argument(call, member, "groups") is { } groups)
            return OfValues([new Expression(groups, null)], ApiCatalog.Argument(call, member, "attribute"), cancellation);
        if (ApiCatalog.Argument(call, member, "table") is not null)
            return OfValues(counted, null, cancellation);
        if (ApiCatalog.Argument(call, member, "sensitive") is not { } sensitive || ApiCatalog.Argument(call, member, "data") is not { } scored)
            return null;

        var named = Named(new Expression(sensitive, null).Unwrapped, cancellation);
        var (loaded, untraced) = (new List<string>(), new List<string>());
        var flows = Flows(scored, cancellation);
        foreach (var name in named.Names)
        {
            var sources = flows.SelectMany(flow => flow.LoadedFor(name)).Distinct().ToList();
            if (sources.Count == 0)
                untraced.Add(name);
            else
                loaded.AddRange(sources);
        }

        return new CheckedColumns(loaded, untraced, named.Missing);
    }

    private NameList Named(Expression sensitive, CancellationToken cancellation)
    {
        if (sensitive.Operation.Type?.SpecialType != SpecialType.System_String)
            return names.Many(sensitive, cancellation);
        var name = names.One(sensitive, out var missing, cancellation);
        return new NameList(name is null ? [] : [name], missing);
    }

    /// <summary>The columns of the scored rows, for each load they may come from.</summary>
    private List<ColumnFlow> Flows(IOperation scored, CancellationToken cancellation)
    {
        var flows = new List<ColumnFlow>();
        foreach (var origin in data.Read(new Expression(scored, null), cancellation))
        {
            if (origin.Load is not { } load)
                continue;
            var flow = new ColumnFlow(names, definitions, pipelines, schemas, load);
            flow.Run(origin.Before, training: false, cancellation);
            flows.Add(flow);
        }

        return flows;
    }

    /// <summary>Groups that are values: the members they are read from, and the name the call gives them.</summary>
    private CheckedColumns OfValues(IReadOnlyList<Expression> groups, IOperation? attribute, CancellationToken cancellation)
    {
        var flow = new ValueFlow(catalog, definitions, cancellation);
        foreach (var group in groups)
            flow.From(group);
        var loaded = flow.Rows.Select(static read => read.Member.Name).Concat(flow.Columns.Select(static column => column.Name)).ToList();
        return new CheckedColumns(loaded, attribute?.ConstantValue is { HasValue: true, Value: string name } ? [name] : [], loaded.Count == 0 ? "where the groups come from" : null);
    }
}
