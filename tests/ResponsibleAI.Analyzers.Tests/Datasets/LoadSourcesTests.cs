using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Datasets;

/// <summary>What a load loads, what it is used for, and that one rule alone speaks of it.</summary>
public sealed class LoadSourcesTests
{
    private const string Row = "public class Row { [LoadColumn(0)] public float X { get; set; } [LoadColumn(1)] public float Label { get; set; } }\n";

    private const string Fit = "var model = ml.Transforms.Concatenate(\"Features\", \"X\").Append(ml.Regression.Trainers.FastTree()).Fit(data);";

    private static async Task<string[]> Said(string body, string members = "", string more = "", PolicySnapshot? policy = null) =>
        [.. (await Program.Of(Row + $$"""
            public class Trainer
            {
                {{members}}
                public static void Main(string[] args)
                {
                    var ml = new MLContext();
                    {{body}}
                }
            }
            {{more}}
            """, policy).WithTopLevelStatements().Broken().Findings()).Where(finding => finding.Id.StartsWith("RAI2", StringComparison.Ordinal)).Select(finding => $"{finding.Id}: {finding.GetMessage()}")];

    [Theory]
    [InlineData("args.Length > 0 ? args[0] : \"data.csv\"", "command-line arguments")]
    [InlineData("Environment.GetEnvironmentVariable(\"DATA\") ?? \"data.csv\"", "environment variable")]
    public async Task A_default_that_may_be_replaced_is_one_finding_with_the_reason(string path, string reason) =>
        Assert.Equal([$"RAI2001: Dataset 'data.csv' is loaded with no data card; what else it may load cannot be seen: {reason}"], await Said($"var data = ml.Data.LoadFromTextFile<Row>({path}); {Fit}"));

    [Fact]
    public async Task A_default_with_a_card_leaves_what_may_replace_it_not_assessed() =>
        Assert.StartsWith("RAI2003: Which dataset is loaded here cannot be seen", Assert.Single(await Said($"var data = ml.Data.LoadFromTextFile<Row>(args.Length > 0 ? args[0] : \"data.csv\"); {Fit}", policy: ShippedPolicy.Snapshot with { Cards = [new DataCard { Id = "data", Files = ["data.csv"] }] })), StringComparison.Ordinal);

    [Theory]
    [InlineData("Load(ml, args.Length > 0 ? \"\" : \"people\")", "static IDataView Load(MLContext ml, string name) { name = name == \"\" ? \"people\" : name; return ml.Data.LoadFromTextFile<Row>(name + \".csv\"); }")]
    [InlineData("Load(ml, \"people.csv\")", "static IDataView Load(MLContext ml, string name) => ml.Data.LoadFromTextFile<Row>(name.EndsWith(\".csv\") ? name : name + \".csv\");")]
    public async Task A_name_before_it_is_finished_is_no_dataset_of_its_own(string data, string members) =>
        Assert.Equal(["RAI2001: Dataset 'people.csv' is loaded with no data card"], await Said($"var data = {data}; {Fit}", members));

    [Fact]
    public async Task A_default_folder_that_a_file_name_is_added_to_is_no_dataset_of_its_own() =>
        Assert.Equal(["RAI2001: Dataset 'people.csv' is loaded with no data card"], await Said(
            "new Trainer().With(\"people.csv\").Run(ml);",
            $"string _path = Path.Combine(AppDomain.CurrentDomain.BaseDirectory, \"Data\"); Trainer With(string file) {{ _path = Path.Combine(_path, file); return this; }} void Run(MLContext ml) {{ var data = ml.Data.LoadFromTextFile<Row>(_path); {Fit} }}"));

    [Fact]
    public async Task A_path_that_may_come_from_elsewhere_is_not_taken_for_the_folder_of_the_default() =>
        Assert.Equal(["RAI2001: Dataset 'data.csv' is loaded with no data card; what else it may load cannot be seen: command-line arguments"], await Said(
            $"var data = ml.Data.LoadFromTextFile<Row>(args.Length > 0 ? args[0] : Path.Combine(Environment.GetEnvironmentVariable(\"HOME\")!, \"data.csv\")); {Fit}"));

