using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>Personal data that reaches training needs a declared purpose. One finding per training call, since one attribute answers it.</summary>
internal sealed class RAI1001PersonalDataNeedsPurpose : ITrainingRule
{
    public void Check(TrainingCall call, RuleContext context, Action<CodeFinding> report)
    {
        if (context.Purposes.For(call.Container).Count > 0)
            return;

        var flow = PersonalFlow.Of(call, context);
        if (call.IsCertain && (flow.Columns.Count > 0 || flow.AboutPeople is not null))
            report(Finding(flow, FindingKind.Gap, $"{flow.Describe()}; no purpose is declared", context));
        else if (MayBePersonal(call, context) is { } column)
            report(Finding(flow, FindingKind.NotAssessed, $"Whether '{column}' reaches {(call.IsCertain ? $"the training of {string.Join(" or ", call.Trainers)}" : "a trainer here")} cannot be seen: {call.NotSeen[0]}; no purpose is declared", context));
    }

    /// <summary>A personal column that is loaded, when not everything on its way was in sight.</summary>
    private static string? MayBePersonal(TrainingCall call, RuleContext context)
    {
        if (call.NotSeen.Count == 0)
            return null;
        foreach (var load in call.Data)
            foreach (var column in load.Schema.Columns)
                if (context.Personal(column, load) is not null)
                    return column.Display;
        return null;
    }

    private static CodeFinding Finding(PersonalFlow flow, FindingKind kind, string message, RuleContext context) => new()
    {
        Rule = RuleCatalog.PersonalDataNeedsPurpose,
        Kind = kind,
        Message = message,
        Location = flow.Call.Location,
        Hops = flow.Hops(),
        Container = flow.Call.Container,
        Subject = flow.Columns.Count > 0
            ? string.Join(",", flow.Columns.Select(static column => column.Trained.Column.Display).OrderBy(static name => name, StringComparer.Ordinal))
            : string.Join(",", flow.Call.Data.Select(static load => load.Schema.RowType?.Name ?? "rows")),
        Facts =
        [
            ("columns", string.Join("|", flow.Columns.Select(static column => $"{column.Trained.Column.Display}={column.Personal.Category}"))),
            ("layers", string.Join("|", flow.Columns.Select(static column => column.Personal.Layer.ToString()).Distinct())),
            ("category", flow.Columns.Count > 0 ? flow.Columns[0].Personal.Category : "user"),
            ("layer", flow.Columns.Count > 0 ? flow.Columns[0].Personal.Layer.ToString() : "RowSubject"),
            ("trainer", string.Join("|", flow.Call.Trainers)),
            ("card", flow.Call.Data.Select(load => context.Cards.CardOf(load)?.Id).FirstOrDefault(static id => id is not null)),
            ("resolution", flow.Call.NotSeen.Count == 0 ? "known" : flow.Columns.Count > 0 ? "partial" : "unknown"),
            ("notSeen", flow.Call.NotSeen.Count == 0 ? null : string.Join("|", flow.Call.NotSeen)),
        ],
    };
}
