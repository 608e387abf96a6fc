using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Traces a row object, or a collection of rows, back to the loads that a trainer gets.</summary>
internal sealed class TrainingRows(ApiCatalog catalog, Definitions definitions, DataReader data, IReadOnlyList<DatasetLoad> trained)
{
    private const int Deepest = 16;

    private readonly HashSet<ISymbol> _rowTypes = new(trained.Select(static load => load.Schema.RowType).OfType<ISymbol>(), SymbolEqualityComparer.Default);

    /// <summary>The loads whose rows it holds; empty when it is no row or its origin is not in sight.</summary>
    public IReadOnlyList<DatasetLoad> Of(IOperation rows, CancellationToken cancellation)
    {
        if (!MayHold(rows.Type))
            return [];
        var candidates = trained.Where(load => load.Schema.RowType is { } row && Holds(rows.Type, row)).ToList();
        if (candidates.Count == 0)
            return [];
        var found = new List<DatasetLoad>();
        Collect(new Expression(rows, null).Unwrapped, candidates, found, 0, cancellation);
        return found;
    }

    private void Collect(Expression rows, List<DatasetLoad> candidates, List<DatasetLoad> found, int depth, CancellationToken cancellation)
    {
        if (depth > Deepest || found.Count > 0)
            return;
        foreach (var load in candidates)
        {
            if (load.Kind == LoadKind.Memory && RowsOf(load) is { } loaded && Same(loaded, rows.Operation))
            {
                found.Add(load);
                return;
            }
        }

        switch (rows.Operation)
        {
            case IInvocationOperation { TargetMethod.Name: "CreateEnumerable" } call when catalog.Member(call.TargetMethod) is { Role: ApiRole.Split } member:
                if (ApiCatalog.Argument(call, member, "data") is { } view)
                    foreach (var origin in data.Read(rows.With(view), cancellation))
                        if (origin.Load is { } load && candidates.FirstOrDefault(candidate => candidate.Call.Syntax == load.Call.Syntax) is { } known)
                            found.Add(known);
                return;
            case IInvocationOperation call when call.TargetMethod.DeclaringSyntaxReferences.IsEmpty:
                if ((call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null)) is { } source)
                    Into(source);
                return;
            case IArrayElementReferenceOperation element:
                Into(element.ArrayReference);
                return;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list }:
                Into(list);
                return;
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda } parameter:
                if (CollectionOf(parameter, lambda) is { } collection)
                    Into(collection);
                return;
        }

        foreach (var value in definitions.Of(rows, cancellation)?.Values ?? [])
            Collect(value, candidates, found, depth + 1, cancellation);

        void Into(IOperation next) => Collect(rows.With(next).Unwrapped, candidates, found, depth + 1, cancellation);
    }

    /// <summary>What a lambda is called on: the receiver or first argument of the call it is passed to.</summary>
    private static IOperation? CollectionOf(IOperation inside, IMethodSymbol lambda)
    {
        for (var at = inside.Parent; at is not null; at = at.Parent)
        {
            if (at is not IAnonymousFunctionOperation function || !SymbolEqualityComparer.Default.Equals(function.Symbol, lambda))
                continue;
            for (var outer = function.Parent; outer is not null; outer = outer.Parent)
                if (outer is IInvocationOperation call)
                    return call.Instance ?? (call.Arguments.Length > 1 ? call.Arguments[0].Value : null);
        }

        return null;
    }

    private IOperation? RowsOf(DatasetLoad load) =>
        load.Call is IInvocationOperation call && catalog.Member(call.TargetMethod) is { } member && ApiCatalog.Argument(call, member, "rows") is { } rows ? Expression.Unwrap(rows) : null;

    private static bool Same(IOperation left, IOperation right) => (left, right) switch
    {
        (ILocalReferenceOperation one, ILocalReferenceOperation other) => SymbolEqualityComparer.Default.Equals(one.Local, other.Local),
        (IMemberReferenceOperation one, IMemberReferenceOperation other) => SymbolEqualityComparer.Default.Equals(one.Member, other.Member),
        (IParameterReferenceOperation one, IParameterReferenceOperation other) => SymbolEqualityComparer.Default.Equals(one.Parameter, other.Parameter),
        _ => false,
    };

    /// <summary>Whether it holds rows of any load: asked of everything that leaves the program, so it must not look at every load.</summary>
    private bool MayHold(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => _rowTypes.Contains(array.ElementType),
        INamedTypeSymbol named => _rowTypes.Contains(named) || named.TypeArguments.Any(_rowTypes.Contains),
        _ => false,
    };

    private static bool Holds(ITypeSymbol? type, INamedTypeSymbol row) => type switch
    {
        IArrayTypeSymbol array => SymbolEqualityComparer.Default.Equals(array.ElementType, row),
        INamedTypeSymbol named => SymbolEqualityComparer.Default.Equals(named, row) || named.TypeArguments.Any(argument => SymbolEqualityComparer.Default.Equals(argument, row)),
        _ => false,
    };
}
