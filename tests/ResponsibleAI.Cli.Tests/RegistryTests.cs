using System.Text.Json;

namespace ResponsibleAI.Cli.Tests;

public sealed class RegistryTests
{
    private const string Purposes = "schema: rai/purposes/1\npurposes:\n- { id: loans, title: Decide on loans, owner: risk, useArea: credit }\n";

    private static readonly (string Path, string Text)[] s_files =
    [
        ("bank/rai/purposes.yaml", Purposes),
        ("bank/rai/cards/people.datacard.yaml", "schema: rai/datacard/1\nid: people\nowner: data\nlicense: MIT\nsubjects: { data: personal }\npurposes: [loans]\n"),
        ("models/rai/cards/score.modelcard.yaml", "schema: rai/modelcard/1\nid: score\npurpose: loans\ndatasets: [{ dataset: people, role: training }]\n"),
    ];

    [Fact]
    public async Task Cards_models_and_purposes_of_several_repositories_are_listed_with_who_uses_what()
    {
        using var repo = Repo.With(s_files);

        var outcome = await Repo.Rai("registry", repo.At("bank"), repo.At("models"));

        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        Assert.Matches(@"people +- +data +personal +MIT +loans +score +bank/rai/cards/people.datacard.yaml:2", outcome.Output);
        Assert.Matches(@"score +- +- +loans +people \(training\) +models/rai/cards/score.modelcard.yaml:2", outcome.Output);
        Assert.Matches(@"loans +Decide on loans +risk +credit +- +people, score", outcome.Output);
        Assert.Contains("What code uses is not assessed", outcome.Output);
    }

    [Fact]
    public async Task Names_that_nobody_knows_are_findings_with_their_place()
    {
        using var repo = Repo.With([.. s_files, ("models/rai/cards/bad.modelcard.yaml", "schema: rai/modelcard/1\nid: bad\npurpose: lones\ndatasets:\n- { dataset: peoples, role: training }\n")]);

        var outcome = await Repo.Rai("registry", repo.Root);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("/models/rai/cards/bad.modelcard.yaml(3,10): warning RAI9003: `lones` is in no purpose register", outcome.Output);
        Assert.Contains("/models/rai/cards/bad.modelcard.yaml(5,14): warning RAI9003: `peoples` is the id of no data card", outcome.Output);
        Assert.Contains("lones (unknown)", outcome.Output);
    }

    [Fact]
    public async Task Json_keeps_to_its_schema_and_names_code_when_a_map_is_given()
    {
        using var repo = Repo.OfPeople(("rai/policy.yaml", Programs.Policy), ("rai/cards/people.datacard.yaml", Programs.Card));
        await repo.Run("map", "", "--output", repo.At("map.json"));

        var outcome = await Repo.Rai("registry", repo.Root, "--map", repo.At("map.json"), "--format", "json");

        using var json = JsonDocument.Parse(outcome.Output);
        using var schema = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "schema", "registry.schema.json")));
        Assert.Empty(new SchemaCheck(schema.RootElement).Problems(json.RootElement));
        Assert.True(json.RootElement.GetProperty("codeAssessed").GetBoolean());
        Assert.Contains(json.RootElement.GetProperty("dataCards").EnumerateArray(), card => card.GetProperty("code").EnumerateArray().Any(place => place.GetString()!.StartsWith("src/Program.cs:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_files_give_the_same_bytes_wherever_they_lie()
    {
        using var one = Repo.With(s_files);
        using var other = Repo.With(s_files);

        Assert.Equal((await Repo.Rai("registry", one.At("bank"), one.At("models"), "--format", "json")).Output, (await Repo.Rai("registry", other.At("bank"), other.At("models"), "--format", "json")).Output);
    }

    [Fact]
    public async Task Broken_files_and_empty_folders_are_no_success()
    {
        using var repo = Repo.With(("rai/cards/x.datacard.yaml", "schema: rai/datacard/1\nid: [\n"), ("map.json", "{}"), ("empty/readme.md", ""));

        var broken = await Repo.Rai("registry", repo.Root);
        Assert.Equal(3, broken.Exit);
        Assert.Contains("RAI9001", broken.Output);
        Assert.Equal(3, (await Repo.Rai("registry", repo.At("empty"))).Exit);
        Assert.Equal(2, (await Repo.Rai("registry", repo.At("gone"))).Exit);
        Assert.Contains("no output of rai map", (await Repo.Rai("registry", repo.Root, "--map", repo.At("map.json"))).Error);
    }
}
