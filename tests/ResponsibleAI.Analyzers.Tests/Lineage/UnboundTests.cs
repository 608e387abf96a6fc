using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Lineage;

/// <summary>Programs whose packages are not in sight, as sources from anywhere are: what their syntax says is still read.</summary>
public sealed class UnboundTests
{
    private const string Fit = """
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "HoursPerWeek").Append(ml.BinaryClassification.Trainers.FastTree());
        var model = pipeline.Fit(data);
        ml.Model.Save(model, data.Schema, "model.zip");
        """;

    private static async Task<string[]> Said(string body, string members = "", string more = "") =>
        [.. (await Program.Of(TrainingPrograms.Person + $$"""
            public class Trainer
            {
                MLContext ml = new MLContext();
                {{members}}
                public void Train()
                {
                    {{body}}
                }
            }
            {{more}}
            """).Broken().Findings("RAI1001", "RAI2001", "RAI3001")).Where(static finding => finding.Properties["kind"] == "gap").Select(static finding => finding.Id == "RAI2001" ? finding.GetMessage() : finding.Id).Order()];

    private static readonly string[] s_ofTable = ["RAI1001", "RAI3001", "Table 'People' is loaded with no data card"];

    [Theory]
    [InlineData("var rows = context.People.Where(p => p.Age > 18).Select(p => new Person { Age = p.Age, HoursPerWeek = p.HoursPerWeek }).ToList();")]
    [InlineData("var rows = context.People.AsNoTracking().ToList();")]
    [InlineData("var rows = context.People.Select(p => { var row = p; return new Person { Age = row.Age }; }).ToArray();")]
    public async Task Rows_of_a_database_context_are_rows_of_its_table(string rows) =>
        Assert.Equal(s_ofTable, await Said(
            $"{rows} var data = ml.Data.LoadFromEnumerable(rows); {Fit}", "ShopContext context = new ShopContext();", "public class ShopContext : DbContext { public DbSet<Person> People { get; set; } }"));

    [Theory]
    [InlineData("context.Pumps.Join(context.Visits, pump => pump.Id, visit => visit.Pump, (pump, visit) => new Person { Age = pump.X }).ToList()", "Tables 'Pumps' and 'Visits' are loaded with no data card")]
    [InlineData("(from pump in context.Pumps join visit in context.Visits on pump.Id equals visit.Pump select new Person { Age = pump.X }).ToList()", "Tables 'Pumps' and 'Visits' are loaded with no data card")]
    [InlineData("context.Pumps.GroupBy(pump => pump.Id, (id, pumps) => new Person { Age = id }).ToList()", "Table 'Pumps' is loaded with no data card")]
    public async Task What_a_query_makes_of_rows_of_tables_is_the_row(string rows, string said) =>
        Assert.Equal(["RAI1001", "RAI3001", said], await Said(
            $"var rows = {rows}; var data = ml.Data.LoadFromEnumerable(rows); {Fit}", "ShopContext context = new ShopContext();",
            "public class Pump { public int Id { get; set; } public float X { get; set; } } public class Visit { public int Pump { get; set; } } public class ShopContext : DbContext { public DbSet<Pump> Pumps { get; set; } public DbSet<Visit> Visits { get; set; } }"));

    [Fact]
    public async Task What_rows_are_grouped_by_is_not_the_row() =>
        Assert.DoesNotContain("RAI1001", await Said(
            $"var rows = context.Pumps.GroupBy(pump => new Person {{ Age = pump.X }}).ToList(); var data = ml.Data.LoadFromEnumerable(rows); {Fit}", "ShopContext context = new ShopContext();",
            "public class Pump { public int Id { get; set; } public float X { get; set; } } public class ShopContext : DbContext { public DbSet<Pump> Pumps { get; set; } }"));

    [Theory]
    [InlineData("connection.Query<Person>(\"SELECT Age, HoursPerWeek FROM People\").ToList()")]
    [InlineData("connection.Query<Person>(\"SELECT Age, HoursPerWeek FROM People\")")]
    public async Task Rows_of_a_query_are_rows_of_its_table(string rows) =>
        Assert.Equal(s_ofTable, await Said($"var connection = new SqlConnection(\"Server=.\"); var rows = {rows}; var data = ml.Data.LoadFromEnumerable(rows); {Fit}"));

