using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads what a loader call loads: which files, with which columns.</summary>
internal sealed class LoadReader(ApiCatalog catalog, Definitions definitions, LoadOrigins origins, RowSchemas schemas)
{
    private const int DeepestLoader = 12;

    private readonly ConcurrentDictionary<Asked, DatasetLoad> _known = new();
    private readonly TypeArguments _typeArguments = new(definitions.Code);

    /// <summary>The load, or one for each row type where a generic helper loads for several.</summary>
    public IEnumerable<DatasetLoad> ReadAll(Expression call, IMethodSymbol method, ApiMember member, ISymbol container, CancellationToken cancellation) =>
        ApiCatalog.RowArgument(method, member) is ITypeParameterSymbol parameter && _typeArguments.Of(parameter, call.Frame, cancellation) is { Count: > 0 } types
            ? types.Select(type => Read(call, method, member, container, type, cancellation))
            : [Read(call, method, member, container, cancellation)];

    public DatasetLoad Read(Expression call, IMethodSymbol method, ApiMember member, ISymbol container, CancellationToken cancellation) => Read(call, method, member, container, null, cancellation);

    private DatasetLoad Read(Expression call, IMethodSymbol method, ApiMember member, ISymbol container, INamedTypeSymbol? rowType, CancellationToken cancellation)
    {
        // Only a call that was not entered from a particular caller is the same for everyone who asks.
        if (call.Frame is null && _known.TryGetValue(new Asked(call.Operation, rowType), out var known))
            return known;

        var schema = rowType is null ? SchemaOf(call, method, member, cancellation) : schemas.Of(rowType);
        var part = ApiCatalog.Argument(call.Operation, member, "train") is { ConstantValue: { HasValue: true, Value: bool isTraining } } ? isTraining ? "train" : "test" : null;
        var origin = origins.Of(call, member, cancellation);
        var load = origin.LoadedBy(call.Operation, container, schema, ofObjects: ApiCatalog.Argument(call.Operation, member, "rows") is not null, part, [.. origin.Loads.SelectMany(taken => Called(taken, cancellation))]);
        return call.Frame is null ? _known.GetOrAdd(new Asked(call.Operation, rowType), load) : load;
    }

    /// <summary>What a call of a loader loads; nothing when it stands in no member.</summary>
    public IEnumerable<DatasetLoad> Called(Expression call, CancellationToken cancellation)
    {
        if (call.Operation is IInvocationOperation { TargetMethod: var loader } && catalog.Member(loader) is { } member && Containers.Of(call.Operation, cancellation) is { } home)
            yield return Read(call, loader, member, home, cancellation);
    }

    /// <summary>The files, databases or folders alone, and which of these they are.</summary>
    public IReadOnlyList<ResolvedText> SourcesOf(Expression call, ApiMember member, CancellationToken cancellation, out LoadKind kind)
    {
        if (call.Frame is null && _known.TryGetValue(new Asked(call.Operation, null), out var known))
        {
            kind = known.Kind;
            return known.Sources;
        }

        var origin = origins.Of(call, member, cancellation);
        kind = origin.Kind;
        return origin.Sources;
    }

    private RowSchema SchemaOf(Expression call, IMethodSymbol method, ApiMember member, CancellationToken cancellation)
    {
        switch (ApiCatalog.RowArgument(method, member))
        {
            case INamedTypeSymbol rowType: return schemas.Of(rowType);
            case ITypeParameterSymbol parameter when _typeArguments.Of(parameter, call.Frame, cancellation) is [var only]: return schemas.Of(only);
        }

        if (ApiCatalog.Argument(call.Operation, member, "columns") is { } columns && columns.ConstantValue is not { HasValue: true, Value: null })
            return schemas.Of(call.With(columns), cancellation);
        if (ApiCatalog.Argument(call.Operation, member, "options") is { } options)
            return OfOptions(call.With(options), cancellation);
        if (ApiCatalog.Argument(call.Operation, member, "loader") is { } loader)
            return OfLoader(call.With(loader).Unwrapped, 0, cancellation);
        return RowSchema.Unknown("the columns are not declared in code");
    }

    private RowSchema OfOptions(Expression options, CancellationToken cancellation)
    {
        if (OptionsReader.Value(options.Unwrapped, "Columns", definitions, cancellation) is { } columns)
            return schemas.Of(columns, cancellation);
        return RowSchema.Unknown("the columns are in options that cannot be seen");
    }

    private RowSchema OfLoader(Expression loader, int depth, CancellationToken cancellation)
    {
        if (depth > DeepestLoader)
            return RowSchema.Unknown(Trace.CutShort);
        if (loader.Operation is IInvocationOperation invocation && catalog.Member(invocation.TargetMethod) is { } member)
            return SchemaOf(loader, invocation.TargetMethod, member, cancellation);
        if (schemas.OfUnboundReader(loader, cancellation) is { } old)
            return old;
        if (definitions.Of(loader, cancellation) is { Values: [var first, ..] })
            return OfLoader(first, depth + 1, cancellation);
        return RowSchema.Unknown("the loader is not made in sight");
    }

    private sealed record Asked(IOperation Call, ISymbol? RowType);
}
