using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Rules;

/// <summary>
/// The decisions of waivers.yaml. A waiver lets a contradiction stand until a date, in sight; a review answers a question.
/// Each is bound to a rule, a place and the values that the rule read. One that does not count is a finding.
/// </summary>
internal sealed class Decisions
{
    private readonly Dictionary<(string Card, string Element), List<Decision>> _byPlace = [];
    private readonly List<Decision> _all = [];
    private readonly List<Finding> _findings = [];

    /// <param name="decisions">The entries of waivers.yaml.</param>
    /// <param name="policy">policy.yaml, which names approvers and the horizon; null when there is none, and then nobody may decide.</param>
    /// <param name="rules">The rules that apply. A decision about another rule is not ours.</param>
    /// <param name="asOf">The date of judgement.</param>
    public Decisions(IEnumerable<MapNode> decisions, MapNode? policy, IReadOnlyList<ChosenRule> rules, Day asOf)
    {
        foreach (var node in decisions)
        {
            var name = node.Text("rule");
            var rule = rules.FirstOrDefault(candidate => candidate.Rule.Id == name || candidate.Rule.Slug == name);
            if (rule is null || node["scope"] is not MapNode scope || scope["card"] is not ScalarNode card)
                continue;
            var decision = new Decision(node, rule.Rule, node.Text("kind") == "review");
            if (Objection(decision, rule, scope, policy, asOf) is { } objection)
            {
                Report(decision, objection.Message, objection.Severity);
                continue;
            }

            var place = (card.Text, scope.Text("element") ?? "");
            if (!_byPlace.TryGetValue(place, out var there))
                _byPlace.Add(place, there = []);
            there.Add(decision);
            _all.Add(decision);
        }
    }

    /// <summary>Whether any decision might be about the place; cheap.</summary>
    public bool AreAbout(string card, string element) => _byPlace.ContainsKey((card, element));

    /// <summary>The decision about an outcome of a rule at a place, when it still holds.</summary>
    /// <param name="card">The document's id.</param>
    /// <param name="element">Such as sources/street-quality; empty for the document.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="isQuestion">Whether the rule asks instead of failing.</param>
    /// <param name="facts">The hash of the values that the rule read now.</param>
    public Decision? Find(string card, string element, Rule rule, bool isQuestion, string facts)
    {
        if (!_byPlace.TryGetValue((card, element), out var there))
            return null;
        foreach (var decision in there)
        {
            if (decision.Rule.Id != rule.Id || decision.IsReview != isQuestion)
                continue;
            decision.IsUsed = true;
            var bound = decision.Node.Text("facts") ?? "";
            if (bound == facts)
                return decision;
            Report(decision, bound.Length == 0
                ? $"names no facts and does not count; write facts: {facts} so that it lapses when they change"
                : $"lapsed: a value that {rule.Id} reads changed since it was granted on {decision.Node.Text("approvedOn")}. Decide anew with facts: {facts}", Severity.Warning);
        }

        return null;
    }

    /// <summary>What is wrong with decisions, once every document was judged.</summary>
    public IReadOnlyList<Finding> Finish()
    {
        foreach (var decision in _all.Where(decision => !decision.IsUsed))
            Report(decision, $"is unused: {decision.Rule.Id} {(decision.IsReview ? "asks" : "finds")} nothing there. Remove it", Severity.Warning);
        return _findings;
    }

    private static (string Message, Severity Severity)? Objection(Decision decision, ChosenRule rule, MapNode scope, MapNode? policy, Day asOf)
    {
        var node = decision.Node;
        var may = decision.IsReview ? "review" : "waive";
        var approver = node.Text("approver") ?? "";
        var person = policy?.Maps("approvers").FirstOrDefault(entry => entry.Text("who") == approver);
        if (person is null)
            return ($"does not count: its approver {FindingList.Quote(approver)} is not listed under approvers in policy.yaml", Severity.Error);
        if (person.Words("may")?.Contains(may) != true || person.Words("packs")?.Contains(rule.Pack.Name) == false)
            return ($"does not count: {FindingList.Quote(approver)} may not {may} in pack {rule.Pack.Name}", Severity.Error);
        if (!decision.IsReview && rule.IsLocked)
            return ($"does not count: {rule.Rule.Id} is locked", Severity.Error);
        if ((node["approvedOn"] as ScalarNode)?.Value is not DateInterval approved || (node["expires"] as ScalarNode)?.Value is not DateInterval expires)
            return ("does not count: it needs the dates approvedOn and expires", Severity.Error);
        if (asOf < approved.First)
            return ($"does not count yet: it is approved on {node.Text("approvedOn")}", Severity.Warning);
        if (expires.Last < asOf)
            return ($"expired on {expires.Last}", Severity.Warning);
        if (!decision.IsReview && (policy?["waivers"] as MapNode)?["maxDays"] is ScalarNode { Value: long days } && Conditions.Scalars.AddDays(approved.First, days) < expires.Last)
            return (FormattableString.Invariant($"does not count: it runs longer than the {days} days that policy.yaml allows"), Severity.Error);
        if (rule.Rule.ForEach is { } list && scope["element"] is null)
            return ($"does not count: {rule.Rule.Id} judges each entry of {FindingList.Quote(list.Key)}; name one, such as element: {list.Key}/name", Severity.Error);
        return null;
    }

    private void Report(Decision decision, string what, Severity severity)
    {
        var at = decision.Node["id"]?.Span ?? decision.Node.Span;
        var noun = decision.IsReview ? "Review" : "Waiver";
        _findings.Add(new Finding(PolicyRules.Decision, FindingKind.Violation, severity, $"{noun} {MessageTemplate.Shown(decision.Id)} {what}", at)
        {
            Subject = decision.Id,
        });
    }
}

/// <summary>A decision that may count.</summary>
internal sealed class Decision(MapNode node, Rule rule, bool isReview)
{
    public MapNode Node { get; } = node;

    public Rule Rule { get; } = rule;

    /// <summary>An answer to a question; else a waiver of a contradiction.</summary>
    public bool IsReview { get; } = isReview;

    /// <summary>It met what it is about.</summary>
    public bool IsUsed { get; set; }

    public string Id => (Node["id"] as ScalarNode)?.Text ?? "";

    public bool IsRejected => (Node["answer"] as ScalarNode)?.Text == "rejected";

    /// <summary>Such as "waived by a.jurist@acme.example until 2027-02-28: no log was kept".</summary>
    public string Words
    {
        get
        {
            var what = IsReview ? (IsRejected ? "answered no" : "answered yes") : "waived";
            return $"{what} by {Shown("approver")} until {Shown("expires")}: {Shown("reason")}";
        }
    }

    private string Shown(string key) => MessageTemplate.Shown((Node[key] as ScalarNode)?.Text ?? "");
}
