using System.Diagnostics;
using System.Text.Json;

namespace ResponsibleAI.Cli.Tests;

public sealed class CheckTests
{
    [Fact]
    public async Task Gaps_are_printed_in_the_form_of_the_compiler_with_paths_of_the_repository()
    {
        using var repo = Repo.OfPeople();

        var outcome = await repo.Run("check");

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("src/Program.cs(16,28): info RAI1006: 'CensusRow.Sex'", outcome.Output);
        Assert.Contains("src/Program.cs(16,28): warning RAI2001: Dataset 'people.csv' is loaded with no data card [gap]", outcome.Output);
        Assert.Contains("src/Program.cs(18,30): warning RAI1001:", outcome.Output);
        Assert.Contains("src/Program.cs(19,18): warning RAI3001:", outcome.Output);
        Assert.DoesNotContain(repo.Root, outcome.Output);
        Assert.Contains("0 violations, 4 gaps; 0 items not assessed. 1 project, 1 training call, 1 dataset load, 0 cards.", outcome.Output);
    }

    [Fact]
    public async Task A_check_by_our_own_package_is_seen_without_a_build()
    {
        const string Gate = "ml.Fairness().EvaluateBinary(model.Transform(data), [\"Sex\"], favorable: true).Check(new FairnessThresholds { MinImpactRatio = 0.8 }).ThrowIfFailed(); ml.Model.Save";
        using var repo = Repo.OfPeople();
        repo.Add("src/Program.cs", "using ResponsibleAI.Fairness;\n" + Programs.People.Replace("ml.Model.Save", Gate, StringComparison.Ordinal));

        var outcome = await repo.Run("check");

        Assert.DoesNotContain("RAI3001", outcome.Output);
        Assert.Contains("warning RAI3005: 'EvaluateBinary' measures the model of SdcaLogisticRegression on rows of 'people.csv' that it was trained on", outcome.Output);
    }

    [Theory]
    [InlineData("info", 1)]
    [InlineData("warning", 1)]
    [InlineData("error", 0)]
    [InlineData("never", 0)]
    public async Task The_exit_code_depends_on_the_level_asked_for(string failOn, int exit)
    {
        using var repo = Repo.OfPeople();

        Assert.Equal(exit, (await repo.Run("check", "", "--fail-on", failOn)).Exit);
    }

