using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules;

/// <summary>A rule that applies, as loud as the policy wants it.</summary>
/// <param name="Applied">The rule with what the policy added.</param>
/// <param name="Pack">Its pack.</param>
/// <param name="Severity">Of a contradiction.</param>
/// <param name="Silence">Of a fact that it needs and nobody stated.</param>
/// <param name="IsLocked">Nobody waives it.</param>
internal sealed record ChosenRule(AppliedRule Applied, RulePack Pack, Severity Severity, Severity Silence, bool IsLocked)
{
    public Rule Rule => Applied.Rule;
}

/// <summary>A rule that does not apply, and why: it is listed, never hidden.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Why">Such as "switched off by policy: jurisdiction us-ca".</param>
public sealed record RuleOff(Rule Rule, string Why);

/// <summary>
/// Which rules apply and how loud. Tightening is a closed list of edits that can only add findings; everything else is a
/// loosening, which somebody answers for.
/// </summary>
internal sealed class RuleChoice
{
    private readonly MapNode? _policy;
    private readonly IReadOnlyList<MapNode> _loosened;
    private readonly FindingList _findings;
    private readonly HashSet<string>? _jurisdictions;

    /// <param name="packs">The packs in use.</param>
    /// <param name="policy">policy.yaml; null when there is none.</param>
    /// <param name="loosened">The entries of its loosen that count: approved, not expired, of no locked rule.</param>
    /// <param name="isLocked">Whether a rule, by id and slug, is locked.</param>
    /// <param name="findings">Takes edits that are under the wrong heading.</param>
    public RuleChoice(IEnumerable<RulePack> packs, MapNode? policy, IReadOnlyList<MapNode> loosened, Func<string, string, bool> isLocked, FindingList findings)
    {
        _policy = policy;
        _loosened = loosened;
        _findings = findings;
        _jurisdictions = policy?.Words("jurisdictions") is { } words ? [.. words] : null;
        var chosen = new List<ChosenRule>();
        var off = new List<RuleOff>();
        foreach (var pack in packs)
        {
            foreach (var rule in pack.Rules)
            {
                var locked = isLocked(rule.Id, rule.Slug);
                if (WhyOff(rule, locked) is { } why)
                    off.Add(new RuleOff(rule, why));
                else
                    chosen.Add(Choose(rule, pack, locked));
            }
        }

        Rules = chosen;
        Off = off;
    }

    /// <summary>The rules that apply, in order of packs and files.</summary>
    public IReadOnlyList<ChosenRule> Rules { get; }

    /// <summary>The rules that do not.</summary>
    public IReadOnlyList<RuleOff> Off { get; }

    private string? WhyOff(Rule rule, bool locked)
    {
        if (rule.Jurisdiction is { } jurisdiction && _jurisdictions?.Contains(jurisdiction) == false)
            return $"switched off by policy: jurisdiction {jurisdiction}";
        foreach (var edit in locked ? [] : _loosened)
            if (Means(edit, rule) && edit.Flag("off") == true)
                return $"off by policy until {edit.Text("expires")}, answered for by {edit.Text("approver")}: {MessageTemplate.Shown(edit.Text("reason") ?? "")}";
        return null;
    }

    private ChosenRule Choose(Rule rule, RulePack pack, bool locked)
    {
        var applied = AppliedRule.AsWritten(rule);
        var (severity, silence) = (rule.Severity, Silence(rule));
        foreach (var edit in Tightened(rule))
        {
            severity = Raised(edit, "severity", rule, severity);
            silence = Raised(edit, "silence", rule, silence);
            applied = Longer(applied, edit);
            if (Condition(edit, "alsoWhen", rule, ConditionRole.When) is { } opens)
                applied = applied.AlsoWhen(opens);
            if (Condition(edit, "alsoRequire", rule, ConditionRole.Require) is { } duty)
                applied = applied.AlsoRequire(duty);
        }

        foreach (var edit in locked ? [] : _loosened)
        {
            if (!Means(edit, rule) || edit.Map("set") is not { } set)
                continue;
            severity = SeverityOf(set["severity"]) ?? severity;
            silence = SeverityOf(set["silence"]) ?? silence;
        }

        return new ChosenRule(applied, pack, severity, silence, locked);
    }

    /// <summary>The most exact line of <c>silence</c> counts: id, slug, pattern, default.</summary>
    private Severity Silence(Rule rule)
    {
        var table = _policy?.Map("silence");
        var pattern = table?.Members.Keys
            .Where(key => key.EndsWith("/*", StringComparison.Ordinal) && Means(key, rule))
            .OrderByDescending(key => key.Length)
            .ThenBy(key => key, StringComparer.Ordinal)
            .FirstOrDefault();
        return SeverityOf(table?[rule.Id])
            ?? SeverityOf(table?[rule.Slug])
            ?? (pattern is null ? null : SeverityOf(table![pattern]))
            ?? SeverityOf(table?["default"])
            ?? Severity.Info;
    }

    private IEnumerable<MapNode> Tightened(Rule rule)
    {
        foreach (var edit in _policy?.Map("tighten")?.Members.OrderBy(member => member.Key, StringComparer.Ordinal).AsEnumerable() ?? [])
            if (Means(edit.Key, rule) && edit.Value is MapNode change)
                yield return change;
    }

    private Severity Raised(MapNode edit, string key, Rule rule, Severity current)
    {
        if (edit[key] is not { } node || SeverityOf(node) is not { } wanted)
            return current;
        if (wanted >= current)
            return wanted;
        Loosens(rule, $"{key} {Word(current)} → {Word(wanted)}", node.Span);
        return current;
    }

    private AppliedRule Longer(AppliedRule applied, MapNode edit)
    {
        var written = applied.Rule.Effective ?? Effective.Always;
        var effective = written;
        if (edit["effectiveFrom"] is ScalarNode { Value: DateInterval from } first && effective.From is { } begins)
        {
            if (from.First <= begins)
                effective = effective with { From = from.First };
            else
                Loosens(applied.Rule, $"from {begins} → {from.First}", first.Span);
        }

        if (edit["effectiveTo"] is ScalarNode { Value: DateInterval to } last && effective.To is { } ends)
        {
            if (to.Last >= ends)
                effective = effective with { To = to.Last };
            else
                Loosens(applied.Rule, $"to {ends} → {to.Last}", last.Span);
        }

        return effective == written ? applied : applied.AlsoIn(effective);
    }

    private Condition? Condition(MapNode edit, string key, Rule rule, ConditionRole role) =>
        edit[key] is ConditionNode node ? new ConditionParser(_findings, rule.Names, role).Parse(node.Yaml, rule.Scope) : null;

    private void Loosens(Rule rule, string what, SourceSpan at) =>
        _findings.Wrong($"This edit loosens {rule.Id} ({what}); it belongs under `loosen:` with a reason, an approver and an end date. It does not count", at);

    private static bool Means(MapNode edit, Rule rule) => edit.Text("rule") is { } name && Means(name, rule);

    private static bool Means(string name, Rule rule) => KnownRules.Means(name, rule.Id, rule.Slug);

    private static Severity? SeverityOf(Node? node) =>
        (node as ScalarNode)?.Text switch
        {
            "none" => Severity.None,
            "info" => Severity.Info,
            "warning" => Severity.Warning,
            "error" => Severity.Error,
            _ => null,
        };

    private static string Word(Severity severity) =>
        severity switch
        {
            Severity.None => "none",
            Severity.Info => "info",
            Severity.Warning => "warning",
            _ => "error",
        };
}
