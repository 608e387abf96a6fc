using Microsoft.CodeAnalysis;
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

    public DatasetLoad Read(Expression call, IMethodSymbol method, ApiMember member, ISymbol container, CancellationToken cancellation)
    {
        var schema = SchemaOf(call, method, member, cancellation);
        var (kind, sources) = SourcesOf(call, member, cancellation);
        return new DatasetLoad
        {
            Call = call.Operation,
            Container = container,
            OutermostType = Containers.Outermost(container),
            Schema = schema,
            Kind = kind,
            Sources = sources,
        };
    }

    private RowSchema SchemaOf(Expression call, IMethodSymbol method, ApiMember member, CancellationToken cancellation)
    {
        if (ApiCatalog.RowType(method, member) is { } rowType)
            return schemas.Of(rowType);
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

    private (LoadKind Kind, IReadOnlyList<ResolvedText> Sources) SourcesOf(Expression call, ApiMember member, CancellationToken cancellation)
    {
        if (ApiCatalog.Argument(call.Operation, member, "rows") is { } rows)
            return OfRows(call.With(rows).Unwrapped, cancellation);
        if (ApiCatalog.Argument(call.Operation, member, "path") is not { } path)
            return (LoadKind.File, [ResolvedText.Unknown("the call names no file")]);

        var list = lists.Elements(call.With(path), cancellation);
        var sources = new List<ResolvedText>();
        var kind = LoadKind.File;
        foreach (var source in list.Elements.Count > 0 ? list.Elements : [call.With(path).Unwrapped])
        {
            if (Created(source, cancellation) is { Operation: IObjectCreationOperation { Type.Name: "DatabaseSource" } database } at)
            {
                kind = LoadKind.Database;
                sources.Add(RowSchemas.Named(database, "commandText", "CommandText") is { } sql
                    ? texts.ResolveOne(at.With(sql), cancellation).Map(SqlText.Source, "the query")
                    : ResolvedText.Unknown("the query"));
                continue;
            }

            if (Created(source, cancellation) is { Operation: IObjectCreationOperation { Type.Name: "MultiFileSource", Arguments: [var files] } } many)
            {
                foreach (var file in lists.Elements(many.With(files.Value), cancellation).Elements)
                    sources.AddRange(texts.Resolve(file, cancellation));
                continue;
            }

            sources.AddRange(texts.Resolve(source, cancellation));
        }

        if (sources.Count == 0)
            sources.Add(ResolvedText.Unknown("no path in sight"));
        return (kind, sources);
    }

    /// <summary>Rows in memory: nothing, rows written out, or a list that was filled from a file.</summary>
    private (LoadKind Kind, IReadOnlyList<ResolvedText> Sources) OfRows(Expression rows, CancellationToken cancellation)
    {
        var elements = lists.Elements(rows, cancellation);
        if (elements.Missing is null && elements.Elements.All(static element => element.Operation is IObjectCreationOperation or IAnonymousObjectCreationOperation))
        {
            var filled = elements.Elements.Any(static element => Containers.IsInLoop(element.Operation));
            if (!filled)
                return (LoadKind.SchemaOnly, []);
        }

        var files = new List<ResolvedText>();
        var derived = false;
        CollectFiles(rows, files, ref derived, 0, cancellation);
        if (derived && files.Count == 0)
            return (LoadKind.Derived, []);
        return (LoadKind.Memory, files.Count > 0 ? files : [ResolvedText.Unknown("the rows come from memory")]);
    }

    /// <summary>Files that an expression reads, looking through calls on collections and helper methods.</summary>
    private void CollectFiles(Expression rows, List<ResolvedText> files, ref bool derived, int depth, CancellationToken cancellation)
    {
        if (depth > DeepestSource || files.Count > 8)
            return;
        if (rows.Operation is IInvocationOperation { TargetMethod: { Name: "CreateEnumerable" } method } && catalog.Member(method) is { Role: ApiRole.Split })
        {
            derived = true;
            return;
        }

        if (FileReads.Path(rows.Operation) is { } path)
        {
            if (path.Type?.SpecialType == SpecialType.System_String)
                files.AddRange(texts.Resolve(rows.With(path), cancellation));
            else
                CollectFiles(rows.With(path).Unwrapped, files, ref derived, depth + 1, cancellation);
            return;
        }

        if (definitions.Of(rows, cancellation) is { } definition)
        {
            foreach (var value in definition.Values)
                CollectFiles(value, files, ref derived, depth + 1, cancellation);
            if (files.Count == 0 && !derived && rows.Operation is IInvocationOperation helper)
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
    private void CollectReads(IInvocationOperation helper, Frame? frame, List<ResolvedText> files, CancellationToken cancellation)
    {
        var inside = new Frame(helper.TargetMethod, helper, frame);
        foreach (var body in definitions.Code.Bodies(helper.TargetMethod, cancellation))
            foreach (var operation in body.Descendants())
                if (FileReads.Path(operation) is { Type.SpecialType: SpecialType.System_String } path && files.Count < 8)
                    files.AddRange(texts.Resolve(new Expression(path, inside), cancellation));
    }

    private Expression? Created(Expression source, CancellationToken cancellation)
    {
        for (var depth = 0; depth < DeepestSource; depth++)
        {
            if (source.Operation is IObjectCreationOperation)
                return source;
            if (definitions.Of(source, cancellation) is not { Values: [var only], Missing: null })
                return null;
            source = only;
        }

        return null;
    }
}
