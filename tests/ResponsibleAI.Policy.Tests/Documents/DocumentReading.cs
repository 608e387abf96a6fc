using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Policy.Tests.Documents;

public sealed class DocumentReading
{
    [Theory]
    [InlineData("subject.data: personal", "RAI9002 3:1-3:13 `subject.data` is not a field of a data card. Did you mean `subjects.data`?")]
    [InlineData("subjects.data: personal", "RAI9002 3:1-3:14 `subjects.data` is written with a dot; write `data` on a line of its own, indented below `subjects`")]
    [InlineData("subjects: { datta: personal }", "RAI9002 3:13-3:18 `subjects.datta` is not a field of a data card. Did you mean `subjects.data`?")]
    [InlineData("lawfulAccess: true", "RAI9002 3:1-3:13 `lawfulAccess` is not a field of a data card. Did you mean `sources.lawfulAccess`?")]
    [InlineData("xyzzy: 1", "RAI9002 3:1-3:6 `xyzzy` is not a field of a data card.")]
    [InlineData("gdpr: { lawfulBasis: x }", "RAI9002 3:1-3:5 `gdpr` is no field any more. The fact stands now in: consent, notice, retention, sharing.recipients; lawful basis and Art. 9 condition: purposes.yaml, the lawyer's file; for one dataset only, purposes[].lawfulBasis")]
    [InlineData("ccpa: { soldOrShared: true }", "RAI9002 3:9-3:21 `ccpa.soldOrShared` is no field any more. The fact stands now in: sharing.sold")]
    [InlineData("columns: [{ name: a, roles: [quasi] }]", "RAI9002 3:30-3:35 `columns.roles` takes none of these words: `quasi`. Allowed: direct-identifier, quasi-identifier, sensitive, protected, label, free-text. Did you mean `quasi-identifier`?")]
    [InlineData("columns: [{ name: a, roles: [feature] }]", "RAI9002 3:30-3:37 `columns.roles` does not take `feature` any more; write nothing: the code and the model card know the features")]
    [InlineData("subjects: { data: none }", "RAI9002 3:19-3:23 `subjects.data` does not take `none` any more; write not-personal (`none` means \"I looked, there is none\" everywhere else)")]
    [InlineData("rows: 48,210", "RAI9002 3:7-3:13 `48,210` does not fit: `rows` takes a whole number such as 48210, without blanks, dots or commas")]
    [InlineData("rows: 1e3", "RAI9002 3:7-3:10 `1e3` does not fit: `rows` takes a whole number such as 48210, without blanks, dots or commas")]
    [InlineData("rows: [1]", "RAI9002 3:7-3:10 `rows` takes one value, not a list. A text that starts with { or [ needs quotes")]
    [InlineData("sharing: { sold: yes }", "RAI9002 3:18-3:21 `yes` does not fit: `sharing.sold` takes true or false. Write true")]
    [InlineData("sharing: { sold: No }", "RAI9002 3:18-3:20 `No` does not fit: `sharing.sold` takes true or false. Write false")]
    [InlineData("sharing: { sold: none }", "RAI9002 3:18-3:22 `none` does not fit: `sharing.sold` takes true or false")]
    [InlineData("dateModified: 2026-02-30", "RAI9002 3:15-3:25 `2026-02-30` does not fit: `dateModified` takes a date: 2026, 2026-05 or 2026-05-01")]
    [InlineData("dateModified: 1.5.2026", "RAI9002 3:15-3:23 `1.5.2026` does not fit: `dateModified` takes a date: 2026, 2026-05 or 2026-05-01")]
    [InlineData("owner: null", "RAI9002 3:8-3:12 `null` says nothing. Leave `owner` out when it is not stated, or write none when you looked and there is none")]
    [InlineData("contacts: someone", "RAI9002 3:11-3:18 `contacts` takes the keys privacy, takedown, maintainer, not a single value")]
    [InlineData("contacts: [a]", "RAI9002 3:11-3:14 `contacts` takes the keys privacy, takedown, maintainer, not a list")]
    [InlineData("name: { a: b }", "RAI9002 3:7-3:15 `name` takes one value, not a map. A text that starts with { or [ needs quotes")]
    [InlineData("sources: [{ kind: web-crawl }]", "RAI9002 3:13-3:17 `sources.id` is missing")]
    [InlineData("groups: [{ column: a, n: 1, count: 2 }]", "RAI9002 3:23-3:24 `groups.n` is now called `groups.count`", "RAI9002 3:29-3:34 `groups.count` is written twice, under two spellings; the first counts")]
    [InlineData("anonymisation: { keyHeldBy: x }", "RAI9002 3:1-3:14 `anonymisation` is spelled `anonymization` here")]
    [InlineData("subjects: { data: anonymised }", "RAI9002 3:19-3:29 `anonymised` is spelled `anonymized` here")]
    [InlineData("licence: MIT", "RAI9002 3:1-3:8 `licence` is spelled `license` here")]
    [InlineData("columns: [{ name: a, role: label }]", "RAI9002 3:22-3:26 `columns.role` is now called `columns.roles`")]
    public void What_a_data_card_does_not_allow_is_said_at_its_place(string line, params string[] expected)
    {
        var (_, findings) = Read.Card(line + "\n");

        Assert.Equal(expected, Read.Lines(findings));
    }

