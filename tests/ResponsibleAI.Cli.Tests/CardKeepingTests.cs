using System.Text.Json;

namespace ResponsibleAI.Cli.Tests;

/// <summary>rai card update, import and export as a user runs them.</summary>
public sealed class CardKeepingTests
{
    private const string Policy = "schema: rai/policy/1\npacks: [gdpr, copyright]\n";

    [Fact]
    public async Task A_card_goes_stale_with_its_file_and_update_mends_it()
    {
        using var repo = Repo.With(("rai/policy.yaml", Policy), ("data/c.csv", "age,sex\n1,m\n"));
        await Repo.Rai("card", "new", repo.At("data/c.csv"));
        var card = repo.At("rai/cards/c.datacard.yaml");
        Assert.Equal(0, (await Repo.Rai("card", "update", card, "--check")).Exit);

        repo.Add("data/c.csv", "age,sex,income\n1,m,5\n2,f,6\n");
        var stale = await Repo.Rai("card", "update", card, "--check");
        var before = await File.ReadAllTextAsync(card);
        Assert.Equal(1, stale.Exit);
        Assert.Contains("rows: 1 in the card, 2 in the files", stale.Output);
        Assert.Contains("column `income` is new", stale.Output);

        Assert.Equal(0, (await Repo.Rai("card", "update", card)).Exit);
        var after = await File.ReadAllTextAsync(card);
        Assert.NotEqual(before, after);
        Assert.Contains("  - { name: income, type: integer }   # category: user.financial.income?", after);
        Assert.Equal(before.Split('\n').Count(static line => line.Contains('#', StringComparison.Ordinal)) + 1, after.Split('\n').Count(static line => line.Contains('#', StringComparison.Ordinal)));
        Assert.Equal(0, (await Repo.Rai("card", "update", card, "--check")).Exit);
    }

    [Theory]
    [InlineData("../../etc/passwd", "leads out of the repository")]
    [InlineData("/etc/passwd", "leads out of the repository")]
    [InlineData("data/gone.csv", "no such file")]
    public async Task Files_that_are_not_there_or_not_ours_are_told(string path, string message)
    {
        using var repo = Repo.With(("rai/policy.yaml", Policy), ("rai/cards/c.datacard.yaml", $"schema: rai/datacard/1\nid: c\nfiles: [{{ path: \"{path}\" }}]\n"));

        var outcome = await Repo.Rai("card", "update", repo.At("rai/cards/c.datacard.yaml"), "--check");

        Assert.Equal(1, outcome.Exit);
        Assert.Contains(message, outcome.Output);
    }

    [Fact]
    public async Task Globs_find_their_files_and_count_all_rows()
    {
        using var repo = Repo.With(("rai/policy.yaml", Policy), ("d/a.csv", "x,y\n1,2\n"), ("d/b.csv", "x,y\n3,4\n5,6\n"), ("rai/cards/c.datacard.yaml", "schema: rai/datacard/1\nid: c\nrows: 1\nfiles:\n- path: d/*.csv\ncolumns: [x, y]\n"));

        await Repo.Rai("card", "update", repo.At("rai/cards/c.datacard.yaml"));

        Assert.Equal("schema: rai/datacard/1\nid: c\nrows: 3\nfiles:\n- path: d/*.csv\ncolumns: [x, y]\n", repo.Read("rai/cards/c.datacard.yaml"));
    }

    [Fact]
    public async Task A_foreign_card_comes_in_with_a_list_of_what_did_not()
    {
        using var repo = Repo.With(("up/README.md", "---\nlicense: cc-by-4.0\nsize_categories: [n<1K]\n---\n# X\n\n## Licensing\n\nAsk us.\n"));

        var outcome = await Repo.Rai("card", "import", repo.At("up/README.md"), "--id", "up", "-o", repo.At("rai/cards/up.datacard.yaml"));

        Assert.Equal(0, outcome.Exit);
        Assert.Contains("not carried over: size_categories (line 3): a range is no number of rows", outcome.Output);
        Assert.Contains("not carried over: # Licensing (line 7): prose", outcome.Output);
        Assert.Contains("license: CC-BY-4.0", repo.Read("rai/cards/up.datacard.yaml"));
        Assert.Contains("path: up/README.md", repo.Read("rai/cards/up.datacard.yaml"));
        Assert.Equal(2, (await Repo.Rai("card", "import", repo.At("up/README.md"), "--id", "up", "-o", repo.At("rai/cards/up.datacard.yaml"))).Exit);
    }

    [Fact]
    public async Task What_is_no_card_of_others_is_told_with_line_and_column()
    {
        using var repo = Repo.With(("m.json", "{\n  \"a\": tru\n}"));

        var outcome = await Repo.Rai("card", "import", repo.At("m.json"), "-o", "-");

        Assert.Equal((3, ""), (outcome.Exit, outcome.Output));
        Assert.Contains("m.json(2,8): error RAI9001", outcome.Error);
    }

    [Fact]
    public async Task An_export_is_valid_Json_and_its_list_goes_beside_it()
    {
        using var repo = Repo.With(("c.datacard.yaml", "schema: rai/datacard/1\nid: c\nname: C\nlicense: MIT\nsubjects: { data: personal }\ncolumns: [{ name: age, type: integer }]\n"));

        var outcome = await Repo.Rai("card", "export", repo.At("c.datacard.yaml"), "--to", "croissant");

        Assert.Equal(0, outcome.Exit);
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal("https://spdx.org/licenses/MIT", json.RootElement.GetProperty("license").GetString());
        Assert.Contains("not carried over: subjects", outcome.Error);
        Assert.Contains("required there and not stated by the card: datePublished", outcome.Error);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _rai rai")]
    [InlineData("zsh", "compdef _rai rai")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Every_shell_gets_its_script(string shell, string line) => Assert.Contains(line, (await Repo.Rai("completion", shell)).Output);

    [Theory]
    [InlineData("[suggest:6]", "card n", "new")]
    [InlineData("[suggest:21]", "card export x.y --to ", "croissant")]
    [InlineData("[suggest:1]", "r", "registry")]
    public async Task Words_are_suggested(string directive, string line, string word)
    {
        var outcome = await Repo.Rai(directive, line);

        Assert.Equal(0, outcome.Exit);
        Assert.Contains(word, outcome.Output.Split('\n', StringSplitOptions.TrimEntries));
    }
}
