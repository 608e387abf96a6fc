using System.Text.Json;

namespace ResponsibleAI.Build.Tests;

/// <summary>A real training program, the package, and dotnet build: what a user sees.</summary>
public sealed class TrainingCodeTests
{
    [Fact]
    public async Task The_console_and_the_compilers_log_show_the_findings_at_their_places()
    {
        using var consumer = await Consumer.TrainingAsync();

        var build = await consumer.BuildAsync();

        build.ShouldSucceed();
        var load = Assert.Single(build.Of("RAI2001"));
        Assert.Equal("warning", load.Level);
        Assert.Equal(consumer.At("Program.cs"), load.File);
        Assert.Equal(consumer.Find("Program.cs", "mlContext.Data.LoadFromTextFile").Line, load.Line);
        Assert.NotEmpty(build.Of("RAI1001"));
        Assert.All(build.Findings, finding => Assert.True(finding is { Line: > 0, Column: > 0 }, finding.ToString()));
        Assert.Equal(
            build.Findings.Select(finding => (finding.Id, finding.Line, finding.Column)).Order(),
            Logged(consumer).Where(result => result.Level == "warning").Select(result => (result.Id, result.Line, result.Column)).Order());
    }

    [Fact]
    public async Task A_build_that_compiles_nothing_says_the_same_again()
    {
        using var consumer = await Consumer.TrainingAsync();

        var first = await consumer.BuildAsync();
        var second = await consumer.BuildAsync("--no-restore");

        Assert.NotEmpty(first.Findings);
        Assert.True(second.Skipped("CoreCompile"), second.Output);
        Assert.Equal(Sorted(first), Sorted(second));
    }

    [Fact]
    public async Task Warnaserror_fails_the_build_that_compiles_and_the_one_that_does_not()
    {
        using var consumer = await Consumer.TrainingAsync();

        var first = await consumer.BuildAsync("-warnaserror:RAI2001");
        var second = await consumer.BuildAsync("--no-restore", "-warnaserror:RAI2001");

        Assert.All([first, second], build =>
        {
            build.ShouldFail();
            Assert.Equal("error", Assert.Single(build.Of("RAI2001")).Level);
        });
    }

    [Fact]
    public async Task Enforce_fails_the_build_that_compiles_and_the_one_that_does_not()
    {
        using var consumer = await Consumer.TrainingAsync();

        var first = await consumer.BuildAsync("-p:ResponsibleAIMode=enforce");
        var second = await consumer.BuildAsync("--no-restore", "-p:ResponsibleAIMode=enforce");

        Assert.All([first, second], build =>
        {
            build.ShouldFail();
            Assert.Contains(build.Of("RAI2001"), finding => finding.Level == "error");
        });
        Assert.True(second.Skipped("CoreCompile"), second.Output);
    }

    [Fact]
    public async Task Enforce_after_a_plain_build_fails_without_compiling()
    {
        using var consumer = await Consumer.TrainingAsync();
        (await consumer.BuildAsync()).ShouldSucceed();

        var enforced = await consumer.BuildAsync("--no-restore", "-p:ResponsibleAIMode=enforce");

        enforced.ShouldFail();
        Assert.True(enforced.Skipped("CoreCompile"), enforced.Output);
    }

    [Fact]
    public async Task An_editorconfig_sets_severities()
    {
        using var consumer = await Consumer.TrainingAsync();
        consumer.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.RAI2001.severity = error\ndotnet_diagnostic.RAI1001.severity = none\n");

        var build = await consumer.BuildAsync();

        build.ShouldFail();
        Assert.Equal("error", Assert.Single(build.Of("RAI2001")).Level);
        Assert.Empty(build.Of("RAI1001"));
    }

