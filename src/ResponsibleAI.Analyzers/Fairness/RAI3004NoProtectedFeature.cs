using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Lineage;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Analyzers.Policies;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>A protected attribute, or a column that the data card declares to stand for one, is no feature of a model for a use area in which it is protected.</summary>
internal sealed class RAI3004NoProtectedFeature : ITrainingRule
{
    /// <summary>Use areas in which no decision of the kind the laws mean is taken.</summary>
    private static readonly string[] s_open = ["research", "general"];

    public void Check(TrainingCall call, RuleContext context, Action<CodeFinding> report)
    {
        if (!call.IsCertain)
            return;
        foreach (var purpose in context.Purposes.For(call.Container))
        {
            if (purpose.Entry is not { UseArea: { } area, DecidesAboutPeople: not false } || s_open.Contains(area))
                continue;
            foreach (var trained in call.Columns)
                if (trained.Role == ColumnRole.Feature && Why(trained, area, context) is { } why)
                    report(Finding(call, trained, purpose, area, why, context));
        }
    }

    /// <summary>What makes the column protected, as words after its name; null when nothing does.</summary>
    private static string? Why(TrainedColumn trained, string area, RuleContext context)
    {
        if (trained.Column.Member is { } member && IsMarked(member))
            return "attribute [ProtectedAttribute]";
        var card = context.Cards.CardOf(trained.Load);
        if (CardColumns.Of(card, trained.Column)?.Roles?.Contains("protected") == true)
            return $"data card '{card!.Id}', role protected";
        if (CardColumns.Proxy(card, trained.Column) is { } proxy && IsProtected(context.Category(proxy.For), area))
            return $"data card '{card!.Id}', proxy for {proxy.For}";
        return context.Personal(trained.Column, trained.Load) is { } personal && IsProtected(context.Category(personal.Category), area)
            ? $"{personal.Evidence}, {personal.Category}"
            : null;
    }

    private static bool IsProtected(DataCategory? category, string area) => category?.ProtectedIn.Contains(area) == true;

    /// <summary>Whether the member, or the one it overrides, is marked [ProtectedAttribute].</summary>
    public static bool IsMarked(Microsoft.CodeAnalysis.ISymbol member)
    {
        for (var declared = member; declared is not null; declared = (declared as Microsoft.CodeAnalysis.IPropertySymbol)?.OverriddenProperty)
            foreach (var attribute in declared.GetAttributes())
                if (attribute.AttributeClass is { Name: "ProtectedAttributeAttribute", ContainingNamespace: { Name: "ResponsibleAI", ContainingNamespace.IsGlobalNamespace: true } })
                    return true;
        return false;
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