    [Theory]
    [InlineData("var rows = new List<Person>(); using var book = new XLWorkbook(\"people.xlsx\"); foreach (var row in book.Worksheet(1).RowsUsed()) rows.Add(new Person { Age = (float)row.Cell(1).GetDouble() });", "Dataset 'people.xlsx' is loaded with no data card")]
    [InlineData("var rows = new List<Person>(); using var package = new ExcelPackage(new FileInfo(\"people.xlsx\")); var sheet = package.Workbook.Worksheets[0]; for (var at = 2; at < 9; at++) rows.Add(new Person { Age = float.Parse(sheet.Cells[at, 1].Text) });", "Dataset 'people.xlsx' is loaded with no data card")]
    [InlineData("var rows = new MongoClient(\"mongodb://host\").GetDatabase(\"shop\").GetCollection<Person>(\"people\").Find(_ => true).ToList();", "Table 'people' is loaded with no data card")]
    public async Task Workbooks_and_collections_of_documents_are_datasets(string rows, string said) =>
        Assert.Equal(new[] { said, "RAI1001", "RAI3001" }.Order(), await Said($"{rows} var data = ml.Data.LoadFromEnumerable(rows); {Fit}"));

    [Theory]
    [InlineData("var rows = new List<Person>(); using var book = new Workbook(\"people.xlsx\"); foreach (var row in book.Rows) rows.Add(new Person { Age = row.Age });")]
    [InlineData("var name = Console.ReadLine(); var rows = new MongoClient(\"mongodb://host\").GetDatabase(\"shop\").GetCollection<Person>(name).Find(_ => true).ToList();")]
    public async Task What_merely_looks_like_them_names_no_dataset(string rows) =>
        Assert.DoesNotContain(await Said($"{rows} var data = ml.Data.LoadFromEnumerable(rows); {Fit}"), static said => said.StartsWith("Dataset", StringComparison.Ordinal) || said.StartsWith("Table", StringComparison.Ordinal));

    [Theory]
    [InlineData("Path.Combine(Application.StartupPath, \"people.csv\")")]
    [InlineData("System.IO.Path.Combine(host.ContentRootPath, \"data\", \"people.csv\")")]
    [InlineData("Path.Join(FileSystem.Current.AppDataDirectory, \"people.csv\")")]
    [InlineData("Application.StartupPath + \"/people.csv\"")]
    [InlineData("$\"{Application.StartupPath}/people.csv\"")]
    [InlineData("Path.Combine(Settings.Folder, \"people.csv\")")]
    public async Task A_file_below_a_folder_that_is_not_in_sight_has_its_name(string path) =>
        Assert.Equal(["Dataset 'people.csv' is loaded with no data card", "RAI1001", "RAI3001"], await Said($"var data = ml.Data.LoadFromTextFile<Person>({path}, hasHeader: true); {Fit}", "IHost host;"));

    [Theory]
    [InlineData("await FilePath(\"ms-appx:///Data/people.csv\")", "static async System.Threading.Tasks.Task<string> FilePath(string uri) { var original = await StorageFile.GetFileFromApplicationUriAsync(new Uri(uri)); var copy = await original.CopyAsync(ApplicationData.Current.LocalFolder); return copy.Path; }")]
    [InlineData("(await ApplicationData.Current.LocalFolder.GetFileAsync(\"people.csv\")).Path", "")]
    public async Task A_file_of_the_package_of_an_app_has_its_name(string path, string members) =>
        Assert.Equal(["Dataset 'people.csv' is loaded with no data card", "RAI1001", "RAI3001"], await Said($"async void Load() {{ var data = ml.Data.LoadFromTextFile<Person>({path}, hasHeader: true); {Fit} }}", members));

    [Theory]
    [InlineData("(await new FileOpenPicker().PickSingleFileAsync()).Path")]
    [InlineData("Unheard.File(\"people.csv\").Path")]
    [InlineData("Unheard.Path")]
    public async Task A_file_that_a_person_picks_has_none(string path) =>
        Assert.Equal(["RAI1001", "RAI3001"], await Said($"async void Load() {{ var data = ml.Data.LoadFromTextFile<Person>({path}, hasHeader: true); {Fit} }}"));

    [Theory]
    [InlineData("Path.Combine(\"data\", Settings.File)")]
    [InlineData("Merger.Combine(Settings.Folder, \"people.csv\")")]
    [InlineData("Settings.File")]
    public async Task A_file_whose_name_is_not_in_sight_has_none(string path) =>
        Assert.Equal(["RAI1001", "RAI3001"], await Said($"var data = ml.Data.LoadFromTextFile<Person>({path}, hasHeader: true); {Fit}"));

