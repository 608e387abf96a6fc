using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Lineage;

/// <summary>Rows in lists of tuples, lists that another method fills, functions that stand in tuples: read in one class and trained on in another.</summary>
public sealed class HandedListsTests
{
    private static async Task<string> Datasets(string reader, string read)
    {
        var findings = await Program.Of($$"""
            using TorchSharp; using static TorchSharp.torch;
            {{reader}}
            public class Trainer
            {
                public void Train(string folder, int at)
                {
                    var net = nn.Linear(1, 1);
                    {{read}}
                }
                private static void Step(nn.Module<Tensor, Tensor> net, float[] x, float y) => nn.functional.mse_loss(net.call(tensor(x)), tensor(y)).backward();
            }
            """).Findings("RAI2001", "RAI2003");
        return string.Join(" ", findings.Select(static finding => finding.Id == "RAI2001" ? finding.GetMessage().Split('\'')[1] : "unseen").Order(StringComparer.Ordinal));
    }

    private const string Pairs = """
        public class Pairs
        {
            private readonly string _file;
            private readonly List<(float[] X, float Y)> _rows = new();
            public Pairs(string name) => _file = Path.Combine("data", name + ".csv");
            public List<(float[] X, float Y)> Rows => _rows;
            public List<(float[] X, float Y)> All() => File.ReadAllLines(_file).Select(line => (new[] { float.Parse(line) }, 1f)).ToList();
            public void Load() { foreach (var line in File.ReadLines(_file)) _rows.Add((new[] { float.Parse(line) }, 1f)); }
            public void LoadBy() => Fill(_file, _rows);
            public void Into(List<(float[], float)> rows) => Fill(_file, rows);
            public void Out(out float[] x, out float[] y) { var lines = File.ReadAllLines(_file); x = lines.Select(float.Parse).ToArray(); y = x; }
            private static void Fill(string path, List<(float[], float)> rows) { foreach (var line in File.ReadLines(path)) rows.Add((new[] { float.Parse(line) }, 1f)); }
        }
        """;

    [Theory]
    [InlineData("var rows = new Pairs(\"cars\").All(); var (x, y) = rows[at]; Step(net, x, y);")]
    [InlineData("var rows = new Pairs(\"cars\").All(); Step(net, rows[at].Item1, rows[at].Item2);")]
    [InlineData("foreach (var (x, y) in new Pairs(\"cars\").All()) Step(net, x, y);")]
    [InlineData("var pairs = new Pairs(\"cars\"); pairs.Load(); for (var i = 0; i < 9; i++) { var (x, y) = pairs.Rows[i]; Step(net, x, y); }")]
    [InlineData("var pairs = new Pairs(\"cars\"); pairs.LoadBy(); foreach (var row in pairs.Rows) Step(net, row.X, row.Y);")]
    [InlineData("var rows = new List<(float[] X, float Y)>(); new Pairs(\"cars\").Into(rows); Step(net, rows[at].X, rows[at].Y);")]
    [InlineData("new Pairs(\"cars\").Out(out var x, out var y); Step(net, x, y[0]);")]
    public async Task Tuples_are_followed_to_the_file_that_their_reader_was_made_with(string read) => Assert.Equal("cars.csv", await Datasets(Pairs, read));

    [Theory]
    [InlineData("var rows = Toy.All(); var (x, y) = rows[at]; Step(net, x, y);")]
    [InlineData("var rows = new List<(float[] X, float Y)>(); Toy.Into(rows); Step(net, rows[at].X, rows[at].Y);")]
    [InlineData("Toy.Out(out var x, out var y); Step(net, x, y);")]
    public async Task Tuples_that_the_program_makes_are_no_dataset(string read) => Assert.Equal("", await Datasets("""
        public static class Toy
        {
            public static List<(float[], float)> All() { var rows = new List<(float[], float)>(); Into(rows); return rows; }
            public static void Into(List<(float[], float)> rows) { for (var i = 0; i < 9; i++) rows.Add((new float[] { i }, 2f * i)); File.WriteAllText("seen.txt", "9"); }
            public static void Out(out float[] x, out float y) { x = new float[] { 1, 2 }; y = 3; }
        }
        """, read));

    private const string Readers = """
        public record Source(string Name, Func<string, float[]> Read);
        public static class Readers
        {
            public static float[] Csv(string path) => File.ReadLines(path).Select(float.Parse).ToArray();
            public static float[] Made(string path) => new float[] { path.Length };
        }
        """;

    [Theory]
    [InlineData("var sources = new List<(string Name, Func<string, float[]> Read)> { (\"cars.csv\", Readers.Csv), (\"boats.csv\", Readers.Csv) }; foreach (var (name, read) in sources) Step(net, read(name), 1);")]
    [InlineData("var sources = new List<(string Name, Func<string, float[]> Read)> { (\"cars.csv\", Readers.Csv), (\"boats.csv\", Readers.Csv) }; foreach (var source in sources) Step(net, source.Read(source.Name), 1);")]
    [InlineData("var sources = new List<Source>(); sources.Add(new Source(\"cars.csv\", Readers.Csv)); sources.Add(new Source(\"boats.csv\", Readers.Csv)); foreach (var source in sources) Step(net, source.Read(source.Name), 1);")]
    [InlineData("var readers = new Dictionary<string, Func<string, float[]>> { [\"csv\"] = Readers.Csv, [\"made\"] = Readers.Made }; Step(net, readers[\"csv\"](at == 0 ? \"cars.csv\" : \"boats.csv\"), 1);")]
    public async Task Functions_in_tuples_records_and_dictionaries_are_entered_with_what_they_are_given(string read) => Assert.Equal("boats.csv cars.csv", await Datasets(Readers, read));

    [Fact]
    public async Task A_function_in_a_tuple_that_reads_nothing_is_no_dataset() =>
        Assert.Equal("", await Datasets(Readers, "var sources = new List<(string Name, Func<string, float[]> Read)> { (\"cars.csv\", Readers.Made) }; foreach (var (name, read) in sources) Step(net, read(name), 1);"));

    [Theory]
    [InlineData("var loss = cross_entropy_loss()(net.call(tensor(x)), tensor(x)); loss.backward();", "cars.csv")]
    [InlineData("var undo = new Undo(); undo.backward(); Console.WriteLine(x.Length);", "")]
    public async Task A_loss_of_before_version_0_96_does_not_bind_and_still_trains(string body, string datasets) =>
        Assert.Equal(datasets, string.Join(" ", (await Program.Of($$"""
            using TorchSharp; using static TorchSharp.torch;
            public class Undo { public void backward() { } }
            public class Trainer
            {
                public void Train() { var net = nn.Linear(1, 1); foreach (var line in File.ReadLines("cars.csv")) { var x = new[] { float.Parse(line) }; {{body}} } }
            }
            """).Broken().Findings("RAI2001")).Select(static finding => finding.Properties["dataset"])));
}
