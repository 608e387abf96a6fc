using ResponsibleAI.Analyzers.Findings;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>A model about people is evaluated on rows it was not trained on. Beside a measurement on held-out rows, one on the training rows is a comparison; and what cannot be followed is no finding.</summary>
internal static class RAI3005ModelIsEvaluatedOnHeldOutRows
{
    public static void Check(ReviewedModel model, Action<CodeFinding> report)
    {
        if (model.IsCrossValidated || model.Evaluations.Count == 0 || model.Evaluations.Exists(static evaluation => evaluation.OnTrainingRows != true))
            return;

        var evaluation = model.Evaluations[0];
        var rows = evaluation.Rows is { } file ? $" of '{file.Substring(file.LastIndexOfAny(['/', '\\']) + 1)}'" : "";
        report(new CodeFinding
        {
            Rule = RuleCatalog.ModelIsEvaluatedOnHeldOutRows,
            Kind = FindingKind.Violation,
            Message = $"'{Places.NameOf(evaluation.Call)}' measures the model of {model.Trainer} on rows{rows} that it was trained on; it is trained {model.Decides.Why}, and nothing says how it treats people it has not seen",
            Location = Places.Of(evaluation.Call),
            Hops = [model.Training.Location, .. model.Training.Data.Select(static load => load.Location)],
            Container = evaluation.Container,
            Subject = $"{Places.NameOf(evaluation.Call)}:{model.Trainer}",
            Facts = [("trainer", model.Trainer), ("rows", evaluation.Rows)],
        });
    }
}
