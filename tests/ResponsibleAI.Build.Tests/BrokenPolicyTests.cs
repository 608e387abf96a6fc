using System.Text;

namespace ResponsibleAI.Build.Tests;

/// <summary>A broken file is an error at its place, in advise too, and never a crash; what is valid beside it still counts.</summary>
public sealed class BrokenPolicyTests
{
    private static readonly (string Path, string Schema)[] s_inputs =
    [
        ("rai/purposes.yaml", "rai/purposes/1"),
        ("rai/waivers.yaml", "rai/waivers/1"),
        ("rai/cards/broken.datacard.yaml", "rai/datacard/1"),
        ("rai/cards/broken.modelcard.yaml", "rai/modelcard/1"),
        ("rai/rules/broken.rules.yaml", "rai/rules/1"),
    ];

    [Fact]
    public async Task Every_broken_file_is_an_error_with_file_line_and_column_in_every_build()
    {
        using var consumer = (await Consumer.PlainAsync()).WithPolicy().WithBadCard();
        foreach (var (path, schema) in s_inputs)
        {
            consumer.Write(path, Broken(schema));
        }

        var first = await consumer.BuildAsync();
        var second = await consumer.BuildAsync("--no-restore");

        Assert.All([first, second], build =>
        {
            build.ShouldFail();
            Assert.All(s_inputs, input => AssertPositionedError(build, consumer.At(input.Path)));
            AssertNoCrash(build);
            Assert.Single(build.Of("RAI5101"));
        });
    }

    [Fact]
    public async Task A_broken_policy_file_is_an_error_with_file_line_and_column()
    {
        using var consumer = (await Consumer.PlainAsync()).Write("rai/policy.yaml", Broken("rai/policy/1")).WithGoodCard();

        var build = await consumer.BuildAsync();

        build.ShouldFail();
        AssertPositionedError(build, consumer.At("rai/policy.yaml"));
        AssertNoCrash(build);
    }

    [Fact]
    public async Task Binary_empty_and_huge_files_are_errors_and_no_crash()
    {
        using var consumer = (await Consumer.PlainAsync()).WithPolicy()
            .WriteBytes("rai/cards/binary.datacard.yaml", [0x00, 0xFF, 0xFE, 0x01, 0x80])
            .Write("rai/cards/empty.datacard.yaml", "")
            .Write("rai/cards/bomb.datacard.yaml", AliasBomb())
            .WriteBytes("rai/cards/huge.datacard.yaml", new byte[100 * 1024 * 1024]);

        var build = await consumer.BuildAsync();

        build.ShouldFail();
        Assert.All(["binary", "empty", "bomb", "huge"], name =>
            Assert.Contains(build.Findings, finding => finding.Level == "error" && finding.File == consumer.At($"rai/cards/{name}.datacard.yaml")));
        AssertNoCrash(build);
    }

    private static string Broken(string schema) => $"schema: {schema}\nid: [ unclosed\n";

    private static void AssertPositionedError(Outcome build, string file) =>
        Assert.Contains(build.Findings, finding => finding.Level == "error" && finding.File == file && finding is { Line: > 0, Column: > 0 });

    private static void AssertNoCrash(Outcome build)
    {
        Assert.DoesNotContain("MSB4018", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", build.Output, StringComparison.Ordinal);
    }

    private static string AliasBomb()
    {
        var text = new StringBuilder("schema: rai/datacard/1\nid: bomb\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 12; level++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n");
        }

        return text.ToString();
    }
}
