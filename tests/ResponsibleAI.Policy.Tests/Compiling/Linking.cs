namespace ResponsibleAI.Policy.Tests.Compiling;

public sealed class Linking
{
    [Fact]
    public void The_small_tables_link_without_a_finding() => Assert.Empty(Repo.Shipped.Integrity());

    [Theory]
    [InlineData("purposes: [loan-aproval]", "rai/cards/c.datacard.yaml(3,12) RAI9003 `loan-aproval` is not in the purpose register (nearest: loan-approval)")]
    [InlineData("columns: [{ name: a, category: user.contact.emial }]", "rai/cards/c.datacard.yaml(3,32) RAI9003 `user.contact.emial` is not a data category (nearest: user.contact.email)")]
    [InlineData("columns: [{ name: a, category: user.health_and_medical }]", "rai/cards/c.datacard.yaml(3,32) RAI9002 `user.health_and_medical` is now called `user.health`")]
    [InlineData("sources: [{ id: s, dataset: othr }]", "rai/cards/c.datacard.yaml(3,29) RAI9003 No data card has the id `othr` (nearest: other)")]
    [InlineData("license: mit", "rai/cards/c.datacard.yaml(3,10) RAI9002 `mit` is written `MIT`")]
    [InlineData("license: expat", "rai/cards/c.datacard.yaml(3,10) RAI9002 `expat` is written `MIT`")]
    [InlineData("license: CC-BY-5.0", "rai/cards/c.datacard.yaml(3,10) RAI9003 `CC-BY-5.0` is not on the SPDX license list (nearest: CC-BY-4.0); what it allows is unknown. For a license of your own write LicenseRef-….")]
    [InlineData("license: MIT OR CC-BY-4.0", "rai/cards/c.datacard.yaml(3,10) RAI9003 `MIT OR CC-BY-4.0` is not on the SPDX license list; what it allows is unknown. An expression is not read: write a list, where each license says what it covers.")]
    [InlineData("license: GPL-3.0", "rai/cards/c.datacard.yaml(3,10) RAI9002 SPDX does not use `GPL-3.0` any more; write GPL-3.0-only or GPL-3.0-or-later")]
    [InlineData("files: [{ path: a.csv, source: surveys }]\nsources: [{ id: survey }]", "rai/cards/c.datacard.yaml(3,32) RAI9003 `surveys` is not a source of this card (nearest: survey)")]
    [InlineData("files: [{ path: a.csv, source: survey }]", "rai/cards/c.datacard.yaml(3,32) RAI9003 `survey` is not a source of this card: it lists none in sources[].id")]
    [InlineData("columns: [zip, age]\ngroups: [{ column: agee, value: x }]", "rai/cards/c.datacard.yaml(4,20) RAI9003 `agee` is not a column of this card (nearest: age)")]
    [InlineData("columns: [zip, age]\nproxies: [{ column: postcode }]", "rai/cards/c.datacard.yaml(4,21) RAI9003 `postcode` is not a column of this card")]
    [InlineData("columns: [zip, age]\nconsent: { column: consented }", "rai/cards/c.datacard.yaml(4,20) RAI9003 `consented` is not a column of this card")]
    public void A_reference_that_leads_nowhere_names_the_nearest(string line, string expected)
    {
        var repo = Repo.Shipped.Purpose("loan-approval").Card("other").Card("c", line);

        Assert.Equal([expected], repo.Integrity());
    }

    [Theory]
    [InlineData("license: LicenseRef-own")]
    [InlineData("license: NONE")]
    [InlineData("license: NOASSERTION")]
    [InlineData("sources: [{ id: s, dataset: former }]")]
    [InlineData("purposes: none")]
    [InlineData("files: [{ path: a.csv, source: survey }]\nsources: [{ id: survey }]")]
    [InlineData("files: [{ path: a.csv, source: none }]")]
    [InlineData("columns: [zip]\ngroups: [{ column: zip, value: x }]\nproxies: [{ column: zip }]\nconsent: { column: zip }")]
    [InlineData("groups: [{ column: zip, value: x }]")]
    public void A_reference_that_leads_somewhere_is_quiet(string line)
    {
        var repo = Repo.Shipped.Card("other", "formerIds: [former]").Card("c", line);

        Assert.Empty(repo.Integrity());
    }

