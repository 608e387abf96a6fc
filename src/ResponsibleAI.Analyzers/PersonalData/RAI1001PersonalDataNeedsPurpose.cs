using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>Personal data that reaches training needs a declared purpose. One finding per training call, since one attribute answers it.</summary>
internal sealed class RAI1001PersonalDataNeedsPurpose : ITrainingRule
{
    private const int MostNamed = 3;

    public void Check(TrainingCall call, RuleContext context, Action<CodeFinding> report)
    {
        if (context.Purposes.For(call.Container).Count > 0)
            return;

        var flow = context.Flow(call);
        if (call.IsCertain && (flow.Columns.Count > 0 || flow.AboutPeople is not null))
            report(Finding(flow, FindingKind.Gap, $"{flow.Describe()}; no purpose is declared", context));
        else if (MayBePersonal(call, context) is { } column)
            report(Finding(flow, FindingKind.NotAssessed, $"Whether '{column}' reaches {(call.IsCertain ? $"the training of {string.Join(" or ", call.Trainers)}" : "a trainer here")} cannot be seen: {call.NotSeen[0]}; no purpose is declared", context));
        else if (NamedOfUnseenRows(call, context) is { Count: > 0 } named)
            report(Finding(flow, FindingKind.NotAssessed, $"The pipeline names {string.Join(", ", named.Take(MostNamed))}{(named.Count > MostNamed ? $" and {named.Count - MostNamed} more" : "")}, which would be personal in rows about people; what rows {string.Join(" or ", call.Trainers)} is trained on cannot be seen: {call.NotSeen[0]}; no purpose is declared", context));
        else if (call.Data.Count == 0 && call.NotSeen.FirstOrDefault(UnboundCall.SaysNoPackage) is { } unresolved)
            report(Finding(flow, FindingKind.NotAssessed, $"What is trained here, and on what, cannot be seen: {unresolved}; no purpose is declared", context));
    }

    /// <summary>Columns that the pipeline names and that would be personal, when the rows are not in sight.</summary>
    private static List<string> NamedOfUnseenRows(TrainingCall call, RuleContext context)
    {
        if (!call.IsCertain || call.Unplaced is not { } rows)
            return [];
        return [.. rows.Schema.Columns.Where(column => context.Personal(column, rows) is not null).Select(static column => $"'{column.Name}'")];
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
