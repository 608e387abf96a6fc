using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Datasets;

public sealed class RAI2005Tests
{
    private static Program Downloading(string download, string file = "people.csv", DataCard? card = null) => Program.Of(
        "#pragma warning disable SYSLIB0014\n" + TrainingPrograms.People.Replace("\"people.csv\"", $"\"data/{file}\"", StringComparison.Ordinal) + $$"""
        public static class Download { public static async System.Threading.Tasks.Task Get() { {{download}} } }
        public static class Web
        {
            public static void Download(string url, string folder, string name)
            {
                var path = Path.Combine(folder, name);
                new System.Net.WebClient().DownloadFile(url, path);
            }
        }
        """,
        ShippedPolicy.Snapshot with { Cards = card is null ? [] : [card with { Id = "people", Files = ["data/" + file] }] });

    [Theory]
    [InlineData("new System.Net.WebClient().DownloadFile(\"https://example.org/people.csv\", \"data/people.csv\"); await System.Threading.Tasks.Task.Yield();", "people.csv")]
    [InlineData("Web.Download(\"https://example.org/1\", \"data\", \"people.csv\"); await System.Threading.Tasks.Task.Yield();", "people.csv")]
    [InlineData("using var http = new System.Net.Http.HttpClient(); await System.IO.File.WriteAllBytesAsync(\"data/people.csv\", await http.GetByteArrayAsync(\"https://example.org/d\"));", "people.csv")]
    [InlineData("Web.Download(\"https://example.org/peopledata.zip\", \"data\", \"peopledata.zip\"); await System.Threading.Tasks.Task.Yield();", "PeopleData/train.csv")]
    public async Task Downloaded_training_data_with_no_card_is_a_gap(string download, string file)
    {
        var finding = Assert.Single(await Downloading(download, file).Findings("RAI2005"));

        Assert.Matches("^Training data '.*' is downloaded at run time from https://example.org/.*; it has no data card that names its source$", finding.GetMessage());
        Assert.Equal("gap", finding.Properties["kind"]);
    }

    private const string Simple = "Web.Download(\"https://example.org/people.csv\", \"data\", \"people.csv\"); await System.Threading.Tasks.Task.Yield();";

    [Fact]
    public async Task A_card_that_names_no_source_leaves_the_gap() =>
        Assert.EndsWith("; data card 'people' names no source", Assert.Single(await Downloading(Simple, card: new DataCard()).Findings("RAI2005")).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public async Task A_card_that_names_its_source_is_enough() => Assert.Empty(await Downloading(Simple, card: new DataCard { SourceStated = true }).Findings("RAI2005"));

    [Theory]
    [InlineData("Web.Download(\"https://example.org/model.zip\", \"data\", \"model.zip\"); await System.Threading.Tasks.Task.Yield();")]
    [InlineData("using var http = new System.Net.Http.HttpClient(); var page = await http.GetStringAsync(\"https://example.org/news\"); System.IO.File.ReadAllText(\"data/people.csv\");")]
    [InlineData("await System.Threading.Tasks.Task.Yield();")]
    public async Task Downloads_that_are_not_trained_on_are_not_reported(string download) => Assert.Empty(await Downloading(download).Findings("RAI2005"));

    [Theory]
    [InlineData("ml.Data.LoadFromEnumerable(new Shop().Visits.ToList())", false)]
    [InlineData("ml.Data.LoadFromTextFile<Person>(\"data/visits\")", true)]
    public async Task A_table_is_not_what_an_address_of_its_name_gives(string data, bool isDownloaded) =>
        Assert.Equal(isDownloaded ? 1 : 0, (await Program.Of(TrainingPrograms.Person + $$"""
            public class DbSet<T> : List<T> { }
            public class Shop { public DbSet<Person> Visits { get; set; } = new(); }
            public static class Trainer
            {
                public static void Train(MLContext ml) => ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit({{data}});
                public static async System.Threading.Tasks.Task Get(System.Net.Http.HttpClient http) => await http.GetAsync("/api/visits?page=1");
            }
            """).Findings("RAI2005")).Count);

    private static Program Torch(string call, string attribute = "") => Program.Of(TrainingPrograms.People).With("Torch.cs", $$"""
        namespace TorchSharp
        {
            public static class torchvision { public static class datasets { public static object CIFAR10(string root, bool train, bool download = false) => new(); } }
            public static class Use { {{attribute}} public static object Data() => {{call}}; }
        }
        """);

    [Fact]
    public async Task A_dataset_that_TorchSharp_downloads_is_a_gap() =>
        Assert.StartsWith("Training data 'CIFAR10' is downloaded at run time from datasets.CIFAR10", Assert.Single(await Torch("torchvision.datasets.CIFAR10(\"data\", true, download: true)").Findings("RAI2005")).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public async Task The_test_part_of_a_dataset_that_TorchSharp_downloads_is_the_same_dataset() =>
        Assert.Single(await Torch("(torchvision.datasets.CIFAR10(\"data\", true, download: true), torchvision.datasets.CIFAR10(\"data\", false, download: true))").Findings("RAI2005"));

    [Fact]
    public async Task One_that_is_there_already_is_not_reported() => Assert.Empty(await Torch("torchvision.datasets.CIFAR10(\"data\", true)").Findings("RAI2005"));
}
