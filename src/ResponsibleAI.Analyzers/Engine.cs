using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Fairness;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Lineage;
using ResponsibleAI.Analyzers.Observation;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Analyzers.Policies;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers;

/// <summary>The analysis of one compilation: collects places of interest per outermost type, reads them when the type ends, joins the rest at the end.</summary>
internal sealed class Engine
{
    private readonly ApiCatalog _catalog;
    private readonly PolicyInForce _policy;
    private readonly Severities _severities;
    private readonly RuleContext _context;
    private readonly LoadReader _loads;
    private readonly DataReader _data;
    private readonly TrainingReader _trainings;
    private readonly CallsOfInterest _calls;
    private readonly OwnLearners _ownLearners;
    private readonly MarkedChecks _marked;
    private readonly FairnessReview _fairness;
    private readonly LoadReview _loadReview;

    /// <summary>Whether an object whose making is a fairness check can be made here at all.</summary>
    private readonly bool _makesChecks;
    private readonly IAnalysisObserver? _observer;
    private readonly Evidence _evidence = new();
    private int _mayTrain;

    /// <summary>Where RAI1007 spoke: a call that embeds training data is told of once.</summary>
    private readonly HashSet<Location> _left = [];
    private readonly ConcurrentDictionary<INamedTypeSymbol, CallsInType> _places = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxNode, TrainingCall> _trained = new();
    private readonly CodeReader _code;
    private readonly Definitions _definitions;
    private readonly PersonalReferences _personal;
    private readonly DownloadReader _downloadReader;
    private readonly ConcurrentDictionary<INamedTypeSymbol, ConcurrentBag<(ICallRule Rule, IInvocationOperation Call, ISymbol Container)>> _watched = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentBag<(IInvocationOperation Call, ISymbol Container)> _downloads = [];
    private readonly ConcurrentBag<(IInvocationOperation Call, ISymbol Container)> _unpackings = [];
    private readonly ConcurrentBag<(IInvocationOperation Call, ISymbol Container)> _publicDatasets = [];
    private readonly ConcurrentBag<EmbeddingCall> _embedded = [];
    private readonly EmbeddingPosts _embeddingPosts;
    private int _loadsModel;

    public Engine(
        Compilation compilation, PolicyInForce policy, string? projectPurpose, IAnalysisObserver? observer = null, IReadOnlyList<Compilation>? referring = null, CancellationToken cancellation = default)
    {
        _policy = policy;
        _catalog = new ApiCatalog(compilation, policy.Snapshot.Libraries);
        _severities = new Severities(policy.Snapshot, compilation);
        _code = new CodeReader(compilation, referring);
        _ownLearners = new OwnLearners(_catalog, _code);
        var definitions = _definitions = new Definitions(_code);
        var lists = new Lists(definitions);
        var texts = new TextResolver(definitions);
        var schemas = new RowSchemas(texts, lists);
        var names = new ColumnNames(definitions, texts, lists);
        var pipelines = new PipelineReader(_catalog, definitions);
        var origins = new LoadOrigins(_catalog, definitions, texts, lists);
        _loads = new LoadReader(_catalog, definitions, origins, schemas);
        _data = new DataReader(_catalog, definitions, pipelines, _loads, new UnboundLoads(_catalog, definitions, origins, schemas));
        _trainings = new TrainingReader(_catalog, definitions, pipelines, _data, names, schemas, new ValueTraining(_catalog, definitions, _loads, schemas, texts));
        _marked = new MarkedChecks(compilation);
        _downloadReader = new DownloadReader(texts, definitions);
        _embeddingPosts = new EmbeddingPosts(definitions, texts);
        _calls = new CallsOfInterest(_catalog, _marked, cancellation);
        _context = new RuleContext(policy.Snapshot, new CardIndex(policy.Snapshot.Cards), new DeclaredPurposes(policy.Snapshot, projectPurpose), new PersonalDataClassifier(policy.Snapshot, compilation));
        _personal = new PersonalReferences(_context, _code);
        _loadReview = new LoadReview(_catalog, new ScoringReader(_catalog, definitions, pipelines, _data), _context, observer);
        var keys = new ModelKeys(_context.Purposes);
        var join = new ModelJoin(
            new ModelOrigins(_catalog, definitions), new CheckReader(_catalog, definitions, pipelines, _data, names, schemas), new EvaluationReader(_catalog, definitions, _loads),
            texts, _context, _trained, keys, evaluatesAll: observer is not null);
        _fairness = new FairnessReview(_catalog, definitions, join, keys, _marked, _context, _trained, observer);
        _makesChecks = _catalog.TypesMadeAs(ApiRole.FairnessEvaluator).Any();
        _observer = observer;
        observer?.Starts(compilation, _context);
    }

