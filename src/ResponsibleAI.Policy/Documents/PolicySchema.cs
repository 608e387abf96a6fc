using static ResponsibleAI.Policy.Documents.Key;

namespace ResponsibleAI.Policy.Documents;

/// <summary>The policy: what the organization chose.</summary>
internal static class PolicySchema
{
    public const string Id = "rai/policy/1";

    private static readonly string[] s_severities = ["none", "info", "warning", "error"];

    public static Field Root { get; } = Map("", "The policy.",
        Schema(Id),
        Map("organization", "Facts that rules need and no card can know.",
            Text("name", "Its name."),
            Text("establishedIn", "ISO 3166 codes.").List(),
            Boolean("publicAuthority", "A public authority."),
            Boolean("researchOrganization", "A research organization or cultural heritage institution."),
            Boolean("ccpaBusiness", "A business that the CCPA covers."),
            Boolean("hipaaCoveredEntity", "A covered entity under HIPAA."),
            Boolean("sme", "A small or medium-sized enterprise."),
            Reference("copyrightPolicy", "Its policy on copyright."),
            Map("contacts", "Whom to write to.", Text("privacy", "For privacy."), Text("legal", "For law."))),
        Text("jurisdictions", "Whose rules apply; rules of others are listed as switched off.").List(),
        Map("packs", "The rule packs that apply.",
            Text("use", "The name of a shipped pack, or the path of an own one.").Required(),
            Text("version", "The version it was approved in."),
            Text("sha256", "The content it was approved with.")).List().Short("use").Required(),
        Table("silence", "What an unanswered question costs, by rule id, slug or slug pattern.",
            Enum("", "The severity of silence.", [.. s_severities, "true", "false"])),
        Table("thresholds", "The organization's own numbers.", Number("", "The number.")),
        Table("tighten", "Edits that can only add findings.",
            Map("", "What to change.",
                Enum("severity", "The severity, only upward.", s_severities),
                Enum("silence", "The severity of silence, only upward.", s_severities),
                Date("effectiveFrom", "Applies from, only earlier."),
                Date("effectiveTo", "Applies to, only later."),
                Condition("alsoWhen", "Applies also when."),
                Condition("alsoRequire", "Requires also."))),
        Map("loosen", "Edits that take findings away; each with somebody who answers for it.",
            Text("rule", "The id or slug of the rule."),
            Key.Id("threshold", "Or the name of the threshold."),
            Map("set", "What to change.",
                Enum("severity", "The severity.", s_severities),
                Enum("silence", "The severity of silence.", s_severities),
                Number("number", "The threshold's number.")),
            Boolean("off", "The rule does not apply."),
            Text("reason", "Why.").Required(),
            Text("approver", "Who answers for it.").Required(),
            Date("approvedOn", "Since when.").Required(),
            Date("expires", "Until when.").Required()).List(),
        Text("locked", "Rules that nobody weakens: id, slug or slug pattern.").List(),
        Map("approvers", "Who may decide what.",
            Text("who", "Who.").Required(),
            Enum("may", "What.", "waive", "review", "loosen").List().Required(),
            Text("packs", "For which packs; all when absent.").List()).List(),
        Map("waivers", "Bounds of waivers.", Integer("maxDays", "Longest time from approval to expiry, in days.")),
        Table("licenses", "The organization's reading of licenses SPDX does not know.", LicensesSchema.Reading));
}
