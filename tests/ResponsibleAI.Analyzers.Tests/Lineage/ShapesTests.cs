using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Lineage;

/// <summary>The shapes in which real training code is written: each one trains on people, and each finding names exactly the columns that reach the trainer.</summary>
public sealed class ShapesTests
{
    private static async Task<string> Columns(Program program)
    {
        var finding = Assert.Single(await program.Findings("RAI1001"));
        return string.Join(" ", finding.Properties["columns"]!.Split('|').Select(column => column.Split('=')[0].Split('.')[^1]).Order(StringComparer.Ordinal)) + (finding.Properties["kind"] == "gap" ? "" : " ?");
    }

    private static Task<string> ColumnsIn(string members) => Columns(Program.Of(TrainingPrograms.Person + "public partial class Trainer { " + members + " }"));

    private static Task<string> ColumnsOf(string pipeline) => ColumnsIn($$"""
        public void Train(MLContext ml)
        {
            var data = ml.Data.LoadFromTextFile<Person>("people.csv");
            {{pipeline}}.Fit(data);
        }
        """);

    [Fact]
    public async Task Dropped_columns_do_not_reach() =>
        Assert.Equal("HoursPerWeek Income", await ColumnsOf("ml.Transforms.DropColumns(\"Age\").Append(ml.Transforms.Concatenate(\"Features\", \"HoursPerWeek\")).Append(ml.BinaryClassification.Trainers.FastTree())"));

    [Theory]
    [InlineData("ml.Transforms.Categorical.OneHotEncoding(\"Sex\", \"Encoded\").Append(ml.Transforms.Concatenate(\"Features\", \"Encoded\"))", "Income Sex")]
    [InlineData("ml.Transforms.Text.FeaturizeText(\"MaritalStatus\", \"Features\")", "Income MaritalStatus")]
    [InlineData("ml.Transforms.Categorical.OneHotEncoding(\"Sex\", \"MaritalStatus\").Append(ml.Transforms.Concatenate(\"Features\", \"Sex\"))", "Income MaritalStatus")]
    [InlineData("ml.Transforms.Categorical.OneHotEncoding(outputColumnName: \"Sex\", inputColumnName: \"Encoded\").Append(ml.Transforms.Concatenate(\"Features\", \"Sex\"))", "Income")]
    public async Task An_input_may_stand_first_as_it_did_before_1_0(string pipeline, string columns) =>
        Assert.Equal(columns, await ColumnsOf($"{pipeline}.Append(ml.BinaryClassification.Trainers.FastTree())"));

    [Fact]
    public async Task Pairs_of_columns_are_followed() =>
        Assert.Equal("Income MaritalStatus Sex", await ColumnsOf("""
            ml.Transforms.Categorical.OneHotEncoding(new[] { new InputOutputColumnPair("A", "Sex"), new InputOutputColumnPair("MaritalStatus") })
                .Append(ml.Transforms.Concatenate("Features", new[] { "A", nameof(Person.MaritalStatus) }))
                .Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression())
            """));

    [Fact]
    public async Task Copied_labels_options_and_own_feature_names_are_followed() =>
        Assert.Equal("Age HoursPerWeek", await ColumnsOf("""
            ml.Transforms.CopyColumns("Goal", "HoursPerWeek")
                .Append(ml.Transforms.Concatenate("In", "Age"))
                .Append(ml.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options { LabelColumnName = "Goal", FeatureColumnName = "In" }))
            """));

    [Fact]
    public async Task Custom_mappings_pass_what_their_lambda_reads() =>
        Assert.Equal("Age Income", await ColumnsIn("""
            public class Out { public float Made { get; set; } }
            public void Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                ml.Transforms.CustomMapping<Person, Out>((p, o) => o.Made = p.Age, null).Append(ml.Transforms.Concatenate("Features", "Made")).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            }
            """));

    [Fact]
    public async Task Custom_mappings_that_hand_the_row_on_pass_every_member() =>
        Assert.Equal("Age HoursPerWeek Income MaritalStatus Sex", await ColumnsIn("""
            public class Out { public float Made { get; set; } }
            private static float Score(Person p) => p.Age;
            public void Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                ml.Transforms.CustomMapping<Person, Out>((p, o) => o.Made = Score(p), null).Append(ml.Transforms.Concatenate("Features", "Made")).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            }
            """));