    /// <summary>Whether any type is to be looked at.</summary>
    public bool MayFindCalls(Compilation compilation, CancellationToken cancellation) => _calls.MayStandIn(compilation, cancellation);

    /// <summary>Once for each named type; a nested type's places belong to the outermost one.</summary>
    public void StartType(SymbolStartAnalysisContext context)
    {
        var outermost = Containers.Outermost(context.Symbol);
        if (!_calls.MayStandIn(outermost, context.CancellationToken))
            return;
        context.RegisterOperationAction(operation => Collect((IInvocationOperation)operation.Operation, operation.ContainingSymbol, outermost, operation.CancellationToken), OperationKind.Invocation);
        if (_makesChecks)
            context.RegisterOperationAction(operation => CollectMade((IObjectCreationOperation)operation.Operation, operation.ContainingSymbol), OperationKind.ObjectCreation);
        context.RegisterOperationAction(operation => CollectInvalid(operation.Operation, operation.ContainingSymbol, outermost, operation.CancellationToken), OperationKind.Invalid);
        if (SymbolEqualityComparer.Default.Equals(outermost, context.Symbol))
            context.RegisterSymbolEndAction(end => EndType(outermost, end));
    }

    public void EndCompilation(CompilationAnalysisContext context)
    {
        var reporter = new Reporter(_severities, _evidence, context.ReportDiagnostic, atCompilationEnd: true, context.CancellationToken);
        _loadReview.EndCompilation(_trained.IsEmpty && Volatile.Read(ref _mayTrain) == 0 && Volatile.Read(ref _loadsModel) != 0, reporter, context.CancellationToken);
        _fairness.EndCompilation(reporter, _evidence, context.CancellationToken);
        if (!_trained.IsEmpty || _observer is not null)
        {
            var downloads = _downloadReader.Read(InOrder(_downloads), InOrder(_unpackings), context.CancellationToken);
            foreach (var download in downloads)
                _observer?.Downloads(download);
            if (!_trained.IsEmpty)
                CheckTrainingData(downloads, reporter, context.CancellationToken);
        }

        foreach (var embedding in _embedded.Concat(_embeddingPosts.In(context.Compilation, context.CancellationToken)).InSourceOrder(static embedding => embedding.Call).SelectMany(embedding => embedding.WithWrappers(_code, context.CancellationToken)))
        {
            var rows = EmbeddedRow.Of(embedding, _code, context.CancellationToken);
            foreach (var row in rows)
                _observer?.Embeds(row);
            RAI1007EmbeddedDataStays.Check(embedding, rows, _context, finding => { if (_left.Add(finding.Location)) reporter.Report(finding); });
        }

        foreach (var (path, message, stale) in _policy.Problems)
            reporter.ReportPolicy(path, message, stale);
        context.ReportDiagnostic(_evidence.Diagnostic(_policy));
    }

    private void Collect(IInvocationOperation call, ISymbol container, INamedTypeSymbol outermost, CancellationToken cancellation)
    {
        if (RAI2005DownloadHasSource.IsDatasetOfTorch(call.TargetMethod))
            _publicDatasets.Add((call, Containers.Member(container)));
        if (!_calls.MayBe(call.TargetMethod))
            return;

        Watch(call, container, outermost);
        var member = _catalog.Member(call.TargetMethod);
        if (member?.Role == ApiRole.FairnessEvaluator || _marked.IsMarked(call.TargetMethod))
            _fairness.Checks(call, member?.Role == ApiRole.FairnessEvaluator ? member : null, Containers.Member(container));
        member ??= _ownLearners.Training(call, cancellation) ?? TuningUploads.Training(call, _definitions, cancellation);
        if (member is null)
        {
            if (EmbedderNames.IsContract(call.TargetMethod, _code, cancellation))
                Embeds(call, call.TargetMethod.Name, [.. call.Arguments.Select(static argument => argument.Value)], container);
            return;
        }

        switch (member.Role)
        {
            case ApiRole.TrainingCall or ApiRole.DatasetLoader or ApiRole.RowSource or ApiRole.Evaluator:
                _places.GetOrAdd(outermost, static _ => new CallsInType()).Add(call, member, Containers.Member(container));
                if (member.Role == ApiRole.Evaluator)
                    _fairness.Evaluates(call, member, Containers.Member(container));
                break;
            case ApiRole.Saver or ApiRole.Exporter or ApiRole.Server:
                _fairness.Saves(call, member, Containers.Member(container));
                break;
            case ApiRole.Scorer:
            case ApiRole.Composition when call.TargetMethod.Name == "Transform":
                _loadReview.Scores(call, member);
                break;
            case ApiRole.Embedder when ApiCatalog.Argument(call, member, "values") is { } embedded:
                Embeds(call, call.TargetMethod.Name, [embedded], container);
                break;
            case ApiRole.ModelSource:
            case ApiRole.Transform when call.TargetMethod.Name == "ApplyOnnxModel":
                Volatile.Write(ref _loadsModel, 1);
                break;
        }
    }

