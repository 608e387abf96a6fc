using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads a data view expression back to the loads it comes from, and the pipelines it already went through.</summary>
internal sealed class DataReader(ApiCatalog catalog, Definitions definitions, PipelineReader pipelines, LoadReader loads, UnboundLoads unboundLoads)
{
    private const int MostOrigins = 16;

    /// <summary>Every load the rows may come from, at least one answer.</summary>
    public List<DataOrigin> Read(Expression data, CancellationToken cancellation) =>
        Read(data.Unwrapped, new Trace(cancellation), cancellation);

    private List<DataOrigin> Read(Expression expression, Trace trace, CancellationToken cancellation)
    {
        if (expression.Operation.ConstantValue is { HasValue: true, Value: null })
            return [];
        if (!trace.TryEnter(expression, out var reason))
            return reason == Trace.Circular ? [] : [DataOrigin.Unknown(reason)];

        var origins = Answer(expression, trace, cancellation);
        trace.Leave(expression);
        return origins;
    }

    private List<DataOrigin> Answer(Expression expression, Trace trace, CancellationToken cancellation)
    {
        var operation = expression.Operation;
        switch (operation)
        {
            case IInvocationOperation invocation when catalog.Member(invocation.TargetMethod) is { } member:
                switch (member.Role)
                {
                    case ApiRole.DatasetLoader or ApiRole.RowSource:
                        var container = Containers.Of(invocation, cancellation);
                        return container is null
                            ? [DataOrigin.Unknown("the load is in no member")]
                            : [.. loads.ReadAll(expression, invocation.TargetMethod, member, container, cancellation).Select(static load => new DataOrigin(load, Chain.Empty))];
                    case ApiRole.Split when ApiCatalog.Argument(invocation, member, "data") is { } data:
                        return Of(data);
                    case ApiRole.Composition when ApiCatalog.Argument(invocation, member, "data") is { } data:
                        return Transformed(data, ApiCatalog.Argument(invocation, member, "model"));
                }

                break;
            case IMemberReferenceOperation { Instance: { } instance } member when catalog.Value(member.Member) is { Role: ApiRole.Split }:
                return [.. Of(instance).Select(static origin => origin with { IsPart = true })];
            case IArrayElementReferenceOperation element:
                return Of(element.ArrayReference);
            case IPropertyReferenceOperation { Instance: { } instance, Property.IsIndexer: true }:
                return Of(instance);
            case IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable", Arguments: [var source, ..] } call when call.TargetMethod.Name is "First" or "Last" or "ToArray" or "ToList" or "ElementAt" or "FirstOrDefault":
                return Of(source.Value);
        }

        if (operation is IInvalidOperation && Containers.Of(operation, cancellation) is { } around && unboundLoads.Read(expression, around, cancellation) is { } unbound)
            return [new DataOrigin(unbound, Chain.Empty)];
        if ((Lists.Written(expression) is { } elements ? new Definition(elements) : definitions.Of(expression, cancellation)) is not { } definition)
            return [DataOrigin.Unknown(operation is IInvocationOperation call2 ? $"what '{call2.TargetMethod.Name}' returns" : UnboundCall.Reason(operation, cancellation) ?? "the data is computed")];

        var origins = new List<DataOrigin>();
        foreach (var value in definition.Values)
        {
            foreach (var origin in Read(value, trace, cancellation))
            {
                if (origins.Contains(origin))
                    continue;
                if (origins.Count == MostOrigins)
                {
                    origins.Add(DataOrigin.Unknown("it comes from too many places"));
                    return origins;
                }

                origins.Add(origin);
            }
        }

        if (definition.Missing is { } missing)
            origins.Add(DataOrigin.Unknown(missing));
        return origins;

        List<DataOrigin> Of(IOperation source) => Read(expression.With(Expression.Unwrap(source)), trace, cancellation);

        List<DataOrigin> Transformed(IOperation data, IOperation? model)
        {
            var before = Of(data);
            if (model is null)
                return before;

            var after = new List<DataOrigin>();
            foreach (var chain in pipelines.Transformer(expression.With(model), cancellation))
                foreach (var origin in before)
                    if (after.Count < MostOrigins)
                        after.Add(origin with { Before = origin.Before.Then(chain) });
            return after;
        }
    }
}

/// <summary>Where rows come from.</summary>
/// <param name="Load">The load; null when it is not in sight.</param>
/// <param name="Before">The pipelines the rows went through before this place; its Missing also says why the load is not in sight.</param>
internal sealed record DataOrigin(DatasetLoad? Load, Chain Before)
{
    /// <summary>The rows are one part of those that were loaded: the training or the test part of a split.</summary>
    public bool IsPart { get; init; }

    public static DataOrigin Unknown(string reason) => new(null, new Chain([], reason));
}
