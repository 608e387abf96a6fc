using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.PersonalData;

public sealed class RAI1001Tests
{
    private const string Adult = """
        public class Adult
        {
            [LoadColumn(0)] public float Age { get; set; }
            [LoadColumn(1)] public string Workclass { get; set; } = "";
            [LoadColumn(8)] public string Race { get; set; } = "";
            [LoadColumn(9)] public string Sex { get; set; } = "";
            [LoadColumn(12)] public float HoursPerWeek { get; set; }
            [LoadColumn(14), ColumnName("Label")] public bool Income { get; set; }
        }
        """;

    [Fact]
    public async Task What_a_row_computes_or_is_made_with_is_a_column_that_training_reads()
    {
        var finding = Assert.Single(await Program.Of("""
            public class Visit
            {
                public Visit(string patientId, float age, bool label) { PatientId = patientId; Age = age; Label = label; }
                public string PatientId { get; }
                public float Age { get; }
                public float IsMinor => Age < 18 ? 1 : 0;
                public float Hidden { private get; set; }
                public bool Label { get; }
            }
            public static class Trainer
            {
                public static void Train(MLContext ml, IEnumerable<string> lines)
                {
                    var data = ml.Data.LoadFromEnumerable(lines.Select(line => new Visit(line, line.Length, true)));
                    ml.Transforms.Concatenate("Features", "Age", "IsMinor").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
                }
            }
            """).Findings("RAI1001"));

        Assert.Contains("'Visit.Age' (user.demographic.age_range", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("'Visit.IsMinor'", finding.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", finding.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Personal_features_with_no_purpose_are_a_gap_that_names_columns_category_and_trainer()
    {
        var findings = await Program.Of(Adult + """
            public static class Trainer
            {
                public static void Train()
                {
                    var ml = new MLContext();
                    var data = ml.Data.LoadFromTextFile<Adult>("data/adult.csv", separatorChar: ',');
                    var pipeline = ml.Transforms.Categorical.OneHotEncoding("SexCode", nameof(Adult.Sex))
                        .Append(ml.Transforms.Concatenate("Features", nameof(Adult.Age), "SexCode", nameof(Adult.HoursPerWeek)))
                        .Append(ml.BinaryClassification.Trainers.FastTree());
                    var model = pipeline.Fit(data);
                }
            }
            """).Findings("RAI1001");

        var finding = Assert.Single(findings);
        Assert.Contains("'Adult.Sex' (", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("'Adult.Age' (", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("FastTree; no purpose is declared", finding.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain("Race", finding.Properties["columns"], StringComparison.Ordinal);
        Assert.Equal("gap", finding.Properties["kind"]);
        Assert.Equal("known", finding.Properties["resolution"]);
        Assert.NotEmpty(finding.AdditionalLocations);
    }

    [Fact]
    public async Task A_purpose_on_the_method_the_type_the_assembly_or_the_project_answers_it()
    {
        string Trainer(string onAssembly, string onType, string onMethod) => $$"""
            {{onAssembly}}
            {{onType}} public static class Trainer
            {
                {{onMethod}} public static void Train(MLContext ml) =>
                    ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Adult>("adult.csv"));
            }
            """;
        const string Purpose = "[ProcessingPurpose(\"research\")]";

        Assert.Empty(await Program.Of(Trainer("", "", Purpose) + Adult).Findings("RAI1001"));
        Assert.Empty(await Program.Of(Trainer("", Purpose, "") + Adult).Findings("RAI1001"));
        Assert.Empty(await Program.Of(Trainer("[assembly: ProcessingPurpose(\"research\")]", "", "") + Adult).Findings("RAI1001"));
        Assert.Empty(await Program.Of(Trainer("", "", "") + Adult).WithProperty("ResponsibleAIPurpose", "research").Findings("RAI1001"));
        Assert.Single(await Program.Of(Trainer("", "", "") + Adult).Findings("RAI1001"));
    }

    [Fact]
    public async Task Rows_about_houses_need_no_purpose()
    {
        Assert.Empty(await Program.Of("""
            public class House
            {
                [LoadColumn(0)] public float HouseAge { get; set; }
                [LoadColumn(1)] public float Rooms { get; set; }
                [LoadColumn(2)] public string Condition { get; set; } = "";
                [LoadColumn(3), ColumnName("Label")] public float Price { get; set; }
            }
            public static class Trainer
            {
                public static void Train(MLContext ml)
                {
                    var data = ml.Data.LoadFromTextFile<House>("houses.csv");
                    ml.Transforms.Concatenate("Features", "HouseAge", "Rooms").Append(ml.Regression.Trainers.FastTree()).Fit(data);
                }
            }
            """).Findings("RAI1001"));
    }

    [Fact]
    public async Task Fitting_transforms_alone_is_no_training()
    {
        Assert.Empty(await Program.Of(Adult + """
            public static class Prepare
            {
                public static void Run(MLContext ml)
                {
                    var data = ml.Data.LoadFromTextFile<Adult>("adult.csv");
                    var scaled = ml.Transforms.NormalizeMinMax("Age").Fit(data).Transform(data);
                }
            }
            """).Findings("RAI1001"));
    }

    [Fact]
    public async Task A_direct_identifier_among_things_is_named_alone()
    {
        var finding = Assert.Single(await Program.Of("""
            public class Order
            {
                [LoadColumn(0)] public string ProductName { get; set; } = "";
                [LoadColumn(1)] public float Quantity { get; set; }
                [LoadColumn(2)] public string EmailAddress { get; set; } = "";
                [LoadColumn(3), ColumnName("Label")] public float Price { get; set; }
            }
            public static class Trainer
            {
                public static void Train(MLContext ml)
                {
                    var data = ml.Data.LoadFromTextFile<Order>("orders.csv");
                    ml.Transforms.Text.FeaturizeText("Mail", "EmailAddress")
                        .Append(ml.Transforms.Concatenate("Features", "Quantity", "Mail"))
                        .Append(ml.Regression.Trainers.FastTree()).Fit(data);
                }
            }
            """).Findings("RAI1001"));

        Assert.StartsWith("'Order.EmailAddress' (", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("through 'FeaturizeText', 'Concatenate' into the features of FastTree", finding.GetMessage(), StringComparison.Ordinal);
    }
}
