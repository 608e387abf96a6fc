using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Tells where the rows of a load come from: files, tables of a database, objects in memory and what these were read from.</summary>
internal sealed class LoadOrigins(ApiCatalog catalog, Definitions definitions, TextResolver texts, Lists lists)
{
    private const int DeepestSource = 12;
    private const int MostSources = 8;

    /// <summary>The origin that the call names.</summary>
    public LoadOrigin Of(Expression call, ApiMember member, CancellationToken cancellation)
    {
        if (ApiCatalog.Argument(call.Operation, member, "rows") is { } rows)
            return OfRows(call.With(rows).Unwrapped, cancellation);
        if (call.Operation is IInvocationOperation { TargetMethod.Name: var dataset } && ApiCatalog.Argument(call.Operation, member, "folder") is { } folder)
            return new LoadOrigin(LoadKind.File, [.. texts.Resolve(call.With(folder), cancellation).Select(parent => parent.Combine(ResolvedText.Literal(dataset)))]);
        if (ApiCatalog.Argument(call.Operation, member, "path") is not { } path)
            return new LoadOrigin(LoadKind.File, [ResolvedText.Unknown("the call names no file")]);

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
            else if (FilesOf(made, cancellation) is { } files)
            {
                isOfMany |= files.Count > 1;
                foreach (var file in files)
                    sources.AddRange(texts.Resolve(file, cancellation));
            }
            else
            {
                sources.AddRange(texts.Resolve(source, cancellation));
            }
        }

        if (sources.Count == 0)
            sources.Add(ResolvedText.Unknown("no path in sight"));
        return new LoadOrigin(LoadKind.File, WithoutDefaultFolder(WithoutUnfinished([.. sources.Distinct()]))) { IsOfManyFiles = isOfMany };
    }

    /// <summary>What a path names that may be anything a text is made of, or the source of several files.</summary>
    public LoadOrigin OfPath(Expression path, CancellationToken cancellation) =>
        Created(path, cancellation) is { } made && FilesOf(made, cancellation) is { } files
            ? new(LoadKind.File, [.. files.SelectMany(file => texts.Resolve(file, cancellation)).Distinct()]) { IsOfManyFiles = files.Count > 1 }
            : new(LoadKind.File, texts.Resolve(path, cancellation));

    /// <summary>The files of a MultiFileSource, also where the namespace that it had before 1.0 is not in sight and the creation does not compile; null for anything else.</summary>
    private IReadOnlyList<Expression>? FilesOf(Expression made, CancellationToken cancellation)
    {
        switch (made.Operation)
        {
            case IObjectCreationOperation { Type.Name: "MultiFileSource", Arguments: [var files] }:
                return lists.Elements(made.With(files.Value), cancellation).Elements is { Count: > 0 } listed ? listed : [made.With(files.Value).Unwrapped];
            case IInvalidOperation { Syntax: ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "MultiFileSource" }, ArgumentList.Arguments: { Count: > 0 } given } }:
                return [.. given.Select(file => definitions.Code.Operation(file.Expression, cancellation)).OfType<IOperation>().Select(file => made.With(file).Unwrapped)];
            default:
                return null;
        }
    }

    /// <summary>An empty name, or a bare ".csv", is a variable's first value; the file comes later. A name that got its extension twice is the one that had it.</summary>
    public static List<ResolvedText> WithoutUnfinished(List<ResolvedText> sources)
    {
        var finished = sources.FindAll(source => source.Value is not { } path
            || (FilePaths.Stem(path).Length > 0 && !(FilePaths.Extension(path) is { Length: > 0 } twice && sources.Exists(other => other.Value is { } once && FilePaths.Extension(once) == twice && path == once + twice))));
        return finished.Count > 0 ? finished : sources;
    }

    /// <summary>A variable that first holds a folder and then a file in it loads the file.</summary>
    private static List<ResolvedText> WithoutDefaultFolder(List<ResolvedText> sources) =>
        sources.FindAll(folder => folder.ToString().TrimEnd('/', '\\') is not { Length: > 0 } path || FilePaths.Extension(path).Length > 0
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

    private static LoadOrigin OfQueries(IReadOnlyList<ResolvedText> queries)
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

        return new LoadOrigin(LoadKind.Database, [.. tables.Distinct()]) { SelectedColumns = columns };
    }

    /// <summary>Rows in memory: nothing, rows written out, or rows that were read from a file or a table before.</summary>
    public LoadOrigin OfRows(Expression rows, CancellationToken cancellation)
    {
        var elements = lists.Elements(rows, cancellation);
        if (elements.Missing is null && elements.Elements.All(static element => element.Operation is IObjectCreationOperation or IAnonymousObjectCreationOperation && !Containers.IsRepeated(element.Operation)))
            return new LoadOrigin(LoadKind.SchemaOnly, []) { HasRows = elements.Elements.Count > 0 };

        var flow = new ValueFlow(catalog, definitions, cancellation);
        flow.From(rows);
        return OfRows(rows, flow, cancellation) with { Copies = CopyReader.Of(flow), Loads = flow.Loads };
    }

    private LoadOrigin OfRows(Expression rows, ValueFlow flow, CancellationToken cancellation)
    {
        var files = new FilesRead();
        var derived = false;
        CollectFiles(rows, files, ref derived, 0, cancellation);
        if (derived && files.Names.Count == 0)
            return new LoadOrigin(LoadKind.Derived, []);
        if (files.Names.Count > 0)
            return new LoadOrigin(LoadKind.Memory, WithoutSubfolders(WithoutUnfinished(files.Names))) { ReadAt = files.At };

        // Not read in the open: whatever the rows are computed from.
        foreach (var file in flow.Files)
            Read(file, files, cancellation);
        if (files.Names.Count > 0)
            return new LoadOrigin(LoadKind.Memory, WithoutSubfolders(WithoutUnfinished([.. files.Names.Distinct().Take(MostSources)]))) { ReadAt = files.At };
        if (flow.Queries.Count > 0)
            return OfQueries([.. flow.Queries.Select(ResolvedText.Literal)]) with { ReadAt = flow.StoredAt };
        if (flow.Tables.Count > 0)
            return new LoadOrigin(LoadKind.Database, [.. flow.Tables.Select(ResolvedText.Literal)]);
        if (flow.Loads.Count > 0)
            return new LoadOrigin(LoadKind.Derived, []);
        return flow.Opaque is null && flow.NotSeen.Count == 0
            ? new LoadOrigin(LoadKind.SchemaOnly, [])
            : new LoadOrigin(LoadKind.Memory, [ResolvedText.Unknown(flow.Opaque is { } why ? $"the rows come from memory: {why}" : "the rows come from memory")]);
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
            var before = files.Names.Count;
            foreach (var value in definition.Values)
                CollectFiles(value, files, ref derived, depth + 1, cancellation);
            if (files.Names.Count == before && !derived && rows.Operation is IInvocationOperation helper)
                CollectReads(helper, rows.Frame, files, cancellation);
            return;
        }

        if (rows.Operation is IInvocationOperation call && call.TargetMethod.DeclaringSyntaxReferences.IsEmpty)
        {
            if (call.Instance is { } instance)
                CollectFiles(rows.With(instance).Unwrapped, files, ref derived, depth + 1, cancellation);
            else if (call.Arguments.Length > 0 && call.TargetMethod.IsExtensionMethod)
                foreach (var part in call.Arguments.Take(call.TargetMethod.Name is "Concat" or "Union" ? 2 : 1))
                    CollectFiles(rows.With(part.Value).Unwrapped, files, ref derived, depth + 1, cancellation);
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
        if (!listsFolder && !IsNamedByCaller(read))
            files.At ??= read.Operation;
    }

    /// <summary>A helper that is given the path reads what its caller chose: that is where the dataset is named.</summary>
    private static bool IsNamedByCaller(Expression read) => read.Frame is { Method: var helper } && FileReads.Path(read.Operation)!.DescendantsAndSelf()
        .Any(part => part is IParameterReferenceOperation { Parameter.ContainingSymbol: var given } && SymbolEqualityComparer.Default.Equals(given, helper));

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

    /// <summary>Files that rows in memory were read from.</summary>
    private sealed class FilesRead
    {
        public List<ResolvedText> Names { get; } = [];

        /// <summary>The first call that reads one and names it; null when they are only listed, or named by who calls.</summary>
        public IOperation? At { get; set; }
    }
}

