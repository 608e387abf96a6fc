using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.PersonalData;

/// <summary>Row types as training programs declare them for well-known public data, and their look-alikes.</summary>
public class RowSubjectTests
{
    [Fact]
    public void Adult_is_about_people_whatever_the_class_is_called()
    {
        var row = Rows.Class("ModelInput", """
            float Age, string WorkClass, float FnlWgt, string Education, float EducationNum, string MaritalStatus, string Occupation, string Relationship,
            string Race, string Sex, float CapitalGain, float CapitalLoss, float HoursPerWeek, string NativeCountry, bool Income
            """);

        Assert.True(row.AboutPeople);
        Assert.Equal("user.demographic.race_ethnicity", row.Column("Race")?.Category);
        Assert.Equal("user.demographic.gender", row.Column("Sex")?.Category);
        Assert.Equal("user.demographic.marital_status", row.Column("MaritalStatus")?.Category);
        Assert.Equal("user.demographic.national_origin", row.Column("NativeCountry")?.Category);
        Assert.Equal("user.financial.income", row.Column("Income")?.Category);
        Assert.Equal(new PersonalColumn("user", DecidingLayer.RowSubject, "columns of Adult (Census Income)"), row.Column("FnlWgt"));
        Assert.All(row.Columns, column => Assert.NotNull(column.Personal));
    }

    [Theory]
    [InlineData("Adult as written in its header", "age:Single, workclass:String, fnlwgt:Single, education:String, education-num:Single, marital-status:String, occupation:String, relationship:String, race:String, sex:String, capital-gain:Single, capital-loss:Single, hours-per-week:Single, native-country:String, salary-class:String")]
    [InlineData("Titanic", "PassengerId:Single, Survived:Boolean, Pclass:Single, Name:String, Sex:String, Age:Single, SibSp:Single, Parch:Single, Ticket:String, Fare:Single, Cabin:String, Embarked:String")]
    [InlineData("Heart", "age:Single, sex:Single, cp:Single, trestbps:Single, chol:Single, fbs:Single, restecg:Single, thalach:Single, exang:Single, oldpeak:Single, slope:Single, ca:Single, thal:Single, num:Single")]
    [InlineData("Heart as the samples spell it", "Age:Single, Sex:Single, Cp:Single, TrestBps:Single, Chol:Single, Fbs:Single, RestEcg:Single, Thalac:Single, Exang:Single, OldPeak:Single, Slope:Single, Ca:Single, Thal:Single, Label:Boolean")]
    [InlineData("Cardiovascular", "age:Single, gender:Single, height:Single, weight:Single, ap_hi:Single, ap_lo:Single, cholesterol:Single, gluc:Single, smoke:Single, alco:Single, active:Single, cardio:Boolean")]
    [InlineData("German credit", "status:String, month:Single, credit_history:String, purpose:String, credit_amount:Single, savings:String, employment:String, investment_as_income_percentage:Single, personal_status:String, other_debtors:String, residence_since:Single, property:String, age:Single, installment_plans:String, housing:String, number_of_credits:Single, skill_level:String, people_liable_for:Single, telephone:String, foreign_worker:String, credit:Single")]
    [InlineData("Pima", "Pregnancies:Single, Glucose:Single, BloodPressure:Single, SkinThickness:Single, Insulin:Single, BMI:Single, DiabetesPedigreeFunction:Single, Age:Single, Outcome:Boolean")]
    [InlineData("Telco churn", "customerID:String, gender:String, SeniorCitizen:Boolean, Partner:String, Dependents:String, tenure:Single, PhoneService:String, MultipleLines:String, InternetService:String, Contract:String, PaperlessBilling:String, PaymentMethod:String, MonthlyCharges:Single, TotalCharges:Single, Churn:Boolean")]
    [InlineData("Insurance", "age:Single, sex:String, bmi:Single, children:Single, smoker:String, region:String, charges:Single")]
    [InlineData("Attrition", "Age:Single, Attrition:Boolean, BusinessTravel:String, DailyRate:Single, Department:String, DistanceFromHome:Single, Education:Single, EducationField:String, Gender:String, JobRole:String, MaritalStatus:String, MonthlyIncome:Single, OverTime:Boolean")]
    [InlineData("Bank marketing", "age:Single, job:String, marital:String, education:String, default:String, balance:Single, housing:String, loan:String, contact:String, day:Single, month:String, duration:Single, y:Boolean")]
    [InlineData("Loan", "Loan_ID:String, Gender:String, Married:String, Dependents:String, Education:String, Self_Employed:String, ApplicantIncome:Single, CoapplicantIncome:Single, LoanAmount:Single, Credit_History:Single, Property_Area:String, Loan_Status:Boolean")]
    [InlineData("Recidivism", "sex:String, age:Single, race:String, juv_fel_count:Single, priors_count:Single, c_charge_degree:String, two_year_recid:Boolean")]
    [InlineData("Stroke", "id:Single, gender:String, age:Single, hypertension:Boolean, heart_disease:Boolean, ever_married:String, work_type:String, Residence_type:String, avg_glucose_level:Single, bmi:Single, smoking_status:String, stroke:Boolean")]
    [InlineData("Salary by experience", "YearsExperience:Single, Salary:Single")]
    [InlineData("Students", "school:String, sex:String, age:Single, famsize:String, Medu:Single, Fedu:Single, Mjob:String, absences:Single, G3:Single")]
    [InlineData("Breast cancer cells", "ClumpThickness:Single, UniformityOfCellSize:Single, UniformityOfCellShape:Single, MarginalAdhesion:Single, BareNuclei:Single, BlandChromatin:Single, Mitoses:Single, Malignant:Boolean")]
    [InlineData("Promotion examination", "Position:String, Oral:Single, Written:Single, Race:String, Combine:Single")]
    [InlineData("Census microdata", "age:Single, sex:Single, educ:Single, race:Single, income:Single, married:Boolean")]
    public void Rows_about_people_make_every_column_personal(string dataset, string columns)
    {
        var row = Rows.Listed(columns);

        Assert.True(row.AboutPeople, $"{dataset}: {row.Why}");
        Assert.All(row.Columns, column => Assert.NotNull(column.Personal));
    }

