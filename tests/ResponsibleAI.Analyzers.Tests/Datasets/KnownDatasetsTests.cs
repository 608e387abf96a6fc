using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Analyzers.Tests.PersonalData;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Datasets;

/// <summary>The shipped catalog of known datasets, met under the names that public code gives their columns.</summary>
public class KnownDatasetsTests
{
    private static readonly KnownDatasets s_shipped = new(EnglishLexicon.Snapshot.Datasets);

    public static TheoryData<string> Ids => [.. EnglishLexicon.Snapshot.Datasets.Select(dataset => dataset.Id)];

    /// <summary>Sets of so few or so common columns that the file must agree.</summary>
    private static readonly Dictionary<string, string> s_files = new(StringComparer.Ordinal)
    {
        ["imdb-reviews"] = "Data/IMDB-reviews-train-dataset.tsv",
        ["yelp-labelled-sentences"] = "yelp_labelled.txt",
        ["wikipedia-detox"] = "wikiDetoxAnnotated40kRows.tsv",
    };

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_dataset_is_recognized_under_its_published_names(string id)
    {
        var dataset = EnglishLexicon.Snapshot.Datasets.Single(dataset => dataset.Id == id);

        var match = Match([.. dataset.Columns.Select(column => column.Name)], s_files.GetValueOrDefault(id));

        Assert.Equal(id, match?.Dataset.Id);
        Assert.Equal(dataset.Columns, match!.Columns);
    }

    /// <summary>One column left out, the rest in another order and case, the label called Label. Smaller sets have too few columns of their own to lose one.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_dataset_of_some_size_is_recognized_without_a_column_and_in_another_order(string id)
    {
        var dataset = EnglishLexicon.Snapshot.Datasets.Single(dataset => dataset.Id == id);
        if (dataset.Columns.Count < 10 || s_files.ContainsKey(id))
            return;

        var columns = dataset.Columns.Select(column => column.Roles.Contains("label") ? "Label" : column.Name.ToUpperInvariant()).Reverse().Where((_, at) => at != 2).ToList();

        Assert.Equal(id, Match([.. columns], null)?.Dataset.Id);
    }

