using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules;

/// <summary>What each rule says of each document, also where a build would be silent: pass, not applicable, not stated.</summary>
public static class RuleOutcomes
{
    /// <summary>The worst outcome of each rule for each document of the repository that it is about, in order of documents, packs and rules. Never throws for bad input.</summary>
    public static IReadOnlyList<RuleOutcome> Of(PolicyRequest request)
    {
        var registry = new Registry([.. request.Files.Select(DocumentLoader.Load)], request.AsOf);
        var rules = new RuleBook(registry).Choose().Rules;
        var outcomes = new List<RuleOutcome>();
        foreach (var (kind, index) in new[] { (DocumentKind.DataCard, registry.Cards), (DocumentKind.ModelCard, registry.ModelCards), (DocumentKind.Purpose, registry.Purposes) })
        {
            foreach (var document in index.All)
            {
                var evaluation = new Evaluation(document.Node, registry, request.AsOf);
                foreach (var rule in rules.Where(rule => rule.Rule.About == kind))
                    outcomes.Add(Worst(rule, document, evaluation));
            }
        }

        return outcomes;
    }

    private static RuleOutcome Worst(ChosenRule rule, Linked document, Evaluation evaluation)
    {
        var (worst, isSilence, isHeard) = (Outcome.NotApplicable, false, false);
        rule.Applied.Judge(evaluation, verdict =>
        {
            var isWorse = verdict.Outcome.Rank() > worst.Rank() || (worst == Outcome.NotApplicable && verdict.Outcome == Outcome.Pass);
            if (isHeard && !isWorse)
                return;
            (worst, isHeard) = (verdict.Outcome, true);
            isSilence = verdict.Outcome == Outcome.Fail && verdict.Leaves.Count > 0 && verdict.Leaves.All(leaf => leaf.Why == Doubt.NotStated);
        });
        return new RuleOutcome(rule.Rule.Id, rule.Rule.Slug, document.Id, document.At.Path, worst, isSilence);
    }
}

/// <summary>What one rule says of one document.</summary>
/// <param name="Rule">Such as RAI5302.</param>
/// <param name="Slug">Such as gdpr/consent-evidence.</param>
/// <param name="Document">The id of the card or purpose.</param>
/// <param name="Path">Its file.</param>
/// <param name="Outcome">What it says.</param>
/// <param name="IsSilence">It fails because something that a stated fact made a duty is not stated.</param>
public sealed record RuleOutcome(string Rule, string Slug, string Document, string Path, Outcome Outcome, bool IsSilence);