    [Theory]
    [InlineData("CreditRiskPrediction.Model", "float Age, float Amount, float Duration, string Class", true)]
    [InlineData("Shop.Model", "float Age, float Amount, float Duration, string Class", null)]
    [InlineData("CreditRiskPrediction.Model", "float Amount, float Duration, string Class", null)]
    [InlineData("HospitalBuildings.Model", "float Age, float Rooms, float Price", null)]
    [InlineData("Students.MachineLearning", "float Age, float Amount", true)]
    public void A_namespace_decides_only_beside_a_column_that_could_describe_a_person(string space, string columns, bool? expected) =>
        Assert.Equal(expected, Rows.Class("ModelInput", columns, space: space).AboutPeople);

    [Theory]
    [InlineData("string Name, string Gender", true)]
    [InlineData("string Name, float Size", null)]
    [InlineData("string Name, string Breed, string Gender", null)]
    [InlineData("float Idade, float NumeroSinistrosAnteriores, float TempoDesdeUltimoSinistro", true)]
    [InlineData("float Edad, float SiniestrosPrevios, float UltimoSiniestro", true)]
    [InlineData("string rut, float idPublicacion, float ranking", true)]
    [InlineData("float Temperatura, float Pressao, float TemperaturaVariacao", false)]
    [InlineData("string HomeTeam, string AwayTeam, float HomeTeamGoals, string Referee", false)]
    public void What_columns_say_together(string columns, bool? expected) => Assert.Equal(expected, Rows.Class("ModelInput", columns).AboutPeople);

    [Theory]
    [InlineData("MarathonRunner", "float Pace, float Finish", true)]
    [InlineData("ModelRunner", "float Pace, float Finish", null)]
    [InlineData("BuddyRating", "float RaterId, float BeingRatedId, float Label", true)]
    [InlineData("BuddyRating", "float RateId, float BeingRatedId, float Label", null)]
    public void Who_runs_is_a_person_and_what_runs_a_model_is_none(string type, string columns, bool? expected) => Assert.Equal(expected, Rows.Class(type, columns).AboutPeople);

    [Theory]
    [InlineData("float Age, string Prescription", true)]
    [InlineData("float QuarterSinceLaunch, float TotalGenericPrescriptions, float TotalClassPrescriptions", null)]
    public void Totals_of_prescriptions_are_nobodys(string columns, bool? expected) => Assert.Equal(expected, Rows.Class("LaunchData", columns).AboutPeople);

