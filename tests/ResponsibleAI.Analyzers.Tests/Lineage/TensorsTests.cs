using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Lineage;

/// <summary>Training without data views: what is computed into tensors and arrays is followed back to members of rows, named columns and files.</summary>
public sealed class TensorsTests
{
    private const string Torch = """
        using TorchSharp; using static TorchSharp.torch;
        public class Citizen { public float Age { get; set; } public string Gender { get; set; } = ""; public string MaritalStatus { get; set; } = ""; public bool Repaid { get; set; } }
        public sealed class Net : nn.Module<Tensor, Tensor>
        {
            private readonly TorchSharp.Modules.Linear _layer = nn.Linear(2, 1);
            public Net() : base("net") { RegisterComponents(); }
            public override Tensor forward(Tensor x) => _layer.forward(x);
        }

        """;

    private const string Read = """
        private static List<Citizen> Read(string path)
        {
            var people = new List<Citizen>();
            foreach (var line in File.ReadAllLines(path)) { var f = line.Split(','); people.Add(new Citizen { Age = float.Parse(f[0]), Gender = f[1], MaritalStatus = f[2], Repaid = f[3] == "1" }); }
            return people;
        }

        """;

    private static async Task<string> Columns(Program program)
    {
        var finding = Assert.Single(await program.Findings("RAI1001"));
        return string.Join(" ", finding.Properties["columns"]!.Split('|').Select(column => column.Split('=')[0].Split('.')[^1]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "net.save(\"net.bin\");")]
    [InlineData(".to(CPU)", "net.save(\"net.bin\");")]
    [InlineData("", "Save(); void Save() => net.save(\"net.bin\");")]
    public async Task A_network_that_a_local_function_trains_is_the_one_that_is_saved(string moved, string save)
    {
        var program = Program.Of(Torch + "public static class Start {" + Read + $$"""
            public static void Train()
            {
                var people = Read("citizens.csv");
                var x = tensor(people.SelectMany(p => new[] { p.Age, p.Gender == "f" ? 1f : 0f }).ToArray());
                var net = new Net(){{moved}};
                Step(net);
                {{save}}
                void Step(Net trained) { trained.call(x).sum().backward(); trained.call(rand(1, 2)).sum().backward(); }
            }
            }
            """);

        Assert.Equal("The model of Net is saved with no fairness check in the project", Assert.Single(await program.Findings("RAI3001")).GetMessage().Split([';', ','])[0]);
    }

    [Fact]
    public async Task Tensors_made_from_rows_are_followed()
    {
        var program = Program.Of(Torch + "public static class Start {" + Read + """
            public static void Train()
            {
                var people = Read("citizens.csv");
                var x = tensor(people.SelectMany(p => new[] { p.Age, p.Gender == "f" ? 1f : 0f }).ToArray());
                var y = tensor(people.Select(p => p.Repaid ? 1f : 0f).ToArray());
                var net = new Net();
                var optimizer = optim.SGD(net.parameters(), 0.01);
                for (var epoch = 0; epoch < 3; epoch++)
                {
                    optimizer.zero_grad();
                    var output = net.call(x);
                    var loss = nn.functional.mse_loss(output, y);
                    loss.backward();
                    optimizer.step();
                }
                net.save("net.bin");
            }
            }
            """);

        Assert.Equal("Age Gender Repaid", await Columns(program));
        Assert.Equal("citizens.csv", Assert.Single(await program.Findings("RAI2001")).Properties["dataset"]);
        Assert.Contains("Net", Assert.Single(await program.Findings("RAI3001")).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_chooses_rows_does_not_reach() =>
        Assert.Equal("Age Repaid", await Columns(Program.Of(Torch + "public static class Start {" + Read + """
            public static void Train()
            {
                var people = Read("citizens.csv").Where(p => p.MaritalStatus == "single").OrderBy(p => p.Gender).ToList();
                var loss = nn.functional.mse_loss(new Net().call(tensor(people.Select(p => p.Age).ToArray())), tensor(people.Select(p => p.Repaid ? 1f : 0f).ToArray()));
                loss.backward();
            }
            }
            """)));

    [Fact]
    public async Task Datasets_of_ones_own_are_read() =>
        Assert.Equal("Age Gender", await Columns(Program.Of(Torch + """
            public sealed class Citizens(List<Citizen> people) : utils.data.Dataset
            {
                public override long Count => people.Count;
                public override Dictionary<string, Tensor> GetTensor(long index)
                {
                    var citizen = people[(int)index];
                    return new Dictionary<string, Tensor> { { "x", tensor(new[] { citizen.Age, citizen.Gender == "f" ? 1f : 0f }) } };
                }
            }
            public static class Start
            {
                public static void Train(List<Citizen> people, Net net)
                {
                    using var loader = new TorchSharp.Modules.DataLoader(new Citizens(people), 32);
                    foreach (var batch in loader)
                    {
                        var loss = net.call(batch["x"]).sum();
                        loss.backward();
                    }
                }
            }
            """)));

    [Fact]
    public async Task Rows_about_things_are_followed_in_silence() =>
        Assert.Empty(await Program.Of(Torch + """
            public class Bolt { public float Width { get; set; } public float Weight { get; set; } }
            public static class Start
            {
                public static void Train(List<Bolt> bolts) => new Net().call(tensor(bolts.Select(b => b.Width).ToArray())).sum().backward();
            }
            """).Findings("RAI1001"));

    [Fact]
    public async Task Data_frames_go_into_pipelines() =>
        Assert.Equal("Age MaritalStatus", await Columns(Program.Of("""
            using Microsoft.Data.Analysis;
            public static class Start
            {
                public static void Train(MLContext ml)
                {
                    var frame = DataFrame.LoadCsv("people.csv");
                    ml.Transforms.Categorical.OneHotEncoding("M", "MaritalStatus").Append(ml.Transforms.Concatenate("Features", "Age", "M")).Append(ml.BinaryClassification.Trainers.FastTree("Bought")).Fit(frame);
                }
            }
            """)));

    [Fact]
    public async Task Columns_of_data_frames_go_into_tensors() =>
        Assert.Equal("Age", await Columns(Program.Of(Torch.Replace("using static", "using Microsoft.Data.Analysis; using static", StringComparison.Ordinal) + """
            public static class Start
            {
                public static void Train()
                {
                    var frame = DataFrame.LoadCsv("people.csv");
                    var x = tensor(((SingleDataFrameColumn)frame["Age"]).Select(v => v ?? 0f).Concat(frame.Columns.GetSingleColumn("Weight").Select(v => v ?? 0f)).ToArray());
                    new Net().call(x).sum().backward();
                }
            }
            """)));

    [Fact]
    public async Task A_file_that_fine_tunes_a_language_model_is_a_dataset() =>
        Assert.Equal("chats.jsonl", Assert.Single(await Program.Of("""
            namespace OpenAI.Files { public class OpenAIFile { public string Id { get; } = null!; } public class OpenAIFileClient { public OpenAIFile UploadFile(string filePath, int purpose) => new(); } }
            namespace OpenAI.FineTuning { public class FineTuningClient { public object FineTune(string baseModel, string trainingFileId) => new(); } }
            public static class Start
            {
                public static void Tune(OpenAI.Files.OpenAIFileClient files, OpenAI.FineTuning.FineTuningClient tuning)
                {
                    var other = files.UploadFile("question.txt", 1);
                    var file = files.UploadFile("chats.jsonl", 0);
                    tuning.FineTune("base", file.Id);
                }
            }
            """).Findings("RAI2001")).Properties["dataset"]);

    private const string Trains = "new Net().call(tensor(values.ToArray())).sum().backward();";

    [Theory]
    [InlineData("public class Store { public DbSet<Citizen> People { get; } = null!; } public abstract class DbSet<T> : List<T>;", "Store store", "var values = store.People.Where(one => one.Age > 18).Select(one => one.Age).ToList();", "People", "Age")]
    [InlineData("", "System.Data.Common.DbConnection connection", "var values = new List<float>(); var command = connection.CreateCommand(); command.CommandText = \"SELECT Age, Bmi FROM patients\"; using var reader = command.ExecuteReader(); while (reader.Read()) values.Add((float)reader[\"Age\"] * (float)reader[\"Bmi\"]);", "patients", "Age Bmi")]
    [InlineData("public class Adapter(string query) { public string Query => query; public int Fill(System.Data.DataTable table) => table.Rows.Count; }", "", "var table = new System.Data.DataTable(); var adapter = new Adapter(\"SELECT Age, Income FROM borrowers\"); adapter.Fill(table); var values = table.Rows.Cast<System.Data.DataRow>().Select(row => (float)row[\"Age\"] + (float)row[\"Income\"]);", "borrowers", "Age Income")]
    [InlineData("namespace Accord.Math { public static class Matrix { public static T[] ToArray<T>(this System.Data.DataTable table, params string[] columnNames) => []; } }", "string path", "var table = new System.Data.DataTable(); using var reader = new StreamReader(\"patients.csv\"); table.ReadXml(reader); var values = Accord.Math.Matrix.ToArray<float>(Of(reader), \"Age\", \"Cholesterol\");", "patients.csv", "Age Cholesterol")]
    public async Task Tables_and_their_columns_are_followed(string types, string given, string reads, string dataset, string columns)
    {
        var program = Program.Of(Torch + $$"""
            public static class Start
            {
                private static System.Data.DataTable Of(StreamReader reader) { var table = new System.Data.DataTable(); table.Rows.Add(reader.ReadLine()); return table; }
                public static void Train({{given}}) { {{reads}} {{Trains}} }
            }
            {{types}}
            """);

        Assert.Equal(columns, await Columns(program));
        Assert.Equal(dataset, Assert.Single(await program.Findings("RAI2001")).Properties["dataset"]);
    }

    [Theory]
    [InlineData("Own own", "var values = new List<float> { own[\"Age\"], own[\"Income\"] };")]
    [InlineData("System.Data.DataTable table", "var values = table.Rows.Cast<System.Data.DataRow>().Where(row => (float)row[\"Age\"] > 18).Select(row => (float)row[\"Width\"]);")]
    public async Task Names_that_are_no_columns_or_only_choose_rows_are_not_followed(string given, string reads) =>
        Assert.Empty(await Program.Of(Torch + $$"""
            public class Own { public float this[string name] => name.Length; }
            public static class Start { public static void Train({{given}}) { {{reads}} {{Trains}} } }
            """).Findings("RAI1001"));

    [Theory]
    [InlineData("new Learner()", "The model of Learner is saved with no fairness check in the project")]
    [InlineData("null!", null)]
    public async Task A_network_that_trains_and_saves_itself_is_one_model(string made, string? said)
    {
        var program = Program.Of(Torch + """
            public sealed class Learner : nn.Module<Tensor, Tensor>
            {
                private readonly TorchSharp.Modules.Linear _layer = nn.Linear(2, 1);
                public Learner() : base("learner") { RegisterComponents(); }
                public override Tensor forward(Tensor x) => _layer.forward(x);
                public void Learn(Tensor x) => forward(x).sum().backward();
                public void Keep() => save("learner.bin");
            }
            """ + "public static class Start {" + Read + $$"""
            public static void Train()
            {
                Learner learner = {{made}};
                learner.Learn(tensor(Read("citizens.csv").Select(p => p.Age).ToArray()));
                learner.Keep();
            }
            }
            """);

        Assert.Equal(said, (await program.Findings("RAI3001")).SingleOrDefault()?.GetMessage().Split([';', ','])[0]);
    }

    [Fact]
    public async Task A_set_of_data_that_is_walked_is_read_by_its_enumerator() =>
        Assert.Equal("Age Repaid", await Columns(Program.Of(Torch + """
            public sealed class Batches(List<Citizen> people) : IEnumerable<(Tensor, Tensor)>
            {
                public IEnumerator<(Tensor, Tensor)> GetEnumerator() { foreach (var one in people) yield return (tensor(one.Age), tensor(one.Repaid ? 1f : 0f)); }
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }
            public static class Start
            {
                public static void Train(List<Citizen> people, Net net)
                {
                    foreach (var (x, y) in new Batches(people))
                        nn.functional.mse_loss(net.call(x), y).backward();
                }
            }
            """)));

    [Theory]
    [InlineData("whole.Part.call(x)", "whole.save(\"net.bin\")")]
    [InlineData("whole.call(x)", "whole.Part.save(\"net.bin\")")]
    public async Task A_network_and_its_parts_are_one_model(string run, string save) =>
        Assert.Single(await Program.Of(Torch + """
            public sealed class Whole : nn.Module<Tensor, Tensor>
            {
                public Net Part = new Net();
                public Whole() : base("whole") { RegisterComponents(); }
                public override Tensor forward(Tensor x) => Part.forward(x);
            }
            """ + "public static class Start {" + Read + $$"""
            public static void Train()
            {
                var x = tensor(Read("citizens.csv").SelectMany(p => new[] { p.Age, p.Gender == "f" ? 1f : 0f }).ToArray());
                var whole = new Whole();
                {{run}}.sum().backward();
                {{save}};
            }
            }
            """).Findings("RAI3001"));

    [Theory]
    [InlineData("Run(new Logger(), Read(\"citizens.csv\"))", "Missing logger, List<Citizen> people", "citizens.csv")]
    [InlineData("Run(people: Read(\"citizens.csv\"), logger: new Logger())", "Missing logger, List<Citizen> people", "citizens.csv")]
    [InlineData("Run(new Logger(), [])", "Missing logger, List<Citizen> people", null)]
    public async Task A_call_that_does_not_bind_because_of_another_argument_still_gives_this_one(string call, string given, string? dataset) =>
        Assert.Equal(dataset, (await Program.Of(Torch + "public static class Start {" + Read + $$"""
            public static void Main() => {{call}};
            private static void Run({{given}}) => new Net().call(tensor(people.Select(one => one.Age).ToArray())).sum().backward();
            }
            """).Broken().Findings("RAI2001")).SingleOrDefault()?.Properties["dataset"]);
}
