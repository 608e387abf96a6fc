using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Observation;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>
/// Asks the rules about models that are saved, checked and evaluated: live when all that is done to a model stands in one outermost type,
/// and at the end of a compilation for everything. What was said live is not said again.
/// </summary>
/// <param name="catalog">Knows the calls.</param>
/// <param name="definitions">Knows where values come from.</param>
/// <param name="join">Joins calls to models.</param>
/// <param name="keys">Which training calls train one model.</param>
/// <param name="marked">Knows the methods marked [FairnessCheck].</param>
/// <param name="context">What the policy says.</param>
/// <param name="trained">Training calls by their syntax.</param>
/// <param name="observer">Hears of saves; null when nobody does.</param>
internal sealed class FairnessReview(
    ApiCatalog catalog, Definitions definitions, ModelJoin join, ModelKeys keys, MarkedChecks marked, RuleContext context,
    IReadOnlyDictionary<SyntaxNode, TrainingCall> trained, IAnalysisObserver? observer)
{
    private static readonly string[] s_marks = ["FairnessCheck", "FairnessCheckAttribute"];

    private readonly CallsAboutModels _checks = new();
    private readonly CallsAboutModels _evaluations = new();
    private readonly CallsAboutModels _saves = new();
    private readonly ConcurrentDictionary<string, byte> _saved = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Said, Said> _said = new();

    /// <summary>A call of a fairness evaluator or the making of one, or a call of a method marked [FairnessCheck] when the catalog has no entry for it.</summary>
    public void Checks(IOperation call, ApiMember? member, ISymbol container) => _checks.Add(new CallAboutModel(call, member, container));

    public void Evaluates(IInvocationOperation call, ApiMember member, ISymbol container)
    {
        if (EvaluationReader.Measures(call.TargetMethod))
            _evaluations.Add(new CallAboutModel(call, member, container));
    }

    /// <summary>A call that saves, exports or serves, also one that does not bind.</summary>
    public void Saves(IOperation call, ApiMember member, ISymbol container) => _saves.Add(new CallAboutModel(call, member, container));

    /// <summary>Says what is certain from one outermost type alone.</summary>
    public void EndType(INamedTypeSymbol type, IReadOnlyList<TrainingCall> trainings, Reporter reporter, CancellationToken cancellation)
    {
        var (saves, checked_, measured) = (_saves.In(type), _checks.In(type), _evaluations.In(type));
        if (saves.Count + checked_.Count + measured.Count == 0 || !trainings.Any(training => Decides.Of(training, context) is not null))
            return;
        if (!IsAllIn(type, ApiRole.FairnessEvaluator, cancellation) || marked.ComeFromElsewhere || s_marks.Any(mark => definitions.Code.Mentions(mark, cancellation)))
            return;

        var here = new HashSet<SyntaxNode>(trainings.Select(static training => training.Call.Syntax));
        var review = join.Of(saves, checked_, measured, trainings, here.Contains, cancellation);
        if (review.Checks.All(static check => check.Missing is null))
            Say(review, reporter, IsAllIn(type, ApiRole.Evaluator, cancellation), cancellation);
    }

    /// <summary>Says the rest. Tells how many models are saved, exported or served.</summary>
    public void EndCompilation(Reporter reporter, Evidence evidence, CancellationToken cancellation)
    {
        var review = join.Of(_saves.All, _checks.All, _evaluations.All, trained.Values, trained.ContainsKey, cancellation);
        foreach (var save in review.Saves)
        {
            evidence.SawSave();
            var trainings = save.Trainings.Where(training => trained.ContainsKey(training.Syntax)).Select(training => trained[training.Syntax]).ToList();
            observer?.Saves(save, trainings, Answer(trainings, review.Checks));
            if (trainings.Count == 0 && save.Missing is not null && save.Kind == "served" && !IsFileOf(save, review.Files, cancellation))
                RAI3001ModelIsCheckedForFairness.CheckUntrained(save, context, reporter.Report);
        }

        if (observer is not null)
            Tell(review, observer, cancellation);

        foreach (var pool in trained.Count == 0 ? _saves.All : [])
            if (pool.Member!.RowType is not null)
                RAI3001ModelIsCheckedForFairness.CheckUntrained(new ModelSave(pool.Call, pool.Container, Containers.Outermost(pool.Container), "served", [], "the model is a file"), context, reporter.Report);
        Say(review, reporter, true, cancellation);
    }

    /// <summary>Whether what is served is read from a file that the project itself writes a model to.</summary>
    private bool IsFileOf(ModelSave served, ModelFiles files, CancellationToken cancellation) =>
        served.Call is IInvocationOperation call && catalog.Member(call.TargetMethod) is { } member && ApiCatalog.Argument(call, member, "model") is { } model
        && new ModelTrail(catalog, definitions, trained.ContainsKey, cancellation).From(new Expression(model, null)).Files.SelectMany(files.Loaded).Any();

    private void Tell(JoinedModels review, IAnalysisObserver listener, CancellationToken cancellation)
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

    /// <summary>Whether no other type calls something of that role, by name.</summary>
    private bool IsAllIn(INamedTypeSymbol type, string role, CancellationToken cancellation)
    {
        foreach (var name in catalog.NamesOf(role))
            foreach (var call in definitions.Code.CallsNamed(name, cancellation))
                if (!type.DeclaringSyntaxReferences.Any(part => part.SyntaxTree == call.SyntaxTree && part.Span.Contains(call.Span)))
                    return false;
        return !catalog.TypesMadeAs(role).Any(made => definitions.Code.MentionsOutside(type, made, cancellation));
    }

    private void Say(JoinedModels review, Reporter reporter, bool evaluationsToo, CancellationToken cancellation)
    {
        var saved = new Dictionary<ModelSave, List<ReviewedModel>>();
        foreach (var model in review.Models)
            foreach (var save in model.Saves)
                if (saved.TryGetValue(save, out var models))
                    models.Add(model);
                else
                    saved.Add(save, [model]);

        foreach (var save in review.Saves.Where(saved.ContainsKey).OrderBy(static save => ModelSave.RankOf(save.Kind)).ThenBy(save => saved[save].Exists(model => SymbolEqualityComparer.Default.Equals(model.Training.OutermostType, save.OutermostType)) ? 0 : 1))
        {
            // A model that is saved and served is one model: it is told of where it is saved, in the type that trains it before others.
            var first = saved[save].FindAll(model => _saved.TryAdd($"{model.Training.OutermostType.ToDisplayString()}\n{keys.Of(model.Training)}", 0));
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
            var said = new Said(finding.Rule, finding.Location, finding.Subject);
            if (_said.TryAdd(said, said))
                reporter.Report(finding);
        }
    }

    /// <summary>Whether the model of these trainings is checked; null when that is not in sight.</summary>
    private bool? Answer(List<TrainingCall> trainings, List<FairnessCheck> all)
    {
        var checkedKeys = new HashSet<string>(all.SelectMany(static check => check.Trainings).Where(trained.ContainsKey).Select(training => keys.Of(trained[training])), StringComparer.Ordinal);
        if (trainings.Count > 0 && trainings.TrueForAll(training => checkedKeys.Contains(keys.Of(training))))
            return true;
        return all.Exists(static check => check.Missing is not null) ? null : false;
    }

    private sealed record Said(string Rule, Location Place, string Subject);
}