    [Fact]
    public async Task A_load_that_names_its_rows_is_one_whatever_it_is_given() =>
        Assert.Equal(["RAI1001", "RAI3001"], await Said($"var dialog = new OpenFileDialog(); var data = ml.Data.LoadFromTextFile<Person>(dialog.FileName, hasHeader: true); {Fit}"));

    [Fact]
    public async Task A_save_whose_path_does_not_bind_is_a_save() =>
        Assert.Equal(["Dataset 'people.csv' is loaded with no data card", "RAI1001", "RAI3001"], await Said(
            $"var dialog = new SaveFileDialog(); var data = ml.Data.LoadFromTextFile<Person>(\"people.csv\"); {Fit.Replace("\"model.zip\"", "dialog.FileName")}"));

    [Fact]
    public async Task Rows_of_which_nothing_tells_the_type_are_not_assessed() =>
        Assert.Empty(await Said($"var rows = Unheard.Rows(); var data = ml.Data.LoadFromEnumerable(rows); {Fit}"));

    [Fact]
    public async Task A_helper_that_is_given_what_does_not_bind_is_followed() =>
        Assert.Equal(["Dataset 'people.csv' is loaded with no data card", "RAI1001", "RAI3001"], await Said(
            $"var data = Load(Unheard.Name()); {Fit}", "IDataView Load(string name) => ml.Data.LoadFromTextFile<Person>(\"people.csv\");"));

    [Theory]
    [InlineData("public class ShopContext : DbContext { public IMongoCollection<Person> People { get; set; } }")]
    [InlineData("public class ShopContext { public IQueryable<Person> People { get; set; } }")]
    [InlineData("public class ShopContext { public Everyone People { get; set; } } public class Everyone : List<Person> { }")]
    [InlineData("public class ShopContext { public Everyone People { get; set; } } public class Everyone : ObservableRangeCollection<Person> { }")]
    [InlineData("public class ShopContext { public System.Threading.Tasks.Task<List<Person>> People { get; set; } }")]
    public async Task A_collection_that_does_not_bind_holds_what_it_enumerates_or_names(string context) =>
        Assert.Contains("RAI1001", await Said($"var rows = context.People.Rearranged().ToList(); var data = ml.Data.LoadFromEnumerable(rows); {Fit}", "ShopContext context = new ShopContext();", context));

    /// <summary>One type argument makes no collection.</summary>
    [Theory]
    [InlineData("public class ShopContext { public Lazy<Person> People { get; set; } }")]
    [InlineData("public class ShopContext { public System.Threading.Tasks.Task<Person> People { get; set; } }")]
    [InlineData("public class ShopContext { public Option<Person> People { get; set; } }")]
    [InlineData("public class ShopContext { public ILogger<Person> People { get; set; } }")]
    [InlineData("public class ShopContext { public Repository<Person> People { get; set; } } public class Repository<T> { public T First() => default!; }")]
    [InlineData("public class ShopContext { public Dictionary<string, Person> People { get; set; } }")]
    public async Task What_holds_a_value_or_is_made_for_a_type_is_no_collection_of_it(string context) =>
        Assert.Empty(await Said($"var rows = context.People.Rearranged().ToList(); var data = ml.Data.LoadFromEnumerable(rows); {Fit}", "ShopContext context = new ShopContext();", context));

    private const string Old = """
        public class Customer { public float Age; public string Gender = ""; public float Income; public float Churn; }
        public class Prediction { public bool Churn; }
        """;

    private static async Task<string[]> SaidOfOld(string body, string members = "") =>
        [.. (await Program.Of(Old + $$"""
            public class Trainer
            {
                {{members}}
                public void Train()
                {
                    {{body}}
                }
            }
            """).Broken().Findings("RAI1001", "RAI2001", "RAI3001")).Select(static finding => $"{finding.Id} {finding.Properties["kind"]}").Order()];

