using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Fairness;

/// <summary>Programs that look like models about people that go out unchecked, and are none; and checks in the ways that programs really make them.</summary>
public sealed class LookAlikeTests
{
    private const string Save = "ml.Model.Save(model, data.Schema, \"model.zip\");";
    private const string Gate = ".Check(new FairnessThresholds { MinImpactRatio = 0.8 }).ThrowIfFailed();";
    private const string Pipeline = "ml.Transforms.Concatenate(\"Features\", \"Amount\").Append(ml.BinaryClassification.Trainers.FastTree())";

    private static async Task<string> Answers(Program program) =>
        string.Join(' ', (await program.Findings("RAI3001", "RAI3002", "RAI3003", "RAI3004", "RAI3005")).Select(finding => $"{finding.Id}:{finding.Properties["kind"]}"));

    [Theory]
    [InlineData("Abalone", "public string Sex { get; set; } = \"\"; [LoadColumn(1)] public float ShellWeight { get; set; } [LoadColumn(2)] public float Rings { get; set; }", "ShellWeight", "Rings")]
    [InlineData("House", "public float HousingMedianAge { get; set; } [LoadColumn(1)] public float MedianIncome { get; set; } [LoadColumn(2)] public float Price { get; set; }", "HousingMedianAge", "Price")]
    [InlineData("Car", "public string Name { get; set; } = \"\"; [LoadColumn(1)] public float Age { get; set; } [LoadColumn(2)] public float Price { get; set; }", "Age", "Price")]
    [InlineData("Machine", "public float AgeInDays { get; set; } [LoadColumn(1)] public string OperatorId { get; set; } = \"\"; [LoadColumn(2)] public float FailureRate { get; set; }", "AgeInDays", "FailureRate")]
    [InlineData("Product", "public string Gender { get; set; } = \"\"; [LoadColumn(1)] public float ListPrice { get; set; } [LoadColumn(2)] public float UnitsSold { get; set; }", "ListPrice", "UnitsSold")]
    [InlineData("Shop", "public string OwnerName { get; set; } = \"\"; [LoadColumn(1)] public float Area { get; set; } [LoadColumn(2)] public float Revenue { get; set; }", "Area", "Revenue")]
    public async Task Animals_houses_and_things_with_an_age_a_sex_or_a_name_need_no_check(string type, string columns, string feature, string label) =>
        Assert.Equal("", await Answers(Program.Of($$"""
            public class {{type}} { [LoadColumn(0)] {{columns}} }
            public static class Trainer
            {
                public static void Train(MLContext ml)
                {
                    var data = ml.Data.LoadFromTextFile<{{type}}>("data.csv");
                    var model = ml.Transforms.Concatenate("Features", "{{feature}}").Append(ml.Regression.Trainers.FastTree("{{label}}")).Fit(data);
                    ml.Regression.Evaluate(model.Transform(data), "{{label}}");
                    {{Save}}
                }
            }
            """)));

    [Theory]
    [InlineData("using (var file = File.Create(\"rows.idv\")) ml.Data.SaveAsBinary(model.Transform(split.TestSet), file);")]
    [InlineData("Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);")]
    [InlineData("File.WriteAllText(\"model.txt\", model.ToString());")]
    public async Task Rows_and_numbers_that_are_kept_are_no_model_that_goes_out(string statements) => Assert.Equal("", await Answers(CheckedPrograms.Of(statements)));

