using ResponsibleAI.Policy.Editing;

namespace ResponsibleAI.Policy.Tests.Editing;

public sealed class Updating
{
    private const string Hash = "7ca0f4d3904c7f0504f9dd1152b0336998f8bce4cc1a619dff6b3ffe0546ad14";
    private const string Old = "0000000000000000000000000000000000000000000000000000000000000000";

    [Fact]
    public void Only_the_values_that_were_measured_change()
    {
        const string before = """
            # our card
            schema: rai/datacard/1
            id:   c            # odd   blanks stay
            rows:    10        # counted
            files:
              # the one file
              - path: data/c.csv   # from the crm
                sha256: 'OLD'  # changes
            columns:
              - { name: age, category: user.demographic.age_range }   # confirmed by A
              - name: Sex     # block

            # the end
            purposes: [p]
            """;
        var card = before.Replace("OLD", Old, StringComparison.Ordinal);

        var result = Update(card, Measured(Hash, 12, "age", "sex", "income"));

        Assert.Equal(
            before.Replace("'OLD'", Hash, StringComparison.Ordinal).Replace("rows:    10 ", "rows:    12 ", StringComparison.Ordinal)
                .Replace("  - name: Sex     # block\n", "  - name: Sex     # block\n  - { name: income }   # category?\n", StringComparison.Ordinal),
            result.Text);
        Assert.Equal(3, result.Changes.Count);
        Assert.Empty(result.Left);
        Assert.Empty(Update(result.Text, Measured(Hash, 12, "age", "sex", "income")).Changes);
    }

    [Theory]
    [InlineData("files: a.csv\n", "files: { path: a.csv, sha256: HASH }\nrows: 3\n")]
    [InlineData("files: [a.csv]\n", "files: [{ path: a.csv, sha256: HASH }]\nrows: 3\n")]
    [InlineData("files: [{ path: a.csv }] # x\n", "files: [{ path: a.csv, sha256: HASH }] # x\nrows: 3\n")]
    [InlineData("files:\n- path: a.csv", "files:\n- path: a.csv\n  sha256: HASH\nrows: 3")]
    [InlineData("files:\r\n- path: a.csv # c\r\n  source: s\r\nname: n\r\n", "files:\r\n- path: a.csv # c\r\n  sha256: HASH\r\n  source: s\r\nrows: 3\r\nname: n\r\n")]
    [InlineData("files: [{ path: a.csv }]\nrows:\n", "files: [{ path: a.csv, sha256: HASH }]\nrows: 3\n")]
    public void What_was_not_stated_is_added_in_the_layout_that_is_there(string before, string after)
    {
        const string head = "schema: rai/datacard/1\nid: c\n";

        Assert.Equal(head + after.Replace("HASH", Hash, StringComparison.Ordinal), Update(head + before, Measured(Hash, 3)).Text);
    }

    [Fact]
    public void New_columns_go_into_a_list_in_brackets_too()
    {
        Assert.EndsWith("columns: [age, { name: sex, roles: [] }, { name: income }]\n", Update("schema: rai/datacard/1\nid: c\nrows: 1\nfiles: [{ path: a.csv, sha256: " + Hash + " }]\ncolumns: [age, { name: sex, roles: [] }]\n", Measured(Hash, 1, "age", "sex", "income")).Text);
    }

    [Fact]
    public void A_column_that_is_gone_is_told_and_stays()
    {
        const string card = "schema: rai/datacard/1\nid: c\nrows: 1\nfiles: [{ path: a.csv, sha256: " + Hash + " }]\ncolumns:\n- age\n- { name: name, protection: removed }\n- zip\n";

        var result = Update(card, Measured(Hash, 1, "AGE"));

        Assert.Equal(card, result.Text);
        Assert.Equal(["column `zip` (line 8) is in no file; say protection: removed, or delete it"], result.Left);
    }

    [Fact]
    public void A_file_that_is_no_table_changes_the_hash_alone()
    {
        var result = Update("schema: rai/datacard/1\nid: c\nrows: 5\nfiles: [{ path: a.zip, sha256: " + Old + " }]\ncolumns: [age]\n", new MeasuredEntry(Hash, null, null, null));

        Assert.Single(result.Changes);
        Assert.Contains("rows: 5", result.Text);
        Assert.Empty(result.Left);
    }

    [Theory]
    [InlineData("id: c\n")]
    [InlineData("schema: rai/policy/1\npacks: []\n")]
    [InlineData("schema: rai/datacard/1\nid: [\n")]
    [InlineData("")]
    public void What_is_no_card_is_told_and_not_touched(string text)
    {
        var result = Update(text, Measured(Hash, 3));

        Assert.Equal(text, result.Text);
        Assert.NotEmpty(result.Findings);
    }

    [Fact]
    public void A_byte_order_mark_stays() => Assert.StartsWith("\uFEFFschema", Update("\uFEFFschema: rai/datacard/1\nid: c\nfiles: a.csv\n", Measured(Hash, 3)).Text);

    private static CardUpdateResult Update(string card, params MeasuredEntry[] measured) =>
        CardUpdate.Of("c.datacard.yaml", card, measured);

    private static MeasuredEntry Measured(string hash, long rows, params string[] columns) =>
        new(hash, rows, columns.Length == 0 ? null : [.. columns.Select(name => new MeasuredColumn(name, $"{{ name: {name} }}", "   # category?"))], null);
}
