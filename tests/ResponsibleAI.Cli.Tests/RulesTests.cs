using System.Text.Json;
using ResponsibleAI.Cli.Commands;
using ResponsibleAI.Cli.RulePacks;
using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Cli.Tests;

/// <summary>rai rules, as a legal reviewer runs it.</summary>
public sealed class RulesTests
{
    private const string Head = """
        schema: rai/rules/1
        pack: acme
        title: Our own
        version: 1.0.0
        lawAsOf: 2026-09-30
        rules:

        """;

    private const string Good = """
        - id: ACME1
          slug: acme/consent-record
          title: Consent has a record
          about: datacard
          forEach: purposes
          severity: error
          ifSilent: fail
          basis: law
          cites: [{ law: eu-gdpr, at: Art. 7(1), read: text }]
          effective: { from: 2018-05-25 }
          when: { lawfulBasis: eu-gdpr:A6-1-a }
          require: { card.consent.evidence: provided }
          message: "'{id}' relies on consent and the card names no record of it"
          fix: Link the record
          tests:
            - { it: fails without a record, card: { purposes: [{ id: p, lawfulBasis: eu-gdpr:A6-1-a }] }, expect: fail, at: consent.evidence }
            - { it: fails for a stated none, card: { purposes: [{ id: p, lawfulBasis: eu-gdpr:A6-1-a }], consent: { evidence: none } }, expect: fail }
            - { it: fails on the first day, asOf: 2018-05-25, card: { purposes: [{ id: p, lawfulBasis: eu-gdpr:A6-1-a }] }, expect: fail }
            - { it: passes with one, card: { purposes: [{ id: p, lawfulBasis: eu-gdpr:A6-1-a }], consent: { evidence: dms/1 } }, expect: pass }
            - { it: is silent without a basis, card: { purposes: [p] }, purposes: { p: {} }, expect: not-stated, at: purposes.lawfulBasis }
            - { it: leaves contracts alone, card: { purposes: [{ id: p, lawfulBasis: eu-gdpr:A6-1-b }] }, expect: not-applicable }
            - { it: does not apply a day before, asOf: 2018-05-24, card: { purposes: [{ id: p, lawfulBasis: eu-gdpr:A6-1-a }] }, expect: not-applicable }

        """;

    [Fact]
    public async Task A_good_pack_has_no_problem()
    {
        using var repo = Repo.With(("rai/rules/acme.rules.yaml", Head + Good));

        var outcome = await repo.Rules("lint", "rai/rules");

        Assert.Equal((0, "1 pack, 1 rule can be applied; 0 problems found; 0 items not assessed.\n"), (outcome.Exit, outcome.Output));
    }