    private void Embeds(IOperation call, string name, IReadOnlyList<IOperation> given, ISymbol container)
    {
        _observer?.Watches(RuleCatalog.TrainingDataStays, call, container);
        _embedded.Add(new EmbeddingCall(call, name, given, Containers.Member(container)));
    }

    private void CollectMade(IObjectCreationOperation creation, ISymbol container)
    {
        if (creation.Constructor is { } constructor && _catalog.Member(constructor) is { Role: ApiRole.FairnessEvaluator } member)
            _fairness.Checks(creation, member, Containers.Member(container));
    }

    private void Watch(IInvocationOperation call, ISymbol container, INamedTypeSymbol outermost)
    {
        foreach (var rule in RuleCatalog.CallRules)
            if (rule.Concerns(call.TargetMethod))
            {
                _observer?.Watches(rule.Id, call, container);
                _watched.GetOrAdd(outermost, static _ => []).Add((rule, call, Containers.Member(container)));
            }

        if (DownloadReader.Concerns(call.TargetMethod))
            _downloads.Add((call, Containers.Member(container)));
        else if (DownloadReader.Unpacks(call.TargetMethod))
            _unpackings.Add((call, Containers.Member(container)));
    }

    /// <summary>What code does with calls that no library of the catalog has; each place is told of once.</summary>
    private void CheckCalls(INamedTypeSymbol type, Reporter reporter, CancellationToken cancellation)
    {
        if (!_watched.TryRemove(type, out var calls))
            return;
        var said = new HashSet<(string, Location)>();
        foreach (var (rule, call, container) in calls.InSourceOrder(static watched => watched.Call))
            rule.Check(call, container, _personal, finding => { if (said.Add((finding.Rule, finding.Location))) reporter.Report(finding); }, cancellation);
    }

    /// <summary>What the whole project does with the data it trains on.</summary>
    private void CheckTrainingData(IReadOnlyList<Download> downloads, Reporter reporter, CancellationToken cancellation)
    {
        var trainings = _trained.Values.InSourceOrder(static training => training.Call).ToList();
        RAI1006LoadedDataIsUsed.Check(trainings, new MemberUses(_code), _context, reporter.Report, cancellation);

        var loads = trainings.Where(static training => training.IsCertain).SelectMany(static training => training.Data).Where(static load => load.Kind != LoadKind.Passed).ToList();
        var rows = new TrainingRows(_catalog, _definitions, _data, loads);
        foreach (var leaving in new LeavingCalls(_code).Of(loads, cancellation))
            RAI1007TrainingDataStays.Check(leaving, rows, _context, finding => { if (_left.Add(finding.Location)) reporter.Report(finding); }, cancellation);
        RAI2005DownloadHasSource.Check(InOrder(_publicDatasets), _context, reporter.Report);
        RAI2005DownloadHasSource.Check(downloads, loads, _context, reporter.Report);
    }

    private static List<(IInvocationOperation Call, ISymbol Container)> InOrder(IEnumerable<(IInvocationOperation Call, ISymbol Container)> calls) =>
        [.. calls.InSourceOrder(static place => place.Call)];