    /// <summary>What keeps a model for a while does not hide it.</summary>
    [Theory]
    [InlineData("ITransformer? best = null; foreach (var trainer in new IEstimator<ITransformer>[] { ml.BinaryClassification.Trainers.FastTree(), ml.BinaryClassification.Trainers.LbfgsLogisticRegression() }) best = ml.Transforms.Concatenate(\"Features\", \"Amount\").Append(trainer).Fit(split.TrainSet); ml.Model.Save(best, data.Schema, \"model.zip\");")]
    [InlineData("var trained = System.Threading.Tasks.Task.Run(() => " + Pipeline + ".Fit(split.TrainSet)).Result; ml.Model.Save(trained, data.Schema, \"model.zip\");")]
    [InlineData("var candidates = new List<ITransformer>(); candidates.Add(" + Pipeline + ".Fit(split.TrainSet)); foreach (var one in candidates) ml.Model.Save(one, data.Schema, \"model.zip\");")]
    [InlineData("var candidates = new List<(double Accuracy, ITransformer Model)>(); candidates.Add((1, " + Pipeline + ".Fit(split.TrainSet))); ml.Model.Save(candidates.OrderByDescending(one => one.Accuracy).First().Model, data.Schema, \"model.zip\");")]
    [InlineData("var byName = new Dictionary<string, ITransformer> { [\"tree\"] = " + Pipeline + ".Fit(split.TrainSet) }; ml.Model.Save(byName[\"tree\"], data.Schema, \"model.zip\");")]
    [InlineData("var byName = new Dictionary<string, ITransformer>(); byName[\"tree\"] = " + Pipeline + ".Fit(split.TrainSet); foreach (var (name, one) in byName) ml.Model.Save(one, data.Schema, name);")]
    [InlineData("var byName = new Dictionary<string, ITransformer>(); byName.Add(\"tree\", " + Pipeline + ".Fit(split.TrainSet)); foreach (var pair in byName) ml.Model.Save(pair.Value, data.Schema, pair.Key);")]
    [InlineData("ITransformer[] all = [" + Pipeline + ".Fit(split.TrainSet)]; ml.Model.Save(all[0], data.Schema, \"model.zip\");")]
    [InlineData("var kept = new Kept { Model = " + Pipeline + ".Fit(split.TrainSet) }; ml.Model.Save(kept.Model, data.Schema, \"model.zip\");")]
    [InlineData("var result = new Result(" + Pipeline + ".Fit(split.TrainSet), 1); ml.Model.Save(result.Model, data.Schema, \"model.zip\");")]
    [InlineData("var models = new ITransformer[1]; models[0] = " + Pipeline + ".Fit(split.TrainSet); ml.Model.Save(models[0], data.Schema, \"model.zip\");")]
    [InlineData("var candidates = new Queue<ITransformer>(); candidates.Enqueue(" + Pipeline + ".Fit(split.TrainSet)); ml.Model.Save(candidates.Dequeue(), data.Schema, \"model.zip\");")]
    [InlineData("var lazy = new Lazy<ITransformer>(() => " + Pipeline + ".Fit(split.TrainSet)); ml.Model.Save(lazy.Value, data.Schema, \"model.zip\");")]
    [InlineData("var trainers = new[] { ml.BinaryClassification.Trainers.FastTree() }; var fitted = trainers.Select(trainer => ml.Transforms.Concatenate(\"Features\", \"Amount\").Append(trainer).Fit(split.TrainSet)).ToList(); ml.Model.Save(fitted.First(), data.Schema, \"model.zip\");")]
    [InlineData("var fitted = System.Threading.Tasks.Task.WhenAll(System.Threading.Tasks.Task.Run(() => " + Pipeline + ".Fit(split.TrainSet))).Result; ml.Model.Save(fitted[0], data.Schema, \"model.zip\");")]
    [InlineData("var results = new List<Result>(); results.Add(new Result(" + Pipeline + ".Fit(split.TrainSet), 1)); ml.Model.Save(results.Find(one => one.Accuracy > 0)!.Model, data.Schema, \"model.zip\");")]
    [InlineData("var results = new List<(double, Result)> { (1, new Result(" + Pipeline + ".Fit(split.TrainSet), 1)) }; var (_, best) = results.First(); ml.Model.Save(best.Model, data.Schema, \"model.zip\");")]
    public async Task A_model_that_is_kept_in_something_is_still_seen_to_go_out(string statements)
    {
        const string Members = "private sealed class Kept { public ITransformer? Model { get; set; } } private sealed record Result(ITransformer Model, double Accuracy);";

        Assert.Equal("RAI3001:gap", await Answers(CheckedPrograms.Of(statements, Members)));
    }

