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
    public void A_mistake_is_explained_at_its_place(string text, params string[] expected)
    {
        var file = Read.Yaml(text);

        Assert.Equal(expected, Read.Lines(file.Findings));
    }
}
