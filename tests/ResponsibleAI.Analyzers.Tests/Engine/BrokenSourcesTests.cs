using Microsoft.CodeAnalysis.CSharp;
using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Engine;

/// <summary>The same damage as the robustness run does to public repositories, on our own programs. Seeds are fixed, so a failure repeats; any exception fails the test.</summary>
public sealed class BrokenSourcesTests
{
    private const string Source = TrainingPrograms.Person + """
        public class Tracker : IDisposable { public List<Person> People { get; set; } = new(); public void Dispose() { } }
        public static class Everything
        {
            static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "data");
            static string Path1(string name) => Path.GetFullPath(Path.Combine(s_folder, name));
            public static void Main(string[] args)
            {
                var ml = new MLContext();
                new System.Net.Http.HttpClient().GetByteArrayAsync("https://example.org/people.zip");
                System.IO.Compression.ZipFile.ExtractToDirectory(Path1("people.zip"), s_folder);
                var train = ml.Data.LoadFromTextFile<Person>(args.Length > 0 ? args[0] : Path1("people-train.csv"));
                var test = ml.Data.CreateTextLoader<Person>().Load(Directory.GetFiles(s_folder, "*-test.csv"));
                var table = ml.Data.CreateDatabaseLoader<Person>().Load(new DatabaseSource(null!, "", "SELECT Age, Sex AS s, [Marital Status] m FROM dbo.People p JOIN Visits v ON p.Id = v.Id"));
                var memory = ml.Data.LoadFromEnumerable(File.ReadLines("people.txt").Skip(1).Select(line => line.Split(',')).Select(parts => new Person { Age = float.Parse(parts[0]), Sex = parts[1] }));
                var split = ml.Data.TrainTestSplit(table);
                var pipeline = ml.Transforms.Categorical.OneHotEncoding(new[] { new InputOutputColumnPair("SexCode", "Sex") })
                    .Append(ml.Transforms.Concatenate("Features", new[] { "Age", "HoursPerWeek", "SexCode" }))
                    .Append(ml.BinaryClassification.Trainers.FastTree(labelColumnName: "Label"));
                foreach (var data in new[] { train, split.TrainSet, memory })
                {
                    var model = pipeline.Fit(data);
                    ml.BinaryClassification.Evaluate(model.Transform(test));
                    ml.Model.Save(model, data.Schema, "model.zip");
                    foreach (var person in ml.Data.CreateEnumerable<Person>(data, false))
                        File.AppendAllText("log.txt", $"{person.Age} {person.Sex.GetHashCode()} {new Random().NextDouble()}");
                }
            }
        }
        """;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 4)]
    [InlineData(3, 16)]
    [InlineData(4, 48)]
    public async Task Missing_tokens_break_nothing(int seed, int deletions)
    {
        var random = new Random(seed);
        for (var round = 0; round < 12; round++)
            await Program.Of(WithoutTokens(random, deletions)).Broken().Diagnostics();
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public async Task A_file_that_is_cut_off_breaks_nothing(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 24; round++)
            await Program.Of(Source[..random.Next(Source.Length)]).Broken().Diagnostics();
    }

    [Fact]
    public async Task Missing_libraries_break_nothing() => Assert.Empty(await Program.Of(Source).WithoutMlNet().Findings());

    [Fact]
    public async Task The_program_that_is_damaged_is_whole() => Assert.NotEmpty(await Program.Of(Source).Findings());

    private static string WithoutTokens(Random random, int deletions)
    {
        var source = Source;
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().ToList();
        foreach (var token in Enumerable.Range(0, deletions).Select(_ => tokens[random.Next(tokens.Count)]).Distinct().OrderByDescending(static token => token.SpanStart))
            source = source.Remove(token.SpanStart, token.Span.Length);
        return source;
    }
}
