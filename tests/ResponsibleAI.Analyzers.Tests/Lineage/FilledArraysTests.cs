using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Lineage;

/// <summary>Arrays and matrices that are filled element by element, by reference or by copying come from what fills them.</summary>
public sealed class FilledArraysTests
{
    private static async Task<string> Datasets(string body, string members = "") =>
        string.Join(' ', (await Program.Of($$"""
            public class Network { public void Train(double[][] inputs) { } public int Predict(double[] row) => 0; }
            public class Point { public double X { get; set; } }
            public class Start
            {
                private readonly double[][] _held = new double[9][];
                private static double[] Split(string line) => Array.ConvertAll(line.Split(','), double.Parse);
                {{members}}
                public void Run() { double[][] x = new double[9][]; {{body}} }
            }
            """).WithoutMlNet().Findings("RAI2001")).Select(static finding => finding.Properties["dataset"]));

    [Theory]
    [InlineData("var lines = File.ReadAllLines(\"cars.csv\"); for (var i = 0; i < 9; i++) { x[i] = new double[2]; var parts = lines[i].Split(','); for (var j = 0; j < 2; j++) x[i][j] = double.Parse(parts[j]); } new Network().Train(x);")]
    [InlineData("var lines = File.ReadAllLines(\"cars.csv\"); for (var i = 0; i < 9; i++) { _held[i] = new double[2]; _held[i][0] = double.Parse(lines[i]); } new Network().Train(_held);")]
    [InlineData("var groups = new List<List<double>>(); foreach (var line in File.ReadLines(\"cars.csv\")) groups[0].Add(double.Parse(line)); new Network().Train(groups.Select(g => g.ToArray()).ToArray());")]
    [InlineData("var points = new Point[9]; var lines = File.ReadAllLines(\"cars.csv\"); for (var i = 0; i < 9; i++) { points[i] = new Point(); points[i].X = double.Parse(lines[i]); } new Network().Train(points.Select(p => new[] { p.X }).ToArray());")]
    [InlineData("Fill(ref x); new Network().Train(x);", "static void Fill(ref double[][] rows) { rows = new double[9][]; var lines = File.ReadAllLines(\"cars.csv\"); for (var i = 0; i < 9; i++) rows[i] = Split(lines[i]); }")]
    [InlineData("Fill(out var rows); new Network().Train(rows);", "static void Fill(out double[][] rows) { rows = new double[9][]; var lines = File.ReadAllLines(\"cars.csv\"); for (var i = 0; i < 9; i++) rows[i] = Split(lines[i]); }")]
    [InlineData("x = File.ReadLines(\"cars.csv\").Select(Split).ToArray(); Clean(ref x); new Network().Train(x);", "static void Clean(ref double[][] rows) { var kept = new double[rows.Length][]; for (var i = 0; i < kept.Length; i++) kept[i] = rows[i]; rows = kept; }")]
    [InlineData("var all = File.ReadLines(\"cars.csv\").Select(Split).ToArray(); Array.Copy(all, 0, x, 0, 9); new Network().Train(x);")]
    [InlineData("var all = File.ReadLines(\"cars.csv\").Select(Split).ToList(); all.CopyTo(x); new Network().Train(x);")]
    [InlineData("var all = File.ReadLines(\"cars.csv\").Select(Split).ToArray(); Array.Copy(all, _held, 9); new Network().Train(_held);")]
    public async Task What_fills_an_array_is_where_it_comes_from(string body, string members = "") => Assert.Equal("cars.csv", await Datasets(body, members));

    [Theory]
    [InlineData("for (var i = 0; i < 9; i++) { x[i] = new double[1]; x[i][0] = i; } File.WriteAllText(\"cars.csv\", $\"{x[0][0]}\"); new Network().Train(x);")]
    [InlineData("var other = File.ReadLines(\"cars.csv\").Select(Split).ToArray(); Array.Copy(x, other, 9); new Network().Train(x);")]
    [InlineData("Fill(ref x); new Network().Train(x);", "static void Fill(ref double[][] rows) { if (File.ReadAllText(\"settings.txt\") == \"new\") Console.WriteLine(); rows = new double[9][]; for (var i = 0; i < 9; i++) rows[i] = new double[] { i }; }")]
    public async Task Numbers_that_the_program_makes_are_no_dataset(string body, string members = "") => Assert.Equal("", await Datasets(body, members));

    [Theory]
    [InlineData("new Network().Train(Read(\"cars.csv\"));")]
    [InlineData("new Network().Train(Below(\"cars.csv\"));")]
    public async Task A_file_is_told_of_where_the_path_is_chosen(string body)
    {
        const string Readers = """
            static double[][] Read(string name)
            {
                var path = Path.Combine("data", name);
                return File.ReadLines(path).Select(Split).ToArray();
            }
            static double[][] Below(string name) => Read(name);
            """;
        var program = Program.Of($$"""
            public class Network { public void Train(double[][] inputs) { } public int Predict(double[] row) => 0; }
            public class Start
            {
                static double[] Split(string line) => Array.ConvertAll(line.Split(','), double.Parse);
                {{Readers}}
                public void Run() { {{body}} }
            }
            """).WithoutMlNet();

        var finding = Assert.Single(await program.Findings("RAI2001"));
        var place = finding.Location.GetLineSpan().StartLinePosition.Line;
        Assert.Contains("\"cars.csv\"", finding.Location.SourceTree!.GetText().Lines[place].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new Network().Train(Read(\"a.csv\").Concat(Read(\"b.csv\")).ToArray());", "a.csv b.csv")]
    [InlineData("new Network().Train(Read(\"cars_train.csv\").Concat(Read(\"cars_test.csv\")).ToArray());", "cars_train.csv")]
    [InlineData("var words = File.ReadAllLines(\"vocab.txt\").ToList(); new Network().Train(File.ReadLines(\"cars.csv\").Select(line => new double[] { words.IndexOf(line) }).ToArray());", "cars.csv")]
    [InlineData("new Network().Train(Read(\"vocab.txt\"));", "vocab.txt")]
    public async Task Each_file_is_told_of_where_it_is_named_and_a_list_of_words_only_alone(string body, string datasets) =>
        Assert.Equal(datasets, await Datasets(body, "static double[][] Read(string path) => File.ReadLines(path).Select(Split).ToArray();"));

    [Fact]
    public async Task Arrays_that_are_copied_into_each_other_come_to_an_end() =>
        Assert.Equal("", await Datasets("Turn(ref x, 3); new Network().Train(x);", "static void Turn(ref double[][] rows, int depth) { var other = new double[9][]; Array.Copy(rows, other, 9); Array.Copy(other, rows, 9); rows = other; if (depth > 0) Turn(ref rows, depth - 1); }"));
}
