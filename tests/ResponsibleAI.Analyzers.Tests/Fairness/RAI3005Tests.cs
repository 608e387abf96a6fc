using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Fairness;

public sealed class RAI3005Tests
{
    private static Program People(string statements) => Program.Of(TrainingPrograms.Person + $$"""
        public static class Trainer
        {
            private const string TrainPath = "people.csv";
            public static void Train(MLContext ml, string given)
            {
                var pipeline = ml.Transforms.Concatenate("Features", "Age", "HoursPerWeek").Append(ml.BinaryClassification.Trainers.FastTree());
                {{statements}}
            }
            private static IDataView Load(MLContext ml, string path) => ml.Data.LoadFromTextFile<Person>(path);
            {{(statements.Contains(" Evaluate(", StringComparison.Ordinal) ? "private static void Evaluate(MLContext ml, ITransformer model, IDataView rows) => Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(rows)).Accuracy);" : "")}}
        }
        """);

    [Theory]
    [InlineData("var data = ml.Data.LoadFromTextFile<Person>(TrainPath); var model = pipeline.Fit(data); var scored = model.Transform(data); ml.BinaryClassification.Evaluate(scored);")]
    [InlineData("var data = ml.Data.LoadFromTextFile<Person>(given); ml.BinaryClassification.Evaluate(pipeline.Fit(data).Transform(ml.Data.ShuffleRows(data)));")]
    [InlineData("var model = pipeline.Fit(ml.Data.LoadFromTextFile<Person>(TrainPath)); ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromTextFile<Person>(\"people.csv\")));")]
    [InlineData("var split = ml.Data.TrainTestSplit(Load(ml, TrainPath)); ml.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TrainSet));")]
    [InlineData("var data = Load(ml, TrainPath); var split = ml.Data.TrainTestSplit(data); ml.BinaryClassification.Evaluate(pipeline.Fit(data).Transform(split.TestSet));")]
    [InlineData("var data = Load(ml, given); var model = pipeline.Fit(data); Evaluate(ml, model, data);")]
    [InlineData("foreach (var fold in ml.Data.CrossValidationSplit(Load(ml, TrainPath))) Evaluate(ml, pipeline.Fit(fold.TrainSet), fold.TrainSet);")]
    [InlineData("var rows = ml.Data.CreateDatabaseLoader<Person>().Load(new DatabaseSource(null!, \"Server=.\", \"SELECT * FROM People\")); ml.BinaryClassification.Evaluate(pipeline.Fit(rows).Transform(rows));")]
    public async Task The_same_rows_are_no_test(string statements)
    {
        var finding = Assert.Single(await People(statements).Findings("RAI3005"));

        Assert.StartsWith("'Evaluate' measures the model of FastTree on rows", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("violation", finding.Properties["kind"]);
    }

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(Load(ml, TrainPath)); ml.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet));")]
    [InlineData("var model = pipeline.Fit(Load(ml, TrainPath)); ml.BinaryClassification.Evaluate(model.Transform(Load(ml, \"test.csv\")));")]
    [InlineData("var data = Load(ml, TrainPath); foreach (var fold in ml.BinaryClassification.CrossValidate(data, pipeline)) Console.WriteLine(fold.Metrics.Accuracy); ml.BinaryClassification.Evaluate(pipeline.Fit(data).Transform(data));")]
    [InlineData("foreach (var fold in ml.Data.CrossValidationSplit(Load(ml, TrainPath))) Evaluate(ml, pipeline.Fit(fold.TrainSet), fold.TestSet);")]
    [InlineData("var split = ml.Data.TrainTestSplit(Load(ml, TrainPath)); var model = pipeline.Fit(split.TrainSet); Evaluate(ml, model, split.TrainSet); ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));")]
    public async Task Rows_that_were_held_out_are_and_so_is_a_comparison_of_both(string statements) => Assert.Empty(await People(statements).Findings("RAI3005"));

    [Theory]
    [InlineData("var model = pipeline.Fit(Load(ml, given)); ml.BinaryClassification.Evaluate(model.Transform(Load(ml, given + \"2\")));")]
    [InlineData("var data = Load(ml, TrainPath); var model = pipeline.Fit(ml.Data.TakeRows(data, 100)); ml.BinaryClassification.Evaluate(model.Transform(ml.Data.SkipRows(data, 100)));")]
    [InlineData("var data = Load(ml, TrainPath); var a = ml.Data.TrainTestSplit(data); var b = ml.Data.TrainTestSplit(data); ml.BinaryClassification.Evaluate(pipeline.Fit(a.TrainSet).Transform(b.TestSet));")]
    [InlineData("var folds = ml.Data.CrossValidationSplit(Load(ml, TrainPath)); ml.BinaryClassification.Evaluate(pipeline.Fit(folds[0].TrainSet).Transform(folds[1].TrainSet));")]
    [InlineData("var rows = given.Length > 3 ? Load(ml, TrainPath) : Load(ml, \"test.csv\"); ml.BinaryClassification.Evaluate(pipeline.Fit(Load(ml, TrainPath)).Transform(rows));")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Person>(Load(ml, TrainPath), false).ToList(); var model = pipeline.Fit(ml.Data.LoadFromEnumerable(rows.Take(800))); ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromEnumerable(rows.Skip(800))));")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Person>(Load(ml, TrainPath), false).ToList(); IDataView View(IEnumerable<Person> some) => ml.Data.LoadFromEnumerable(some); var model = pipeline.Fit(View(rows.Take(800))); ml.BinaryClassification.Evaluate(model.Transform(View(rows.Skip(800))));")]
    [InlineData("IDataView Query(string where) => ml.Data.CreateDatabaseLoader<Person>().Load(new DatabaseSource(null!, \"Server=.\", \"SELECT * FROM People WHERE \" + where)); var model = pipeline.Fit(Query(\"Id % 10 < 8\")); ml.BinaryClassification.Evaluate(model.Transform(Query(\"Id % 10 >= 8\")));")]
    [InlineData("var loader = ml.Data.CreateDatabaseLoader<Person>(); var model = pipeline.Fit(loader.Load(new DatabaseSource(null!, \"Server=.\", \"SELECT * FROM People WHERE IsTest = 0\"))); ml.BinaryClassification.Evaluate(model.Transform(loader.Load(new DatabaseSource(null!, \"Server=.\", \"SELECT * FROM People WHERE IsTest = 1\"))));")]
    [InlineData("var data = Load(ml, TrainPath); var model = pipeline.Fit(ml.Data.BootstrapSample(data, seed: 1)); ml.BinaryClassification.Evaluate(model.Transform(ml.Data.BootstrapSample(data, seed: 1, complement: true)));")]
    [InlineData("var data = Load(ml, TrainPath); var model = pipeline.Fit(ml.Data.FilterRowsByColumn(data, \"Age\", upperBound: 40)); ml.BinaryClassification.Evaluate(model.Transform(ml.Data.FilterRowsByColumn(data, \"Age\", lowerBound: 40)));")]
    [InlineData("var model = ml.Model.Load(\"old.zip\", out _); ml.BinaryClassification.Evaluate(model.Transform(Load(ml, TrainPath))); pipeline.Fit(Load(ml, TrainPath));")]
    public async Task What_cannot_be_followed_is_no_finding(string statements) => Assert.Empty(await People(statements).Findings("RAI3005"));

    [Fact]
    public async Task Clusters_have_no_label_to_learn_by_heart() =>
        Assert.Empty(await People("var data = Load(ml, TrainPath); ml.Clustering.Evaluate(ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.Clustering.Trainers.KMeans()).Fit(data).Transform(data));").Findings("RAI3005"));

    [Fact]
    public async Task A_fairness_check_on_training_rows_is_one_too() =>
        Assert.Single(await CheckedPrograms.Of("ml.Fairness().EvaluateBinary(model.Transform(split.TrainSet), [\"Gender\"], favorable: true).Check(new FairnessThresholds { MinImpactRatio = 0.8 }).ThrowIfFailed();").Findings("RAI3005"));
}