    /// <summary>Columns as public repositories declare them, in C# or as headers of their copies.</summary>
    [Theory]
    [InlineData("uci-adult", "Age WorkClass FnlWgt Education EducationNum MaritalStatus Occupation Relationship Race Sex CapitalGain CapitalLoss HoursPerWeek NativeCountry Label")]
    [InlineData("uci-adult", "age workclass education.num marital.status occupation relationship race gender capital.gain capital.loss hours.per.week native.country salary")]
    [InlineData("uci-german-credit", "Status Month Credit_History Purpose Credit_Amount Savings Employment Investment_as_income_percentage Personal_Status Other_Debtors Residence_since Property Age Installment_Plans Housing Number_of_credits Skill_level People_liable_for Telephone Foreign_worker Credit")]
    [InlineData("uci-german-credit", "checking_status duration credit_history purpose credit_amount savings_status employment installment_commitment personal_status other_parties residence_since property_magnitude age other_payment_plans housing existing_credits job num_dependents own_telephone foreign_worker class")]
    [InlineData("uci-german-credit", "A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A14 A15 A16 A17 A18 A19 A20 CreditRisk")]
    [InlineData("uci-german-credit", "A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A14 A15 A16 A17 A18 A19 A20 A21", "Data/german.data")]
    [InlineData("uci-credit-card-default", "LimitBal Sex Education Marriage Age Pay0 Pay2 Pay3 Pay4 Pay5 Pay6 BillAmt1 BillAmt2 BillAmt3 BillAmt4 BillAmt5 BillAmt6 PayAmt1 PayAmt2 PayAmt3 PayAmt4 PayAmt5 PayAmt6 Label")]
    [InlineData("give-me-some-credit", "SeriousDlqin2yrs RevolvingUtilizationOfUnsecuredLines Age NumberOfTime30_59DaysPastDueNotWorse DebtRatio MonthlyIncome NumberOfOpenCreditLinesAndLoans NumberOfTimes90DaysLate NumberRealEstateLoansOrLines NumberOfTime60_89DaysPastDueNotWorse NumberOfDependents")]
    [InlineData("ulb-credit-card-fraud", "V1 V2 V3 V4 V5 V6 V7 V8 V9 V10 V11 V12 V13 V14 V15 V16 V17 V18 V19 V20 V21 V22 V23 V24 V25 V26 V27 V28 Amount Label")]
    [InlineData("dream-housing-loans", "Gender Married Dependents Education SelfEmployed ApplicantIncome CoapplicantIncome LoanAmount LoanAmountTerm CreditHistory PropertyArea LoanStatus")]
    [InlineData("uci-bank-marketing", "Age Job Marital Education Default Housing Loan Contact Month Day_Of_Week Duration Campaign PDays Previous POutcome Label")]
    [InlineData("ibm-telco-churn", "Gender SeniorCitizen Partner Dependents Tenure PhoneService MultipleLines InternetService OnlineSecurity OnlineBackup DeviceProtection TechSupport StreamingTv StreamingMovies Contract PaperlessBilling PaymentMethod MonthlyCharges TotalCharges Label")]
    [InlineData("churn-modelling", "CreditScore Geography Gender Age Tenure Balance NumOfProducts HasCreditCard IsActiveMember EstimatedSalary Exited")]
    [InlineData("mall-customers", "CustomerId Gender Age AnnualIncome SpendingScore")]
    [InlineData("insurance-charges", "Age Gender Bmi Children IsSmoker Region Label Charges")]
    [InlineData("uci-heart-disease", "Age Sex Cp TrestBps Chol Fbs RestEcg Thalac Exang OldPeak Slope Ca Thal Label")]
    [InlineData("uci-heart-disease", "age sex cp trtbps chol fbs restecg thalachh exng oldpeak slp caa thall output")]
    [InlineData("heart-failure-prediction", "Age Sex Chest_Pain_Type Resting_BP Cholesterol Fasting_BS Resting_ECG Max_HR Exercise_Angina Oldpeak St_Slope Heart_Disease")]
    [InlineData("pima-diabetes", "preg plas pres skin test mass pedi age class")]
    [InlineData("pima-diabetes", "NumberOfTimesPregnant PlasmaGlucoseConcentration DiastolicBloodPressure TricepsSkinFoldThickness TwoHourSerumInsulin BodyMassIndex DiabetesPedigreeFunction Age Label")]
    [InlineData("wisconsin-breast-cancer-diagnostic", "Diagnosis RadiusMean TextureMean PerimeterMean AreaMean SmoothnessMean CompactnessMean ConcavityMean PointsMean SymmetryMean FractalDimensionMean RadiusWorst TextureWorst PerimeterWorst AreaWorst SmoothnessWorst CompactnessWorst ConcavityWorst")]
    [InlineData("wisconsin-breast-cancer-diagnostic", "mean_radius mean_texture mean_perimeter mean_area mean_smoothness mean_compactness mean_concavity mean_concave_points mean_symmetry mean_fractal_dimension radius_error texture_error perimeter_error area_error smoothness_error compactness_error concavity_error concave_points_error symmetry_error fractal_dimension_error target")]
    [InlineData("wisconsin-breast-cancer-original", "ClumpThickness UniformityOfCellSize UniformityOfCellShape MarginalAdhesion BareNuclei BlandChromatin Mitoses Malignant")]
    [InlineData("wisconsin-breast-cancer-original", "Label thickness cell_size cell_shape adhesion epithelial_size bare_nuclei bland_chromatin normal_nucleoli mitosis")]
    [InlineData("cardiovascular-disease", "Age Gender Height Weight ApHi ApLo Cholesterol Gluc Smoke Alco Active Cardio")]
    [InlineData("framingham-chd", "Male Age Education CurrentSmoker CigsPerDay BPMeds PrevalentStroke PrevalentHyp Diabetes TotChol SysBP DiaBP BMI HeartRate Glucose TenYearCHD")]
    [InlineData("stroke-prediction", "Gender Age Hypertension HeartDisease EverMarried WorkType ResidenceType AvgGlucoseLevel Bmi SmokingStatus Stroke")]
    [InlineData("uci-autism-screening-adult", "A1Score A2Score A3Score A4Score A5Score A6Score A7Score A8Score A9Score A10Score Age Gender Ethnicity Jaundice Autism CountryOfRes UsedAppBefore Result Relation ASD")]
    [InlineData("uci-obesity", "Gender Age Height Weight FamilyHistoryWithOverweight FAVC FCVC NCP CAEC Smoke CH2O SCC FAF TUE CALC MTRANS ObesityLevel")]
    [InlineData("student-depression", "Gender Age AcademicPressure StudySatisfaction SleepDuration DietaryHabits SuicidalThoughts StudyHours FinancialStress FamilyHistoryOfMentalIllness Depression")]
    [InlineData("titanic", "Survived Gender Age SibSp ParCh Fare Embarked")]
    [InlineData("titanic", "PassengerId Label Pclass Name Sex Age SibSp Parch Ticket Fare Cabin Embarked")]
    [InlineData("titanic-seaborn", "Survived Pclass Sex Age SibSp Parch Fare Embarked Class Who AdultMale Deck EmbarkTown Alive Alone")]
    [InlineData("compas", "Sex Age AgeCat Race JuvFelCount JuvMisdCount JuvOtherCount PriorsCount CChargeDegree DecileScore ScoreText TwoYearRecid")]
    [InlineData("ibm-hr-attrition", "Age Attrition Business_Travel Daily_Rate Department Distance_From_Home Education Education_Field Environment_Satisfaction Gender Hourly_Rate Job_Involvement Job_Level Job_Role Job_Satisfaction Marital_Status Monthly_Income Monthly_Rate Num_Companies_Worked OverTime")]
    [InlineData("hr-comma-sep", "SatisfactionLevel LastEvaluation NumberProject AverageMonthlyHours TimeSpendCompany WorkAccident Left PromotionLast5Years Department Salary")]
    [InlineData("uci-student-performance", "School Sex Age Address FamSize PStatus Medu Fedu Mjob Fjob Reason Guardian TravelTime StudyTime Failures Absences G1 G2 G3 SchoolSup FamSup")]
    [InlineData("movielens-ratings", "UserId MovieId Rating Timestamp")]
    [InlineData("movielens-ratings", "userId movieId Label", "Content/recommendation-ratings-train.csv")]
    [InlineData("movielens-movies", "MovieId Title Genres")]
    [InlineData("sentiment140", "Target Ids Date Flag User Text")]
    [InlineData("sentiment140", "sentiment text", "training.1600000.processed.noemoticon.csv")]
    [InlineData("imdb-reviews", "SentimentText Sentiment", "imdb.tsv")]
    [InlineData("yelp-labelled-sentences", "SentimentText Label", "Data/yelp_labelled.tsv")]
    [InlineData("wikipedia-detox", "Sentiment SentimentText", "wikipedia-detox-250-line-data.tsv")]
    [InlineData("wikipedia-detox", "Label Rev_Id Comment Year Logged_In Ns Sample Split")]
    [InlineData("iris", "SepalLength SepalWidth PetalLength PetalWidth Label")]
    [InlineData("iris", "Sepallength Sepalwidth Petallength Petalwidth Variety")]
    [InlineData("palmer-penguins", "Species Island CulmenLength CulmenDepth FlipperLength BodyMass Sex")]
    [InlineData("abalone", "Sex Length Diameter Height WholeWeight ShuckedWeight VisceraWeight ShellWeight Age")]
    [InlineData("nyc-taxi-fare", "VendorId RateCode PassengerCount TripTime TripDistance PaymentType FareAmount")]
    [InlineData("nyc-yellow-taxi", "VendorId PickupDateTime DropoffDateTime PassengerCount TripDistance RateCodeId StoreAndFwdFlag PULocationId DOLocationId PaymentType FareAmount Extra TipAmount TollsAmount")]
    [InlineData("boston-housing", "MedianPrice CrimesPerCapita PercentResidental PercentNonRetail CharlesRiver NitricOxides RoomsPerDwelling PercentPre40s EmploymentDistance HighwayDistance TaxRate TeacherRatio")]
    [InlineData("california-housing", "Longitude Latitude HousingMedianAge TotalRooms TotalBedrooms Population Households MedianIncome MedianHouseValue OceanProximity")]
    [InlineData("california-housing", "MedInc HouseAge AveRooms AveBedrms Population AveOccup Latitude Longitude MedHouseVal")]
    [InlineData("ames-housing", "MSSubClass MSZoning LotFrontage LotArea Street Alley LotShape LandContour Utilities LotConfig LandSlope Neighborhood Condition1 Condition2 BldgType HouseStyle OverallQual OverallCond YearBuilt YearRemodAdd RoofStyle RoofMatl Exterior1st Exterior2nd MasVnrType MasVnrArea ExterQual ExterCond Foundation BsmtQual BsmtCond BsmtExposure BsmtFinType1 BsmtFinSF1 BsmtFinType2 BsmtFinSF2 BsmtUnfSF TotalBsmtSF Heating HeatingQC CentralAir Electrical GrLivArea SalePrice")]
    [InlineData("taiwan-real-estate", "TransactionDate HouseAge DistanceToTheNearestMRTStation NumberOfConvenienceStores Latitude Longitude HousePriceOfUnitArea")]
    [InlineData("auto-mpg", "Mpg Cylinders Displacement Horsepower Weight Acceleration Model_year Origin Car_name")]
    [InlineData("diamonds", "Carat Cut Color Clarity Depth Table Price X Y Z")]
    [InlineData("uci-wine", "Class Alcohol MalicAcid Ash AlcalinityOfAsh Magnesium TotalPhenols Flavanoids NonflavanoidPhenols Proanthocyanins ColorIntensity Hue OD280 Proline")]
    [InlineData("wine-quality", "FixedAcidity VolatileAcidity CitricAcid ResidualSugar Chlorides FreeSulfurDioxide TotalSulfurDioxide Density Ph Sulphates Alcohol Label")]
    [InlineData("mushroom", "Class CapShape CapSurface CapColor Bruises Odor GillAttachment GillSpacing GillSize GillColor StalkShape StalkRoot Population Habitat")]
    [InlineData("bike-sharing", "Season Year Month Hour Holiday Weekday WorkingDay Weather Temperature NormalizedTemperature Humidity Windspeed Count")]
    [InlineData("uci-heart-failure-clinical-records", "Age Anaemia CreatininePhosphokinase Diabetes EjectionFraction HighBloodPressure Platelets SerumCreatinine SerumSodium Sex Smoking Time Label")]
    [InlineData("sleep-health-and-lifestyle", "Gender Age Occupation SleepDuration QualityOfSleep PhysicalActivityLevel StressLevel BmiCategory HeartRate DailySteps SleepDisorder")]
    [InlineData("diabetes-prediction-100k", "Gender Age Hypertension HeartDisease SmokingHistory Bmi HbA1cLevel BloodGlucoseLevel Diabetes")]
    [InlineData("uci-indian-liver-patients", "Age Gender TotalBilirubin DirectBilirubin AlkalinePhosphotase AlamineAminotransferase AspartateAminotransferase TotalProteins Albumin AGRatio Label")]
    [InlineData("uci-national-poll-on-healthy-aging", "Age Physical_Health Mental_Health Dental_Health Employment Stress_Keeps_Patient_from_Sleeping Medication_Keeps_Patient_from_Sleeping Pain_Keeps_Patient_from_Sleeping Bathroom_Needs_Keeps_Patient_from_Sleeping Uknown_Keeps_Patient_from_Sleeping Trouble_Sleeping Prescription_Sleep_Medication Race Gender Number_of_Doctors_Visited")]
    [InlineData("loan-approval-cibil", "NoOfDependents Education SelfEmployed IncomeAnnum LoanAmount LoanTerm CibilScore ResidentialAssetsValue CommercialAssetsValue LuxuryAssetsValue BankAssetValue LoanStatus")]
    [InlineData("loan-approval-45k", "PersonAge PersonGender PersonEducation PersonIncome PersonEmpExp PersonHomeOwnership LoanAmnt LoanIntent LoanIntRate LoanPercentIncome CbPersonCredHistLength CreditScore PreviousLoanDefaultsOnFile Label")]
    [InlineData("credit-risk-person-loan", "person_age person_income person_home_ownership person_emp_length loan_intent loan_grade loan_amnt loan_int_rate loan_percent_income cb_person_default_on_file cb_person_cred_hist_length Label")]
    [InlineData("financial-risk-loan-approval", "CreditScore AnnualIncome LoanAmount LoanDuration Age EmploymentStatus MaritalStatus NumberOfDependents EducationLevel HomeOwnershipStatus MonthlyDebtPayments CreditCardUtilizationRate NumberOfOpenCreditLines NumberOfCreditInquiries DebtToIncomeRatio BankruptcyHistory LoanPurpose PreviousLoanDefaults PaymentHistory LengthOfCreditHistory SavingsAccountBalance CheckingAccountBalance LoanApproved")]
    [InlineData("customer-churn-usage", "Age Gender Tenure UsageFrequency SupportCalls PaymentDelay SubscriptionType ContractLength TotalSpend LastInteraction Churn")]
    [InlineData("uci-user-knowledge-modeling", "STG SCG STR LPR PEG Label")]
    [InlineData("students-performance-in-exams", "Gender Race ParentEducation Lunch TestPreparation MathScore ReadingScore WritingScore")]
    [InlineData("campus-recruitment", "Gender SecondaryEducationPercentage SecondaryEducationBoard HigherSecondaryEducationPercentage HigherSecondaryEducationBoard HigherSecondaryEducationSpecialization DegreePercentage DegreeType WorkExperience EmployabilityTestPercentage Specialization MbaPercentage Status Salary")]
    [InlineData("book-crossing-ratings", "UserId Isbn BookRating")]
    [InlineData("ai4i-predictive-maintenance", "ProductId Type AirTemperature ProcessTemperature RotationalSpeed Torque ToolWear MachineFailure")]
    [InlineData("uci-car-evaluation", "Buying Maint Doors Persons LugBoot Safety Evaluation")]
    [InlineData("uci-automobile", "Symboling NormalizedLosses Make FuelType Aspiration Doors BodyStyle DriveWheels EngineLocation WheelBase Length Width Height CurbWeight EngineType NumOfCylinders EngineSize FuelSystem Bore Stroke CompressionRatio Horsepower PeakRpm CityMpg HighwayMpg Label")]
    [InlineData("who-life-expectancy", "Country Year Status LifeExpectancy AdultMortality InfantDeaths Alcohol PercentageExpenditure HepatitisB Measles BMI UnderFiveDeaths Polio TotalExpenditure Diphtheria HIVAIDS GDP Population IncomeCompositionOfResources Schooling")]
    [InlineData("energy-efficiency", "RelativeCompactness SurfaceArea WallArea RoofArea OverallHeight Orientation GlazingArea GlazingAreaDistribution HeatingLoad CoolingLoad")]
    public void Datasets_are_recognized_under_the_names_that_code_gives_their_columns(string id, string columns, string? file = null) =>
        Assert.Equal(id, Match(columns.Split(' '), file)?.Dataset.Id);

