using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Lineage;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>Special-category data (GDPR Art. 9(1)) that reaches training needs a condition of Art. 9(2), named by the purpose or by the data card for that purpose.</summary>
/// <remarks>
/// Names such as height or outcome mean health only beside a column that says so by itself, so at least one column must be decided by more
/// than such a name.
/// </remarks>
internal sealed class RAI1004SpecialCategoryNeedsCondition : ITrainingRule
{
    private const int MostNamed = 3;
    private const string None = "none";

    private static readonly string[] s_vague = ["user.health.condition", "user.health.vital_signs"];

    public void Check(TrainingCall call, RuleContext context, Action<CodeFinding> report)
    {
        if (!call.IsCertain)
            return;
        var special = context.Flow(call).Columns.Where(column => IsSpecial(column, context)).ToList();
        if (special.Count == 0 || special.All(static column => IsWeak(column.Personal)))
            return;

        var purposes = context.Purposes.For(call.Container);
        if (purposes.Count == 0)
            report(Finding(call, special, null, FindingKind.Gap, "no purpose is declared that could name a condition of Art. 9(2)", context));
        foreach (var purpose in purposes)
        {
            // A purpose that the register lacks is RAI1002's; what it would say is not known.
            if (purpose.Entry is not { } entry)
                continue;
            var open = special.Where(column => ConditionOf(column.Trained, entry, context) is null or None).ToList();
            if (open.Count == 0)
                continue;
            var stated = open.Any(column => ConditionOf(column.Trained, entry, context) == None);
            var what = stated ? $"purpose '{purpose.Id}' says that there is no condition of Art. 9(2)" : $"neither purpose '{purpose.Id}' nor the data card names a condition of Art. 9(2)";
            report(Finding(call, open, purpose.Id, stated ? FindingKind.Violation : FindingKind.Gap, what, context));
        }
    }

    private static bool IsWeak(PersonalColumn personal) => personal.Layer >= DecidingLayer.ContextualName && s_vague.Contains(personal.Category);

    /// <summary>The row is known to be about a person, or somebody stated the category.</summary>
    internal static bool IsSpecial((TrainedColumn Trained, PersonalColumn Personal) column, RuleContext context) =>
        context.Category(column.Personal.Category) is { GdprArt9: true }
        && (column.Personal.Layer is DecidingLayer.Attribute or DecidingLayer.DataCard || context.Assess(column.Trained.Load).AboutPeople == true);

    /// <summary>The card may replace the register's condition for its one dataset.</summary>
    private static string? ConditionOf(TrainedColumn trained, Purpose purpose, RuleContext context)
    {
        foreach (var own in context.Cards.CardOf(trained.Load)?.Purposes ?? [])
            if (own.Id == purpose.Id && own.Art9 is { } condition)
                return condition;
        return purpose.Art9;
    }

    private static CodeFinding Finding(TrainingCall call, List<(TrainedColumn Trained, PersonalColumn Personal)> special, string? purpose, FindingKind kind, string what, RuleContext context)
    {
        var named = string.Join(", ", special.Take(MostNamed).Select(static column => $"'{column.Trained.Column.Display}' ({column.Personal.Category}, by {column.Personal.Evidence})"));
        var more = special.Count > MostNamed ? $" and {special.Count - MostNamed} more" : "";
        return new CodeFinding
        {
            Rule = RuleCatalog.SpecialCategoryNeedsCondition,
            Kind = kind,
            Message = $"Special-category data {named}{more} reaches the training of {string.Join(" or ", call.Trainers)}{PersonalFlow.RowsTakenFor(call)}; {what}",
            Location = call.Location,
            Hops = [.. special.SelectMany(static column => column.Trained.Hops).Select(static hop => Places.Of(hop.At)).Distinct()],
            Container = call.Container,
            Subject = $"{purpose}:{string.Join(",", special.Select(static column => column.Trained.Column.Display).OrderBy(static name => name, StringComparer.Ordinal))}",
            Facts =
            [
                ("purpose", purpose),
                ("columns", string.Join("|", special.Select(static column => $"{column.Trained.Column.Display}={column.Personal.Category}"))),
                ("features", string.Join("|", special.Where(static column => column.Trained.Role == ColumnRole.Feature).Select(static column => FeatureSlot.NameOf(column.Trained)).OfType<string>())),
                ("card", context.Cards.CardOf(special[0].Trained.Load)?.Id),
            ],
        };
    }
}
