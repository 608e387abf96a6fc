using System.Security.Cryptography;
using System.Text;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Tests.Yaml;

public sealed class YamlReading
{
    [Theory]
    [InlineData("m: {id} relies on consent\n", "RAI9002 1:5-1:7 `id` stands without a value. A text that starts with { needs quotes", "RAI9001 1:9-1:26 A text that starts with { needs quotes: m: \"{id} relies on consent\". The file is not assessed from line 1 on")]
    [InlineData("m: a: b\n", "RAI9001 1:5-1:5 A text that contains `: ` needs quotes: m: \"a: b\". The file is not assessed from line 1 on")]
    [InlineData("m: @x\n", "RAI9001 1:4-1:5 A text that starts with @ needs quotes: m: \"@x\". The file is not assessed from line 1 on")]
    [InlineData("a: 1\nb:\n\tc: 1\n", "RAI9001 3:1-3:2 A tab cannot indent a line; use blanks. The file is not assessed from line 3 on")]
    [InlineData("c: [{at: Art. 6(1), 9}]\n", "RAI9002 1:21-1:22 `9` is not a field. The text `Art. 6(1)` was cut at the comma: put it in quotes, at: \"Art. 6(1), 9\"")]
    [InlineData("a: 1\na: 2\na: 3\n", "RAI9002 2:1-2:2 `a` is written twice; line 1 counts, this one does not", "RAI9002 3:1-3:2 `a` is written twice; line 1 counts, this one does not")]
    [InlineData("<<: {a: b}\n", "RAI9001 1:1-1:3 `<<` is not applied: a card says in plain sight what it says. Write the keys out")]
    [InlineData("a: !!int 1\n", "RAI9001 1:4-1:11 The tag `tag:yaml.org,2002:int` is not applied: the format gives a value its type. Remove the tag")]
    [InlineData("a: *x\n", "RAI9001 1:4-1:6 `*x` repeats something that is nowhere marked `&x`. A text that starts with * needs quotes")]
    [InlineData("a: &x [*x]\n", "RAI9001 1:8-1:10 `*x` stands inside what it repeats; it is left out")]
    [InlineData("? [a]\n: b\n", "RAI9001 1:3-1:6 A key must be one word; this list or map stands where a key belongs and is left out. A text that starts with { or [ needs quotes")]
    [InlineData("a: \"x\n", "RAI9001 1:4-2:1 A text in quotes is not closed, or something follows its closing quote. Inside '…' a quote is written twice; inside \"…\" a backslash starts a sign such as \\n. The file is not assessed from line 1 on")]
    [InlineData("a:\n  - b\n c: 1\n", "RAI9001 3:2-3:2 This line does not stand where the lines above let it: check how far it is indented, and that a list holds only `- ` entries and a map only `key: value` entries. The file is not assessed from line 3 on")]
    [InlineData("k: [1, 2\nb: 3\n", "RAI9001 1:5-1:6 A list or map that starts with [ is not closed, or a text that starts with [ needs quotes: k: \"[1, 2\". The file is not assessed from line 1 on")]
    public void A_mistake_is_explained_at_its_place(string text, params string[] expected)
    {
        var file = Read.Yaml(text);

        Assert.Equal(expected, Read.Lines(file.Findings));
    }

    [Fact]
    public void What_stands_before_a_syntax_error_is_kept_and_the_open_map_is_marked_as_cut()
    {
        var file = Read.Yaml("rules:\n- id: A\n  x: 1\n- id: B\n  message: {id} is\n  y: 2\n");

        Assert.False(file.IsComplete);
        var rules = (YamlSequence)((YamlMapping)file.Documents[0]).Entries[0].Value;
        Assert.Equal([false, true], rules.Items.Select(item => item.IsCut));
        Assert.Equal(["id", "message"], ((YamlMapping)rules.Items[1]).Entries.Select(entry => entry.Key.Text));
    }

    [Fact]
    public void Places_are_exact_for_keys_values_lists_and_maps()
    {
        var file = Read.Yaml("a: one\nb:\n  - two\n  - {c: 'three', d: [4]}\né: |\n  text\n");
        var root = (YamlMapping)file.Documents[0];

        Assert.Equal("1:1-7:1", Place(root));
        Assert.Equal("1:4-1:7", Place(root.Entries[0].Value));
        Assert.Equal("2:1-2:2", Place(root.Entries[1].Key));
        Assert.Equal("3:3-4:25", Place(root.Entries[1].Value));
        var flow = (YamlMapping)((YamlSequence)root.Entries[1].Value).Items[1];
        Assert.Equal("4:5-4:25", Place(flow));
        Assert.Equal("4:9-4:16", Place(flow.Entries[0].Value));
        Assert.Equal("4:21-4:24", Place(flow.Entries[1].Value));
        Assert.Equal("5:1-5:2", Place(root.Entries[2].Key));
    }

    [Theory]
    [InlineData("\uFEFFa: 1\r\nb:\r\n  - no\r\n  - 1.10\r\n")]
    [InlineData("a: 1\nb:\n  - no\n  - 1.10\n")]
    [InlineData("a: 1\rb:\r  - no\r  - 1.10\r")]
    public void Byte_order_mark_and_line_ends_change_neither_text_nor_place_nor_hash(string text)
    {
        var file = Read.Yaml(text);

        Assert.Empty(file.Findings);
        var list = (YamlSequence)((YamlMapping)file.Documents[0]).Entries[1].Value;
        Assert.Equal(["no", "1.10"], list.Items.Select(item => ((YamlScalar)item).Text));
        Assert.Equal("4:5-4:9", Place(list.Items[1]));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("a: 1\nb:\n  - no\n  - 1.10\n"))), file.Hash);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# only a comment\n")]
    [InlineData("\uFEFF")]
    public void A_file_without_content_has_no_document(string text)
    {
        var file = Read.Yaml(text);

        Assert.Empty(file.Documents);
        Assert.Empty(file.Findings);
        Assert.True(file.IsComplete);
    }

    [Fact]
    public void Anchors_repeat_what_they_mark()
    {
        var file = Read.Yaml("a: &x {k: v}\nb: *x\n");

        Assert.Empty(file.Findings);
        var root = (YamlMapping)file.Documents[0];
        Assert.Same(root.Entries[0].Value, root.Entries[1].Value);
    }

    [Fact]
    public void Every_document_of_a_file_is_read()
    {
        var file = Read.Yaml("a: 1\n---\nb: 2\n");

        Assert.Equal(["a", "b"], file.Documents.Select(document => ((YamlMapping)document).Entries[0].Key.Text));
    }

    [Fact]
    public void A_scalar_knows_whether_it_was_quoted()
    {
        var file = Read.Yaml("a: ''\nb:\n");
        var root = (YamlMapping)file.Documents[0];

        Assert.Equal([false, true], root.Entries.Select(entry => ((YamlScalar)entry.Value).IsPlain));
    }

    private static string Place(YamlNode node) => $"{node.Span.Line}:{node.Span.Column}-{node.Span.EndLine}:{node.Span.EndColumn}";
}
