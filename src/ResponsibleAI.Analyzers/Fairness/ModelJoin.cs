using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Lineage;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>Joins what code trains, saves, checks and evaluates, model by model.</summary>
/// <param name="models">Leads a saved model to its training.</param>
/// <param name="checks">Reads checks.</param>
/// <param name="evaluations">Reads evaluations.</param>
/// <param name="texts">Reads paths of files.</param>
/// <param name="context">What the policy says.</param>
/// <param name="trained">Training calls by their syntax.</param>
/// <param name="keys">Which of them train one model.</param>
/// <param name="evaluatesAll">Whether evaluations are asked for where no model decides about people.</param>
internal sealed class ModelJoin(
    ModelOrigins models, CheckReader checks, EvaluationReader evaluations, TextResolver texts, RuleContext context,
    IReadOnlyDictionary<SyntaxNode, TrainingCall> trained, ModelKeys keys, bool evaluatesAll)
{
    /// <param name="saves">Calls that save, export or serve.</param>
    /// <param name="checked_">Calls that check for fairness.</param>
    /// <param name="measured">Calls that evaluate.</param>
    /// <param name="trainings">The training calls to join with.</param>
    /// <param name="trains">Whether a call is one of these.</param>
    /// <param name="cancellation">Ends the walk.</param>
    public JoinedModels Of(
        IReadOnlyList<CallAboutModel> saves, IReadOnlyList<CallAboutModel> checked_, IReadOnlyList<CallAboutModel> measured,
        IEnumerable<TrainingCall> trainings, Func<SyntaxNode, bool> trains, CancellationToken cancellation)
    {
        var byKey = Deciding(trainings);
        var joined = new JoinedModels([.. byKey.Values], new ModelFiles(texts, cancellation));
        foreach (var call in saves.OrderBy(static call => ModelSave.RankOf(call.SaveKind)))
            JoinSave(call);
        foreach (var call in checked_)
            JoinCheck(call);
        if (byKey.Count > 0 || evaluatesAll)
            foreach (var call in CallsAboutModels.InOrder(measured.Concat(checked_.Where(static check => check.Member?.Parameters.Any(static parameter => parameter.Meaning == "data") == true))))
                JoinEvaluation(call);
        return joined;

        void JoinSave(CallAboutModel call)
        {
            if (call.Save(models, cancellation) is not { } save)
                return;
            joined.Saves.Add(save);
            if (ApiCatalog.Argument(call.Call, call.Member!, "path") is { } path)
                joined.Files.Saved(path, save.Trainings.Select(static training => training.Syntax));
            foreach (var model in ModelsOf(save.Trainings.Select(static training => training.Syntax)))
                model.Saves.Add(save);
        }

        void JoinCheck(CallAboutModel call)
        {
            if (checks.Read(call.Call, call.Member, call.Container, trains, cancellation) is not { } check)
                return;
            if (check.Trainings.Count == 0 && check.Files.SelectMany(joined.Files.Loaded).Where(trains).Distinct().ToList() is { Count: > 0 } saved)
                check = check with { Trainings = saved, Missing = null };
            joined.Checks.Add(check);
            foreach (var model in ModelsOf(check.Trainings))
                model.Checks.Add(check);
        }

        void JoinEvaluation(CallAboutModel call)
        {
            var evaluation = call.Evaluation(evaluations, trains, cancellation);
            joined.Evaluations.Add(evaluation);

            // An evaluation of nobody knows which model may be the one on held-out rows.
            foreach (var model in evaluation.Training is { } training ? ModelsOf([training]) : byKey.Values.Where(model => SymbolEqualityComparer.Default.Equals(model.Training.OutermostType, Containers.Outermost(call.Container))))
                model.Evaluations.Add(evaluation);
        }

        IEnumerable<ReviewedModel> ModelsOf(IEnumerable<SyntaxNode> calls) =>
            calls.Select(call => trained.TryGetValue(call, out var known) && byKey.TryGetValue(keys.Of(known), out var model) ? model : null).OfType<ReviewedModel>().Distinct();
    }

    /// <summary>The models that decide about people, by their key.</summary>
    private Dictionary<string, ReviewedModel> Deciding(IEnumerable<TrainingCall> trainings)
    {
        var byKey = new Dictionary<string, ReviewedModel>(StringComparer.Ordinal);
        foreach (var training in trainings.Distinct().InSourceOrder(static training => training.Call))
        {
            var key = keys.Of(training);
            if (byKey.TryGetValue(key, out var known))
                known.Trainings.Add(training);
            else if (Decides.Of(training, context) is { } decides)
                byKey.Add(key, new ReviewedModel(training, decides));
        }

        return byKey;
    }
}

/// <summary>What is in sight of models: those that decide about people with what is theirs, and all that is saved, checked and evaluated.</summary>
/// <param name="Models">In the order in which they are first trained.</param>
/// <param name="Files">Which model lies in which file.</param>
internal sealed record JoinedModels(IReadOnlyList<ReviewedModel> Models, ModelFiles Files)
{
    public List<ModelSave> Saves { get; } = [];

    public List<FairnessCheck> Checks { get; } = [];

    public List<Evaluation> Evaluations { get; } = [];
}