    /// <summary>While a call does not compile, its name and the data views it is given still tell that something may be trained on them.</summary>
    private void CollectInvalid(IOperation operation, ISymbol container, INamedTypeSymbol outermost, CancellationToken cancellation)
    {
        if (operation.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: var name } called } })
            return;
        if (name == "Save" && UnboundCall.Meant(operation, _catalog, cancellation) is { Role: ApiRole.Saver } saver)
            _fairness.Saves(operation, saver, Containers.Member(container));
        if (name is "UpsertAsync" or "UpsertBatchAsync" && UnboundCall.IntoCollection(operation, _definitions, cancellation) is { } kept)
            Embeds(operation, name, [kept], container);
        else if (EmbedderNames.OfUnbound(operation, name, _code, cancellation) is { Arguments: { Count: > 0 } texts })
            Embeds(operation, name, texts, container);
        if (name == UnboundCall.OldSave)
            _fairness.Saves(operation, UnboundCall.OldSaver, Containers.Member(container));
        var isOld = UnboundCall.IsOldTraining(called);
        if (!isOld && !_catalog.IsNameOfTrainingCall(name))
            return;
        if ((_catalog.DataView is not null && (isOld || name == "Fit" || name.StartsWith("CrossValidate", StringComparison.Ordinal))) || operation.ChildOperations.Any(child => _catalog.IsDataView(Expression.Unwrap(child).Type))
            || (UnboundCall.Meant(operation, _catalog, cancellation) is { Role: ApiRole.TrainingCall } meant && ValueTraining.IsGivenValues(meant)))
            _places.GetOrAdd(outermost, static _ => new CallsInType()).AddUnbound(operation, Containers.Member(container));
    }

    private void EndType(INamedTypeSymbol type, SymbolAnalysisContext context)
    {
        var reporter = new Reporter(_severities, _evidence, context.ReportDiagnostic, atCompilationEnd: false, context.CancellationToken);
        CheckCalls(type, reporter, context.CancellationToken);
        if (!_places.TryRemove(type, out var places))
            return;

        var uses = new LoadUses();
        var allInSight = true;
        var trains = false;
        var byHand = new List<DatasetLoad>();
        var trainings = new List<TrainingCall>();
        var companions = new Companions();
        foreach (var (call, member, container) in places.Sorted(static call => call.TargetMethod.Name == "Fit" ? 0 : 1))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (member.Role == ApiRole.TrainingCall)
            {
                if (_trainings.Read(call, member, container, context.CancellationToken) is not { } training)
                {
                    _observer?.FitsTransformsOnly(call);
                    continue;
                }

                if (OwnLearners.IsOwn(member) && training.Data.All(static load => load.Sources.Count == 0))
                    continue; // numbers that the program makes, as a game does of its own state

                Trained(training);
            }
            else if (member.Role == ApiRole.Evaluator && ApiCatalog.Argument(call, member, "data") is { } data)
            {
                foreach (var origin in _data.Read(new Expression(data, null), context.CancellationToken))
                    if (origin.Load is { } load)
                        _loadReview.Uses(load, origin.IsPart ? LoadRoles.Test | LoadRoles.Divided : LoadRoles.Test, uses);
            }
        }

        foreach (var (call, container) in places.Unbound)
        {
            if (UnboundCall.Of(call, _code, context.CancellationToken) is { } unbound && _trainings.Read(unbound, call, container, context.CancellationToken) is { } training)
            {
                Volatile.Write(ref _mayTrain, 1);
                Trained(training);
            }
        }

        foreach (var load in byHand)
        {
            _evidence.SawLoad();
            if (!_loadReview.WasSaid(load, type))
                _loadReview.Check(new LoadInUse(load, "train"), reporter);
        }

        foreach (var (call, member, container) in places.Sorted(ByRole))
        {
            if (member.Role is not (ApiRole.DatasetLoader or ApiRole.RowSource))
                continue;
            var load = _loads.Read(new Expression(call, null), call.TargetMethod, member, container, context.CancellationToken);
            _observer?.Loads(load);
            if (load.Kind is LoadKind.SchemaOnly or LoadKind.Derived)
                continue;
            _evidence.SawLoad();
            var role = LoadUses.Word(uses.Of(call.Syntax));
            if (role == "unknown" && (!trains || allInSight))
                _loadReview.Waits(load);
            else if (!_loadReview.WasSaid(load, type) && !(companions.IsOtherHalf(load, role) && _context.Cards.CardOf(load) is null))
                _loadReview.Check(new LoadInUse(companions.LeftOutOf(load), role), reporter);
        }

        if (trainings.Count > 0)
            _fairness.EndType(type, trainings, reporter, context.CancellationToken);

        void Trained(TrainingCall training)
        {
            _observer?.Trains(training);
            trains = true;
            trainings.Add(training);
            companions.Add(training);
            _trained[training.Call.Syntax] = training;
            foreach (var model in training.Models)
                _trained.AddOrUpdate(model.Syntax, training, (_, before) => before.Data.Count > 0 ? before : training); // of several losses the one on loaded rows
            _evidence.Saw(training);
            foreach (var load in training.Validation)
                _loadReview.Uses(load, LoadRoles.Validation, uses);
            foreach (var load in training.Data)
            {
                if (load.Kind == LoadKind.Passed)
                    continue;
                _loadReview.Uses(load, training.Divided.Contains(load) ? LoadRoles.Train | LoadRoles.Divided : LoadRoles.Train, uses);
                if (load.Call is not IInvocationOperation loader || _catalog.Member(loader.TargetMethod) is not { Role: ApiRole.DatasetLoader or ApiRole.RowSource })
                    byHand.Add(load);
            }

            allInSight &= !training.NotSeen.Any(static reason => reason.StartsWith("the training data", StringComparison.Ordinal));
            foreach (var rule in RuleCatalog.TrainingRules)
                rule.Check(training, _context, reporter.Report);
        }

        int ByRole(IInvocationOperation call) => LoadUses.Word(uses.Of(call.Syntax)) switch { "train" => 0, "unknown" => 2, _ => 1 };
    }
}
