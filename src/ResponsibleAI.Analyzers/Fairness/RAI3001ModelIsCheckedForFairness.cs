using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.PersonalData;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>A model about people is checked for fairness before it is saved, exported or served.</summary>
internal static class RAI3001ModelIsCheckedForFairness
{
    public static void Check(ModelSave save, IReadOnlyList<TrainingCall> trainings, FairnessChecks checks, RuleContext context, Action<CodeFinding> report)
    {
        if (checks.Any)
            return;

        foreach (var training in trainings)
        {
            if (!training.IsCertain)
                continue;
            var purposes = context.Purposes.For(training.Container);
            if (purposes.Any(static purpose => purpose.Entry?.DecidesAboutPeople == false))
                continue;
            var decides = purposes.FirstOrDefault(static purpose => purpose.Entry?.DecidesAboutPeople == true);
            var flow = PersonalFlow.Of(training, context);
            if (decides is null && flow.AboutPeople is null)
                continue;

            var trainer = string.Join(" or ", training.Trainers);
            var why = decides is null ? $"rows about people ({flow.AboutPeople})" : $"purpose '{decides.Id}', which decides about people";
            report(new CodeFinding
            {
                Rule = RuleCatalog.ModelIsCheckedForFairness,
                Kind = FindingKind.Gap,
                Message = $"The model of {trainer} is {save.Kind} with no fairness check in the project; it is trained {(decides is null ? "on" : "for")} {why}",
                Location = save.Location,
                Hops = [training.Location, .. training.Data.Select(static load => load.Location)],
                Container = save.Container,
                Subject = $"{save.Kind}:{trainer}",
                Facts =
                [
                    ("trainer", trainer), ("sink", save.Kind), ("purpose", decides?.Id), ("about", flow.AboutPeople),
                    ("resolution", save.Missing is null ? "known" : "partial"),
                ],
            });
            return;
        }
    }
}