    [Theory]
    [InlineData("float LeftEye, float RightEye, float LeftLip, float RightLip, string Label", true)]
    [InlineData("float LeftMotor, float RightMotor, string Label", false)]
    [InlineData("float LeftValue, float RightValue, string Label", null)]
    public void Measures_of_a_face_are_about_a_person(string columns, bool? expected) => Assert.Equal(expected, Rows.Class("InputData", columns).AboutPeople);

    [Theory]
    [InlineData("TaxiTrip", "string VendorId, string RateCode, float PassengerCount, float TripTime, float TripDistance, string PaymentType, float FareAmount")]
    [InlineData("ModelInput", "string vendor_id, float rate_code, float passenger_count, float trip_time_in_secs, float trip_distance, string payment_type, float fare_amount")]
    [InlineData("HousingData", "float Longitude, float Latitude, float HousingMedianAge, float TotalRooms, float TotalBedrooms, float Population, float Households, float MedianIncome, float MedianHouseValue, string OceanProximity")]
    [InlineData("BostonHouse", "float CrimesPerCapita, float PercentResidental, float PercentNonRetail, float CharlesRiver, float NitricOxides, float RoomsPerDwelling, float PercentPre40s, float EmploymentDistance, float HighwayDistance, float TaxRate, float TeacherRatio, float MedianPrice")]
    [InlineData("ModelInput", "float CRIM, float ZN, float INDUS, float CHAS, float NOX, float RM, float AGE, float DIS, float RAD, float TAX, float PTRATIO, float B, float LSTAT, float MEDV")]
    [InlineData("HouseData", "float Size, float Bedrooms, float HouseAge, string Address, string City, string ZipCode, float Price")]
    [InlineData("AbaloneData", "string Sex, float Length, float Diameter, float Height, float WholeWeight, float ShuckedWeight, float VisceraWeight, float ShellWeight, float Rings")]
    [InlineData("ModelInput", "string Sex, float Length, float Diameter, float Height, float WholeWeight, float ShuckedWeight, float VisceraWeight, float ShellWeight, float Age")]
    [InlineData("Penguin", "string Species, string Island, float CulmenLength, float CulmenDepth, float FlipperLength, float BodyMass, string Sex")]
    [InlineData("ModelInput", "string Species, string Island, float BillLength, float BillDepth, float FlipperLength, float Weight, string Sex")]
    [InlineData("ModelInput", "float Sepallength, float Sepalwidth, float Petallength, float Petalwidth, string Variety")]
    [InlineData("IrisData", "float SepalLength, float SepalWidth, float PetalLength, float PetalWidth, string Label")]
    [InlineData("Car", "string Name, float Mpg, float Cylinders, float Horsepower, float Weight, float Acceleration, float ModelYear, string Origin")]
    [InlineData("Movie", "int MovieId, string Title, string Genres, string Director, float Year")]
    [InlineData("ProductData", "string Name, string Description, float Price, float Weight, string Category")]
    [InlineData("GitHubIssue", "string ID, string Area, string Title, string Description")]
    [InlineData("WineQuality", "float FixedAcidity, float VolatileAcidity, float CitricAcid, float ResidualSugar, float Sulphates, float Alcohol, float Quality")]
    [InlineData("MachineFailure", "string Type, float AirTemperature, float ProcessTemperature, float RotationalSpeed, float Torque, float ToolWear, bool Failure")]
    [InlineData("StockPrice", "DateTime Date, float Open, float High, float Low, float Close, float Volume")]
    [InlineData("SpamInput", "string LabelOfMail, string Message")]
    public void Look_alikes_have_no_personal_column(string type, string columns)
    {
        var row = Rows.Class(type, columns);

        Assert.NotEqual(true, row.AboutPeople);
        Assert.All(row.Columns, column => Assert.Null(column.Personal));
    }

