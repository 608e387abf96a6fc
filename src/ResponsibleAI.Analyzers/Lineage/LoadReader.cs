using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads what a loader call loads: which files, with which columns.</summary>
internal sealed class LoadReader(ApiCatalog catalog, Definitions definitions, TextResolver texts, Lists lists, RowSchemas schemas)
{
    private const int DeepestSource = 12;
    private const int MostSources = 8;

    private readonly ConcurrentDictionary<(IOperation Call, ISymbol? RowType), DatasetLoad> _known = new();
    private readonly UnboundRows _unboundRows = new(definitions);
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
        if (call.Frame is null && _known.TryGetValue((call.Operation, rowType), out var known))
            return known;

        var schema = rowType is null ? SchemaOf(call, method, member, cancellation) : schemas.Of(rowType);
        var origin = OriginOf(call, member, cancellation);
        var load = Made(call, container, schema, origin, ofObjects: ApiCatalog.Argument(call.Operation, member, "rows") is not null) with
        {
            Part = ApiCatalog.Argument(call.Operation, member, "train") is { ConstantValue: { HasValue: true, Value: bool isTraining } } ? isTraining ? "train" : "test" : null,
        };
        return call.Frame is null ? _known.GetOrAdd((call.Operation, rowType), load) : load;
    }

    /// <summary>A load that does not bind because something it is given does not, mostly since a package is not in sight; null when it is no load.</summary>
    public DatasetLoad? ReadUnbound(Expression call, ISymbol container, CancellationToken cancellation)
    {
        if (call.Operation is not IInvalidOperation { SemanticModel: { } model, Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } syntax })
            return null;
        if (UnboundCall.Meant(call.Operation, catalog, cancellation) is not { Role: ApiRole.DatasetLoader or ApiRole.RowSource } member || syntax.ArgumentList.Arguments is not [var first, ..])
            return null;
        if (call.Frame is null && _known.TryGetValue((call.Operation, null), out var known))
            return known;
        var given = definitions.Code.Operation(first.Expression, cancellation) is { } value ? call.With(value).Unwrapped : (Expression?)null;
        var ofRows = member.Parameters.Any(static parameter => parameter.Meaning == "rows");
        var rowType = name is GenericNameSyntax { TypeArgumentList.Arguments: [var named] } ? model.GetTypeInfo(named, cancellation).Type as INamedTypeSymbol
            : ofRows && given is { } all ? _unboundRows.TypeOf(all, cancellation) : null;
        if (rowType is { TypeKind: TypeKind.Error })
            rowType = null;
        if (ofRows && rowType is null)
            return null;
        var origin = given is not { } from ? new Origin(LoadKind.File, [ResolvedText.Unknown("the code does not compile here")])
            : ofRows ? OfRows(from, cancellation)
            : new Origin(LoadKind.File, texts.Resolve(from, cancellation));
        var load = Made(call, container, rowType is null ? RowSchema.Unknown("the columns are not declared in code") : schemas.Of(rowType), origin, ofRows);
        return call.Frame is null ? _known.GetOrAdd((call.Operation, null), load) : load;
    }

    private static DatasetLoad Made(Expression call, ISymbol container, RowSchema schema, Origin origin, bool ofObjects) => new()
    {
        Call = call.Operation,
        Container = container,
        OutermostType = Containers.Outermost(container),
        Schema = schema,
        Kind = origin.Kind,
        Sources = origin.Sources,
        IsOfManyFiles = origin.IsOfManyFiles,
        HasRows = origin.HasRows,
        IsOfObjects = ofObjects,
        SelectedColumns = origin.SelectedColumns,
        ReadAt = origin.ReadAt,
    };

    /// <summary>The files, databases or folders alone, and which of these they are.</summary>
    public IReadOnlyList<ResolvedText> SourcesOf(Expression call, ApiMember member, CancellationToken cancellation, out LoadKind kind)
    {
        if (call.Frame is null && _known.TryGetValue((call.Operation, null), out var known))
        {
            kind = known.Kind;
            return known.Sources;
        }

        var origin = OriginOf(call, member, cancellation);
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
        if (depth > DeepestSource)
            return RowSchema.Unknown(Trace.CutShort);
        if (loader.Operation is IInvocationOperation invocation && catalog.Member(invocation.TargetMethod) is { } member)
            return SchemaOf(loader, invocation.TargetMethod, member, cancellation);
        if (definitions.Of(loader, cancellation) is { Values: [var first, ..] })
            return OfLoader(first, depth + 1, cancellation);
        return RowSchema.Unknown("the loader is not made in sight");
    }

    private Origin OriginOf(Expression call, ApiMember member, CancellationToken cancellation)
    {
        if (ApiCatalog.Argument(call.Operation, member, "rows") is { } rows)
            return OfRows(call.With(rows).Unwrapped, cancellation);
        if (call.Operation is IInvocationOperation { TargetMethod.Name: var dataset } && ApiCatalog.Argument(call.Operation, member, "folder") is { } folder)
            return new Origin(LoadKind.File, [.. texts.Resolve(call.With(folder), cancellation).Select(parent => parent.Combine(ResolvedText.Literal(dataset)))]);
        if (ApiCatalog.Argument(call.Operation, member, "path") is not { } path)
            return new Origin(LoadKind.File, [ResolvedText.Unknown("the call names no file")]);

        var list = lists.Elements(call.With(path), cancellation);
        var sources = new List<ResolvedText>();
        var isOfMany = list.Elements.Count > 1;
        foreach (var source in list.Elements.Count > 0 ? list.Elements : [call.With(path).Unwrapped])
        {
            if (Created(source, cancellation) is not { } made)
            {
                sources.AddRange(texts.Resolve(source, cancellation));
            }
            else if (QueryOf(made) is { } query)
            {
                return OfQueries(query.Operation is IInvalidOperation ? [ResolvedText.Unknown("the query")] : texts.Resolve(query, cancellation));
            }
            else if (made.Operation is IObjectCreationOperation { Type.Name: "MultiFileSource", Arguments: [var files] })
            {
                var parts = lists.Elements(made.With(files.Value), cancellation);
                isOfMany |= parts.Elements.Count > 1;
                foreach (var file in parts.Elements.Count > 0 ? parts.Elements : [made.With(files.Value).Unwrapped])
                    sources.AddRange(texts.Resolve(file, cancellation));
            }
            else
            {
                sources.AddRange(texts.Resolve(source, cancellation));
            }
        }

        // An empty name is a variable's first value; the file comes later.
        if (sources.Exists(static source => source.Value?.Length != 0))
            sources.RemoveAll(static source => source.Value?.Length == 0);
        if (sources.Count == 0)
            sources.Add(ResolvedText.Unknown("no path in sight"));
        return new Origin(LoadKind.File, WithoutDefaultFolder([.. sources.Distinct()])) { IsOfManyFiles = isOfMany };
    }

    /// <summary>A variable that first holds a folder and then a file in it loads the file.</summary>
    private static List<ResolvedText> WithoutDefaultFolder(List<ResolvedText> sources) =>
        sources.FindAll(folder => folder.ToString().TrimEnd('/', '\\') is not { Length: > 0 } path || Path.HasExtension(path)
            || !sources.Exists(file => file.ToString() is var whole && whole.Length > path.Length && whole[path.Length] is '/' or '\\' && whole.StartsWith(path, StringComparison.Ordinal) && (folder.Resolution != Resolution.Resolution.Unknown || folder.Reason == file.Reason)));

    /// <summary>The command text of a DatabaseSource, also where the provider's library is missing and the creation does not compile.</summary>
    private static Expression? QueryOf(Expression source)
    {
        if (source.Operation is IObjectCreationOperation { Type.Name: "DatabaseSource" } created)
            return RowSchemas.Named(created, "commandText", "CommandText") is { } sql ? source.With(sql).Unwrapped : source;
        if (source.Operation is not IInvalidOperation { Syntax: ObjectCreationExpressionSyntax { Type: var type, ArgumentList.Arguments: var arguments } } || !type.ToString().EndsWith("DatabaseSource", StringComparison.Ordinal))
            return null;
        var named = arguments.FirstOrDefault(static argument => argument.NameColon?.Name.Identifier.ValueText == "commandText") ?? (arguments.Count > 2 ? arguments[2] : null);
        return named is not null && source.Operation.SemanticModel?.GetOperation(named.Expression) is { } text ? source.With(text).Unwrapped : source;
    }

    private static Origin OfQueries(IReadOnlyList<ResolvedText> queries)
    {
        var tables = new List<ResolvedText>();
        IReadOnlyList<string>? columns = [];
        foreach (var query in queries)
        {
            // Where only an end is open, as in "SELECT … WHERE day > " + day, tables and columns stand before it.
            if ((query.Value ?? query.Prefix) is not { Length: > 0 } text)
            {
                tables.Add(ResolvedText.Unknown(query.Reason ?? "the query"));
                columns = null;
                continue;
            }

            foreach (var table in SqlText.Tables(text) is { Count: > 0 } named ? named : [SqlText.Source(text)])
                tables.Add(ResolvedText.Literal(table));
            columns = columns is null || SqlText.Columns(text) is not { } selected ? null : [.. columns.Concat(selected).Distinct()];
        }

        return new Origin(LoadKind.Database, [.. tables.Distinct()]) { SelectedColumns = columns };
    }

    /// <summary>Rows in memory: nothing, rows written out, or rows that were read from a file or a table before.</summary>
    private Origin OfRows(Expression rows, CancellationToken cancellation)
    {
        var elements = lists.Elements(rows, cancellation);
        if (elements.Missing is null && elements.Elements.All(static element => element.Operation is IObjectCreationOperation or IAnonymousObjectCreationOperation && !Containers.IsRepeated(element.Operation)))
            return new Origin(LoadKind.SchemaOnly, []) { HasRows = elements.Elements.Count > 0 };

        var files = new FilesRead();
        var derived = false;
        CollectFiles(rows, files, ref derived, 0, cancellation);
        if (derived && files.Names.Count == 0)
            return new Origin(LoadKind.Derived, []);
        if (files.Names.Count > 0)
            return new Origin(LoadKind.Memory, WithoutSubfolders(files.Names)) { ReadAt = files.At };

        // Not read in the open: whatever the rows are computed from.
        var flow = new ValueFlow(catalog, definitions, cancellation);
        flow.From(rows);
        foreach (var file in flow.Files)
            Read(file, files, cancellation);
        if (files.Names.Count > 0)
            return new Origin(LoadKind.Memory, WithoutSubfolders([.. files.Names.Distinct().Take(MostSources)])) { ReadAt = files.At };
        if (flow.Queries.Count > 0)
            return OfQueries([.. flow.Queries.Select(ResolvedText.Literal)]);
        if (flow.Tables.Count > 0)
            return new Origin(LoadKind.Database, [.. flow.Tables.Select(ResolvedText.Literal)]);
        return flow.Opaque is null && flow.NotSeen.Count == 0 && flow.Loads.Count == 0
            ? new Origin(LoadKind.SchemaOnly, [])
            : new Origin(LoadKind.Memory, [ResolvedText.Unknown(flow.Opaque is { } why ? $"the rows come from memory: {why}" : "the rows come from memory")]);
    }

    /// <summary>Files that an expression reads, looking through calls on collections and helper methods.</summary>
    private void CollectFiles(Expression rows, FilesRead files, ref bool derived, int depth, CancellationToken cancellation)
    {
        if (depth > DeepestSource || files.Names.Count > MostSources)
            return;
        if (rows.Operation is IInvocationOperation { TargetMethod: { Name: "CreateEnumerable" } method } && catalog.Member(method) is { Role: ApiRole.Split })
        {
            derived = true;
            return;
        }

        if (FileReads.Path(rows.Operation) is { } path)
        {
            if (path.Type?.SpecialType == SpecialType.System_String)
                Read(rows, files, cancellation);
            else
            {
                CollectFiles(rows.With(path).Unwrapped, files, ref derived, depth + 1, cancellation);
            }

            return;
        }

        if (definitions.Of(rows, cancellation) is { } definition)
        {
            foreach (var value in definition.Values)
                CollectFiles(value, files, ref derived, depth + 1, cancellation);
            if (files.Names.Count == 0 && !derived && rows.Operation is IInvocationOperation helper)
                CollectReads(helper, rows.Frame, files, cancellation);
            return;
        }

        if (rows.Operation is IInvocationOperation call && call.TargetMethod.DeclaringSyntaxReferences.IsEmpty)
        {
            if (call.Instance is { } instance)
                CollectFiles(rows.With(instance).Unwrapped, files, ref derived, depth + 1, cancellation);
            else if (call.Arguments.Length > 0 && call.TargetMethod.IsExtensionMethod)
                CollectFiles(rows.With(call.Arguments[0].Value).Unwrapped, files, ref derived, depth + 1, cancellation);
        }
    }

    /// <summary>A helper that builds rows one by one: what it reads is where they come from.</summary>
    private void CollectReads(IInvocationOperation helper, Frame? frame, FilesRead files, CancellationToken cancellation)
    {
        var inside = new Frame(helper.TargetMethod, helper, frame);
        foreach (var body in definitions.Code.Bodies(helper.TargetMethod, cancellation))
            foreach (var operation in body.Descendants())
                if (FileReads.Path(operation) is { Type.SpecialType: SpecialType.System_String } && files.Names.Count < MostSources)
                    Read(new Expression(operation, inside), files, cancellation);
    }

    /// <summary>A folder whose folders are listed, too, is one dataset.</summary>
    private static List<ResolvedText> WithoutSubfolders(List<ResolvedText> files) =>
        files.FindAll(file => !files.Exists(other => other.Value is [.., '/' or '\\', '*'] folder && file.Value is { } value && value != folder && value.StartsWith(folder.Substring(0, folder.Length - 1), StringComparison.Ordinal)));

    /// <summary>The path that an operation reads; of a folder that it lists the files.</summary>
    private void Read(Expression read, FilesRead files, CancellationToken cancellation)
    {
        var listsFolder = read.Operation is IInvocationOperation { TargetMethod.ContainingType.Name: "Directory" };
        files.Names.AddRange(texts.Resolve(listsFolder ? read : read.With(FileReads.Path(read.Operation)!), cancellation));
        if (!listsFolder)
            files.At ??= read.Operation;
    }

    private Expression? Created(Expression source, CancellationToken cancellation)
    {
        for (var depth = 0; depth < DeepestSource; depth++)
        {
            if (source.Operation is IObjectCreationOperation or IInvalidOperation)
                return source;
            if (definitions.Of(source, cancellation) is not { Values: [var only], Missing: null })
                return null;
            source = only;
        }

        return null;
    }

    /// <summary>Where the rows of a load come from.</summary>
    private sealed record Origin(LoadKind Kind, IReadOnlyList<ResolvedText> Sources)
    {
        public bool HasRows { get; init; } = true;

        public bool IsOfManyFiles { get; init; }

        public IReadOnlyList<string>? SelectedColumns { get; init; }

        public IOperation? ReadAt { get; init; }
    }

    /// <summary>Files that rows in memory were read from.</summary>
    private sealed class FilesRead
    {
        public List<ResolvedText> Names { get; } = [];

        /// <summary>The first call that reads one; null when they are only listed.</summary>
        public IOperation? At { get; set; }
    }
}
