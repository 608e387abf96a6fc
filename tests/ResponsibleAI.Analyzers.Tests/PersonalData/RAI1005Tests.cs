using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.PersonalData;

public sealed class RAI1005Tests
{
    private static string Passengers(string features) => $$"""
        public class Passenger
        {
            [LoadColumn(0)] public float PassengerId { get; set; }
            [LoadColumn(1)] public string Name { get; set; } = "";
            [LoadColumn(2)] public float Age { get; set; }
            [LoadColumn(3)] public float Sex { get; set; }
            [LoadColumn(4), ColumnName("Label")] public bool Boarded { get; set; }
        }
        public static class Trainer
        {
            public static void Train(MLContext ml) =>
                ml.Transforms.Text.FeaturizeText("NameFeatures", "Name")
                    .Append(ml.Transforms.Concatenate("Features", {{features}})).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Passenger>("passengers.csv"));
        }
        """;

    [Fact]
    public async Task A_name_and_a_number_of_a_person_among_the_features_are_violations()
    {
        var findings = await Program.Of(Passengers("\"PassengerId\", \"NameFeatures\", \"Age\"")).Findings("RAI1005");

        Assert.Equal(
            [
                "'Passenger.Name' (user.name, by name 'name' in a row about people) identifies a person and flows through 'FeaturizeText', 'Concatenate' into the features of FastTree",
                "'Passenger.PassengerId' (user.unique_id, by name 'passenger id') identifies a person and flows through 'Concatenate' into the features of FastTree",
            ],
            findings.Select(finding => finding.GetMessage()).Order(StringComparer.Ordinal));
        Assert.Equal(["NameFeatures", "PassengerId"], findings.Select(finding => finding.Properties["features"]).Order(StringComparer.Ordinal));
        Assert.All(findings, finding => Assert.Equal("violation", finding.Properties["kind"]));
    }

    [Fact]
    public async Task Identifiers_that_stay_out_of_the_features_are_not_reported() => Assert.Empty(await Program.Of(Passengers("\"Age\", \"Sex\"")).Findings("RAI1005"));

