using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Fairness;

/// <summary>Checks that are not ours: Microsoft's port of Fairlearn, methods marked [FairnessCheck], entries of a catalog of one's own.</summary>
public sealed class KnownChecksTests
{
    private const string Save = "ml.Model.Save(model, data.Schema, \"model.zip\");";

    /// <summary>As in Microsoft.ML.Fairlearn, which is a preview.</summary>
    private const string Fairlearn = """
        namespace Microsoft.ML.Fairlearn
        {
            public sealed class BinaryGroupMetric
            {
                public IDictionary<string, double> DifferenceBetweenGroups() => new Dictionary<string, double>();
            }
            public sealed class FairlearnMetricCatalog
            {
                public BinaryGroupMetric BinaryClassification(IDataView eval, string labelColumn, string predictedColumn, string sensitiveFeatureColumn, string scoreColumn = "Score") => new();
            }
            public sealed class FairlearnCatalog { public FairlearnMetricCatalog Metric = new(); }
            public static class MLContextExtension { public static FairlearnCatalog Fairlearn(this MLContext ctx) => new(); }
        }
        """;

    private const string ByGender = "ml.Fairlearn().Metric.BinaryClassification(model.Transform(split.TestSet), \"Label\", \"PredictedLabel\", \"Gender\")";

    private static async Task<string> Answers(Program program) =>
        string.Join(' ', (await program.Findings("RAI3001", "RAI3002", "RAI3003", "RAI3005")).Select(finding => $"{finding.Id}:{finding.Properties["kind"]}"));

    private static Program Of(string statements, string more, string members = "", string usings = "", PolicySnapshot? policy = null) =>
        Program.Of(CheckedPrograms.Source(statements + Save, members, usings), policy).With("More.cs", more);

    [Theory]
    [InlineData("if (" + ByGender + ".DifferenceBetweenGroups()[\"Accuracy\"] > 0.1) throw new InvalidOperationException();", "")]
    [InlineData("foreach (var difference in " + ByGender + ".DifferenceBetweenGroups()) Console.WriteLine($\"{difference.Key}: {difference.Value}\");", "RAI3003:violation")]
    [InlineData("var metric = " + ByGender + ";", "RAI3003:violation")]
    public async Task Fairlearn_is_a_check_whose_result_must_decide(string check, string expected) =>
        Assert.Equal(expected, await Answers(Of(check, Fairlearn, usings: "using Microsoft.ML.Fairlearn;")));

