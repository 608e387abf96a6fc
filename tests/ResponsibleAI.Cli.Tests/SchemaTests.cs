using System.Text.Json;
using ResponsibleAI.Cli.Commands;
using ResponsibleAI.Cli.Schemas;

namespace ResponsibleAI.Cli.Tests;

public sealed class SchemaTests
{
    private static readonly string s_published = Path.Combine(AppContext.BaseDirectory, "schema");

    public static TheoryData<string> Names => [.. JsonSchema.Formats.Keys];

    public static TheoryData<string> Examples => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "examples"), "*.yaml", SearchOption.AllDirectories)
        .Select(static file => Path.GetRelativePath(AppContext.BaseDirectory, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_published_schema_is_the_one_of_the_key_table(string name)
    {
        var made = (await Rai("schema", name)).Output;
        var published = Path.Combine(s_published, JsonSchema.FileName(JsonSchema.Formats[name]));

        Assert.True(File.Exists(published) && (await File.ReadAllTextAsync(published)).ReplaceLineEndings("\n") == made, "docs/schema is stale. Write it anew: rai schema --output docs/schema");
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_keeps_to_its_schema(string file)
    {
        var document = YamlAsJson.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)));
        var name = document.GetProperty("schema").GetString()!.Split('/')[1];

        Assert.Empty(Problems(name, document));
    }

    [Theory]
    [InlineData("datacard", "license: [CC-BY-4.0, MIT]")]
    [InlineData("datacard", "license: { id: LicenseRef-ours, link: licenses/ours.txt }")]
    [InlineData("datacard", "license: NONE")]
    [InlineData("datacard", "sources: none")]
    [InlineData("datacard", "subjects: none")]
    [InlineData("datacard", "consent: none")]
    [InlineData("datacard", "retention: { until: 2031-12 }")]
    [InlineData("datacard", "dateModified: 2026")]
    [InlineData("datacard", "rows: none")]
    [InlineData("datacard", "columns: [age, { name: income, roles: [], category: [user.financial, acme.score] }]")]
    [InlineData("datacard", "security: none")]
    [InlineData("datacard", "version: 1.10")]
    [InlineData("modelcard", "privacy: { technique: none }")]
    [InlineData("modelcard", "baseModel: none")]
    [InlineData("policy", "packs: [gdpr, { use: ./own.rules.yaml }]\nsilence: { own-data-only: true, default: none }")]
    [InlineData("policy", "packs: gdpr\ntighten: { RAI5307: { alsoRequire: { justification: provided } } }")]
    public void What_the_format_allows_is_allowed(string name, string lines) => Assert.Empty(Problems(name, Document(name, lines)));

    [Theory]
    [InlineData("datacard", "licence: MIT", "$: additional: licence")]
    [InlineData("datacard", "files: [{ path: a.csv, hash: 12 }]", "$.files[]: additional: hash")]
    [InlineData("datacard", "files: [{ sha256: abc }]", "$.files[]: required: path")]
    [InlineData("datacard", "subjects: { data: none }", "$.subjects.data: enum: none")]
    [InlineData("datacard", "subjects: { data: anonymised }", "$.subjects.data: enum: anonymised")]
    [InlineData("datacard", "subjects: { groups: [applicants] }", "$.subjects: additional: groups")]
    [InlineData("datacard", "subjects: { minors: yes }", "$.subjects.minors: type")]
    [InlineData("datacard", "subjects: { minors: none }", "$.subjects.minors: type")]
    [InlineData("datacard", "subjects: { count: many }", "$.subjects.count: enum: many")]
    [InlineData("datacard", "columns: [{ name: age, roles: [feature] }]", "$.columns[].roles[]: enum: feature")]
    [InlineData("datacard", "dateModified: 01.05.2026", "$.dateModified: pattern: 01.05.2026")]
    [InlineData("datacard", "retention: { until: 2031-13 }", "$.retention.until: pattern: 2031-13")]
    [InlineData("datacard", "name:", "$.name: type")]
    [InlineData("modelcard", "evaluation: { value: good }", "$.evaluation.value: enum: good")]
    [InlineData("policy", "packs: [{ version: 1.0.0 }]", "$.packs[]: required: use")]
    [InlineData("policy", "packs: gdpr\nthresholds: { k-minimum: eleven }", "$.thresholds.k-minimum: enum: eleven")]
    [InlineData("policy", "silence: { default: info }", "$: required: packs")]
    [InlineData("purposes", "purposes: [{ id: Loan Approval, title: t, owner: o }]", "$.purposes[].id: pattern: Loan Approval")]
    [InlineData("purposes", "purposes: [{ id: loan }]", "$.purposes[]: required: owner")]
    [InlineData("waivers", "decisions: [{ id: W-1, kind: exception }]", "$.decisions[].kind: enum: exception")]
    public void A_mistake_is_told_where_it_stands(string name, string lines, string problem) =>
        Assert.Contains(problem, Problems(name, Document(name, lines)));

    [Fact]
    public void Every_shipped_pack_keeps_to_the_schema_of_packs()
    {
        var packs = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "rules", "packs"), "*.yaml").Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(packs);
        Assert.All(packs, pack => Assert.Empty(Problems("rules", YamlAsJson.Read(File.ReadAllText(pack)))));
    }

    [Theory]
    [InlineData("require: { subject.data: personal }", "additional: subject.data")]
    [InlineData("require: { subjects.data: personnal }", "$.rules[].require.subjects.data: enum: personnal")]
    [InlineData("require: { subjects.data: [personal, possibel] }", "enum: possibel")]
    [InlineData("forEach: sources\nrequire: { subjects.data: personal }", "additional: subjects.data")]
    [InlineData("forEach: sources\nrequire: { card.subject.data: personal }", "enum: card.subject.data")]
    [InlineData("forEach: sources\nrequire: { card.subjects.data: personnal }", "enum: personnal")]
    [InlineData("forEach: souces\nrequire: { id: x }", "$.rules[].forEach: enum: souces")]
    [InlineData("require: { columns: { some: { roles: { contains: label, dontains: x } } } }", "additional: dontains")]
    [InlineData("require: { columns: { some: { rolls: stated } } }", "additional: rolls")]
    [InlineData("require: { rows: { atleast: 3 } }", "additional: atleast")]
    [InlineData("require: { rows: { before: 2026 } }", "additional: before")]
    [InlineData("requires: { rows: stated }", "$.rules[]: additional: requires")]
    [InlineData("severity: fatal", "$.rules[].severity: enum: fatal")]
    [InlineData("tests: [{ it: x, expect: passes }]", "$.rules[].tests[].expect: enum: passes")]
    [InlineData("cites: [{ law: eu-gdpr, at: Art. 1, read: yes }]", "$.rules[].cites[].read: enum: yes")]
    public void A_mistake_in_a_pack_is_told_where_it_stands(string lines, string problem)
    {
        var keys = lines.Split('\n').Select(static line => line.Split(':')[0]).ToList();
        string[] rule = ["id: X1", "slug: x/one", "title: T", "about: datacard", "severity: error", "basis: law", "fix: F", "message: M"];
        var yaml = "schema: rai/rules/1\npack: x\nversion: 1.0.0\nlawAsOf: 2026-09-30\nrules:\n-\n"
            + string.Concat(rule.Where(line => !keys.Contains(line.Split(':')[0])).Concat(lines.Split('\n')).Select(static line => $"  {line}\n"));

        Assert.Contains(Problems("rules", YamlAsJson.Read(yaml)), found => found.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Former_names_are_not_offered()
    {
        using var schema = Published("datacard");
        var subjects = schema.RootElement.GetProperty("properties").GetProperty("subjects").GetProperty("oneOf")[0].GetProperty("properties");

        Assert.True(subjects.TryGetProperty("who", out _));
        Assert.False(subjects.TryGetProperty("groups", out _));
        Assert.DoesNotContain("user.biometric", Offered(schema, "categoryKey"));
        Assert.Contains("user.contact.email", Offered(schema, "categoryKey"));
        Assert.Contains("CC-BY-4.0", Offered(schema, "licenseId"));
        Assert.DoesNotContain("AGPL-1.0", Offered(schema, "licenseId"));
    }

    [Fact]
    public async Task All_schemas_are_written_to_a_folder()
    {
        var folder = Directory.CreateTempSubdirectory("rai-schema-").FullName;
        try
        {
            var outcome = await Rai("schema", "--output", Path.Combine(folder, "new"));

            Assert.Equal((0, ""), (outcome.Exit, outcome.Output));
            Assert.Equal(
                ["datacard-v1.schema.json", "modelcard-v1.schema.json", "policy-v1.schema.json", "purposes-v1.schema.json", "rules-v1.schema.json", "waivers-v1.schema.json"],
                Directory.EnumerateFiles(Path.Combine(folder, "new")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("datacards")]
    [InlineData]
    public async Task An_unknown_format_or_none_names_those_there_are(params string[] arguments)
    {
        var outcome = await Rai(["schema", .. arguments]);

        Assert.Equal((2, ""), (outcome.Exit, outcome.Output));
        Assert.Contains("datacard, modelcard, policy, purposes, rules, waivers", outcome.Error);
    }

    private static JsonElement Document(string name, string lines) =>
        YamlAsJson.Read($"schema: rai/{name}/1\n{(name.EndsWith("card", StringComparison.Ordinal) ? "id: c\n" : "")}{lines}\n");

    private static IReadOnlyList<string> Problems(string name, JsonElement document)
    {
        using var schema = Published(name);
        return new SchemaCheck(schema.RootElement).Problems(document);
    }

    private static JsonDocument Published(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(s_published, JsonSchema.FileName(JsonSchema.Formats[name]))));

    private static IEnumerable<string> Offered(JsonDocument schema, string definition) =>
        schema.RootElement.GetProperty("definitions").GetProperty(definition).GetProperty("defaultSnippets").EnumerateArray().Select(static word => word.GetProperty("label").GetString()!);

    private static async Task<Outcome> Rai(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return new Outcome(await RaiCommand.Run(arguments, output, error), output.ToString(), error.ToString());
    }
}
