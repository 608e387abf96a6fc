using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.CodeFixes;
using ResponsibleAI.Analyzers.Tests.Fairness;
using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Fairness;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.CodeFixes;

public class CheckBeforeSaveTests
{
    private const string Title = "Check the model for fairness before it is saved";
    private const string NotStated = "CS0619";

    private static string Source(string body, string usings = "using ResponsibleAI;\n", string trainer = "BinaryClassification.Trainers.FastTree()", string label = "public bool Label { get; set; }") => $$"""
        using System;
        using Microsoft.ML;
        using Microsoft.ML.Data;
        {{usings}}public class Applicant
        {
            [LoadColumn(0)] public float Amount { get; set; }
            [LoadColumn(1)] public float Age { get; set; }
            [LoadColumn(2)] public string Gender { get; set; }
            [LoadColumn(3)] {{label}}
        }
        [ProcessingPurpose("loans")]
        public static class Trainer
        {
            public static void Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Applicant>("loans.csv");
                var pipeline = ml.Transforms.Concatenate("Features", "Amount").Append(ml.{{trainer}});
        {{body}}
            }
        }
        namespace ResponsibleAI.Fairness { internal static class MLContextFairness { public static FairnessCatalog Fairness(this MLContext ml) => FairnessCatalog.Instance; } }
        """;

    private const string Split = "        var split = ml.Data.TrainTestSplit(data);\n        var model = pipeline.Fit(split.TrainSet);\n";
    private const string Save = "        ml.Model.Save(model, data.Schema, \"model.zip\");";
    private const string Gate = "        fairness.Check(new FairnessThresholds { MinImpactRatio = 0.8 }).ThrowIfFailed();\n";

    private static Task<RuleFix> Fix(string source, PolicySnapshot? policy = null, bool hasPackage = true) =>
        RuleFix.Of("RAI3001", source, new CheckBeforeSave(), policy ?? CheckedPrograms.Credit, hasPackage ? [.. Program.References, MetadataReference.CreateFromFile(typeof(FairnessCatalog).Assembly.Location)] : null);

    [Fact]
    public async Task The_test_half_of_the_split_is_scored_and_compared_by_what_the_use_area_protects()
    {
        var fix = await Fix(Source(Split + Save));

        Assert.Equal([Title], fix.Titles);
        Assert.Equal(
            Source(Split + "        var fairness = ml.Fairness().EvaluateBinary(model.Transform(split.TestSet), sensitiveColumnNames: new[] { \"Age\", \"Gender\" }, favorable: Favorable.NotStated);\n" + Gate + Save, "using ResponsibleAI;\nusing ResponsibleAI.Fairness;\n"),
            await fix.Apply(Title, NotStated));
    }

    [Fact]
    public async Task Rows_that_are_scored_already_are_not_scored_twice_and_the_name_is_a_free_one()
    {
        const string Body = Split + "        var fairness = 1;\n        var predictions = model.Transform(split.TestSet);\n        Console.WriteLine(ml.BinaryClassification.Evaluate(predictions).Accuracy);\n";

        var fix = await Fix(Source(Body + Save, "using ResponsibleAI;\nusing ResponsibleAI.Fairness;\n"));

        Assert.Equal(
            Source(
                Body + "        var fairness2 = ml.Fairness().EvaluateBinary(predictions, sensitiveColumnNames: new[] { \"Age\", \"Gender\" }, favorable: Favorable.NotStated);\n" + Gate.Replace("fairness.", "fairness2.", StringComparison.Ordinal) + Save,
                "using ResponsibleAI;\nusing ResponsibleAI.Fairness;\n"),
            await fix.Apply(Title, NotStated));
    }

    [Fact]
    public async Task Predicted_numbers_are_compared_by_their_errors()
    {
        var fix = await Fix(Source(Split + Save, trainer: "Regression.Trainers.FastTree(\"Wage\")", label: "public float Wage { get; set; }"));

        Assert.Contains("ml.Fairness().EvaluateRegression(model.Transform(split.TestSet), sensitiveColumnNames: new[] { \"Age\", \"Gender\" }, labelColumnName: \"Wage\");", await fix.Apply(Title), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_serves_the_model_is_made_after_the_check()
    {
        var fix = await Fix(Source(Split + "        var engine = ml.Model.CreatePredictionEngine<Applicant, Applicant>(model);"));

        Assert.Equal(["Check the model for fairness before it is served"], fix.Titles);
    }

    [Theory]
    [InlineData("        var model = pipeline.Fit(data);\n" + Save)]
    [InlineData("        var model = pipeline.Fit(data);\n        var scored = model.Transform(data);\n" + Save)]
    [InlineData("        var split = ml.Data.TrainTestSplit(data);\n        var model = pipeline.Fit(data);\n" + Save)]
    [InlineData("        var split = ml.Data.TrainTestSplit(data);\n        ml.Model.Save(pipeline.Fit(split.TrainSet), data.Schema, \"model.zip\");")]
    public async Task Not_offered_without_rows_that_the_model_was_not_trained_on_or_a_name_for_the_model(string body)
    {
        var fix = await Fix(Source(body));

        Assert.Equal((1, 0), (fix.Findings, fix.Titles.Count));
    }

    [Fact]
    public async Task Not_offered_without_the_package()
    {
        var fix = await Fix(Source(Split + Save).Split("namespace ResponsibleAI.Fairness")[0], hasPackage: false);

        Assert.Equal((1, 0), (fix.Findings, fix.Titles.Count));
    }

    [Fact]
    public void Not_for_all_at_once() => Assert.Null(new CheckBeforeSave().GetFixAllProvider());
}
