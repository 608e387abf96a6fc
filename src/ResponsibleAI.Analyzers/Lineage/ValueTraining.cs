using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads a training call that is given values instead of a data view: tensors, arrays, the id of an uploaded file.</summary>
internal sealed class ValueTraining(ApiCatalog catalog, Definitions definitions, LoadReader loads, RowSchemas schemas, TextResolver texts)
{
    private readonly FileWrites _writes = new(definitions.Code, texts);

    /// <summary>Whether a language model is tuned: with a client of the service, or by a post.</summary>
    private static bool IsTuning(IOperation call, ApiMember member) => TuningUploads.IsOne(member) || (call is IInvocationOperation { TargetMethod: var method } && Namespaces.RootOf(method.ContainingType) is "OpenAI" or "Azure" or "Betalgo" or "OpenAI_API");

    /// <summary>Whether the catalog says that the call is given values.</summary>
    public static bool IsGivenValues(ApiMember member)
    {
        foreach (var parameter in member.Parameters)
            if (parameter.Meaning == "values")
                return true;
        return false;
    }

    /// <summary>The training call; null when what it is given comes from nothing that can be seen, since a loss alone says nothing of data.</summary>
    /// <remarks>A call that does not bind is one, too, when only what it is given does not.</remarks>
    public TrainingCall? Read(IOperation call, ApiMember member, ISymbol container, CancellationToken cancellation)
    {
        var notSeen = new SortedSet<string>(StringComparer.Ordinal);
        var data = new List<DatasetLoad>();
        var trained = new List<TrainedColumn>();
        var models = new List<IOperation>();
        var flows = new List<(ValueFlow Flow, ColumnRole Role)>();
        foreach (var (meaning, role) in (ReadOnlySpan<(string, ColumnRole)>)[("values", ColumnRole.Feature), ("labels", ColumnRole.Label)])
        {
            if (Given(call, member, meaning, cancellation) is not { } given)
                continue;
            var flow = new ValueFlow(catalog, definitions, cancellation);
            if (OwnLearners.IsOwn(member) && given == (call as IInvocationOperation)?.Instance)
                flow.FromHolder(new Expression(given, null).Unwrapped);
            flow.From(new Expression(given, null));
            flows.Add((flow, role));
            models.AddRange(flow.Models);
            notSeen.UnionWith(flow.NotSeen);
        }

        // Columns that are asked for by name of a table whose load the catalog does not know: together they are what can be seen of its rows.
        var asked = flows.Where(static read => read.Flow.Loads.Count == 0).SelectMany(static read => read.Flow.Columns).Select(static column => column.Name).Distinct(StringComparer.Ordinal)
            .Select(static name => new LoadedColumn(name, null, null, null)).ToList();
        var table = asked.Count == 0 ? RowSchema.Unknown("the columns are not declared in code") : new RowSchema(null, asked, "other columns are not asked for by name");
        foreach (var (flow, role) in flows)
            if (!ReadWritten(flow, role))
                Read(flow, role);

        if (data.Count == 0)
            notSeen.Add("the training data: nothing that feeds it is in sight");
        var trainer = TuningUploads.IsOne(member) ? TuningUploads.Trained : TrainerName(call, models, cancellation);
        if (Given(call, member, "model", cancellation) is { } model)
        {
            var network = new ValueFlow(catalog, definitions, cancellation);
            network.FromModel(new Expression(model, null).Unwrapped);
            trainer = network.Models.FirstOrDefault(static made => made is IObjectCreationOperation)?.Type?.Name ?? trainer;
            models.AddRange(network.Models);
        }

        return new TrainingCall
        {
            Call = call,
            Container = container,
            OutermostType = Containers.Outermost(container),
            Trainers = [trainer],
            Models = models,
            Data = data,
            Validation = Validation(call, member, cancellation),
            Columns = trained,
            NotSeen = [.. notSeen],
        };

        // A file for fine-tuning that the program writes itself is made of its rows: these are the dataset.
        bool ReadWritten(ValueFlow flow, ColumnRole role)
        {
            if (!IsTuning(call, member))
                return false;
            var written = new ValueFlow(catalog, definitions, cancellation);
            foreach (var path in flow.Files.Select(static file => file.With(FileReads.Path(file.Operation)!))
                .Concat(flow.Loads.Select(load => load.Operation is IInvocationOperation { TargetMethod: var loader } && catalog.Member(loader) is { } api && ApiCatalog.Argument(load.Operation, api, "path") is { Type.SpecialType: SpecialType.System_String } named ? load.With(named) : null).OfType<Expression>()))
                foreach (var source in texts.Resolve(path, cancellation))
                    foreach (var content in _writes.Into(source, cancellation))
                        written.From(content);
            if (written.Tables.Count == 0 && written.Queries.Count == 0)
                return false;
            Read(written, role);
            return true;
        }

        void Read(ValueFlow flow, ColumnRole role)
        {
            var sources = new List<ResolvedText>();
            foreach (var file in flow.Files)
                foreach (var source in texts.Resolve(file.With(FileReads.Path(file.Operation)!), cancellation))
                    if (!sources.Contains(source))
                        sources.Add(source);

            var kind = sources.Count > 0 ? LoadKind.File : LoadKind.Memory;
            var origin = flow.Files.Count > 0 ? flow.Files[0].Operation : call;
            if (sources.Count == 0 && flow.StoredAt is { } stored)
            {
                origin = stored;
                kind = LoadKind.Database;
                foreach (var name in flow.Queries.Count > 0 ? flow.Queries.SelectMany(static query => SqlText.Tables(query) is { Count: > 0 } named ? named : [SqlText.Source(query)]) : flow.Tables)
                    sources.Add(ResolvedText.Literal(name));
            }

            foreach (var rows in flow.Rows.GroupBy(static read => read.RowType, (IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default))
            {
                var load = Load(origin, schemas.Of(rows.Key), sources, kind);
                foreach (var read in rows)
                    if (load.Schema.Columns.FirstOrDefault(column => SymbolEqualityComparer.Default.Equals(column.Member, read.Member)) is { } column)
                        Take(column, load, role, read.At);
            }

            if (flow.Rows.Count == 0 && flow.Loads.Count == 0 && (sources.Count > 0 || flow.Columns.Count > 0))
            {
                var load = Load(origin, table, sources, kind);
                foreach (var (name, asking) in flow.Columns)
                    if (table.Column(name) is { } column)
                        Take(column, load, role, asking);
            }

            foreach (var load in flow.Loads.SelectMany(call => loads.Called(call, cancellation)))
            {
                if (!data.Any(other => other.Call.Syntax == load.Call.Syntax))
                    data.Add(load);
                foreach (var (name, at) in flow.Columns)
                    Take(load.Schema.Column(name) ?? new LoadedColumn(name, null, null, null), load, role, at);
            }
        }

        DatasetLoad Load(IOperation at, RowSchema schema, IReadOnlyList<ResolvedText> sources, LoadKind kind)
        {
            if (data.Find(known => known.Call == at && SymbolEqualityComparer.Default.Equals(known.Schema.RowType, schema.RowType)) is { } known)
                return known;
            var home = Containers.Of(at, cancellation) ?? container;
            var load = new DatasetLoad { Call = at, Container = home, OutermostType = Containers.Outermost(home), Schema = schema, Kind = kind, Sources = sources, IsOfObjects = kind == LoadKind.Database };
            data.Add(load);
            return load;
        }

        void Take(LoadedColumn column, DatasetLoad load, ColumnRole role, IOperation at)
        {
            if (!trained.Any(known => known.Column.Name == column.Name && known.Load == load))
                trained.Add(new TrainedColumn(column, load, role, [new Hop(NameOf(call), at)]));
        }
    }

    /// <summary>The uploaded file that a fine-tuning job validates with.</summary>
    private List<DatasetLoad> Validation(IOperation call, ApiMember member, CancellationToken cancellation)
    {
        if (ApiCatalog.Argument(call, member, "options") is not { } options || OptionsReader.Value(new Expression(options, null).Unwrapped, "ValidationFile", definitions, cancellation) is not { } file)
            return [];
        var flow = new ValueFlow(catalog, definitions, cancellation);
        flow.From(file);
        return [.. flow.Loads.SelectMany(load => loads.Called(load, cancellation))];
    }

    /// <summary>The model's own type when it is in sight, else the receiver's.</summary>
    private string TrainerName(IOperation call, List<IOperation> models, CancellationToken cancellation)
    {
        foreach (var model in models)
            if (model.Type is { DeclaringSyntaxReferences.IsEmpty: false } own)
                return own.Name;
        return models.Count > 0 ? "a neural network" : call is IInvocationOperation bound ? (bound.Instance is { } receiver ? Expression.Unwrap(receiver).Type : null)?.Name ?? bound.TargetMethod.ContainingType.Name
            : UnboundCall.Of(call, definitions.Code, cancellation)?.Receiver?.Type is INamedTypeSymbol { TypeKind: not TypeKind.Error } owner ? owner.Name : NameOf(call);
    }

    private static string NameOf(IOperation call) => call is IInvocationOperation bound ? bound.TargetMethod.Name
        : call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } ? name : "a call that does not compile";

    private IOperation? Given(IOperation call, ApiMember member, string meaning, CancellationToken cancellation) =>
        call is IInvalidOperation ? UnboundCall.Argument(call, meaning, catalog, definitions.Code, cancellation) : ApiCatalog.Argument(call, member, meaning);
}
