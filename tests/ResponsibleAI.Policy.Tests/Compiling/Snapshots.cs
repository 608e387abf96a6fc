using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Policy.Tests.Compiling;

public sealed class Snapshots
{
    private static readonly Repo s_full = Repo.Shipped
        .Purpose("loan", "reviewBy: 2026-06-30, useArea: credit, commercial: true, lawfulBasis: none, allowedCategories: [user.health_and_medical, user.contact]")
        .Card("base", "license: [CC-BY-NC-4.0]\nrestrictions: [research-only]")
        .Card("c", """
            formerIds: [old]
            files: [b.csv, a.csv]
            license: [mit, { id: LicenseRef-own, covers: contents }]
            restrictions: [no-production]
            subjects: { data: personal }
            sources: [{ id: web, license: NOASSERTION }, { id: up, dataset: base }]
            columns:
              - { name: z, category: [user.health_and_medical], roles: [sensitive, protected] }
              - { name: a, roles: [] }
              - { name: m, protection: removed }
            purposes: [{ id: loan, art9: eu-gdpr:A9-2-a }]
            consent: { evidence: none, covers: [loan] }
            retention: { until: 2026-10 }
            proxies: [{ column: z, for: user.health }]
            """)
        .Policy("locked: [RAI1003]\ntighten: { RAI1001: { severity: error }, dataset/unknown: { severity: warning } }");

    [Fact]
    public void It_holds_what_the_files_say_with_dates_judged_and_names_of_today()
    {
        var snapshot = s_full.Snapshot();

        Assert.Equal(SnapshotState.Complete, snapshot.State);
        var purpose = Assert.Single(snapshot.Purposes);
        Assert.Equal(("2026-06-30", "credit", true, "none", null), (purpose.OverdueSince, purpose.UseArea, purpose.Commercial, purpose.LawfulBasis, purpose.Art9));
        Assert.Equal(["user.contact", "user.health"], purpose.AllowedCategories);
        Assert.Equal(("rai/purposes.yaml", 3), (purpose.File, purpose.Line));

        var card = snapshot.Cards.Single(card => card.Id == "c");
        Assert.Equal(("rai/cards/c.datacard.yaml", 2, "personal"), (card.File, card.Line, card.SubjectsData));
        Assert.Equal((true, false), (card.SourceStated, snapshot.Cards.Single(card => card.Id == "base").SourceStated));
        Assert.Equal(["old"], card.FormerIds);
        Assert.Equal(["a.csv", "b.csv"], card.Files);
        Assert.Equal(["z", "a", "m"], card.Columns!.Select(column => column.Name));
        Assert.Equal(["user.health"], card.Columns![0].Categories);
        Assert.Equal(["protected", "sensitive"], card.Columns![0].Roles);
        Assert.Equal([], card.Columns![1].Roles);
        Assert.Null(card.Columns![2].Roles);
        Assert.Equal(["unchanged", "unchanged", "removed"], card.Columns!.Select(column => column.Protection));
        Assert.Equal(new CardPurpose("loan", null, "eu-gdpr:A9-2-a"), Assert.Single(card.Purposes!));
        Assert.Equal(
            [new("LicenseRef-own", "", "unknown"), new("MIT", "", "allowed"), new("CC-BY-NC-4.0", "up ← base", "forbidden"), new("NOASSERTION", "web", "unknown")],
            card.Licenses);
        Assert.Equal(["no-production", "research-only"], card.Restrictions);
        Assert.Equal(("none", "2026-10-31"), (card.ConsentEvidence, card.RetentionEnded));
        Assert.Equal(["loan"], card.ConsentCovers);
        Assert.Equal(new CardProxy("z", "user.health"), Assert.Single(card.Proxies));
    }

    [Fact]
    public void What_a_card_does_not_say_stays_unsaid()
    {
        var card = Repo.Shipped.Card("c").Snapshot().Cards.Single();

        Assert.Null(card.SubjectsData);
        Assert.Null(card.Columns);
        Assert.Null(card.Purposes);
        Assert.Null(card.ConsentEvidence);
        Assert.Null(card.ConsentCovers);
        Assert.Null(card.RetentionEnded);
        Assert.Empty(card.Licenses);
    }

