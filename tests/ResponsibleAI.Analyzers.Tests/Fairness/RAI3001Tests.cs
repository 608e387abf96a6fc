using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Fairness;

public sealed class RAI3001Tests
{
    private const string Save = "ml.Model.Save(model, data.Schema, \"model.zip\");";
    private const string Gate = ".Check(new FairnessThresholds { MinImpactRatio = 0.8 }).ThrowIfFailed();";

    /// <summary>Ways from a model to itself that a walk must not take without end.</summary>
    [Theory]
    [InlineData("while (data.GetRowCount() > 0) model = (ITransformer)(object)Tuple.Create(model.Transform(data)).Item1;")]
    [InlineData("while (data.GetRowCount() > 0) { data = model.Transform(data); model = (ITransformer)(object)Tuple.Create(data, model).Item2; }")]
    [InlineData("ITransformer Again(ITransformer before, int times) => times == 0 ? before : Again((ITransformer)(object)Tuple.Create(before.Transform(data)).Item1, times - 1); model = Again(model, 9);")]
    public async Task A_model_that_is_made_of_what_it_scores_ends_the_walk(string circle) => Assert.Single(await Program.Of(TrainingPrograms.Person + $$"""
        public static class Trainer
        {
            public static void Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                ITransformer model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
                {{circle}}
                ml.BinaryClassification.Evaluate(model.Transform(data));
                ml.Model.Save(model, data.Schema, "people.zip");
                ml.Model.CreatePredictionEngine<Person, Person>(ml.Model.Load("people.zip", out _));
            }
        }
        """).Findings("RAI3001"));