    [Theory]
    [InlineData("MovieRating", "float userId, float movieId, float Label", "userId")]
    [InlineData("ProductRating", "string CustomerId, string ProductId, float Label", "CustomerId")]
    [InlineData("LoginHistory", "float UserID, float CorporateNetwork, float WithinWorkHours, bool Label", "UserID")]
    [InlineData("ModelInput", "string UserId, string RestaurantName, float TotalRating", "UserId")]
    [InlineData("DeliveryRow", "string customer_no, System.DateTime DeliveryDate, float OrderSize", "customer_no")]
    [InlineData("Performance", "float TrainingSequence, float CompletionTime, float EmployeeID", "EmployeeID")]
    [InlineData("Interaction", "uint User, uint Item, float Rating", "User")]
    [InlineData("TicketRow", "string TicketNumber, float PatientNumber", "PatientNumber")]
    public void The_id_of_a_person_makes_what_that_person_did_personal(string type, string columns, string id)
    {
        var row = Rows.Class(type, columns);

        Assert.True(row.AboutPeople, row.Why);
        Assert.Contains($"'{id}'", row.Why, StringComparison.Ordinal);
        Assert.Equal("user.unique_id", row.Column(id)?.Category);
        Assert.All(row.Columns, column => Assert.NotNull(column.Personal));
    }

    [Theory]
    [InlineData("TaxiTrip", "string VendorId, float Passengers, float Distance")]
    [InlineData("StoreDay", "float Store, float Customers, float Sales")]
    [InlineData("ModelInput", "float NumberOfUsers, float Clicks")]
    [InlineData("ModelInput", "float UserCount, float SessionCount")]
    [InlineData("ModelInput", "float StudentTeacherRatio, float Price")]
    [InlineData("ModelInput", "string SessionId, string ProductId, string Referrer")]
    [InlineData("Births", "System.DateTime Date, float Births")]
    [InlineData("CityDay", "string City, System.DateTime Date, float Deaths, float NewCases, float Population")]
    [InlineData("CountryYear", "string Country, float Year, float LifeExpectancy, float InfantDeaths, float BMI, float GDP, float Schooling")]
    [InlineData("ProUserLookup", "bool IsProUser, string DisplayText")]
    [InlineData("UserCount", "System.DateTime Date, float Value")]
    [InlineData("CustomerStatistics", "string City, float Value")]
    [InlineData("Employees", "string Company, float Revenue")]
    [InlineData("ModelInput", "float UserAgent, string Path")]
    [InlineData("CompanyRow", "float Income, float Debt, float Revenue")]
    public void Counts_of_people_areas_days_and_lists_of_codes_are_not_about_a_person(string type, string columns) =>
        Assert.NotEqual(true, Rows.Class(type, columns).AboutPeople);

    [Theory]
    [InlineData("a name of a column and one of the type", "SalaryInput", "float YearsExperience, bool IsManager, string Title")]
    [InlineData("a fact and a column of somebody", "ModelInput", "string Name, float Age, bool IsProUser, float AmountPaid, string City")]
    [InlineData("a column of somebody and two that fit a person", "RefundDecision", "float Price, float DaysSincePurchase, float PriorRefundCount, float CustomerTenureDays")]
    [InlineData("a fact and two that fit a person", "ModelInput", "float Age, float Tenure, string Department, float V1")]
    [InlineData("a fact and a text that somebody wrote", "ModelInput", "string Gender, string ReviewText")]
    [InlineData("a loan and who gets it", "LoanRow", "float MonthlyIncome, float LoanAmount, float ReturnTime, string JobType")]
    [InlineData("a churn", "ChurnData", "float Usage, bool Churn")]
    [InlineData("knowledge of students", "Student", "float STG, float SCG, float PEG, string UNS")]
    [InlineData("a person and nothing else in the type's name", "PlayerTrainingData", "float Form, float PointsPerGame, float GameTime")]
    [InlineData("a name of the type that only people have", "Appointment", "bool NoShow, float LeadTime, float DayOfWeek")]
    [InlineData("a fact that only people have beside a word of a thing", "ModelRow", "string DOB, string EffectiveDate, string ProductCode")]
    [InlineData("a fact that only people have and columns of somebody beside a thing", "ClienteProduto", "string PELE_CLIENTE, string ESTADO_CIVIL_CLIENTE, string NM_PRODUTO")]
    [InlineData("somebody's orders", "ReturnRiskInput", "float Amount, string PaymentMode, string ClientType, float PriorReturns")]
    [InlineData("segments of customers", "ModelInput", "float CustomerID, float AnnualIncome, float SpendingScore")]
    public void Weak_signs_add_up_to_a_person(string what, string type, string columns)
    {
        var row = Rows.Class(type, columns);

        Assert.True(row.AboutPeople, $"{what}: {row.Why}");
    }