    [Theory]
    [InlineData("var pipeline = new LearningPipeline { new TextLoader(\"c.csv\").CreateFrom<Customer>(separator: ','), new ColumnCopier((\"Churn\", \"Label\")), new ColumnConcatenator(\"Features\", \"Age\", \"Income\"), new FastTreeBinaryClassifier() }; var model = pipeline.Train<Customer, Prediction>(); model.WriteAsync(\"m.zip\");")]
    [InlineData("var pipeline = new LearningPipeline(); pipeline.Add(new TextLoader<Customer>(path, separator: \",\")); var names = new[] { \"Age\", \"Income\" }; pipeline.Add(new ColumnConcatenator(\"Features\", names)); var trainer = new BinaryLogisticRegressor(); pipeline.Add(trainer); model = pipeline.Train<Customer, Prediction>(); model.WriteAsync(\"m.zip\");")]
    [InlineData("var loader = new TextLoader(\"c.csv\").CreateFrom<Customer>(separator: ','); var pipeline = new LearningPipeline(); pipeline.Add(loader); pipeline.Add(new ColumnConcatenator(\"Features\", \"Age\", \"Income\")); pipeline.Add(new FastTreeBinaryClassifier()); model = pipeline.Train<Customer, Prediction>(); model.WriteAsync(\"m.zip\");")]
    public async Task A_learning_pipeline_is_read_from_what_is_put_into_it(string body) =>
        Assert.Equal(["RAI1001 gap", "RAI2001 gap", "RAI3001 gap"], await SaidOfOld(body, "static string path = \"Data/c.csv\"; static PredictionModel<Customer, Prediction> model;"));

    [Fact]
    public async Task A_step_that_is_made_of_itself_ends_the_reading() =>
        Assert.Equal(["RAI1001 gap", "RAI2001 gap"], await SaidOfOld(
            "var step = step.Next(); var pipeline = new LearningPipeline(); pipeline.Add(new TextLoader(\"c.csv\").CreateFrom<Customer>(separator: ',')); pipeline.Add(step); pipeline.Add(new ColumnConcatenator(\"Features\", \"Age\")); pipeline.Add(new FastTreeBinaryClassifier()); var model = pipeline.Train<Customer, Prediction>();"));

    [Theory]
    [InlineData("[Column(\"2\", name: \"Label\")]", true)]
    [InlineData("[Column(ordinal: \"2\", name: \"Label\")]", true)]
    [InlineData("[Column(\"2\", \"Label\")]", true)]
    [InlineData("[Column(\"2\")]", false)]
    [InlineData("[Column(\"churn\", TypeName = \"Label\")]", false)]
    public async Task The_attribute_of_before_version_1_may_name_the_label(string attribute, bool isLabel)
    {
        var finding = Assert.Single(await Program.Of($$"""
            public class Customer { [Column("0")] public float Age; [Column("1")] public float Income; {{attribute}} public float Churn; }
            public class Prediction { public bool Churn; }
            public class Trainer
            {
                public void Train()
                {
                    var pipeline = new LearningPipeline { new TextLoader("c.csv").CreateFrom<Customer>(separator: ','), new ColumnConcatenator("Features", "Age", "Income"), new FastTreeBinaryClassifier() };
                    pipeline.Train<Customer, Prediction>();
                }
            }
            """).Broken().Findings("RAI1001"));

        Assert.Equal(isLabel, finding.GetMessage().Contains("'Customer.Churn'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Columns_that_an_old_pipeline_leaves_out_are_not_told_of()
    {
        var finding = Assert.Single(await Program.Of(Old + """
            public class Trainer
            {
                public void Train()
                {
                    var pipeline = new LearningPipeline { new TextLoader("c.csv").CreateFrom<Customer>(separator: ','), new ColumnConcatenator("Features", "Age"), new FastTreeBinaryClassifier { LabelColumn = "Churn" } };
                    pipeline.Train<Customer, Prediction>();
                }
            }
            """).Broken().Findings("RAI1001"));

        Assert.Contains("'Customer.Age'", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("'Customer.Churn'", finding.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain("Income", finding.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_learning_pipeline_that_somebody_else_fills_is_not_assessed() =>
        Assert.Equal(["RAI1001 not-assessed"], await SaidOfOld("var pipeline = Unheard.Pipeline(); pipeline.Train<Customer, Prediction>();"));

    [Theory]
    [InlineData("var command = connection.CreateCommand(); command.CommandText = \"SELECT Age, HoursPerWeek FROM People\";", "RAI1001 RAI3001 Table 'People' is loaded with no data card")]
    [InlineData("var command = connection.CreateCommand(); var other = connection.CreateCommand(); other.CommandText = \"SELECT Age FROM Others\";", "RAI1001 RAI3001")]
    public async Task A_command_of_a_provider_that_is_not_in_sight_has_its_text(string command, string said) =>
        Assert.Equal(said, string.Join(' ', await Said($$"""
            var rows = new List<Person>(); using var connection = new SqlConnection("here"); {{command}}
            using var reader = command.ExecuteReader(); while (reader.Read()) rows.Add(new Person { Age = Convert.ToSingle(reader["Age"]) });
            var data = ml.Data.LoadFromEnumerable(rows); {{Fit}}
            """)));
}
