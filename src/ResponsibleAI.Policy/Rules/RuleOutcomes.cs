using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules;

/// <summary>What each rule says of each document, also where a build would be silent: pass, not applicable, not stated.</summary>
public static class RuleOutcomes
{
    /// <summary>
    /// What each rule says of each document of the repository that it is about, in order of documents, packs and rules. Where a rule looks at every entry of a list, the
    /// outcome counts that asks most of a person: fail, needs review, not stated, pass, not applicable. Never throws for bad input.
    /// </summary>
    public static IReadOnlyList<RuleOutcome> Of(PolicyRequest request)
    {
        var registry = new Registry(DocumentLoader.LoadAll(request.Files), request.AsOf);
        var rules = new RuleBook(registry).Choose().Rules;
        var outcomes = new List<RuleOutcome>();
        foreach (var (kind, index) in new[] { (DocumentKind.DataCard, registry.Cards), (DocumentKind.ModelCard, registry.ModelCards), (DocumentKind.Purpose, registry.Purposes) })
        {
            foreach (var document in index.All)
            {
                var evaluation = new Evaluation(document.Node, registry, request.AsOf);
                foreach (var rule in rules.Where(rule => rule.Rule.About == kind))
                    outcomes.Add(Loudest(rule, document, evaluation));
            }
        }

        return outcomes;
    }

    private static RuleOutcome Loudest(ChosenRule rule, Linked document, Evaluation evaluation)
    {
        var (loudest, isSilence) = (Outcome.NotApplicable, false);
        rule.Applied.Judge(evaluation, verdict =>
        {
            if (Weight(verdict.Outcome) <= Weight(loudest))
                return;
            loudest = verdict.Outcome;
            isSilence = verdict.Outcome == Outcome.Fail && verdict.Leaves.Count > 0 && verdict.Leaves.All(leaf => leaf.Why == Doubt.NotStated);
        });
        return new RuleOutcome(rule.Rule.Id, rule.Rule.Slug, document.Id, document.At.Path, loudest, isSilence);
    }

    private static int Weight(Outcome outcome) => outcome switch
    {
        Outcome.Fail => 4,
        Outcome.NeedsReview => 3,
        Outcome.NotStated => 2,
        Outcome.Pass => 1,
        _ => 0,
    };
}

/// <summary>What one rule says of one document.</summary>
/// <param name="Rule">Such as RAI5302.</param>
/// <param name="Slug">Such as gdpr/consent-evidence.</param>
/// <param name="Document">The id of the card or purpose.</param>
/// <param name="Path">Its file.</param>
/// <param name="Outcome">What it says.</param>
/// <param name="IsSilence">It fails because something that a stated fact made a duty is not stated.</param>
public sealed record RuleOutcome(string Rule, string Slug, string Document, string Path, Outcome Outcome, bool IsSilence);