    [Fact]
    public async Task Fairlearn_compares_by_the_one_column_it_is_given()
    {
        var findings = await Of("if (" + ByGender + ".DifferenceBetweenGroups().Count > 0) return 1;", Fairlearn, usings: "using Microsoft.ML.Fairlearn; [assembly: ProcessingPurpose(\"loans\")]", policy: CheckedPrograms.Credit).Findings("RAI3002");

        Assert.Contains("does not compare groups by 'Applicant.Age'", Assert.Single(findings).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fairlearn_on_training_rows_says_nothing_of_people_it_has_not_seen() =>
        Assert.Equal("RAI3005:violation", await Answers(Of("if (" + ByGender.Replace("TestSet", "TrainSet", StringComparison.Ordinal) + ".DifferenceBetweenGroups().Count > 0) return 1;", Fairlearn, usings: "using Microsoft.ML.Fairlearn;")));

    [Theory]
    [InlineData("[FairnessCheck] public static void Check(IDataView scored) { }", "Gate.Check(model.Transform(split.TestSet));", "")]
    [InlineData("[FairnessCheck] public static bool Check(IDataView scored) => true;", "if (!Gate.Check(model.Transform(split.TestSet))) return 1;", "")]
    [InlineData("[FairnessCheck] public static bool Check(IDataView scored) => true;", "Gate.Check(model.Transform(split.TestSet));", "RAI3003:violation")]
    [InlineData("[FairnessCheck] public static double Gap(IDataView scored) => 0;", "Console.WriteLine($\"gap {Gate.Gap(model.Transform(split.TestSet)):F2}\");", "RAI3003:violation")]
    [InlineData("[FairnessCheck] public static System.Threading.Tasks.Task CheckAsync(ITransformer model, IDataView rows) => System.Threading.Tasks.Task.CompletedTask;", "Gate.CheckAsync(model, split.TestSet).Wait();", "")]
    [InlineData("[FairnessCheck] public static System.Threading.Tasks.Task<bool> CheckAsync(ITransformer model) => System.Threading.Tasks.Task.FromResult(true);", "if (!Gate.CheckAsync(model).Result) throw new InvalidOperationException();", "")]
    [InlineData("[FairnessCheck] public static bool Check(IEnumerable<(string, bool)> decisions) => true;", "var engine = ml.Model.CreatePredictionEngine<Applicant, Scored>(model); if (!Gate.Check(ml.Data.CreateEnumerable<Applicant>(split.TestSet, false).Select(r => (r.Gender, engine.Predict(r).PredictedLabel)))) return 1;", "")]
    public async Task A_marked_method_is_a_check_whose_result_must_decide(string method, string call, string expected) =>
        Assert.Equal(expected, await Answers(Of(call, $"public static class Gate {{ {method} }}")));

    [Theory]
    [InlineData("public interface IGate { [FairnessCheck] bool Check(IDataView scored); } public sealed class Gate : IGate { public bool Check(IDataView scored) => true; }", "IGate gate = new Gate(); if (!gate.Check(model.Transform(split.TestSet))) return 1;")]
    [InlineData("public interface IGate { [FairnessCheck] bool Check(IDataView scored); } public sealed class Gate : IGate { public bool Check(IDataView scored) => true; }", "var gate = new Gate(); if (!gate.Check(model.Transform(split.TestSet))) return 1;")]
    [InlineData("public abstract class GateBase { [FairnessCheck] public abstract bool Check(IDataView scored); } public sealed class Gate : GateBase { public override bool Check(IDataView scored) => true; }", "var gate = new Gate(); if (!gate.Check(model.Transform(split.TestSet))) return 1;")]
    [InlineData("public sealed class Gate { [FairnessCheck] public bool Check<T>(T scored) => true; }", "if (!new Gate().Check(model.Transform(split.TestSet))) return 1;")]
    public async Task A_mark_holds_for_implementations_overrides_and_generic_methods(string types, string call) => Assert.Equal("", await Answers(Of(call, types)));

    [Fact]
    public async Task A_marked_method_of_another_project_is_a_check() =>
        Assert.Equal("", await Answers(Of("if (!Shared.Gate.Check(model.Transform(split.TestSet))) return 1;", "").WithLibrary("namespace Shared { public static class Gate { [FairnessCheck] public static bool Check(IDataView scored) => true; } }")));

    [Fact]
    public async Task A_method_of_the_same_name_that_is_not_marked_is_none() =>
        Assert.Equal("RAI3001:gap", await Answers(Of("if (!Gate.Check(model.Transform(split.TestSet))) return 1;", "public static class Gate { public static bool Check(IDataView scored) => true; }")));

    private static PolicySnapshot Own(params ApiMember[] members) => ShippedPolicy.Snapshot with { Libraries = [.. ShippedPolicy.Snapshot.Libraries, new ApiLibrary("Own", ["Training"], members)] };

    private const string Acme = """
        namespace Acme
        {
            public static class Groups { public static double Gap(IDataView rows, string by) => 0; public static double Compare(float[] scores, string[] groups) => 0; }
            public sealed class Report { public Report(IDataView rows, params string[] by) { } public bool Passes => true; }
        }
        """;

    private static readonly ApiMember s_gap = new() { Type = "Acme.Groups", Member = "Gap", Role = "fairness-evaluator", Parameters = [new("data", "rows"), new("sensitive", "by")] };
    private static readonly ApiMember s_compare = new() { Type = "Acme.Groups", Member = "Compare", Role = "fairness-evaluator", Parameters = [new("values", "scores"), new("groups", "groups")] };
    private static readonly ApiMember s_report = new() { Type = "Acme.Report", Member = ".ctor", Role = "fairness-evaluator", Parameters = [new("data", "rows"), new("sensitive", "by")] };

    [Theory]
    [InlineData("if (Acme.Groups.Gap(model.Transform(split.TestSet), \"Gender\") > 0.1) return 1;", "")]
    [InlineData("Console.WriteLine(Acme.Groups.Gap(model.Transform(split.TestSet), \"Gender\"));", "RAI3003:violation")]
    [InlineData("if (Acme.Groups.Gap(model.Transform(split.TrainSet), \"Gender\") > 0.1) return 1;", "RAI3005:violation")]
    [InlineData("if (!new Acme.Report(model.Transform(split.TestSet), \"Gender\").Passes) return 1;", "")]
    [InlineData("Console.WriteLine(new Acme.Report(model.Transform(split.TestSet), \"Gender\").Passes);", "RAI3003:violation")]
    [InlineData("if (!new Acme.Report(model.Transform(split.TrainSet), \"Gender\").Passes) return 1;", "RAI3005:violation")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Scored>(model.Transform(split.TestSet), false).ToList(); if (Acme.Groups.Compare(rows.Select(r => r.Score).ToArray(), rows.Select(r => r.Gender).ToArray()) > 0.1) return 1;", "")]
    public async Task An_entry_of_a_catalog_of_one_s_own_is_a_check(string check, string expected) =>
        Assert.Equal(expected, await Answers(Of(check, Acme, policy: Own(s_gap, s_compare, s_report))));

    [Theory]
    [InlineData("if (Acme.Groups.Gap(model.Transform(split.TestSet), \"Gender\") > 0.1) return 1;")]
    [InlineData("if (!new Acme.Report(model.Transform(split.TestSet), \"Gender\").Passes) return 1;")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Scored>(model.Transform(split.TestSet), false).ToList(); if (Acme.Groups.Compare(rows.Select(r => r.Score).ToArray(), rows.Select(r => r.Gender).ToArray()) > 0.1) return 1;")]
    public async Task Its_columns_are_asked_for(string check)
    {
        var policy = Own(s_gap, s_compare, s_report) with { Purposes = CheckedPrograms.Credit.Purposes };

        Assert.Contains("does not compare groups by 'Applicant.Age'", Assert.Single(await Of(check, Acme, usings: "[assembly: ProcessingPurpose(\"loans\")]", policy: policy).Findings("RAI3002")).GetMessage(), StringComparison.Ordinal);
    }
}
