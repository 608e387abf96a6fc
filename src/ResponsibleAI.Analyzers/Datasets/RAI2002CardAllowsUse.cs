using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>License, restrictions, consent and retention of the data card allow the use that the declared purpose describes.</summary>
internal sealed class RAI2002CardAllowsUse : ILoadRule
{
    private const string Consent = "eu-gdpr:A6-1-a";

    public void Check(LoadInUse use, RuleContext context, Action<CodeFinding> report)
    {
        if (context.Cards.CardOf(use.Load) is not { } card)
            return;

        if (card.RetentionEnded is { } ended)
            Say($"The data of card '{card.Id}' was to be kept until {ended}", "retention", null);

        foreach (var declared in context.Purposes.For(use.Load.Container))
        {
            if (declared.Entry is not { } purpose)
                continue;
            if (purpose.Commercial == true)
            {
                foreach (var license in card.Licenses)
                    if (license.Commercial == "forbidden")
                        Say($"License '{license.Id}' of card '{card.Id}'{(license.Via.Length > 0 ? $" (through {license.Via})" : "")} forbids commercial use, and purpose '{purpose.Id}' is commercial", $"license:{license.Id}", purpose);
                foreach (var restriction in card.Restrictions)
                    if (restriction is "non-commercial" or "research-only")
                        Say($"Card '{card.Id}' is {restriction}, and purpose '{purpose.Id}' is commercial", $"restriction:{restriction}", purpose);
            }

            if (purpose.DecidesAboutPeople == true && card.Restrictions.Contains("no-decisions-about-people"))
                Say($"Card '{card.Id}' forbids decisions about people, and purpose '{purpose.Id}' makes them", "restriction:no-decisions-about-people", purpose);

            var basis = BasisOf(card, purpose);
            if (basis != Consent)
                continue;
            if (card.ConsentEvidence == "none")
                Say($"Purpose '{purpose.Id}' rests on consent, and card '{card.Id}' says that there is no evidence of it", "consent:evidence", purpose);
            else if (card.ConsentCovers is { } covers && !covers.Contains(purpose.Id))
                Say($"Purpose '{purpose.Id}' rests on consent, and the consent of card '{card.Id}' does not cover it", "consent:covers", purpose);
        }

        void Say(string message, string what, Purpose? purpose) => report(new CodeFinding
        {
            Rule = RuleCatalog.CardAllowsUse,
            Kind = FindingKind.Violation,
            Message = message,
            Location = use.Load.Location,
            Container = use.Load.Container,
            Subject = $"{card.Id}:{what}:{purpose?.Id}",
            Facts = [("card", card.Id), ("purpose", purpose?.Id), ("cause", what)],
        });
    }

    /// <summary>The card may replace the register's basis for its one dataset.</summary>
    private static string? BasisOf(DataCard card, Purpose purpose)
    {
        foreach (var own in card.Purposes ?? [])
            if (own.Id == purpose.Id && own.LawfulBasis is { } basis)
                return basis;
        return purpose.LawfulBasis;
    }
}