    [Fact]
    public async Task A_model_about_people_that_is_saved_unchecked_is_a_gap()
    {
        var finding = Assert.Single(await Program.Of(TrainingPrograms.People).Findings("RAI3001"));

        Assert.StartsWith("The model of FastTree is saved with no fairness check in the project", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("gap", finding.Properties["kind"]);
    }

    /// <summary>Transforms are fitted first, and the trainer on what they give.</summary>
    private static string Appended(string use) => TrainingPrograms.Person + $$"""
        public sealed class Scored { public float Score { get; set; } }
        public static class Trainer
        {
            public static void Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                ITransformer fitted = ml.Transforms.Concatenate("Features", "Age", "HoursPerWeek").Fit(data);
                var model = fitted.Append(ml.BinaryClassification.Trainers.FastTree().Fit(fitted.Transform(data)));
                {{use}}
            }
        }
        """;

    [Theory]
    [InlineData("ml.Model.Save(model, data.Schema, \"model.zip\");")]
    [InlineData("ml.Model.CreatePredictionEngine<Person, Scored>(model);")]
    public async Task A_model_that_is_appended_to_fitted_transforms_is_the_one_that_is_saved_or_served(string use) =>
        Assert.StartsWith("The model of FastTree is ", Assert.Single(await Program.Of(Appended(use)).Findings("RAI3001")).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public async Task Fitted_transforms_alone_are_no_model() => Assert.Empty(await Program.Of(Appended("ml.Model.Save(fitted, data.Schema, \"transforms.zip\");")).Findings("RAI3001"));

    [Theory]
    [InlineData("var scored = model.Transform(split.TestSet); ml.Fairness().EvaluateBinary(scored, [\"Gender\"], favorable: true)" + Gate)]
    [InlineData("FairnessCatalog.Instance.EvaluateBinary(model.Transform(ml.Data.Cache(split.TestSet)), [\"Gender\"], favorable: true)" + Gate)]
    [InlineData("Check(ml, model, split.TestSet);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Scored>(model.Transform(split.TestSet), false).ToList(); BinaryFairness.Evaluate(rows.Select(r => r.Label).ToArray(), rows.Select(r => r.PredictedLabel).ToArray(), rows.Select(r => (string?)r.Gender).ToArray(), favorable: true)" + Gate)]
    [InlineData("var engine = ml.Model.CreatePredictionEngine<Applicant, Scored>(model); var table = new GroupTable<BinaryCounts>([\"Gender\"]); foreach (var r in ml.Data.CreateEnumerable<Applicant>(split.TestSet, false)) table.Cell(r.Gender).Add(r.Repaid, engine.Predict(r).PredictedLabel); var counted = new List<bool>(); counted.Add(engine.Predict(new Applicant()).PredictedLabel); BinaryFairness.Evaluate(new bool[1], counted.ToArray(), new string?[1], favorable: true)" + Gate)]
    public async Task A_check_of_that_model_answers_it(string check)
    {
        const string Helper = "private static void Check(MLContext ml, ITransformer model, IDataView unseen) { var fairness = ml.Fairness().EvaluateBinary(model.Transform(unseen), [\"Gender\"], favorable: true); fairness.Check(new FairnessThresholds { MinImpactRatio = 0.8 }).ThrowIfFailed(); }";

        Assert.Empty(await CheckedPrograms.Of(check + Save, Helper).Findings("RAI3001"));
    }

    [Fact]
    public async Task A_check_of_the_same_pipeline_counts_when_it_is_trained_again_on_everything() =>
        Assert.Empty(await CheckedPrograms.Of(
            $$"""
            var pipeline = ml.Transforms.Concatenate("Features", "Amount").Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression());
            ml.Fairness().EvaluateBinary(pipeline.Fit(split.TrainSet).Transform(split.TestSet), ["Gender"], favorable: true){{Gate}}
            ml.Model.Save(pipeline.Fit(data), data.Schema, "model.zip");
            """).Findings("RAI3001"));

    [Fact]
    public async Task A_check_of_another_model_does_not()
    {
        var finding = Assert.Single(await CheckedPrograms.Of(
            $$"""
            var other = ml.Transforms.Concatenate("Features", "Amount").Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(split.TrainSet);
            ml.Fairness().EvaluateBinary(other.Transform(split.TestSet), ["Gender"], favorable: true){{Gate}}
            {{Save}}
            """).Findings("RAI3001"));

        Assert.StartsWith("The model of FastTree is saved with no fairness check of it, only of other models", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("gap", finding.Properties["kind"]);
    }

    [Fact]
    public async Task Where_it_cannot_be_seen_which_model_a_check_is_about_it_is_not_assessed()
    {
        const string Check = "public static class Gate { [FairnessCheck] public static void Check(IDataView scored) { } public static void Run(IDataView scored) => Check(scored); }";

        var finding = Assert.Single(await Program.Of(TrainingPrograms.People).With("Gate.cs", Check).Findings("RAI3001"));

        Assert.Equal(("not-assessed", DiagnosticSeverity.Info), (finding.Properties["kind"], finding.Severity));
        Assert.StartsWith("Whether 'Check' checks the model of FastTree, which is saved here, could not be seen (", finding.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Gate.Check(model.Transform(split.TestSet));")]
    [InlineData("Gate.Run(model.Transform(split.TestSet));")]
    [InlineData("Gate.OfModel(ml, model, split.TestSet, 0.8);")]
    public async Task A_method_marked_as_fairness_check_answers_it_wherever_it_stands(string call)
    {
        const string Check = "public static class Gate { [FairnessCheck] public static void Check(IDataView scored) { } public static void Run(IDataView scored) => Check(scored); [FairnessCheck] public static void OfModel(MLContext ml, ITransformer model, IDataView rows, double least) { } }";
        var program = Program.Of(TrainingPrograms.People.Replace("ml.Model.Save", call + "ml.Model.Save", StringComparison.Ordinal)).With("Gate.cs", Check);

        Assert.Empty(await program.Findings("RAI3001"));
    }

    [Fact]
    public async Task A_marked_method_that_nothing_calls_answers_nothing() =>
        Assert.Single(await Program.Of(TrainingPrograms.People).With("Gate.cs", "public static class Gate { [FairnessCheck] public static void Check() { } }").Findings("RAI3001"));

    [Fact]
    public async Task Microsofts_port_of_Fairlearn_is_known_by_name()
    {
        const string Fairlearn = """
            namespace Microsoft.ML.Fairlearn
            {
                public sealed class FairlearnMetricCatalog { public object BinaryClassification(IDataView eval, string labelColumn, string predictedColumn, string sensitiveFeatureColumn, string scoreColumn = "Score") => new(); }
                public sealed class FairlearnCatalog { public FairlearnMetricCatalog Metric = new(); }
                public static class MLContextExtension { public static FairlearnCatalog Fairlearn(this MLContext ctx) => new(); }
            }
            """;

        Assert.Empty(await Program.Of("using Microsoft.ML.Fairlearn;" + TrainingPrograms.People.Replace("ml.Model.Save", "var metric = ml.Fairlearn().Metric.BinaryClassification(model.Transform(split.TestSet), \"Label\", \"PredictedLabel\", \"Sex\"); ml.Model.Save", StringComparison.Ordinal))
            .With("Fairlearn.cs", Fairlearn).Findings("RAI3001"));
    }

    [Fact]
    public async Task An_entry_of_the_users_own_catalog_is_a_check()
    {
        var own = new ApiLibrary("Own", ["Training"], [new ApiMember { Type = "Acme.Groups", Member = "Compare", Role = "fairness-evaluator", Parameters = [new("data", "rows"), new("sensitive", "by")] }]);
        var program = Program.Of(
            TrainingPrograms.People.Replace("ml.Model.Save", "if (!Acme.Groups.Compare(model.Transform(split.TestSet), \"Sex\")) return; ml.Model.Save", StringComparison.Ordinal),
            ShippedPolicy.Snapshot with { Libraries = [.. ShippedPolicy.Snapshot.Libraries, own] }).With("Acme.cs", "namespace Acme { public static class Groups { public static bool Compare(IDataView rows, string by) => true; } }");

        Assert.Empty(await program.Findings("RAI3001"));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task The_purpose_says_whether_the_model_decides_about_people(bool decides, int findings)
    {
        var policy = ShippedPolicy.Snapshot with { Purposes = [new Purpose { Id = "p", DecidesAboutPeople = decides }] };

        Assert.Equal(findings, (await Program.Of("[assembly: ProcessingPurpose(\"p\")]" + TrainingPrograms.People, policy).Findings("RAI3001")).Count);
    }

    /// <summary>Diagnostics of a compilation's end never reach an editor.</summary>
    [Fact]
    public async Task It_is_said_live_when_everything_stands_in_one_type()
    {
        var live = Assert.Single(await Program.Of(TrainingPrograms.People).Findings("RAI3001"));
        var later = Assert.Single(await Program.Of(TrainingPrograms.People).With("Other.cs", "public static class Other { [FairnessCheck] public static void Check(IDataView scored) { } }").Findings("RAI3001"));

        Assert.DoesNotContain(WellKnownDiagnosticTags.CompilationEnd, live.Descriptor.CustomTags);
        Assert.Contains(WellKnownDiagnosticTags.CompilationEnd, later.Descriptor.CustomTags);
    }

    [Fact]
    public async Task A_model_about_things_needs_no_check() =>
        Assert.Empty(await Program.Of("""
            public class House { [LoadColumn(0)] public float Rooms { get; set; } [LoadColumn(1)] public float Label { get; set; } }
            public static class Trainer
            {
                public static void Train(MLContext ml)
                {
                    var data = ml.Data.LoadFromTextFile<House>("houses.csv");
                    var model = ml.Transforms.Concatenate("Features", "Rooms").Append(ml.Regression.Trainers.FastTree()).Fit(data);
                    ml.Regression.Evaluate(model.Transform(data));
                    ml.Model.Save(model, data.Schema, "model.zip");
                }
            }
            """).Findings("RAI3001", "RAI3002", "RAI3003", "RAI3005"));

    private const string Serves = TrainingPrograms.Person + """
        public class Output { public bool PredictedLabel { get; set; } }
        public static class Serve
        {
            public static bool Predict(MLContext ml, Person person)
            {
                var model = ml.Model.Load("model.zip", out _);
                return ml.Model.CreatePredictionEngine<Person, Output>(model).Predict(person).PredictedLabel;
            }
        }
        """;

    [Fact]
    public async Task A_model_that_is_only_loaded_and_used_is_not_trained_here() => Assert.Empty(await Program.Of(Serves).Findings());

    /// <summary>One file trains and saves, another loads and serves: as Model Builder writes them.</summary>
    [Theory]
    [InlineData("model.zip", 0)]
    [InlineData("other.zip", 1)]
    public async Task What_is_served_from_the_file_that_the_project_saves_is_told_of_where_it_is_saved(string file, int findings)
    {
        const string Gated = "public static class Gate { [FairnessCheck] public static void Check(IDataView scored) { } }";
        var trainer = TrainingPrograms.People.Replace("ml.Model.Save", "Gate.Check(model.Transform(split.TestSet)); ml.Model.Save", StringComparison.Ordinal);
        var policy = ShippedPolicy.Snapshot with { Purposes = [new Purpose { Id = "p", DecidesAboutPeople = true }] };
        var serves = Serves.Replace(TrainingPrograms.Person, "", StringComparison.Ordinal).Replace("\"model.zip\"", $"\"{file}\"", StringComparison.Ordinal);

        Assert.Equal(findings, (await Program.Of("[assembly: ProcessingPurpose(\"p\")]" + trainer, policy).With("Serve.cs", serves).With("Gate.cs", Gated).Findings("RAI3001")).Count);
    }

    [Fact]
    public async Task Served_for_a_purpose_that_decides_about_people_it_is_not_assessed()
    {
        var policy = ShippedPolicy.Snapshot with { Purposes = [new Purpose { Id = "p", DecidesAboutPeople = true }] };

        var finding = Assert.Single(await Program.Of("[assembly: ProcessingPurpose(\"p\")]" + Serves, policy).Findings("RAI3001"));

        Assert.Equal("not-assessed", finding.Properties["kind"]);
    }
}