    [Theory]
    [InlineData("check", "nowhere")]
    [InlineData("check", "", "--format", "yaml")]
    [InlineData("check", "", "--fail-on", "sometimes")]
    [InlineData("check", "", "--as-of", "tomorrow")]
    [InlineData("check", "", "--unknown")]
    [InlineData("map", "nowhere")]
    [InlineData("explain", "src/Program.cs")]
    [InlineData("explain", "src/Program.cs:0")]
    [InlineData("explain", "nowhere.cs:3")]
    [InlineData("bless", "")]
    public async Task A_command_line_that_cannot_be_understood_is_two(string verb, string path, params string[] options)
    {
        using var repo = Repo.OfPeople();

        var outcome = await repo.Run(verb, path, options);

        Assert.Equal(2, outcome.Exit);
        Assert.NotEmpty(outcome.Error);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public async Task A_folder_with_nothing_to_analyze_is_three_and_not_zero()
    {
        using var repo = Repo.With(("readme.md", "# hello"));

        var outcome = await repo.Run("check");

        Assert.Equal(3, outcome.Exit);
        Assert.Contains("Nothing to analyze", outcome.Output);
    }

    [Fact]
    public async Task Code_that_trains_nothing_is_zero_and_nobody_is_called_compliant()
    {
        using var repo = Repo.With(("src/Plain.csproj", Programs.Project), ("src/Program.cs", Programs.Plain));

        var outcome = await repo.Run("check");

        Assert.Equal(0, outcome.Exit);
        Assert.StartsWith("No contradiction found; 0 items not assessed.", outcome.Output);
        Assert.DoesNotContain("compliant", outcome.Output + outcome.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_policy_at_or_above_a_project_holds_for_it_and_its_cards_are_judged()
    {
        using var repo = Repo.OfPeople(("rai/policy.yaml", Programs.Policy), ("rai/purposes.yaml", Programs.Purposes), ("rai/cards/people.datacard.yaml", Programs.Card));

        var outcome = await repo.Run("check", "src");

        Assert.DoesNotContain("RAI2001", outcome.Output);
        Assert.Contains("rai/cards/people.datacard.yaml(", outcome.Output);
        Assert.Contains(", 1 card.", outcome.Output);
    }

    [Fact]
    public async Task A_policy_that_cannot_be_read_is_a_finding_with_its_place()
    {
        using var repo = Repo.OfPeople(("rai/policy.yaml", "schema: rai/policy/1\npacks: [gdpr\n"));

        var outcome = await repo.Run("check");

        Assert.Equal(1, outcome.Exit);
        Assert.Matches(@"rai/policy\.yaml\(\d+,\d+\): error RAI9001", outcome.Output);
    }

    [Fact]
    public async Task A_purpose_that_the_project_declares_by_property_counts()
    {
        using var repo = Repo.OfPeople(("rai/policy.yaml", Programs.Policy), ("rai/purposes.yaml", Programs.Purposes));
        repo.Add("src/Training.csproj", Programs.Project.Replace("<OutputType>", "<ResponsibleAIPurpose>credit-scoring</ResponsibleAIPurpose><OutputType>"));

        Assert.DoesNotContain("RAI1001", (await repo.Run("check")).Output);
    }

    [Fact]
    public async Task What_the_source_suppresses_stays_visible_and_is_not_counted()
    {
        using var repo = Repo.OfPeople();
        repo.Add("src/Program.cs", "#pragma warning disable RAI1001, RAI1006, RAI2001, RAI3001\n" + Programs.People);

        var outcome = await repo.Run("check");

        Assert.Equal(0, outcome.Exit);
        Assert.Contains("[gap, suppressed in the source]", outcome.Output);
        Assert.StartsWith("No contradiction found", outcome.Output.TrimEnd().Split('\n')[^1]);
    }

    [Fact]
    public async Task Row_types_of_a_referenced_project_are_seen()
    {
        using var repo = Repo.With(
            ("rows/Rows.csproj", Programs.Project),
            ("rows/Person.cs", Programs.Person),
            ("app/App.csproj", Programs.Project.Replace("</Project>", "<ItemGroup><ProjectReference Include=\"..\\rows\\Rows.csproj\" /></ItemGroup></Project>")),
            ("app/Program.cs", "using Microsoft.ML;\n" + Programs.People.Replace(Programs.Person, "")));

        var outcome = await repo.Run("check", "app/App.csproj");

        Assert.Equal(1, outcome.Exit);
        Assert.Matches("RAI1001: .*'CensusRow.Age'", outcome.Output);
    }

    [Fact]
    public async Task What_a_referenced_project_refers_to_is_in_reach()
    {
        const string Reference = "<ItemGroup><ProjectReference Include=\"..\\{0}\" /></ItemGroup></Project>";
        using var repo = Repo.With(
            ("rows/Rows.csproj", Programs.Project),
            ("rows/Person.cs", Programs.Person),
            ("middle/Middle.csproj", Programs.Project.Replace("</Project>", string.Format(System.Globalization.CultureInfo.InvariantCulture, Reference, "rows\\Rows.csproj"))),
            ("middle/Middle.cs", "public static class Middle { }"),
            ("app/App.csproj", Programs.Project.Replace("</Project>", string.Format(System.Globalization.CultureInfo.InvariantCulture, Reference, "middle\\Middle.csproj"))),
            ("app/Program.cs", "using Microsoft.ML;\n" + Programs.People.Replace(Programs.Person, "")));

        var outcome = await repo.Run("check", "app/App.csproj");

        Assert.Matches("RAI1001: .*'CensusRow.Age'", outcome.Output);
    }

    [Fact]
    public async Task Linked_sources_belong_to_the_project_and_removed_ones_do_not()
    {
        using var repo = Repo.With(
            ("shared/Person.cs", Programs.Person),
            ("app/App.csproj", Programs.Project.Replace("</Project>", "<ItemGroup><Compile Include=\"..\\shared\\Person.cs\" Link=\"Person.cs\" /><Compile Remove=\"old\\**\" /></ItemGroup></Project>")),
            ("app/old/Program.cs", Programs.People),
            ("app/Program.cs", "using Microsoft.ML;\n" + Programs.People.Replace(Programs.Person, "")));

        var outcome = await repo.Run("check", "app");

        Assert.Contains("app/Program.cs", outcome.Output);
        Assert.DoesNotContain("app/old", outcome.Output);
    }

    [Fact]
    public async Task A_solution_means_its_projects_and_a_folder_without_projects_its_sources()
    {
        using var repo = Repo.OfPeople(
            ("other/Other.csproj", Programs.Project),
            ("other/Program.cs", Programs.People),
            ("scripts/Train.cs", "using System;\n" + Programs.People),
            ("All.sln", "Project(\"{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}\") = \"Training\", \"src\\Training.csproj\", \"{1}\"\nEndProject\n"));

        Assert.Contains("1 project,", (await repo.Run("check", "All.sln")).Output);
        Assert.Contains("scripts/Train.cs", (await repo.Run("check", "scripts")).Output);
        Assert.Contains("3 projects,", (await repo.Run("check")).Output);
    }

    private const string ByConstructor = "public class Trainer(string path) { public void Train() { var ml = new MLContext(); var data = ml.Data.LoadFromTextFile<CensusRow>(path); ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression()).Fit(data); } }";

    private const string ByInterface = "public interface ITrainer { void Train(string path); } " + "public class Trainer : ITrainer { public void Train(string path) { var ml = new MLContext(); var data = ml.Data.LoadFromTextFile<CensusRow>(path); ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression()).Fit(data); } }";

    [Theory]
    [InlineData("App", ByConstructor, "new Trainer(\"people.csv\").Train();", "RAI2001: Dataset 'people.csv'")]
    [InlineData("App", ByConstructor, "const string folder = \"data\"; var make = () => new Trainer(Path.Combine(folder, \"people.csv\")); make().Train();", "RAI2001: Dataset 'people.csv'")]
    [InlineData("App", ByInterface, "ITrainer trainer = new Trainer(); trainer.Train(\"people.csv\");", "RAI2001: Dataset 'people.csv'")]
    [InlineData("App", ByConstructor, "new Trainer(args[0]).Train();", "RAI2003:")]
    [InlineData("App", ByConstructor, "var other = new Other.Trainer(\"people.csv\");", "RAI2003:")]
    [InlineData("Trainer.Tests", ByConstructor, "new Trainer(\"people.csv\").Train();", "RAI2003:")]
    public async Task A_path_that_a_project_which_refers_to_it_gives_is_seen(string name, string trainer, string body, string said)
    {
        using var repo = Repo.With(
            ("lib/Library.csproj", Programs.Project),
            ("lib/Trainer.cs", Programs.Person + trainer),
            ($"app/{name}.csproj", Programs.Project.Replace("</Project>", "<ItemGroup><ProjectReference Include=\"..\\lib\\Library.csproj\" /></ItemGroup></Project>")),
            ("app/Program.cs", $"namespace Other {{ public class Trainer(string path) {{ public string Path => path; }} }} public static class Program {{ public static void Main(string[] args) {{ {body} }} }}"));

        Assert.Contains(said, Assert.Single((await repo.Run("check")).Output.Split('\n'), static line => line.Contains("RAI2001:", StringComparison.Ordinal) || line.Contains("RAI2003:", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ITrainer trainer = new Trainer(); trainer.Train(\"people.csv\");", "RAI2001: Dataset 'people.csv'")]
    [InlineData("IOther other = null!; other.Train(\"people.csv\");", "RAI2003:")]
    public async Task A_path_that_is_given_over_a_contract_of_a_third_project_is_seen(string body, string said)
    {
        using var repo = Repo.With(
            ("contracts/Contracts.csproj", Programs.Project),
            ("contracts/Contracts.cs", "public interface ITrainer { void Train(string path); } public interface IOther { void Train(string path); }"),
            ("lib/Library.csproj", Programs.Project.Replace("</Project>", "<ItemGroup><ProjectReference Include=\"..\\contracts\\Contracts.csproj\" /></ItemGroup></Project>")),
            ("lib/Trainer.cs", Programs.Person + ByInterface.Replace("public interface ITrainer { void Train(string path); }", "", StringComparison.Ordinal)),
            ("app/App.csproj", Programs.Project.Replace("</Project>", "<ItemGroup><ProjectReference Include=\"..\\lib\\Library.csproj\" /><ProjectReference Include=\"..\\contracts\\Contracts.csproj\" /></ItemGroup></Project>")),
            ("app/Program.cs", $"public static class Program {{ public static void Main() {{ {body} }} }}"));

        Assert.Contains(said, Assert.Single((await repo.Run("check")).Output.Split('\n'), static line => line.Contains("RAI2001:", StringComparison.Ordinal) || line.Contains("RAI2003:", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT Age, Sex FROM Census", "lib/Store.cs(6,")]
    [InlineData("UPDATE Census SET Age = 1", null)]
    public async Task A_table_that_another_project_reads_is_told_of_there(string sql, string? place)
    {
        using var repo = Repo.With(
            ("rows/Rows.csproj", Programs.Project),
            ("rows/Person.cs", Programs.Person),
            ("lib/Library.csproj", Programs.Project.Replace("</Project>", "<ItemGroup><ProjectReference Include=\"..\\rows\\Rows.csproj\" /></ItemGroup></Project>")),
            ("lib/Store.cs", $$"""
                public class Store
                {
                    public System.Collections.Generic.List<CensusRow> All(System.Data.Common.DbConnection connection)
                    {
                        using var command = connection.CreateCommand();
                        command.CommandText = "{{sql}}";
                        var rows = new System.Collections.Generic.List<CensusRow>();
                        using var reader = command.ExecuteReader();
                        while (reader.Read())
                            rows.Add(new CensusRow { Age = reader.GetFloat(0) });
                        return rows;
                    }
                }
                """),
            ("app/App.csproj", Programs.Project.Replace("</Project>", "<ItemGroup><ProjectReference Include=\"..\\lib\\Library.csproj\" /><ProjectReference Include=\"..\\rows\\Rows.csproj\" /></ItemGroup></Project>")),
            ("app/Program.cs", "using Microsoft.ML; public static class Program { public static void Main() { var ml = new MLContext(); ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression()).Fit(ml.Data.LoadFromEnumerable(new Store().All(null))); } }"));

        var told = (await repo.Run("check")).Output.Split('\n').Where(static line => line.Contains("RAI2001:", StringComparison.Ordinal)).ToList();

        if (place is null)
            Assert.Empty(told);
        else
            Assert.Contains("Table 'Census'", Assert.Single(told, line => line.StartsWith(place, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_that_is_not_carried_is_not_assessed_and_nothing_throws()
    {
        using var repo = Repo.With(("old/Program.cs", """
            using Microsoft.ML.Legacy;
            public class Program { public static void Main() { var pipeline = new LearningPipeline(); pipeline.Add(new Nothing()); pipeline.Train<int, string>(); } }
            """));

        var outcome = await repo.Run("check");

        Assert.Equal(0, outcome.Exit);
        Assert.Contains("not assessed: the library of Microsoft.ML.Legacy (old)", outcome.Output);
        Assert.Contains("1 item not assessed", outcome.Output);
    }

    [Fact]
    public async Task Sarif_is_sorted_relative_and_without_times()
    {
        using var repo = Repo.OfPeople();

        var outcome = await repo.Run("check", "", "--format", "sarif");

        using var sarif = JsonDocument.Parse(outcome.Output);
        var run = sarif.RootElement.GetProperty("runs")[0];
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        Assert.Equal(["RAI1006", "RAI2001", "RAI1001", "RAI3001"], results.Select(result => result.GetProperty("ruleId").GetString()));
        Assert.All(results, result => Assert.Equal(result.GetProperty("ruleId").GetString(), run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        Assert.All(results, result => Assert.Equal("src/Program.cs", result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()));
        Assert.All(results, result => Assert.Equal("gap", result.GetProperty("properties").GetProperty("kind").GetString()));
        Assert.All(results, result => Assert.Equal(64, result.GetProperty("partialFingerprints").GetProperty("rai/1").GetString()!.Length));
        Assert.NotEmpty(results[2].GetProperty("relatedLocations").EnumerateArray());
        Assert.DoesNotContain("Time", outcome.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task GitHub_gets_workflow_commands()
    {
        using var repo = Repo.OfPeople();

        Assert.Contains("::warning file=src/Program.cs,line=16,col=28,endLine=16,title=RAI2001 (gap)::Dataset 'people.csv'", (await repo.Run("check", "", "--format", "github")).Output);
    }

    [Theory]
    [InlineData("check", "text")]
    [InlineData("check", "json")]
    [InlineData("check", "sarif")]
    [InlineData("check", "github")]
    [InlineData("map", "")]
    public async Task The_same_sources_give_the_same_bytes_wherever_they_lie(string verb, string format)
    {
        using var one = Repo.OfPeople(("rai/policy.yaml", Programs.Policy), ("rai/cards/people.datacard.yaml", Programs.Card));
        using var other = Repo.OfPeople(("rai/policy.yaml", Programs.Policy), ("rai/cards/people.datacard.yaml", Programs.Card));
        string[] options = format.Length == 0 ? [] : ["--format", format];

        var first = await one.Run(verb, "", options);
        var second = await other.Run(verb, "", options);

        Assert.NotEmpty(first.Output);
        Assert.Equal(first.Output, second.Output);
        Assert.DoesNotContain('\r', first.Output);
    }

    [Fact]
    public async Task Each_folder_below_is_a_repository_of_its_own_and_rules_are_counted_over_all()
    {
        using var repo = Repo.With(("one/Program.cs", "using System;\n" + Programs.People), ("two/Program.cs", "using System;\n" + Programs.People), ("three/readme.md", ""));

        var outcome = await repo.Run("check", "", "--each");

        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal(2, json.RootElement.GetProperty("countsByRule").GetProperty("RAI1001").GetInt32());
        Assert.Equal(["one", "three", "two"], json.RootElement.GetProperty("repositories").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
        Assert.Contains("one: ", outcome.Error);
    }

    [Fact]
    public async Task Progress_goes_to_standard_error_and_can_be_silent()
    {
        using var repo = Repo.OfPeople();

        var said = (await repo.Run("check")).Error;
        Assert.Contains("[1/1] loading src/Training.csproj", said);
        Assert.Contains("[1/1] src/Training.csproj", said);
        Assert.Empty((await repo.Run("check", "", "--quiet")).Error);
    }

    [Fact]
    public async Task The_result_can_go_to_a_file()
    {
        using var repo = Repo.OfPeople();
        var file = Path.Combine(repo.Root, "findings.sarif");

        var outcome = await repo.Run("check", "", "--format", "sarif", "--output", file);

        Assert.Empty(outcome.Output);
        Assert.Contains("RAI2001", await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData("<Import Project=\"$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))\" />", true)]
    [InlineData("", false)]
    public async Task What_projects_share_is_read_as_far_up_as_it_is_imported(string import, bool seen)
    {
        using var repo = Repo.OfPeople();
        repo.Add("src/Training.csproj", Programs.Project.Replace("<ImplicitUsings>enable</ImplicitUsings>", ""));
        repo.Add("src/Program.cs", Programs.People.Replace("\"people.csv\"", "new FileInfo(\"people.csv\").FullName"));
        repo.Add("Directory.Build.props", "<Project><PropertyGroup><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>");
        repo.Add("src/Directory.Build.props", $"<Project>{import}</Project>");

        var outcome = await repo.Run("check");

        Assert.Equal(seen, outcome.Output.Contains("RAI2001: Dataset 'people.csv'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_restored_project_is_loaded_as_the_build_sees_it()
    {
        var references = Path.Combine(AppContext.BaseDirectory, "references");
        var items = string.Concat(Directory.EnumerateFiles(references, "Microsoft.ML*.dll").Select(file => $"<Reference Include=\"{Path.GetFileNameWithoutExtension(file)}\"><HintPath>{file}</HintPath></Reference>"));
        using var repo = Repo.OfPeople();
        repo.Add("src/Training.csproj", Programs.Project.Replace("net8.0", "net10.0").Replace("<PackageReference Include=\"Microsoft.ML\" Version=\"5.0.1\" />", items));
        using var restore = Process.Start(new ProcessStartInfo("dotnet", ["restore", Path.Combine(repo.Root, "src", "Training.csproj")]) { RedirectStandardOutput = true })!;
        await restore.StandardOutput.ReadToEndAsync();
        await restore.WaitForExitAsync();
        Assert.Equal(0, restore.ExitCode);

        using var asBuilt = JsonDocument.Parse((await repo.Run("check", "", "--format", "json")).Output);
        using var fromSources = JsonDocument.Parse((await repo.Run("check", "", "--format", "json", "--load", "sources")).Output);

        Assert.Equal("build", asBuilt.RootElement.GetProperty("projects")[0].GetProperty("loaded").GetString());
        Assert.Equal("sources", fromSources.RootElement.GetProperty("projects")[0].GetProperty("loaded").GetString());
        Assert.Equal(fromSources.RootElement.GetProperty("findings").GetRawText(), asBuilt.RootElement.GetProperty("findings").GetRawText());
        Assert.Equal(asBuilt.RootElement.GetRawText(), await RunTool(repo.Root));
    }

    /// <summary>The tool as a process of its own, with its own assemblies and not those of the tests.</summary>
    private static async Task<string> RunTool(string repository)
    {
        var (framework, configuration) = (Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), Path.GetFileName(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, ".."))));
        var tool = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "src", "ResponsibleAI.Cli", "bin", configuration, framework, "rai.dll"));
        using var process = Process.Start(new ProcessStartInfo("dotnet", [tool, "check", repository, "--as-of", "2026-01-01", "--format", "json", "--quiet"]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        using var document = JsonDocument.Parse(output);
        return document.RootElement.GetRawText();
    }
}