    [Theory]
    [InlineData("three names of a dataset in a table of products", "Carat Cut Clarity Sku Name Price Stock Supplier Warehouse Weight")]
    [InlineData("a made-up person", "FirstName LastName Age Gender Height Weight Salary Department City Email")]
    [InlineData("another one, near to insurance", "Age Sex Bmi Region Income Plan")]
    [InlineData("another one, near to churn", "CustomerId Gender Age Tenure Balance Country Segment")]
    [InlineData("age and sex", "Age Sex")]
    [InlineData("numbers for names", "V1 V2 V3 V4 V5 V6 V7 V8 V9 V10 V11 V12 V13 V14 V15 V16 V17 V18 V19 V20 V21 V22 V23 V24 V25 V26 V27 V28")]
    [InlineData("numbers for names, as many as German credit has", "A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A14 A15 A16 A17 A18 A19 A20 A21")]
    [InlineData("credit approval, whose numbers begin as those of German credit", "A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A14 A15 A16", "german.data")]
    [InlineData("a loan of some other bank", "Age Income LoanAmount LoanTerm Education SelfEmployed Branch Officer")]
    [InlineData("grades of some other school", "Gender MathScore ReadingScore Teacher Room Term")]
    [InlineData("another customer who may leave", "CustomerId Age Tenure Churn Region Device Plan")]
    [InlineData("another patient who may have diabetes", "Age Gender Bmi Diabetes Insulin Diet Steps")]
    [InlineData("another machine", "ProductId Type Temperature Torque Vibration Operator Shift")]
    [InlineData("another car", "Make Model Price Doors Horsepower Mileage Color")]
    [InlineData("a country by month", "Country Month Population GDP Cases Deaths")]
    [InlineData("a book", "ISBN Title Author Year Publisher")]
    [InlineData("columns by position", "Col0 Col1 Col2 Col3 Col4 Label")]
    [InlineData("ratings of something without a time", "UserId MovieId Label")]
    [InlineData("text and label", "Text Label")]
    [InlineData("text and sentiment", "SentimentText Sentiment")]
    [InlineData("columns that every row has", "Id Label Features Index Target")]
    [InlineData("Titanic and much that is not", "Pclass SibSp Parch Embarked Fare Sex Age Ward Doctor Diagnosis Insurer Dose Drug Room")]
    public void Near_misses_are_not(string what, string columns, string? file = null)
    {
        var match = Match(columns.Split(' '), file);

        Assert.True(match is null, $"{what}: {match?.Dataset.Id}");
    }

