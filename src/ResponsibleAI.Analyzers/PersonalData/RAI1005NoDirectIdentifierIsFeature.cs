using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Lineage;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>What identifies a person by itself, such as a name or a customer number, is no feature: a model learns people from it, not patterns.</summary>
/// <remarks>
/// Factorization trainers take the keys of users and items as their input, and templates of faces or fingerprints are what a recognizer
/// learns from: both are what the model is for, so they are no finding here. RAI1001 and RAI1004 still speak of them.
/// </remarks>
internal sealed class RAI1005NoDirectIdentifierIsFeature : ITrainingRule
{
    private static readonly string[] s_learnsKeys = ["MatrixFactorization", "FieldAwareFactorizationMachine"];
    private static readonly string[] s_learned = ["user.biometrics", "user.authorization.biometrics"];

    public void Check(TrainingCall call, RuleContext context, Action<CodeFinding> report)
    {
        if (!call.IsCertain)
            return;
        foreach (var trained in call.Columns)
        {
            if (trained.Role != ColumnRole.Feature || context.Personal(trained.Column, trained.Load) is not { } personal || TakesKeys(trained))
                continue;
            var card = context.Cards.CardOf(trained.Load);
            var byCard = CardColumns.Of(card, trained.Column)?.Roles?.Contains("direct-identifier") == true;
            if (!byCard && (personal.HoldsNamed == false || context.Category(personal.Category) is not { DirectIdentifier: true } || IsLearned(personal.Category)))
                continue;
            var isOpen = !byCard && personal.HoldsNamed is null;
            var evidence = byCard ? $"data card '{card!.Id}', role direct-identifier" : personal.Evidence;
            report(new CodeFinding
            {
                Rule = RuleCatalog.NoDirectIdentifierIsFeature,
                Kind = isOpen ? FindingKind.NotAssessed : FindingKind.Violation,
                Message = $"'{trained.Column.Display}' ({personal.Category}, by {evidence}) {(isOpen ? "may be a number that identifies a person or only tell whether there is one, which its name does not say, and" : "identifies a person and")} flows{PersonalFlow.Through(trained)} into the features of {string.Join(" or ", call.Trainers)}",
                Location = call.Location,
                Hops = [.. trained.Hops.Select(static hop => Places.Of(hop.At))],
                Container = call.Container,
                Subject = trained.Column.Display,
                Facts =
                [
                    ("column", trained.Column.Display), ("category", personal.Category), ("layer", personal.Layer.ToString()),
                    ("features", FeatureSlot.NameOf(trained)), ("card", card?.Id),
                ],
            });
        }
    }

    private static bool TakesKeys(TrainedColumn trained) => trained.Hops.Count > 0 && s_learnsKeys.Contains(trained.Hops[trained.Hops.Count - 1].Name);

    private static bool IsLearned(string category) =>
        s_learned.Any(root => category == root || category.StartsWith(root + ".", StringComparison.Ordinal));
}
