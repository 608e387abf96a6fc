using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Lineage;

/// <summary>Fine-tuning of language models: with a client of the service or by a post, on a file that lies there or that the program writes.</summary>
public sealed class TuningTests
{
    private static Program Tuning(string body, string more = "") => Program.Of($$"""
        using System.Net.Http; using System.Text.Json; using System.Threading.Tasks;
        namespace Microsoft.EntityFrameworkCore { public class DbSet<T> : List<T> { } }
        namespace OpenAI.Files { public class OpenAIFile { public string Id { get; } = null!; } public class OpenAIFileClient { public OpenAIFile UploadFile(string filePath, int purpose) => new(); } }
        namespace OpenAI.FineTuning { public class FineTuningClient { public object FineTune(string baseModel, string trainingFileId) => new(); } }
        public class Ticket { public string CustomerName { get; set; } = ""; public string CustomerEmail { get; set; } = ""; public string Question { get; set; } = ""; public string Answer { get; set; } = ""; }
        public class Db { public Microsoft.EntityFrameworkCore.DbSet<Ticket> Tickets { get; set; } = new(); }
        public class FineTuning(Db db, HttpClient http, OpenAI.Files.OpenAIFileClient files, OpenAI.FineTuning.FineTuningClient tuning)
        {
            private const string FileName = "train.jsonl";
            public async Task Tune() { {{body}} }
            {{more}}
        }
        """);

    private const string Post = "using var form = new MultipartFormDataContent(); form.Add(new StringContent(\"fine-tune\"), \"purpose\"); form.Add(new StreamContent(File.OpenRead(FileName)), \"file\", \"f\"); await http.PostAsync(\"https://api.example.com/v1/files\", form);";
    private const string Client = "var file = files.UploadFile(FileName, 0); tuning.FineTune(\"base\", file.Id); await Task.Yield();";

    [Theory]
    [InlineData(Post)]
    [InlineData("using var form = new MultipartFormDataContent { { new StringContent(\"fine-tune\"), \"purpose\" }, { new ByteArrayContent(File.ReadAllBytes(FileName)), \"file\", \"f\" } }; await http.PostAsync(\"v1/files\", form);")]
    [InlineData(Client)]
    public async Task The_file_that_a_model_is_tuned_on_is_a_dataset(string tune) =>
        Assert.Equal("Dataset 'train.jsonl' is loaded with no data card", Assert.Single(await Tuning(tune).Findings("RAI2001")).GetMessage());

    [Theory]
    [InlineData(Post, "public void Write() => File.WriteAllLines(FileName, db.Tickets.Select(ticket => JsonSerializer.Serialize(new { prompt = ticket.Question, completion = ticket.Answer })));")]
    [InlineData(Client, "public void Write() { using var writer = new StreamWriter(FileName); foreach (var ticket in db.Tickets) writer.WriteLine(JsonSerializer.Serialize(new { prompt = ticket.Question, completion = ticket.Answer })); }")]
    public async Task A_table_that_is_written_into_the_file_is_the_dataset(string tune, string write)
    {
        var findings = await Tuning(tune, write).Findings("RAI1001", "RAI2001");

        Assert.Equal("Table 'Tickets' is loaded with no data card", Assert.Single(findings, static finding => finding.Id == "RAI2001").GetMessage());
        Assert.Contains("'Ticket.Question'", Assert.Single(findings, static finding => finding.Id == "RAI1001").GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public void Write() => File.WriteAllText(FileName, \"{}\");", "Dataset 'train.jsonl'")]
    [InlineData("public void Write() => File.WriteAllLines(\"backup.jsonl\", db.Tickets.Select(ticket => ticket.Question));", "Dataset 'train.jsonl'")]
    public async Task Other_files_and_other_contents_do_not_stand_for_it(string write, string named) =>
        Assert.StartsWith(named, Assert.Single(await Tuning(Post, write).Findings("RAI2001")).GetMessage(), StringComparison.Ordinal);

    [Theory]
    [InlineData("using var form = new MultipartFormDataContent(); form.Add(new StringContent(\"avatar\"), \"purpose\"); form.Add(new StreamContent(File.OpenRead(FileName)), \"file\", \"f\"); await http.PostAsync(\"https://api.example.com/v1/files\", form);")]
    [InlineData("await http.PostAsync(\"https://api.example.com/v1/files\", new StringContent(\"fine-tune\")); File.OpenRead(FileName);")]
    public async Task Forms_for_something_else_train_nothing(string post) => Assert.Empty(await Tuning(post).Findings("RAI1001", "RAI2001", "RAI2003"));
}
