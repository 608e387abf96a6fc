using ResponsibleAI.Analyzers.PersonalData;

namespace ResponsibleAI.Analyzers.Tests.PersonalData;

/// <summary>Rows that are not about a person, told from texts, measures and file names; and rows that look like them and must not be called so.</summary>
public sealed class ThingsTests
{
    private static RowAssessment In(string file, string name, string columns) =>
        Rows.Assess($"public class {name} {{ {string.Concat(columns.Split(',').Select(column => $"public {column.Trim()} {{ get; set; }} "))} }}", name, file: file);

    private static RowAssessment Listed(string file, params string[] columns) => Rows.Listed(columns.Select(static name => new ColumnShape(name, "Single")), file);

    [Theory]
    [InlineData("SentimentData", "string SentimentText, bool Sentiment")]
    [InlineData("SpamInput", "string Label, string Message")]
    [InlineData("ModelInput", "string Comment, string Class, float Id")]
    [InlineData("NewsData", "string Title, string Description, float Category")]
    [InlineData("Input", "string Sentence1, string Sentence2, float Similarity")]
    public void A_text_with_its_label_is_not_about_a_person(string type, string columns) => Assert.False(Rows.Class(type, columns).AboutPeople);

    [Theory]
    [InlineData("Comment", "string Author, string Text, bool Label")]
    [InlineData("Mail", "string Sender, string Body, bool Label")]
    [InlineData("Visit", "string Notes, string Label")]
    [InlineData("Support", "string Transcript, float Priority")]
    [InlineData("ModelInput", "string Text, string Name, bool Label")]
    [InlineData("ModelInput", "string Text, float Salary")]
    public void A_text_of_somebody_stays_unknown(string type, string columns) => Assert.Null(Rows.Class(type, columns).AboutPeople);

    [Theory]
    [InlineData("PatientNote", "string Text, bool Label")]
    [InlineData("Review", "string UserId, string Text, float Rating")]
    [InlineData("Resume", "string Text, string Category")]
    public void A_text_whose_row_names_a_person_is_about_that_person(string type, string columns) => Assert.True(Rows.Class(type, columns).AboutPeople);

    [Fact]
    public void A_text_in_a_file_of_people_stays_unknown() => Assert.Null(In("patients.csv", "Input", "string Text, bool Label").AboutPeople);

    [Theory]
    [InlineData("Reading", "System.DateTime Timestamp, float Pressure, float Vibration")]
    [InlineData("Row", "float Voltage, float Rpm, float Label")]
    [InlineData("SeedData", "float Area, float Perimeter, float Asymmetry")]
    [InlineData("InvoiceData", "string Number, float Net, float Tax")]
    public void What_is_measured_of_things_is_not_about_a_person(string type, string columns) => Assert.False(Rows.Class(type, columns).AboutPeople);

    [Theory]
    [InlineData("Row", "float Temperature, float HeartRate")]
    [InlineData("Row", "float Age, float Price")]
    [InlineData("Row", "string Gender, float Demand")]
    public void The_same_measures_beside_a_fact_about_somebody_are_not_called_a_thing(string type, string columns) => Assert.NotEqual(false, Rows.Class(type, columns).AboutPeople);

    [Theory]
    [InlineData("data/machine_data.csv", false)]
    [InlineData("Iris.data", false)]
    [InlineData("C:/data/car-prices.csv", false)]
    [InlineData("employees.csv", true)]
    [InlineData("data/customer_churn.csv", true)]
    [InlineData("data.csv", null)]
    [InlineData("customer_reviews.csv", null)]
    [InlineData("patient-temperature.csv", null)]
    [InlineData("employees/*.csv", true)]
    public void Where_no_column_says_anything_the_file_does(string file, bool? aboutPeople)
    {
        Assert.Equal(aboutPeople, Listed(file, "col0", "col1", "Label").AboutPeople);
        Assert.Equal(aboutPeople, In(file, "ModelInput", "float F1, float F2, float Label").AboutPeople);
    }

    [Fact]
    public void The_folders_above_a_file_say_nothing() => Assert.Null(Listed("/home/users/patients/work/data.csv", "col0", "col1").AboutPeople);

    [Theory]
    [InlineData("heart.csv", true)]
    [InlineData("titanic.csv", true)]
    [InlineData("winequality-red.csv", false)]
    [InlineData("something.csv", null)]
    public void Without_columns_a_well_known_file_tells(string file, bool? aboutPeople) => Assert.Equal(aboutPeople, Listed(file).AboutPeople);

    [Fact]
    public void Numbered_columns_of_a_well_known_file_are_its_columns_in_order()
    {
        var row = Listed("insurance.csv", "col0", "col1", "col2", "col3", "col4", "col5", "col6");

        Assert.True(row.AboutPeople);
        Assert.Equal("user.demographic.gender", row.Column("col1")?.Category);
    }

    [Fact]
    public void Numbered_columns_of_another_count_are_not() => Assert.Null(Listed("insurance.csv", "col0", "col1", "col2").Known);
}
