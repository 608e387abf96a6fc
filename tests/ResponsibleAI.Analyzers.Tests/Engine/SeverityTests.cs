using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Engine;

public sealed class SeverityTests
{
    private static PolicySnapshot Policy(string? severity, bool locked = false) => ShippedPolicy.Snapshot with { Rules = [new RuleSetting("RAI2001", severity, locked)] };

    [Theory]
    [InlineData(null, DiagnosticSeverity.Warning)]
    [InlineData("info", DiagnosticSeverity.Info)]
    [InlineData("error", DiagnosticSeverity.Error)]
    public async Task The_policys_severity_is_the_effective_one(string? severity, DiagnosticSeverity expected) =>
        Assert.Equal(expected, Assert.Single(await Program.Of(TrainingPrograms.People, Policy(severity)).Findings("RAI2001")).Severity);

    [Fact]
    public async Task A_rule_that_policy_turns_off_says_nothing() =>
        Assert.Empty(await Program.Of(TrainingPrograms.People, Policy("none")).Findings("RAI2001"));

    [Fact]
    public async Task A_user_may_silence_a_rule_that_is_not_locked() =>
        Assert.Empty(await Program.Of(TrainingPrograms.People, Policy("error")).WithSeverity("RAI2001", ReportDiagnostic.Suppress).Findings("RAI2001"));

    [Fact]
    public async Task A_user_may_not_silence_or_lower_a_locked_rule()
    {
        foreach (var wish in new[] { ReportDiagnostic.Suppress, ReportDiagnostic.Info })
            Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await Program.Of(TrainingPrograms.People, Policy("warning", locked: true)).WithSeverity("RAI2001", wish).Findings("RAI2001")).Severity);
    }

    [Fact]
    public async Task A_user_may_raise_a_locked_rule() =>
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(await Program.Of(TrainingPrograms.People, Policy("warning", locked: true)).WithSeverity("RAI2001", ReportDiagnostic.Error).Findings("RAI2001")).Severity);

    [Fact]
    public async Task The_same_finding_keeps_its_fingerprint_when_lines_move()
    {
        var before = Assert.Single(await Program.Of(TrainingPrograms.People).Findings("RAI1001"));
        var after = Assert.Single(await Program.Of("\n\n// a comment\n" + TrainingPrograms.People).Findings("RAI1001"));

        Assert.Equal(before.Properties["fingerprint"], after.Properties["fingerprint"]);
        Assert.NotEqual(before.Location.GetLineSpan().StartLinePosition, after.Location.GetLineSpan().StartLinePosition);
    }
}
