using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Lineage;
using ResponsibleAI.Analyzers.Observation;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>
/// Joins what code trains, checks, evaluates and saves, model by model, and asks the rules about it: live when all of it stands in one outermost type,
/// and at the end of a compilation for everything. What was said live is not said again.
/// </summary>
/// <param name="catalog">Knows the calls.</param>
/// <param name="definitions">Knows where values come from.</param>
/// <param name="texts">Reads paths of files.</param>
/// <param name="models">Leads a saved model to its training.</param>
/// <param name="checks">Reads checks.</param>
/// <param name="evaluations">Reads evaluations.</param>
/// <param name="marked">Knows the methods marked [FairnessCheck].</param>
/// <param name="context">What the policy says.</param>
/// <param name="trained">Training calls by their syntax.</param>
/// <param name="keyOf">Two training calls of one key train one model.</param>
/// <param name="observer">Hears of saves; null when nobody does.</param>
internal sealed class FairnessReview(
    ApiCatalog catalog, Definitions definitions, TextResolver texts, ModelOrigins models, CheckReader checks, EvaluationReader evaluations, MarkedChecks marked, RuleContext context,
    IReadOnlyDictionary<SyntaxNode, TrainingCall> trained, Func<TrainingCall, string> keyOf, IAnalysisObserver? observer)
{
    private static readonly string[] s_marks = ["FairnessCheck", "FairnessCheckAttribute"];

    private readonly CallsByType _checks = new();
    private readonly CallsByType _evaluations = new();
    private readonly CallsByType _saves = new();
    private readonly ConcurrentDictionary<string, byte> _saved = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string, Location, string), byte> _said = new();
    private readonly ConcurrentDictionary<TrainingCall, string> _keys = new();

    /// <summary>A call of a fairness evaluator or the making of one, or a call of a method marked [FairnessCheck] when the catalog has no entry for it.</summary>
    public void Checks(IOperation call, ApiMember? member, ISymbol container) => _checks.Add(new CalledMember(call, member, container));

    public void Evaluates(IInvocationOperation call, ApiMember member, ISymbol container)
    {
        if (EvaluationReader.Measures(call.TargetMethod))
            _evaluations.Add(new CalledMember(call, member, container));
    }

    /// <summary>A call that saves, exports or serves, also one that does not bind.</summary>
    public void Saves(IOperation call, ApiMember member, ISymbol container) => _saves.Add(new CalledMember(call, member, container));

    /// <summary>Says what is certain from one outermost type alone.</summary>
    public void EndType(INamedTypeSymbol type, IReadOnlyList<TrainingCall> trainings, Reporter reporter, CancellationToken cancellation)
    {
        var (saves, checked_, measured) = (_saves.In(type), _checks.In(type), _evaluations.In(type));
        if (saves.Count + checked_.Count + measured.Count == 0 || !trainings.Any(training => Decides.Of(training, context) is not null))
            return;
        if (!IsAllIn(type, ApiRole.FairnessEvaluator, cancellation) || marked.ComeFromElsewhere || s_marks.Any(mark => definitions.Code.Mentions(mark, cancellation)))
            return;

        var here = new HashSet<SyntaxNode>(trainings.Select(static training => training.Call.Syntax));
        var review = Read(saves, checked_, measured, trainings, here.Contains, cancellation);
        if (review.Checks.All(static check => check.Missing is null))
            Say(review, reporter, IsAllIn(type, ApiRole.Evaluator, cancellation), cancellation);
    }

    /// <summary>Says the rest. Tells how many models are saved, exported or served.</summary>
    public void EndCompilation(Reporter reporter, Evidence evidence, CancellationToken cancellation)
    {
        var review = Read(_saves.All, _checks.All, _evaluations.All, trained.Values, trained.ContainsKey, cancellation);
        foreach (var save in review.Saves)
        {
            evidence.SawSave();
            var trainings = save.Trainings.Where(training => trained.ContainsKey(training.Syntax)).Select(training => trained[training.Syntax]).ToList();
            observer?.Saves(save, trainings, Answer(trainings, review.Checks));
            if (trainings.Count == 0 && save.Missing is not null && save.Kind == "served" && !IsFileOf(save, review.Files!, cancellation))
                RAI3001ModelIsCheckedForFairness.CheckUntrained(save, context, reporter.Report);
        }

        if (observer is not null)
            Tell(review, observer, cancellation);

        foreach (var pool in InOrder(_saves.All.Where(static save => save.Member!.RowType is not null)))
            if (trained.Count == 0)
                RAI3001ModelIsCheckedForFairness.CheckUntrained(new ModelSave(pool.Call, pool.Container, Containers.Outermost(pool.Container), "served", [], "the model is a file"), context, reporter.Report);
        Say(review, reporter, true, cancellation);
    }

    private string KeyOf(TrainingCall training) => _keys.TryGetValue(training, out var known) ? known : _keys.GetOrAdd(training, keyOf(training));

    /// <summary>Whether what is served is read from a file that the project itself writes a model to.</summary>
    private bool IsFileOf(ModelSave served, ModelFiles files, CancellationToken cancellation) =>
        served.Call is IInvocationOperation call && catalog.Member(call.TargetMethod) is { } member && ApiCatalog.Argument(call, member, "model") is { } model
        && new ModelTrail(catalog, definitions, trained.ContainsKey, cancellation).From(new Expression(model, null)).Files.SelectMany(files.Loaded).Any();

    private void Tell(Reviewed review, IAnalysisObserver listener, CancellationToken cancellation)
    {
        foreach (var model in review.Models)
            listener.Reviews(model);
        foreach (var check in review.Checks)
        {
            var consequence = new Consequence(definitions.Code, cancellation);
            consequence.Nothing(check.Call);
            listener.Checks(check, [.. check.Trainings.Where(trained.ContainsKey).Select(training => trained[training])], check.Call is IInvocationOperation { TargetMethod.ReturnsVoid: true } ? check.Call : consequence.Decision);
        }

        foreach (var evaluation in review.Evaluations)
            listener.Evaluates(evaluation, evaluation.Training is { } training && trained.TryGetValue(training, out var known) ? known : null);
    }

    private static string KindOf(ApiMember member) => member.Role switch { ApiRole.Saver => "saved", ApiRole.Exporter => "exported", _ => "served" };

    private static int Rank(string kind) => kind switch { "saved" => 0, "exported" => 1, _ => 2 };

    /// <summary>Whether no other type calls something of that role, by name.</summary>
    private bool IsAllIn(INamedTypeSymbol type, string role, CancellationToken cancellation)
    {
        foreach (var name in catalog.NamesOf(role))
            foreach (var call in definitions.Code.CallsNamed(name, cancellation))
                if (!type.DeclaringSyntaxReferences.Any(part => part.SyntaxTree == call.SyntaxTree && part.Span.Contains(call.Span)))
                    return false;
        return !catalog.TypesMadeAs(role).Any(made => definitions.Code.MentionsOutside(type, made, cancellation));
    }

    private Reviewed Read(
        IEnumerable<CalledMember> saves, IEnumerable<CalledMember> called, IEnumerable<CalledMember> measured, IEnumerable<TrainingCall> trainings, Func<SyntaxNode, bool> trains, CancellationToken cancellation)
    {
        var reviewed = new Reviewed();
        var files = reviewed.Files = new ModelFiles(texts, cancellation);
        var byKey = new Dictionary<string, ReviewedModel>(StringComparer.Ordinal);
        foreach (var training in trainings.Distinct().OrderBy(static training => training.Call, SourceOrder.Instance))
        {
            var key = KeyOf(training);
            if (byKey.TryGetValue(key, out var known))
                known.Trainings.Add(training);
            else if (Decides.Of(training, context) is { } decides)
                byKey.Add(key, new ReviewedModel(training, decides));
        }

        foreach (var save in InOrder(saves).OrderBy(static save => Rank(KindOf(save.Member!))))
        {
            if (save.Model(models, cancellation) is not { } read)
                continue;
            reviewed.Saves.Add(read);
            if (ApiCatalog.Argument(save.Call, save.Member!, "path") is { } path)
                files.Saved(path, read.Trainings.Select(static training => training.Syntax));
            foreach (var saved in ModelsOf(read.Trainings.Select(static training => training.Syntax)))
                saved.Saves.Add(read);
        }

        foreach (var check in InOrder(called))
        {
            if (checks.Read(check.Call, check.Member, check.Container, trains, cancellation) is not { } read)
                continue;
            if (read.Trainings.Count == 0 && read.Files.SelectMany(files.Loaded).Where(trains).Distinct().ToList() is { Count: > 0 } saved)
                read = read with { Trainings = saved, Missing = null };
            reviewed.Checks.Add(read);
            foreach (var model in ModelsOf(read.Trainings))
                model.Checks.Add(read);
        }

        reviewed.Models = [.. byKey.Values];
        if (byKey.Count == 0 && observer is null)
            return reviewed;
        foreach (var call in InOrder(measured.Concat(called.Where(static check => check.Member?.Parameters.Any(static parameter => parameter.Meaning == "data") == true))))
        {
            var read = call.Evaluation(evaluations, trains, cancellation);
            reviewed.Evaluations.Add(read);

            // An evaluation of nobody knows which model may be the one on held-out rows.
            foreach (var model in read.Training is { } training ? ModelsOf([training]) : byKey.Values.Where(model => SymbolEqualityComparer.Default.Equals(model.Training.OutermostType, Containers.Outermost(call.Container))))
                model.Evaluations.Add(read);
        }

        return reviewed;

        IEnumerable<ReviewedModel> ModelsOf(IEnumerable<SyntaxNode> trainings) =>
            trainings.Select(training => trained.TryGetValue(training, out var known) && byKey.TryGetValue(KeyOf(known), out var model) ? model : null).OfType<ReviewedModel>().Distinct();
    }

    private void Say(Reviewed review, Reporter reporter, bool evaluationsToo, CancellationToken cancellation)
    {
        foreach (var save in review.Saves.OrderBy(static save => Rank(save.Kind)).ThenBy(save => review.Models.Exists(model => model.Saves.Contains(save) && SymbolEqualityComparer.Default.Equals(model.Training.OutermostType, save.OutermostType)) ? 0 : 1))
        {
            // A model that is saved and served is one model: it is told of where it is saved, in the type that trains it before others.
            var first = review.Models.Where(model => model.Saves.Contains(save) && _saved.TryAdd($"{model.Training.OutermostType.ToDisplayString()}\n{KeyOf(model.Training)}", 0)).ToList();
            if (first.Count > 0)
                RAI3001ModelIsCheckedForFairness.Check(first.Find(static model => model.Checks.Count == 0) ?? first[0], save, review.Checks, context, Report);
        }

        foreach (var model in review.Models)
        {
            RAI3002CheckCoversProtectedAttributes.Check(model, review.Checks, context, Report);
            if (evaluationsToo)
                RAI3005ModelIsEvaluatedOnHeldOutRows.Check(model, Report);
        }

        foreach (var check in review.Checks)
        {
            var model = review.Models.FirstOrDefault(model => model.Saves.Count > 0 && model.Checks.Contains(check))
                ?? (check.Trainings.Count == 0 ? review.Models.FirstOrDefault(model => model.Saves.Count > 0 && SymbolEqualityComparer.Default.Equals(model.Training.OutermostType, Containers.Outermost(check.Container))) : null);
            if (model is not null)
                RAI3003CheckHasConsequence.Check(check, model, model.Saves[0], new Consequence(definitions.Code, cancellation), Report);
        }

        void Report(CodeFinding finding)
        {
            if (_said.TryAdd((finding.Rule, finding.Location, finding.Subject), 0))
                reporter.Report(finding);
        }
    }

    /// <summary>Whether the model of these trainings is checked; null when that is not in sight.</summary>
    private bool? Answer(List<TrainingCall> trainings, List<FairnessCheck> all)
    {
        var keys = new HashSet<string>(all.SelectMany(static check => check.Trainings).Where(trained.ContainsKey).Select(training => KeyOf(trained[training])), StringComparer.Ordinal);
        if (trainings.Count > 0 && trainings.TrueForAll(training => keys.Contains(KeyOf(training))))
            return true;
        return all.Exists(static check => check.Missing is not null) ? null : false;
    }

    private static IOrderedEnumerable<CalledMember> InOrder(IEnumerable<CalledMember> calls) => calls.OrderBy(static called => called.Call, SourceOrder.Instance);

    /// <summary>Calls by the outermost type that they stand in, so that the end of a type asks for its own alone.</summary>
    private sealed class CallsByType
    {
        private readonly ConcurrentDictionary<INamedTypeSymbol, ConcurrentBag<CalledMember>> _calls = new(SymbolEqualityComparer.Default);

        public IReadOnlyList<CalledMember> All => [.. _calls.Values.SelectMany(static calls => calls)];

        public IReadOnlyList<CalledMember> In(INamedTypeSymbol type) => _calls.TryGetValue(type, out var calls) ? [.. calls] : [];

        public void Add(CalledMember call) => _calls.GetOrAdd(Containers.Outermost(call.Container), static _ => []).Add(call);
    }

    /// <summary>A call, and what was read of it: the end of a compilation does not read again what the end of a type could see.</summary>
    private sealed class CalledMember(IOperation call, ApiMember? member, ISymbol container)
    {
        private ModelSave? _model;
        private Evaluation? _evaluation;

        public IOperation Call { get; } = call;

        public ApiMember? Member { get; } = member;

        public ISymbol Container { get; } = container;

        public ModelSave? Model(ModelOrigins models, CancellationToken cancellation) => _model ??= models.Of(Call, Member!, KindOf(Member!), Container, cancellation);

        /// <summary>What trains may be known later; a training that is found stays found.</summary>
        public Evaluation Evaluation(EvaluationReader evaluations, Func<SyntaxNode, bool> trains, CancellationToken cancellation)
        {
            if (_evaluation is not { Training: not null })
                _evaluation = evaluations.Read(Call, Member!, Container, trains, cancellation);
            return _evaluation;
        }
    }

    private sealed class Reviewed
    {
        public List<ModelSave> Saves { get; } = [];

        public List<FairnessCheck> Checks { get; } = [];

        public ModelFiles? Files { get; set; }

        public List<Evaluation> Evaluations { get; } = [];

        public List<ReviewedModel> Models { get; set; } = [];
    }
}
