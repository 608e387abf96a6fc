using System.Text;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Tests.Compiling;

/// <summary>What a model card's evidence of a fairness gate tells the compiler, and what no card can make it read.</summary>
public sealed class Evidence
{
    private const string Path = "rai/evidence/m.fairness.json";

    /// <summary>What a gate writes, short, and with what JSON allows and YAML reads otherwise.</summary>
    internal const string Good = """
        {
          "schema": "rai/evidence/fairness/1",
          "model": "m",
          "dataset": null,
          "task": "binary",
          "rows": 4,
          "unusableRows": {},
          "attributes": ["Sex"],
          "conventions": ["none", "kept: for people"],
          "options": { "minGroupSize": 1, "seed": 1 },
          "verdict": "pass",
          "reasons": [],
          "thresholds": { "impact-ratio": 0.5 },
          "checks": [{ "metric": "impact-ratio", "over": "Sex", "value": 0.5, "atLeast": 0.5, "outcome": "pass" }],
          "breakdowns": [{
            "over": "Sex", "attributes": ["Sex"],
            "groups": [
              { "group": "none", "values": ["none"], "rows": 2, "counts": { "truePositives": 1, "falsePositives": 0, "trueNegatives": 1, "falseNegatives": 0 },
                "measures": [{ "name": "selection-rate", "value": 0.5, "of": 2 }, { "name": "true-positive-rate", "value": 1 }] },
              { "group": "m \u00e9", "values": ["m"], "rows": 2, "counts": { "truePositives": 2, "falsePositives": 0, "trueNegatives": 0, "falseNegatives": 0 },
                "measures": [{ "name": "selection-rate", "value": 1E0, "of": 2 }, { "name": "false-positive-rate", "value": null }] }
            ],
            "aggregates": [
              { "metric": "impact-ratio", "value": 0.5, "lowest": "none", "highest": "m", "interval": { "low": 0.1, "high": 1 }, "leftOut": [] },
              { "metric": "false-positive-rate-difference", "value": null, "leftOut": [{ "group": "m", "measure": "false-positive-rate", "kind": "undefined", "reason": "x" }] }
            ]
          }]
        }
        """;

    private static readonly string[] s_facts = ["RAI5701 impact-ratio, pass, 0.5"];

    /// <summary>A pack whose one rule says what it read.</summary>
    private static Repo With(string results, string? evidence = Good, string path = Path, string more = "") => (evidence is null ? Repo.Empty : Repo.Empty.With(path, evidence))
        .Ship("rules/packs/fairness.rules.yaml", """
            schema: rai/rules/1
            pack: fairness
            title: T
            version: 1.0.0
            lawAsOf: 2026-09-30
            owner: o
            rules:
              - id: RAI5701
                slug: fairness/told
                title: It says what was read
                about: modelcard
                forEach: fairness.results
                severity: warning
                basis: good-practice
                when: { verdict: stated }
                review: "{checks.metric}, {verdict}, {checks.value}"
                fix: None
                tests:
                  - { it: asks, card: { fairness.results: [{ verdict: pass }] }, expect: needs-review }
                  - { it: has nothing to ask, card: { fairness.results: [{ model: m }] }, expect: not-applicable }
              - id: RAI5702
                slug: fairness/adds-up
                title: It adds up
                about: modelcard
                forEach: fairness.results
                severity: warning
                basis: good-practice
                require: { contradictions: { count: { atMost: 0 } } }
                message: "{contradictions}"
                fix: None
                tests:
                  - { it: passes, card: { fairness.results: [{ verdict: pass }] }, expect: pass }
                  - { it: fails, card: { fairness.results: [{ verdict: fail, checks: [{ outcome: pass }] }] }, expect: fail }
                  - { it: is silent, card: { fairness.results: [{ file: x }] }, expect: not-stated }
              - id: RAI5703
                slug: fairness/agrees
                title: It agrees
                about: modelcard
                severity: warning
                basis: good-practice
                when: { evaluation.measured: stated }
                require: { evaluation.agrees: true }
                message: "{evaluation.value} is not {evaluation.measured}"
                fix: None
                tests:
                  - { it: has nothing to compare, card: { id: m }, expect: not-applicable }
            """)
        .With("rai/cards/m.modelcard.yaml", $"schema: rai/modelcard/1\nid: m\nfairness:\n  results: {results}\n{more}");