    [Theory]
    [InlineData("iris.csv", "Age Income")]
    [InlineData("titanic.csv", "Text Label")]
    [InlineData("heart.csv", "Bpm Timestamp Sex")]
    [InlineData("ratings.csv", "Stars ProductId")]
    public void The_name_of_a_file_decides_nothing_alone(string file, string columns) => Assert.Null(Match(columns.Split(' '), file));

    [Theory]
    [InlineData("C:\\data\\Adult.data", "uci-adult")]
    [InlineData("a/b/wdbc.data.csv", "wisconsin-breast-cancer-diagnostic")]
    [InlineData("heart.csv", null)]
    [InlineData("data.csv", null)]
    [InlineData("", null)]
    public void The_name_of_a_file_tells_where_to_look_when_one_dataset_goes_by_it(string file, string? id) => Assert.Equal(id, s_shipped.ByFile(file)?.Id);

    [Fact]
    public void The_order_of_columns_and_of_the_catalog_changes_nothing()
    {
        var backwards = new KnownDatasets([.. EnglishLexicon.Snapshot.Datasets.Reverse()]);
        foreach (var dataset in EnglishLexicon.Snapshot.Datasets)
        {
            var columns = dataset.Columns.Select(column => (IReadOnlyList<string>)[column.Name]).Reverse().ToList();
            Assert.Equal(s_shipped.Match(columns, s_files.GetValueOrDefault(dataset.Id))?.Dataset.Id, backwards.Match(columns, s_files.GetValueOrDefault(dataset.Id))?.Dataset.Id);
        }
    }