/// <summary>Where the rows of a load come from.</summary>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="Sources">The files, databases or folders; one entry for each.</param>
internal sealed record LoadOrigin(LoadKind Kind, IReadOnlyList<ResolvedText> Sources)
{
    public bool HasRows { get; init; } = true;

    public bool IsOfManyFiles { get; init; }

    public IReadOnlyList<string>? SelectedColumns { get; init; }

    public IOperation? ReadAt { get; init; }

    public RowCopies Copies { get; init; } = RowCopies.None;

    /// <summary>The calls of loaders that rows in memory come from.</summary>
    public IReadOnlyList<Expression> Loads { get; init; } = [];

    /// <summary>The load that a call makes of it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="container">The member it stands in.</param>
    /// <param name="schema">The columns that it declares.</param>
    /// <param name="ofObjects">Whether it is given rows that are objects already.</param>
    /// <param name="part">The part of a divided dataset that it asks for; null when it asks for none.</param>
    /// <param name="takenFrom">What the calls of loaders load.</param>
    public DatasetLoad LoadedBy(IOperation call, ISymbol container, RowSchema schema, bool ofObjects, string? part = null, IReadOnlyList<DatasetLoad>? takenFrom = null) => new()
    {
        Call = call,
        Container = container,
        OutermostType = Containers.Outermost(container),
        Schema = schema,
        Kind = Kind,
        Sources = Sources,
        IsOfManyFiles = IsOfManyFiles,
        HasRows = HasRows,
        IsOfObjects = ofObjects,
        SelectedColumns = SelectedColumns,
        ReadAt = ReadAt,
        Copies = Copies,
        TakenFrom = takenFrom ?? [],
        Part = part,
    };
}