    [Theory]
    [InlineData("ModelInput", "float Weight, float Height")]
    [InlineData("ModelInput", "float Balance, float Premium, float Score")]
    [InlineData("RaceData", "string Horse, float Weight, float Odds")]
    [InlineData("EmailData", "bool Label, string Text")]
    [InlineData("Email", "string Subject, string Body, string Category")]
    public void Weak_signs_alone_are_not_enough(string type, string columns) => Assert.NotEqual(true, Rows.Class(type, columns).AboutPeople);

    [Fact]
    public void The_sender_of_a_mail_is_personal_and_who_the_mail_is_about_stays_open()
    {
        var mail = Rows.Class("Email", "string Subject, string Body, string Sender, string Category");

        Assert.Null(mail.AboutPeople);
        Assert.Equal(["Sender"], mail.Columns.Where(column => column.Personal is not null).Select(column => column.Column));
    }

    [Theory]
    [InlineData("ClienteData", "string Nombre, float ComprasMensuales", "Nombre", "user.name")]
    [InlineData("ModelInput", "float Edad, string Género, float Ingresos", "Género", "user.demographic.gender")]
    [InlineData("CreditoInput", "float RendaMensal, string EstadoCivil, float NumeroDependentes", "EstadoCivil", "user.demographic.marital_status")]
    [InlineData("RecomendacaoInput", "float UsuarioId, float ProdutoId, float Nota", "UsuarioId", "user.unique_id")]
    [InlineData("Modell", "float Familienstand, float Studiengang, float Nationalität", "Nationalität", "user.demographic.national_origin")]
    [InlineData("Entree", "string Prénom, float Salaire", "Prénom", "user.name.first")]
    public void Other_languages_have_words_too(string type, string columns, string column, string category)
    {
        var row = Rows.Class(type, columns);

        Assert.True(row.AboutPeople, row.Why);
        Assert.Equal(category, row.Column(column)?.Category);
    }

    [Theory]
    [InlineData("CasaInput", "float Tamanho, float Quartos, float Preco")]
    [InlineData("Produkt", "string Beschreibung, float Gewicht")]
    [InlineData("ModelInput", "float Cargo, float Distance, float Note")]
    public void Other_languages_have_things_too(string type, string columns)
    {
        var row = Rows.Class(type, columns);

        Assert.NotEqual(true, row.AboutPeople);
        Assert.All(row.Columns, column => Assert.Null(column.Personal));
    }

