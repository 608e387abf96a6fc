using System.Text.Json;

namespace ResponsibleAI.Cli.Tests;

/// <summary>What a map says of dataset loads: every load is there, with what its rows are used for.</summary>
public sealed class LoadMapTests
{
    private const string Row = """
        using Microsoft.ML; using Microsoft.ML.Data; using System.Net; using System.IO; using System.Linq; using System.Collections.Generic; using System.IO.Compression;
        public class Row { [LoadColumn(0)] public float X { get; set; } [LoadColumn(1)] public float Label { get; set; } }

        """;

    private static async Task<IReadOnlyList<JsonElement>> Loads(string body, string more = "")
    {
        using var repo = Repo.With(("src/App.csproj", Programs.Project), ("src/Program.cs", Row + $$"""
            public static class Program
            {
                public static void Main(string[] args)
                {
                    var ml = new MLContext();
                    {{body}}
                }
            }
            {{more}}
            """));
        var outcome = await repo.Run("map");
        Assert.Equal(0, outcome.Exit);
        using var schema = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "schema", "map.schema.json")));
        using var map = JsonDocument.Parse(outcome.Output);
        Assert.Empty(new SchemaCheck(schema.RootElement).Problems(map.RootElement));
        return [.. map.RootElement.GetProperty("projects")[0].GetProperty("loads").EnumerateArray().Select(static load => load.Clone())];
    }

    private static string Summary(JsonElement load) =>
        $"{load.GetProperty("name")} {load.GetProperty("role")} [{string.Join(",", load.GetProperty("roles").EnumerateArray())}] {load.GetProperty("roleFrom")} {load.GetProperty("divided")}";

    private const string Fit = "var model = ml.Transforms.Concatenate(\"Features\", \"X\").Append(ml.Regression.Trainers.FastTree()).Fit(data);";

    [Theory]
    [InlineData("var data = ml.Data.LoadFromTextFile<Row>(\"a.csv\"); " + Fit, "a.csv train [train] data-flow False")]
    [InlineData("var all = ml.Data.LoadFromTextFile<Row>(\"a.csv\"); var split = ml.Data.TrainTestSplit(all); var data = split.TrainSet; " + Fit + " ml.Regression.Evaluate(model.Transform(split.TestSet));", "a.csv train [train,test] data-flow True")]
    [InlineData("var data = ml.Data.LoadFromTextFile<Row>(\"a.csv\"); ml.Regression.CrossValidate(data, ml.Transforms.Concatenate(\"Features\", \"X\").Append(ml.Regression.Trainers.FastTree()));", "a.csv train [train] data-flow True")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(ml.Data.LoadFromTextFile<Row>(\"a.csv\"), false).Where(row => row.X > 0).ToList(); var data = ml.Data.LoadFromEnumerable(rows); " + Fit, "a.csv train [train] data-flow False")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(ml.Data.LoadFromTextFile<Row>(\"a.csv\"), false).ToList(); var data = ml.Data.LoadFromEnumerable(rows.Skip(9)); " + Fit + " ml.Regression.Evaluate(model.Transform(ml.Data.LoadFromEnumerable(rows.Take(9))));", "a.csv train [train,test] data-flow False")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(ml.Data.LoadFromTextFile<Row>(\"a.csv\"), false).ToList(); var data = ml.Data.LoadFromEnumerable(rows); data.Preview();", "a.csv unknown []  False")]
    [InlineData("var model = ml.Model.Load(\"m.zip\", out _); model.Transform(ml.Data.LoadFromTextFile<Row>(\"test.csv\"));", "test.csv prediction [prediction] data-flow False")]
    [InlineData("ml.Data.LoadFromTextFile<Row>(\"pump-test.csv\").Preview();", "pump-test.csv test [test] name False")]
    [InlineData("ml.Data.LoadFromTextFile<Row>(\"pump.csv\").Preview();", "pump.csv unknown []  False")]
    public async Task A_load_says_what_its_rows_are_used_for(string body, string expected) => Assert.Equal(expected, Summary(Assert.Single(await Loads(body))));

    [Fact]
    public async Task Rows_to_validate_with_are_told_from_rows_to_train_on() =>
        Assert.Equal(
            ["a.csv train [train] data-flow False", "b.csv validation [validation] data-flow False"],
            (await Loads("var train = ml.Data.LoadFromTextFile<Row>(\"a.csv\"); var valid = ml.Data.LoadFromTextFile<Row>(\"b.csv\"); ml.Regression.Trainers.FastTree().Fit(train, valid);")).Select(Summary));

    [Fact]
    public async Task Each_source_of_a_helper_has_the_role_of_its_own_use() =>
        Assert.Equal(
            ["a.csv train [train] data-flow False", "b.csv test [test] data-flow False"],
            (await Loads($"var data = Helper.Rows(ml, \"a.csv\"); {Fit} ml.Regression.Evaluate(model.Transform(Helper.Rows(ml, \"b.csv\")));", "public static class Helper { public static IDataView Rows(MLContext ml, string path) => ml.Data.LoadFromTextFile<Row>(path); }")).Select(Summary));

    [Fact]
    public async Task A_default_is_known_and_says_what_may_replace_it()
    {
        var load = Assert.Single(await Loads($"var data = ml.Data.LoadFromTextFile<Row>(args.Length > 0 ? args[0] : \"a.csv\"); {Fit}"));

        Assert.Equal(("a.csv", "known", "it may be another: command-line arguments"), (load.GetProperty("name").GetString(), load.GetProperty("resolution").GetString(), load.GetProperty("why").GetString()));
    }

    [Fact]
    public async Task A_query_gives_its_tables_and_columns()
    {
        var load = Assert.Single(await Loads($"var data = ml.Data.CreateDatabaseLoader<Row>().Load(new DatabaseSource(null!, \"\", \"SELECT X, Label FROM dbo.Pumps\")); {Fit}"));

        Assert.Equal(("database", "dbo.Pumps"), (load.GetProperty("kind").GetString(), load.GetProperty("name").GetString()));
        Assert.Equal(["X", "Label"], load.GetProperty("selects").EnumerateArray().Select(static column => column.GetString()));
    }

    [Fact]
    public async Task A_file_that_the_program_fetches_says_from_where_each_address_with_its_file()
    {
        var loads = await Loads($$"""
            Web.Download("https://example.org/1", "d", "a.csv"); Web.Download("https://example.org/pumps-2.zip", "d", "pumps-2.zip"); ZipFile.ExtractToDirectory("d/pumps-2.zip", "d/unpacked");
            var data = ml.Data.LoadFromTextFile<Row>("d/a.csv"); {{Fit}} ml.Regression.Evaluate(model.Transform(ml.Data.LoadFromTextFile<Row>("d/unpacked/b.csv")));
            """, "public static class Web { public static void Download(string url, string folder, string name) { var path = Path.Combine(folder, name); new WebClient().DownloadFile(url, path); } }");

        Assert.Equal(["d/a.csv https://example.org/1", "d/unpacked/b.csv https://example.org/pumps-2.zip", "https://example.org/1 ", "https://example.org/pumps-2.zip "], loads.Select(static load => $"{load.GetProperty("name")} {load.GetProperty("downloadedFrom")}"));
        Assert.Equal(["train", "test", "download", "download"], loads.Select(static load => load.GetProperty("role").GetString()));
    }

    [Fact]
    public async Task Pages_and_models_that_are_fetched_are_no_datasets() =>
        Assert.Empty(await Loads("new WebClient().DownloadFile(\"https://example.org/model.zip\", \"model.zip\"); new WebClient().DownloadString(\"https://example.org/news\");"));

    [Fact]
    public async Task Listings_without_a_project_are_read_with_what_they_leave_out()
    {
        using var repo = Repo.With(("Chapter 4/Listing.cs", """
            string path = @"C:\data\housing.csv";
            IDataView data = mlContext.Data.LoadFromTextFile<House>(path: path, hasHeader: true);
            var model = mlContext.Transforms.Concatenate("Features", "Rooms").Append(mlContext.Regression.Trainers.Sdca()).Fit(data);
            """));
        var outcome = await repo.Run("check");

        Assert.Contains("Chapter 4/Listing.cs(2,", outcome.Output);
        Assert.Contains("RAI2001: Dataset 'housing.csv' is loaded with no data card", outcome.Output);
    }
}