    [Theory]
    [InlineData("o.Fill(p)", "public void Fill(Person person) { var months = person.Age * 12; Other = person.Sex; Made = Twice(months); } private static float Twice(float value) => 2 * value;")]
    [InlineData("Out.Copy(p, o)", "public static void Copy(Person from, Out to) { to.Other = from.Sex; to.Made = from.Age; }")]
    public async Task Custom_mappings_that_hand_the_row_to_the_result_pass_what_is_read_there(string map, string members) =>
        Assert.Equal("Age Income", await ColumnsIn($$"""
            public class Out { public float Made { get; set; } public string Other { get; set; } = ""; {{members}} }
            private static Action<Person, Out> Mapping() => (p, o) => {{map}};
            public void Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                ml.Transforms.CustomMapping(Mapping(), null).Append(ml.Transforms.Concatenate("Features", "Made")).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            }
            """));

    [Theory]
    [InlineData("if (p.Sex == \"f\") o.Fill(p);", "public void Fill(Person person) => Made = person.Age;")]
    [InlineData("o.Fill(p.Age, p);", "public void Fill(float age, object person) => Made = age;")]
    [InlineData("o.Fill(p);", "public void Fill(Person person) => Keep(person.Age); private void Keep(float age) => Made = age;")]
    public async Task Custom_mappings_that_may_take_more_than_is_read_pass_every_member(string map, string members) =>
        Assert.Equal("Age HoursPerWeek Income MaritalStatus Sex", await ColumnsIn($$"""
            public class Out { public float Made { get; set; } {{members}} }
            public void Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                ml.Transforms.CustomMapping<Person, Out>((p, o) => { {{map}} }, null).Append(ml.Transforms.Concatenate("Features", "Made")).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            }
            """));

    [Fact]
    public async Task Custom_mappings_with_branches_pass_all_they_read() =>
        Assert.Equal("Age Income Sex", await ColumnsIn("""
            public class Out { public float Made { get; set; } }
            private static void Map(Person p, Out o) { if (p.Sex == "f") o.Made = p.Age; }
            public void Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                ml.Transforms.CustomMapping<Person, Out>(Map, null).Append(ml.Transforms.Concatenate("Features", "Made")).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            }
            """));

    [Fact]
    public async Task Pipelines_and_data_in_helpers_fields_and_parameters_are_followed() =>
        Assert.Equal("Age Income", await ColumnsIn("""
            private static readonly MLContext s_ml = new();
            private readonly string[] _inputs = { "Age" };
            private IDataView? _data;
            public void Run() { _data = Load("people.csv"); Fit(Build(), _data); }
            private static IDataView Load(string path) => s_ml.Data.LoadFromTextFile<Person>(path);
            private IEstimator<ITransformer> Build() { var features = s_ml.Transforms.Concatenate("Features", _inputs); return features.Append(s_ml.BinaryClassification.Trainers.FastTree()); }
            private static void Fit(IEstimator<ITransformer> pipeline, IDataView data) => pipeline.Fit(data);
            """));

    [Fact]
    public async Task Reassigned_pipelines_keep_every_stage() =>
        Assert.Equal("Age Income Sex", await ColumnsIn("""
            public void Train(MLContext ml)
            {
                var data = ml.Data.ShuffleRows(ml.Data.Cache(ml.Data.LoadFromTextFile<Person>("people.csv")));
                IEstimator<ITransformer> pipeline = ml.Transforms.Categorical.OneHotEncoding("Sex");
                pipeline = pipeline.Append(ml.Transforms.Concatenate("Features", "Sex", "Age"));
                pipeline = pipeline.Append(ml.BinaryClassification.Trainers.FastTree());
                var model = pipeline.Fit(ml.Data.TrainTestSplit(data, 0.2).TrainSet);
            }
            """));

    [Fact]
    public async Task Data_that_was_transformed_before_is_followed() =>
        Assert.Equal("Age Income", await ColumnsIn("""
            public void Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                var preparation = ml.Transforms.NormalizeMinMax("Scaled", "Age").Append(ml.Transforms.Concatenate("Features", "Scaled"));
                var prepared = preparation.Fit(data).Transform(data);
                var model = ml.BinaryClassification.Trainers.FastTree().Fit(prepared);
            }
            """));

    [Fact]
    public async Task Trainers_in_a_list_of_tuples_are_one_training_call() =>
        Assert.Equal("Age Income", await ColumnsIn("""
            public void Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                var features = ml.Transforms.Concatenate("Features", "Age");
                (string Name, IEstimator<ITransformer> Value)[] trainers = { ("tree", ml.BinaryClassification.Trainers.FastTree()), ("forest", ml.BinaryClassification.Trainers.FastForest()) };
                foreach (var trainer in trainers)
                {
                    var model = features.Append(trainer.Value).Fit(data);
                }
            }
            """));