    [Theory]
    [InlineData("var result = new Result(ml.Model.Load(\"other.zip\", out _), 1); ml.Model.Save(result.Model, data.Schema, \"model.zip\");")]
    [InlineData("var others = new Queue<ITransformer>(); others.Enqueue(ml.Model.Load(\"other.zip\", out _)); ml.Model.Save(others.Dequeue(), data.Schema, \"model.zip\");")]
    [InlineData("var scores = new List<double>(); scores.Add(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy); ml.Model.Save(ml.Model.Load(\"other.zip\", out _), data.Schema, \"model.zip\");")]
    public async Task Another_model_that_is_kept_is_not_the_trained_one(string statements)
    {
        const string Members = "private sealed record Result(ITransformer Model, double Accuracy);";

        Assert.Equal("", await Answers(CheckedPrograms.Of(statements, Members)));
    }

    [Theory]
    [InlineData("ITransformer? best = null; var ratio = 0.0; foreach (var trainer in new IEstimator<ITransformer>[] { ml.BinaryClassification.Trainers.FastTree(), ml.BinaryClassification.Trainers.LbfgsLogisticRegression() }) { var candidate = ml.Transforms.Concatenate(\"Features\", \"Amount\").Append(trainer).Fit(split.TrainSet); var fairness = ml.Fairness().EvaluateBinary(candidate.Transform(split.TestSet), [\"Gender\"], favorable: true); if (fairness.ImpactRatio > ratio) { best = candidate; ratio = fairness.ImpactRatio.Value; } } ml.Model.Save(best, data.Schema, \"model.zip\");")]
    [InlineData("var (trained, unseen) = Learn(ml); ml.Fairness().EvaluateBinary(trained.Transform(unseen), [\"Gender\"], favorable: true)" + Gate + "ml.Model.Save(trained, unseen.Schema, \"model.zip\");")]
    [InlineData("var trained = System.Threading.Tasks.Task.Run(() => " + Pipeline + ".Fit(split.TrainSet)).Result; ml.Fairness().EvaluateBinary(trained.Transform(split.TestSet), [\"Gender\"], favorable: true)" + Gate + "ml.Model.Save(trained, data.Schema, \"model.zip\");")]
    [InlineData("foreach (var fold in ml.BinaryClassification.CrossValidate(data, " + Pipeline + ")) ml.Fairness().EvaluateBinary(fold.ScoredHoldOutSet, [\"Gender\"], favorable: true)" + Gate + "ml.Model.Save(" + Pipeline + ".Fit(data), data.Schema, \"model.zip\");")]
    [InlineData("var candidates = new List<ITransformer>(); candidates.Add(model); foreach (var one in candidates) { ml.Fairness().EvaluateBinary(one.Transform(split.TestSet), [\"Gender\"], favorable: true)" + Gate + " ml.Model.Save(one, data.Schema, \"model.zip\"); }")]
    [InlineData("var job = new Job(ml); job.Learn(split.TrainSet); job.Check(split.TestSet); job.Keep(data.Schema);")]
    [InlineData(Save + "var loaded = ml.Model.Load(\"model.zip\", out _); ml.Fairness().EvaluateBinary(loaded.Transform(split.TestSet), [\"Gender\"], favorable: true)" + Gate)]
    [InlineData("ml.Fairness().EvaluateMulticlass(model.Transform(split.TestSet), [\"Gender\"], favorableClasses: [\"1\"]).Favorable" + Gate + Save)]
    public async Task A_check_in_the_ways_that_programs_make_them_is_seen(string statements)
    {
        const string Members = """
            private static (ITransformer Model, IDataView Unseen) Learn(MLContext ml)
            {
                var rows = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Applicant>("loans.csv"));
                return (ml.Transforms.Concatenate("Features", "Amount").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(rows.TrainSet), rows.TestSet);
            }
            private sealed class Job(MLContext ml)
            {
                private ITransformer? _model;
                public void Learn(IDataView rows) => _model = ml.Transforms.Concatenate("Features", "Amount").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(rows);
                public void Check(IDataView unseen) => ml.Fairness().EvaluateBinary(_model!.Transform(unseen), ["Gender"], favorable: true).Check(new FairnessThresholds { MinImpactRatio = 0.8 }).ThrowIfFailed();
                public void Keep(DataViewSchema schema) => ml.Model.Save(_model, schema, "model.zip");
            }
            """;

        Assert.Equal("", await Answers(CheckedPrograms.Of(statements, Members)));
    }
}