    [Fact]
    public void An_empty_catalog_knows_nothing()
    {
        var none = new KnownDatasets([]);

        Assert.Null(none.Match([["age"], ["sex"]], "adult.data"));
        Assert.Null(none.ByFile("adult.data"));
    }

    [Fact]
    public void A_column_under_two_names_counts_once()
    {
        var match = Match(["SepalLength", "Sepal_Length", "sepal.length", "SepalLengthCm"]);

        Assert.Null(match);
    }

    [Fact]
    public void The_column_that_trainers_call_label_is_the_label()
    {
        var match = Match("Age Sex Cp TrestBps Chol Fbs RestEcg Thalac Exang OldPeak Slope Ca Thal Label".Split(' '));

        Assert.Equal("num", match?.Columns[13]?.Name);
    }

    [Fact]
    public void A_row_about_people_takes_its_subject_and_its_categories_from_the_dataset()
    {
        var row = Rows.Class("ModelInput", "float Age, float Sex, float Cp, float TrestBps, float Chol, float Fbs, float RestEcg, float Thalac, float Exang, float OldPeak, float Slope, float Ca, float Thal, bool Label, float Extra");

        Assert.True(row.AboutPeople);
        Assert.Equal("the columns are those of Heart Disease (Cleveland), in which a row describes a person", row.Why);
        Assert.Equal(new PersonalColumn("user.health.condition", DecidingLayer.RowSubject, "columns of Heart Disease (Cleveland)"), row.Column("Cp"));
        Assert.Equal(new PersonalColumn("user.health.medical_diagnosis", DecidingLayer.RowSubject, "columns of Heart Disease (Cleveland)"), row.Column("Label"));
        Assert.Equal("user.demographic.gender", row.Column("Sex")?.Category);
        Assert.Equal(new PersonalColumn("user", DecidingLayer.RowSubject, "its row about people"), row.Column("Extra"));
    }

