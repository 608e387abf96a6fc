using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Rules;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Tests.Rules;

/// <summary>A small world for rules: a few licenses, categories, thresholds and laws that no shipped table can change under the tests.</summary>
internal sealed class Fixture : IRegistry
{
    private static readonly Dictionary<string, MapNode> s_licenses = Table(LicensesSchema.Joined, """
        CC0-1.0: { known: true, custom: false, family: cc0, commercial: allowed, derivatives: allowed, shareAlike: not-required, excludesPersonalData: false }
        MIT: { known: true, custom: false, family: mit, commercial: allowed, derivatives: allowed, shareAlike: not-required, excludesPersonalData: false }
        CC-BY-4.0: { known: true, custom: false, family: cc-by, commercial: allowed, derivatives: allowed, shareAlike: not-required, excludesPersonalData: true, attribution: required }
        CC-BY-NC-4.0: { known: true, custom: false, family: cc-by-nc, commercial: forbidden, derivatives: allowed, shareAlike: not-required, excludesPersonalData: true }
        CC-BY-ND-4.0: { known: true, custom: false, family: cc-by-nd, commercial: allowed, derivatives: forbidden, shareAlike: not-required, excludesPersonalData: true }
        CC-BY-SA-3.0: { known: true, custom: false, family: cc-by-sa, commercial: allowed, derivatives: allowed, shareAlike: required, excludesPersonalData: false }
        CC-BY-SA-4.0: { known: true, custom: false, family: cc-by-sa, commercial: allowed, derivatives: allowed, shareAlike: required, excludesPersonalData: true }
        OGL-UK-3.0: { known: true, custom: false, family: ogl, commercial: allowed, derivatives: allowed, shareAlike: not-required, excludesPersonalData: true }
        LicenseRef-x: { custom: true }
        NONE: { known: false, custom: false }
        NOASSERTION: { }
        """);

    private static readonly Dictionary<string, MapNode> s_categories = Table(CategoryLawsSchema.Joined, """
        user.health: { key: user.health, gdprArt9: true }
        user.contact: { key: user.contact, gdprArt9: false }
        user.contact.email: { key: user.contact.email, gdprArt9: false }
        user.health_and_medical: { key: user.health, gdprArt9: true }
        """);

    private readonly Dictionary<string, double> _thresholds = new() { ["k-minimum"] = 11, ["group-minimum"] = 30, ["opt-out-age-days"] = 45 };
    private readonly Dictionary<string, MapNode> _cards = [];
    private readonly Dictionary<string, MapNode> _purposes = [];

    public static RuleVocabulary Vocabulary { get; } = new(
        new Dictionary<string, Threshold>
        {
            ["k-minimum"] = new("k-minimum", "people", HigherIsStricter: true),
            ["group-minimum"] = new("group-minimum", "rows", HigherIsStricter: true),
            ["opt-out-age-days"] = new("opt-out-age-days", "days", HigherIsStricter: false),
        },
        new[] { "eu-gdpr", "eu-dsm", "eu-ai-act", "eu-ai-omnibus", "eu-infosoc", "us-ccpa", "us-copyright", "hf-dataset-card" }
            .ToDictionary(id => id, id => new Law(id, id.ToUpperInvariant(), "A. Reader", "2026-09")),
        id => s_licenses.ContainsKey(id) || id == "ODbL-1.0");

    public MapNode? Policy { get; init; }

    public MapNode? Card(string id) => _cards.GetValueOrDefault(id);

    public MapNode? Purpose(string id) => _purposes.GetValueOrDefault(id);

    public MapNode? License(string id) => s_licenses.GetValueOrDefault(id);

    public MapNode? Category(string key) => s_categories.GetValueOrDefault(key);

    public MapNode? Evidence(string cardId) => null;

    public MapNode? FairnessEvidence(string path) => null;

    public double? Threshold(string name) => _thresholds.TryGetValue(name, out var number) ? number : null;

    public Fixture With(string threshold, double number)
    {
        _thresholds[threshold] = number;
        return this;
    }

    /// <summary>The pack and what is wrong with it.</summary>
    public static (RulePack Pack, IReadOnlyList<Finding> Findings) Pack(string yaml)
    {
        var file = Read.Yaml(yaml);
        var findings = new FindingList("f.yaml");
        var pack = RulePackReader.Read(file.Documents[0], Vocabulary, findings);
        return (pack!, [.. file.Findings, .. findings.Items]);
    }

    /// <summary>A pack of one rule about data cards; <paramref name="lines"/> are its keys beside the usual ones.</summary>
    public static (RulePack Pack, IReadOnlyList<Finding> Findings) Rule(string lines, string top = "") =>
        Pack($$"""
            schema: rai/rules/1
            pack: p
            version: 1.0.0
            lawAsOf: 2026-09-30
            {{top.ReplaceLineEndings("\n")}}
            rules:
              - id: RAI1
                slug: p/one
                title: One
                about: datacard
                severity: error
                basis: good-practice
                fix: Mend it
                {{lines.ReplaceLineEndings("\n").Replace("\n", "\n    ", StringComparison.Ordinal)}}
            """);

    private static Dictionary<string, MapNode> Table(Field entry, string yaml)
    {
        var findings = new FindingList("fixture.yaml");
        var file = Read.Yaml(yaml);
        var table = ((YamlMapping)file.Documents[0]).Entries.ToDictionary(
            line => line.Key.Text,
            line => DocumentReader.Read(line.Value, entry, "an entry", ReadMode.RuleTest, findings)!);
        Assert.Empty(file.Findings);
        Assert.Empty(findings.Items);
        return table;
    }
}
