namespace ResponsibleAI.Build.Tests;

/// <summary>Projects of one repository share a policy: it is compiled, and what is wrong with it is said, once in a build.</summary>
public sealed class SolutionTests
{
    private const string Compiling = "Building target \"ResponsibleAICompilePolicy\" completely";
    private static readonly string[] s_projects = ["a", "b", "c"];

    [Fact]
    public async Task A_solution_compiles_the_policy_once_and_says_each_finding_once()
    {
        using var consumer = (await SolutionAsync()).WithPolicy().WithGoodCard().WithBadCard();

        var first = await consumer.BuildProjectAsync("all.slnx", "-m:2", "-v:d");
        var second = await consumer.BuildProjectAsync("all.slnx", "-m:2", "--no-restore");

        first.ShouldSucceed();
        Assert.Equal(1, Count(first.Output, Compiling));
        Assert.Equal(first.Findings, second.Findings);
        Assert.Single(second.Of("RAI5101"));
        Assert.Equal(1, Count(second.Output, "All 2 cards: "));
        Assert.All(s_projects, project => Assert.True(File.Exists(consumer.At($"{project}/bin/Debug/net10.0/{project}.dll")), project));
    }

    [Fact]
    public async Task A_violation_fails_every_project_of_the_solution_that_enforces()
    {
        using var consumer = (await SolutionAsync()).WithPolicy().WithBadCard();
        consumer.Write("c/c.csproj", consumer.ProjectXml(properties: "<ResponsibleAIMode>enforce</ResponsibleAIMode>"));

        var build = await consumer.BuildProjectAsync("all.slnx");

        build.ShouldFail();
        Assert.Equal(["error", "warning"], build.Of("RAI5101").Select(finding => finding.Level).Order(StringComparer.Ordinal));
        Assert.Contains("The findings about the policy and its cards fail this build.", build.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(consumer.At("a/bin/Debug/net10.0/a.dll")), build.Output);
        Assert.False(File.Exists(consumer.At("c/bin/Debug/net10.0/c.dll")), build.Output);
    }

    [Fact]
    public async Task Target_frameworks_of_a_project_share_the_policy_too()
    {
        using var consumer = (await Consumer.EmptyAsync()).WithPolicy().WithBadCard();
        consumer.Write(Consumer.Project, consumer.ProjectXml().Replace("<TargetFramework>net10.0</TargetFramework>", "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>", StringComparison.Ordinal)
            .Replace("<ImplicitUsings>enable</ImplicitUsings>", "<LangVersion>latest</LangVersion>", StringComparison.Ordinal));
        consumer.Write("Library.cs", "namespace Library; public class Nothing { }\n");

        var build = await consumer.BuildAsync();

        build.ShouldSucceed();
        Assert.Single(build.Of("RAI5101"));
    }

    [Fact]
    public async Task A_day_that_is_named_has_a_policy_of_its_own()
    {
        using var consumer = (await SolutionAsync()).WithPolicy().WithGoodCard();
        consumer.Write("c/c.csproj", consumer.ProjectXml(properties: "<ResponsibleAIAsOf>2031-05-01</ResponsibleAIAsOf>"));

        (await consumer.BuildProjectAsync("all.slnx")).ShouldSucceed();

        Assert.Equal(2, consumer.PolicyOutputs.Length);
    }

    [Fact]
    public async Task The_compiled_policy_keeps_itself_out_of_version_control_and_can_be_put_elsewhere()
    {
        using var consumer = (await SolutionAsync()).WithPolicy().WithGoodCard();
        (await consumer.BuildProjectAsync("a/a.csproj")).ShouldSucceed();
        Assert.Equal("*", File.ReadAllText(consumer.At("rai/obj/.gitignore")).Trim());
        Directory.Delete(consumer.At("rai/obj"), recursive: true);

        (await consumer.BuildProjectAsync("all.slnx", $"-p:ResponsibleAIPolicyOutput={consumer.At("kept")}")).ShouldSucceed();

        Assert.False(Directory.Exists(consumer.At("rai/obj")));
        Assert.Single(Directory.GetFiles(consumer.At("kept"), "policy.rai-snapshot.xml", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_project_does_not_silence_what_is_found_in_the_repositorys_cards()
    {
        using var consumer = (await Consumer.PlainAsync()).WithPolicy().WithBadCard();

        var build = await consumer.BuildAsync("-p:NoWarn=RAI5101%3BNU1603");

        build.ShouldSucceed();
        Assert.Equal("warning", Assert.Single(build.Of("RAI5101")).Level);
    }

    private static async Task<Consumer> SolutionAsync()
    {
        var consumer = await Consumer.EmptyAsync();
        foreach (var project in s_projects)
        {
            consumer.Write($"{project}/{project}.csproj", consumer.ProjectXml());
            consumer.Write($"{project}/Class.cs", $"namespace N{project}; public class Nothing {{ }}\n");
        }

        var members = string.Concat(s_projects.Select(project => $"<Project Path=\"{project}/{project}.csproj\" />"));
        return consumer.Write("all.slnx", $"<Solution>{members}</Solution>\n");
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