    [Fact]
    public async Task The_cards_role_makes_a_column_an_identifier_whatever_its_name()
    {
        var policy = ShippedPolicy.Snapshot with { Cards = [new DataCard { Id = "passengers", Files = ["passengers.csv"], Columns = [new("Sex", [], ["direct-identifier"], "unchanged")] }] };

        Assert.Contains("by data card 'passengers', role direct-identifier", Assert.Single(await Program.Of(Passengers("\"Age\", \"Sex\""), policy).Findings("RAI1005")).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pseudonymous_id_on_the_card_is_no_direct_identifier()
    {
        var policy = ShippedPolicy.Snapshot with { Cards = [new DataCard { Id = "passengers", Files = ["passengers.csv"], Columns = [new("PassengerId", ["user.unique_id.pseudonymous"], null, "tokenized")] }] };

        Assert.Empty(await Program.Of(Passengers("\"Age\", \"PassengerId\""), policy).Findings("RAI1005"));
    }

    [Fact]
    public async Task Names_of_things_are_not_reported() => Assert.Empty(await Program.Of("""
        public class Product { [LoadColumn(0)] public string ProductName { get; set; } = ""; [LoadColumn(1)] public float ProductId { get; set; } [LoadColumn(2)] public float Label { get; set; } }
        public static class Trainer
        {
            public static void Train(MLContext ml) =>
                ml.Transforms.Text.FeaturizeText("NameFeatures", "ProductName").Append(ml.Transforms.Concatenate("Features", "NameFeatures", "ProductId")).Append(ml.Regression.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Product>("products.csv"));
        }
        """).Findings("RAI1005"));

    [Fact]
    public async Task A_template_that_a_recognizer_learns_from_is_not_reported() => Assert.Empty(await Program.Of("""
        public class Sample { [LoadColumn(0)] public float FaceEmbedding { get; set; } [LoadColumn(1)] public float Age { get; set; } [LoadColumn(2)] public float Label { get; set; } }
        public static class Trainer
        {
            public static void Train(MLContext ml) =>
                ml.Transforms.Concatenate("Features", "FaceEmbedding", "Age").Append(ml.Regression.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Sample>("faces.csv"));
        }
        """).Findings("RAI1005"));

    [Fact]
    public async Task The_keys_that_a_factorization_takes_are_not_reported() => Assert.Empty(await Program.Of("""
        public class Rating { [LoadColumn(0)] public float UserId { get; set; } [LoadColumn(1)] public float MovieId { get; set; } [LoadColumn(2)] public bool Label { get; set; } }
        public static class Trainer
        {
            public static void Train(MLContext ml) =>
                ml.Transforms.Categorical.OneHotEncoding("User", "UserId").Append(ml.Transforms.Categorical.OneHotEncoding("Movie", "MovieId"))
                    .Append(ml.BinaryClassification.Trainers.FieldAwareFactorizationMachine(new[] { "User", "Movie" })).Fit(ml.Data.LoadFromTextFile<Rating>("ratings.csv"));
        }
        """).Findings("RAI1005"));

    /// <summary>Account of a borrower: one column and the age go to the features.</summary>
    private static string Borrowers(string declaration) => $$"""
        public class Borrower
        {
            [LoadColumn(0)] public {{declaration}} { get; set; }
            [LoadColumn(1)] public float Age { get; set; }
            [LoadColumn(2), ColumnName("Label")] public bool Repaid { get; set; }
        }
        public static class Trainer
        {
            public static void Train(MLContext ml) =>
                ml.Transforms.Concatenate("Features", "{{declaration.Split(' ')[1]}}", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Borrower>("borrowers.csv"));
        }
        """;

    [Theory]
    [InlineData("float AccountNumber")]
    [InlineData("string CheckingAccountNumber")]
    [InlineData("string CreditCardNumber")]
    [InlineData("string CustomerPhoneNumber")]
    [InlineData("string PassportNo")]
    [InlineData("string DriversLicenseNumber")]
    [InlineData("string Ssn")]
    [InlineData("float BorrowerId")]
    public async Task The_number_itself_is_a_violation(string declaration) =>
        Assert.Equal("violation", Assert.Single(await Program.Of(Borrowers(declaration)).Findings("RAI1005")).Properties["kind"]);

    [Theory]
    [InlineData("float CheckingAccountBalance")]
    [InlineData("float SavingsAccountBalance")]
    [InlineData("float CreditCardUtilizationRate")]
    [InlineData("float AccountAge")]
    [InlineData("float NumberOfCreditCards")]
    [InlineData("string CheckingAccountStatus")]
    [InlineData("string CreditCardType")]
    [InlineData("float PhoneNumberLength")]
    [InlineData("float EmailDomainAge")]
    [InlineData("bool DriversLicense")]
    [InlineData("string HasPassport")]
    [InlineData("float PhoneNumberVerified")]
    [InlineData("float IpAddressCount")]
    public async Task What_is_only_said_about_a_number_is_not_reported(string declaration) => Assert.Empty(await Program.Of(Borrowers(declaration)).Findings("RAI1005"));

    [Theory]
    [InlineData("string DriversLicense")]
    [InlineData("string Passport")]
    [InlineData("float CreditCard")]
    [InlineData("string CheckingAccount")]
    public async Task The_name_of_a_thing_that_has_a_number_is_not_assessed(string declaration)
    {
        var finding = Assert.Single(await Program.Of(Borrowers(declaration)).Findings("RAI1005"));

        Assert.Equal("not-assessed", finding.Properties["kind"]);
        Assert.Contains("may be a number that identifies a person or only tell whether there is one", finding.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_about_a_number_stays_personal() =>
        Assert.Contains("'Borrower.PhoneNumberLength' (user.contact.phone_number", Assert.Single(await Program.Of(Borrowers("float PhoneNumberLength")).Findings("RAI1001")).GetMessage(), StringComparison.Ordinal);
}
