using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Datasets;

public sealed class RAI2001Tests
{
    /// <summary>A program that trains on what the expression loads; members may declare what the expression needs.</summary>
    private static string Loading(string path, string members = "") => $$"""
        public class Row { [LoadColumn(0)] public float X { get; set; } [LoadColumn(1)] public float Label { get; set; } }
        public class Trainer
        {
            {{members}}
            public static void Train(MLContext ml)
            {
                IDataView data = ml.Data.LoadFromTextFile<Row>({{path}});
                ml.Transforms.Concatenate("Features", "X").Append(ml.Regression.Trainers.FastTree()).Fit(data);
            }
        }
        """;

    [Theory]
    [InlineData("\"data/taxi.csv\"", "")]
    [InlineData("Path.Combine(Environment.CurrentDirectory, \"Data\", \"taxi.csv\")", "")]
    [InlineData("GetAbsolutePath(\"../../../Data/taxi.csv\")", "static string GetAbsolutePath(string relative) { var root = new FileInfo(typeof(Trainer).Assembly.Location); return Path.Combine(root.Directory!.FullName, relative); }")]
    [InlineData("s_path", "static readonly string s_folder = @\"../Data\"; static string s_path = $\"{s_folder}/taxi.csv\";")]
    [InlineData("DataPath", "static string DataPath => Path.Combine(AppContext.BaseDirectory, \"taxi.csv\");")]
    [InlineData("Files.Taxi", "static class Files { public const string Folder = \"d\"; public static readonly string Taxi = Folder + \"/\" + \"taxi.csv\"; }")]
    [InlineData("File()", "static string File(string name = \"taxi.csv\") => Path.GetFullPath(Path.Combine(\"x\", name));")]
    [InlineData("string.Join(\"/\", \"data\", \"taxi.csv\")", "")]
    [InlineData("s_files[\"taxi\"]", "static readonly Dictionary<string, string> s_files = new() { [\"taxi\"] = \"taxi.csv\", [\"bus\"] = \"bus.csv\" };")]
    [InlineData("new[] { \"taxi.csv\" }.First()", "")]
    [InlineData("string.Format(\"{0}/{1}.csv\", AppDomain.CurrentDomain.BaseDirectory, \"taxi\")", "")]
    public async Task A_dataset_with_no_card_is_named_by_its_file_however_the_path_is_built(string path, string members)
    {
        var finding = Assert.Single(await Program.Of(Loading(path, members)).Findings());

        Assert.Equal("RAI2001", finding.Id);
        Assert.Equal("Dataset 'taxi.csv' is loaded with no data card", finding.GetMessage());
        Assert.Equal("train", finding.Properties["role"]);
    }

    [Theory]
    [InlineData("taxi.csv")]
    [InlineData("Data/taxi.csv")]
    [InlineData("src/App/data/TAXI.csv")]
    [InlineData("data/*.csv")]
    [InlineData("**/taxi.*")]
    public async Task A_card_that_lists_the_file_answers_it(string file)
    {
        var policy = ShippedPolicy.Snapshot with { Cards = [new DataCard { Id = "taxi", Files = [file] }] };

        Assert.Empty(await Program.Of(Loading("\"../data/taxi.csv\""), policy).Findings());
    }

    [Fact]
    public async Task A_card_of_another_file_does_not()
    {
        var policy = ShippedPolicy.Snapshot with { Cards = [new DataCard { Id = "bikes", Files = ["data/bikes.csv"] }] };

        Assert.Single(await Program.Of(Loading("\"data/taxi.csv\""), policy).Findings("RAI2001"));
    }

