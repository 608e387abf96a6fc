namespace ResponsibleAI.Build.Tests;

/// <summary>A build reads the evidence that a fairness gate left behind, and holds it against the card that names it.</summary>
public sealed class FairnessEvidenceTests
{
    private const string PolicyTarget = "ResponsibleAICompilePolicy";
    private const string Evidence = "rai/evidence/credit-scoring.fairness.json";
    private const string Card = "rai/cards/credit-scoring.modelcard.yaml";

    private static string Sample(string path) => Repository.Sample("CreditScoring", path);

    [Fact]
    public async Task The_sample_and_its_evidence_agree_and_an_unchanged_build_reads_nothing()
    {
        using var consumer = await BuiltAsync();

        var again = await consumer.BuildAsync("--no-restore", "-p:ResponsibleAIMode=enforce");

        again.ShouldSucceed();
        Assert.True(again.Skipped(PolicyTarget), again.Output);
        Assert.DoesNotContain(again.Findings, finding => finding.File.EndsWith(".json", StringComparison.Ordinal) || finding.File.EndsWith(".modelcard.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edited_number_compiles_the_policy_again_and_is_found_where_it_stands()
    {
        using var consumer = await BuiltAsync();
        var before = consumer.Snapshot;
        consumer.Write(Evidence, Sample(Evidence).Replace("\"value\": 0.968143986683,\n      \"atLeast\"", "\"value\": 0.999,\n      \"atLeast\"", StringComparison.Ordinal));

        var advised = await consumer.BuildAsync("--no-restore");
        var enforced = await consumer.BuildAsync("--no-restore", "-p:ResponsibleAIMode=enforce");

        advised.ShouldSucceed();
        Assert.False(advised.Skipped(PolicyTarget), advised.Output);
        Assert.NotEqual(before, consumer.Snapshot);
        var warning = Assert.Single(advised.Of("RAI5819"));
        Assert.Equal(("warning", consumer.Find(Evidence, "0.999")), (warning.Level, (warning.Line, warning.Column)));
        Assert.EndsWith("credit-scoring.fairness.json", warning.File, StringComparison.Ordinal);
        Assert.Contains("0.999 in checks, 0.9681 in breakdowns", warning.Message, StringComparison.Ordinal);
        enforced.ShouldFail();
        Assert.Equal("error", Assert.Single(enforced.Of("RAI5819")).Level);
    }

    [Fact]
    public async Task A_failed_gate_a_stricter_goal_and_another_accuracy_are_said()
    {
        using var consumer = await BuiltAsync();
        consumer.Write(Evidence, Sample(Evidence).Replace("\"verdict\": \"pass\"", "\"verdict\": \"fail\"", StringComparison.Ordinal));
        consumer.Write(Card, Sample(Card).Replace("atLeast: 0.85", "atLeast: 0.9", StringComparison.Ordinal).Replace("value: 0.743", "value: 0.81", StringComparison.Ordinal));

        var build = await consumer.BuildAsync("--no-restore");

        build.ShouldSucceed();
        Assert.Equal(
            ["RAI5819", "RAI5820", "RAI5823", "RAI5824", "RAI5832"],
            build.Findings.Select(finding => finding.Id).Where(id => string.CompareOrdinal(id, "RAI5816") > 0 && string.CompareOrdinal(id, "RAI5900") < 0).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Deleted_evidence_is_missed_and_broken_evidence_fails_the_build()
    {
        using var consumer = await BuiltAsync();
        File.Delete(consumer.At(Evidence));
        var deleted = await consumer.BuildAsync("--no-restore");
        consumer.Write(Evidence, Sample(Evidence)[..2000]);
        var broken = await consumer.BuildAsync("--no-restore");
        consumer.Write(Evidence, Sample(Evidence));
        var restored = await consumer.BuildAsync("--no-restore");

        deleted.ShouldSucceed();
        Assert.Equal(("warning", consumer.Find(Card, Evidence + ", measuredOn")), Assert.Single(deleted.Of("RAI9003")) is var missing ? (missing.Level, (missing.Line, missing.Column)) : default);
        broken.ShouldFail();
        Assert.Equal("error", Assert.Single(broken.Of("RAI9001")).Level);
        restored.ShouldSucceed();
        Assert.Empty(restored.Of("RAI9003"));
    }

    private static async Task<Consumer> BuiltAsync()
    {
        var consumer = await Consumer.PlainAsync();
        foreach (var path in new[] { "rai/policy.yaml", "rai/purposes.yaml", "rai/waivers.yaml", "rai/cards/german-credit.datacard.yaml", Card, Evidence })
        {
            consumer.Write(path, Sample(path));
        }

        (await consumer.BuildAsync()).ShouldSucceed();
        return consumer;
    }
}
