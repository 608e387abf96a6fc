using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Fairness;

public sealed class RAI3001Tests
{
    [Fact]
    public async Task A_model_about_people_that_is_saved_unchecked_is_a_gap()
    {
        var finding = Assert.Single(await Program.Of(TrainingPrograms.People).Findings("RAI3001"));

        Assert.StartsWith("The model of FastTree is saved with no fairness check in the project", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("gap", finding.Properties["kind"]);
    }

    [Fact]
    public async Task A_call_of_a_method_marked_as_fairness_check_answers_it_wherever_it_stands()
    {
        const string Check = "public static class Gate { [FairnessCheck] public static void Check(IDataView scored) { } public static void Run(IDataView scored) => Check(scored); }";

        Assert.Empty(await Program.Of(TrainingPrograms.People).With("Gate.cs", Check).Findings("RAI3001"));
    }

    [Fact]
    public async Task A_marked_method_that_nothing_calls_answers_nothing() =>
        Assert.Single(await Program.Of(TrainingPrograms.People).With("Gate.cs", "public static class Gate { [FairnessCheck] public static void Check() { } }").Findings("RAI3001"));

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task The_purpose_says_whether_the_model_decides_about_people(bool decides, int findings)
    {
        var policy = ShippedPolicy.Snapshot with { Purposes = [new Purpose { Id = "p", DecidesAboutPeople = decides }] };

        Assert.Equal(findings, (await Program.Of("[assembly: ProcessingPurpose(\"p\")]" + TrainingPrograms.People, policy).Findings("RAI3001")).Count);
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
                    ml.Model.Save(model, data.Schema, "model.zip");
                }
            }
            """).Findings("RAI3001"));

    [Fact]
    public async Task A_model_that_is_only_loaded_and_used_is_not_trained_here() =>
        Assert.Empty(await Program.Of(TrainingPrograms.Person + """
            public class Output { public bool PredictedLabel { get; set; } }
            public static class Serve
            {
                public static bool Predict(MLContext ml, Person person)
                {
                    var model = ml.Model.Load("model.zip", out _);
                    return ml.Model.CreatePredictionEngine<Person, Output>(model).Predict(person).PredictedLabel;
                }
            }
            """).Findings());
}
