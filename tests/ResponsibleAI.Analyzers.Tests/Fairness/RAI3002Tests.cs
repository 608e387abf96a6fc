using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Fairness;

public sealed class RAI3002Tests
{
    private const string Rest = ", favorable: true).Check(new FairnessThresholds { MinImpactRatio = 0.8 }).ThrowIfFailed(); ml.Model.Save(model, data.Schema, \"model.zip\");";

    private static string By(string columns) => "ml.Fairness().EvaluateBinary(model.Transform(split.TestSet), " + columns + Rest;

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Findings(string statements, PolicySnapshot? policy = null, string members = "") =>
        Program.Of(CheckedPrograms.Source(statements, members, "using ResponsibleAI.Fairness; [assembly: ProcessingPurpose(\"loans\")]"), policy ?? CheckedPrograms.Credit)
            .With("Extension.cs", CheckedPrograms.Extension).WithReference(Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(ResponsibleAI.Fairness.FairnessCatalog).Assembly.Location)).Findings("RAI3002");

    [Fact]
    public async Task A_column_that_the_use_area_protects_and_the_check_misses_is_a_violation()
    {
        var finding = Assert.Single(await Findings(By("[\"Gender\"]")));

        Assert.Equal("The fairness check of the model of FastTree does not compare groups by 'Applicant.Age' (by name 'age' in a row about people, user.demographic.age_range); it is protected in credit, the use area of purpose 'loans'", finding.GetMessage());
        Assert.Equal("violation", finding.Properties["kind"]);
    }

    [Theory]
    [InlineData("[\"Gender\", \"Age\"]")]
    [InlineData("new[] { \"Gender\", nameof(Applicant.Age) }")]
    [InlineData("new List<string> { \"Gender\", \"Age\" }")]
    public async Task A_check_that_covers_all_is_silent(string columns) => Assert.Empty(await Findings(By(columns)));

    [Fact]
    public async Task Two_checks_of_one_model_cover_together() =>
        Assert.Empty(await Findings("ml.Fairness().EvaluateBinary(model.Transform(split.TestSet), [\"Age\"], favorable: true).Check(new FairnessThresholds { MinImpactRatio = 0.8 }).ThrowIfFailed();" + By("[\"Gender\"]")));

    [Fact]
    public async Task A_column_made_of_the_attribute_covers_it() =>
        Assert.Empty(await Findings("""
            var grouped = ml.Transforms.NormalizeBinning("Decade", "Age").Fit(split.TrainSet);
            ml.Fairness().EvaluateBinary(model.Transform(grouped.Transform(split.TestSet)), ["Gender", "Decade"]
            """ + Rest));

    [Fact]
    public async Task A_column_made_out_of_sight_is_taken_for_what_its_name_says() =>
        Assert.Empty(await Findings("ml.Fairness().EvaluateBinary(model.Transform(Grouped(split.TestSet)), [\"Gender\", \"AgeGroup\"]" + Rest, members: "private static IDataView Grouped(IDataView rows) => throw new NotSupportedException();"));

    [Fact]
    public async Task Under_another_name_it_is_not_assessed() =>
        Assert.Equal("not-assessed", Assert.Single(await Findings(By("[\"Gender\", \"Cohort\"]"))).Properties["kind"]);

    [Fact]
    public async Task Columns_chosen_at_run_time_are_not_assessed() =>
        Assert.All(await Findings(By("File.ReadAllLines(\"columns.txt\")")), finding => Assert.Equal("not-assessed", finding.Properties["kind"]));

    [Fact]
    public async Task The_cards_role_names_an_attribute_whatever_the_area()
    {
        var policy = ShippedPolicy.Snapshot with { Cards = [new DataCard { Id = "loans", Files = ["loans.csv"], Columns = [new("amount", [], ["protected"], "unchanged")] }] };

        var finding = Assert.Single(await CheckedPrograms.Of(By("[\"Gender\"]"), policy: policy).Findings("RAI3002"));

        Assert.Contains("'Applicant.Amount' (by data card 'loans', role protected)", finding.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_that_arrays_of_groups_are_read_from_are_covered()
    {
        const string Arrays = """
            var rows = ml.Data.CreateEnumerable<Scored>(model.Transform(split.TestSet), false).ToList();
            var labels = rows.Select(r => r.Label).ToArray();
            var predicted = rows.Select(r => r.PredictedLabel).ToArray();
            BinaryFairness.Evaluate(labels, predicted, rows.Select(r => (string?)r.Gender).ToArray(), favorable: true, "Gender").Check(new FairnessThresholds { MinImpactRatio = 0.8 }).ThrowIfFailed();
            """;

        Assert.Contains("Applicant.Age", Assert.Single(await Findings(Arrays)).GetMessage(), StringComparison.Ordinal);
        Assert.Empty(await Findings(Arrays + "BinaryFairness.Evaluate(labels, predicted, rows.Select(r => r.Age > 25 ? \"old\" : \"young\").ToArray(), favorable: true).Check(new FairnessThresholds { MinImpactRatio = 0.8 }).ThrowIfFailed();"));
    }

    [Fact]
    public async Task What_a_marked_method_compares_is_its_own_affair_unless_its_measuring_is_in_sight()
    {
        const string Opaque = "[FairnessCheck] private static void Check(IDataView scored) { if (scored is null) throw new InvalidOperationException(); }";
        const string Open = "[FairnessCheck] private static void Check(IDataView scored) { FairnessCatalog.Instance.EvaluateBinary(scored, [\"Gender\"], favorable: true).Check(new FairnessThresholds { MinImpactRatio = 0.8 }).ThrowIfFailed(); }";

        Assert.Empty(await Findings("Check(model.Transform(split.TestSet));", members: Opaque));
        Assert.Single(await Findings("Check(model.Transform(split.TestSet));", members: Open));
    }

    [Fact]
    public async Task A_declared_proxy_is_not_asked_for()
    {
        var policy = CheckedPrograms.Credit with { Cards = [new DataCard { Id = "loans", Files = ["loans.csv"], Proxies = [new("amount", "user.demographic.race_ethnicity")] }] };

        Assert.Empty(await Findings(By("[\"Gender\", \"Age\"]"), policy));
    }

    [Fact]
    public async Task Silent_without_a_purpose_a_card_or_an_attribute() => Assert.Empty(await CheckedPrograms.Of(By("[\"Gender\"]")).Findings("RAI3002"));

    [Fact]
    public async Task Silent_in_an_area_that_protects_nothing() =>
        Assert.Empty(await Findings(By("[\"Gender\"]"), ShippedPolicy.Snapshot with { Purposes = [new Purpose { Id = "loans", UseArea = "research", DecidesAboutPeople = true }] }));

    [Fact]
    public async Task Silent_when_nothing_is_decided_about_people() =>
        Assert.Empty(await Findings(By("[\"Gender\"]"), ShippedPolicy.Snapshot with { Purposes = [new Purpose { Id = "loans", UseArea = "credit", DecidesAboutPeople = false }] }));
}
