using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>Which columns people must not be treated differently by, and who says so.</summary>
internal static class ProtectedColumns
{
    /// <summary>Use areas in which no decision of the kind the laws mean is taken.</summary>
    private static readonly string[] s_open = ["research", "general"];

    /// <summary>Whether laws protect anything in the area.</summary>
    public static bool IsClosed(string? area) => area is not null && !s_open.Contains(area);

    /// <summary>What makes the column protected, as words after its name; null when nothing does.</summary>
    /// <param name="column">The column.</param>
    /// <param name="load">The load that brings it.</param>
    /// <param name="area">The use area; null when only card and attribute speak.</param>
    /// <param name="proxies">Whether a column counts that the card declares to stand for a protected one. It must be no feature; groups are compared by the attribute itself.</param>
    /// <param name="context">What the policy says.</param>
    public static string? Why(LoadedColumn column, DatasetLoad load, string? area, bool proxies, RuleContext context)
    {
        if (column.Member is { } member && IsMarked(member))
            return "attribute [ProtectedAttribute]";
        var card = context.Cards.CardOf(load);
        if (CardColumns.Of(card, column)?.Roles?.Contains("protected") == true)
            return $"data card '{card!.Id}', role protected";
        if (area is null)
            return null;
        if (proxies && CardColumns.Proxy(card, column) is { } proxy && IsProtected(context.Category(proxy.For), area))
            return $"data card '{card!.Id}', proxy for {proxy.For}";
        return context.Personal(column, load) is { } personal && IsProtected(context.Category(personal.Category), area)
            ? $"{personal.Evidence}, {personal.Category}"
            : null;
    }

    /// <summary>Whether the member, or the one it overrides, is marked [ProtectedAttribute].</summary>
    public static bool IsMarked(ISymbol member)
    {
        for (var declared = member; declared is not null; declared = (declared as IPropertySymbol)?.OverriddenProperty)
            foreach (var attribute in declared.GetAttributes())
                if (attribute.AttributeClass is { Name: "ProtectedAttributeAttribute", ContainingNamespace: { Name: "ResponsibleAI", ContainingNamespace.IsGlobalNamespace: true } })
                    return true;
        return false;
    }

    private static bool IsProtected(DataCategory? category, string area) => category?.ProtectedIn.Contains(area) == true;
}

/// <summary>A loaded column by which a model must not treat people differently.</summary>
/// <param name="Column">The column.</param>
/// <param name="Load">The load that brings it.</param>
/// <param name="Why">Who says so.</param>
/// <param name="Purpose">The purpose in whose use area it is protected; null when card or attribute say so.</param>
/// <param name="Area">That area.</param>
internal sealed record ProtectedColumn(LoadedColumn Column, DatasetLoad Load, string Why, string? Purpose, string? Area)
{
    /// <summary>The protected columns that the model's loads bring, its labels left out: groups are not compared by what is predicted.</summary>
    public static IEnumerable<ProtectedColumn> Of(ReviewedModel model, RuleContext context)
    {
        var areas = context.Purposes.For(model.Training.Container).Where(static purpose => ProtectedColumns.IsClosed(purpose.Entry?.UseArea)).Select(static purpose => (purpose.Id, purpose.Entry!.UseArea)).ToList();
        foreach (var (column, load) in Loaded(model))
        {
            if (ProtectedColumns.Why(column, load, null, proxies: false, context) is { } stated)
                yield return new ProtectedColumn(column, load, stated, null, null);
            else if (areas.Select(area => (area, Why: ProtectedColumns.Why(column, load, area.UseArea, proxies: false, context))).FirstOrDefault(static found => found.Why is not null) is { Why: { } why } found)
                yield return new ProtectedColumn(column, load, why, found.area.Id, found.area.UseArea);
        }
    }

    /// <summary>The loaded columns that are protected in at least one use area.</summary>
    public static IEnumerable<ProtectedColumn> Anywhere(ReviewedModel model, RuleContext context)
    {
        foreach (var (column, load) in Loaded(model))
            if (context.Personal(column, load) is { } personal && context.Category(personal.Category) is { ProtectedIn.Count: > 0 })
                yield return new ProtectedColumn(column, load, $"{personal.Evidence}, {personal.Category}", null, null);
    }

    private static IEnumerable<(LoadedColumn Column, DatasetLoad Load)> Loaded(ReviewedModel model)
    {
        var labels = model.Trainings.SelectMany(static training => training.Columns).Where(static column => column.Role != ColumnRole.Feature).Select(static column => column.Column.Name).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var load in model.Trainings.SelectMany(static training => training.Data))
            foreach (var column in load.Schema.Columns)
                if (!labels.Contains(column.Name) && seen.Add(column.Display))
                    yield return (column, load);
    }
}
