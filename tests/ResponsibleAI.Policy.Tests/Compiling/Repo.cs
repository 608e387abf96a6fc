using System.Text;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Policy.Tests.Compiling;

/// <summary>A repository in memory beside small shipped tables.</summary>
internal sealed class Repo
{
    private readonly List<PolicyFile> _files = [];

    public static Repo Empty => new();

    /// <summary>Small tables of every kind.</summary>
    public static Repo Shipped => Empty
        .Ship("rules/taxonomy/categories.yaml", """
            schema: rai/taxonomy/1
            categories:
              - { key: user, title: Person }
              - { key: user.contact, title: Contact }
              - { key: user.contact.email, title: Email }
              - { key: user.health, title: Health }
              - { key: user.health.pregnancy, title: Pregnancy }
              - { key: user.health_and_medical, title: Health, replacedBy: user.health }
            """)
        .Ship("rules/taxonomy/laws.yaml", """
            schema: rai/category-laws/1
            categories:
              - { category: user.health, gdprArt9: true, ccpaSensitive: true, protectedIn: [insurance, employment] }
              - { category: user.health.pregnancy, ccpaSensitive: false }
              - { category: user.contact.email, directIdentifier: true, hipaa: F }
            """)
        .Ship("rules/licenses/spdx.yaml", """
            schema: rai/spdx/1
            licenses:
              - { id: MIT, title: MIT License }
              - { id: CC-BY-NC-4.0, title: NC }
              - { id: GPL-3.0, title: GPL, deprecated: true, replacedBy: [GPL-3.0-only, GPL-3.0-or-later] }
              - { id: CC-BY-4.0, title: BY }
            """)
        .Ship("rules/licenses/facts.yaml", """
            schema: rai/licenses/1
            licenses:
              - { id: MIT, family: mit, commercial: allowed, training: unknown, aliases: [expat] }
              - { id: CC-BY-NC-4.0, family: cc-by-nc, commercial: forbidden }
            """)
        .Ship("rules/thresholds.yaml", """
            schema: rai/thresholds/1
            thresholds:
              - { name: k-minimum, unit: people, stricter: higher, default: 11, meaning: k }
              - { name: epsilon-maximum, unit: epsilon, stricter: lower, default: 3, meaning: e }
            """)
        .Ship("rules/laws.yaml", "schema: rai/laws/1\nlaws: [{ id: eu-gdpr, title: GDPR }]\n")
        .Ship("rules/packs/gdpr.rules.yaml", Pack("gdpr", "RAI5301", "gdpr/personal-or-not"))
        .Ship("rules/packs/copyright.rules.yaml", Pack("copyright", "RAI5101", "copyright/license-missing"));

    public Repo Ship(string path, string text) => Add(path, FileOrigin.Shipped, Encoding.UTF8.GetBytes(text));

    public Repo With(string path, string text) => Add(path, FileOrigin.Repository, Encoding.UTF8.GetBytes(text));

    public Repo With(string path, byte[] bytes) => Add(path, FileOrigin.Repository, bytes);

    public Repo Card(string id, string lines = "") => With($"rai/cards/{id}.datacard.yaml", $"schema: rai/datacard/1\nid: {id}\n{lines}\n");

    public Repo Policy(string lines) => With("rai/policy.yaml", "schema: rai/policy/1\npacks: [gdpr]\n" + lines + "\n");

    public Repo Purpose(string id, string more = "") => With("rai/purposes.yaml", $"schema: rai/purposes/1\npurposes:\n  - {{ id: {id}, title: T, owner: o{(more.Length == 0 ? "" : ", " + more)} }}\n");

    public PolicyResult Compile(Func<IEnumerable<PolicyFile>, IEnumerable<PolicyFile>>? order = null) =>
        PolicyCompiler.Compile(new PolicyRequest([.. order?.Invoke(_files) ?? _files], new Day(2026, 11, 22)));

    /// <summary>The snapshot as the analyzers read it.</summary>
    public PolicySnapshot Snapshot() => SnapshotXml.Read(new StringReader(Compile().Snapshot));

    /// <summary>Findings about the text: path(line,column) rule message.</summary>
    public string[] Integrity() =>
        [.. Compile().Findings.Where(finding => finding.Rule.StartsWith("RAI9", StringComparison.Ordinal)).Select(Line)];

    public static string Line(Finding finding) => $"{finding.Location.Path}({finding.Location.Line},{finding.Location.Column}) {finding.Rule} {finding.Message}";

    private static string Pack(string pack, string id, string slug) => $"""
        schema: rai/rules/1
        pack: {pack}
        title: T
        version: 1.0.0
        lawAsOf: 2026-09-30
        owner: o
        rules:
          - id: {id}
            slug: {slug}
            title: It says whether data is personal
            about: datacard
            severity: error
            basis: good-practice
            require: {"{ subjects.data: not-personal }"}
            message: "'{"{id}"}' holds personal data"
            fix: Say so
        """;

    private Repo Add(string path, FileOrigin origin, byte[] bytes)
    {
        _files.Add(new PolicyFile(path, origin, () => new MemoryStream(bytes)));
        return this;
    }
}
