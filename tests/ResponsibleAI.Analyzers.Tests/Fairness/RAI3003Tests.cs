namespace ResponsibleAI.Analyzers.Tests.Fairness;

public sealed class RAI3003Tests
{
    private const string Evaluate = "var fairness = ml.Fairness().EvaluateBinary(model.Transform(split.TestSet), [\"Gender\", \"Age\"], favorable: true);";
    private const string Save = "ml.Model.Save(model, data.Schema, \"model.zip\");";
    private const string Goal = "new FairnessThresholds { MinImpactRatio = 0.8 }";

    [Theory]
    [InlineData("", "is not used")]
    [InlineData("_ = fairness;", "is not used")]
    [InlineData("fairness.Check(" + Goal + ");", "is not used")]
    [InlineData("Console.WriteLine(fairness);", "is only shown")]
    [InlineData("Console.WriteLine($\"{fairness.ImpactRatio:P1} and {fairness.Worst(\"impact-ratio\")?.Over}\");", "is only shown")]
    [InlineData("var ratio = fairness.ImpactRatio; Console.WriteLine(\"ratio \" + ratio);", "is only shown")]
    [InlineData("if (fairness.ImpactRatio < 0.8) Console.WriteLine(\"unfair\"); else Console.Error.WriteLine(\"fair\");", "is only shown")]
    [InlineData("if (fairness.ImpactRatio < 0.8) { Console.ForegroundColor = ConsoleColor.Red; Console.WriteLine(\"unfair\"); Console.ResetColor(); }", "is only shown")]
    [InlineData("foreach (var group in fairness.By(\"Gender\").Groups) Console.WriteLine(group.Group.Name);", "is only shown")]
    [InlineData("foreach (var group in fairness.By(\"Gender\").Groups) { var line = $\"{group.Group.Name}\"; Console.WriteLine(line); }", "is only shown")]
    [InlineData("if (fairness.ImpactRatio < 0.8) { var line = \"unfair\"; Console.WriteLine(line); }", "is only shown")]
    [InlineData("if (fairness.ImpactRatio < 0.8) ReportBiasTo(Console.Out);", "is only shown")]
    [InlineData("var text = new System.Text.StringBuilder(); text.AppendLine($\"ratio {fairness.ImpactRatio}\"); Console.WriteLine(text);", "is only shown")]
    [InlineData("Print(fairness);", "is only shown")]
    [InlineData("Console.WriteLine(Describe(fairness));", "is only shown")]
    [InlineData("Console.WriteLine(fairness.Check(" + Goal + ").Outcome == FairnessOutcome.Pass ? \"pass\" : \"fail\");", "is only shown")]
    public async Task A_result_that_is_unused_or_only_shown_decides_nothing(string use, string said)
    {
        const string Members = """
            private static void Print(BinaryFairness result) { foreach (var breakdown in result.Breakdowns) Console.WriteLine(breakdown.Over); }
            private static string Describe(BinaryFairness result) => string.Format("{0}", result.ImpactRatio);
            private static void ReportBiasTo(TextWriter writer) { Console.Out.WriteLine("biased"); }
            """;

        var finding = Assert.Single(await CheckedPrograms.Of(Evaluate + use + Save, Members).Findings("RAI3003"));

        Assert.Equal($"The result of 'EvaluateBinary' {said} and decides nothing; the model of FastTree is saved whatever it says", finding.GetMessage());
        Assert.Equal("violation", finding.Properties["kind"]);
    }

