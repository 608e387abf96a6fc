using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Rules;

namespace ResponsibleAI.Policy.Tests.Rules;

/// <summary>A repository of one pack of one rule and what the judgement says of its cards.</summary>
internal static class World
{
    private const string Tables = """
        schema: rai/thresholds/1
        thresholds: [{ name: k-minimum, stricter: higher, default: 5 }, { name: opt-out-age-days, stricter: lower, default: 45 }]
        """;

    /// <summary>Judges a data card c of these lines by a rule RAI1 of these lines, slug p/one, severity error.</summary>
    /// <param name="rule">The rule's keys beside the usual ones.</param>
    /// <param name="card">The card's keys beside schema and id.</param>
    /// <param name="policy">policy.yaml after its schema line; packs is given.</param>
    /// <param name="waivers">The entries of waivers.yaml.</param>
    /// <param name="purposes">The entries of purposes.yaml.</param>
    /// <param name="conditions">A condition of the pack beside personal.</param>
    public static (JudgementResult Result, IReadOnlyList<Finding> Others) Judge(string rule, string card, string policy = "", string waivers = "", string purposes = "", string conditions = "")
    {
        var pack = $"""
            schema: rai/rules/1
            pack: p
            version: 1.0.0
            lawAsOf: 2026-09-30
            conditions:
              personal: {"{"} when: {"{"} subjects.data: personal {"}"} {"}"}
              {conditions}
            rules:
              - id: RAI1
                slug: p/one
                title: One
                about: datacard
                severity: error
                basis: good-practice
                fix: Mend it
                {Indent(rule, 4)}
            """;
        var files = new List<(string Path, string Text)>
        {
            ("rules/thresholds.yaml", Tables),
            ("rai/rules/p.rules.yaml", pack),
            ("rai/cards/c.datacard.yaml", $"schema: rai/datacard/1\nid: c\n{card.ReplaceLineEndings("\n")}"),
        };
        if (policy.Length > 0)
            files.Add(("rai/policy.yaml", $"schema: rai/policy/1\npacks: [p]\n{policy.ReplaceLineEndings("\n")}"));
        if (waivers.Length > 0)
            files.Add(("rai/waivers.yaml", $"schema: rai/waivers/1\ndecisions:\n{waivers.ReplaceLineEndings("\n")}"));
        if (purposes.Length > 0)
            files.Add(("rai/purposes.yaml", $"schema: rai/purposes/1\npurposes:\n{purposes.ReplaceLineEndings("\n")}"));
        return Judge([.. files]);
    }

    public static (JudgementResult Result, IReadOnlyList<Finding> Others) Judge(params (string Path, string Text)[] files)
    {
        var asOf = new Day(2026, 9, 30);
        var registry = new Registry(
            [.. files.Select(file => DocumentLoader.Load(new PolicyFile(file.Path, file.Path.StartsWith("rai/", StringComparison.Ordinal) ? FileOrigin.Repository : FileOrigin.Shipped, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file.Text)))))],
            asOf);
        var result = new RuleBook(registry).Judge(asOf);
        return (result, [.. registry.Documents.SelectMany(document => document.Findings.Items)]);
    }

    public static string Show(Finding finding) =>
        FormattableString.Invariant($"{finding.Rule} {finding.Kind} {finding.Severity} {finding.Subject} {finding.Location.Line}: {finding.Message}");

    private static string Indent(string text, int by) => text.ReplaceLineEndings("\n").Replace("\n", "\n" + new string(' ', by), StringComparison.Ordinal);
}
