using System.Collections.Concurrent;
using System.Globalization;
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
    private readonly ModelOrigins _models;
    private readonly FairnessChecks _checks;
    private readonly IAnalysisObserver? _observer;
    private readonly Evidence _evidence = new();
    private int _mayTrain;
    private readonly ConcurrentDictionary<INamedTypeSymbol, Places> _places = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxNode, TrainingCall> _trained = new();
    private readonly CodeReader _code;
    private readonly Definitions _definitions;
    private readonly PersonalReferences _personal;
    private readonly RAI2005DownloadHasSource _downloadHasSource;
    private readonly ConcurrentDictionary<INamedTypeSymbol, ConcurrentBag<(ICallRule Rule, IInvocationOperation Call, ISymbol Container)>> _watched = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentBag<(IInvocationOperation Call, ISymbol Container, string Sink)> _leaving = [];
    private readonly ConcurrentBag<(IInvocationOperation Call, ISymbol Container)> _downloads = [];
    private readonly ConcurrentBag<(DatasetLoad Load, string Role)> _waiting = [];
    private readonly ConcurrentBag<(IInvocationOperation Call, string Kind, Snapshot.ApiMember Member, ISymbol Container)> _saves = [];

    public Engine(Compilation compilation, PolicyInForce policy, string? projectPurpose, IAnalysisObserver? observer = null)
    {
        _policy = policy;
        _catalog = new ApiCatalog(compilation, policy.Snapshot.Libraries);
        _severities = new Severities(policy.Snapshot, compilation);
        _code = new CodeReader(compilation);
        var definitions = _definitions = new Definitions(_code);
        var lists = new Lists(definitions);
        var texts = new TextResolver(definitions);
        var schemas = new RowSchemas(texts, lists);
        var names = new ColumnNames(definitions, texts, lists);
        var pipelines = new PipelineReader(_catalog, definitions);
        _loads = new LoadReader(_catalog, definitions, texts, lists, schemas);
        _data = new DataReader(_catalog, definitions, pipelines, _loads);
        _trainings = new TrainingReader(_catalog, definitions, pipelines, _data, names, schemas, new ValueTraining(_catalog, definitions, _loads, schemas, texts));
        _models = new ModelOrigins(_catalog, definitions);
        _checks = new FairnessChecks(compilation);
        _downloadHasSource = new RAI2005DownloadHasSource(texts);
        _context = new RuleContext(policy.Snapshot, new CardIndex(policy.Snapshot.Cards), new DeclaredPurposes(policy.Snapshot, projectPurpose), new PersonalDataClassifier(policy.Snapshot, compilation));
        _personal = new PersonalReferences(_context, _code);
        _observer = observer;
        observer?.Starts(compilation, _context);
    }

    /// <summary>Once for each named type; a nested type's places belong to the outermost one.</summary>
    public void StartType(SymbolStartAnalysisContext context)
    {
        var outermost = Containers.Outermost(context.Symbol);
        context.RegisterOperationAction(operation => Collect((IInvocationOperation)operation.Operation, operation.ContainingSymbol, outermost), OperationKind.Invocation);
        context.RegisterOperationAction(operation => CollectInvalid(operation.Operation, operation.ContainingSymbol, outermost), OperationKind.Invalid);
        if (SymbolEqualityComparer.Default.Equals(outermost, context.Symbol))
            context.RegisterSymbolEndAction(end => EndType(outermost, end));
    }

    public void EndCompilation(CompilationAnalysisContext context)
    {
        var reporter = new Reporter(_severities, _evidence, context.ReportDiagnostic, atCompilationEnd: true, context.CancellationToken);
        if (!_trained.IsEmpty || Volatile.Read(ref _mayTrain) != 0)
        {
            foreach (var (load, role) in _waiting.OrderBy(static waiting => waiting.Load.Call.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static waiting => waiting.Load.Call.Syntax.SpanStart))
                Check(new LoadInUse(load, role), reporter);
            var models = new HashSet<string>(StringComparer.Ordinal);
            foreach (var save in _saves
                .OrderBy(static save => save.Kind switch { "saved" => 0, "exported" => 1, _ => 2 })
                .ThenBy(static save => save.Call.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal)
                .ThenBy(static save => save.Call.Syntax.SpanStart))
                Check(save.Call, save.Kind, save.Member, save.Container, models, reporter, context.CancellationToken);
        }

        if (!_trained.IsEmpty)
            CheckTrainingData(reporter, context.CancellationToken);
        foreach (var (path, message, stale) in _policy.Problems)
            reporter.ReportPolicy(path, message, stale);
        context.ReportDiagnostic(_evidence.Diagnostic(_policy));
    }

    private void Collect(IInvocationOperation call, ISymbol container, INamedTypeSymbol outermost)
    {
        if (_checks.IsMarked(call.TargetMethod))
            _checks.Seen();
        Watch(call, container, outermost);
        if (_catalog.Member(call.TargetMethod) is not { } member)
            return;

        switch (member.Role)
        {
            case ApiRole.TrainingCall or ApiRole.DatasetLoader or ApiRole.RowSource or ApiRole.Evaluator:
                _places.GetOrAdd(outermost, static _ => new Places()).Add(call, member, Containers.Member(container));
                break;
            case ApiRole.Saver or ApiRole.Exporter or ApiRole.Server:
                _saves.Add((call, member.Role switch { ApiRole.Saver => "saved", ApiRole.Exporter => "exported", _ => "served" }, member, Containers.Member(container)));
                break;
            case ApiRole.FairnessEvaluator:
                _checks.Seen();
                break;
        }
    }

    private void Watch(IInvocationOperation call, ISymbol container, INamedTypeSymbol outermost)
    {
        foreach (var rule in RuleCatalog.CallRules)
            if (rule.Concerns(call.TargetMethod))
                _watched.GetOrAdd(outermost, static _ => []).Add((rule, call, Containers.Member(container)));
        if (Sinks.Of(call.TargetMethod) is { } sink)
            _leaving.Add((call, Containers.Member(container), sink));
        if (RAI2005DownloadHasSource.Concerns(call.TargetMethod))
            _downloads.Add((call, Containers.Member(container)));
    }

    /// <summary>What code does with calls that no library of the catalog has; each place is told of once.</summary>
    private void CheckCalls(INamedTypeSymbol type, Reporter reporter, CancellationToken cancellation)
    {
        if (!_watched.TryRemove(type, out var calls))
            return;
        var said = new HashSet<(string, Location)>();
        foreach (var (rule, call, container) in calls.OrderBy(static watched => watched.Call.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static watched => watched.Call.Syntax.SpanStart))
            rule.Check(call, container, _personal, finding => { if (said.Add((finding.Rule, finding.Location))) reporter.Report(finding); }, cancellation);
    }

    /// <summary>What the whole project does with the data it trains on.</summary>
    private void CheckTrainingData(Reporter reporter, CancellationToken cancellation)
    {
        var trainings = _trained.Values.OrderBy(static training => training.Call.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static training => training.Call.Syntax.SpanStart).ToList();
        RAI1006LoadedDataIsUsed.Check(trainings, new MemberUses(_code), _context, reporter.Report, cancellation);

        var loads = trainings.Where(static training => training.IsCertain).SelectMany(static training => training.Data).Where(static load => load.Kind != LoadKind.Passed).ToList();
        var rows = new TrainingRows(_catalog, _definitions, _data, loads);
        foreach (var (call, container, sink) in _leaving.OrderBy(static leaving => leaving.Call.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static leaving => leaving.Call.Syntax.SpanStart))
            RAI1007TrainingDataStays.Check(call, container, sink, rows, _context, reporter.Report, cancellation);
        foreach (var (call, container) in _downloads.OrderBy(static download => download.Call.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static download => download.Call.Syntax.SpanStart))
            _downloadHasSource.Check(call, container, loads, _context, reporter.Report, cancellation);
    }

    /// <summary>While a call does not compile, its name and the data views it is given still tell that something may be trained on them.</summary>
    private void CollectInvalid(IOperation operation, ISymbol container, INamedTypeSymbol outermost)
    {
        if (operation.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: var name } called } })
            return;
        var isOld = UnboundCall.IsOldTraining(called);
        if (!isOld && !_catalog.IsNameOfTrainingCall(name))
            return;
        if (isOld || name == "Fit" || name.StartsWith("CrossValidate", StringComparison.Ordinal) || operation.ChildOperations.Any(child => _catalog.IsDataView(Expression.Unwrap(child).Type)))
            _places.GetOrAdd(outermost, static _ => new Places()).AddUnbound(operation, Containers.Member(container));
    }

    private void EndType(INamedTypeSymbol type, SymbolAnalysisContext context)
    {
        var reporter = new Reporter(_severities, _evidence, context.ReportDiagnostic, atCompilationEnd: false, context.CancellationToken);
        CheckCalls(type, reporter, context.CancellationToken);
        if (!_places.TryRemove(type, out var places))
            return;

        var roles = new Dictionary<SyntaxNode, string>();
        var allInSight = true;
        var trains = false;
        var byHand = new List<DatasetLoad>();
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

                Trained(training);
            }
            else if (member.Role == ApiRole.Evaluator && ApiCatalog.Argument(call, member, "data") is { } data)
            {
                foreach (var origin in _data.Read(new Expression(data, null), context.CancellationToken))
                    if (origin.Load is { } load && !roles.ContainsKey(load.Call.Syntax))
                        roles[load.Call.Syntax] = "test";
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

        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (call, member, container) in places.Sorted(ByRole))
        {
            if (member.Role is not (ApiRole.DatasetLoader or ApiRole.RowSource))
                continue;
            var load = _loads.Read(new Expression(call, null), call.TargetMethod, member, container, context.CancellationToken);
            _observer?.Loads(load, roles.TryGetValue(call.Syntax, out var heard) ? heard : "unknown");
            if (load.Kind is LoadKind.SchemaOnly or LoadKind.Derived)
                continue;
            _evidence.SawLoad();
            var known = roles.TryGetValue(call.Syntax, out var role);
            if (!known && trains && allInSight)
                continue;
            if (!known && !trains)
            {
                _waiting.Add((load, "unknown"));
                continue;
            }

            if (Reported(load, reported))
                continue;
            Check(new LoadInUse(load, role ?? "unknown"), reporter);
        }

        foreach (var load in byHand)
        {
            _evidence.SawLoad();
            if (!Reported(load, reported))
                Check(new LoadInUse(load, "train"), reporter);
        }

        void Trained(TrainingCall training)
        {
            _observer?.Trains(training);
            trains = true;
            _trained[training.Call.Syntax] = training;
            foreach (var model in training.Models)
                _trained[model.Syntax] = training;
            _evidence.Saw(training);
            foreach (var load in training.Data)
            {
                if (load.Kind == LoadKind.Passed)
                    continue;
                roles[load.Call.Syntax] = "train";
                if (load.Call is not IInvocationOperation loader || _catalog.Member(loader.TargetMethod) is not { Role: ApiRole.DatasetLoader or ApiRole.RowSource })
                    byHand.Add(load);
            }

            allInSight &= !training.NotSeen.Any(static reason => reason.StartsWith("the training data", StringComparison.Ordinal));
            foreach (var rule in RuleCatalog.TrainingRules)
                rule.Check(training, _context, reporter.Report);
        }

        int ByRole(IInvocationOperation call) => roles.TryGetValue(call.Syntax, out var role) ? role == "train" ? 0 : 1 : 2;
    }

    /// <summary>The same columns into the same trainer for the same purpose is one model, also when it is fitted, validated and retrained.</summary>
    private string KeyOf(TrainingCall training) => string.Join("\n",
        string.Join("|", training.Trainers),
        string.Join("|", training.Columns.Select(static column => $"{column.Role}:{column.Column.Display}").OrderBy(static name => name, StringComparer.Ordinal)),
        string.Join("|", training.Data.Select(static load => load.Schema.RowType?.ToDisplayString() ?? load.Call.Syntax.ToString()).Distinct().OrderBy(static name => name, StringComparer.Ordinal)),
        string.Join("|", _context.Purposes.For(training.Container).Select(static purpose => purpose.Id)),
        training.IsCertain ? "" : training.Call.Syntax.SpanStart.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether every source of the load was already seen in this type, itself or as the other half of a train and test pair.</summary>
    private static bool Reported(DatasetLoad load, HashSet<string> reported)
    {
        var before = true;
        foreach (var source in load.Sources)
            before &= LoadNames.Of(load, source) is { } name && !reported.Add(FilePaths.WithoutSplit(name));
        return before && load.Sources.Count > 0;
    }

    private void Check(LoadInUse load, Reporter reporter)
    {
        foreach (var rule in RuleCatalog.LoadRules)
            rule.Check(load, _context, reporter.Report);
    }

    /// <summary>A model that is saved and served is one model: it is told of where it is saved.</summary>
    private void Check(IInvocationOperation call, string kind, Snapshot.ApiMember member, ISymbol container, HashSet<string> models, Reporter reporter, CancellationToken cancellation)
    {
        if (_models.Of(call, member, kind, container, cancellation) is not { } save)
            return;
        _evidence.SawSave();
        var trainings = new List<TrainingCall>();
        foreach (var training in save.Trainings)
            if (_trained.TryGetValue(training.Syntax, out var trained))
                trainings.Add(trained);
        _observer?.Saves(save, trainings, _checks.Any);
        trainings.RemoveAll(trained => !models.Add($"{trained.OutermostType.ToDisplayString()}\n{KeyOf(trained)}"));
        RAI3001ModelIsCheckedForFairness.Check(save, trainings, _checks, _context, reporter.Report);
    }

    /// <summary>The calls of interest in one outermost type.</summary>
    private sealed class Places
    {
        private readonly List<(IInvocationOperation Call, Snapshot.ApiMember Member, ISymbol Container)> _calls = [];
        private readonly List<(IOperation Call, ISymbol Container)> _unbound = [];

        public void Add(IInvocationOperation call, Snapshot.ApiMember member, ISymbol container)
        {
            lock (_calls)
                _calls.Add((call, member, container));
        }

        public void AddUnbound(IOperation call, ISymbol container)
        {
            lock (_calls)
                _unbound.Add((call, container));
        }

        /// <summary>Calls named like training calls that do not bind.</summary>
        public IEnumerable<(IOperation Call, ISymbol Container)> Unbound =>
            _unbound.OrderBy(static unbound => unbound.Call.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static unbound => unbound.Call.Syntax.SpanStart);

        public List<(IInvocationOperation Call, Snapshot.ApiMember Member, ISymbol Container)> Sorted(Func<IInvocationOperation, int>? first = null)
        {
            lock (_calls)
            {
                _calls.Sort((left, right) =>
                {
                    var order = first is null ? 0 : first(left.Call).CompareTo(first(right.Call));
                    if (order == 0)
                        order = string.CompareOrdinal(left.Call.Syntax.SyntaxTree.FilePath, right.Call.Syntax.SyntaxTree.FilePath);
                    return order != 0 ? order : left.Call.Syntax.SpanStart.CompareTo(right.Call.Syntax.SpanStart);
                });
                return [.. _calls];
            }
        }
    }
}