    [Theory]
    [InlineData("{ use: gdpr, version: 1.0.0 }", null)]
    [InlineData("{ use: gdpr, version: 0.9.0 }", "(2,31) RAI9005 Pack `gdpr` was approved in version `0.9.0`; the one in use is `1.0.0`. Read what changed, then write the new version")]
    [InlineData("{ use: gdpr, sha256: none }", null)]
    [InlineData("{ use: gdpr, sha256: 00 }", "(2,30) RAI9005 Pack `gdpr` is not the text that was approved: its sha256 is HASH. Read what changed, then write the new hash")]
    public void A_pack_that_is_not_the_approved_one_is_told(string pack, string? expected)
    {
        var findings = Repo.Shipped.With("rai/policy.yaml", $"schema: rai/policy/1\npacks: [{pack}]\n").Integrity();
        Assert.Equal(expected is null ? [] : ["rai/policy.yaml" + expected], findings.Select(finding => System.Text.RegularExpressions.Regex.Replace(finding, "[0-9a-f]{64}", "HASH")));
    }

    [Fact]
    public void Rules_that_the_policy_switched_off_are_listed_with_the_reason()
    {
        var off = Repo.Shipped
            .Policy("loosen: [{ rule: RAI5301, off: true, reason: test data, approver: a@b.example, approvedOn: 2026-11-01, expires: 2026-12-31 }]\napprovers: [{ who: a@b.example, may: [loosen] }]")
            .Compile().Off;
        Assert.Equal("RAI5301 off by policy until 2026-12-31, answered for by a@b.example: test data", $"{Assert.Single(off).Rule.Id} {off[0].Why}");
        Assert.Empty(Repo.Shipped.Policy("").Compile().Off);
    }

    [Fact]
    public void A_register_that_could_not_be_read_makes_no_reference_wrong()
    {
        var repo = Repo.Shipped.With("rai/purposes.yaml", "schema: rai/purposes/1\npurposes:\n  - { id: a, title: t, owner: o }\n  - @broken\n").Card("c", "purposes: [b]");

        Assert.Equal(["rai/purposes.yaml(4,5) RAI9001 A text that starts with @ needs quotes: - \"@broken\". The file is not assessed from line 4 on"], repo.Integrity());
    }

    [Fact]
    public void The_same_id_twice_is_told_with_the_place_of_the_first()
    {
        var repo = Repo.Shipped.With("rai/cards/a.datacard.yaml", "schema: rai/datacard/1\nid: x\n").With("rai/cards/b.datacard.yaml", "schema: rai/datacard/1\nid: x\n");

        Assert.Equal(["rai/cards/b.datacard.yaml(2,5) RAI9004 `x` names a data card in rai/cards/a.datacard.yaml, line 2 already; that one counts"], repo.Integrity());
        Assert.Equal("rai/cards/a.datacard.yaml", Assert.Single(repo.Snapshot().Cards).File);
    }

