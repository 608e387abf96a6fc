using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>The declared purpose allows the category of each column that reaches training, and the data card allows the purpose.</summary>
internal sealed class RAI1003PurposeAllowsData : ITrainingRule
{
    private const string AnyPersonal = "user";

    public void Check(TrainingCall call, RuleContext context, Action<CodeFinding> report)
    {
        var purposes = context.Purposes.For(call.Container);
        if (purposes.Count == 0 || !call.IsCertain)
            return;

        var flow = context.Flow(call);
        foreach (var purpose in purposes)
        {
            if (purpose.Entry is not { } entry)
                continue;
            if (entry.AllowedCategories is { } allowed)
            {
                foreach (var (trained, personal) in flow.Columns)
                {
                    // Plain "user" says only that the row is about a person: no purpose can be compared with that.
                    if (personal.Category == AnyPersonal || IsAllowed(personal.Category, allowed, context.Policy))
                        continue;
                    report(new CodeFinding
                    {
                        Rule = RuleCatalog.PurposeAllowsData,
                        Kind = FindingKind.Violation,
                        Message = $"'{trained.Column.Display}' ({personal.Category}, by {personal.Evidence}) flows{PersonalFlow.Through(trained)} into the training of {string.Join(" or ", call.Trainers)}; purpose '{purpose.Id}' does not allow that category",
                        Location = call.Location,
                        Hops = [.. trained.Hops.Select(static hop => Places.Of(hop.At))],
                        Container = call.Container,
                        Subject = $"{purpose.Id}:{trained.Column.Display}",
                        Facts =
                        [
                            ("purpose", purpose.Id), ("column", trained.Column.Display), ("category", personal.Category), ("layer", personal.Layer.ToString()),
                            ("role", trained.Role.ToString().ToLowerInvariant()), ("card", context.Cards.CardOf(trained.Load)?.Id),
                        ],
                    });
                }
            }

            foreach (var load in call.Data)
            {
                if (context.Cards.CardOf(load) is not { Purposes: { } cardPurposes } card || cardPurposes.Any(use => use.Id == purpose.Id))
                    continue;
                report(new CodeFinding
                {
                    Rule = RuleCatalog.PurposeAllowsData,
                    Kind = FindingKind.Violation,
                    Message = $"Data card '{card.Id}' does not allow purpose '{purpose.Id}'; it allows {(cardPurposes.Count == 0 ? "none" : string.Join(", ", cardPurposes.Select(static use => $"'{use.Id}'")))}",
                    Location = call.Location,
                    Hops = [load.Location],
                    Container = call.Container,
                    Subject = $"{purpose.Id}:{card.Id}",
                    Facts = [("purpose", purpose.Id), ("card", card.Id)],
                });
            }
        }
    }

    /// <summary>A category is allowed by itself, by what is above it, and by a narrower one when the name alone decided no more than the wider.</summary>
    private static bool IsAllowed(string category, IReadOnlyList<string> allowed, PolicySnapshot policy)
    {
        foreach (var entry in allowed)
        {
            var current = Current(entry, policy);
            if (category == current || category.StartsWith(current + ".", StringComparison.Ordinal) || current.StartsWith(category + ".", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static string Current(string category, PolicySnapshot policy)
    {
        foreach (var known in policy.Categories)
            if (known.Key == category)
                return known.ReplacedBy ?? category;
        return category;
    }
}