    [Fact]
    public async Task Every_column_but_the_named_ones_is_followed() =>
        Assert.Equal("Age HoursPerWeek Income", await ColumnsIn("""
            public void Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                var columns = data.Schema.Select(column => column.Name).Where(name => name != "Label" && name != "Sex" && name != "MaritalStatus").ToArray();
                ml.Transforms.Concatenate("Features", columns).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            }
            """));

    [Fact]
    public async Task Names_computed_from_constant_lists_are_followed() =>
        Assert.Equal("Age Income MaritalStatus", await ColumnsIn("""
            private static readonly string[] s_categories = { "Sex", "MaritalStatus" };
            public void Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                var kept = s_categories.Where(name => name != "Sex");
                var pairs = kept.Select(name => new InputOutputColumnPair(name + "Encoded", name)).ToArray();
                var inputs = kept.Select(name => $"{name}Encoded").Append("Age").ToArray();
                ml.Transforms.Categorical.OneHotEncoding(pairs).Append(ml.Transforms.Concatenate("Features", inputs)).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            }
            """));

    [Fact]
    public async Task Pipelines_chosen_by_switch_are_all_followed() =>
        Assert.Equal("Age HoursPerWeek Income", await ColumnsIn("""
            public void Train(MLContext ml, int kind)
            {
                var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                IEstimator<ITransformer> pipeline;
                switch (kind)
                {
                    case 0: pipeline = ml.Transforms.Concatenate("Features", "Age"); break;
                    default: pipeline = ml.Transforms.Concatenate("Features", "HoursPerWeek"); break;
                }
                if (kind > 3)
                    pipeline = pipeline.Append(ml.Transforms.NormalizeMinMax("Features"));
                pipeline.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            }
            """));

    [Fact]
    public async Task What_is_encoded_after_concatenation_is_not_trained_on() =>
        Assert.Equal("Age Income", await ColumnsOf("""
            ml.Transforms.Concatenate("Features", "Age").Append(ml.Transforms.Categorical.OneHotEncoding("Sex")).Append(ml.BinaryClassification.Trainers.FastTree())
            """));

    [Fact]
    public async Task Overwritten_and_selected_columns_are_told_apart() =>
        Assert.Equal("HoursPerWeek Income", await ColumnsOf("""
            ml.Transforms.CopyColumns("Age", "HoursPerWeek").Append(ml.Transforms.SelectColumns("Age", "Label")).Append(ml.Transforms.Concatenate("Features", "Age")).Append(ml.BinaryClassification.Trainers.FastTree())
            """));

    [Fact]
    public async Task Experiments_train_on_all_columns_but_the_ignored_ones() =>
        Assert.Equal("HoursPerWeek MaritalStatus Sex", await Columns(Program.Of("""
            namespace Microsoft.ML.AutoML
            {
                public class ColumnInformation { public string LabelColumnName { get; set; } = ""; public ICollection<string> IgnoredColumnNames { get; } = new List<string>(); }
                public class ExperimentBase<TMetrics, TSettings> { public object Execute(IDataView trainData, ColumnInformation columnInformation) => trainData; }
            }
            public class Person
            {
                [LoadColumn(0)] public float Age { get; set; }
                [LoadColumn(1)] public string Sex { get; set; } = "";
                [LoadColumn(2)] public string MaritalStatus { get; set; } = "";
                [LoadColumn(3)] public float HoursPerWeek { get; set; }
                [LoadColumn(4)] public bool Income { get; set; }
            }
            public static class Start
            {
                public static void Run(MLContext ml, Microsoft.ML.AutoML.ExperimentBase<int, int> experiment)
                {
                    var columns = new Microsoft.ML.AutoML.ColumnInformation { LabelColumnName = "HoursPerWeek", IgnoredColumnNames = { "Income" } };
                    columns.IgnoredColumnNames.Add(nameof(Person.Age));
                    experiment.Execute(ml.Data.LoadFromTextFile<Person>("people.csv"), columns);
                }
            }
            """)));