    [Theory]
    [InlineData("when: { subject.data: personal }", "(16,11): error RAI9005: `subject.data` is not a field of a data card. Did you mean `subjects.data`?")]
    [InlineData("require: { columns: { some: { roles: { contains: quasi } } } }", "`roles` never holds `quasi`. Allowed: direct-identifier, quasi-identifier, sensitive, protected, label, free-text. Did you mean `quasi-identifier`?")]
    [InlineData("note: {id} is short", "A text that starts with { needs quotes: note: \"{id} is short\"")]
    [InlineData("cites: [{ law: eu-gdpr, at: Art. 6(1), 9, read: text }]", "`9` is not a field. The text `Art. 6(1)` was cut at the comma: put it in quotes")]
    [InlineData("require: { columns.name: x }", "`columns` is a list. Say whether some, every or none of its entries must hold")]
    [InlineData("when: { sharing.sold: true, all: [{ sharing.sold: false }] }", "This rule can never fail: its condition needs `sharing.sold: true` and `sharing.sold: false`")]
    [InlineData("ifSilent: fail", "This rule fails an empty data card. Silence may not be a failure: remove ifSilent, or add a `when` that reads a stated fact")]
    [InlineData("require: { rows: { atLeast: { threshold: k-minimum } } }\n  basis: law", "Basis is law, but the number `k-minimum` comes from a threshold of the organization. Split the rule or set basis: organization")]
    [InlineData("message: The card violates the law", "`violates`: The tool sees a card, not a court's findings; say what the card shows")]
    [InlineData("cites: [{ law: eu-ai-omnibus, at: Art. 1, read: text }]", "The citation is marked text, but `eu-ai-omnibus` names no reader and date in rules/laws.yaml")]
    [InlineData("cites: [{ law: eu-gdrp, at: Art. 1, read: text }]", "law `eu-gdrp` is not in rules/laws.yaml (nearest: eu-gdpr)")]
    [InlineData("note: \"no end", "cannot be read")]
    public async Task A_mistake_is_told_with_its_place_what_was_meant_and_the_way_out(string lines, string expected)
    {
        var keys = lines.Split('\n').Select(static line => line.Trim().Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        string[] rule =
        [
            "- id: ACME2", "  slug: acme/two", "  title: Two", "  about: datacard", "  severity: warning", "  basis: good-practice", "  fix: Mend it",
            "  message: The card does not say so", "  require: { security: provided }",
        ];
        var text = string.Join("\n", rule.Where(line => !keys.Contains(line.Trim('-', ' ').Split(':')[0]))) + "\n  " + lines + "\n";
        using var repo = Repo.With(("rai/rules/acme.rules.yaml", Head + text));

        var outcome = await repo.Rules("lint", "rai/rules/acme.rules.yaml");

        Assert.Contains(expected, outcome.Output);
        Assert.Contains("rai/rules/acme.rules.yaml(", outcome.Output);
        Assert.DoesNotContain(repo.Root, outcome.Output);
        Assert.NotEqual(0, outcome.Exit);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_to_its_end_names_the_rules_that_are_lost_and_is_three()
    {
        using var repo = Repo.With(("rai/rules/acme.rules.yaml", Head + Good + "- id: ACME8\n  slug: acme/eight\n  title: \"no end\n- id: ACME9\n  slug: acme/nine\n- id: ACME10\n"));

        var outcome = await repo.Rules("lint", "rai/rules");

        Assert.Equal(3, outcome.Exit);
        Assert.Contains("2 rules, `ACME9` to `ACME10`, stand behind it and are not applied", outcome.Output);
        Assert.Contains("1 pack, 1 rule can be applied", outcome.Output);
    }

    [Theory]
    [InlineData("json", "\"rule\": \"RAI9005\"")]
    [InlineData("sarif", "\"ruleId\": \"RAI9005\"")]
    [InlineData("github", "::error file=rai/rules/acme.rules.yaml,line=")]
    public async Task Lint_writes_for_programs_too(string format, string expected)
    {
        using var repo = Repo.With(("rai/rules/acme.rules.yaml", Head + Good.Replace("card.consent.evidence:", "card.consent.evidense:", StringComparison.Ordinal)));

        var outcome = await repo.Rules("lint", "rai/rules", "--format", format);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains(expected, outcome.Output);
    }

    [Fact]
    public async Task The_shipped_packs_have_no_problem_and_their_tests_notice_every_mistake()
    {
        var lint = await Rai("rules", "lint", Path.Combine(AppContext.BaseDirectory, "rules"));
        var tested = await Rai("rules", "test", Path.Combine(AppContext.BaseDirectory, "rules", "packs", "coppa.rules.yaml"));

        Assert.Equal(0, lint.Exit);
        Assert.StartsWith("9 packs, ", lint.Output);
        Assert.Equal(0, tested.Exit);
        Assert.Contains("0 failed.", tested.Output);
        Assert.EndsWith("made on purpose, 0 not noticed.\n", tested.Output);
    }

    [Fact]
    public async Task A_rule_whose_tests_notice_everything_is_well_tested()
    {
        using var repo = Repo.With(("rai/rules/acme.rules.yaml", Head + Good));

        var outcome = await repo.Rules("test", "rai/rules");

        Assert.Equal((0, "1 pack, 1 rule, 7 tests, 0 failed. 8 mistakes made on purpose, 0 not noticed.\n"), (outcome.Exit, outcome.Output));
    }

    [Theory]
    [InlineData("    - { it: does not apply a day before", "    # - ", "No test of ACME1 notices when it begins a day before 2018-05-25")]
    [InlineData("lawfulBasis: eu-gdpr:A6-1-a }\n", "lawfulBasis: [eu-gdpr:A6-1-a, eu-gdpr:A6-1-f] }\n", "No test of ACME1 notices when in `when` `eu-gdpr:A6-1-f (legitimate interests)` is deleted from the words of `lawfulBasis`")]
    [InlineData("    - { it: fails on the first day", "    # - ", "No test of ACME1 notices when it begins a day after 2018-05-25")]
    [InlineData("    - { it: passes with one", "    # - ", "No test of ACME1 shows the outcome pass, which it can have")]
    [InlineData("expect: pass }", "expect: fail }", "error ACME1: Test \"passes with one\": expected fail, and it came out pass")]
    [InlineData("it: passes with one, card:", "it: passes with one, card: { nmae: x }, purposes:", "Test \"passes with one\": the test itself is wrong at line")]
    public async Task What_no_test_guards_is_said_in_english(string text, string instead, string expected)
    {
        using var repo = Repo.With(("rai/rules/acme.rules.yaml", Head + Good.Replace(text, instead, StringComparison.Ordinal)));

        var outcome = await repo.Rules("test", "rai/rules");

        Assert.Equal(1, outcome.Exit);
        Assert.Contains(expected, outcome.Output);
    }

    [Fact]
    public async Task One_rule_is_tested_alone_and_an_unknown_one_is_two()
    {
        using var repo = Repo.With(("rai/rules/acme.rules.yaml", Head + Good));

        var one = await repo.Rules("test", "rai/rules", "--rule", "acme/consent-record", "--no-mutants");
        var unknown = await repo.Rules("test", "rai/rules", "--rule", "acme/consent-recrod");

        Assert.Equal((0, "1 pack, 1 rule, 7 tests, 0 failed. No mistakes were made on purpose.\n"), (one.Exit, one.Output));
        Assert.Equal((2, "No rule is called 'acme/consent-recrod'. Did you mean acme/consent-record?\n"), (unknown.Exit, unknown.Error));
    }

    [Fact]
    public async Task A_rule_is_explained_in_english_with_its_citation_and_a_card_of_each_kind()
    {
        var outcome = await Rai("rules", "explain", "gdpr/consent-evidence");

        Assert.Equal(0, outcome.Exit);
        Assert.StartsWith("RAI5302  Consent needs evidence\n", outcome.Output);
        Assert.Contains("For each purpose of a data card, when the data is about identifiable people, and `lawfulBasis`", outcome.Output);
        Assert.Contains("then the record of consent (`card.consent.evidence`)", outcome.Output);
        Assert.Contains("Saying nothing counts as failing. It applies from 2018-05-25 on.", Unwrapped(outcome.Output));
        Assert.Contains("Art. 7(1) (text read by ", Unwrapped(outcome.Output));
        Assert.Contains("https://eur-lex.europa.eu/", outcome.Output);
        Assert.Contains("  -> fail\n", outcome.Output);
        Assert.Contains("  -> pass\n", outcome.Output);
    }

    [Theory]
    [InlineData("copyright/upstream-license-conflict", "For each source of a data card, for every entry of")]
    [InlineData("copyright/tdm-research-claim", "is true. Where it is not so, a human answers. It applies at any date.")]
    [InlineData("anonymization/dp-epsilon", "For each entry of `anonymization.models` of a data card, when")]
    [InlineData("anonymization/dp-epsilon", "must be at most the organization's epsilon-maximum.")]
    [InlineData("hipaa/safe-harbor", "(`protection`) must be one of removed, suppressed or synthesized.")]
    public async Task What_a_rule_does_is_in_its_sentence(string rule, string words) =>
        Assert.Contains(words, Unwrapped((await Rai("rules", "explain", rule)).Output));

    [Fact]
    public async Task An_unread_citation_says_so()
    {
        using var repo = Repo.With(("rai/rules/acme.rules.yaml", Head + Good.Replace("read: text", "read: unverified", StringComparison.Ordinal)));

        var outcome = await repo.Rules("explain", "", "ACME1", "--packs", Path.Combine(repo.Root, "rai"));

        Assert.Contains("(unverified: nobody checked this line)", Unwrapped(outcome.Output));
    }

    [Fact]
    public void Every_shipped_rule_can_be_explained()
    {
        var library = PackShelf.Of([Path.Combine(AppContext.BaseDirectory, "rules")], new Day(2026, 9, 30)).Library;

        Assert.NotEmpty(library.Rules);
        Assert.All(library.Rules, entry =>
        {
            var sentence = JsonDocument.Parse(new RuleExplanation(entry.Pack, entry.Rule, library.Texts).Json()).RootElement.GetProperty("sentence").GetString()!;
            Assert.StartsWith("For ", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("ResponsibleAI.", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("``", sentence, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("lawfulBasis: eu-gdpr:A6-1-a", "fail", "consent.evidence is not stated; nearest: line 1")]
    [InlineData("lawfulBasis: eu-gdpr:A6-1-a }]\nconsent: { evidence: [dms/1", "pass", "consent.evidence = dms/1 (line 4)")]
    [InlineData("lawfulBasis: eu-gdpr:A6-1-b", "not applicable", "purposes.lawfulBasis = eu-gdpr:A6-1-b (line 3)")]
    public async Task A_trial_shows_which_value_decided_each_line(string purpose, string answer, string value)
    {
        using var repo = Repo.With(
            ("rai/policy.yaml", "schema: rai/policy/1\npacks: [gdpr]\n"),
            ("rai/rules/acme.rules.yaml", Head + Good),
            ("rai/cards/c.datacard.yaml", $"schema: rai/datacard/1\nid: c\npurposes: [{{ id: p, {purpose.Replace("[dms/1", "dms/1", StringComparison.Ordinal)} {(purpose.Contains('\n', StringComparison.Ordinal) ? "}" : "}]")}\n"));

        var outcome = await repo.Rules("try", "", "ACME1", "--card", Path.Combine(repo.Root, "rai/cards/c.datacard.yaml"), "--as-of", "2026-01-01");

        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        Assert.Contains($"'p': {answer}\n", outcome.Output);
        Assert.Contains(value, outcome.Output);
        Assert.Contains("yes     it applies from 2018-05-25 on", outcome.Output);
    }

    [Fact]
    public async Task A_trial_reads_the_register_beside_the_card_and_says_where()
    {
        using var repo = Repo.With(
            ("rai/policy.yaml", "schema: rai/policy/1\npacks: [gdpr]\n"),
            ("rai/purposes.yaml", "schema: rai/purposes/1\npurposes:\n  - { id: p, title: T, owner: o, lawfulBasis: eu-gdpr:A6-1-a }\n"),
            ("rai/cards/c.datacard.yaml", "schema: rai/datacard/1\nid: c\nsubjects: { data: personal }\npurposes: [p]\n"));
        var card = Path.Combine(repo.Root, "rai/cards/c.datacard.yaml");

        var text = await repo.Rules("try", "", "RAI5302", "--card", card);
        var json = JsonDocument.Parse((await repo.Rules("try", "", "RAI5302", "--card", card, "--format", "json")).Output).RootElement;

        Assert.Contains("purposes.lawfulBasis = eu-gdpr:A6-1-a (rai/purposes.yaml, line 3)", Unwrapped(text.Output));
        var trial = json.GetProperty("documents")[0].GetProperty("trials")[0];
        Assert.Equal(("p", "fail", "unknown"), (trial.GetProperty("element").GetString(), trial.GetProperty("outcome").GetString(), trial.GetProperty("require").GetProperty("answer").GetString()));
    }

    [Fact]
    public async Task A_trial_reads_the_evidence_that_the_card_names_and_says_where()
    {
        using var repo = Repo.With(
            ("rai/policy.yaml", "schema: rai/policy/1\npacks: [fairness]\n"),
            ("rai/cards/m.modelcard.yaml", "schema: rai/modelcard/1\nid: m\nfairness: { results: evidence }\n"),
            ("rai/evidence/m.fairness.json", "{\n  \"schema\": \"rai/evidence/fairness/1\",\n  \"model\": \"m\",\n  \"verdict\": \"fail\"\n}\n"));

        var trial = await repo.Rules("try", "", "RAI5820", "--card", Path.Combine(repo.Root, "rai/cards/m.modelcard.yaml"));
        var check = await repo.Run("check");

        Assert.Contains("fairness.results.verdict = fail (rai/evidence/m.fairness.json, line 4)", Unwrapped(trial.Output));
        Assert.Contains("rai/evidence/m.fairness.json(4,14): error RAI5820: the fairness gate of 'm' failed", check.Output);
    }

    [Fact]
    public async Task A_card_of_another_kind_is_two_and_one_that_cannot_be_read_is_three()
    {
        using var repo = Repo.With(
            ("m.modelcard.yaml", "schema: rai/modelcard/1\nid: m\n"),
            ("broken.datacard.yaml", "- nothing\n"));

        var other = await repo.Rules("try", "", "RAI5302", "--card", Path.Combine(repo.Root, "m.modelcard.yaml"));
        var broken = await repo.Rules("try", "", "RAI5302", "--card", Path.Combine(repo.Root, "broken.datacard.yaml"));

        Assert.Equal((2, "RAI5302 is about a data card; 'm.modelcard.yaml' holds a model card\n"), (other.Exit, other.Error));
        Assert.Equal(3, broken.Exit);
    }

    [Fact]
    public async Task The_list_says_what_falls_due()
    {
        using var repo = Repo.With(("rai/rules/acme.rules.yaml", Head.Replace("lawAsOf: 2026-09-30", "lawAsOf: 2026-09-30\nreviewBy: 2026-12-31", StringComparison.Ordinal) + Good.Replace("{ from: 2018-05-25 }", "{ from: 2026-11-01, to: 2027-06-30 }", StringComparison.Ordinal)));

        var soon = await repo.Rules("list", "rai/rules", "--due", "90", "--as-of", "2026-10-10");
        var later = await repo.Rules("list", "rai/rules", "--due", "10", "--as-of", "2026-10-10");

        Assert.Equal((0, "ACME1  acme/consent-record  Consent has a record [applies from 2026-11-01; pack to be looked at again by 2026-12-31]\n1 rule with a period that begins or ends, or a review that falls due, from 2026-10-10 to 2027-01-08.\n"), (soon.Exit, soon.Output));
        Assert.StartsWith("0 rules ", later.Output);
    }

    [Fact]
    public async Task Every_citation_is_a_row_with_its_mark_and_a_rule_that_cites_nothing_has_one()
    {
        var second = Good.Replace("ACME1", "ACME3", StringComparison.Ordinal).Replace("basis: law", "basis: good-practice", StringComparison.Ordinal).Replace("  cites: [{ law: eu-gdpr, at: Art. 7(1), read: text }]\n", "", StringComparison.Ordinal)
            .Replace("Consent has a record", "=HYPERLINK(\"x\"), a title", StringComparison.Ordinal).Replace("title: =", "title: '=", StringComparison.Ordinal).Replace("a title", "a title'", StringComparison.Ordinal);
        using var repo = Repo.With(("rai/rules/acme.rules.yaml", Head + Good + second));

        var outcome = await repo.Rules("cites", "rai/rules");
        var lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(0, outcome.Exit);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("rule,slug,pack,", lines[0]);
        Assert.StartsWith("ACME1,acme/consent-record,acme 1.0.0,Consent has a record,law,error,,2018-05-25,,eu-gdpr,\"General Data Protection Regulation, ", lines[1]);
        Assert.Contains(",Art. 7(1),text,", lines[1]);
        Assert.Contains(",\"'=HYPERLINK(\"\"x\"\"), a title\",good-practice,", lines[2]);
        Assert.Contains(",cites nothing,", lines[2]);
    }

    [Fact]
    public async Task The_pages_need_nothing_else_escape_what_packs_say_and_are_the_same_every_time()
    {
        using var repo = Repo.With(("rai/rules/acme.rules.yaml", Head + Good.Replace("title: Consent has a record", "title: \"<script>alert(1)</script> & 'more'\"", StringComparison.Ordinal)));
        var (one, two) = (Path.Combine(repo.Root, "one"), Path.Combine(repo.Root, "two"));

        var outcome = await repo.Rules("docs", "rai/rules", "--output", one);
        await repo.Rules("docs", "rai/rules", "--output", two);

        Assert.Equal(0, outcome.Exit);
        string[] files = ["citations.html", "coverage.html", "dates.html", "index.html", "law-eu-gdpr.html", "rule-ACME1.html"];
        Assert.Equal(files, Directory.EnumerateFiles(one).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var file in files)
        {
            var page = await File.ReadAllTextAsync(Path.Combine(one, file));
            Assert.Equal(page, await File.ReadAllTextAsync(Path.Combine(two, file)));
            Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", page);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain(repo.Root, page, StringComparison.Ordinal);
            Assert.DoesNotMatch("(src|srcset)=|<link |@import|url\\(", page);
            Assert.All(System.Text.RegularExpressions.Regex.Matches(page, "href=\"([^\"#]+)[\"#]"), link =>
                Assert.True(link.Groups[1].Value.StartsWith("https://", StringComparison.Ordinal) || files.Contains(link.Groups[1].Value), $"{file} leads to {link.Groups[1].Value}"));
        }

        var law = await File.ReadAllTextAsync(Path.Combine(one, "law-eu-gdpr.html"));
        Assert.Contains("<h2>Art. 7</h2>", law);
        Assert.Contains("<li>Art. 6</li>", law);
        Assert.DoesNotContain("<li>Art. 7</li>", law);
        Assert.Contains("tag text\">text read", await File.ReadAllTextAsync(Path.Combine(one, "rule-ACME1.html")));
    }

    [Theory]
    [InlineData("severity: error", "severity: warning", "looser", "severity: error → warning", 1)]
    [InlineData("  ifSilent: fail\n", "", "looser", "when silent: fails → says so", 1)]
    [InlineData("from: 2018-05-25", "from: 2017-05-25", "stricter", "from: 2018-05-25 → 2017-05-25", 0)]
    [InlineData("when: { lawfulBasis: eu-gdpr:A6-1-a }", "when: { lawfulBasis: [eu-gdpr:A6-1-a, eu-gdpr:A6-1-b] }", "stricter", "come out worse, none better; the case \"leaves contracts alone\" goes from not applicable to fail", 0)]
    [InlineData("when: { lawfulBasis: eu-gdpr:A6-1-a }", "when: { lawfulBasis: eu-gdpr:A6-1-b }", "stricter and looser", "come out worse, ", 1)]
    [InlineData("when: { lawfulBasis: eu-gdpr:A6-1-a }", "when: { all: [{ lawfulBasis: eu-gdpr:A6-1-a }, { lawfulBasis: { notOneOf: [eu-gdpr:A6-1-b] } }] }", "no difference seen", "no difference on ", 0)]
    [InlineData("fix: Link the record", "fix: Link it", "reworded", "what to do: Link the record → Link it", 0)]
    [InlineData("read: text", "read: unverified", "reworded", "cites: ", 0)]
    public async Task Two_versions_are_compared_by_what_they_find(string text, string instead, string kind, string what, int exit)
    {
        using var repo = Repo.With(("old/acme.rules.yaml", Head + Good), ("new/acme.rules.yaml", Head + Good.Replace(text, instead, StringComparison.Ordinal)));

        var outcome = await repo.Rules("diff", "old", Path.Combine(repo.Root, "new"));

        Assert.Equal((exit, ""), (outcome.Exit, outcome.Error));
        Assert.StartsWith($"{kind}: ACME1 acme/consent-record: Consent has a record\n", outcome.Output);
        Assert.Contains(what, Unwrapped(outcome.Output));
    }

    [Fact]
    public async Task New_and_gone_rules_and_changed_cards_are_named()
    {
        using var repo = Repo.With(
            ("old/acme.rules.yaml", Head + Good),
            ("new/acme.rules.yaml", Head + Good.Replace("ACME1", "ACME4", StringComparison.Ordinal)),
            ("rai/cards/c.datacard.yaml", "schema: rai/datacard/1\nid: c\npurposes: [{ id: p, lawfulBasis: eu-gdpr:A6-1-a }]\n"));

        var changed = await repo.Rules("diff", "old", Path.Combine(repo.Root, "new"), "--cards", Path.Combine(repo.Root, "rai"), "--as-of", "2026-10-01");
        var same = await repo.Rules("diff", "old", Path.Combine(repo.Root, "old"));

        Assert.Equal(1, changed.Exit);
        Assert.Contains("gone: ACME1 acme/consent-record", changed.Output);
        Assert.Contains("new: ACME4 acme/consent-record", changed.Output);
        Assert.Contains("rai/cards/c.datacard.yaml: 'c' ACME1: fail → not applicable\n", changed.Output);
        Assert.Contains("rai/cards/c.datacard.yaml: 'c' ACME4: not applicable → fail\n", changed.Output);
        Assert.Equal((0, "No rule changed.\n"), (same.Exit, same.Output));
    }

    [Theory]
    [InlineData("lint", "nowhere")]
    [InlineData("test", "nowhere")]
    [InlineData("explain", "NOBODY1")]
    [InlineData("try", "RAI5302")]
    [InlineData("try", "RAI5302", "--card", "nowhere.yaml")]
    [InlineData("list", "--due", "soon")]
    [InlineData("cites", "--format", "xls")]
    [InlineData("docs")]
    [InlineData("diff", "nowhere", "nowhere")]
    [InlineData("bless")]
    public async Task A_command_line_that_cannot_be_understood_is_two(params string[] arguments)
    {
        var outcome = await Rai(["rules", .. arguments]);

        Assert.Equal((2, ""), (outcome.Exit, outcome.Output));
        Assert.NotEmpty(outcome.Error);
    }

    [Fact]
    public async Task A_folder_without_packs_is_three()
    {
        using var repo = Repo.With(("notes.txt", ""));

        int[] exits =
        [
            (await repo.Rules("lint", "", repo.Root)).Exit,
            (await repo.Rules("test", "", repo.Root)).Exit,
            (await repo.Rules("cites", "", repo.Root)).Exit,
            (await repo.Rules("docs", "", repo.Root, "--output", Path.Combine(repo.Root, "site"))).Exit,
            (await repo.Rules("diff", "", repo.Root, repo.Root)).Exit,
        ];

        Assert.Equal("3, 3, 3, 3, 3", string.Join(", ", exits));
    }

    private static string Unwrapped(string text) => string.Join(' ', text.Split(' ', '\n').Where(static word => word.Length > 0));

    private static async Task<Outcome> Rai(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return new Outcome(await RaiCommand.Run(arguments, output, error), output.ToString(), error.ToString());
    }
}