    [Theory]
    [InlineData("Environment.GetCommandLineArgs()[1]", "command-line arguments")]
    [InlineData("Environment.GetEnvironmentVariable(\"DATA\")", "environment variable")]
    [InlineData("Console.ReadLine()", "user input")]
    public async Task A_path_from_outside_is_not_assessed_with_the_reason(string path, string reason)
    {
        var finding = Assert.Single(await Program.Of(Loading(path)).Findings());

        Assert.Equal("RAI2003", finding.Id);
        Assert.Contains(reason, finding.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("not-assessed", finding.Properties["kind"]);
    }

    /// <summary>A helper loads whatever path it is given; the program names two.</summary>
    private static string LoadingTwice(string use) => $$"""
        public class Row { [LoadColumn(0)] public float X { get; set; } [LoadColumn(1)] public float Label { get; set; } }
        public class Trainer
        {
            private static IDataView Load(MLContext ml, string path) => ml.Data.LoadFromTextFile<Row>(path);
            public static void Train(MLContext ml)
            {
                IDataView one = Load(ml, "north.csv"), other = Load(ml, "south.csv");
                {{use}}
            }
        }
        """;

    [Fact]
    public async Task A_file_that_the_same_helper_loads_to_validate_with_is_the_same_dataset()
    {
        var validates = Program.Of(LoadingTwice("""
            ml.Transforms.Concatenate("Features", "X").Append(ml.Regression.Trainers.FastTree()).Fit(one);
            ml.Regression.Trainers.FastTree().Fit(one, other);
            """));

        Assert.Equal("north.csv", Assert.Single(await validates.Findings("RAI2001")).Properties["dataset"]);
    }

    [Fact]
    public async Task Two_files_that_a_helper_loads_to_train_on_are_two() =>
        Assert.Equal(2, (await Program.Of(LoadingTwice("""
            var pipeline = ml.Transforms.Concatenate("Features", "X").Append(ml.Regression.Trainers.FastTree());
            pipeline.Fit(one);
            pipeline.Fit(other);
            """)).Findings("RAI2001")).Count);

    /// <summary>Trains on one file and evaluates on another; the second has rows of the given type.</summary>
    private static string Evaluated(string other) => $$"""
        public class Row { [LoadColumn(0)] public float X { get; set; } [LoadColumn(1)] public float Label { get; set; } }
        public class Other { [LoadColumn(1)] public float X { get; set; } [LoadColumn(0)] public float Label { get; set; } }
        public class Trainer
        {
            public static void Train(MLContext ml)
            {
                var model = ml.Transforms.Concatenate("Features", "X").Append(ml.Regression.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Row>("spring.csv"));
                var metrics = ml.Regression.Evaluate(model.Transform({{other}}));
            }
        }
        """;

    [Fact]
    public async Task A_file_that_only_evaluates_the_model_of_the_same_rows_is_the_same_dataset() =>
        Assert.Equal("spring.csv", Assert.Single(await Program.Of(Evaluated("ml.Data.LoadFromTextFile<Row>(\"unseen_days.csv\")")).Findings("RAI2001")).Properties["dataset"]);

    [Theory]
    [InlineData("unseen_days.csv")]
    [InlineData("spring-test.csv")]
    public async Task What_the_card_of_a_file_that_only_evaluates_says_is_still_heard(string file) =>
        Assert.Equal("The data of card 'held-out' was to be kept until 2024-01-01", Assert.Single(await Program.Of(
            Evaluated($"ml.Data.LoadFromTextFile<Row>(\"{file}\")"),
            ShippedPolicy.Snapshot with { Cards = [new DataCard { Id = "held-out", Files = [file], RetentionEnded = "2024-01-01" }] }).Findings("RAI2002")).GetMessage());

    [Fact]
    public async Task One_card_for_the_training_file_and_its_test_file_is_heard_once() =>
        Assert.Single(await Program.Of(
            Evaluated("ml.Data.LoadFromTextFile<Row>(\"spring-test.csv\")"),
            ShippedPolicy.Snapshot with { Cards = [new DataCard { Id = "spring", Files = ["spring.csv", "spring-test.csv"], RetentionEnded = "2024-01-01" }] }).Findings("RAI2002"));

    [Fact]
    public async Task Rows_of_another_type_are_another_dataset() =>
        Assert.Equal(["other.csv", "spring.csv"], (await Program.Of(Evaluated("ml.Data.LoadFromTextFile<Other>(\"other.csv\")")).Findings("RAI2001")).Select(finding => finding.Properties["dataset"]).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_file_that_evaluates_beside_rows_of_unknown_origin_is_told_of()
    {
        var program = Evaluated("ml.Data.LoadFromTextFile<Row>(\"unseen_days.csv\")").Replace("(\"spring.csv\")", "(Environment.GetEnvironmentVariable(\"ROWS\"))", StringComparison.Ordinal);

        Assert.Equal("unseen_days.csv", Assert.Single(await Program.Of(program).Findings("RAI2001")).Properties["dataset"]);
    }

    /// <summary>What searches a series is fitted on an empty list, as the library's own tutorial has it.</summary>
    private static string Searched(string estimator) => $$"""
        public class Sales { [LoadColumn(0)] public string Month { get; set; } = ""; [LoadColumn(1)] public float Sold { get; set; } }
        public class Trainer
        {
            public static void Detect(MLContext ml)
            {
                IDataView data = ml.Data.LoadFromTextFile<Sales>("sold.csv");
                Find(ml, data);
            }
            private static void Find(MLContext ml, IDataView series)
            {
                var transformer = {{estimator}}.Fit(ml.Data.LoadFromEnumerable(new List<Sales>()));
                var found = transformer.Transform(series);
            }
        }
        namespace Microsoft.ML
        {
            public static class TimeSeriesCatalog
            {
                public static IEstimator<ITransformer> DetectIidSpike(this TransformsCatalog catalog, string outputColumnName, string inputColumnName, double confidence, int pvalueHistoryLength) => throw new NotImplementedException();
            }
        }
        """;

    [Fact]
    public async Task A_series_that_is_searched_for_spikes_is_data_in_use()
    {
        var finding = Assert.Single(await Program.Of(Searched("ml.Transforms.DetectIidSpike(\"Prediction\", \"Sold\", 95d, 9)")).Findings("RAI2001"));

        Assert.Equal("sold.csv", finding.Properties["dataset"]);
        Assert.Equal("train", finding.Properties["role"]);
    }

    [Fact]
    public async Task Rows_that_a_finished_model_scores_are_still_none() =>
        Assert.Empty(await Program.Of(Searched("ml.Transforms.Concatenate(\"Features\", \"Sold\").Append(ml.Regression.Trainers.FastTree(\"Sold\"))")).Findings("RAI2001"));

    [Fact]
    public async Task Patterns_of_one_folder_load_are_one_dataset()
    {
        var finding = Assert.Single(await Program.Of("""
            public class Picture { [LoadColumn(0)] public string Path { get; set; } = ""; [LoadColumn(1)] public string Label { get; set; } = ""; }
            public class Trainer
            {
                public static void Train(MLContext ml)
                {
                    var rows = new List<Picture>();
                    rows.AddRange(Directory.GetFiles("real", "*.jpg").Select(file => new Picture { Path = file, Label = "real" }));
                    rows.AddRange(Directory.GetFiles("fake", "*.jpg").Select(file => new Picture { Path = file, Label = "fake" }));
                    ml.Transforms.Conversion.MapValueToKey("Label").Append(ml.Transforms.Text.FeaturizeText("Features", "Path")).Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy()).Fit(ml.Data.LoadFromEnumerable(rows));
                }
            }
            """).Findings("RAI2001"));

        Assert.Equal("Dataset 'real/*.jpg' (with one more file) is loaded with no data card", finding.GetMessage());
    }
}
