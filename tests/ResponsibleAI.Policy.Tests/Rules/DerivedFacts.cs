using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Rules;

namespace ResponsibleAI.Policy.Tests.Rules;

/// <summary>Facts that follow from others: their values, what silence of theirs names, and that they are typed like keys.</summary>
public sealed class DerivedFacts
{
    [Theory]
    [InlineData("license: { none: { conflicts: true } }", "license: [{ id: MIT, covers: contents }, { id: CC0-1.0, covers: contents }]", "fail", "license.conflicts")]
    [InlineData("license: { none: { conflicts: true } }", "license: [{ id: MIT, covers: contents }, { id: MIT, covers: contents }]", "pass", null)]
    [InlineData("license: { none: { conflicts: true } }", "license: [{ id: MIT, covers: contents }, { id: CC0-1.0, covers: metadata }]", "pass", null)]
    [InlineData("license: { none: { conflicts: true } }", "license: [{ id: MIT, covers: all, region: [US] }, { id: CC0-1.0, covers: all, region: [us, DE] }]", "fail", null)]
    [InlineData("license: { none: { conflicts: true } }", "license: [{ id: MIT, covers: all, region: [US] }, { id: CC0-1.0, covers: all, region: [DE] }]", "pass", null)]
    [InlineData("license: { none: { conflicts: true } }", "license: [MIT, CC0-1.0]", "not-stated", "license.covers")]
    [InlineData("sources: { none: { license: { some: { conflicts: true } } } }", "sources: [{ id: s, license: [{ id: MIT, covers: all }, { id: CC0-1.0, covers: all }] }]", "fail", "sources.license.conflicts")]
    [InlineData("groups: { every: { selectionRatio: { atLeast: 0.5 } } }", "groups: [{ column: a, value: x, count: 10, positives: 1 }, { column: a, value: y, count: 5, positives: 1 }, { column: b, value: z, count: 2, positives: 2 }]", "pass", null)]
    [InlineData("groups: { every: { selectionRatio: { above: 0.5 } } }", "groups: [{ column: a, value: x, count: 10, positives: 1 }, { column: a, value: y, count: 5, positives: 1 }]", "fail", "groups.selectionRatio")]
    [InlineData("groups: { every: { selectionRatio: { atLeast: 1 } } }", "groups: [{ column: a, value: x, count: 10, positives: 0 }, { column: a, value: y, count: 5, positives: 0 }]", "pass", null)]
    [InlineData("groups: { every: { selectionRatio: { atLeast: 0.5 } } }", "groups: [{ column: a, value: x, count: 10 }]", "not-stated", "groups.positives")]
    [InlineData("groups: { every: { selectionRatio: { atLeast: 0.5 } } }", "groups: [{ column: a, value: x, count: 0, positives: 0 }]", "not-stated", "groups.count")]
    [InlineData("groups: { every: { representation: { atLeast: 0.5 } } }", "groups: [{ column: a, value: x, count: 1, population: 0.5 }, { column: a, value: y, count: 3, population: 0.5 }]", "pass", null)]
    [InlineData("groups: { every: { representation: { above: 0.5 } } }", "groups: [{ column: a, value: x, count: 1, population: 0.5 }, { column: a, value: y, count: 3, population: 0.5 }]", "fail", "groups.representation")]
    [InlineData("groups: { every: { representation: { above: 0.5 } } }", "groups: [{ column: a, value: x, count: 1, population: 0 }]", "not-stated", "groups.population")]
    [InlineData("anonymization.models: { none: { deltaTimesPeople: { atLeast: 1 } } }", "{ subjects.count: 100, anonymization.models: [{ name: differential-privacy, delta: 0.01 }] }", "fail", "anonymization.models.deltaTimesPeople")]
    [InlineData("anonymization.models: { none: { deltaTimesPeople: { atLeast: 1 } } }", "{ subjects.count: 99, anonymization.models: [{ name: differential-privacy, delta: 0.01 }] }", "pass", null)]
    [InlineData("anonymization.models: { none: { deltaTimesPeople: { atLeast: 1 } } }", "{ anonymization.models: [{ name: differential-privacy, delta: 0.01 }] }", "not-stated", "subjects.count")]
    [InlineData("anonymization.models: { none: { deltaTimesPeople: { atLeast: 1 } } }", "{ subjects.count: 99, anonymization.models: [{ name: differential-privacy }] }", "not-stated", "anonymization.models.delta")]
    public void A_derived_fact_is_tested_like_a_key(string require, string card, string outcome, string? at) => Expect(require, card, outcome, at);

