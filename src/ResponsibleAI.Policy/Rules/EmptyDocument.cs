using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules;

/// <summary>A document that says nothing, under a policy that says nothing: no rule may fail it.</summary>
internal sealed class EmptyDocument : IRegistry
{
    private static readonly EmptyDocument s_nothing = new();

    public MapNode? Policy => null;

    /// <summary>Whether the rule fails it.</summary>
    public static bool Fails(Rule rule)
    {
        // Silence counts only when the rule says so, and only a rule that some fact opens may say so. A policy is no such fact:
        // what it says is true of every card.
        var day = rule.Effective?.From ?? new Day(2000, 1, 1);
        var fails = false;
        foreach (var assumed in new[] { Truth.Unknown, Truth.True, Truth.False })
        {
            var document = new MapNode(rule.Scope.Document.Field, new Dictionary<string, Node>(), default);
            AppliedRule.AsWritten(rule).Judge(new Evaluation(document, s_nothing, day) { AssumedOfPolicy = assumed }, verdict => fails |= verdict.Outcome == Outcome.Fail);
        }

        return fails;
    }

    public MapNode? Card(string id) => null;

    public MapNode? Purpose(string id) => null;

    public MapNode? License(string id) => null;

    public MapNode? Category(string key) => null;

    public MapNode? Evidence(string cardId) => null;

    public MapNode? FairnessEvidence(string path) => null;

    public double? Threshold(string name) => null;
}