    private static string[] Told(Repo repo) => [.. repo.Compile().Findings.Where(finding => finding.Severity > Severity.Info).Select(finding => $"{finding.Rule} {finding.Message}")];

    [Theory]
    [InlineData("evidence")]
    [InlineData(Path)]
    [InlineData("./" + Path)]
    [InlineData("[{ file: " + Path + ", measuredOn: 2026-11-22 }]")]
    public void A_card_names_its_evidence_by_a_word_or_a_path(string results) => Assert.Equal(s_facts, Told(With(results)));

    [Fact]
    public void Keys_of_later_versions_are_passed_over_and_null_is_not_stated() => Assert.Empty(With("evidence").Integrity());

    [Fact]
    public void A_finding_stands_at_the_number_that_is_wrong()
    {
        var finding = Assert.Single(With("evidence", Good.Replace("\"rows\": 4", "\"rows\": 5", StringComparison.Ordinal)).Compile().Findings, finding => finding.Rule == "RAI5702");
        Assert.Equal((Path, 16), (finding.Location.Path, finding.Location.Line));
        Assert.Equal("5 rows, and groups over Sex have 4", finding.Message);
    }

    [Theory]
    [InlineData("\"value\": 0.5, \"atLeast\"", "\"value\": 0.6, \"atLeast\"", "impact-ratio over Sex = 0.6 in checks, 0.5 in breakdowns")]
    [InlineData("\"atLeast\": 0.5", "\"atLeast\": 0.7", "impact-ratio over Sex = 0.5 is called pass")]
    [InlineData("\"verdict\": \"pass\"", "\"verdict\": \"fail\"", "the verdict is fail and no check is")]
    [InlineData("\"outcome\": \"pass\"", "\"outcome\": \"insufficient-data\"", "the verdict is pass and impact-ratio over Sex is insufficient-data")]
    [InlineData("\"truePositives\": 1", "\"truePositives\": 2", "selection-rate of none = 0.5, 0.6667 by its counts")]
    [InlineData("\"value\": 1E0", "\"value\": 0.9", "selection-rate of m é = 0.9, 1 by its counts, impact-ratio over Sex = 0.5, 0.555…")]
    [InlineData("\"metric\": \"impact-ratio\", \"value\": 0.5", "\"metric\": \"impact-ratio\", \"value\": 0.4", "impact-ratio over Sex = 0.5 in checks, 0.4 in breakdowns, impact-ratio over Sex …")]
    [InlineData("\"rows\": 4", "\"rows\": 40", "40 rows, and groups over Sex have 4")]
    public void A_number_that_somebody_changed_contradicts_the_others(string was, string now, string told)
    {
        var message = Assert.Single(With("evidence", Good.Replace(was, now, StringComparison.Ordinal)).Compile().Findings, finding => finding.Rule == "RAI5702").Message;
        Assert.Equal(told, message);
    }

    [Theory]
    [InlineData("{ metric: accuracy, value: 1 }")]
    [InlineData("{ metric: Accuracy, value: 100 }")]
    [InlineData("{ metric: impact-ratio, value: 0.5 }")]
    [InlineData("{ metric: impact-ratio, value: 0.50 }")]
    [InlineData("{ metric: auc, value: 0.1 }")]
    [InlineData("{ metric: false-positive-rate-difference, value: 0.1 }")]
    public void A_number_on_the_card_may_be_rounded_or_be_one_that_the_evidence_lacks(string evaluation) =>
        Assert.Equal(s_facts, Told(With("evidence", more: $"evaluation: {evaluation}\n")));