    [Theory]
    [InlineData("fairness.Check(" + Goal + ").ThrowIfFailed();")]
    [InlineData("var verdict = fairness.Check(" + Goal + "); Console.WriteLine(verdict); verdict.ThrowIfFailed();")]
    [InlineData("var verdict = fairness.Check(" + Goal + "); verdict.WriteJson(\"evidence.json\");")]
    [InlineData("File.WriteAllText(\"evidence.json\", fairness.ToJson());")]
    [InlineData("if (fairness.ImpactRatio < 0.8) throw new InvalidOperationException();")]
    [InlineData("if (fairness.ImpactRatio is not { } ratio || ratio < 0.8) { Console.WriteLine(\"unfair\"); return 1; }")]
    [InlineData("if (fairness.Check(" + Goal + ").Outcome != FairnessOutcome.Pass) Environment.Exit(1);")]
    [InlineData("if (fairness.ImpactRatio < 0.8) Environment.ExitCode = 1;")]
    [InlineData("Environment.ExitCode = fairness.ImpactRatio < 0.8 ? 1 : 0;")]
    [InlineData("switch (fairness.Check(" + Goal + ").Outcome) { case FairnessOutcome.Fail: return 2; }")]
    [InlineData("Stop(fairness);")]
    [InlineData("if (!IsFair(fairness)) return 1;")]
    [InlineData("s_last = fairness;")]
    [InlineData("Audit.Keep(fairness);")]
    [InlineData("return fairness.ImpactRatio < 0.8 ? 1 : 0;")]
    [InlineData("if (fairness.ImpactRatio < 0.8) ReportFailure();")]
    [InlineData("if (fairness.ImpactRatio < 0.8) { Console.WriteLine(\"unfair\"); WriteEvidence(fairness); }")]
    [InlineData("foreach (var left in fairness.Undefined) return 1;")]
    [InlineData("var failures = 0; foreach (var group in fairness.By(\"Gender\").Groups) { if (group.LeftOut is not null) failures++; } if (failures > 0) return 1;")]
    [InlineData("var all = new List<BinaryFairness> { fairness }; if (all.Any(one => one.ImpactRatio < 0.8)) return 1;")]
    [InlineData("var all = new List<BinaryFairness>(); all.Add(fairness); if (all.Any(one => one.ImpactRatio < 0.8)) return 1;")]
    [InlineData("BinaryFairness[] all = [fairness]; foreach (var one in all) if (one.ImpactRatio < 0.8) return 1;")]
    [InlineData("Action gate = () => fairness.Check(" + Goal + ").ThrowIfFailed(); gate();")]
    [InlineData("System.Diagnostics.Trace.Assert(fairness.ImpactRatio >= 0.8);")]
    [InlineData("var approved = fairness is { ImpactRatio: >= 0.8 }; if (!approved) { Console.WriteLine(\"unfair\"); return 1; }")]
    [InlineData("var text = new System.Text.StringBuilder(); text.AppendLine(fairness.ToString()); File.WriteAllText(\"evidence.txt\", text.ToString());")]
    [InlineData("var metadata = new Dictionary<string, object?>(); metadata[\"impact\"] = fairness.ImpactRatio; Audit.Keep(metadata);")]
    [InlineData("for (var tries = 0; fairness.ImpactRatio < 0.8 && tries < 3; tries++) fairness = ml.Fairness().EvaluateBinary(model.Transform(split.TestSet), [\"Gender\", \"Age\"], favorable: true);")]
    public async Task A_gate_a_branch_a_code_or_evidence_decides(string use)
    {
        const string Members = """
            private static BinaryFairness? s_last;
            private static void ReportFailure() { Console.WriteLine("unfair"); throw new InvalidOperationException(); }
            private static void WriteEvidence(BinaryFairness result) => File.WriteAllText("evidence.json", result.ToJson());
            private static void Stop(BinaryFairness result) { if (result.ImpactRatio < 0.8) throw new InvalidOperationException(); }
            private static bool IsFair(BinaryFairness result) => result.ImpactRatio >= 0.8;
            private static class Audit { private static readonly List<object> s_all = []; public static void Keep(object result) => s_all.Add(result); }
            """;

        Assert.Empty(await CheckedPrograms.Of(Evaluate + Save + use, Members).Findings("RAI3003"));
    }

    [Fact]
    public async Task A_helper_that_returns_the_result_is_followed_to_its_callers()
    {
        const string Helper = "private static BinaryFairness Measure(MLContext ml, IDataView scored) => ml.Fairness().EvaluateBinary(scored, [\"Gender\"], favorable: true);";

        Assert.Single(await CheckedPrograms.Of("Console.WriteLine(Measure(ml, model.Transform(split.TestSet)));" + Save, Helper).Findings("RAI3003"));
        Assert.Empty(await CheckedPrograms.Of("Measure(ml, model.Transform(split.TestSet)).Check(" + Goal + ").ThrowIfFailed();" + Save, Helper).Findings("RAI3003"));
    }

    [Fact]
    public async Task The_answer_of_a_marked_method_has_to_be_used()
    {
        const string Marked = "[FairnessCheck] private static bool IsFair(IDataView scored) => scored is not null;";

        Assert.Single(await CheckedPrograms.Of("IsFair(model.Transform(split.TestSet));" + Save, Marked).Findings("RAI3003"));
        Assert.Empty(await CheckedPrograms.Of("if (!IsFair(model.Transform(split.TestSet))) return 1;" + Save, Marked).Findings("RAI3003"));
    }

    [Fact]
    public async Task Where_no_model_goes_out_a_measurement_may_just_be_looked_at() => Assert.Empty(await CheckedPrograms.Of(Evaluate + "Console.WriteLine(fairness);").Findings("RAI3003"));
}
