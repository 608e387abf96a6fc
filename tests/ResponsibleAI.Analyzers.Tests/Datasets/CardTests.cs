using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Datasets;

public sealed class CardTests
{
    private static readonly Purpose s_commercial = new() { Id = "loans", Commercial = true, DecidesAboutPeople = true, LawfulBasis = "eu-gdpr:A6-1-a" };

    private static Program Using(DataCard card, Purpose? purpose = null) =>
        Program.Of("[assembly: ProcessingPurpose(\"loans\")]" + TrainingPrograms.People, ShippedPolicy.Snapshot with { Purposes = [purpose ?? s_commercial], Cards = [card with { Id = "people", Files = ["people.csv"] }] });

    public static TheoryData<string, string> Forbidding => new()
    {
        { "license", "License 'CC-BY-NC-4.0' of card 'people' (through base) forbids commercial use, and purpose 'loans' is commercial" },
        { "restriction", "Card 'people' is research-only, and purpose 'loans' is commercial" },
        { "decisions", "Card 'people' forbids decisions about people, and purpose 'loans' makes them" },
        { "evidence", "Purpose 'loans' rests on consent, and card 'people' says that there is no evidence of it" },
        { "covers", "Purpose 'loans' rests on consent, and the consent of card 'people' does not cover it" },
        { "retention", "The data of card 'people' was to be kept until 2025-12-31" },
    };

    private static DataCard Card(string what) => what switch
    {
        "license" => new DataCard { Licenses = [new CardLicense("CC-BY-NC-4.0", "base", "forbidden")] },
        "restriction" => new DataCard { Restrictions = ["research-only"] },
        "decisions" => new DataCard { Restrictions = ["no-decisions-about-people"] },
        "evidence" => new DataCard { ConsentEvidence = "none" },
        "covers" => new DataCard { ConsentCovers = ["churn"] },
        _ => new DataCard { RetentionEnded = "2025-12-31" },
    };

    [Theory]
    [MemberData(nameof(Forbidding))]
    public async Task A_card_that_does_not_allow_the_use_is_a_violation(string what, string message) =>
        Assert.Equal(message, Assert.Single(await Using(Card(what)).Findings("RAI2002")).GetMessage());

    [Theory]
    [InlineData("license")]
    [InlineData("restriction")]
    [InlineData("decisions")]
    [InlineData("evidence")]
    public async Task A_use_that_the_card_does_not_speak_of_is_not_reported(string what) =>
        Assert.Empty(await Using(Card(what), new Purpose { Id = "loans" }).Findings("RAI2002"));

    [Theory]
    [InlineData("ml.Data.CreateEnumerable<Person>(loaded, false).ToList()", true)]
    [InlineData("ml.Data.CreateEnumerable<Person>(loaded, false).Select(p => new Member { Age = p.Age, HoursPerWeek = p.HoursPerWeek, Label = p.Income })", true)]
    [InlineData("ml.Data.CreateEnumerable<Person>(loaded, false).GroupBy(p => p.MaritalStatus).Select(g => new Member { Age = g.Average(p => p.Age), HoursPerWeek = g.Count() })", false)]
    public async Task The_card_holds_for_rows_that_are_taken_as_objects_and_loaded_again(string rows, bool holds)
    {
        var source = "public class Member { public float Age { get; set; } public float HoursPerWeek { get; set; } public bool Label { get; set; } }"
            + TrainingPrograms.People.Replace("var data =", "var loaded =", StringComparison.Ordinal).Replace("var split", $"var data = ml.Data.LoadFromEnumerable({rows}); var split", StringComparison.Ordinal)
                .Replace("public static class Trainer", "[ProcessingPurpose(\"loans\")] public static class Trainer", StringComparison.Ordinal);
        var policy = ShippedPolicy.Snapshot with { Purposes = [new Purpose { Id = "loans" }], Cards = [new DataCard { Id = "people", Files = ["people.csv"], Purposes = [new CardPurpose("churn", null, null)] }] };

        var said = (await Program.Of(source, policy).Findings("RAI1003")).Select(static finding => finding.GetMessage());

        Assert.Equal(holds ? ["Data card 'people' does not allow purpose 'loans'; it allows 'churn'"] : [], said);
    }

    [Fact]
    public async Task Columns_that_the_card_lacks_or_removed_are_violations()
    {
        var card = new DataCard { Columns = [new("age", [], null, "unchanged"), new("sex", [], null, "removed"), new("marital-status", [], null, "unchanged"), new("hours per week", [], null, "unchanged")] };

        var findings = await Using(card).Findings("RAI2004");

        Assert.Equal(
            ["'Person.Income' is loaded, and data card 'people' has no such column", "'Person.Sex' is loaded, and data card 'people' says that column 'sex' was removed"],
            findings.Select(finding => finding.GetMessage()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_card_without_columns_says_nothing_about_them() => Assert.Empty(await Using(new DataCard()).Findings("RAI2004"));

    [Fact]
    public async Task Dataset_on_the_row_type_or_method_names_the_card_where_the_path_cannot()
    {
        var policy = ShippedPolicy.Snapshot with { Cards = [new DataCard { Id = "people", Files = ["elsewhere.parquet"], FormerIds = ["persons"] }] };
        string Source(string attribute) => attribute + TrainingPrograms.People.Replace("\"people.csv\"", "Console.ReadLine()!", StringComparison.Ordinal);

        Assert.DoesNotContain(await Program.Of(Source("[Dataset(\"people\")]"), policy).Findings(), finding => finding.Id.StartsWith("RAI2", StringComparison.Ordinal));
        Assert.DoesNotContain(await Program.Of(Source("[Dataset(\"persons\")]"), policy).Findings(), finding => finding.Id.StartsWith("RAI2", StringComparison.Ordinal));
        Assert.Equal("[Dataset(\"poeple\")] names no data card; there are: people, persons", Assert.Single(await Program.Of(Source("[Dataset(\"poeple\")]"), policy).Findings("RAI2001")).GetMessage());
    }
}
