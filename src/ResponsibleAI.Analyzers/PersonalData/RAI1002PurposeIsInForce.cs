using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>A declared purpose is in the register and not past its review date. Said at the training call, where the purpose is used.</summary>
internal sealed class RAI1002PurposeIsInForce : ITrainingRule
{
    public void Check(TrainingCall call, RuleContext context, Action<CodeFinding> report)
    {
        if (!call.IsCertain)
            return;

        foreach (var purpose in context.Purposes.For(call.Container))
        {
            if (purpose.Entry is null)
                Say($"The declared purpose '{purpose.Id}' is not in the purpose register; {Known(context)}", purpose);
            else if (purpose.Entry.OverdueSince is { } date)
                Say($"The declared purpose '{purpose.Id}' is past its review date {date}; its owner has to review it in {purpose.Entry.File}", purpose);
        }

        void Say(string message, Policies.DeclaredPurpose purpose) => report(new CodeFinding
        {
            Rule = RuleCatalog.PurposeIsInForce,
            Kind = FindingKind.Violation,
            Message = message,
            Location = call.Location,
            Hops = purpose.Location is null ? [] : [purpose.Location],
            Container = call.Container,
            Subject = purpose.Id,
            Facts = [("purpose", purpose.Id), ("declared", purpose.Location is null ? "project" : "attribute")],
        });
    }

    private static string Known(RuleContext context)
    {
        var ids = context.Purposes.Ids.OrderBy(static id => id, StringComparer.Ordinal).Take(5).ToList();
        return ids.Count == 0 ? "there is no register" : $"it has: {string.Join(", ", ids)}";
    }
}