    [Fact]
    public void Categories_inherit_from_the_keys_above_until_one_says_otherwise()
    {
        var categories = Repo.Shipped.Snapshot().Categories.ToDictionary(category => category.Key);

        Assert.Equal((true, true, "user.health"), (categories["user.health"].GdprArt9, categories["user.health"].CcpaSensitive, categories["user.health_and_medical"].ReplacedBy));
        Assert.Equal((true, false), (categories["user.health.pregnancy"].GdprArt9, categories["user.health.pregnancy"].CcpaSensitive));
        Assert.Equal(["employment", "insurance"], categories["user.health.pregnancy"].ProtectedIn);
        Assert.Equal((false, "F", true), (categories["user.contact.email"].GdprArt9, categories["user.contact.email"].HipaaLetter, categories["user.contact.email"].DirectIdentifier));
        Assert.Equal(snapshotKeys(categories), snapshotKeys(categories).Order(StringComparer.Ordinal));

        static IEnumerable<string> snapshotKeys(Dictionary<string, DataCategory> categories) => categories.Keys;
    }

    [Fact]
    public void Code_rules_are_as_loud_as_the_policy_wants_them()
    {
        Assert.Equal(
            [new("RAI1001", "error", false), new("RAI1003", null, true), new("RAI2003", "warning", false)],
            s_full.Snapshot().Rules);
    }

    [Theory]
    [InlineData("loosen: [{ rule: RAI1001, off: true, reason: r, approver: a, approvedOn: 2026-01-01, expires: 2027-01-01 }]\napprovers: [{ who: a, may: [loosen] }]", "none", null)]
    [InlineData("loosen: [{ rule: RAI1001, set: { severity: info }, reason: r, approver: a, approvedOn: 2026-01-01, expires: 2027-01-01 }]\napprovers: [{ who: a, may: [loosen], packs: [purpose] }]", "info", null)]
    [InlineData("loosen: [{ rule: RAI1001, off: true, reason: r, approver: a, approvedOn: 2026-01-01, expires: 2026-11-21 }]\napprovers: [{ who: a, may: [loosen] }]", null, "The loosening of `RAI1001` expired on 2026-11-21; it does not count any more")]
    [InlineData("loosen: [{ rule: RAI1001, off: true, reason: r, approver: a, approvedOn: 2026-12-01, expires: 2027-01-01 }]\napprovers: [{ who: a, may: [loosen] }]", null, "The loosening of `RAI1001` is approved for 2026-12-01 only; it does not count yet")]
    [InlineData("loosen: [{ rule: RAI1001, off: true, reason: r, approver: b, approvedOn: 2026-01-01, expires: 2027-01-01 }]\napprovers: [{ who: a, may: [loosen] }]", null, "The loosening of `RAI1001` does not count: its approver may not loosen this; see approvers")]
    [InlineData("loosen: [{ rule: RAI1001, off: true, reason: r, approver: a, approvedOn: 2026-01-01, expires: 2027-01-01 }]\napprovers: [{ who: a, may: [loosen], packs: [gdpr] }]", null, "The loosening of `RAI1001` does not count: its approver may not loosen this; see approvers")]
    [InlineData("locked: [purpose/*]\nloosen: [{ rule: purpose/declared, off: true, reason: r, approver: a, approvedOn: 2026-01-01, expires: 2027-01-01 }]\napprovers: [{ who: a, may: [loosen] }]", null, "The loosening of `purpose/declared` does not count: the rule is locked")]
    public void A_loosening_counts_only_while_somebody_answers_for_it(string policy, string? severity, string? objection)
    {
        var repo = Repo.Shipped.Policy(policy);

        Assert.Equal(severity, repo.Snapshot().Rules.SingleOrDefault(rule => rule.Id == "RAI1001")?.Severity);
        Assert.Equal(objection is null ? [] : [objection], repo.Compile().Findings.Where(finding => finding.Rule == "RAI9006").Select(finding => finding.Message));
    }

    [Fact]
    public void The_order_of_files_changes_no_byte()
    {
        var once = s_full.Compile();
        var again = s_full.Compile(files => files.Reverse());

        Assert.Equal(once.Snapshot, again.Snapshot);
        Assert.Equal(once.Findings, again.Findings);
        Assert.Equal(once.Cards, again.Cards);
    }

    [Fact]
    public void Writing_what_was_read_gives_the_same_bytes()
    {
        var text = s_full.Compile().Snapshot;

        Assert.Equal(text, SnapshotXml.Write(SnapshotXml.Read(new StringReader(text))));
    }

