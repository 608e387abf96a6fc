using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Policy.Linking;

/// <summary>What the policy says of each rule about code. Tightening goes up only; down goes under loosen, with somebody who answers for it.</summary>
internal static class CodeRuleSettings
{
    private static readonly string[] s_loudness = ["none", "info", "warning", "error"];

    public static IReadOnlyList<RuleSetting> Of(Registry registry)
    {
        var loosening = registry.Loosening;
        var settings = new List<RuleSetting>();
        foreach (var rule in CodeRule.All)
        {
            var severity = Tightened(rule, registry);
            foreach (var edit in loosening.Edits.Where(edit => edit.Text("rule") is { } name && KnownRules.Means(name, rule.Id, rule.Slug)))
            {
                severity = loosening.IsLocked(rule.Id, rule.Slug) ? severity
                    : edit.Flag("off") == true ? "none"
                    : edit.Map("set")?.Text("severity") ?? severity;
            }

            var locked = loosening.IsLocked(rule.Id, rule.Slug);
            if (locked || severity != rule.Severity)
            {
                settings.Add(new RuleSetting(rule.Id, severity == rule.Severity ? null : severity, locked));
            }
        }

        return settings;
    }

    private static string Tightened(CodeRule rule, Registry registry)
    {
        var severity = rule.Severity;
        foreach (var edit in registry.Policy?.Map("tighten")?.Members.OrderBy(member => member.Key, StringComparer.Ordinal).AsEnumerable() ?? [])
        {
            if (edit.Value is not MapNode change || !KnownRules.Means(edit.Key, rule.Id, rule.Slug) || change.Scalar("severity") is not { IsNone: false } wanted)
            {
                continue;
            }

            if (Array.IndexOf(s_loudness, wanted.Text) >= Array.IndexOf(s_loudness, rule.Severity))
            {
                severity = Louder(severity, wanted.Text);
            }
            else
            {
                registry.PolicyDocument!.Findings.Wrong(
                    $"This edit loosens {rule.Id} (severity {rule.Severity} → {wanted.Text}); it belongs under loosen: with a reason, an approver and an end date. It does not count", wanted.Span);
            }
        }

        return severity;
    }

    private static string Louder(string left, string right) => Array.IndexOf(s_loudness, left) >= Array.IndexOf(s_loudness, right) ? left : right;
}
