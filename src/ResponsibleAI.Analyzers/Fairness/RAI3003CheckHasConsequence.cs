using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>The result of a fairness check decides something: a gate, a throw, a branch, an exit code, evidence. Shown and forgotten, the model goes out whatever it says.</summary>
internal static class RAI3003CheckHasConsequence
{
    public static void Check(FairnessCheck check, ReviewedModel model, ModelSave save, Consequence consequence, Action<CodeFinding> report)
    {
        if (consequence.Nothing(check.Call) is not { } nothing)
            return;
        report(new CodeFinding
        {
            Rule = RuleCatalog.CheckHasConsequence,
            Kind = FindingKind.Violation,
            Message = $"The result of '{check.Name}' {nothing} and decides nothing; the model of {model.Trainer} is {save.Kind} whatever it says",
            Location = check.Location,
            Hops = [save.Location, model.Training.Location],
            Container = check.Container,
            Subject = $"{check.Name}:{model.Trainer}",
            Facts = [("trainer", model.Trainer), ("sink", save.Kind), ("check", check.Name)],
        });
    }
}