    [Theory]
    [InlineData("abalone", "string Sex, float Length, float Diameter, float Height, float WholeWeight, float ShuckedWeight, float VisceraWeight, float ShellWeight, float Age")]
    [InlineData("california-housing", "float MedInc, float HouseAge, float AveRooms, float AveBedrms, float Population, float AveOccup, float Latitude, float Longitude, float MedHouseVal")]
    [InlineData("boston-housing", "float CRIM, float ZN, float INDUS, float CHAS, float NOX, float RM, float AGE, float DIS, float RAD, float TAX, float PTRATIO, float BLACK, float LSTAT, float MEDV")]
    public void Look_alikes_stay_clean_whatever_the_class_is_called(string id, string columns)
    {
        var row = Rows.Class("PersonRecord", columns);

        Assert.Equal(id, row.Known?.Dataset.Id);
        Assert.False(row.AboutPeople);
        Assert.All(row.Columns, column => Assert.Null(column.Personal));
    }

    [Fact]
    public void Beside_the_columns_of_a_look_alike_a_strict_name_still_speaks()
    {
        var row = Rows.Class("Row", "float CRIM, float ZN, float INDUS, float CHAS, float NOX, float RM, float AGE, float DIS, float RAD, float TAX, float PTRATIO, float LSTAT, float MEDV, string OwnerEmail");

        Assert.Equal("user.contact.email", row.Column("OwnerEmail")?.Category);
        Assert.Null(row.Column("AGE"));
    }

