using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.PersonalData;

public sealed class RAI1007Tests
{
    private const string Stand = """
        namespace Microsoft.Extensions.Logging
        {
            public interface ILogger { }
            public static class LoggerExtensions { public static void LogInformation(this ILogger logger, string message, params object[] args) { } }
        }
        namespace OpenAI.Chat
        {
            public class UserChatMessage { public UserChatMessage(string text) { } }
            public class ChatClient { public void CompleteChat(params UserChatMessage[] messages) { } }
        }
        """;

    private static Task<IReadOnlyList<Diagnostic>> Findings(string body, string members = "") => Program.Of(TrainingPrograms.Person + $$"""
        public static class Trainer
        {
            {{members}}
            public static void Train(MLContext ml, Microsoft.Extensions.Logging.ILogger logger, System.Net.Http.HttpClient http, OpenAI.Chat.ChatClient chat, Person sample)
            {
                var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                var model = ml.Transforms.Concatenate("Features", "Age", "HoursPerWeek").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
                var rows = ml.Data.CreateEnumerable<Person>(data, false);
                {{body}}
            }
        }
        """).With("Libraries.cs", Stand).Findings("RAI1007");

    [Theory]
    [InlineData("foreach (var row in rows) Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(logger, \"{Age}\", row.Age);", "a log")]
    [InlineData("foreach (var row in rows.Take(5).ToList()) System.IO.File.AppendAllText(\"out.txt\", $\"{row.Age};{row.Sex}\");", "a file")]
    [InlineData("System.IO.File.WriteAllLines(\"out.txt\", rows.Select(row => row.MaritalStatus));", "a file")]
    [InlineData("System.IO.File.WriteAllText(\"out.json\", System.Text.Json.JsonSerializer.Serialize(rows));", "a file")]
    [InlineData("foreach (var row in rows) { var line = row.Sex + \",\" + row.Age.ToString(); using var writer = new System.IO.StreamWriter(\"o\"); writer.WriteLine(line); }", "a file")]
    [InlineData("foreach (var row in rows) http.PostAsync(\"https://example.org\", new System.Net.Http.StringContent(System.Text.Json.JsonSerializer.Serialize(row)));", "a web service")]
    [InlineData("foreach (var row in rows) chat.CompleteChat(new OpenAI.Chat.UserChatMessage(\"Summarize \" + row.MaritalStatus));", "an AI service")]
    public async Task A_personal_value_of_training_rows_that_leaves_is_a_violation(string body, string sink)
    {
        var finding = Assert.Single(await Findings(body));

        Assert.Contains(" of the training data ", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Contains($" to {sink} through '", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Equal((DiagnosticSeverity.Warning, "violation"), (finding.Severity, finding.Properties["kind"]));
    }

    [Theory]
    [InlineData("System.IO.File.AppendAllText(\"out.txt\", row.Sex)")]
    [InlineData("System.IO.File.WriteAllText(\"out.json\", System.Text.Json.JsonSerializer.Serialize(row))")]
    [InlineData("new System.Net.Http.HttpClient().PostAsync(\"https://example.org\", new System.Net.Http.StringContent(System.Text.Json.JsonSerializer.Serialize(row)))")]
    public async Task It_may_leave_from_another_file_in_which_nothing_else_is_of_interest(string write) =>
        Assert.Contains("Printer.cs", Assert.Single(await FromAnotherFile(write)).Location.GetLineSpan().Path, StringComparison.Ordinal);

    [Theory]
    [InlineData("System.IO.File.AppendAllText(\"out.txt\", \"Sex\")")]
    [InlineData("System.IO.File.AppendAllText(\"out.txt\", row.GetHashCode().ToString())")]
    public async Task A_file_that_only_speaks_of_a_column_lets_nothing_leave(string write) => Assert.Empty(await FromAnotherFile(write));

    private static Task<IReadOnlyList<Diagnostic>> FromAnotherFile(string write) => Program.Of(TrainingPrograms.Person + """
        public static class Trainer
        {
            public static void Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                var model = ml.Transforms.Concatenate("Features", "Age", "HoursPerWeek").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
                foreach (var row in ml.Data.CreateEnumerable<Person>(data, false))
                    Printer.Print(row);
            }
        }
        """).With("Printer.cs", $"public static class Printer {{ public static void Print(Person row) => {write}; }}").Findings("RAI1007");

    [Fact]
    public async Task On_the_console_it_is_a_message() =>
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await Findings("foreach (var row in rows) Console.WriteLine($\"{row.Age}\");")).Severity);

    [Theory]
    [InlineData("Console.WriteLine($\"{sample.Age}\"); System.IO.File.WriteAllText(\"o\", sample.Sex);")]
    [InlineData("var own = new Person { Age = 3 }; System.IO.File.WriteAllText(\"o\", own.Sex);")]
    [InlineData("System.IO.File.WriteAllText(\"o\", rows.Average(row => row.Age).ToString());")]
    [InlineData("foreach (var row in rows) System.IO.File.WriteAllText(\"o\", Score(row.Age));")]
    [InlineData("foreach (var row in rows) System.IO.File.WriteAllText(\"o\", row.Sex == \"f\" ? \"1\" : \"0\");")]
    [InlineData("System.IO.File.WriteAllText(\"o\", rows.Count().ToString());")]
    [InlineData("foreach (var output in ml.Data.CreateEnumerable<Output>(model.Transform(data), false)) System.IO.File.WriteAllText(\"o\", output.Age.ToString());")]
    public async Task Samples_predictions_and_what_is_computed_are_not_reported(string body) =>
        Assert.Empty(await Findings(body, "private static string Score(float age) => \"\"; public class Output { public float Age { get; set; } public bool PredictedLabel { get; set; } }"));
}
