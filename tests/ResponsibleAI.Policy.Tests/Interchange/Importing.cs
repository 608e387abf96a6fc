using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Interchange;

namespace ResponsibleAI.Policy.Tests.Interchange;

public sealed class Importing
{
    private const string Readme = """
        ---
        pretty_name: "Hate: a corpus"
        annotations_creators:
        - crowdsourced
        - no-annotation
        language:
        - en
        language_bcp47:
        - en-US
        license:
        - cc-by-nc-sa-4.0
        size_categories:
        - 10K<n<100K
        source_datasets:
        - original
        - extended|wikipedia
        - extended|other-fever
        task_categories:
        - text-classification
        paperswithcode_id: null
        ---

        # Dataset Card for Hate

        ## Dataset Summary

        Something in prose.

        ### Personal and Sensitive Information

        [More Information Needed]
        """;

    [Fact]
    public void A_Hugging_Face_card_gives_its_typed_facts_and_a_list_of_the_rest()
    {
        var result = Exchange.Import("datasets/hate_corpus/README.md", Readme, new ImportOptions { Revision = "2.5.0" });

        Assert.Equal(
            """
            schema: rai/datacard/1
            id: hate-corpus
            name: "Hate: a corpus"
            language: [en, en-US]
            license: CC-BY-NC-SA-4.0
            sources:
              - { id: wikipedia, kind: public-dataset, dataset: wikipedia }
              - { id: other-fever, kind: public-dataset }
            uses: text-classification
            labels: { by: [crowd] }
            importedFrom:
              format: huggingface
              revision: "2.5.0"
              path: datasets/hate_corpus/README.md
              notCarried: ["# Dataset Summary", source_datasets, annotations_creators, size_categories]

            """.ReplaceLineEndings("\n"),
            result.Text);
        Assert.Equal(["# Dataset Summary", "source_datasets", "annotations_creators", "size_categories"], Exchange.Left(result));
        Assert.Equal(12, result.NotCarried[3].Place.Line);
        Assert.All(result.NotCarried, left => Assert.NotEmpty(left.Reason));
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("license: mit", "license: MIT")]
    [InlineData("license: [cc-by-4.0, odc-by]", "license: [CC-BY-4.0, ODC-By-1.0]")]
    [InlineData("license: unknown", "license: NOASSERTION")]
    [InlineData("license: other", "license: NOASSERTION")]
    [InlineData("license: none", "license: NOASSERTION")]
    [InlineData("license: other\nlicense_name: my terms\nlicense_link: https://x.example/t", "license: { id: LicenseRef-my-terms, link: \"https://x.example/t\" }")]
    [InlineData("license: bsl-1.0", "license: BSL-1.0")]
    [InlineData("license: gfdl", "license: LicenseRef-gfdl")]
    [InlineData("licenses:\n- apache-2.0", "license: Apache-2.0")]
    public void Licenses_become_SPDX_ids_and_no_word_becomes_a_permission(string lines, string expected) =>
        Assert.Contains($"\n{expected}\n", Exchange.Import("README.md", $"---\n{lines}\n---\n").Text);

    [Theory]
    [InlineData("https://creativecommons.org/licenses/by-nc/4.0/", "license: CC-BY-NC-4.0")]
    [InlineData("https://creativecommons.org/publicdomain/zero/1.0/", "license: CC0-1.0")]
    [InlineData("https://spdx.org/licenses/MIT.html", "license: MIT")]
    [InlineData("https://choosealicense.com/licenses/undefined/", "license: NOASSERTION")]
    [InlineData("https://terms.example/v1", "license: { id: LicenseRef-terms.example-v1, link: \"https://terms.example/v1\" }")]
    [InlineData("https://www.apache.org/licenses/LICENSE-2.0.txt", "license:")]
    [InlineData("None", "license: NOASSERTION")]
    [InlineData("Public", "license: LicenseRef-Public")]
    public void Addresses_of_licenses_are_read(string license, string expected) =>
        Assert.Contains("\n" + expected, Exchange.Import("metadata.json", $$"""{"conformsTo":"http://mlcommons.org/croissant/1.0","name":"x","license":"{{license}}"}""").Text);

    [Fact]
    public void None_in_another_format_never_becomes_our_claim_that_somebody_looked()
    {
        var result = Exchange.Import("metadata.json", """{"conformsTo":"http://mlcommons.org/croissant/1.0","name":"x","description":"none","creator":{"name":"none"},"rai:dataBiases":["none"]}""");

        Assert.DoesNotContain("none", result.Text!.Split("importedFrom")[0]);
        Assert.Equal(["description", "creator[].name", "dataBiases"], Exchange.Left(result));
    }

