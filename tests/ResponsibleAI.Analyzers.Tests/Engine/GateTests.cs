using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Engine;

public sealed class GateTests
{
    private const string Source = "public class C { public int M() => 1; }";

    [Fact]
    public async Task A_project_without_an_ml_library_registers_no_action() => Assert.False(await Program.Of(Source).WithoutMlNet().RegistersActions());

    [Fact]
    public async Task A_project_with_one_does() => Assert.True(await Program.Of(Source).RegistersActions());

    [Fact]
    public async Task A_project_that_is_switched_off_registers_no_action() => Assert.False(await Program.Of(Source).WithProperty("ResponsibleAIActive", "false").RegistersActions());

    [Fact]
    public async Task Analysis_leaves_evidence_with_the_snapshots_hash_and_counts()
    {
        var evidence = await Program.Of(TrainingPrograms.People).Evidence();

        Assert.Equal(64, evidence.Properties["snapshot"]!.Length);
        Assert.Equal("file", evidence.Properties["snapshotSource"]);
        Assert.Equal("1", evidence.Properties["seen.trainingCalls"]);
        Assert.Equal("1", evidence.Properties["findings.RAI1001"]);
        Assert.Contains("RAI2001", evidence.Properties["rules"], StringComparison.Ordinal);
        Assert.False(evidence.Location.IsInSource);
    }

    [Fact]
    public async Task A_snapshot_that_cannot_be_read_is_reported_and_does_not_crash()
    {
        var findings = await Program.Of(Source).WithFile("/repo/obj/rai/policy.rai-snapshot.xml", "<snapshot version='1'><library name=\"x\" assemblies=\"Microsoft.ML.Data\"><").Findings();

        // Without an embedded default there is nothing to go by; with one the problem is named.
        Assert.All(findings, finding => Assert.Equal("RAI9010", finding.Id));
    }

    [Fact]
    public async Task A_yaml_file_that_changed_after_the_snapshot_is_named()
    {
        var policy = ShippedPolicy.Snapshot with { Sources = [new("rai/purposes.yaml", new string('0', 64))] };

        var finding = Assert.Single(await Program.Of(Source, policy).WithFile("/repo/rai/purposes.yaml", "schema: rai/purposes/1\n").Findings());

        Assert.Equal("RAI9010", finding.Id);
        Assert.Contains("older than 'rai/purposes.yaml'", finding.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class Trainer { void M(Microsoft.ML.MLContext ml) { var p = ml.Transforms.Concatenate(\"Features\", ")]
    [InlineData("class A { void M() { var x = x.Fit(x); ml.Data.LoadFromTextFile<Missing>(path).Fit() } } class { }")]
    [InlineData("class A { string P => P; string F = this.F; Microsoft.ML.IDataView D() => D(); void M(Microsoft.ML.MLContext ml) { ml.Data.LoadFromTextFile(P); ml.Regression.Trainers.FastTree().Fit(D()); } }")]
    public async Task Broken_or_circular_code_is_no_reason_to_crash(string source) => await Program.Of(source).Broken().Diagnostics();
}