    [Fact]
    public async Task Columns_listed_without_a_row_type_are_read() =>
        Assert.Equal("Age Label Sex", await ColumnsIn("""
            public void Train(MLContext ml)
            {
                var loader = ml.Data.CreateTextLoader(new[] { new TextLoader.Column("Age", DataKind.Single, 0), new TextLoader.Column("Sex", DataKind.String, 1), new TextLoader.Column("Label", DataKind.Boolean, 2) }, ',');
                var data = loader.Load("people.csv");
                ml.Transforms.Text.FeaturizeText("Text", "Sex").Append(ml.Transforms.Concatenate("Features", "Age", "Text")).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            }
            """));

    [Fact]
    public async Task Cross_validation_is_training() =>
        Assert.Equal("Age Income", await ColumnsIn("""
            public void Train(MLContext ml) =>
                ml.BinaryClassification.CrossValidate(ml.Data.LoadFromTextFile<Person>("people.csv"), ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()));
            """));

    [Fact]
    public async Task One_versus_all_takes_the_columns_of_the_trainer_inside() =>
        Assert.Equal("Age MaritalStatus", await ColumnsOf("""
            ml.Transforms.Conversion.MapValueToKey("Key", "MaritalStatus").Append(ml.Transforms.Concatenate("In", "Age"))
                .Append(ml.MulticlassClassification.Trainers.OneVersusAll(ml.BinaryClassification.Trainers.AveragedPerceptron("Key", "In"), "Key"))
            """));

    [Fact]
    public async Task A_type_in_several_files_is_one_unit() =>
        Assert.Equal("Age Income", await Columns(Program.Of(TrainingPrograms.Person + """
            public partial class Model
            {
                public const string RetrainFilePath = @"D:\data\people.csv";
                public static void Train(string output, string input = RetrainFilePath) { var ml = new MLContext(); var data = Load(ml, input); RetrainModel(ml, data); }
                public static IDataView Load(MLContext ml, string path) => ml.Data.LoadFromTextFile<Person>(path, ',', true);
            }
            """).With("Model.training.cs", """
            public partial class Model
            {
                public static ITransformer RetrainModel(MLContext ml, IDataView trainData) => BuildPipeline(ml).Fit(trainData);
                public static IEstimator<ITransformer> BuildPipeline(MLContext ml) => ml.Transforms.Concatenate(@"Features", new[] { @"Age" }).Append(ml.BinaryClassification.Trainers.LightGbm());
            }
            """)));

    [Fact]
    public async Task Top_level_statements_are_read() =>
        Assert.Equal("Age Income", await Columns(Program.Of("""
            var ml = new MLContext();
            var data = ml.Data.LoadFromTextFile<Person>("people.csv");
            ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);

            """ + TrainingPrograms.Person).WithTopLevelStatements()));

    [Fact]
    public async Task Nested_types_belong_to_the_outermost() =>
        Assert.Equal("Age Income", await ColumnsIn("""
            private static class Inner
            {
                public static void Train(MLContext ml) =>
                    ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Person>("people.csv"));
            }
            """));

    [Fact]
    public async Task Template_methods_of_a_base_class_take_the_derived_trainer() =>
        Assert.Equal("Age Income", await Columns(Program.Of(TrainingPrograms.Person + """
            public abstract class TrainerBase
            {
                protected readonly MLContext Ml = new();
                protected abstract IEstimator<ITransformer> Trainer { get; }
                public void Fit(string path)
                {
                    var data = Ml.Data.LoadFromTextFile<Person>(path);
                    var model = Ml.Transforms.Concatenate("Features", "Age").Append(Trainer).Fit(data);
                }
            }
            public sealed class Forest : TrainerBase { protected override IEstimator<ITransformer> Trainer => Ml.BinaryClassification.Trainers.FastForest(); }
            public static class Start { public static void Main2() => new Forest().Fit("people.csv"); }
            """)));