    [Fact]
    public void Croissant_of_both_versions_and_its_responsible_AI_keys_are_read()
    {
        var result = Exchange.Import("metadata.json", """
            {
              "@context": { "@vocab": "https://schema.org/" }, "@type": "sc:Dataset",
              "conformsTo": ["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"],
              "name": "Titanic", "url": "https://t.example", "version": "1.0.0", "dateModified": "2025-05-01T10:00:00Z",
              "license": ["https://spdx.org/licenses/CC-BY-4.0"],
              "creator": [{ "@type": "Person", "name": "A" }, { "@type": "Person", "name": "B", "email": "b@x.example" }],
              "rai:dataUseCases": ["survival"], "rai:dataLimitations": "few rows", "rai:personalSensitiveInformation": ["names"],
              "rai:dataCollectionType": ["Web Scraping", "Surveys"], "rai:dataCollectionTimeframe": ["2020-01-01", "2020-02-01"],
              "prov:wasDerivedFrom": { "@id": "https://origin.example/data" },
              "distribution": [
                { "@type": "cr:FileObject", "@id": "t.csv", "contentUrl": "data/t.csv", "encodingFormat": "text/csv", "sha256": "c617db2c7470716250f6f001be51304c76bcc8815527ab8bae734bdca0735737" },
                { "@type": "cr:FileObject", "@id": "z", "contentUrl": "https://t.example/t.zip?x=1", "sha256": "main" },
                { "@type": "cr:FileObject", "@id": "bad", "contentUrl": "../../etc/passwd" }
              ],
              "recordSet": [
                { "@type": "cr:RecordSet", "@id": "genders", "data": [{ "x": 1 }], "field": [{ "@id": "genders/x" }] },
                { "@type": "cr:RecordSet", "@id": "passengers", "field": [
                  { "@type": "cr:Field", "@id": "passengers/age", "name": "passengers/age", "dataType": ["sc:Float", "wd:Q185836"] },
                  { "@type": "cr:Field", "@id": "passengers/survived", "dataType": ["sc:Integer", "cr:Label"], "source": { "fileObject": { "@id": "t.csv" } } }
                ] }
              ]
            }
            """);

        Assert.Equal(
            """
            schema: rai/datacard/1
            id: titanic
            name: Titanic
            version: "1.0.0"
            url: "https://t.example"
            creator: A; B
            dateModified: 2025-05-01
            files:
              - { path: data/t.csv, sha256: c617db2c7470716250f6f001be51304c76bcc8815527ab8bae734bdca0735737 }
              - { path: "**/t.zip" }
            license: CC-BY-4.0
            sources:
              - { id: origin-example-data, kind: public-dataset, url: "https://origin.example/data" }
              - { id: web-crawl, kind: web-crawl, collected: { from: 2020-01-01, to: 2020-02-01 } }
            columns:
              - { name: age, type: number }
              - { name: survived, type: integer, roles: [label] }
            uses: survival
            limitations: few rows
            """.ReplaceLineEndings("\n").Replace("creator: A; B", "creator: \"A; B\""),
            Exchange.Facts(result));
        Assert.Contains("rai:personalSensitiveInformation", Exchange.Left(result));
        Assert.Contains("dataCollectionType", Exchange.Left(result));
        Assert.Contains("distribution[].contentUrl", Exchange.Left(result));
        Assert.Contains("recordSet[].field[].source", Exchange.Left(result));
        Assert.Contains("revision: \"1.1\"", result.Text);
    }

    [Fact]
    public void A_contract_gives_table_people_and_custom_properties()
    {
        var result = Exchange.Import("c.odcs.yaml", """
            apiVersion: v3.1.0
            kind: DataContract
            id: customers
            version: 2.0.0
            status: active
            description: { purpose: Customers, usage: "- churn\n- credit", limitations: none yet }
            team: { members: [{ username: owner@x.example, role: Owner }, { username: dpo@x.example, role: DPO }, { username: z, role: dev }] }
            support: [{ channel: "#help", url: "https://x.example/help" }]
            slaProperties: [{ property: retention, value: 3, unit: y }, { property: latency, value: 4 }]
            servers: [{ server: s, type: local, path: data/c.csv, format: csv }, { server: p, type: postgres, host: h }]
            customProperties: [{ property: license, value: [cc-by-4.0] }, { property: x, value: 1 }]
            schema:
            - name: customers
              properties:
              - { name: email, logicalType: string, classification: restricted, customProperties: [{ property: anonymizationStrategy, value: hash }] }
              - { name: age, logicalType: integer, customProperties: [{ property: privacyRoles, value: [protected] }, { property: dataCategory, value: user.demographic.age_range }] }
              - { name: pet, customProperties: [{ property: privacyRoles, value: [nonsense] }] }
            """);

        Assert.Equal(
            """
            schema: rai/datacard/1
            id: customers
            description: Customers
            version: "2.0.0"
            owner: "owner@x.example"
            contacts: { privacy: "dpo@x.example", maintainer: "https://x.example/help" }
            files: [{ path: data/c.csv }]
            license: CC-BY-4.0
            columns:
              - { name: email, type: string, protection: hashed }
              - { name: age, type: integer, roles: [protected], category: [user.demographic.age_range] }
              - { name: pet }
            retention: { criteria: "3 y" }
            uses: [churn, credit]
            limitations: none yet
            """.ReplaceLineEndings("\n"),
            Exchange.Facts(result));
        Assert.Contains("schema[].properties[].customProperties[].value", Exchange.Left(result));
        Assert.Contains("schema[].properties[].classification", Exchange.Left(result));
        Assert.Contains("status", Exchange.Left(result));
    }

