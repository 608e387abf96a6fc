using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Lineage;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Analyzers.Policies;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>A protected attribute, or a column that the data card declares to stand for one, is no feature of a model for a use area in which it is protected.</summary>
internal sealed class RAI3004NoProtectedFeature : ITrainingRule
{
    public void Check(TrainingCall call, RuleContext context, Action<CodeFinding> report)
    {
        if (!call.IsCertain)
            return;
        foreach (var purpose in context.Purposes.For(call.Container))
        {
            if (purpose.Entry is not { UseArea: { } area, DecidesAboutPeople: not false } || !ProtectedColumns.IsClosed(area))
                continue;
            foreach (var trained in call.Columns)
                if (trained.Role == ColumnRole.Feature && ProtectedColumns.Why(trained.Column, trained.Load, area, proxies: true, context) is { } why)
                    report(Finding(call, trained, purpose, area, why, context));
        }
    }

    private static CodeFinding Finding(TrainingCall call, TrainedColumn trained, DeclaredPurpose purpose, string area, string why, RuleContext context) => new()
    {
        Rule = RuleCatalog.NoProtectedFeature,
        Kind = FindingKind.Violation,
        Message = $"'{trained.Column.Display}' (by {why}) flows{PersonalFlow.Through(trained)} into the features of {string.Join(" or ", call.Trainers)}; it is protected in {area}, the use area of purpose '{purpose.Id}'",
        Location = call.Location,
        Hops = [.. trained.Hops.Select(static hop => Places.Of(hop.At))],
        Container = call.Container,
        Subject = $"{purpose.Id}:{trained.Column.Display}",
        Facts =
        [
            ("purpose", purpose.Id), ("useArea", area), ("column", trained.Column.Display), ("features", FeatureSlot.NameOf(trained)),
            ("card", context.Cards.CardOf(trained.Load)?.Id),
        ],
    };
}
