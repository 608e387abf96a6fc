using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Findings;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>A personal value is not embedded or kept in a vector store unnoticed. Whether the model that embeds it runs here or at a third party is not in sight, so a human has to answer; a declared purpose does.</summary>
internal static class RAI1007EmbeddedDataStays
{
    public static void Check(EmbeddingCall embedding, IReadOnlyList<EmbeddedRow> rows, RuleContext context, Action<CodeFinding> report)
    {
        var (call, name, _, container) = embedding;
        if (context.Purposes.For(container).Count > 0)
            return;
        var names = new List<string>();
        foreach (var ofType in rows.GroupBy(static embedded => embedded.Row, (IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default))
        {
            // A deal or a document that belongs to somebody tells of him only where it names or quotes somebody.
            var assessment = context.Assess(ofType.Key);
            var personal = ofType.SelectMany(embedded => embedded.Personal(assessment)).ToList();
            if (assessment.BesideOwner is { } telling && !personal.Exists(column => telling.Contains(column.Column)))
                continue;
            foreach (var column in personal)
                if ($"'{ofType.Key.Name}.{column.Member?.Name ?? column.Column}' ({column.Personal!.Category}, by {column.Personal.Evidence})" is var told && !names.Contains(told))
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