    [Fact]
    public void Line_ends_change_no_byte()
    {
        var unix = Repo.Shipped.Card("c", "name: x\nowner: y").Compile().Snapshot;

        Assert.Equal(unix, Repo.Shipped.With("rai/cards/c.datacard.yaml", "\uFEFFschema: rai/datacard/1\r\nid: c\r\nname: x\r\nowner: y\r\n").Compile().Snapshot);
    }

    [Fact]
    public void Cards_made_from_each_other_end()
    {
        var card = Repo.Shipped
            .Card("a", "license: MIT\nsources: [{ id: s, dataset: b }]")
            .Card("b", "license: CC-BY-NC-4.0\nsources: [{ id: t, dataset: a }]")
            .Snapshot().Cards[0];

        Assert.Equal(["MIT", "CC-BY-NC-4.0"], card.Licenses.Select(license => license.Id));
        Assert.Equal("s ← b", card.Licenses[1].Via);
    }

    [Fact]
    public void A_broken_policy_is_never_the_lenient_one()
    {
        const string lenient = "schema: rai/policy/1\npacks: [copyright]\njurisdictions: [us]\nloosen: [{ rule: RAI1001, off: true, reason: r, approver: a, approvedOn: 2026-01-01, expires: 2027-01-01 }]\napprovers: [{ who: a, may: [loosen] }]\nlocked: [RAI1002]\n";
        var repo = Repo.Shipped.Card("c", "subjects: { data: personal }");

        var read = repo.Compile().Findings.Count(finding => finding.Rule == "RAI5301");
        var whole = Repo.Shipped.Card("c", "subjects: { data: personal }").With("rai/policy.yaml", lenient).Compile();
        var broken = Repo.Shipped.Card("c", "subjects: { data: personal }").With("rai/policy.yaml", lenient + "tighten: @oops\n").Compile();
        var snapshot = SnapshotXml.Read(new StringReader(broken.Snapshot));

        Assert.Equal(1, read);
        Assert.DoesNotContain(whole.Findings, finding => finding.Rule == "RAI5301");
        Assert.Contains(broken.Findings, finding => finding.Rule == "RAI5301");
        Assert.Equal(SnapshotState.Partial, snapshot.State);
        Assert.Equal([new("RAI1002", null, true)], snapshot.Rules);
    }

    [Fact]
    public void A_wrong_rule_makes_the_snapshot_partial_and_leaves_the_others()
    {
        var repo = Repo.Shipped.Card("c", "subjects: { data: personal }").With("rai/rules/own.rules.yaml", "schema: rai/rules/1\npack: own\nversion: 1.0.0\nlawAsOf: 2026-01-01\nrules:\n  - id: RAI5999\n    nonsense: 1\n");

        var result = repo.Compile();

        Assert.Equal(SnapshotState.Partial, repo.Snapshot().State);
        Assert.Contains(result.Findings, finding => finding.Rule == "RAI5301");
        Assert.Contains(result.Findings, finding => finding.Rule == "RAI9005" && finding.Location.Path == "rai/rules/own.rules.yaml");
    }

    [Fact]
    public void Every_finding_has_a_fingerprint_and_stands_in_order()
    {
        var findings = Repo.Shipped.Card("c", "nonsense: 1\nlicense: X\nsubjects: { data: personal }").Compile().Findings;

        Assert.True(findings.Count >= 3);
        Assert.All(findings, finding => Assert.Matches("^[0-9a-f]{64}$", finding.Fingerprint));
        Assert.Equal(findings.Count, findings.Select(finding => finding.Fingerprint).Distinct().Count());
        Assert.Equal(findings, findings.OrderBy(finding => finding.Location.Path, StringComparer.Ordinal).ThenBy(finding => finding.Location.Line).ThenBy(finding => finding.Location.Column));
    }

    [Fact]
    public void A_card_is_summed_up()
    {
        var result = Repo.Shipped.Card("c", "subjects: { data: personal }").Card("b").Compile();

        Assert.Equal([new CardSummary("b", "rai/cards/b.datacard.yaml", 0, 0, 1), new CardSummary("c", "rai/cards/c.datacard.yaml", 2, 0, 0)], result.Cards);
    }
}