    [Theory]
    [InlineData("rai/cards/x.datacard.yaml", "", "rai/cards/x.datacard.yaml(1,1) RAI9001 The file is empty")]
    [InlineData("rai/cards/x.datacard.yaml", "id: x\n", "rai/cards/x.datacard.yaml(1,1) RAI9002 `schema` is missing; a data card needs it")]
    [InlineData("rai/cards/x.datacard.yaml", "schema: rai/modelcard/1\nid: x\n", "rai/cards/x.datacard.yaml(1,9) RAI9002 The file's name says a data card, its schema says a model card; the schema counts")]
    [InlineData("rai/cards/x.datacard.yaml", "schema: rai/datacard/2\nid: x\n", "rai/cards/x.datacard.yaml(1,9) RAI9001 `rai/datacard/2` is no format that this version knows; nothing in the file is assessed. Did you mean `rai/datacard/1`?")]
    [InlineData("rai/notes.yaml", "a: b\n", "rai/notes.yaml(1,1) RAI9001 The file does not say what it is: its first line must be `schema: `, such as schema: rai/datacard/1")]
    [InlineData("rai/cards/x.datacard.yaml", "schema: rai/datacard/1\nid: x\n---\nid: y\n", "rai/cards/x.datacard.yaml(4,1) RAI9001 A second document starts here, after `---`; only the first one of a file is read")]
    [InlineData("rai/rules/x.rules.yaml", "- a\n", "rai/rules/x.rules.yaml(1,1) RAI9002 This is not a rule pack: it holds no `key: value` lines", "rai/rules/x.rules.yaml(1,1) RAI9002 `schema` is missing; a rule pack needs it: schema: rai/rules/1")]
    public void A_file_that_is_not_what_it_should_be_says_so(string path, string text, params string[] expected)
    {
        var repo = Repo.Shipped.With(path, text);

        Assert.Equal(expected, repo.Integrity());
        Assert.Equal(ResponsibleAI.Snapshot.SnapshotState.Partial, repo.Snapshot().State);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_a_finding()
    {
        var file = new PolicyFile("rai/cards/x.datacard.yaml", FileOrigin.Repository, () => throw new UnauthorizedAccessException());

        var result = PolicyCompiler.Compile(new PolicyRequest([file], new(2026, 1, 1)));

        Assert.Equal(["rai/cards/x.datacard.yaml(1,1) RAI9001 The file cannot be opened; nothing in it is assessed"], result.Findings.Select(Repo.Line));
    }

    [Theory]
    [InlineData("thresholds: { k-minimun: 12 }", "rai/policy.yaml(3,26) RAI9003 `k-minimun` is not a threshold (nearest: k-minimum)")]
    [InlineData("thresholds: { k-minimum: 5 }", "rai/policy.yaml(3,26) RAI9002 `k-minimum` asks for less than the shipped default, which counts instead. A looser number belongs under loosen: with a reason, an approver and an end date")]
    [InlineData("locked: [RAI5302]", "rai/policy.yaml(3,10) RAI9003 No rule is called `RAI5302` (nearest: RAI5301)")]
    [InlineData("silence: { copyrigth/*: error }", "rai/policy.yaml(3,25) RAI9003 No rule is called `copyrigth/*` (nearest: copyright/*)")]
    [InlineData("tighten: { RAI1001: { severity: info } }", "rai/policy.yaml(3,33) RAI9002 This edit loosens RAI1001 (severity warning → info); it belongs under loosen: with a reason, an approver and an end date. It does not count")]
    public void A_policy_names_what_exists_and_tightens_only(string line, string expected) =>
        Assert.Equal([expected], Repo.Shipped.Policy(line).Integrity());

    [Theory]
    [InlineData("packs: [gdrp]", "rai/policy.yaml(2,9) RAI9003 No rule pack is called `gdrp` (nearest: gdpr)")]
    [InlineData("packs: [./rules/own.rules.yaml]", "rai/policy.yaml(2,9) RAI9003 There is no rule pack at `./rules/own.rules.yaml`")]
    public void A_policy_names_packs_that_exist(string packs, string expected) =>
        Assert.Equal([expected], Repo.Shipped.With("rai/policy.yaml", $"schema: rai/policy/1\n{packs}\n").Integrity());

    [Fact]
    public void A_pack_that_the_policy_does_not_name_says_that_it_is_not_applied()
    {
        var repo = Repo.Shipped.Policy("").With("rai/rules/own.rules.yaml", "schema: rai/rules/1\npack: own\nversion: 1.0.0\nlawAsOf: 2026-01-01\nrules: []\n");

        Assert.Equal(["rai/rules/own.rules.yaml(1,1) RAI9003 The policy does not name this pack under packs:; its rules are not applied"], repo.Integrity());
    }
}
