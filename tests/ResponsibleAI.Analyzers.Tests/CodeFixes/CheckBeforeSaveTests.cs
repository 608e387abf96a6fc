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

    [Theory]
    [InlineData("MulticlassClassification.Trainers.SdcaMaximumEntropy()", "public string Label { get; set; }", "EvaluateMulticlass(model.Transform(split.TestSet), sensitiveColumnNames: new[] { \"Age\", \"Gender\" }, favorableClasses: Favorable.ClassesNotStated);", "fairness.Favorable.Check(new FairnessThresholds { MinImpactRatio = 0.8 }).ThrowIfFailed();", NotStated)]
    [InlineData("MulticlassClassification.Trainers.OneVersusAll(ml.BinaryClassification.Trainers.AveragedPerceptron(), labelColumnName: \"Grade\")", "public string Grade { get; set; }", "EvaluateMulticlass(model.Transform(split.TestSet), sensitiveColumnNames: new[] { \"Age\", \"Gender\" }, favorableClasses: Favorable.ClassesNotStated, labelColumnName: \"Grade\");", "fairness.Favorable.Check(new FairnessThresholds { MinImpactRatio = 0.8 }).ThrowIfFailed();", NotStated)]
    [InlineData("Ranking.Trainers.FastTree(rowGroupColumnName: \"Query\")", "public float Label { get; set; } [LoadColumn(4)] public float Query { get; set; }", "EvaluateRanking(model.Transform(split.TestSet), sensitiveColumnNames: new[] { \"Age\", \"Gender\" }, rowGroupColumnName: \"Query\");", "fairness.Check(new FairnessThresholds { MinExposureRatio = 0.8 }).ThrowIfFailed();", "")]
    [InlineData("Ranking.Trainers.LightGbm(new Microsoft.ML.Trainers.LightGbm.LightGbmRankingTrainer.Options { LabelColumnName = \"Fit\" })", "public float Fit { get; set; } [LoadColumn(4)] public float GroupId { get; set; }", "EvaluateRanking(model.Transform(split.TestSet), sensitiveColumnNames: new[] { \"Age\", \"Gender\" }, labelColumnName: \"Fit\");", "fairness.Check(new FairnessThresholds { MinExposureRatio = 0.8 }).ThrowIfFailed();", "")]
    [InlineData("Regression.Trainers.LightGbm(new Microsoft.ML.Trainers.LightGbm.LightGbmRegressionTrainer.Options { LabelColumnName = \"Wage\" })", "public float Wage { get; set; }", "EvaluateRegression(model.Transform(split.TestSet), sensitiveColumnNames: new[] { \"Age\", \"Gender\" }, labelColumnName: \"Wage\");", "fairness.Check(new FairnessThresholds { MinMeanAbsoluteErrorRatio = 0.8 }).ThrowIfFailed();", "")]
    [InlineData("Recommendation().Trainers.MatrixFactorization(\"Stars\", \"Age\", \"Gender\")", "public float Stars { get; set; }", "EvaluateRegression(model.Transform(split.TestSet), sensitiveColumnNames: new[] { \"Age\", \"Gender\" }, labelColumnName: \"Stars\");", "fairness.Check(new FairnessThresholds { MinMeanAbsoluteErrorRatio = 0.8 }).ThrowIfFailed();", "")]
    public async Task The_task_of_the_trainer_chooses_the_check(string trainer, string label, string measure, string gate, string leftOpen)
    {
        var fix = await Fix(Source(Split + Save, trainer: trainer, label: label) + Recommender);

        var written = await fix.Apply(Title, leftOpen.Length > 0 ? [leftOpen] : []);

        Assert.Contains($"        var fairness = ml.Fairness().{measure}\n        {gate}\n{Save}", written, StringComparison.Ordinal);
    }

    /// <summary>As in its package.</summary>
    private const string Recommender = """
        namespace Microsoft.ML
        {
            public static class RecommenderCatalog { public static RecommendationCatalog Recommendation(this MLContext ml) => null; }
            public sealed class RecommendationCatalog
            {
                public RecommendationTrainers Trainers { get; }
                public sealed class RecommendationTrainers { public Microsoft.ML.Trainers.SdcaRegressionTrainer MatrixFactorization(string labelColumnName, string matrixColumnIndexColumnName, string matrixRowIndexColumnName, int approximationRank = 8) => null; }
            }
        }
        """;

    [Theory]
    [InlineData("        using var stream = System.IO.File.Create(\"model.onnx\");\n        ml.Model.ConvertToOnnx(model, data, stream);")]
    [InlineData("        using (var stream = System.IO.File.Create(\"model.onnx\"))\n            ml.Model.ConvertToOnnx(model, data, stream);")]
    public async Task A_model_that_is_exported_is_checked_before_it_is(string export)
    {
        const string Exporter = "namespace Microsoft.ML { public static class OnnxExportExtensions { public static void ConvertToOnnx(this ModelOperationsCatalog catalog, ITransformer transform, IDataView inputData, System.IO.Stream stream) { } } }";
        var fix = await Fix(Source(Split + export) + Exporter);

        Assert.Equal(["Check the model for fairness before it is exported"], fix.Titles);
        Assert.Contains("    var fairness = ml.Fairness().EvaluateBinary(model.Transform(split.TestSet), ", await fix.Apply(fix.Titles[0], NotStated), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("        var split = ml.Data.TrainTestSplit(data);\n        var train = split.TrainSet;\n        var test = split.TestSet;\n        var model = pipeline.Fit(train);\n", "model.Transform(split.TestSet)")]
    [InlineData("        var split = ml.Data.TrainTestSplit(data);\n        var model = Build(ml, split.TrainSet);\n", "model.Transform(split.TestSet)")]
    [InlineData("        var test = ml.Data.LoadFromTextFile<Applicant>(\"test.csv\");\n        var model = pipeline.Fit(data);\n        var predictions = model.Transform(test);\n", "predictions")]
    public async Task The_rows_that_were_kept_are_found_in_the_ways_that_programs_keep_them(string body, string scored)
    {
        const string Build = "            }\n            static ITransformer Build(MLContext ml, IDataView rows)\n            {\n                return ml.Transforms.Concatenate(\"Features\", \"Amount\").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(rows);";
        var fix = await Fix(Source(body + Save + "\n" + Build));

        Assert.Contains($"EvaluateBinary({scored}, ", await fix.Apply(Title, NotStated), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Clustering.Trainers.KMeans()")]
    [InlineData("BinaryClassification.Trainers.FastTree(labelColumnName: Environment.MachineName)")]
    [InlineData("Ranking.Trainers.FastTree(rowGroupColumnName: Environment.MachineName)")]
    public async Task Not_offered_for_a_task_without_a_check_or_a_column_that_is_computed(string trainer) => Assert.Empty((await Fix(Source(Split + Save, trainer: trainer))).Titles);

    [Fact]
    public async Task An_engine_that_serves_the_model_is_made_after_the_check()
    {
        var fix = await Fix(Source(Split + "        var engine = ml.Model.CreatePredictionEngine<Applicant, Applicant>(model);"));

        Assert.Equal(["Check the model for fairness before it is served"], fix.Titles);
    }

    [Theory]
    [InlineData("        var model = pipeline.Fit(data);\n" + Save)]
    [InlineData("        var split = ml.Data.TrainTestSplit(data);\n        var train = split.TrainSet;\n        var model = pipeline.Fit(train);\n        var scored = model.Transform(train);\n        Action save = () => ml.Model.Save(model, data.Schema, \"model.zip\");")]
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
