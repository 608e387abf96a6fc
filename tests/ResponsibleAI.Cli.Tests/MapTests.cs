using System.Text.Json;

namespace ResponsibleAI.Cli.Tests;

public sealed class MapTests
{
    [Fact]
    public async Task A_map_keeps_to_the_published_schema()
    {
        using var repo = Repo.OfPeople(("rai/policy.yaml", Programs.Policy), ("rai/cards/people.datacard.yaml", Programs.Card), ("old/Old.cs", "using Microsoft.ML.Legacy; class Old { }"));
        using var schema = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "schema", "map.schema.json")));
        using var map = await Map(repo);

        Assert.Empty(new SchemaCheck(schema.RootElement).Problems(map.RootElement));
    }

    [Fact]
    public async Task A_folder_that_is_named_with_a_slash_at_its_end_holds_each_project_once()
    {
        using var repo = Repo.With(("People.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />"), ("People.cs", "class People { }"));

        var outcome = await repo.Run("map", repo.Root + Path.DirectorySeparatorChar);

        using var map = JsonDocument.Parse(outcome.Output);
        Assert.Equal("People.csproj", Assert.Single(map.RootElement.GetProperty("projects").EnumerateArray()).GetProperty("path").GetString());
    }

    [Fact]
    public async Task The_schema_check_would_notice_a_wrong_map()
    {
        using var schema = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "schema", "map.schema.json")));
        using var wrong = JsonDocument.Parse("""{ "schema": "rai/map/1", "projects": [{ "path": 1, "extra": 2 }] }""");

        var problems = new SchemaCheck(schema.RootElement).Problems(wrong.RootElement);

        Assert.Contains("$.projects[].path: type", problems);
        Assert.Contains("$.projects[]: additional: extra", problems);
        Assert.Contains("$.projects[]: required: loads", problems);
    }

    [Theory]
    [InlineData("Age", "feature", "True", "user.demographic.age_range")]
    [InlineData("HoursPerWeek", "feature", "True", "user")]
    [InlineData("Label", "label", "False", "user")]
    [InlineData("MaritalStatus", "dropped", "False", "user.demographic.marital_status")]
    [InlineData("Sex", "unused", "False", "user.demographic.gender")]
    [InlineData("PersonId", "id", "False", "user.unique_id")]
    public async Task A_column_says_what_becomes_of_it(string name, string role, string reachesFeatures, string category)
    {
        using var repo = Repo.OfPeople();
        using var map = await Map(repo);

        var row = Assert.Single(Project(map).GetProperty("rowTypes").EnumerateArray());
        var column = row.GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("name").GetString() == name);
        Assert.Equal(role, column.GetProperty("role").GetString());
        Assert.Equal(reachesFeatures, column.GetProperty("reachesFeatures").ToString());
        Assert.StartsWith(category, column.GetProperty("category").GetString());
    }

    [Fact]
    public async Task Rows_that_are_only_embedded_are_drawn_with_the_columns_that_are()
    {
        using var repo = Repo.With(("Index.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />"), ("Index.cs", """
            using System.Collections.Generic; using System.Threading.Tasks; using OpenAI.Embeddings;
            public class Contact { public int Id { get; set; } public string FirstName { get; set; } public string Email { get; set; } public string Notes { get; set; } }
            public class SearchRequest { public string Query { get; set; } }
            public class Embedder(EmbeddingClient client) { public Task Embed(string text) => client.GenerateEmbeddingAsync(text); }
            public class Index(Embedder embedder, List<Contact> contacts)
            {
                public async Task Build() { foreach (var contact in contacts) await embedder.Embed($"{contact.FirstName}: {contact.Notes}"); }
                public Task Search(SearchRequest request) => embedder.Embed(request.Query);
            }
            """));
        using var map = await Map(repo);

        var row = Assert.Single(Project(map).GetProperty("rowTypes").EnumerateArray());
        Assert.Equal("Contact", row.GetProperty("name").GetString());
        Assert.True(row.GetProperty("embedded").GetBoolean());
        Assert.False(row.GetProperty("loaded").GetBoolean());
        Assert.Equal(["unknown", "embedded", "unknown", "embedded"], row.GetProperty("columns").EnumerateArray().Select(static column => column.GetProperty("role").GetString()));
    }

    [Fact]
    public async Task A_row_type_says_whom_it_is_about_and_a_column_which_way_it_takes()
    {
        using var repo = Repo.OfPeople();
        using var map = await Map(repo);

        var row = Project(map).GetProperty("rowTypes")[0];
        Assert.Equal("CensusRow", row.GetProperty("name").GetString());
        Assert.Equal(2, row.GetProperty("line").GetInt32());
        Assert.True(row.GetProperty("loaded").GetBoolean());
        Assert.True(row.GetProperty("subject").GetProperty("aboutPeople").GetBoolean());
        Assert.Contains("'PersonId'", row.GetProperty("subject").GetProperty("why").GetString());
        Assert.Equal(["Concatenate", "SdcaLogisticRegression"], row.GetProperty("columns")[0].GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_load_says_what_it_loads_and_a_model_where_it_goes()
    {
        using var repo = Repo.OfPeople(("rai/policy.yaml", Programs.Policy), ("rai/cards/people.datacard.yaml", Programs.Card));
        using var map = await Map(repo);

        var load = Assert.Single(Project(map).GetProperty("loads").EnumerateArray());
        Assert.Equal(("people.csv", "known", "train", "people", 16), (load.GetProperty("name").GetString(), load.GetProperty("resolution").GetString(), load.GetProperty("role").GetString(), load.GetProperty("card").GetString(), load.GetProperty("line").GetInt32()));
        var model = Assert.Single(Project(map).GetProperty("models").EnumerateArray());
        Assert.Equal("SdcaLogisticRegression", model.GetProperty("trainers")[0].GetString());
        Assert.True(model.GetProperty("aboutPeople").GetBoolean());
        Assert.False(model.GetProperty("checked").GetBoolean());
        Assert.Equal(19, Assert.Single(model.GetProperty("saves").EnumerateArray()).GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task What_cannot_be_seen_is_unknown_with_the_reason()
    {
        using var repo = Repo.OfPeople();
        repo.Add("src/Program.cs", Programs.People.Replace("Main()", "Main(string[] args)").Replace("\"people.csv\"", "args[0]"));
        using var map = await Map(repo);

        var load = Project(map).GetProperty("loads")[0];
        Assert.Equal("unknown", load.GetProperty("resolution").GetString());
        Assert.Equal(JsonValueKind.Null, load.GetProperty("name").ValueKind);
        Assert.Equal("command-line arguments", load.GetProperty("why").GetString());
    }

    [Fact]
    public async Task Columns_that_are_written_out_once_are_one_row_type_however_often_they_are_loaded()
    {
        using var repo = Repo.With(("Train.cs", """
            using Microsoft.ML; using Microsoft.ML.Data;
            public static class Trainer
            {
                public static void Main()
                {
                    var ml = new MLContext();
                    var loader = ml.Data.CreateTextLoader(new[]
                    {
                        new TextLoader.Column("Age", DataKind.Single, 0),
                        new TextLoader.Column("Label", DataKind.Single, 1),
                    });
                    var train = loader.Load("train.csv");
                    var test = loader.Load("test.csv");
                    var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.Sdca()).Fit(train);
                    ml.Regression.Evaluate(model.Transform(test));
                }
            }
            """));
        using var map = await Map(repo);

        var row = Assert.Single(Project(map).GetProperty("rowTypes").EnumerateArray());
        Assert.Equal((JsonValueKind.Null, 9), (row.GetProperty("name").ValueKind, row.GetProperty("line").GetInt32()));
        Assert.Equal(["feature", "label"], row.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("role").GetString()));
        Assert.Equal(["train", "test"], Project(map).GetProperty("loads").EnumerateArray().Select(load => load.GetProperty("role").GetString()));
    }

    [Fact]
    public async Task Rows_that_are_made_of_other_rows_are_drawn_when_something_is_trained_on_them()
    {
        using var repo = Repo.With(("src/App.csproj", Programs.Project), ("src/Program.cs", """
            using System.Linq; using Microsoft.ML; using Microsoft.ML.Data;
            public class Delivery { [LoadColumn(0)] public float CustomerId { get; set; } [LoadColumn(1)] public string Address { get; set; } = ""; [LoadColumn(2)] public float Litres { get; set; } }
            public class Usage { public float CustomerId { get; set; } public float Litres { get; set; } }
            public class Shown { public float CustomerId { get; set; } }
            public static class Program
            {
                public static void Main()
                {
                    var ml = new MLContext();
                    var deliveries = ml.Data.CreateEnumerable<Delivery>(ml.Data.LoadFromTextFile<Delivery>("deliveries.csv"), false).ToList();
                    ml.Data.LoadFromEnumerable(deliveries.Select(d => new Shown { CustomerId = d.CustomerId })).Preview();
                    var usage = ml.Data.LoadFromEnumerable(deliveries.Select(d => new Usage { CustomerId = d.CustomerId, Litres = d.Litres / 7 }));
                    ml.Transforms.Concatenate("Features", "CustomerId").Append(ml.Regression.Trainers.Sdca("Litres")).Fit(usage);
                }
            }
            """));
        using var map = await Map(repo);

        var rows = Project(map).GetProperty("rowTypes").EnumerateArray().ToDictionary(static row => row.GetProperty("name").GetString()!);
        Assert.Equal(["Delivery", "Usage"], rows.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["feature", "unknown", "label"], rows["Delivery"].GetProperty("columns").EnumerateArray().Select(static column => column.GetProperty("role").GetString()));
        Assert.Equal(["feature", "label"], rows["Usage"].GetProperty("columns").EnumerateArray().Select(static column => column.GetProperty("role").GetString()));
    }

    [Fact]
    public async Task A_row_type_that_nothing_loads_is_listed_as_such()
    {
        using var repo = Repo.With(("rows/Person.cs", Programs.Person));
        using var map = await Map(repo);

        var row = Assert.Single(Project(map).GetProperty("rowTypes").EnumerateArray());
        Assert.False(row.GetProperty("loaded").GetBoolean());
        var column = row.GetProperty("columns")[0];
        Assert.Equal(("unknown", "unknown"), (column.GetProperty("reachesFeatures").ToString(), column.GetProperty("role").GetString()));
    }

    [Fact]
    public async Task A_row_type_that_another_project_loads_is_drawn_there()
    {
        using var repo = Repo.With(
            ("app/App.csproj", Programs.Project.Replace("</Project>", "<ItemGroup><ProjectReference Include=\"..\\rows\\Rows.csproj\" /></ItemGroup></Project>")),
            ("app/Program.cs", "using Microsoft.ML;\n" + Programs.People.Replace(Programs.Person, "")),
            ("rows/Rows.csproj", Programs.Project.Replace("<OutputType>Exe</OutputType>", "")),
            ("rows/Rows.cs", Programs.Person));
        using var map = await Map(repo);

        var row = Assert.Single(map.RootElement.GetProperty("projects").EnumerateArray().SelectMany(static project => project.GetProperty("rowTypes").EnumerateArray()));
        Assert.True(row.GetProperty("loaded").GetBoolean());
        Assert.Equal("rows/Rows.cs", row.GetProperty("file").GetString());
        Assert.Equal("feature", row.GetProperty("columns")[0].GetProperty("role").GetString());
    }

    [Theory]
    [InlineData("PersonId", "id", """var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.Sdca()).Fit(data);""")]
    [InlineData("PersonId", "feature", """var model = ml.Transforms.Concatenate("Features", "Age", "PersonId").Append(ml.Regression.Trainers.Sdca()).Fit(data);""")]
    [InlineData("Sex", "unused", """var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.Sdca()).Fit(data);""")]
    [InlineData("Sex", "unknown", """var preview = data.Preview();""")]
    [InlineData("PersonId", "unknown", """var preview = data.Preview();""")]
    [InlineData("Sex", "unknown", """var model = Other.Pipelines.Make(ml).Append(ml.Regression.Trainers.Sdca()).Fit(data);""")]
    [InlineData("PersonId", "unknown", """var model = Other.Pipelines.Make(ml).Append(ml.Regression.Trainers.Sdca()).Fit(data);""")]
    public async Task A_column_is_unused_or_an_id_only_where_all_training_on_it_is_in_sight(string name, string role, string use)
    {
        using var repo = Repo.With(("Train.cs", Programs.Person + $$"""
            public static class Trainer
            {
                public static void Main()
                {
                    var ml = new MLContext();
                    var data = ml.Data.LoadFromTextFile<CensusRow>("people.csv");
                    {{use}}
                }
            }
            """));
        using var map = await Map(repo);

        var row = Assert.Single(Project(map).GetProperty("rowTypes").EnumerateArray());
        Assert.Equal(role, row.GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("name").GetString() == name).GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_model_that_is_appended_to_fitted_transforms_is_saved_with_them()
    {
        using var repo = Repo.With(("Train.cs", Programs.Person + """
            public static class Trainer
            {
                public static void Main()
                {
                    var ml = new MLContext();
                    var data = ml.Data.LoadFromTextFile<CensusRow>("people.csv");
                    ITransformer fitted = ml.Transforms.Concatenate("Features", "Age").Fit(data);
                    var model = fitted.Append(ml.Regression.Trainers.Sdca().Fit(fitted.Transform(data)));
                    ml.Model.Save(model, data.Schema, "model.zip");
                }
            }
            """));
        using var map = await Map(repo);

        var model = Assert.Single(Project(map).GetProperty("models").EnumerateArray(), static model => model.GetProperty("trainers").GetArrayLength() > 0);
        Assert.Equal(("saved", 19), (model.GetProperty("saves")[0].GetProperty("kind").GetString(), model.GetProperty("saves")[0].GetProperty("line").GetInt32()));
    }

    private static async Task<JsonDocument> Map(Repo repo)
    {
        var outcome = await repo.Run("map");
        Assert.Equal(0, outcome.Exit);
        return JsonDocument.Parse(outcome.Output);
    }

    private static JsonElement Project(JsonDocument map) => map.RootElement.GetProperty("projects").EnumerateArray().Last();
}
