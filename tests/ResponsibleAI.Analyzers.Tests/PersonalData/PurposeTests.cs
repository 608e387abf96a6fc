using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.PersonalData;

public sealed class PurposeTests
{
    private static Program Declaring(string id, params Purpose[] register) =>
        Program.Of($"[assembly: ProcessingPurpose(\"{id}\")]" + TrainingPrograms.People, ShippedPolicy.Snapshot with { Purposes = register });

    [Fact]
    public async Task A_purpose_that_the_register_lacks_is_a_violation_that_names_those_it_has()
    {
        var finding = Assert.Single(await Declaring("loans", new Purpose { Id = "loan-approval" }).Findings("RAI1002"));

        Assert.Equal("The declared purpose 'loans' is not in the purpose register; it has: loan-approval", finding.GetMessage());
        Assert.Equal("violation", finding.Properties["kind"]);
    }

    [Fact]
    public async Task A_purpose_past_its_review_date_is_a_violation()
    {
        var finding = Assert.Single(await Declaring("loans", new Purpose { Id = "loans", OverdueSince = "2026-01-31", File = "rai/purposes.yaml" }).Findings("RAI1002"));

        Assert.Contains("past its review date 2026-01-31", finding.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_purpose_in_force_is_not_reported() => Assert.Empty(await Declaring("loans", new Purpose { Id = "loans" }).Findings("RAI1002"));

    [Fact]
    public async Task A_category_that_the_purpose_does_not_allow_is_a_violation_per_column()
    {
        var findings = await Declaring("loans", new Purpose { Id = "loans", AllowedCategories = ["user.financial"] }).Findings("RAI1003");

        Assert.Contains(findings, finding => finding.GetMessage().StartsWith("'Person.Age' (", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.GetMessage().Contains("MaritalStatus", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Categories_below_an_allowed_one_are_allowed() =>
        Assert.Empty(await Declaring("loans", new Purpose { Id = "loans", AllowedCategories = ["user"] }).Findings("RAI1003"));

    [Fact]
    public async Task A_card_that_does_not_list_the_purpose_forbids_it()
    {
        var policy = ShippedPolicy.Snapshot with
        {
            Purposes = [new Purpose { Id = "loans" }],
            Cards = [new DataCard { Id = "people", Files = ["people.csv"], Purposes = [new CardPurpose("churn", null, null)] }],
        };

        var finding = Assert.Single(await Program.Of("[assembly: ProcessingPurpose(\"loans\")]" + TrainingPrograms.People, policy).Findings("RAI1003"));

        Assert.Equal("Data card 'people' does not allow purpose 'loans'; it allows 'churn'", finding.GetMessage());
    }
}
