using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Linking;

/// <summary>
/// The edits that take findings away and count: approved by somebody who may, not expired, not against a locked rule.
/// An edit that does not count is a finding, never silently dropped.
/// </summary>
internal sealed class Loosening
{
    private readonly KnownRules _rules;

    public Loosening(PolicyDocument? file, KnownRules rules, Day asOf)
    {
        _rules = rules;
        if (file?.Root is not { } policy)
        {
            return;
        }

        Locked = policy.Words("locked") ?? [];
        var valid = new List<MapNode>();
        foreach (var edit in policy.Maps("loosen"))
        {
            if (Objection(edit, policy, asOf) is { } objection)
            {
                file.Findings.Add(PolicyRules.Decision, FindingKind.Violation, Severity.Error, objection, (edit["rule"] ?? edit["threshold"] ?? edit).Span);
            }
            else if (file.IsWhole)
            {
                valid.Add(edit);
            }
        }

        Edits = valid;
    }

    /// <summary>Ids, slugs and patterns of rules that nobody weakens.</summary>
    public IReadOnlyList<string> Locked { get; } = [];

    /// <summary>The edits that count, in file order.</summary>
    public IReadOnlyList<MapNode> Edits { get; } = [];

    public bool IsLocked(string id, string slug) => Locked.Any(name => KnownRules.Means(name, id, slug));

    private string? Objection(MapNode edit, MapNode policy, Day asOf)
    {
        var name = edit.Text("rule") ?? edit.Text("threshold");
        if (name is null)
        {
            return "This loosening names neither a rule nor a threshold; it does not count";
        }

        var what = $"The loosening of {FindingList.Quote(name)}";
        var approver = edit.Text("approver");
        if (approver is null || edit.Text("reason") is null || edit.LastDay("approvedOn") is not { } approved || edit.LastDay("expires") is not { } expires)
        {
            return $"{what} lacks a reason, an approver or a date; it does not count";
        }

        if (expires < asOf)
        {
            return $"{what} expired on {expires}; it does not count any more";
        }

        if (asOf < approved)
        {
            return $"{what} is approved for {approved} only; it does not count yet";
        }

        if (!policy.Maps("approvers").Any(person => person.Text("who") == approver && (person.Words("may") ?? []).Contains("loosen") && Covers(person, name)))
        {
            return $"{what} does not count: its approver may not loosen this; see approvers";
        }

        return Locked.Any(locked => KnownRules.Means(locked, name, name))
            ? $"{what} does not count: the rule is locked"
            : null;
    }

    private bool Covers(MapNode person, string name) =>
        person.Words("packs") is not { } packs || (_rules.Group(name) is { } pack && packs.Contains(pack));
}
