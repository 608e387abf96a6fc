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

    [Theory]
    [InlineData("Salary_Data_Train.csv", true)]
    [InlineData("marital-status.csv", true)]
    [InlineData("house_income.csv", null)]
    [InlineData("temperature.csv", null)]
    [InlineData("data.csv", null)]
    public void Beside_one_column_that_could_describe_a_person_a_file_that_is_named_after_a_fact_about_people_is_enough(string file, bool? aboutPeople) =>
        Assert.Equal(aboutPeople, Listed(file, "Label", "DraftNumber", "Age", "Ws").AboutPeople);

    [Fact]
    public void A_file_that_is_named_after_a_fact_about_people_is_not_enough_alone() => Assert.Null(Listed("marital-status.csv", "col0", "col1").AboutPeople);

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

    [Theory]
    [InlineData("FloodData", "float WaterLevel, float SoilMoisture, bool Flood")]
    [InlineData("ModelInput", "float ph, float Hardness, float Solids, float Turbidity, bool Potability")]
    [InlineData("Bar", "System.DateTime Date, float Open, float High, float Low, float Close")]
    [InlineData("ModelInput", "float SMA_5, float SMA_20, float RSI_14, bool Label")]
    [InlineData("Match", "string FixtureId, System.DateTime MatchDate, string Team, string Opponent, float Label")]
    [InlineData("Snapshot", "System.DateTime Timestamp, float CashBalance")]
    [InlineData("ModelInput", "float TV, float Radio, float Newspaper, float Budget")]
    [InlineData("ModelInput", "float Area, float NumberOfRooms, float YearBuilt, float Rent")]
    [InlineData("ModelInput", "float Cement, float Slag, float Water, float Strength")]
    [InlineData("ModelInput", "float Temperature, float Pressure")]
    [InlineData("Hand", "float SuitOfFirst, float PokerRank")]
    [InlineData("ModelInput", "float NivelDeAgua, float Lluvia")]
    [InlineData("ModelInput", "float DistanciaKm, float TransitoNivel, bool Chuva")]
    [InlineData("ModelInput", "float Niederschlag, float Luftdruck")]
    [InlineData("ModelInput", "float Powierzchnia, float Pokoje")]
    [InlineData("ModelInput", "float CurahHujan, float Suhu")]
    public void The_words_of_a_field_say_that_a_row_is_about_a_thing(string type, string columns) => Assert.False(Rows.Class(type, columns).AboutPeople);

    [Theory]
    [InlineData("patient vitals", "ModelInput", "float Temperature, float Pressure, float Pulse")]
    [InlineData("a monitored body", "ModelInput", "float Weight, float Pressure, float Sleep")]
    [InlineData("training with a watch", "ModelInput", "float Steps, float Temperature, float Calories")]
    [InlineData("customers of a bank with products", "ModelInput", "float Tenure, float Balance, float NumOfProducts")]
    [InlineData("an account that was left", "ModelInput", "float Tenure, string Department, string Product")]
    [InlineData("insurance with a car", "ModelInput", "string Vehicle, float Premium, string Driver, float Claim")]
    [InlineData("the income of who owns things", "ModelInput", "float Income, string House, string Car")]
    [InlineData("machine hours of a worker", "ModelInput", "string Shift, string Machine, float Overtime")]
    [InlineData("what a worker can", "ModelInput", "string Skill, string Machine, float Output")]
    [InlineData("who pays rent", "ModelInput", "float Rent, float Income, string Apartment")]
    [InlineData("credit", "CreditRow", "float Amount, float Duration, string Housing, float Savings")]
    [InlineData("a claim", "ModelInput", "string Claimant, string Vehicle, float Amount")]
    [InlineData("an owner and a house", "ModelInput", "string OwnerStatus, float HousePrice")]
    [InlineData("the cost of a treatment", "ModelInput", "float MedicalCost, string Machine")]
    [InlineData("mood and weather", "ModelInput", "string Mood, float Sleep, string Weather")]
    [InlineData("a text with its author", "ModelInput", "string Text, string Author, string Product")]
    [InlineData("the day of a passenger", "ModelInput", "float TicketPrice, string Cabin, bool Survived")]
    [InlineData("an athlete", "FootballStats", "float Goals, float Assists, float MinutesPlayed")]
    [InlineData("a match of somebody", "ModelInput", "float Matches, float Assists, float Dribbling")]
    [InlineData("a heart", "Ecg", "float NewSTSegment, float NewIntraventricularConductionDefect, bool Label")]
    [InlineData("a valve of a heart", "ModelInput", "float MitralValveArea, float PumpSpeed")]
    [InlineData("a child in an incubator", "SensorData", "string WeightSens, float HeartRate, float Temp")]
    [InlineData("stairs", "ModelInput", "float FloorsClimbed, float ActiveMinutes")]
    [InlineData("a stay", "ModelInput", "float Nights, float RoomPrice")]
    [InlineData("work of somebody", "DeadlineRisk", "float AssigneeWorkload, float MaintenanceDays")]
    [InlineData("a medicine", "ModelInput", "string Drug, float Doses, bool Recovered")]
    [InlineData("a ride", "ModelInput", "float Distance, float ElevationGain, float MovingTime")]
    [InlineData("blood pressure in another language", "ModelInput", "float TekananDarah, float Suhu")]
    [InlineData("working hours in another language", "ModelInput", "float CargaHoraria, float Horas")]
    public void Rows_of_people_with_the_words_of_things_are_not_called_a_thing(string what, string type, string columns)
    {
        var row = Rows.Class(type, columns);

        Assert.True(row.AboutPeople != false, $"{what}: {row.Why}");
    }

    [Theory]
    [InlineData("PatientMonitoring", "float Temperature, float Humidity", null)]
    [InlineData("HospitalApp.Data", "float Ward, float Temperature", null)]
    [InlineData("EmployeePerformance", "float Sales, float Demand", null)]
    [InlineData("BankChurn", "float Price, float Level", null)]
    [InlineData("BitcoinPredictor", "System.DateTime Date, float Value", false)]
    [InlineData("FootballPredictions.Models", "float Value1, float Value2", false)]
    [InlineData("Company.MachineLearning.Domain.Pages", "float Value1, float Value2", null)]
    [InlineData("SentimentAnalysis", "string col0, float col1", false)]
    [InlineData("SentimentAnalysis", "string Name, float col1", null)]
    [InlineData("SentimentAnalysis", "float col0, float col1", null)]
    public void A_namespace_speaks_where_no_column_does(string space, string columns, bool? aboutPeople) =>
        Assert.Equal(aboutPeople, Rows.Class("ModelInput", columns, space: space).AboutPeople);

    [Theory]
    [InlineData("string FeedBackText, bool Label", false)]
    [InlineData("string Cleaned_Tweets, bool IsFake", false)]
    [InlineData("string InspectionKind, string CaseDescription2, string Kind", null)]
    [InlineData("string CustomerFeedbackText, bool Label", null)]
    [InlineData("string FeedBackText, float Tenure", null)]
    [InlineData("float FeedBackText, bool Label", null)]
    [InlineData("string BugText, string Component", false)]
    public void A_column_that_ends_in_a_word_for_a_text_holds_one(string columns, bool? aboutPeople) => Assert.Equal(aboutPeople, Rows.Class("ModelInput", columns).AboutPeople);

    [Theory]
    [InlineData("HotelGuest", "float Room, float Nights, float Price", true)]
    [InlineData("HouseOwner", "float Rooms, float Price", true)]
    [InlineData("GuestHotel", "float Room, float Price", null)]
    [InlineData("VisitorsPerDay", "System.DateTime Date, float Value2", null)]
    [InlineData("DiabetesRecord", "System.DateTime TimeStamp, float Code, float Data", true)]
    [InlineData("DiseaseRecord", "string Name, string Area", null)]
    [InlineData("PeopleVaccinated", "string Country, float Doses", true)]
    public void The_last_word_of_a_type_says_whom_it_is_about(string type, string columns, bool? aboutPeople) => Assert.Equal(aboutPeople, Rows.Class(type, columns).AboutPeople);

    [Theory]
    [InlineData("string CardNumber, string Merchant, float Amount, string City", true)]
    [InlineData("float HasCreditCard, float Amount", null)]
    [InlineData("float HeartRate, string Activity", true)]
    [InlineData("float OxygenLevel, float Turbidity, string Activity", null)]
    [InlineData("float Glucose, float Temperature", null)]
    [InlineData("float CreditScore, float LoanAmount", true)]
    public void A_fact_about_a_body_or_an_account_beside_a_name_that_fits_is_somebodys(string columns, bool? aboutPeople) => Assert.Equal(aboutPeople, Rows.Class("ModelInput", columns).AboutPeople);
}
