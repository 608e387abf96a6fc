namespace ResponsibleAI.Build.Tests;

public sealed class SwitchedOffTests
{
    [Fact]
    public async Task Disabled_it_writes_nothing_says_nothing_and_gives_the_compiler_no_analyzer()
    {
        using var consumer = (await Consumer.TrainingAsync()).WithPolicy().WithBadCard();

        var build = await consumer.BuildAsync("-p:ResponsibleAIEnabled=false", "-p:ResponsibleAIMode=enforce");
        var analyzers = await consumer.RunAsync("msbuild", Consumer.Project, "-t:Compile", "-getItem:Analyzer", "-p:ResponsibleAIEnabled=false");

        build.ShouldSucceed();
        Assert.Empty(build.Findings);
        Assert.False(Directory.Exists(consumer.Intermediate));
        Assert.DoesNotContain("/ResponsibleAI.Analyzers.dll", analyzers.Output.Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switched_off_after_a_build_with_findings_it_compiles_again_without_them()
    {
        using var consumer = (await Consumer.TrainingAsync()).WithPolicy();
        var on = await consumer.BuildAsync();

        var off = await consumer.BuildAsync("--no-restore", "-p:ResponsibleAIEnabled=false");

        Assert.NotEmpty(on.Findings);
        off.ShouldSucceed();
        Assert.Empty(off.Findings);
    }
}
