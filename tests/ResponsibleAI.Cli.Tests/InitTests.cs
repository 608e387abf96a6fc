namespace ResponsibleAI.Cli.Tests;

public sealed class InitTests
{
    [Fact]
    public async Task Policy_purposes_and_a_card_are_written_and_compile_without_error()
    {
        using var repo = Repo.With(("data/people.csv", "age,sex,income\n1,m,2\n"));

        var outcome = await Repo.Rai(
            "init", repo.Root, "--organization", "Acme: Bank #1", "--jurisdiction", "eu", "us-ca", "--mode", "enforce",
            "--purpose", "Decide on loans", "--use-area", "credit", "--owner", "risk@acme.example", "--data", repo.At("data/people.csv"));

        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        Assert.Contains("<ResponsibleAIMode>enforce</ResponsibleAIMode>", outcome.Output);
        Assert.Contains("<ResponsibleAIPurpose>decide-on-loans</ResponsibleAIPurpose>", outcome.Output);
        Assert.Contains("name: \"Acme: Bank #1\"", repo.Read("rai/policy.yaml"));
        Assert.Contains("packs: [anonymization, ccpa, copyright, eu-ai-act, fairness, gdpr, governance]", repo.Read("rai/policy.yaml"));
        Assert.Contains("useArea: credit", repo.Read("rai/purposes.yaml"));
        Assert.Contains("id: people", repo.Read("rai/cards/people.datacard.yaml"));
        var check = await repo.Run("check", "", "--fail-on", "error");
        Assert.Equal(0, check.Exit);
        Assert.DoesNotContain("RAI900", check.Output);
    }

    [Fact]
    public async Task Without_answers_nothing_is_claimed_and_it_still_compiles()
    {
        using var repo = Repo.With();

        var outcome = await Repo.Rai("init", repo.Root);

        Assert.Equal(0, outcome.Exit);
        Assert.Contains("# organization:", repo.Read("rai/policy.yaml"));
        Assert.Contains("hipaa", repo.Read("rai/policy.yaml"));
        Assert.Contains("purposes: []", repo.Read("rai/purposes.yaml"));
        Assert.DoesNotContain("RAI900", (await repo.Run("check")).Output);
        Assert.Contains("rai card new <data file>", outcome.Output);
    }

    [Fact]
    public async Task What_is_there_is_never_replaced_without_force()
    {
        using var repo = Repo.With(("rai/policy.yaml", "mine"));

        var refused = await Repo.Rai("init", repo.Root);

        Assert.Equal(2, refused.Exit);
        Assert.Contains("rai/policy.yaml is there already; nothing was written. --force replaces it", refused.Error);
        Assert.Equal("mine", repo.Read("rai/policy.yaml"));
        Assert.False(File.Exists(repo.At("rai/purposes.yaml")));
        Assert.Equal(0, (await Repo.Rai("init", repo.Root, "--force")).Exit);
        Assert.Contains("schema: rai/policy/1", repo.Read("rai/policy.yaml"));
    }

    [Fact]
    public async Task A_data_file_that_is_no_table_leaves_nothing_behind()
    {
        using var repo = Repo.With(("d.csv", "%PDF-1.7"));

        Assert.Equal(3, (await Repo.Rai("init", repo.Root, "--data", repo.At("d.csv"))).Exit);
        Assert.False(Directory.Exists(repo.At("rai")));
    }

    [Theory]
    [InlineData("--jurisdiction", "mars")]
    [InlineData("--pack", "gpdr")]
    [InlineData("--use-area", "everything")]
    [InlineData("--mode", "strict")]
    public async Task Words_that_nobody_knows_are_refused(string option, string word)
    {
        using var repo = Repo.With();

        Assert.Equal(2, (await Repo.Rai("init", repo.Root, option, word)).Exit);
        Assert.False(Directory.Exists(repo.At("rai")));
    }
}
