using ResponsibleAI.Analyzers;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Cli.Analysis;

namespace ResponsibleAI.Cli.Explaining;

/// <summary>Why a rule that could speak about a place does not.</summary>
internal sealed class SilentRules(AnalyzedProject project)
{
    /// <summary>About a training call.</summary>
    public IEnumerable<string> At(TrainingCall training, RuleContext context)
    {
        if (Spoke(RuleCatalog.PersonalDataNeedsPurpose, training.Location))
            yield break;
        var flow = PersonalFlow.Of(training, context);
        var purposes = context.Purposes.For(training.Container);
        yield return Silent(
            RuleCatalog.PersonalDataNeedsPurpose,
            IsOff(RuleCatalog.PersonalDataNeedsPurpose, context) ? "the policy turns it off"
            : purposes.Count > 0 ? $"the purpose {string.Join(", ", purposes.Select(static purpose => $"'{purpose.Id}'"))} is declared"
            : !training.IsCertain ? "no trainer is in sight"
            : flow.Columns.Count == 0 && flow.AboutPeople is null ? "no column that reaches the trainer is known to be personal"
            : "the same columns reach the same trainer at another place of this type, which is reported once");
    }

    /// <summary>About a dataset load.</summary>
    public IEnumerable<string> At(DatasetLoad load, string role, RuleContext context)
    {
        if (Spoke(RuleCatalog.DatasetHasCard, load.Location) || Spoke(RuleCatalog.DatasetCanBeSeen, load.Location))
            yield break;
        yield return Silent(
            RuleCatalog.DatasetHasCard,
            IsOff(RuleCatalog.DatasetHasCard, context) ? "the policy turns it off"
            : load.Kind == LoadKind.SchemaOnly ? "it gives columns and no rows, or rows written out in code"
            : load.Kind == LoadKind.Derived ? "its rows come from another load"
            : context.Cards.CardOf(load) is { } card ? $"data card '{card.Id}' covers it"
            : role == "unknown" && project.Facts.Trainings.Count == 0 ? "nothing is trained in this project"
            : role == "unknown" ? "no training call or evaluation uses these rows"
            : "the same dataset is reported once for this type");
    }

    /// <summary>About a model that is saved.</summary>
    public IEnumerable<string> At(IReadOnlyList<TrainingCall> trainings, bool? isChecked, RuleContext context)
    {
        if (project.Diagnostics.Any(diagnostic => diagnostic.Id == RuleCatalog.ModelIsCheckedForFairness && trainings.Any(training => diagnostic.AdditionalLocations.Contains(training.Location))))
            yield break;
        var people = trainings.Select(training => PersonalFlow.Of(training, context).AboutPeople).FirstOrDefault(static why => why is not null);
        var harmless = trainings.SelectMany(training => context.Purposes.For(training.Container)).FirstOrDefault(static purpose => purpose.Entry?.DecidesAboutPeople == false);
        yield return Silent(
            RuleCatalog.ModelIsCheckedForFairness,
            IsOff(RuleCatalog.ModelIsCheckedForFairness, context) ? "the policy turns it off"
            : isChecked == true ? "the model is checked for fairness"
            : trainings.Count == 0 ? "no training call of this model is in sight"
            : harmless is not null ? $"purpose '{harmless.Id}' decides nothing about people"
            : people is null ? "the rows it is trained on are not known to be about people"
            : "no trainer is in sight");
    }

    /// <summary>About a column that reaches no trainer.</summary>
    public IEnumerable<string> OfColumn(IReadOnlyList<DatasetLoad> loads)
    {
        if (loads.Count == 0)
        {
            yield return "no load in this project brings such rows, so nothing is reported about it";
            yield break;
        }

        var unseen = project.Facts.Trainings.Where(training => training.NotSeen.Count > 0).SelectMany(static training => training.NotSeen).Distinct().Order(StringComparer.Ordinal).ToList();
        yield return unseen.Count == 0 ? "it reaches no trainer" : $"it is not seen to reach a trainer, but not everything was in sight: {string.Join("; ", unseen)}";
    }

    private static string Silent(string rule, string why) => $"{rule} says nothing here: {why}";

    private bool Spoke(string rule, Microsoft.CodeAnalysis.Location at) => project.Diagnostics.Any(diagnostic => diagnostic.Id == rule && diagnostic.Location.SourceTree == at.SourceTree && diagnostic.Location.SourceSpan == at.SourceSpan);

    private static bool IsOff(string rule, RuleContext context) => context.Policy.Rules.Any(setting => setting.Id == rule && setting.Severity == "none");
}
