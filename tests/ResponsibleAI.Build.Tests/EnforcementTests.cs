namespace ResponsibleAI.Build.Tests;

/// <summary>What a violation on a card does to a build, the first and the second time.</summary>
public sealed class EnforcementTests
{
    private static readonly string s_card = Path.Combine("rai", "cards", "scraped.datacard.yaml");

    [Fact]
    public async Task Advise_warns_at_the_place_in_the_card_in_every_build()
    {
        using var consumer = (await Consumer.PlainAsync()).WithPolicy().WithBadCard();

        var first = await consumer.BuildAsync();
        var second = await consumer.BuildAsync("--no-restore");

        Assert.All([first, second], build =>
        {
            build.ShouldSucceed();
            var finding = Assert.Single(build.Of("RAI5101"));
            Assert.Equal("warning", finding.Level);
            Assert.Equal(consumer.At(s_card), finding.File);
            Assert.Equal(3, finding.Line);
        });
        Assert.Equal(first.Findings, second.Findings);
    }

    [Fact]
    public async Task Enforce_fails_every_build_also_one_that_compiles_nothing_and_leaves_no_output()
    {
        using var consumer = (await Consumer.PlainAsync()).WithPolicy().WithBadCard();

        var first = await consumer.BuildAsync("-p:ResponsibleAIMode=enforce");
        var second = await consumer.BuildAsync("--no-restore", "-p:ResponsibleAIMode=enforce");

        Assert.True(second.Skipped("CoreCompile"), second.Output);
        Assert.All([first, second], build =>
        {
            build.ShouldFail();
            Assert.Equal("error", Assert.Single(build.Of("RAI5101")).Level);
        });
        Assert.False(File.Exists(consumer.At("bin/Debug/net10.0/app.dll")));
    }

    [Fact]
    public async Task Enforce_passes_when_the_card_is_mended()
    {
        using var consumer = (await Consumer.PlainAsync()).WithPolicy().WithBadCard();
        (await consumer.BuildAsync("-p:ResponsibleAIMode=enforce")).ShouldFail();

        consumer.Write(s_card, Yaml.BadCard.Replace("NONE", "CC-BY-4.0", StringComparison.Ordinal));

        (await consumer.BuildAsync("--no-restore", "-p:ResponsibleAIMode=enforce")).ShouldSucceed();
    }

    [Fact]
    public async Task Every_card_has_a_line_that_sums_it_up()
    {
        using var consumer = (await Consumer.PlainAsync()).WithPolicy().WithGoodCard().WithBadCard();

        var build = await consumer.BuildAsync();

        Assert.Matches(@"(?m)^\s*adult: 0 contradictions, \d+ to review, \d+ facts? not stated\s*$", build.Output);
        Assert.Matches(@"(?m)^\s*scraped: [1-9]\d* contradictions?, \d+ to review, \d+ facts? not stated\s*$", build.Output);
    }

    [Fact]
    public async Task A_mode_that_does_not_exist_fails_the_build_once_and_clearly()
    {
        using var consumer = (await Consumer.PlainAsync()).WithPolicy();

        var build = await consumer.BuildAsync("-p:ResponsibleAIMode=strict");

        build.ShouldFail();
        Assert.Equal("ResponsibleAIMode is 'strict'; write advise or enforce", Assert.Single(build.Of("RAI9002")).Message);
    }

    [Fact]
    public async Task A_policy_root_without_a_policy_fails_the_build_and_never_reads_as_lenient()
    {
        using var consumer = (await Consumer.PlainAsync()).WithPolicy();

        var build = await consumer.BuildAsync("-p:ResponsibleAIPolicyRoot=elsewhere");

        build.ShouldFail();
        Assert.Contains("'elsewhere', which holds no folder 'rai'", Assert.Single(build.Of("RAI9001")).Message, StringComparison.Ordinal);
    }
}