    [Theory]
    [InlineData("Patient", "float Cp, float A3, float Col0", "'patient'")]
    [InlineData("CustomerRow", "float Tenure, string Contract, bool Label", "'customer'")]
    [InlineData("EmployeeRecord", "float X1, float X2", "'employee'")]
    [InlineData("TitanicData", "float Pclass, float Fare", "'titanic'")]
    [InlineData("BreastCancerInput", "float RadiusMean, float TextureMean", "'breast cancer'")]
    public void The_name_of_the_type_can_say_it(string type, string columns, string word)
    {
        var row = Rows.Class(type, columns);

        Assert.True(row.AboutPeople);
        Assert.Contains(word, row.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_the_type_around_it_can_say_it()
    {
        const string Nested = "public partial class {0} {{ public class ModelInput {{ [LoadColumn(0), ColumnName(\"col0\")] public float Col0 {{ get; set; }} }} }}";

        Assert.True(Rows.Assess(string.Format(null, Nested, "PatientReadmission"), "PatientReadmission+ModelInput").AboutPeople);
        Assert.False(Rows.Assess(string.Format(null, Nested, "TaxiFare"), "TaxiFare+ModelInput").AboutPeople);
    }

    [Fact]
    public void Two_names_of_a_person_beside_one_of_a_thing_cannot_be_told()
    {
        var row = Rows.Class("ModelInput", "float Age, string Sex, string Breed, float Weight");

        Assert.Null(row.AboutPeople);
        Assert.All(row.Columns, column => Assert.Null(column.Personal));
        Assert.Equal("'Age', 'Sex' could describe a person, but the column names say 'breed'", row.Why);
    }

    [Fact]
    public void A_type_named_after_a_person_and_a_thing_cannot_be_told()
    {
        var row = Rows.Class("CustomerProduct", "float Price, float V1");

        Assert.Null(row.AboutPeople);
        Assert.Equal("'customer' could describe a person, but the type's name says 'product'", row.Why);
    }

    [Fact]
    public void One_name_of_a_person_is_personal_but_says_nothing_of_the_row()
    {
        var row = Rows.Class("ModelInput", "float Age, float Score");

        Assert.Null(row.AboutPeople);
        Assert.Equal(DecidingLayer.ContextualName, row.Column("Age")?.Layer);
        Assert.Null(row.Column("Score"));
    }

    [Theory]
    [InlineData("SentimentData", "bool Label, string SentimentText")]
    [InlineData("ReviewRow", "string Col0, bool Label")]
    [InlineData("Tweet", "string Text, float Label")]
    [InlineData("ModelInput", "string Comment, bool Toxic")]
    [InlineData("SentimentIssue", "bool Label, string Text")]
    [InlineData("RestaurantFeedback", "float Label, string Text")]
    [InlineData("GitHubIssue", "string ID, string Area, string Title, string Description")]
    public void A_text_of_which_no_name_says_whose_it_is_is_not_about_a_person_and_says_why(string type, string columns)
    {
        var row = Rows.Class(type, columns);

        Assert.False(row.AboutPeople);
        Assert.Contains("holds a text, and no name says whose", row.Why, StringComparison.Ordinal);
        Assert.All(row.Columns, column => Assert.Null(column.Personal));
    }

    [Fact]
    public void Nothing_known_is_not_decided_and_says_so()
    {
        var row = Rows.Class("ModelInput", "float V1, float V2, float Amount, bool Class");

        Assert.Null(row.AboutPeople);
        Assert.Equal("no name says what a row describes", row.Why);
    }

    [Fact]
    public void An_empty_row_is_not_decided() => Assert.Empty(Rows.Assess("public class Empty { }", "Empty").Columns);

    [Theory]
    [InlineData("personal")]
    [InlineData("pseudonymized")]
    public void A_card_that_says_personal_makes_every_column_personal(string subjects)
    {
        var row = Rows.Class("ModelInput", "float V1, string Name", Card(subjects));

        Assert.True(row.AboutPeople);
        Assert.Equal($"data card 'd' says that the data is {subjects}", row.Why);
        Assert.Equal(DecidingLayer.RowSubject, row.Column("V1")?.Layer);
        Assert.Equal("user.name", row.Column("Name")?.Category);
    }

    [Fact]
    public void A_card_that_says_not_personal_outweighs_names()
    {
        var row = Rows.Class("Customer", "float Age, string Gender, string Email", Card("not-personal"));

        Assert.False(row.AboutPeople);
        Assert.All(row.Columns, column => Assert.Null(column.Personal));
    }

    [Fact]
    public void Anonymized_rows_describe_people_and_are_no_personal_data()
    {
        var row = Rows.Class("Customer", "float Age, string Gender", Card("anonymized"));

        Assert.True(row.AboutPeople);
        Assert.All(row.Columns, column => Assert.Null(column.Personal));
    }

    [Theory]
    [InlineData("float Age, string Gender", true)]
    [InlineData("float V1, float V2", null)]
    [InlineData("float SepalLength, float V2", null)]
    public void A_card_that_says_possible_leaves_it_to_names_and_never_denies(string columns, bool? aboutPeople) =>
        Assert.Equal(aboutPeople, Rows.Class("ModelInput", columns, Card("possible")).AboutPeople);

    [Fact]
    public void Two_cards_of_one_id_are_not_confused()
    {
        const string Source = "public class Row { public float V1 { get; set; } }";

        Assert.True(Rows.Assess(Source, "Row", Card("personal")).AboutPeople);
        Assert.False(Rows.Assess(Source, "Row", Card("not-personal")).AboutPeople);
    }

    private static DataCard Card(string subjects) => new() { Id = "d", SubjectsData = subjects };

    [Theory]
    [InlineData("Salary rows of a Portuguese course", "DadosSalario", "float AnosdeExperiencia, float Salario")]
    [InlineData("Small words glued to the one before", "Input", "float YearsofExperience, string DateofBirth")]
    [InlineData("Players of a sport", "MLBBaseballBatter", "string FullPlayerName, float AB, float HR, bool InductedToHallOfFame")]
    [InlineData("A name alone beside figures", "Stats2019", "string FullPlayerName, string PlayerId, float Points")]
    [InlineData("Payments between two accounts", "Transaction", "float Step, string Type, float Amount, string NameOrig, float OldbalanceOrg, float NewbalanceOrig, string NameDest, float OldbalanceDest, float NewbalanceDest, bool IsFraud")]
    [InlineData("Turkish symptoms of asthma", "AtakVeri", "float PeakFlow, string OksurukSikligi, float NefesDarligi, string Label")]
    [InlineData("Turkish wages", "MaasVerisi", "float Yas, string Cinsiyet, float Maas")]
    [InlineData("A stay in intensive care", "ModelInput", "float VitalSignsScore, bool LabResultsAbnormal, bool ICUAdmission, string Deceased")]
    public void What_only_people_have_says_that_a_row_is_about_one(string what, string type, string columns)
    {
        var row = Rows.Class(type, columns);

        Assert.True(row.AboutPeople, $"{what}: {row.Why}");
    }

    [Theory]
    [InlineData("PancakeBatter", "float Flour, float Sugar, float Viscosity")]
    [InlineData("HospitalDay", "float IcuBedsAvailable, float IcuBedsTotal, float Population")]
    [InlineData("KeyBinding", "float KeyPressCount, float WindowCount")]
    [InlineData("Proof", "float ProofId, float SideLength")]
    [InlineData("AreaOccupancyData", "float Capacidade, float DiaSemana, float TaxaOcupacao")]
    [InlineData("DatosHotel", "float TasaOcupacion, float PorcentajeOcupacion")]
    [InlineData("Zeitraum", "string FechaDesde, string FechaHasta")]
    [InlineData("Census", "float Male, float Female")]
    [InlineData("UserQuery", "string Text, string Label")]
    [InlineData("CustomerReview", "string ReviewText, bool Label")]
    [InlineData("KonutVerisi", "float OdaSayisi, float Fiyat")]
    public void Their_look_alikes_are_no_people(string type, string columns) => Assert.NotEqual(true, Rows.Class(type, columns).AboutPeople);

    [Theory]
    [InlineData("Turkish", "Girdi", "float Yas, string Cinsiyet, float Tansiyon, float Sonuc", true)]
    [InlineData("Italian", "DatiPaziente", "float Eta, string Sesso, float Esito", true)]
    [InlineData("Dutch", "Invoer", "float Leeftijd, string Geslacht, float Inkomen", true)]
    [InlineData("Polish", "DanePacjenta", "float Wiek, string Plec, bool Cukrzyca", true)]
    [InlineData("Romanian", "DateIntrare", "float Varsta, float Glicemie, bool Boala", true)]
    [InlineData("Vietnamese", "DuLieuSinhVien", "float Tuoi, string GioiTinh, float DiemThi", true)]
    [InlineData("Indonesian", "DataPasien", "float Umur, string JenisKelamin, bool Penyakit", true)]
    [InlineData("Bosnian", "Ocjena", "uint KupacId, uint PredstavaId, float Label", true)]
    [InlineData("Croatian houses", "Podaci", "float Povrsina, float Cijena", false)]
    [InlineData("Turkish houses", "KonutVerisi", "float Metrekare, float OdaSayisi, float Fiyat", false)]
    [InlineData("Turkish text", "Girdi", "string Metin, float Durum", false)]
    [InlineData("Polish flats", "Mieszkanie", "float Powierzchnia, float Cena", false)]
    [InlineData("Vietnamese flats", "CanHo", "float DienTich, float Gia", false)]
    [InlineData("Shelters in Portuguese", "DadosTreinamento", "string Localizacao, int QuantidadeEventos, int CapacidadeAbrigo, int OcupacaoAtual, float AlimentosNecessarios", false)]
    [InlineData("Motors", "ModelInput", "string Motor_ID, string Motor_Model, float Operating_Hours, float Voltage_V, float Motor_Temperature_C, float Vibration_g, float Health_Index, float Remaining_Life_hours", false)]
    public void Other_languages_say_what_a_row_is_about(string what, string type, string columns, bool people)
    {
        var row = Rows.Class(type, columns);

        Assert.True(row.AboutPeople == people, $"{what}: {row.AboutPeople}, {row.Why}");
    }
}