    [Fact]
    public void A_wrong_entry_takes_no_other_with_it()
    {
        var (card, findings) = Read.Card("nonsense: 1\nrows: many\nname: Adult\nsubjects: { data: persnal, count: 3 }\n");

        Assert.Equal(3, findings.Count);
        Assert.Equal("Adult", card.Text("name"));
        Assert.Null(card["rows"]);
        Assert.Equal(3L, card.Map("subjects")!.Scalar("count")!.Value);
    }

    [Fact]
    public void Scalars_are_what_the_schema_says_and_never_what_YAML_guesses()
    {
        var (card, findings) = Read.Card("""
            version: 1.10
            name: 2026-01-02
            owner: true
            sharing: { recipients: [{ name: n, country: NO }] }
            requests: { recipientsInformed: true }
            anonymization: { residualRisk: { value: 1.0e-6 } }
            """);

        Assert.Empty(findings);
        Assert.Equal("1.10", card.Text("version"));
        Assert.Equal("2026-01-02", card.Scalar("name")!.Value);
        Assert.Equal("true", card.Scalar("owner")!.Value);
        Assert.Equal("NO", card.Map("sharing")!.Maps("recipients").Single().Text("country"));
        Assert.True(card.Map("requests")!.Flag("recipientsInformed"));
        Assert.Equal(1e-6, card.Map("anonymization")!.Map("residualRisk")!.Scalar("value")!.Value);
    }

    [Theory]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-29")]
    public void A_date_is_the_interval_it_covers(string text, string first, string last)
    {
        var (card, _) = Read.Card($"dateModified: {text}\n");

        var date = (DateInterval)card.Scalar("dateModified")!.Value!;
        Assert.Equal((first, last), (date.First.ToString(), date.Last.ToString()));
    }

    [Fact]
    public void None_is_stated_and_a_missing_or_empty_key_is_not()
    {
        var (card, findings) = Read.Card("consent: { evidence: none }\nterms: none\nbiasExamination:\nnotice: none\n");

        Assert.Empty(findings);
        Assert.True(card.Map("consent")!.Scalar("evidence")!.IsNone);
        Assert.Empty(((ListNode)card["terms"]!).Items);
        Assert.True(card.Scalar("notice")!.IsNone);
        Assert.Null(card["biasExamination"]);
        Assert.Null(card["security"]);
    }

    [Fact]
    public void None_stays_a_word_where_the_format_has_that_word()
    {
        var (register, findings) = Read.Document("schema: rai/purposes/1\npurposes: [{ id: p, title: t, owner: o, aiAct: none, lawfulBasis: none }]\n", DocumentFormat.Purposes);

        Assert.Empty(findings);
        var purpose = register!.Maps("purposes").Single();
        Assert.Equal("none", purpose.Scalar("aiAct")!.Value);
        Assert.True(purpose.Scalar("lawfulBasis")!.IsNone);
    }