    [Theory]
    [InlineData("public static void Start(MLContext ml) => Train(ml, () => ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.BinaryClassification.Trainers.FastTree())); private static void Train(MLContext ml, Func<IEstimator<ITransformer>> build) => build().Fit(ml.Data.LoadFromTextFile<Person>(\"people.csv\"));")]
    [InlineData("private readonly Func<MLContext, IEstimator<ITransformer>> _build; public Trainer() => _build = ml => ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.BinaryClassification.Trainers.FastTree()); public void Train(MLContext ml) => _build(ml).Fit(ml.Data.LoadFromTextFile<Person>(\"people.csv\"));")]
    [InlineData("private static IEstimator<ITransformer> Build(MLContext ml, string column) => ml.Transforms.Concatenate(\"Features\", column).Append(ml.BinaryClassification.Trainers.FastTree()); public static void Train(MLContext ml) { Func<MLContext, string, IEstimator<ITransformer>> build = Build; build.Invoke(ml, \"Age\").Fit(ml.Data.LoadFromTextFile<Person>(\"people.csv\")); }")]
    [InlineData("public static void Train(MLContext ml, Func<MLContext, IEstimator<ITransformer>> given, bool own) { Func<MLContext, IEstimator<ITransformer>> build = c => c.Transforms.Concatenate(\"Features\", \"Age\").Append(c.BinaryClassification.Trainers.FastTree()); if (own) build = given; build(ml).Fit(ml.Data.LoadFromTextFile<Person>(\"people.csv\")); }")]
    public async Task What_a_function_gives_that_is_called_by_its_variable_is_followed(string members) =>
        Assert.Equal("Age Income", await ColumnsIn(members));

    [Theory]
    [InlineData("public static void Train(MLContext ml) { Func<MLContext, IEstimator<ITransformer>> build = null; build = c => build(c); build(ml).Fit(ml.Data.LoadFromTextFile<Person>(\"people.csv\")); }")]
    [InlineData("public Func<MLContext, IEstimator<ITransformer>> Build { get; set; } public void Train(MLContext ml) => Build(ml).Fit(ml.Data.LoadFromTextFile<Person>(\"people.csv\"));")]
    [InlineData("delegate F F(MLContext ml); static F _a = ml => _b(ml); static F _b = _a(null); static F _c = _b(null); public static void Train(MLContext ml) => ((IEstimator<ITransformer>)(object)_c(ml)).Fit(ml.Data.LoadFromTextFile<Person>(\"people.csv\"));")]
    [InlineData("delegate H G(); delegate G H(); static G _g = _h(); static H _h = _g(); public static void Train(MLContext ml) => ((IEstimator<ITransformer>)(object)_g()).Fit(ml.Data.LoadFromTextFile<Person>(\"people.csv\"));")]
    public async Task A_function_of_which_not_all_is_in_sight_is_not_assessed(string members) =>
        Assert.EndsWith("?", await ColumnsIn(members), StringComparison.Ordinal);

    [Fact]
    public async Task A_pipeline_that_is_computed_is_not_assessed() =>
        Assert.EndsWith(" ?", await ColumnsIn("""
            public void Train(MLContext ml, Func<MLContext, IEstimator<ITransformer>> build) => build(ml).Fit(ml.Data.LoadFromTextFile<Person>("people.csv"));
            """), StringComparison.Ordinal);

    [Fact]
    public async Task A_method_named_fit_that_is_no_estimators_is_no_training() =>
        Assert.Empty(await Program.Of(TrainingPrograms.Person + """
            public class Curve { public void Fit(IEnumerable<Person> people) { } }
            public static class Start { public static void Run() => new Curve().Fit(new List<Person>()); }
            """).Findings());

    [Fact]
    public async Task Rows_written_in_code_and_empty_lists_are_no_dataset() =>
        Assert.Empty(await Program.Of(TrainingPrograms.Person + """
            public static class Start
            {
                public static void Run(MLContext ml)
                {
                    var empty = ml.Data.LoadFromEnumerable(new List<Person>());
                    var model = ml.Transforms.NormalizeMinMax("Age").Fit(empty);
                }
            }
            """).Findings());

    [Fact]
    public async Task A_test_file_beside_its_training_file_is_the_same_dataset()
    {
        var finding = Assert.Single(await Program.Of(TrainingPrograms.Person + """
            public static class Start
            {
                public static void Run(MLContext ml)
                {
                    var train = ml.Data.LoadFromTextFile<Person>("people-train.csv");
                    var test = ml.Data.LoadFromTextFile<Person>("people-test.csv");
                    var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
                    var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
                }
            }
            """).Findings("RAI2001"));

        Assert.Equal("people-train.csv", finding.Properties["dataset"]);
    }

    [Fact]
    public async Task A_file_that_is_only_scored_is_no_training_data() =>
        Assert.Single(await Program.Of(TrainingPrograms.Person + """
            public static class Start
            {
                public static void Run(MLContext ml)
                {
                    var train = ml.Data.LoadFromTextFile<Person>("people.csv");
                    var fresh = ml.Data.LoadFromTextFile<Person>("to-score.csv");
                    var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
                    var scored = model.Transform(fresh);
                }
            }
            """).Findings("RAI2001"));
}