    [Theory]
    [InlineData("a: { license: MIT }", "pass")]
    [InlineData("a: { license: CC-BY-NC-4.0 }", "fail")]
    [InlineData("a: { license: MIT, sources: [{ id: t, dataset: b }] }, b: { license: MIT, sources: [{ id: u, dataset: c }] }, c: { license: CC-BY-NC-4.0 }", "fail")]
    [InlineData("a: { license: MIT, sources: [{ id: t, dataset: b }] }, b: { license: MIT, sources: [{ id: u, dataset: a }] }", "pass")]
    [InlineData("a: { license: MIT, sources: [{ id: t, dataset: gone }] }", "not-stated")]
    [InlineData("a: { name: no license }", "not-stated")]
    [InlineData("b: { license: MIT }", "not-stated")]
    public void Licenses_are_followed_upstream_to_the_end(string upstream, string outcome) =>
        Expect("sources: { every: { upstreamLicenses: { none: { commercial: forbidden } } } }", $"{{ sources: [{{ id: s, dataset: a }}] }}, upstream: {{ {upstream} }}", outcome, null);

    [Fact]
    public void A_source_without_a_card_has_nothing_upstream() =>
        Expect("sources: { every: { upstreamLicenses: { count: 0 } } }", "sources: [{ id: s, license: CC-BY-NC-4.0 }]", "pass", null);

    [Theory]
    [InlineData("require: { license: { some: { conflict: true } } }", "`conflict` is not a field of `license`. Did you mean `conflicts`?")]
    [InlineData("require: { groups: { some: { selectionRatio: high } } }", "`high` does not fit")]
    [InlineData("require: { groups: { some: { selectionRatio: { before: 2026 } } } }", "`before` compares dates, and `groups.selectionRatio` is a number")]
    [InlineData("require: { sources: { some: { upstreamLicenses: MIT } } }", "`sources.upstreamLicenses` is a list.")]
    public void A_derived_fact_is_type_checked(string rule, string expected) =>
        Assert.Contains(Fixture.Rule($"message: M\n{rule}").Findings, finding => finding.Message.StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void Nobody_can_write_a_derived_fact()
    {
        var (_, others) = World.Judge("message: M\nrequire: { name: x }", "license: [{ id: MIT, conflicts: false }]");
        Assert.Contains(others, finding => finding.Rule == PolicyRules.Schema && finding.Message.Contains("conflicts", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_is_documented_and_hides_no_key()
    {
        Assert.All(DerivedFields.All, derived => Assert.True(derived.Field.Title.Length > 20 && derived.Owner.Fields.All(field => field.Name != derived.Field.Name), derived.Field.Name));
        Assert.All(DerivedFields.All, derived => Assert.Same(derived, DerivedFields.Of(derived.Owner, derived.Field.Name)));
        Assert.Null(DerivedFields.Of(DataCardSchema.Root, "conflicts"));
    }

    [Fact]
    public void A_named_condition_that_goes_through_a_list_leaves_the_entry_of_the_rule_in_place() =>
        Assert.Equal(
            ["c/columns/b"],
            World.Judge(
                "forEach: columns\nwhen: { is: listed }\nrequire: { justification: provided }\nmessage: \"{name}\"",
                "purposes: [p]\ncolumns: [{ name: a, justification: j }, { name: b, justification: none }]",
                conditions: "listed: { when: { purposes: { some: { id: p } } } }").Result.Findings.Where(finding => finding.Rule == "RAI1").Select(finding => finding.Subject));

    [Fact]
    public void What_nobody_knows_of_a_license_is_told_once_at_the_license() =>
        Assert.Equal(
            ["c/license"],
            World.Judge("require: { license: { every: { known: true, id.attribution: required, commercial: allowed } } }\nmessage: M", "license: LicenseRef-own").Result.Findings.Select(finding => finding.Subject));

    private static void Expect(string require, string card, string outcome, string? at)
    {
        var (pack, findings) = Fixture.Rule($$"""
            message: M
            require: { {{require}} }
            tests: [{ it: does, card: {{(card.StartsWith('{') ? card : $"{{ {card} }}")}}, expect: {{outcome}}{{(at is null ? "" : $", at: {at}")}} }]
            """);
        Assert.Empty(findings);
        Assert.Null(RuleTests.Run(pack, new Fixture()).Single().Problem);
    }
}
