using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Findings;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>A personal value is not embedded or kept in a vector store unnoticed. Whether the model that embeds it runs here or at a third party is not in sight, so a human has to answer; a declared purpose does.</summary>
internal static class RAI1007EmbeddedDataStays
{
    private const string AnyPersonal = "user";

    public static void Check(EmbeddingCall embedding, IReadOnlyList<EmbeddedRow> rows, RuleContext context, Action<CodeFinding> report)
    {
        var (call, name, _, container) = embedding;
        if (context.Purposes.For(container).Count > 0)
            return;
        var names = new List<string>();
        foreach (var (row, member) in rows)
        {
            var assessment = context.Assess(row);
            foreach (var column in assessment.Columns)
                if (column.Personal is { } personal && (assessment.AboutPeople == true || personal.Layer <= DecidingLayer.StrictName)
                    && (member is null ? personal.Category != AnyPersonal : SymbolEqualityComparer.Default.Equals(column.Member, member))
                    && $"'{row.Name}.{column.Member?.Name ?? column.Column}' ({personal.Category}, by {personal.Evidence})" is var told && !names.Contains(told))
                    names.Add(told);
        }

        if (names.Count == 0)
            return;
        report(new CodeFinding
        {
            Rule = RuleCatalog.TrainingDataStays,
            Kind = FindingKind.NeedsReview,
            Message = $"{string.Join(", ", names.Take(3))}{(names.Count > 3 ? $" and {names.Count - 3} more personal values" : "")} {(names.Count == 1 ? "goes" : "go")} into an embedding or a vector store through '{name}'; no purpose is declared, and who runs the model cannot be seen",
            Location = Places.Of(call),
            Container = container,
            Subject = $"embedding:{string.Join(",", names)}",
            Facts = [("sink", "embedding"), ("columns", string.Join("|", names))],
        });
    }
}
