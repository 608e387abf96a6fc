using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>A model about people is checked for fairness before it is saved, exported or served. A check of another model does not count; one whose model is not in sight leaves the question open.</summary>
internal static class RAI3001ModelIsCheckedForFairness
{
    public static void Check(ReviewedModel model, ModelSave save, IReadOnlyList<FairnessCheck> all, RuleContext context, Action<CodeFinding> report)
    {
        if (model.Checks.Count > 0)
            return;

        var open = all.FirstOrDefault(static check => check.Missing is not null);
        var trained = $"it is trained {model.Decides.Why}";
        report(new CodeFinding
        {
            Rule = RuleCatalog.ModelIsCheckedForFairness,
            Kind = open is null ? FindingKind.Gap : FindingKind.NotAssessed,
            Message = open is not null ? $"Whether '{open.Name}' checks the model of {model.Trainer}, which is {save.Kind} here, could not be seen ({open.Missing}); {trained}"
                : all.Count > 0 ? $"The model of {model.Trainer} is {save.Kind} with no fairness check of it, only of other models; {trained}"
                : $"The model of {model.Trainer} is {save.Kind} with no fairness check in the project; {trained}",
            Location = save.Location,
            Hops = [model.Training.Location, .. model.Training.Data.Select(static load => load.Location)],
            Container = save.Container,
            Subject = $"{save.Kind}:{model.Trainer}",
            Facts =
            [
                ("trainer", model.Trainer), ("sink", save.Kind), ("purpose", model.Decides.Purpose), ("about", model.Decides.About),
                ("resolution", save.Missing is null ? "known" : "partial"),
                .. CheckToInsert.Facts(model, context),
            ],
        });
    }

    /// <summary>A model that is served and was trained elsewhere, for a purpose that decides about people: whether it was checked there is not in sight.</summary>
    public static void CheckUntrained(ModelSave served, RuleContext context, Action<CodeFinding> report)
    {
        if (context.Purposes.For(served.Container).FirstOrDefault(static purpose => purpose.Entry?.DecidesAboutPeople == true) is not { } purpose)
            return;
        report(new CodeFinding
        {
            Rule = RuleCatalog.ModelIsCheckedForFairness,
            Kind = FindingKind.NotAssessed,
            Message = $"A model is {served.Kind} for purpose '{purpose.Id}', which decides about people, and is not trained in this project; whether it was checked for fairness could not be seen",
            Location = served.Location,
            Container = served.Container,
            Subject = $"{served.Kind}:{purpose.Id}",
            Facts = [("sink", served.Kind), ("purpose", purpose.Id), ("resolution", "unknown")],
        });
    }
}