    [Theory]
    [InlineData("license: MIT", "MIT")]
    [InlineData("license: [MIT]", "MIT")]
    [InlineData("license: { id: MIT }", "MIT")]
    [InlineData("license: none", "NONE")]
    public void A_short_form_reads_like_the_long_one(string line, string id)
    {
        var (card, findings) = Read.Card(line + "\n");

        Assert.Empty(findings);
        Assert.Equal(id, card.Maps("license").Single().Scalar("id")!.Value);
    }

    [Theory]
    [InlineData("schema: rai/datacard/1\n", "RAI9002 1:1-1:7 `id` is missing; a data card needs it")]
    [InlineData("- a\n", "RAI9002 1:1-1:4 This is not a data card: it holds a list, not `key: value` lines")]
    [InlineData("just text\n", "RAI9002 1:1-1:10 This is not a data card: it holds a single value, not `key: value` lines")]
    public void A_document_that_is_no_card_says_so(string text, string expected)
    {
        var (_, findings) = Read.Document(text, DocumentFormat.DataCard);

        Assert.Equal([expected], Read.Lines(findings));
    }

    [Fact]
    public void An_id_cannot_be_none()
    {
        var (_, findings) = Read.Document("schema: rai/datacard/1\nid: none\n", DocumentFormat.DataCard);

        Assert.Equal(["RAI9002 2:5-2:9 `id` cannot be none"], Read.Lines(findings));
    }

    [Fact]
    public void A_test_card_may_use_dotted_keys_and_write_what_references_lead_to_in_place()
    {
        var (card, findings) = Read.Document("""
            subjects.data: personal
            consent.evidence: none
            consent.covers: [a]
            purposes: [{ id: p, commercial: true }]
            license: [{ id: MIT, commercial: forbidden }]
            evidence.kAnonymity.k: 5
            sources: [{ id: s, tdm.checkedOn: 2024-01-02 }]
            """, DocumentFormat.DataCard, ReadMode.RuleTest);

        Assert.Empty(Read.Lines(findings));
        Assert.Equal("personal", card!.Map("subjects")!.Text("data"));
        Assert.Equal(["a"], card!.Map("consent")!.Words("covers"));
        Assert.True(card!.Maps("purposes").Single().Flag("commercial"));
        Assert.Equal("forbidden", card!.Maps("license").Single().Text("commercial"));
        Assert.Equal(5L, card!.Map("evidence")!.Map("kAnonymity")!.Scalar("k")!.Value);
        Assert.NotNull(card!.Maps("sources").Single().Map("tdm")!["checkedOn"]);
    }

    [Fact]
    public void A_test_card_is_checked_like_any_other()
    {
        var (_, findings) = Read.Document("subject.data: personal\nconsent: x\nconsent.evidence: y\n", DocumentFormat.DataCard, ReadMode.RuleTest);

        Assert.Equal(
            ["RAI9002 3:1-3:17 `consent` has a value already, and `consent.evidence` asks it to be a map", "RAI9002 1:1-1:13 `subject` is not a field of a data card. Did you mean `subjects`?"],
            Read.Lines(findings));
    }

    [Fact]
    public void Every_key_of_every_format_has_a_title_and_every_short_form_its_key()
    {
        foreach (var format in DocumentFormat.All.Where(format => format.Root is not null))
        {
            Check(format.Root!);
        }

        static void Check(Field field)
        {
            Assert.NotEqual("", field.Title);
            Assert.True(field.Type != FieldType.Enum || field.Values.Count > 0, field.Name);
            Assert.True(field.Shorthand is null || field.Fields.Any(member => member.Name == field.Shorthand), field.Name);
            Assert.Equal(field.Fields.Count, field.Fields.SelectMany(member => member.Aliases.Append(member.Name)).Distinct().Count() - field.Fields.Sum(member => member.Aliases.Count));
            foreach (var member in field.Fields)
            {
                Check(member);
            }

            if (field.Each is { } each)
            {
                Check(each);
            }
        }
    }
}