    [Fact]
    public void Text_and_ratings_are_about_a_person_when_a_column_says_whose_they_are()
    {
        var tweets = Rows.Listed("target:Single, ids:Single, date:String, flag:String, user:String, text:String");
        var ratings = Rows.Listed("userId:Single, movieId:Single, rating:Single, timestamp:Single");
        var textOnly = Rows.Listed([new ColumnShape("review", "String"), new ColumnShape("sentiment", "String")], "imdb.csv");

        Assert.True(tweets.AboutPeople);
        Assert.True(ratings.AboutPeople);
        Assert.EndsWith("; 'userId' says whose", ratings.Why, StringComparison.Ordinal);
        Assert.Equal("user.account.username", tweets.Column("user")?.Category);
        Assert.False(textOnly.AboutPeople);
        Assert.All(textOnly.Columns, column => Assert.Null(column.Personal));
    }

    [Fact]
    public void Card_payments_without_a_holder_are_nobodys()
    {
        var columns = "Time:Single, " + string.Concat(Enumerable.Range(1, 28).Select(number => $"V{number}:Single, ")) + "Amount:Single, Class:Boolean";

        var payments = Rows.Listed(columns);

        Assert.Equal("ulb-credit-card-fraud", payments.Known?.Dataset.Id);
        Assert.Null(payments.AboutPeople);
        Assert.All(payments.Columns, column => Assert.Null(column.Personal));
    }

