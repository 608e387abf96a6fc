namespace ResponsibleAI.Cli.Tests;

public sealed class ExplainTests
{
    [Fact]
    public async Task A_column_is_explained_by_layer_word_and_way()
    {
        using var repo = Repo.OfPeople();

        var text = (await repo.Run("explain", "src/Program.cs:4")).Output;

        Assert.Contains("Column 'Age' of 'CensusRow': user.demographic.age_range, by name 'age' in a row about people (layer: ContextualName)", text);
        Assert.Contains("a row is about a person ('PersonId' is the id of a person)", text);
        Assert.Contains("words of the name: age", text);
        Assert.Contains("feature of the training at src/Program.cs:18", text);
        Assert.Contains("through Concatenate at src/Program.cs:17", text);
        Assert.Contains("through SdcaLogisticRegression at src/Program.cs:17", text);
    }

    [Fact]
    public async Task A_column_that_reaches_no_trainer_says_so()
    {
        using var repo = Repo.OfPeople();

        Assert.Contains("it reaches no trainer", (await repo.Run("explain", "src/Program.cs:5")).Output);
    }

    [Fact]
    public async Task A_training_call_shows_its_finding_columns_and_drops()
    {
        using var repo = Repo.OfPeople();

        var text = (await repo.Run("explain", "src/Program.cs:18")).Output;

        Assert.Contains("RAI1001 (gap):", text);
        Assert.Contains("Training of SdcaLogisticRegression", text);
        Assert.Contains("feature 'CensusRow.Age'", text);
        Assert.Contains("loaded at src/Program.cs:16", text);
        Assert.Contains("column 'MaritalStatus' is dropped on the way", text);
    }

    [Fact]
    public async Task A_silent_rule_gives_its_reason()
    {
        using var repo = Repo.OfPeople(("rai/policy.yaml", Programs.Policy), ("rai/purposes.yaml", Programs.Purposes), ("rai/cards/people.datacard.yaml", Programs.Card));
        repo.Add("src/Program.cs", Programs.People.Replace("public static class Trainer", "[ResponsibleAI.ProcessingPurpose(\"credit-scoring\")] public static class Trainer"));

        Assert.Contains("RAI1001 says nothing here: the purpose 'credit-scoring' is declared", (await repo.Run("explain", "src/Program.cs:18")).Output);
        var load = (await repo.Run("explain", "src/Program.cs:16")).Output;
        Assert.Contains("data card 'people', found by path", load);
        Assert.Contains("RAI2001 says nothing here: data card 'people' covers it", load);
    }

    [Fact]
    public async Task Rows_that_are_not_about_people_say_why_nothing_is_reported()
    {
        using var repo = Repo.OfPeople();
        repo.Add("src/Program.cs", Programs.People.Replace("CensusRow", "Taxi").Replace("PersonId", "RateCode").Replace("Sex", "VendorId").Replace("MaritalStatus", "PaymentType").Replace("Age", "TripDistance").Replace("HoursPerWeek", "FareAmount").Replace("Income", "Tip"));

        Assert.Contains("RAI1001 says nothing here: no column that reaches the trainer is known to be personal", (await repo.Run("explain", "src/Program.cs:18")).Output);
        Assert.Contains("RAI3001 says nothing here: the rows it is trained on are not known to be about people", (await repo.Run("explain", "src/Program.cs:19")).Output);
    }

    [Fact]
    public async Task A_file_is_compiled_with_its_project_also_where_there_is_no_repository()
    {
        using var repo = Repo.With(("app/App.csproj", Programs.Project), ("app/Rows/Person.cs", Programs.Person), ("app/Train/Program.cs", "using Microsoft.ML;\n" + Programs.People.Replace(Programs.Person, "")));
        Directory.Delete(Path.Combine(repo.Root, ".git"));

        Assert.Contains("declared at Rows/Person.cs:4", (await repo.Run("explain", "app/Train/Program.cs:9")).Output);
    }

    [Fact]
    public async Task A_line_without_anything_says_so()
    {
        using var repo = Repo.OfPeople();

        Assert.Contains("Nothing that the rules look at", (await repo.Run("explain", "src/Program.cs:12")).Output);
        Assert.Contains("'Console.WriteLine' loads nothing, trains nothing and saves nothing", (await repo.Run("explain", "src/Program.cs:15")).Output);
    }

    [Fact]
    public async Task Code_without_an_ml_library_says_that_nothing_is_analyzed()
    {
        using var repo = Repo.With(("src/Program.cs", Programs.Plain));

        var outcome = await repo.Run("explain", "src/Program.cs:3");

        Assert.Equal(0, outcome.Exit);
        Assert.Contains("references no library that the policy knows", outcome.Output);
    }

    [Fact]
    public async Task A_call_that_does_not_resolve_is_not_assessed()
    {
        using var repo = Repo.With(("src/Program.cs", """
            using Microsoft.ML.AutoML;
            public static class Program
            {
                public static void Main() => new Microsoft.ML.MLContext()
                    .Auto().Guess(1);
            }
            """));

        Assert.Contains("'Guess' does not resolve here (loose sources", (await repo.Run("explain", "src/Program.cs:5")).Output);
    }

    [Fact]
    public async Task Every_rule_that_could_speak_at_a_place_gives_its_reason()
    {
        using var repo = Repo.OfPeople();

        var training = (await repo.Run("explain", "src/Program.cs:18")).Output;
        Assert.Contains("RAI1002 says nothing here: no purpose is declared", training);
        Assert.Contains("RAI1004 says nothing here: no column that reaches the trainer is of a special category", training);
        Assert.Contains("RAI1005 says nothing here: no column that reaches the trainer identifies a person by itself", training);
        Assert.Contains("RAI3004 says nothing here: no purpose of the register is declared, so the use area is not known", training);

        var load = (await repo.Run("explain", "src/Program.cs:16")).Output;
        Assert.Contains("used for: training", load);
        Assert.Contains("RAI2002 says nothing here: there is no data card that could forbid it", load);
        Assert.Contains("RAI2004 says nothing here: there is no data card to compare with", load);
        Assert.Contains("RAI2005 says nothing here: the program is not seen to download it", load);
        Assert.DoesNotContain("RAI2001 says nothing", load);
    }

    [Theory]
    [InlineData("File.WriteAllText(\"o\", 1.ToString());", "RAI1007 says nothing here: no personal value of the rows that are trained on is passed as it is")]
    [InlineData("var random = new Random().NextDouble();", "RAI4002 says nothing here: nothing says that this is noise for a personal value")]
    [InlineData("var code = \"x\".GetHashCode();", "RAI4001 says nothing here: no personal value is hashed here, or nothing calls the result anonymous")]
    [InlineData("new System.Net.WebClient().DownloadFile(\"https://example.org/other.bin\", \"other.bin\");", "RAI2005 says nothing here: no load is seen to read what is fetched")]
    public async Task A_call_that_a_rule_looks_at_gives_the_rule_s_reason(string call, string reason)
    {
        using var repo = Repo.OfPeople();
        repo.Add("src/Program.cs", Programs.People.Replace("Console.WriteLine(\"training\");", call));

        Assert.Contains(reason, (await repo.Run("explain", "src/Program.cs:15")).Output);
    }
}
