using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.PersonalData;

public sealed class RAI1004Tests
{
    private const string Patients = """
        public class Patient
        {
            [LoadColumn(0)] public float Age { get; set; }
            [LoadColumn(1)] public string Diagnosis { get; set; } = "";
            [LoadColumn(2), ColumnName("Label")] public bool Readmitted { get; set; }
        }
        public static class Trainer
        {
            public static void Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Patient>("patients.csv");
                ml.Transforms.Categorical.OneHotEncoding("DiagnosisEncoded", "Diagnosis")
                    .Append(ml.Transforms.Concatenate("Features", "Age", "DiagnosisEncoded")).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            }
        }
        """;

    private static Program For(Purpose purpose, params CardPurpose[] uses) => Program.Of(
        "[assembly: ProcessingPurpose(\"triage\")]" + Patients,
        ShippedPolicy.Snapshot with { Purposes = [purpose], Cards = uses.Length == 0 ? [] : [new DataCard { Id = "patients", Files = ["patients.csv"], Purposes = uses }] });

    [Fact]
    public async Task Health_data_with_no_purpose_is_a_gap()
    {
        var finding = Assert.Single(await Program.Of(Patients).Findings("RAI1004"));

        Assert.StartsWith("Special-category data 'Patient.Diagnosis' (user.health.medical_diagnosis, by name 'diagnosis')", finding.GetMessage(), StringComparison.Ordinal);
        Assert.EndsWith("reaches the training of FastTree; no purpose is declared that could name a condition of Art. 9(2)", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(("gap", "DiagnosisEncoded"), (finding.Properties["kind"], finding.Properties["features"]));
    }

    [Theory]
    [InlineData(null, "gap", "neither purpose 'triage' nor the data card names a condition of Art. 9(2)")]
    [InlineData("none", "violation", "purpose 'triage' says that there is no condition of Art. 9(2)")]
    public async Task A_purpose_that_is_silent_is_a_gap_and_one_that_says_none_a_violation(string? condition, string kind, string message)
    {
        var finding = Assert.Single(await For(new Purpose { Id = "triage", Art9 = condition }).Findings("RAI1004"));

        Assert.Equal(kind, finding.Properties["kind"]);
        Assert.EndsWith(message, finding.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_purpose_that_names_a_condition_is_enough() => Assert.Empty(await For(new Purpose { Id = "triage", Art9 = "eu-gdpr:A9-2-h" }).Findings("RAI1004"));

    [Fact]
    public async Task The_card_may_name_the_condition_for_its_one_dataset() =>
        Assert.Empty(await For(new Purpose { Id = "triage" }, new CardPurpose("triage", null, "eu-gdpr:A9-2-j")).Findings("RAI1004"));

    [Fact]
    public async Task The_cards_condition_for_another_purpose_does_not_count() =>
        Assert.Single(await For(new Purpose { Id = "triage" }, new CardPurpose("triage", null, null), new CardPurpose("research", null, "eu-gdpr:A9-2-j")).Findings("RAI1004"));

    [Fact]
    public async Task A_purpose_that_the_register_lacks_is_only_that() => Assert.Empty(await For(new Purpose { Id = "other" }).Findings("RAI1004"));

    [Fact]
    public async Task Personal_data_of_no_special_category_needs_no_condition() => Assert.Empty(await Program.Of(TrainingPrograms.People).Findings("RAI1004"));

    [Fact]
    public async Task Race_among_other_words_for_a_person_is_one() =>
        Assert.StartsWith(
            "Special-category data 'Person.Race' (user.demographic.race_ethnicity, by name 'race' in a row about people) reaches",
            Assert.Single(await Program.Of(TrainingPrograms.People.Replace("HoursPerWeek", "Race", StringComparison.Ordinal)).Findings("RAI1004")).GetMessage(),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_card_without_people_silences_names() =>
        Assert.Empty(await Program.Of(Patients, ShippedPolicy.Snapshot with { Cards = [new DataCard { Id = "p", Files = ["patients.csv"], SubjectsData = "anonymized" }] }).Findings("RAI1004"));

    [Theory]
    [InlineData("Age", "Height", "Weight")]
    [InlineData("ShellWeight", "Diameter", "Rings")]
    public async Task Sizes_alone_are_no_health_data(string one, string two, string three) => Assert.Empty(await Program.Of($$"""
        public class Row
        {
            [LoadColumn(0)] public float {{one}} { get; set; }
            [LoadColumn(1)] public float {{two}} { get; set; }
            [LoadColumn(2)] public float {{three}} { get; set; }
            [LoadColumn(3)] public string Sex { get; set; } = "";
            [LoadColumn(4)] public float Label { get; set; }
        }
        public static class Trainer
        {
            public static void Train(MLContext ml) =>
                ml.Transforms.Concatenate("Features", "{{one}}", "{{two}}", "{{three}}").Append(ml.Regression.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Row>("rows.csv"));
        }
        """).Findings("RAI1004"));

    [Theory]
    [InlineData("float VitalSignsScore", "VitalSignsScore", "user.health.vital_signs")]
    [InlineData("float LabResultsAbnormal", "LabResultsAbnormal", "user.health.vital_signs")]
    [InlineData("float ICUAdmission", "ICUAdmission", "user.health.treatment")]
    [InlineData("float OMBAsian", "OMBAsian", "user.demographic.race_ethnicity")]
    [InlineData("float SexOrientKey", "SexOrientKey", "user.demographic.sexual_orientation")]
    [InlineData("float KeyHoldDuration", "KeyHoldDuration", "user.biometrics")]
    public async Task Words_of_a_clinic_and_a_form_say_what_a_column_is(string member, string column, string category) =>
        Assert.Contains($"'Patient.{column}' ({category}, ", Assert.Single(await Program.Of(Trained("Patient", member, column)).Findings("RAI1004")).GetMessage(), StringComparison.Ordinal);

    [Theory]
    [InlineData("Patient", "float IcuBedsAvailable", "IcuBedsAvailable")]
    [InlineData("Brew", "float Lactate", "Lactate")]
    [InlineData("Carpet", "float AsianStyle", "AsianStyle")]
    [InlineData("Shortcut", "float KeyPressCount", "KeyPressCount")]
    public async Task Their_look_alikes_say_nothing(string type, string member, string column) => Assert.Empty(await Program.Of(Trained(type, member, column)).Findings("RAI1004"));

    private static string Trained(string type, string member, string column) => $$"""
        public class {{type}}
        {
            [LoadColumn(0)] public {{member}} { get; set; }
            [LoadColumn(1), ColumnName("Label")] public bool Flag { get; set; }
        }
        public static class Trainer
        {
            public static void Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<{{type}}>("rows.csv");
                ml.Transforms.Concatenate("Features", "{{column}}").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            }
        }
        """;
}
