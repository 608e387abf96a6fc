using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Interchange;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Tests.Interchange;

/// <summary>What two formats share survives the way there and back.</summary>
public sealed class RoundTrips
{
    private static readonly Gen<string> s_line = Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Const(' '), Gen.Char[" :#-{}[]&*!|>'\"%@`,?ßé\u4e2d"]), 1, 30]
        .Where(text => text.Trim() == text && text.Length > 0 && text != "none" && text[0] != '-');

    private static readonly Gen<string> s_id = Gen.String[Gen.Char["abcdefgh0123"], 1, 8].Where(id => id != "none");

    private static readonly Gen<string> s_license = OneOf("MIT", "CC-BY-4.0", "CC-BY-NC-SA-4.0", "CC0-1.0", "ODC-By-1.0", "ODbL-1.0", "Apache-2.0");

    private static readonly Gen<(string Name, string Type)> s_column = Gen.Select(s_line, OneOf("string", "integer", "number", "boolean", "date"));

    [Fact]
    public void Hugging_Face_keeps_what_it_shares() => Gen.Select(
            s_line, OneOf("en", "de", "no").Array[1, 3], s_license.Array[1, 3], s_id.Array[1, 3], OneOf("crowd", "expert", "machine", "found").Array[1, 3], OneOf("text-classification", "summarization").Array[1, 2], s_column.Array[1, 5], Gen.Long[0, 1L << 40])
        .Sample((name, languages, licenses, sources, by, uses, columns, rows) => Same(CardFormat.HuggingFace, "README.md", Lines(
            ("name", Text(name)),
            ("language", List(languages.Distinct())),
            ("rows", rows.ToString(CultureInfo.InvariantCulture)),
            ("license", List(licenses.Distinct())),
            ("sources", Maps(sources.Distinct().Select(id => $"{{ id: {Text(id)}, kind: public-dataset, dataset: {Text(id)} }}"))),
            ("columns", Maps(Columns(columns))),
            ("uses", List(uses.Distinct())),
            ("labels", $"{{ by: {List(by.Distinct())} }}"))), iter: 300);

    [Fact]
    public void Croissant_keeps_what_it_shares() => Gen.Select(
            s_line, s_line, s_license.Array[1, 3], s_line.Array[1, 3], s_line.Array[1, 3], s_id, s_column.Array[1, 5], Gen.Select(Gen.Int[2000, 2030], Gen.Int[1, 12], Gen.Int[1, 28]))
        .Sample((name, description, licenses, uses, biases, file, columns, date) => Same(CardFormat.Croissant, "metadata.json", Lines(
            ("name", Text(name)),
            ("description", Text(description)),
            ("version", "\"1.10\""),
            ("url", "\"https://x.example/d\""),
            ("creator", Text(name)),
            ("dateModified", Date(date)),
            ("language", "[en, \"no\"]"),
            ("contacts", $"{{ maintainer: {Text(description)} }}"),
            ("files", Maps([$"{{ path: data/{file}.csv, sha256: {new string('a', 64)} }}"])),
            ("license", List(licenses.Distinct())),
            ("terms", List(["https://x.example/terms"])),
            ("sources", Maps([$"{{ id: web-crawl, kind: web-crawl, collected: {{ from: {Date(date)}, to: {Date(date)} }} }}"])),
            ("columns", Maps(Columns(columns))),
            ("retention", $"{{ until: {Date(date)} }}"),
            ("uses", List(uses.Distinct())),
            ("limitations", List(biases.Distinct())),
            ("knownBiases", List(biases.Distinct())),
            ("preparation", List(uses.Distinct())))), iter: 300);

    [Fact]
    public void Odcs_keeps_what_it_shares() => Gen.Select(
            s_line, s_line, s_license.Array[1, 3], s_line.Array[1, 3], s_id, s_column.Array[1, 5], OneOf("label", "protected", "sensitive").Array[0, 2], OneOf("hashed", "masked", "removed"))
        .Sample((name, description, licenses, uses, file, columns, roles, protection) => Same(CardFormat.Odcs, "c.odcs.yaml", Lines(
            ("name", Text(name)),
            ("description", Text(description)),
            ("version", "\"1.10\""),
            ("owner", Text(name)),
            ("contacts", $"{{ privacy: {Text(name)}, maintainer: {Text(description)} }}"),
            ("files", Maps([$"{{ path: data/{file}.csv }}"])),
            ("license", List(licenses.Distinct())),
            ("columns", Maps(Columns(columns).Select(column => $"{column[..^2]}, roles: [{string.Join(", ", roles.Distinct())}], category: [user.financial], protection: {protection}, justification: {Text(name)} }}"))),
            ("retention", "{ criteria: \"3 y\" }"),
            ("uses", List(uses.Distinct())),
            ("limitations", List(uses.Distinct())))), iter: 300);

    [Theory]
    [InlineData(CardFormat.HuggingFace, "copyrightHolder", "files[].sha256", "columns[].roles", "subjects", "license[].attribution")]
    [InlineData(CardFormat.Croissant, "columns[].roles", "subjects", "license[].attribution", "consent")]
    [InlineData(CardFormat.Odcs, "copyrightHolder", "files[].sha256", "subjects", "license[].attribution", "sources")]
    public void An_export_tells_every_key_that_the_other_format_has_not(CardFormat format, params string[] keys)
    {
        var result = Exchange.Export(
            "schema: rai/datacard/1\nid: c\ncopyrightHolder: Acme\nlicense: [{ id: MIT, attribution: by us }]\nfiles: [{ path: a.csv, sha256: " + new string('a', 64) + " }]\nconsent: { evidence: none }\n"
            + "subjects: { data: personal }\ncolumns: [{ name: age, roles: [protected] }]\nsources: [{ id: crm, kind: user-provided }]\n", format);

        Assert.All(keys, key => Assert.Contains(key, Exchange.Left(result).Select(left => left.Split('.')[0] == "sources[]" ? "sources" : left)));
        Assert.All(result.NotCarried, left => Assert.True(left.Place.Line > 2, left.Key));
        Assert.DoesNotContain("personal", result.Text);
    }

    [Fact]
    public void What_the_other_format_requires_and_the_card_does_not_state_is_told_and_not_made_up()
    {
        Assert.Equal(["datePublished", "name", "description", "url", "license", "creator"], Exchange.Export("schema: rai/datacard/1\nid: c\n", CardFormat.Croissant).Missing);
        Assert.Equal(["status", "version"], Exchange.Export("schema: rai/datacard/1\nid: c\n", CardFormat.Odcs).Missing);
    }

    [Theory]
    [InlineData(CardFormat.HuggingFace)]
    [InlineData(CardFormat.Croissant)]
    [InlineData(CardFormat.Odcs)]
    public void A_stated_none_is_told_where_there_is_no_word_for_it(CardFormat format)
    {
        var left = Exchange.Left(Exchange.Export("schema: rai/datacard/1\nid: c\nuses: none\nsources: none\ndescription: none\ncolumns: [{ name: age, roles: [] }]\n", format)).ToList();

        Assert.All(new[] { "uses", "sources", "description" }, key => Assert.Contains(key, left));
        Assert.Equal(format != CardFormat.Odcs, left.Contains("columns[].roles"));
    }

    [Fact]
    public void A_card_that_cannot_be_read_is_not_exported()
    {
        var result = Exchange.Export("id: c\n  broken", CardFormat.Odcs);

        Assert.Null(result.Text);
        Assert.NotEmpty(result.Findings);
    }

    [Fact]
    public void Yaml_that_is_written_is_read_back_as_the_same_tree() => Tree(3).Where(tree => tree is YamlMapping { Entries.Count: > 0 }).Sample(tree =>
    {
        var file = Read.Yaml(YamlWriter.Write((YamlMapping)tree));
        return file.Findings.Count == 0 && Shape(file.Documents[0]) == Shape(tree);
    }, iter: 1000);

    [Fact]
    public void Json_that_is_written_is_read_back_as_the_same_tree_by_us_and_by_others() => Tree(3).Sample(tree =>
    {
        var json = JsonText.Write(tree);
        using var others = JsonDocument.Parse(json);
        return JsonText.Read(json, YamlLimits.Repository, new FindingList("f")) is { } again && Shape(again) == Shape(tree);
    }, iter: 1000);

    [Fact]
    public void Broken_documents_never_throw() => Gen.Select(OneOf("README.md", "m.json", "c.odcs.yaml"), Gen.Int[0, 2000], Gen.Char, Gen.Int[0, 40])
        .Sample((path, at, letter, cut) =>
        {
            var text = path switch
            {
                "README.md" => "---\nlicense: [mit]\nlanguage: {a: b}\ndataset_info: [{features: [{name: a, dtype: {x: y}}], splits: [{num_examples: -1}]}]\nconfigs: [{data_files: [{path: ../x}]}]\n---\n# a\nb\n",
                "m.json" => "{\"conformsTo\":[\"x\"],\"recordSet\":[{\"field\":[{\"name\":\"a\",\"dataType\":[1,{}]}]}],\"distribution\":{\"contentUrl\":[\"a\"]},\"license\":{\"@id\":\"x\"},\"creator\":[[\"a\"]]}",
                _ => "apiVersion: v3.1.0\nteam: [x, {role: Owner}]\nsupport: {channel: [a]}\nservers: x\nschema: {properties: {name: a, customProperties: [{property: privacyRoles, value: {a: b}}]}}\n",
            };
            var place = at % text.Length;
            var broken = text[..place] + letter + text[Math.Min(text.Length, place + cut)..];
            var result = Exchange.Import(path, Encoding.UTF8.GetBytes(broken));
            return result.Text is null ? result.Findings.Count > 0 : Read.Yaml(result.Text).Findings.Count == 0;
        }, iter: 2000);

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(at => words[at]);

    private static bool Same(CardFormat format, string path, string card)
    {
        var canonical = Exchange.Import(path, Encoding.UTF8.GetBytes(Exchange.Export(card, format).Text!), null, format);
        var again = Exchange.Import(path, Encoding.UTF8.GetBytes(Exchange.Export(canonical.Text!, format).Text!), null, format);
        return Values(card) == Values(canonical.Text!) && Exchange.Facts(again) == Exchange.Facts(canonical);
    }

    /// <summary>Key and values of the typed card, without id and origin.</summary>
    private static string Values(string card)
    {
        var (document, findings) = Read.Document(card, DocumentFormat.DataCard);
        Assert.DoesNotContain(findings, finding => finding.Severity == Severity.Error);
        return string.Join("\n", document!.Members.Where(member => member.Key is not ("schema" or "id" or "importedFrom")).OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}={Value(member.Value)}"));
    }

    private static string Value(Node node) => node switch
    {
        ListNode list => $"[{string.Join(",", list.Items.Select(Value))}]",
        MapNode map => $"{{{string.Join(",", map.Members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}={Value(member.Value)}"))}}}",
        ScalarNode scalar => scalar.Text,
        _ => throw new ArgumentException("A node of a new kind", nameof(node)),
    };

    private static string Lines(params (string Key, string Value)[] lines) => "schema: rai/datacard/1\nid: c\n" + string.Concat(lines.Select(line => $"{line.Key}:{(line.Value.StartsWith('\n') ? "" : " ")}{line.Value}\n"));

    private static string Text(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Text))}]";

    private static string Maps(IEnumerable<string> maps) => "\n" + string.Join("\n", maps.Select(map => "  - " + map));

    private static IEnumerable<string> Columns(IEnumerable<(string Name, string Type)> columns) =>
        columns.DistinctBy(column => column.Name).Select(column => $"{{ name: {Text(column.Name)}, type: {column.Type} }}");

    private static string Date((int Year, int Month, int Day) date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}-{date.Month:00}-{date.Day:00}");

    private static Gen<YamlNode> Tree(int depth)
    {
        var text = Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char[" \n\t:#-{}[]&*!|>'\"%@`,?\\é\u2028\u0085\u4e2d"]), 0, 20].Select(YamlNode (value) => new YamlScalar(value, false, default));
        var number = Gen.Int.Select(YamlNode (value) => new YamlScalar(value.ToString(CultureInfo.InvariantCulture), true, default));
        if (depth == 0)
            return Gen.OneOf(text, number);
        var below = Tree(depth - 1);
        return Gen.OneOf(
            text,
            number,
            below.Array[0, 4].Select(YamlNode (items) => new YamlSequence(items, default)),
            Gen.Select(s_id, below).Array[0, 4].Select(YamlNode (entries) => new YamlMapping([.. entries.DistinctBy(entry => entry.Item1).Select(entry => new YamlEntry(new YamlScalar(entry.Item1, true, default), entry.Item2))], default)));
    }

    private static string Shape(YamlNode node) => node switch
    {
        YamlScalar scalar => $"<{scalar.Text}>",
        YamlSequence list => $"[{string.Concat(list.Items.Select(Shape))}]",
        YamlMapping map => $"{{{string.Concat(map.Entries.Select(entry => entry.Key.Text + Shape(entry.Value)))}}}",
        _ => throw new ArgumentException("A node of a new kind", nameof(node)),
    };
}
