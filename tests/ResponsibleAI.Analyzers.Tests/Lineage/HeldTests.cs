using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Lineage;

/// <summary>Trainers and models that are kept in collections, and rows whose type is a parameter of a helper or a base class.</summary>
public sealed class HeldTests
{
    private static async Task<string[]> Said(string body, string members = "", string more = "") =>
        [.. (await Program.Of(TrainingPrograms.Person + $$"""
            public class House { [LoadColumn(0)] public float Size { get; set; } [LoadColumn(1), ColumnName("Label")] public float Price { get; set; } }
            public class Trainer
            {
                MLContext ml = new MLContext();
                {{members}}
                public void Train()
                {
                    var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                    var features = ml.Transforms.Concatenate("Features", "Age", "HoursPerWeek");
                    {{body}}
                }
            }
            {{more}}
            """).Findings("RAI1001", "RAI3001")).Select(static finding => $"{finding.Id} {finding.Properties["kind"]}").Order()];

    private static readonly string[] s_trained = ["RAI1001 gap"];

    private static readonly string[] s_both = ["RAI1001 gap", "RAI3001 gap"];

    [Theory]
    [InlineData("foreach (var (name, trainer) in trainers) models[name] = features.Append(trainer).Fit(data); ml.Model.Save(models.OrderBy(m => m.Key).First().Value, data.Schema, \"m.zip\");")]
    [InlineData("foreach (var entry in trainers) models.Add(entry.Key, features.Append(entry.Value).Fit(data)); ml.Model.Save(models[\"a\"], data.Schema, \"m.zip\");")]
    [InlineData("foreach (var trainer in trainers.Values) models.Add(\"a\", features.Append(trainer).Fit(data)); foreach (var model in models.Values) ml.Model.Save(model, data.Schema, \"m.zip\");")]
    public async Task Trainers_and_models_of_a_dictionary_are_followed(string body)
    {
        const string Trainers = "var trainers = new Dictionary<string, IEstimator<ITransformer>> { [\"a\"] = ml.BinaryClassification.Trainers.FastTree(), [\"b\"] = ml.BinaryClassification.Trainers.FastForest() };";
        Assert.Equal(s_both, await Said($"{Trainers} var models = new Dictionary<string, ITransformer>(); {body}"));
        Assert.Equal(s_both, await Said($"{Trainers} {body}", "readonly Dictionary<string, ITransformer> models = new Dictionary<string, ITransformer>();"));
    }

    [Fact]
    public async Task A_model_of_a_list_of_results_is_followed() =>
        Assert.Equal(s_both, await Said("""
            var results = new List<(string Name, ITransformer Model)>();
            results.Add(("a", features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data)));
            ml.Model.Save(results.First().Model, data.Schema, "m.zip");
            """));

    [Fact]
    public async Task A_dictionary_of_something_else_leads_to_no_model() =>
        Assert.Equal(["RAI1001 gap"], await Said("""
            var models = new Dictionary<string, ITransformer>();
            models.Add("other", ml.Model.Load("other.zip", out _));
            features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            ml.Model.Save(models["other"], data.Schema, "m.zip");
            """));

    [Theory]
    [InlineData("FastTreeBinaryTrainer.Options options;", "options.FeatureColumnName = \"People\";", true)]
    [InlineData("FastTreeBinaryTrainer.Options options { get; set; }", "options.FeatureColumnName = \"People\";", true)]
    [InlineData("FastTreeBinaryTrainer.Options options;", "options.FeatureColumnName = \"Things\";", false)]
    [InlineData("FastTreeBinaryTrainer.Options options, others = new FastTreeBinaryTrainer.Options();", "options.FeatureColumnName = \"Things\"; others.FeatureColumnName = \"People\";", false)]
    public async Task Options_that_are_held_and_set_by_statements_are_followed(string members, string settings, bool isPersonal) =>
        Assert.Equal(isPersonal, (await Program.Of("using Microsoft.ML.Trainers.FastTree;\n" + $$"""
            public class Row { [LoadColumn(0)] public float Age { get; set; } [LoadColumn(1)] public string Gender { get; set; } [LoadColumn(2)] public float Width { get; set; } [LoadColumn(3), ColumnName("Label")] public bool Flag { get; set; } }
            public class Form
            {
                MLContext ml = new MLContext();
                {{members}}
                public void Configure() { options = new FastTreeBinaryTrainer.Options(); {{settings}} }
                public void Train()
                {
                    var pipeline = ml.Transforms.Concatenate("People", "Age").Append(ml.Transforms.Concatenate("Things", "Width")).Append(ml.BinaryClassification.Trainers.FastTree(options));
                    pipeline.Fit(ml.Data.LoadFromTextFile<Row>("rows.csv"));
                }
            }
            """).Findings("RAI1001")).Any(static finding => finding.GetMessage().Contains("'Row.Age'", StringComparison.Ordinal)));

    private const string Helper = """
        public static class Helper
        {
            public static IDataView Load<T>(MLContext ml, string path) => ml.Data.LoadFromTextFile<T>(path);
        }
        """;

    [Theory]
    [InlineData("Person", "Age", true)]
    [InlineData("House", "Size", false)]
    public async Task A_generic_helper_loads_what_its_caller_names(string row, string column, bool isPersonal) =>
        Assert.Equal(isPersonal ? s_trained : [], await Said("", $"void Other() {{ var rows = Helper.Load<{row}>(ml, \"rows.csv\"); ml.Transforms.Concatenate(\"Features\", \"{column}\").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(rows); }}", Helper));

    private const string Base = """
        public abstract class TrainerOf<TRow> where TRow : class
        {
            protected MLContext Ml = new MLContext();
            protected abstract IEstimator<ITransformer> Pipeline();
            public void Run() { var data = Ml.Data.LoadFromTextFile<TRow>("rows.csv"); Ml.Model.Save(Pipeline().Fit(data), data.Schema, "m.zip"); }
        }
        """;

    [Theory]
    [InlineData("Person", "Age", true)]
    [InlineData("House", "Size", false)]
    public async Task A_generic_base_class_trains_on_what_its_derived_classes_name(string row, string column, bool isPersonal) =>
        Assert.Equal(isPersonal ? s_both : [], await Said("", more: Base + $$"""
            public class Derived : TrainerOf<{{row}}>
            {
                protected override IEstimator<ITransformer> Pipeline() => Ml.Transforms.Concatenate("Features", "{{column}}").Append(Ml.BinaryClassification.Trainers.FastTree());
            }
            """));
}
