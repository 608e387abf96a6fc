using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.PersonalData;

public sealed class RAI1006Tests
{
    [Fact]
    public async Task Personal_columns_that_nothing_reads_are_a_gap_told_as_a_message()
    {
        var finding = Assert.Single(await Program.Of(TrainingPrograms.People).Findings("RAI1006"));

        Assert.StartsWith("'Person.Sex' (user.demographic.gender, by name 'sex' in a row about people), 'Person.MaritalStatus' (", finding.GetMessage(), StringComparison.Ordinal);
        Assert.EndsWith("are loaded, and nothing trains on them or reads them", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Equal((DiagnosticSeverity.Info, "gap"), (finding.Severity, finding.Properties["kind"]));
    }

    [Theory]
    [InlineData("public static string Group(Person person) => person.Sex + person.MaritalStatus;")]
    [InlineData("public static readonly string[] Groups = { nameof(Person.Sex), nameof(Person.MaritalStatus) };")]
    [InlineData("public static readonly string[] Groups = { \"Sex\", \"MaritalStatus\" };")]
    [InlineData("public static bool Is(Person person) => person is { Sex: \"f\", MaritalStatus: \"\" };")]
    public async Task Columns_that_other_code_reads_are_not_reported(string code) =>
        Assert.Empty(await Program.Of(TrainingPrograms.People).With("Use.cs", $"public static class Use {{ {code} }}").Findings("RAI1006"));

    [Fact]
    public async Task What_a_row_computes_is_not_loaded() =>
        Assert.DoesNotContain("Minor", Assert.Single(await Program.Of("public class Patient { public string PatientId { get; set; } = \"\"; public string Surname { get; set; } = \"\"; public float Age { get; set; } public bool IsMinor => Age < 18; public bool Label { get; set; } } public static class Trainer { public static void Train(MLContext ml) => ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Patient>(\"patients.csv\")); }").Findings("RAI1006")).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public async Task Writing_a_sample_is_no_use() =>
        Assert.Single(await Program.Of(TrainingPrograms.People).With("Use.cs", "public static class Use { public static Person Sample => new() { Sex = \"f\", MaritalStatus = \"single\" }; }").Findings("RAI1006"));

    [Fact]
    public async Task Rows_read_back_in_another_class_are_a_use() =>
        Assert.Empty(await Program.Of(TrainingPrograms.People).With("Use.cs", "public class Scored { public string Sex = \"\"; public string MaritalStatus = \"\"; public string Group => Sex + MaritalStatus; }").Findings("RAI1006"));

    [Fact]
    public async Task A_member_of_the_platform_with_the_same_name_is_no_use() =>
        Assert.Contains("'Person.Length'", Assert.Single(await Program.Of(TrainingPrograms.People.Replace("Sex", "Length", StringComparison.Ordinal)).With("Use.cs", "public static class Use { public static int Of(Person person) => person.MaritalStatus.Length; }").Findings("RAI1006")).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public async Task Protected_attributes_are_kept_to_check_the_model() =>
        Assert.Empty(await Program.Of(TrainingPrograms.People.Replace("[LoadColumn(1)]", "[LoadColumn(1), ProtectedAttribute]", StringComparison.Ordinal).Replace("[LoadColumn(2)]", "[LoadColumn(2), ProtectedAttribute]", StringComparison.Ordinal)).Findings("RAI1006"));

    [Fact]
    public async Task Nothing_is_said_while_not_all_of_the_pipeline_is_in_sight() =>
        Assert.Empty(await Program.Of(TrainingPrograms.Person + """
            public static class Trainer
            {
                public static void Train(MLContext ml, IEstimator<ITransformer> features) =>
                    features.Append(ml.Transforms.Concatenate("Features", "Age")).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Person>("people.csv"));
            }
            """).Findings("RAI1006"));

    [Fact]
    public async Task Unused_columns_about_things_are_not_reported() => Assert.Empty(await Program.Of("""
        public class House { [LoadColumn(0)] public float Rooms { get; set; } [LoadColumn(1)] public float HouseAge { get; set; } [LoadColumn(2)] public float Label { get; set; } }
        public static class Trainer
        {
            public static void Train(MLContext ml) => ml.Transforms.Concatenate("Features", "Rooms").Append(ml.Regression.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<House>("houses.csv"));
        }
        """).Findings("RAI1006"));
}
