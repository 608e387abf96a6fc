using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads a loader call that does not bind because something it is given does not, mostly since a package is not in sight.</summary>
internal sealed class UnboundLoads(ApiCatalog catalog, Definitions definitions, LoadOrigins origins, RowSchemas schemas)
{
    private readonly ConcurrentDictionary<IOperation, DatasetLoad> _known = new();
    private readonly UnboundRows _rows = new(definitions);

    /// <summary>The load; null when the call is none, or nothing says the type of the rows it is given.</summary>
    public DatasetLoad? Read(Expression call, ISymbol container, CancellationToken cancellation)
    {
        if (call.Operation is not IInvalidOperation { SemanticModel: { } model, Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } syntax })
            return null;
        if (name.Identifier.ValueText is "Read" or "Load" && OfReader(call, syntax, container, cancellation) is { } read)
            return read;
        if (UnboundCall.Meant(call.Operation, catalog, cancellation) is not { Role: ApiRole.DatasetLoader or ApiRole.RowSource } member || syntax.ArgumentList.Arguments is not [var first, ..])
            return null;

        // Only a call that was not entered from a particular caller is the same for everyone who asks.
        if (call.Frame is null && _known.TryGetValue(call.Operation, out var known))
            return known;

        var given = definitions.Code.Operation(first.Expression, cancellation) is { } value ? call.With(value).Unwrapped : (Expression?)null;
        var ofRows = member.Parameters.Any(static parameter => parameter.Meaning == "rows");
        var rowType = name is GenericNameSyntax { TypeArgumentList.Arguments: [var named] } ? model.GetTypeInfo(named, cancellation).Type as INamedTypeSymbol
            : ofRows && given is { } all ? _rows.TypeOf(all, cancellation) : null;
        if (rowType is { TypeKind: TypeKind.Error })
            rowType = null;
        if (ofRows && rowType is null)
            return null;

        var origin = given is not { } from ? new LoadOrigin(LoadKind.File, [ResolvedText.Unknown("the code does not compile here")])
            : ofRows ? origins.OfRows(from, cancellation)
            : origins.OfPath(from, cancellation);
        var load = origin.LoadedBy(call.Operation, container, rowType is null ? RowSchema.Unknown("the columns are not declared in code") : schemas.Of(rowType), ofRows);
        return call.Frame is null ? _known.GetOrAdd(call.Operation, load) : load;
    }

    /// <summary>What <c>reader.Read(path)</c> loads where the reader was made as before 1.0: with columns that no library of today declares so.</summary>
    private DatasetLoad? OfReader(Expression call, InvocationExpressionSyntax syntax, ISymbol container, CancellationToken cancellation)
    {
        if (syntax is not { Expression: MemberAccessExpressionSyntax { Expression: var reader }, ArgumentList.Arguments: [var path, ..] }
            || definitions.Code.Operation(reader, cancellation) is not { } held || definitions.Code.Operation(path.Expression, cancellation) is not { } file)
            return null;
        var made = call.With(held).Unwrapped;
        if (made.Operation is not IInvalidOperation && definitions.Of(made, cancellation) is { Values: [var only] })
            made = only;
        return schemas.OfUnboundReader(made, cancellation) is { } columns
            ? origins.OfPath(call.With(file).Unwrapped, cancellation).LoadedBy(call.Operation, container, columns, ofObjects: false)
            : null;
    }
}