    [Fact]
    public async Task Code_that_was_not_analyzed_is_not_assessed_and_never_passes_enforcement()
    {
        using var consumer = await Consumer.TrainingAsync();

        var advised = await consumer.BuildAsync("-p:RunAnalyzers=false");
        var enforced = await consumer.BuildAsync("--no-restore", "-p:RunAnalyzers=false", "-p:ResponsibleAIMode=enforce");

        advised.ShouldSucceed();
        Assert.Equal("warning", Assert.Single(advised.Of("RAI9011")).Level);
        enforced.ShouldFail();
        Assert.Equal("error", Assert.Single(enforced.Of("RAI9011")).Level);
    }

    [Fact]
    public async Task A_program_without_an_ml_library_needs_no_evidence()
    {
        using var consumer = (await Consumer.PlainAsync()).WithPolicy();

        var build = await consumer.BuildAsync("-p:RunAnalyzers=false", "-p:ResponsibleAIMode=enforce");

        build.ShouldSucceed();
        Assert.Empty(build.Findings);
    }

    [Fact]
    public async Task Two_folders_give_the_same_snapshot_and_the_same_findings_in_the_same_order()
    {
        using var here = (await Consumer.TrainingAsync("here")).WithPolicy().WithGoodCard().WithBadCard();
        using var there = (await Consumer.TrainingAsync("there with blanks [x] ü#")).WithPolicy().WithGoodCard().WithBadCard();

        (await here.BuildAsync()).ShouldSucceed();
        (await there.BuildAsync()).ShouldSucceed();

        Assert.Equal(File.ReadAllText(Path.Combine(here.Intermediate, "code.findings.xml")), File.ReadAllText(Path.Combine(there.Intermediate, "code.findings.xml")));
        Assert.All(["policy.rai-snapshot.xml", "policy.findings.xml"], file =>
            Assert.Equal(File.ReadAllText(Path.Combine(here.PolicyOutputs[0], file)), File.ReadAllText(Path.Combine(there.PolicyOutputs[0], file))));
        Assert.Contains("RAI2001", File.ReadAllText(Path.Combine(here.Intermediate, "code.findings.xml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dotnet_format_declares_the_purpose()
    {
        using var consumer = (await Consumer.TrainingAsync()).WithPolicy();
        consumer.Write("rai/purposes.yaml", """
            schema: rai/purposes/1
            purposes:
              - { id: income-benchmark, title: Study income, owner: research@group.example }

            """);
        (await consumer.RunAsync("restore", Consumer.Project)).ShouldSucceed();

        var format = await consumer.RunAsync("format", "analyzers", Consumer.Project, "--no-restore", "--diagnostics", "RAI1001", "--severity", "info", "-v", "d");

        format.ShouldSucceed();
        var sources = Directory.EnumerateFiles(consumer.Folder, "*.cs").Select(File.ReadAllText);
        Assert.Contains(sources, source => source.Contains("ProcessingPurpose(\"income-benchmark\")", StringComparison.Ordinal));
        Assert.Empty((await consumer.BuildAsync("--no-restore")).Of("RAI1001"));
    }

    private static IEnumerable<Reported> Sorted(Outcome build) =>
        build.Findings.OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line).ThenBy(finding => finding.Column).ThenBy(finding => finding.Id, StringComparer.Ordinal);

    private static IEnumerable<(string Id, string Level, int Line, int Column)> Logged(Consumer consumer)
    {
        using var log = JsonDocument.Parse(File.ReadAllText(Path.Combine(consumer.Intermediate, "compiler.sarif")));
        foreach (var result in log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
        {
            if (result.GetProperty("ruleId").GetString()!.StartsWith("RAI", StringComparison.Ordinal) && result.TryGetProperty("locations", out var locations))
            {
                var region = locations[0].GetProperty("physicalLocation").GetProperty("region");
                yield return (
                    result.GetProperty("ruleId").GetString()!,
                    result.GetProperty("level").GetString()!,
                    region.GetProperty("startLine").GetInt32(),
                    region.GetProperty("startColumn").GetInt32());
            }
        }
    }
}
