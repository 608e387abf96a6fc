using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Fairness;

public sealed class RAI3004Tests
{
    private static Program Loans(Purpose purpose, DataCard? card = null, string attribute = "") => Program.Of(
        "[assembly: ProcessingPurpose(\"loans\")]" + $$"""
        public class Applicant
        {
            [LoadColumn(0)] public float Amount { get; set; }
            [LoadColumn(1)] public float Gender { get; set; }
            [LoadColumn(2)] {{attribute}} public float District { get; set; }
            [LoadColumn(3)] public float Income { get; set; }
            [LoadColumn(4), ColumnName("Label")] public bool Defaulted { get; set; }
        }
        public static class Trainer
        {
            public static void Train(MLContext ml) =>
                ml.Transforms.Concatenate("Features", "Amount", "Gender", "District", "Income").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Applicant>("loans.csv"));
        }
        """,
        ShippedPolicy.Snapshot with { Purposes = [purpose], Cards = card is null ? [] : [card with { Id = "loans", Files = ["loans.csv"] }] });

    private static readonly Purpose s_credit = new() { Id = "loans", UseArea = "credit", DecidesAboutPeople = true };

    [Fact]
    public async Task A_category_protected_in_the_use_area_is_a_violation()
    {
        var finding = Assert.Single(await Loans(s_credit).Findings("RAI3004"));

        Assert.Equal("'Applicant.Gender' (by name 'gender', user.demographic.gender) flows through 'Concatenate' into the features of FastTree; it is protected in credit, the use area of purpose 'loans'", finding.GetMessage());
        Assert.Equal(("violation", "Gender"), (finding.Properties["kind"], finding.Properties["features"]));
    }

    [Fact]
    public async Task A_declared_proxy_of_one_counts_as_the_attribute()
    {
        var card = new DataCard { Proxies = [new("district", "user.demographic.race_ethnicity"), new("income", "user.financial")] };

        var findings = await Loans(s_credit, card).Findings("RAI3004");

        Assert.Contains(findings, finding => finding.GetMessage().StartsWith("'Applicant.District' (by data card 'loans', proxy for user.demographic.race_ethnicity)", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.GetMessage().Contains("Income", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_cards_role_and_the_attribute_protect_what_no_category_does()
    {
        var byCard = await Loans(s_credit, new DataCard { Columns = [new("district", [], ["protected"], "unchanged")] }).Findings("RAI3004");
        var byAttribute = await Loans(s_credit, attribute: "[ProtectedAttribute]").Findings("RAI3004");

        Assert.Contains(byCard, finding => finding.GetMessage().StartsWith("'Applicant.District' (by data card 'loans', role protected)", StringComparison.Ordinal));
        Assert.Contains(byAttribute, finding => finding.GetMessage().StartsWith("'Applicant.District' (by attribute [ProtectedAttribute])", StringComparison.Ordinal));
    }

    public static TheoryData<string?, bool?> Silent => new() { { null, true }, { "general", true }, { "research", true }, { "law-enforcement", true }, { "credit", false } };

    [Theory]
    [MemberData(nameof(Silent))]
    public async Task Silent_where_the_area_is_not_known_or_does_not_protect_or_nothing_is_decided(string? area, bool? decides) =>
        Assert.Empty(await Loans(new Purpose { Id = "loans", UseArea = area, DecidesAboutPeople = decides }).Findings("RAI3004"));

    [Fact]
    public async Task A_protected_column_that_is_only_loaded_is_not_reported() =>
        Assert.Empty(await Program.Of("[assembly: ProcessingPurpose(\"loans\")]" + TrainingPrograms.People.Replace("\"Age\", ", "", StringComparison.Ordinal), ShippedPolicy.Snapshot with { Purposes = [s_credit] }).Findings("RAI3004"));
}
