using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Rules;

namespace ResponsibleAI.Policy.Tests.Rules;

/// <summary>What a rule says of a card: three-valued, never lenient about silence.</summary>
public sealed class OutcomeTests
{
    [Theory]
    [InlineData("name: provided", "name: x", "pass")]
    [InlineData("owner: provided", "owner: none", "fail")]
    [InlineData("owner: provided", "rows: 1", "not-stated")]
    [InlineData("owner: { provided: false }", "owner: none", "pass")]
    [InlineData("not: { owner: provided }", "rows: 1", "not-stated")]
    [InlineData("not: { owner: stated }", "rows: 1", "pass")]
    [InlineData("subjects.data: [personal, possible]", "subjects.data: possible", "pass")]
    [InlineData("subjects.data: personal", "subjects.data: anonymized", "fail")]
    [InlineData("subjects.minors: false", "subjects.minors: true", "fail")]
    [InlineData("security: none", "security: none", "pass")]
    [InlineData("security: none", "security: dms/1", "fail")]
    [InlineData("consent.evidence: { equals: { field: security } }", "{ consent.evidence: a, security: a }", "pass")]
    [InlineData("consent.evidence: { equals: { field: security } }", "consent.evidence: a", "not-stated")]
    [InlineData("copyrightHolder: { notOneOf: [A, B] }", "copyrightHolder: A", "fail")]
    [InlineData("copyrightHolder: { notOneOf: [A, B] }", "copyrightHolder: none", "pass")]
    [InlineData("copyrightHolder: { notOneOf: { list: banned } }", "copyrightHolder: Mallory", "fail")]
    [InlineData("url: { matches: '^https://' }", "url: http://x", "fail")]
    [InlineData("url: { matches: '^(a+)+$' }", "url: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "not-stated")]
    public void A_test_of_a_value(string require, string card, string outcome) => Expect($"require: {{ {require} }}", card, outcome);

    [Theory]
    [InlineData("rows: { atLeast: 5 }", "rows: 5", "pass")]
    [InlineData("rows: { above: 5 }", "rows: 5", "fail")]
    [InlineData("rows: { atMost: 5, above: 2 }", "rows: 3", "pass")]
    [InlineData("rows: { below: 5 }", "rows: none", "fail")]
    [InlineData("not: { rows: { below: 5 } }", "name: x", "not-stated")]
    [InlineData("rows: { atLeast: { field: subjects.count } }", "{ rows: 3, subjects.count: 4 }", "fail")]
    [InlineData("rows: { atLeast: { field: subjects.count } }", "rows: 3", "not-stated")]
    [InlineData("rows: { atLeast: { threshold: group-minimum } }", "rows: 29", "fail")]
    [InlineData("rows: { atLeast: { threshold: group-minimum } }", "rows: 30", "pass")]
    public void A_test_of_a_number(string require, string card, string outcome) => Expect($"require: {{ {require} }}", card, outcome);

    [Theory]
    [InlineData("dateModified: { before: 2026-05-02 }", "dateModified: 2026-05-01", "pass")]
    [InlineData("dateModified: { before: 2026-05-02 }", "dateModified: 2026-05-02", "fail")]
    [InlineData("dateModified: { before: 2026-05-02 }", "dateModified: 2026-05", "not-stated")]
    [InlineData("dateModified: { before: 2026-06-01 }", "dateModified: 2026-05", "pass")]
    [InlineData("dateModified: { before: 2026-05-01 }", "dateModified: 2026-05", "fail")]
    [InlineData("dateModified: { onOrBefore: 2026-05-31 }", "dateModified: 2026-05", "pass")]
    [InlineData("dateModified: { onOrBefore: 2026-05-30 }", "dateModified: 2026-05", "not-stated")]
    [InlineData("dateModified: { onOrAfter: 2026-05 }", "dateModified: 2026-05", "not-stated")]
    [InlineData("dateModified: { after: 2025 }", "dateModified: 2026", "pass")]
    [InlineData("dateModified: { onOrBefore: today }", "dateModified: 2026-09-30", "pass")]
    [InlineData("dateModified: { before: today }", "dateModified: 2026-09-30", "fail")]
    [InlineData("retention.until: { onOrAfter: { field: dateModified, plusDays: 30 } }", "{ dateModified: 2026-01-01, retention.until: 2026-01-31 }", "pass")]
    [InlineData("retention.until: { onOrAfter: { field: dateModified, plusDays: 31 } }", "{ dateModified: 2026-01-01, retention.until: 2026-01-31 }", "fail")]
    [InlineData("dateModified: { notOlderThan: { threshold: opt-out-age-days } }", "dateModified: 2026-08-16", "pass")]
    [InlineData("dateModified: { notOlderThan: { threshold: opt-out-age-days } }", "dateModified: 2026-08-15", "fail")]
    [InlineData("dateModified: { notOlderThan: { threshold: opt-out-age-days } }", "dateModified: 2026-08", "not-stated")]
    [InlineData("dateModified: { notOlderThan: 99999999999 }", "dateModified: 0001-01-01", "pass")]
    public void A_date_is_an_interval_and_a_comparison_inside_it_is_unknown(string require, string card, string outcome) => Expect($"require: {{ {require} }}", card, outcome);

    [Theory]
    [InlineData("columns: { some: { roles: { contains: label } } }", "columns: [{ name: a, roles: [] }, { name: b, roles: [label] }]", "pass")]
    [InlineData("columns: { some: { roles: { contains: label } } }", "columns: [{ name: a, roles: [] }, { name: b }]", "not-stated")]
    [InlineData("columns: { some: { roles: { contains: label } } }", "columns: []", "fail")]
    [InlineData("columns: { some: { roles: { contains: label } } }", "columns: none", "fail")]
    [InlineData("columns: { every: { justification: provided } }", "columns: [{ name: a, justification: x }, { name: b }]", "not-stated")]
    [InlineData("columns: { every: { justification: provided } }", "columns: [{ name: a, justification: none }, { name: b }]", "fail")]
    [InlineData("columns: { every: { justification: provided } }", "columns: []", "pass")]
    [InlineData("columns: { every: { justification: provided } }", "rows: 1", "not-stated")]
    [InlineData("columns: { none: { protection: hashed } }", "columns: [a, b]", "pass")]
    [InlineData("columns: { none: { protection: hashed } }", "columns: [a, { name: b, protection: hashed }]", "fail")]
    [InlineData("columns: { where: { roles: { contains: label } }, every: { justification: provided } }", "columns: [{ name: a, roles: [] }]", "pass")]
    [InlineData("columns: { where: { roles: { contains: label } }, every: { justification: provided } }", "columns: [{ name: a }]", "not-stated")]
    [InlineData("columns: { where: { roles: { contains: label } }, some: { type: int } }", "columns: [{ name: a, roles: [], type: int }]", "fail")]
    [InlineData("columns: { count: 2 }", "columns: [a, b]", "pass")]
    [InlineData("columns: { count: { above: 1, below: 2 } }", "columns: [a, b]", "fail")]
    [InlineData("columns: { where: { roles: { contains: label } }, count: { atMost: 1 } }", "columns: [{ name: a, roles: [label] }, b]", "not-stated")]
    [InlineData("columns: { where: { roles: { contains: label } }, count: { atLeast: 1 } }", "columns: [{ name: a, roles: [label] }, b]", "pass")]
    [InlineData("columns: { where: { roles: { contains: label } }, count: 0 }", "columns: [{ name: a, roles: [label] }, b]", "fail")]
    [InlineData("columns: { where: { roles: { contains: label } }, count: 1 }", "columns: [{ name: a, roles: [label] }, b]", "not-stated")]
    [InlineData("restrictions: { none: [research-only] }", "rows: 1", "pass")]
    [InlineData("language: { contains: de }", "language: [en]", "fail")]
    [InlineData("language: { every: de }", "language: [de, de]", "pass")]
    [InlineData("language: provided", "language: []", "fail")]
    public void A_test_of_a_list(string require, string card, string outcome) => Expect($"require: {{ {require} }}", card, outcome);

    [Theory]
    [InlineData("license: { every: { commercial: allowed } }", "license: mit-0", "not-stated")]
    [InlineData("license: { every: { commercial: allowed } }", "license: MIT", "pass")]
    [InlineData("license: { every: { attribution: provided } }", "license: CC-BY-4.0", "not-stated")]
    [InlineData("license: { every: { id.attribution: required } }", "license: CC-BY-4.0", "pass")]
    [InlineData("license: { some: { family: { oneOf: { field: card.sources.license.family } } } }", "{ license: CC-BY-SA-4.0, sources: [{ id: s, license: [MIT, CC-BY-SA-3.0] }] }", "pass")]
    [InlineData("license: { some: { family: { oneOf: { field: card.sources.license.family } } } }", "{ license: CC-BY-SA-4.0, sources: [{ id: s, license: MIT }, { id: t }] }", "not-stated")]
    [InlineData("columns: { some: { category: { some: { under: user.health } } } }", "columns: [{ name: a, category: user.health_and_medical }]", "pass")]
    [InlineData("columns: { some: { category: { some: { under: user.contact } } } }", "columns: [{ name: a, category: user.contact.email }]", "pass")]
    [InlineData("columns: { some: { category: { some: { under: user.contact } } } }", "columns: [{ name: a, category: user.contacts }]", "fail")]
    [InlineData("columns: { some: { category: { some: { gdprArt9: true } } } }", "columns: [{ name: a, category: user.unheard }]", "not-stated")]
    public void A_reference_is_walked_and_a_dangling_one_is_unknown(string require, string card, string outcome) => Expect($"require: {{ {require} }}", card, outcome);

    [Theory]
    [InlineData("sources: [{ id: s, dataset: up }]", "pass")]
    [InlineData("sources: [{ id: s, dataset: up, license: CC-BY-NC-4.0 }]", "fail")]
    [InlineData("sources: [{ id: s, dataset: gone }]", "not-stated")]
    [InlineData("sources: [{ id: s }]", "not-stated")]
    public void The_license_of_an_upstream_card_flows_in_unless_the_source_has_its_own(string card, string outcome) =>
        Expect("forEach: sources\nrequire: { license: { every: { commercial: allowed } } }", card, outcome, "upstream: { up: { license: MIT } }");

    [Theory]
    [InlineData("purposes: [p]", "pass")]
    [InlineData("purposes: [{ id: p, lawfulBasis: eu-gdpr:A6-1-a }]", "fail")]
    [InlineData("purposes: [q]", "not-stated")]
    public void A_card_replaces_what_the_register_says_of_a_purpose(string card, string outcome) =>
        Expect("forEach: purposes\nrequire: { lawfulBasis: eu-gdpr:A6-1-b }", card, outcome, "purposes: { p: { lawfulBasis: eu-gdpr:A6-1-b } }");

    [Theory]
    [InlineData("name: x", "not-applicable")]
    [InlineData("columns: [{ name: a, type: x }]", "not-applicable")]
    [InlineData("{ owner: o, columns: [{ name: a, type: x, detail: o }] }", "pass")]
    [InlineData("{ owner: o, columns: [{ name: a, type: x, detail: p }] }", "fail")]
    public void Names_reach_outer_scopes(string card, string outcome) =>
        Expect("forEach: columns\nwhen: { card.owner: stated }\nrequire: { card.columns: { some: { detail: { equals: { field: card.owner } }, type: { equals: { field: column.type } } } } }", card, outcome);

    [Theory]
    [InlineData("{ subjects.data: personal }", "not-stated")]
    [InlineData("{ subjects.data: not-personal }", "not-applicable")]
    [InlineData("{ subjects.data: not-personal, security: dms/1 }", "not-applicable")]
    [InlineData("{ security: dms/1 }", "pass")]
    [InlineData("{ security: none }", "not-stated")]
    [InlineData("{ subjects.data: personal, security: none }", "fail")]
    public void An_unknown_when_never_reads_as_not_applicable(string card, string outcome) =>
        Expect("when: { subjects.data: personal }\nrequire: { security: provided }", card, outcome);

    [Theory]
    [InlineData("{ columns: [] }", "not-applicable")]
    [InlineData("{ name: x }", "not-stated")]
    [InlineData("{ subjects.data: not-personal }", "not-applicable")]
    public void A_list_that_is_not_stated_leaves_a_rule_about_its_entries_open(string card, string outcome) =>
        Expect("forEach: columns\nwhen: { card.subjects.data: personal }\nrequire: { justification: provided }", card, outcome);

    [Theory]
    [InlineData("subjects.data: unknown-word", null)]
    [InlineData("sources: [{ id: s, kind: unknown }]", "not-stated")]
    [InlineData("sources: [{ id: s, kind: web-crawl }]", "pass")]
    [InlineData("sources: [{ id: s, kind: employee }]", "fail")]
    public void The_word_unknown_is_silence(string card, string? outcome)
    {
        if (outcome is null)
            Assert.Contains("the test itself is wrong", Run("require: { subjects.data: personal }", card, "pass").Problem, StringComparison.Ordinal);
        else
            Expect("forEach: sources\nrequire: { kind: web-crawl }", card, outcome);
    }

    [Theory]
    [InlineData("collected: { to: 2019 }", "not-applicable")]
    [InlineData("collected: { to: 2022 }", "fail")]
    [InlineData("collected: { to: 2021 }", "not-stated")]
    [InlineData("kind: web-crawl", "not-stated")]
    public void A_rule_judges_the_date_that_it_names(string source, string outcome) =>
        Expect("forEach: sources\neffective: { from: 2021-06-07, to: 2030-01-01, at: collected.to }\nrequire: { url: { stated: true } }", $"sources: [{{ id: s, {source} }}]", outcome);

    [Theory]
    [InlineData("owner", "owner: none", "pass")]
    [InlineData("owner", "rows: 1", "not-applicable")]
    [InlineData("restrictions", "rows: 1", "not-applicable")]
    [InlineData("restrictions", "restrictions: []", "pass")]
    public void Stated_asks_whether_the_key_was_written(string key, string card, string outcome) =>
        Expect($"when: {{ {key}: stated }}\nrequire: {{ restrictions: {{ none: [research-only] }} }}", card, outcome);

    [Fact]
    public void Silence_fails_only_what_a_stated_fact_opened_and_an_inexact_date_is_no_silence()
    {
        const string rule = "ifSilent: fail\nwhen: { subjects.data: personal }\nrequire: { retention.until: { onOrAfter: today } }";
        Expect(rule, "subjects.data: personal", "fail");
        Expect(rule, "name: x", "not-stated");
        Expect(rule, "{ subjects.data: personal, retention.until: 2026 }", "not-stated");
    }

    [Fact]
    public void A_failing_test_says_what_decided()
    {
        var result = Run("require: { security: provided }", "security: none", "pass");
        Assert.Equal("expected pass, and it came out fail (decided by security)", result.Problem);
        Assert.StartsWith("f.yaml(", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_with_more_entries_than_may_be_read_is_not_assessed()
    {
        var columns = string.Join(", ", Enumerable.Range(0, 1200).Select(i => $"c{i}"));
        var (result, _) = World.Judge(
            "forEach: columns\nrequire: { card.columns: { none: { name: zzz } } }\nmessage: M",
            $"columns: [{columns}]");
        var finding = Assert.Single(result.Findings);
        Assert.Equal((FindingKind.NotAssessed, "RAI9001"), (finding.Kind, finding.Rule));
    }

    private static void Expect(string rule, string card, string outcome, string more = "")
    {
        var result = Run(rule, card, outcome, more);
        Assert.True(result.Problem is null, result.ToString());
    }

    private static RuleTestResult Run(string rule, string card, string outcome, string more = "")
    {
        if (!card.StartsWith('{'))
            card = $"{{ {card} }}";
        var tests = $"tests:\n- {{ it: x, card: {card}, {(more.Length == 0 ? "" : more + ", ")}expect: {outcome} }}";
        var (pack, findings) = Fixture.Rule($"{rule}\nmessage: M\n{tests}", "lists: { banned: [Mallory] }");
        Assert.Empty(Read.Lines(findings));
        return RuleTests.Run(pack, new Fixture()).Single();
    }
}