    [Theory]
    [InlineData("people.csv", "people-test.csv")]
    [InlineData("people.csv", "test_people.csv")]
    [InlineData("people_train.csv", "people_test.csv")]
    [InlineData("train.csv", "test.csv")]
    public async Task The_test_file_beside_its_training_file_is_the_same_dataset_also_when_one_helper_loads_both(string train, string test) =>
        Assert.Equal([$"RAI2001: Dataset '{train}' is loaded with no data card"], await Said(
            $"var data = Load(ml, \"{train}\"); {Fit} ml.Regression.Evaluate(model.Transform(Load(ml, \"{test}\")));",
            "static IDataView Load(MLContext ml, string path) => ml.Data.LoadFromTextFile<Row>(path);"));

    [Fact]
    public async Task Two_files_of_other_names_are_two_datasets() =>
        Assert.Equal(2, (await Said($"var data = Load(ml, \"people.csv\"); {Fit} ml.Regression.Evaluate(model.Transform(Load(ml, \"houses-test.csv\")));", "static IDataView Load(MLContext ml, string path) => ml.Data.LoadFromTextFile<Row>(path);")).Length);

    [Theory]
    [InlineData("foreach (var line in File.ReadAllLines(\"rows.csv\")) rows.Add(new Row { X = float.Parse(line) });")]
    [InlineData("var lines = File.ReadAllLines(\"rows.csv\"); lines.ToList().ForEach(line => { var cells = line.Split(','); rows.Add(new Row { X = float.Parse(cells[0]) }); });")]
    public async Task Rows_made_of_the_lines_of_a_file_are_told_of_where_the_file_is_read(string read)
    {
        var finding = Assert.Single(await Program.Of(Row + $$"""
            public static class Trainer
            {
                public static void Train(MLContext ml)
                {
                    var rows = new List<Row>();
                    {{read}}
                    var data = ml.Data.LoadFromEnumerable(rows);
                    {{Fit}}
                }
            }
            """).Findings("RAI2001"));

        Assert.Equal("Dataset 'rows.csv' is loaded with no data card", finding.GetMessage());
        Assert.StartsWith("ReadAllLines", finding.Location.SourceTree!.ToString().Substring(finding.Location.SourceSpan.Start), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("foreach (var order in new Shop().Orders) { keys[order.Customer] = next++; rows.Add(new Row { X = keys[order.Customer] }); }", true)]
    [InlineData("foreach (var order in new Shop().Orders) Log(order.Customer); rows.Add(new Row { X = next });", false)]
    [InlineData("foreach (var at in new[] { 1, 2 }) rows.Add(new Row { X = at });", false)]
    public async Task Rows_that_are_made_for_each_row_of_a_table_come_from_the_table(string made, bool fromTable) =>
        Assert.Equal(fromTable ? ["RAI2001: Table 'Orders' is loaded with no data card"] : [], await Said(
            $"var next = 0; var keys = new Dictionary<string, int>(); var rows = new List<Row>(); {made} var data = ml.Data.LoadFromEnumerable(rows); {Fit}",
            "static void Log(string text) { }",
            "public class DbSet<T> : List<T> { } public class Order { public string Customer { get; set; } } public class Shop { public DbSet<Order> Orders { get; set; } }"));

    [Fact]
    public async Task A_file_that_a_helper_is_given_is_told_of_where_its_rows_are_loaded()
    {
        var findings = await Program.Of(Row + """
            public class Trainer
            {
                public void Train(MLContext ml)
                {
                    var data = ml.Data.LoadFromEnumerable(Files.Rows("data.csv"));
                    ml.Transforms.Concatenate("Features", "X").Append(ml.Regression.Trainers.FastTree()).Fit(data);
                }
            }
            public static class Files
            {
                public static IEnumerable<Row> Rows(string path) => File.ReadAllLines(path).Skip(1).Select(line => line.Split(',')).Select(cells => new Row { X = float.Parse(cells[0]) });
            }
            """).Findings("RAI2001");
        var place = Assert.Single(findings).Location;

        Assert.StartsWith("LoadFromEnumerable(", place.SourceTree!.GetText().ToString(place.SourceSpan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_must_not_be_null_is_known() =>
        Assert.Equal(["RAI2001: Dataset 'data.csv' is loaded with no data card"], await Said("new Trainer(\"data.csv\").Run(ml);", $"readonly string _path; Trainer(string path) => _path = path ?? throw new ArgumentNullException(nameof(path)); void Run(MLContext ml) {{ var data = ml.Data.LoadFromTextFile<Row>(_path); {Fit} }}"));

    [Theory]
    [InlineData("var cleaned = Path.ChangeExtension(file, \".cleaned.csv\");", "data.cleaned.csv")]
    [InlineData("var ending = Path.GetExtension(file); var cleaned = file.Replace(ending, $\"_cleaned{ending}\");", "data_cleaned.csv")]
    [InlineData("var cleaned = file.Replace(\".csv\", \".tsv\");", "data.tsv")]
    [InlineData("var cleaned = Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file) + \"2\" + Path.GetExtension(file));", "data2.csv")]
    public async Task A_cleaned_copy_is_named_after_its_file_also_in_a_folder_that_is_not_in_sight(string name, string dataset) =>
        Assert.Contains($"RAI2001: Dataset '{dataset}' is loaded with no data card", Assert.Single(await Said($"var data = ml.Data.LoadFromTextFile<Row>(Clean(Path.Combine(Environment.GetEnvironmentVariable(\"DATA\")!, \"data.csv\"))); {Fit}",
            $"static string Clean(string file) {{ {name} File.WriteAllLines(cleaned, File.ReadLines(file).Where(line => line.Length > 0)); return cleaned; }}")), StringComparison.Ordinal);

    [Fact]
    public async Task A_name_that_is_chosen_at_run_time_stays_unknown_whatever_its_ending_becomes() =>
        Assert.StartsWith("RAI2003:", Assert.Single(await Said($"var data = ml.Data.LoadFromTextFile<Row>(Path.ChangeExtension(Environment.GetEnvironmentVariable(\"DATA\")!, \".csv\")); {Fit}")), StringComparison.Ordinal);

    [Fact]
    public async Task The_program_itself_is_the_first_word_of_its_command_line() =>
        Assert.Equal(["RAI2001: Dataset 'data.csv' is loaded with no data card"], await Said($"var data = ml.Data.LoadFromTextFile<Row>(Path.Combine(Path.GetDirectoryName(Environment.GetCommandLineArgs()[0])!, \"data.csv\")); {Fit}"));

    [Theory]
    [InlineData("new MultiFileSource(\"d/01.csv\", \"d/02.csv\", \"d/03.csv\")", "'01.csv' (with 2 more files)")]
    [InlineData("\"d/01.csv\", \"d/02.csv\"", "'01.csv' (with one more file)")]
    [InlineData("Directory.GetFiles(\"d\", \"*.csv\")", "'d/*.csv'")]
    [InlineData("new MultiFileSource(Directory.GetFiles(\"d\", \"*.csv\", SearchOption.AllDirectories))", "'d/**/*.csv'")]
    public async Task Files_that_are_read_together_are_one_dataset(string files, string named) =>
        Assert.Equal([$"RAI2001: Dataset {named} is loaded with no data card"], await Said($"var data = ml.Data.CreateTextLoader<Row>().Load({files}); {Fit}"));

    [Theory]
    [InlineData("s_files[1]", "b.csv")]
    [InlineData("s_files[args.Length]", "a.csv|b.csv|c.csv")]
    [InlineData("new[] { \"a.csv\", \"b.csv\" }[0]", "a.csv")]
    public async Task A_place_in_an_array_that_is_written_out_is_that_file(string path, string files) =>
        Assert.Equal(files.Split('|').Select(static file => $"RAI2001: Dataset '{file}' is loaded with no data card"), (await Said(
            $"var data = ml.Data.LoadFromTextFile<Row>({path}); {Fit}", "static readonly string[] s_files = { \"a.csv\", \"b.csv\", \"c.csv\" };")).Order());

    [Theory]
    [InlineData("\"*\"")]
    [InlineData("\"*.*\", SearchOption.AllDirectories")]
    public async Task Any_file_of_a_folder_that_is_not_in_sight_is_no_name(string pattern) =>
        Assert.StartsWith("RAI2003: ", Assert.Single(await Said($"var data = ml.Data.CreateTextLoader<Row>().Load(Directory.GetFiles(args[0], {pattern})); {Fit}")), StringComparison.Ordinal);

    [Fact]
    public async Task Rows_that_are_put_together_come_from_both_files() =>
        Assert.Equal(["RAI2001: Dataset 'red.csv' is loaded with no data card", "RAI2001: Dataset 'white.csv' is loaded with no data card"], (await Said(
            $"var data = ml.Data.LoadFromEnumerable(Read(\"white.csv\").Concat(Read(\"red.csv\"))); {Fit}",
            "static List<Row> Read(string path) { var rows = new List<Row>(); using var reader = new StreamReader(path); while (reader.ReadLine() is { } line) rows.Add(new Row { X = float.Parse(line) }); return rows; }")).Order());

    [Fact]
    public async Task What_an_assembly_carries_is_a_dataset() =>
        Assert.Equal(["RAI2001: Dataset 'App.rows.csv' is loaded with no data card"], await Said(
            $"var data = ml.Data.LoadFromEnumerable(Read()); {Fit}",
            "static List<Row> Read() { var rows = new List<Row>(); using var reader = new StreamReader(typeof(Row).Assembly.GetManifestResourceStream(\"App.rows.csv\")!); while (reader.ReadLine() is { } line) rows.Add(new Row { X = float.Parse(line) }); return rows; }"));

    [Fact]
    public async Task A_card_for_a_file_of_the_folder_covers_the_folder() =>
        Assert.Empty(await Said($"var data = ml.Data.CreateTextLoader<Row>().Load(Directory.GetFiles(\"d\", \"*.csv\")); {Fit}", policy: ShippedPolicy.Snapshot with { Cards = [new DataCard { Id = "d", Files = ["d/a.csv"] }] }));

    [Theory]
    [InlineData("File.ReadLines(\"rows.csv\").Skip(1).Select(Parse)", "static Row Parse(string line) => new() { X = float.Parse(line) };", "Dataset 'rows.csv'")]
    [InlineData("System.Text.Json.JsonSerializer.Deserialize<List<Row>>(File.ReadAllText(\"rows.json\"))!", "", "Dataset 'rows.json'")]
    [InlineData("(IEnumerable<Row>)new Missing.CsvReader(new StreamReader(\"rows.csv\"), null).GetRecords<Row>()", "", "Dataset 'rows.csv'")]
    [InlineData("Rows()", "static IEnumerable<Row> Rows() { using var db = new Context(); foreach (var row in db.Measurements.Where(row => row.X > 0)) yield return row; }", "Table 'Measurements'")]
    [InlineData("new Store().All()", "class Store { private readonly DbSet<Row> _set = new(); public List<Row> All() => _set.ToList(); }", "Table 'Row'")]
    [InlineData("(IEnumerable<Row>)new Missing.Connection().Query<Row>(\"SELECT x, label FROM dbo.Pumps\")", "", "Table 'dbo.Pumps'")]
    public async Task Rows_in_memory_are_named_by_where_they_were_read(string rows, string members, string named) =>
        Assert.Equal([$"RAI2001: {named} is loaded with no data card"], await Said($"var data = ml.Data.LoadFromEnumerable<Row>({rows}); {Fit}", members, """
            public class DbSet<T> : List<T> { }
            public class Context : IDisposable { public DbSet<Row> Measurements { get; set; } = new(); public void Dispose() { } }
            """));

    [Fact]
    public async Task Rows_that_are_made_in_code_are_no_dataset() =>
        Assert.Empty(await Said($"var rows = new List<Row>(); var random = new Random(1); for (var i = 0; i < 9; i++) rows.Add(new Row {{ X = (float)random.NextDouble() }}); var data = ml.Data.LoadFromEnumerable(rows); {Fit}"));

    [Fact]
    public async Task Rows_that_cannot_be_seen_are_not_assessed() =>
        Assert.StartsWith("RAI2003: Which dataset is loaded here cannot be seen at compile time: the rows come from memory: ", Assert.Single(await Said($"var data = ml.Data.LoadFromEnumerable(Given()); {Fit}", "static List<Row> Given() => Elsewhere; public static List<Row> Elsewhere { get; set; } = Newtonsoft.Rows.Get();")), StringComparison.Ordinal);

    [Theory]
    [InlineData("SELECT x, label FROM T", new string[0])]
    [InlineData("SELECT x, ssn, label FROM T", new[] { "RAI2004: The query selects 'ssn', and data card 't' says that column 'ssn' was removed" })]
    [InlineData("SELECT x, other FROM T", new[] { "RAI2004: The query selects 'other', and data card 't' has no such column" })]
    [InlineData("SELECT * FROM T", new string[0])]
    public async Task Columns_of_a_query_are_compared_with_the_card(string query, string[] expected) =>
        Assert.Equal(expected, await Said($"var data = ml.Data.CreateDatabaseLoader<Row>().Load(new DatabaseSource(null!, \"\", \"{query}\")); {Fit}", policy: ShippedPolicy.Snapshot with
        {
            Cards = [new DataCard { Id = "t", Files = ["T"], Columns = [new CardColumn("x", [], null, ""), new CardColumn("label", [], null, ""), new CardColumn("ssn", [], null, "removed")] }],
        }));

    [Fact]
    public async Task A_query_whose_provider_does_not_compile_still_names_its_tables() =>
        Assert.Equal(["RAI2001: Tables 'A' and 'B' are loaded with no data card"], await Said($"var data = ml.Data.CreateDatabaseLoader<Row>().Load(new DatabaseSource(Missing.Factory, \"\", \"SELECT x FROM A JOIN B ON 1 = 1\")); {Fit}"));

    [Theory]
    [InlineData("MSLRWeb10KTrain720k.tsv", "MSLRWeb10KValidate240k.tsv")]
    [InlineData("pump_tr.csv", "pump_te.csv")]
    [InlineData("pump-train.csv", "pump-val.csv")]
    [InlineData("train.txt", "dev.txt")]
    public async Task A_test_file_beside_its_training_file_is_the_same_dataset(string train, string test) =>
        Assert.Equal([$"RAI2001: Dataset '{train}' is loaded with no data card"], await Said($"var data = ml.Data.LoadFromTextFile<Row>(\"{train}\"); var other = ml.Data.LoadFromTextFile<Row>(\"{test}\"); {Fit} ml.Regression.Evaluate(model.Transform(other));"));

    [Theory]
    [InlineData("01.csv", "02.csv")]
    [InlineData("train.txt", "devices.txt")]
    public async Task Files_of_other_names_that_two_loads_name_are_two_datasets(string one, string second) =>
        Assert.Equal(2, (await Said($"var data = ml.Data.LoadFromTextFile<Row>(\"{one}\"); var other = ml.Data.LoadFromTextFile<Row>(\"{second}\"); {Fit} ml.Regression.CrossValidate(other, ml.Transforms.Concatenate(\"Features\", \"X\").Append(ml.Regression.Trainers.FastTree()));")).Length);

    [Fact]
    public async Task Rows_that_a_model_only_scores_need_no_card() =>
        Assert.Empty(await Said("var model = ml.Model.Load(\"model.zip\", out _); var data = ml.Data.LoadFromTextFile<Row>(\"today.csv\"); model.Transform(data);"));

    [Fact]
    public async Task Rows_that_are_scored_where_another_type_trains_need_no_card() =>
        Assert.Equal(["RAI2001: Dataset 'data.csv' is loaded with no data card"], await Said($"var data = ml.Data.LoadFromTextFile<Row>(\"data.csv\"); {Fit}", more: """
            public static class Scorer
            {
                public static void Score(MLContext ml)
                {
                    var engine = ml.Model.CreatePredictionEngine<Row, Row>(ml.Model.Load("model.zip", out _));
                    foreach (var row in ml.Data.CreateEnumerable<Row>(ml.Data.LoadFromTextFile<Row>("today.csv"), false))
                        engine.Predict(row);
                }
            }
            """));

    [Theory]
    [InlineData("lines.ToList().ForEach(line => { var cells = line.Split(','); rows.Add(new Row { X = float.Parse(cells[0]) }); });")]
    [InlineData("lines.ToList().ForEach(line => rows.Add(new Row { X = float.Parse(line) }));")]
    [InlineData("Array.ForEach(lines, line => rows.Add(new Row { X = line.Length }));")]
    [InlineData("foreach (var line in lines) rows.Add(new Row { X = float.Parse(line) });")]
    public async Task Rows_that_code_makes_of_lines_are_of_the_file(string fill) =>
        Assert.Equal(["RAI2001: Dataset 'pump.csv' is loaded with no data card"], await Said($"var lines = File.ReadAllLines(\"pump.csv\"); var rows = new System.Collections.Generic.List<Row>(); {fill} var data = ml.Data.LoadFromEnumerable(rows); {Fit}"));

    [Theory]
    [InlineData("Enumerable.Range(0, 9).ToList().ForEach(i => rows.Add(new Row { X = i }));")]
    [InlineData("rows.Add(new Row { X = 1 });")]
    [InlineData("Action add = () => rows.Add(new Row { X = 1 }); add();")]
    public async Task Rows_that_code_makes_of_nothing_are_no_dataset(string fill) =>
        Assert.Empty(await Said($"var rows = new System.Collections.Generic.List<Row>(); {fill} var data = ml.Data.LoadFromEnumerable(rows); {Fit}"));

    [Fact]
    public async Task A_file_that_own_code_reads_is_told_of_where_it_is_read()
    {
        var finding = Assert.Single(await Program.Of(Row + $$"""
            public class Trainer
            {
                public static void Main()
                {
                    var ml = new MLContext();
                    var data = ml.Data.LoadFromEnumerable(Reader.Rows());
                    {{Fit}}
                }
            }
            public static class Reader
            {
                public static System.Collections.Generic.List<Row> Rows()
                {
                    var rows = new System.Collections.Generic.List<Row>();
                    foreach (var line in File.ReadLines("pump.csv"))
                        rows.Add(new Row { X = line.Length });
                    return rows;
                }
            }
            """).Findings("RAI2001"));

        Assert.Equal("ReadLines(\"pump.csv\")", finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan));
    }

    [Fact]
    public async Task Trainers_of_a_list_that_others_fill_train_on_the_rows() =>
        Assert.Equal(["RAI2001: Dataset 'data.csv' is loaded with no data card; it is trained on"], [.. (await Program.Of(Row + """
            public class Session
            {
                private readonly System.Collections.Generic.List<ITrainerEstimator<ISingleFeaturePredictionTransformer<ModelParametersBase<float>>, ModelParametersBase<float>>> _trainers = new();

                public Session(System.Collections.Generic.IEnumerable<ITrainerEstimator<ISingleFeaturePredictionTransformer<ModelParametersBase<float>>, ModelParametersBase<float>>> trainers) => _trainers.AddRange(trainers);

                public void Train(MLContext ml)
                {
                    var data = ml.Data.LoadFromTextFile<Row>("data.csv");
                    foreach (var trainer in _trainers)
                        ml.Transforms.Concatenate("Features", "X").Append(trainer).Fit(data);
                }
            }
            """).Findings("RAI2001")).Select(static finding => $"RAI2001: {finding.GetMessage()}; {(finding.Properties.GetValueOrDefault("role") == "train" ? "it is trained on" : "it is not")}")]);

    [Fact]
    public async Task Rows_that_are_only_prepared_are_a_dataset() =>
        Assert.Equal(["RAI2001: Dataset 'data.csv' is loaded with no data card"], await Said("var data = ml.Data.LoadFromTextFile<Row>(\"data.csv\"); ml.Transforms.NormalizeMinMax(\"X\").Fit(data).Transform(data);"));
}