    [Fact]
    public void The_card_outweighs_the_dataset()
    {
        const string Abalone = "string Sex, float Length, float Diameter, float Height, float WholeWeight, float ShuckedWeight, float VisceraWeight, float ShellWeight, float Rings";
        const string Heart = "float Age, float Sex, float Cp, float TrestBps, float Chol, float Fbs, float RestEcg, float Thalach, float Exang, float OldPeak";

        var people = Rows.Class("Row", Abalone, new DataCard { Id = "c", SubjectsData = "personal" });
        var nobody = Rows.Class("Row", Heart, new DataCard { Id = "c", SubjectsData = "not-personal" });
        var column = Rows.Class("Row", Heart, new DataCard { Id = "c", Columns = [new CardColumn("Cp", ["user.content"], null, "unchanged")] });

        Assert.True(people.AboutPeople);
        Assert.All(people.Columns, one => Assert.NotNull(one.Personal));
        Assert.False(nobody.AboutPeople);
        Assert.All(nobody.Columns, one => Assert.Null(one.Personal));
        Assert.Equal(new PersonalColumn("user.content", DecidingLayer.DataCard, "data card 'c'"), column.Column("Cp"));
    }

    [Fact]
    public void Attributes_outweigh_the_dataset()
    {
        const string Members = "public float Age, Sex, Cp, TrestBps, Chol, Fbs, RestEcg, Thalach, Exang; [PersonalData(\"none\")] public float OldPeak;";

        Assert.Null(Rows.Assess($"public class Row {{ {Members} }}", "Row").Column("OldPeak"));
        Assert.False(Rows.Assess($"[PersonalData(\"none\")] public class Row {{ {Members} }}", "Row").AboutPeople);
    }

    [Fact]
    public void The_file_supports_the_columns_of_a_row_type()
    {
        var row = Rows.Assess("public class Row { public string SentimentText; public bool Sentiment; }", "Row", file: "Data/imdb.tsv");

        Assert.Equal("imdb-reviews", row.Known?.Dataset.Id);
    }

    [Fact]
    public void Names_of_a_pipeline_and_of_members_both_count()
    {
        var row = Rows.Assess("""
            public class ModelInput
            {
                [ColumnName("sepal_length")] public float Col0; [ColumnName("sepal_width")] public float Col1;
                public float PetalLength; [ColumnName("f")] public float PetalWidth; [ColumnName("Label")] public string Species;
            }
            """, "ModelInput");

        Assert.Equal("iris", row.Known?.Dataset.Id);
        Assert.All(row.Known!.Columns, Assert.NotNull);
    }

    private static KnownMatch? Match(IReadOnlyList<string> columns, string? file = null) => s_shipped.Match([.. columns.Select(column => (IReadOnlyList<string>)[column])], file);
}