    [Theory]
    [InlineData("{ metric: accuracy, value: 0.99 }", "0.99 is not 1")]
    [InlineData("{ metric: accuracy, value: 99 }", "99 is not 1")]
    [InlineData("{ metric: impact-ratio, value: 0.51 }", "0.51 is not 0.5")]
    [InlineData("{ metric: impact-ratio, value: 0.6 }", "0.6 is not 0.5")]
    [InlineData("{ metric: impact-ratio, value: 5e-2 }", "5e-2 is not 0.5")]
    public void Another_number_on_the_card_is_a_contradiction(string evaluation, string told) =>
        Assert.Contains("RAI5703 " + told, Told(With("evidence", more: $"evaluation: {evaluation}\n")));

    [Theory]
    [InlineData("credit-scoring", "accuracy", "0.743", "0.744")]
    [InlineData("credit-scoring", "impact-ratio", "0.884", "0.968")]
    [InlineData("income-prediction", "accuracy", "83.9", "84.1")]
    [InlineData("income-prediction", "equal-opportunity-ratio", "0.88", "0.955")]
    public void What_the_gates_of_the_samples_wrote_is_read_in_full_and_adds_up(string model, string metric, string measured, string other)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "evidence", model + ".fairness.json"));
        string[] RulesFor(string value) =>
        [
            .. Told(With($"rai/evidence/{model}.fairness.json", text, $"rai/evidence/{model}.fairness.json", $"evaluation: {{ metric: {metric}, value: {value} }}\n"))
                .Select(line => line.Substring(0, "RAI5701".Length))
                .Where(rule => rule != "RAI9003"),    // the data card is not here
        ];
        Assert.Equal(["RAI5701"], RulesFor(measured));
        Assert.Equal(["RAI5701", "RAI5703"], RulesFor(other).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Evidence_that_is_not_there_is_a_gap_at_the_card()
    {
        var findings = With("evidence", evidence: null).Compile().Findings;
        var missing = Assert.Single(findings, finding => finding.Rule == "RAI9003");
        Assert.Equal((FindingKind.Gap, Severity.Warning, "rai/cards/m.modelcard.yaml", 4, 12), (missing.Kind, missing.Severity, missing.Location.Path, missing.Location.Line, missing.Location.Column));
        Assert.Contains(Path, missing.Message, StringComparison.Ordinal);
        Assert.Contains("names no evidence that could be read", Assert.Single(findings, finding => finding.Rule == "RAI5000").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rai/evidence/../secret.fairness.json", "rai/secret.fairness.json")]
    [InlineData("../../outside.fairness.json", "../../outside.fairness.json")]
    [InlineData("/etc/outside.fairness.json", "/etc/outside.fairness.json")]
    [InlineData("rai/evidence/sub\\m.fairness.json", "rai/evidence/sub/m.fairness.json")]
    [InlineData("rai/evidence/C:/m.fairness.json", "rai/evidence/C:/m.fairness.json")]
    [InlineData("data/m.fairness.json", "data/m.fairness.json")]
    [InlineData("rai/evidence/m.json", "rai/evidence/m.json")]
    public void A_path_that_leads_elsewhere_is_not_read_even_when_the_file_is_there(string written, string file)
    {
        var told = Told(With(written, Good, file));
        Assert.DoesNotContain(told, line => line.StartsWith("RAI5701", StringComparison.Ordinal));
        Assert.Single(told, line => line.StartsWith("RAI9003", StringComparison.Ordinal) && line.Contains("is not read: evidence of a fairness gate lies below rai/evidence/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://example.com/results.json")]
    [InlineData("dms/4711")]
    public void Another_record_is_left_to_people(string written) => Assert.Empty(Told(With(written)));

    [Fact]
    public void What_no_card_names_is_not_opened()
    {
        var opened = 0;
        var file = new PolicyFile("rai/evidence/other.fairness.json", FileOrigin.Repository, () =>
        {
            opened++;
            throw new IOException();
        });

        With("evidence").Compile(all => [.. all, file]);
        Assert.Equal(0, opened);
        var named = With("rai/evidence/other.fairness.json").Compile(all => [.. all, file]);
        Assert.Equal(1, opened);
        Assert.Single(named.Findings, finding => finding.Rule == "RAI9001" && finding.Location.Path == file.Path);
    }

    [Theory]
    [InlineData("{ \"schema\": \"rai/evidence/fairness/1\", \"verdict\": \"pa", "RAI9001 This is no JSON")]
    [InlineData("{ \"schema\": \"rai/evidence/fairness/1\", \"verdict\": \"fail\", \"verdict\": \"pass\" }", "RAI900")]
    [InlineData("{ \"schema\": \"rai/evidence/fairness/1\", \"verdict\": \"perfect\" }", "RAI9002 `verdict` takes none of these words")]
    [InlineData("{ \"schema\": \"rai/evidence/fairness/1\", \"verdict\": \"pass\", \"checks\": [{ \"value\": \"much\" }] }", "RAI9002 `much` does not fit")]
    [InlineData("{ \"schema\": \"rai/evidence/fairness/1\", \"verdict\": \"pass\", \"checks\": 5 }", "RAI9002 `checks` takes the keys")]
    [InlineData("{ \"schema\": \"rai/evidence/fairness/1\", \"verdict\": \"pass\", \"rows\": [[[1]]] }", "RAI9002 `rows` takes one value")]
    [InlineData("{ \"schema\": \"rai/policy/1\", \"packs\": [] }", "RAI9001 The file's name says evidence of a fairness gate, its schema says the policy")]
    [InlineData("[1, 2]", "RAI9002 This is not evidence of a fairness gate")]
    [InlineData("", "RAI9001 The file is empty")]
    public void What_is_no_evidence_is_an_error_with_a_place_and_nothing_of_it_is_believed(string text, string told)
    {
        var result = With("evidence", text).Compile();
        Assert.DoesNotContain(result.Findings, finding => finding.Rule == "RAI5701");
        var error = result.Findings.First(finding => finding.Severity == Severity.Error);
        Assert.StartsWith(told, $"{error.Rule} {error.Message}", StringComparison.Ordinal);
        Assert.Equal(Path, error.Location.Path);
        Assert.DoesNotContain(result.Findings, finding => finding.Rule == "RAI9003");
    }

    [Fact]
    public void Size_and_depth_are_bounded()
    {
        var deep = "{ \"schema\": \"rai/evidence/fairness/1\", \"x\": " + new string('[', 100_000);
        var large = "{ \"schema\": \"rai/evidence/fairness/1\", \"reasons\": [" + string.Concat(Enumerable.Repeat("\"a\",", 1_100_000)) + "\"a\"] }";
        Assert.All([deep, large], text => Assert.Contains(With("evidence", text).Compile().Findings, finding => finding.Rule == "RAI9001" && finding.Location.Path == Path));
        Assert.Contains(With("evidence", Encoding.Latin1.GetString([0xFF, 0xFE, 0x00])).Compile().Findings, finding => finding.Rule is "RAI9001" or "RAI9002");
    }

    [Fact]
    public void Its_hash_is_in_the_snapshot_so_that_an_edit_is_another_policy()
    {
        var (one, other) = (With("evidence").Snapshot(), With("evidence", Good.Replace("\"seed\": 1", "\"seed\": 2", StringComparison.Ordinal)).Snapshot());
        Assert.Contains(one.Sources, source => source.Path == Path);
        Assert.NotEqual(one.Sources.Single(source => source.Path == Path).Hash, other.Sources.Single(source => source.Path == Path).Hash);
    }
}