    [Fact]
    public void Of_several_tables_one_is_chosen_or_none_and_that_is_told()
    {
        const string contract = "apiVersion: v3.0.2\nid: c\nschema: [{ name: a, properties: [{ name: x }] }, { name: b, properties: [{ name: age }] }]\n";

        var none = Exchange.Import("c.yaml", contract);
        var second = Exchange.Import("c.yaml", contract, new ImportOptions { Table = "b" });

        Assert.DoesNotContain("columns:", none.Text);
        Assert.Contains(none.NotCarried, left => left.Key == "schema[].properties" && left.Count == 2 && left.Reason.Contains("--table", StringComparison.Ordinal));
        Assert.Contains("columns: [{ name: age }]", second.Text);
    }

    [Theory]
    [InlineData("README.md", "# no front matter\n", "does not begin with front matter")]
    [InlineData("README.md", "---\nlicense: mit\n", "never closes")]
    [InlineData("README.md", "---\n- a\n---\n", "no `key: value` lines")]
    [InlineData("m.json", "{\"a\": 1", "no JSON from line 1 on")]
    [InlineData("m.json", "{\"a\": 1}", "no Croissant description")]
    [InlineData("c.yaml", "dataContractSpecification: 1.2.1\nid: x\n", "Data Contract Specification")]
    [InlineData("c.yaml", "apiVersion: v2.2.2\nid: x\n", "no ODCS contract of version 3")]
    [InlineData("c.txt", "hello", "Name the format")]
    public void What_is_no_card_is_told_with_its_place(string path, string text, string message)
    {
        var result = Exchange.Import(path, text);

        Assert.Null(result.Text);
        Assert.Contains(result.Findings, finding => finding.Message.Contains(message, StringComparison.Ordinal) && finding.Location.Line > 0);
    }

    [Fact]
    public void Odd_characters_in_the_prose_leave_the_facts_alone()
    {
        var prose = Exchange.Import("README.md", "---\nlicense: mit\n---\n# A\nb\u0013\uFFFD\n# C\nd\n");
        var facts = Exchange.Import("README.md", "---\nlicense: mit\npretty_name: a\u0013b\n---\n");

        Assert.Equal(["# A", "# C"], Exchange.Left(prose));
        Assert.Empty(prose.Findings);
        Assert.Contains(facts.Findings, finding => finding.Location.Line == 3);
    }

    [Fact]
    public void Bombs_end_with_a_finding()
    {
        var aliases = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 12).Select(level => $"a{level}: &a{level} [{string.Join(',', Enumerable.Repeat($"*a{level - 1}", 10))}]\n"));

        Assert.Contains(Exchange.Import("README.md", $"---\n{aliases}---\n").Findings, finding => finding.Rule == PolicyRules.Unreadable);
        Assert.Null(Exchange.Import("m.json", new string('[', 100_000)).Text);
        Assert.Null(Exchange.Import("m.json", string.Concat(Enumerable.Repeat("{\"a\":", 100_000))).Text);
        Assert.Null(Exchange.Import("m.json", [0xFF, 0xFE, 0, 1]).Text);
        Assert.Null(Exchange.Import("README.md", new byte[17 << 20]).Text);
    }

    [Fact]
    public void Whatever_was_imported_is_a_card_that_the_compiler_reads()
    {
        var odd = Exchange.Import("README.md", "---\npretty_name: 'a: {b} # c'\nlanguage: [no, yes, '- x']\ntask_categories: ['null', \"t\\nid: other\", '~']\ndataset_info:\n  features: [{ name: 'x, y', dtype: 'true' }, { name: '', dtype: int64 }]\n  splits: [{ name: train, num_examples: 12 }]\n---\n");

        var (_, findings) = Read.Document(odd.Text!, DocumentFormat.DataCard);
        Assert.Empty(findings);
        Assert.Contains("rows: 12", odd.Text);
        Assert.Single(odd.Text!.Split('\n'), line => line.StartsWith("id:", StringComparison.Ordinal));
    }
}
