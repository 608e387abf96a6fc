using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads a training call that is given values instead of a data view: tensors, arrays, the id of an uploaded file.</summary>
internal sealed class ValueTraining(ApiCatalog catalog, Definitions definitions, LoadReader loads, RowSchemas schemas, TextResolver texts)
{
    /// <summary>How many locals a path goes through from a parameter to the call that reads it.</summary>
    private const int DeepestPath = 3;

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
            var places = Places(flow, cancellation);
            var (origin, sources) = places.Count > 0 ? places[0] : (call, []);
            var kind = sources.Count > 0 ? LoadKind.File : LoadKind.Memory;
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

            if (flow.Rows.Count > 0 || flow.Loads.Count == 0)
                foreach (var (at, files) in places.Skip(1))
                    Load(at, RowSchema.Unknown("the columns are not declared in code"), files, LoadKind.File);
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

    /// <summary>The files that the values are read from, by where the program says which. A list of words says how to read the others, and is left out beside them.</summary>
    private List<(IOperation At, List<ResolvedText> Files)> Places(ValueFlow flow, CancellationToken cancellation)
    {
        var places = new List<(IOperation At, List<ResolvedText> Files)>();
        foreach (var file in flow.Files)
        {
            var at = NamedAt(file);
            var place = places.FindIndex(known => known.At == at);
            if (place < 0)
            {
                place = places.Count;
                places.Add((at, []));
            }

            foreach (var source in texts.Resolve(file.With(FileReads.Path(file.Operation)!), cancellation))
                if (!places.Exists(known => known.Files.Contains(source)))
                    places[place].Files.Add(source);
        }

        var read = places.Where(static place => place.Files.Count > 0).Select(static place => (place.At, Files: LoadOrigins.WithoutUnfinished(place.Files))).ToList();
        return read.FindAll(static place => !place.Files.TrueForAll(IsOfWords)) is { Count: > 0 } others ? others : read;
    }

    private static bool IsOfWords(ResolvedText file) => file.FileName is { } name && IdentifierWords.Split(name).Any(static word => word is "stopword" or "stopwords" or "vocab" or "vocabulary");

    /// <summary>Where the program says which file is read: a helper that is given the path reads what its caller chose.</summary>
    private static IOperation NamedAt(Expression read)
    {
        var at = read.Operation;
        var path = FileReads.Path(at)!;
        for (var frame = read.Frame; frame is { Method: var helper } && GivenIn(path, helper, 0) is { } parameter && frame.Argument(parameter) is { } chosen; frame = frame.Caller)
            (at, path) = (frame.Call, chosen.Operation);
        return at;
    }

    /// <summary>The parameter of the method that a path is made of, at once or over locals; null when it is made of none.</summary>
    private static IParameterSymbol? GivenIn(IOperation path, ISymbol method, int depth)
    {
        foreach (var part in path.DescendantsAndSelf())
        {
            var given = part switch
            {
                IParameterReferenceOperation { Parameter: { Type.SpecialType: SpecialType.System_String } parameter } when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method) => parameter,
                ILocalReferenceOperation local when depth < DeepestPath => BodyIndex.Of(local).Writes(local.Local).Select(write => GivenIn(write.Value, method, depth + 1)).FirstOrDefault(static known => known is not null),
                _ => null,
            };
            if (given is not null)
                return given;
        }

        return null;
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
