namespace ResponsibleAI.Build.Tests;

/// <summary>A build does again what changed, and only that.</summary>
public sealed class IncrementalBuildTests
{
    private const string PolicyTarget = "ResponsibleAICompilePolicy";
    private const string CompilerTarget = "CoreCompile";

    [Fact]
    public async Task An_unchanged_build_compiles_neither_policy_nor_code()
    {
        using var consumer = await BuiltAsync();

        var again = await consumer.BuildAsync("--no-restore");

        again.ShouldSucceed();
        Assert.True(again.Skipped(PolicyTarget), again.Output);
        Assert.True(again.Skipped(CompilerTarget), again.Output);
    }

    [Fact]
    public async Task An_edited_card_an_added_card_and_a_deleted_card_compile_both_again()
    {
        using var consumer = await BuiltAsync();
        var first = consumer.Snapshot;

        consumer.Write("rai/cards/adult.datacard.yaml", Yaml.GoodCard.Replace("adult", "grown-up", StringComparison.Ordinal));
        var edited = await consumer.BuildAsync("--no-restore");
        var afterEdit = consumer.Snapshot;
        consumer.WithBadCard();
        var added = await consumer.BuildAsync("--no-restore");
        var afterAdd = consumer.Snapshot;
        File.Delete(consumer.At("rai/cards/scraped.datacard.yaml"));
        var deleted = await consumer.BuildAsync("--no-restore");

        Assert.All([edited, added, deleted], build =>
        {
            build.ShouldSucceed();
            Assert.False(build.Skipped(PolicyTarget), build.Output);
            Assert.False(build.Skipped(CompilerTarget), build.Output);
        });
        Assert.NotEqual(first, afterEdit);
        Assert.Single(added.Of("RAI5101"));
        Assert.NotEqual(afterEdit, afterAdd);
        Assert.Empty(deleted.Of("RAI5101"));
        Assert.Equal(afterEdit, consumer.Snapshot);
    }

    [Fact]
    public async Task A_card_that_is_only_touched_does_not_start_the_compiler()
    {
        using var consumer = await BuiltAsync();
        File.SetLastWriteTimeUtc(consumer.At("rai/cards/adult.datacard.yaml"), DateTime.UtcNow);

        var again = await consumer.BuildAsync("--no-restore");

        Assert.False(again.Skipped(PolicyTarget), again.Output);
        Assert.True(again.Skipped(CompilerTarget), again.Output);
    }

    [Fact]
    public async Task Another_date_of_judgement_compiles_the_policy_again()
    {
        using var consumer = await BuiltAsync();

        var again = await consumer.BuildAsync("--no-restore", "-p:ResponsibleAIAsOf=2031-05-01");

        again.ShouldSucceed();
        Assert.False(again.Skipped(PolicyTarget), again.Output);
    }

    [Fact]
    public async Task A_lost_snapshot_and_a_lost_compiler_log_are_made_again()
    {
        using var consumer = await BuiltAsync();
        var first = consumer.Snapshot;
        File.Delete(consumer.SnapshotPath);
        File.Delete(Path.Combine(consumer.Intermediate, "compiler.sarif"));

        (await consumer.BuildAsync("--no-restore")).ShouldSucceed();

        Assert.Equal(first, consumer.Snapshot);
        Assert.True(File.Exists(Path.Combine(consumer.Intermediate, "compiler.sarif")));
    }

    [Fact]
    public async Task A_policy_that_cannot_be_compiled_leaves_no_snapshot_and_says_so_every_time()
    {
        using var consumer = await BuiltAsync();

        var first = await consumer.BuildAsync("--no-restore", "-p:ResponsibleAIAsOf=yesterday");
        var second = await consumer.BuildAsync("--no-restore", "-p:ResponsibleAIAsOf=yesterday");

        Assert.All([first, second], build =>
        {
            build.ShouldFail();
            var error = Assert.Single(build.Of("RAI9010"));
            Assert.Equal("error", error.Level);
            Assert.EndsWith("policy.yaml", error.File, StringComparison.Ordinal);
            Assert.Contains("'yesterday'", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", build.Output, StringComparison.Ordinal);
        });
        Assert.Single(consumer.PolicyOutputs, folder => !File.Exists(Path.Combine(folder, "policy.rai-snapshot.xml")));
    }

    [Fact]
    public async Task Clean_takes_everything_away_that_is_the_projects_own()
    {
        using var alone = await Consumer.PlainAsync();
        using var consumer = await BuiltAsync();
        (await alone.BuildAsync()).ShouldSucceed();

        (await alone.RunAsync("clean", Consumer.Project)).ShouldSucceed();
        (await consumer.RunAsync("clean", Consumer.Project)).ShouldSucceed();

        Assert.Empty(Directory.EnumerateFiles(alone.Intermediate));
        Assert.Empty(Directory.EnumerateFiles(consumer.Intermediate));
        Assert.True(File.Exists(consumer.SnapshotPath));
    }

    [Fact]
    public async Task A_warning_made_an_error_after_a_plain_build_starts_the_compiler()
    {
        using var consumer = await BuiltAsync();

        var again = await consumer.BuildAsync("--no-restore", "-p:WarningsAsErrors=CS0219");

        Assert.False(again.Skipped(CompilerTarget), again.Output);
    }

    private static async Task<Consumer> BuiltAsync()
    {
        var consumer = (await Consumer.PlainAsync()).WithPolicy().WithGoodCard();
        (await consumer.BuildAsync()).ShouldSucceed();
        return consumer;
    }
}
