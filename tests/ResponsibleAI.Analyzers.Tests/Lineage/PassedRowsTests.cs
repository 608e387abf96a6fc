using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Lineage;

/// <summary>Generated retraining methods are handed their rows by nobody in sight.</summary>
public sealed class PassedRowsTests
{
    private const string Retraining = """
        public partial class Diagnosis
        {
            public static ITransformer RetrainPipeline(MLContext mlContext, IDataView trainData)
            {
                var pipeline = BuildPipeline(mlContext);
                var model = pipeline.Fit(trainData);
                return model;
            }

            public static IEstimator<ITransformer> BuildPipeline(MLContext mlContext)
            {
                var pipeline = mlContext.Transforms.ReplaceMissingValues(new []{new InputOutputColumnPair(@"age", @"age")})
                    .Append(mlContext.Transforms.Text.FeaturizeText(inputColumnName:@"ethnicity",outputColumnName:@"ethnicity"))
                    .Append(mlContext.Transforms.Concatenate(@"Features", new []{@"age",@"ethnicity"}))
                    .Append(mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression(labelColumnName:@"class",featureColumnName:@"Features"));
                return pipeline;
            }
        }
        """;

    private const string Consumption = """
        public partial class Diagnosis
        {
            public class ModelInput
            {
                [ColumnName(@"id")] public float Id { get; set; }
                [ColumnName(@"age")] public float Age { get; set; }
                [ColumnName(@"ethnicity")] public string Ethnicity { get; set; } = "";
                [ColumnName(@"class")] public bool Class { get; set; }
            }
            public class ModelOutput
            {
                [ColumnName(@"age")] public float Age { get; set; }
                [ColumnName(@"ethnicity")] public float[] Ethnicity { get; set; } = [];
                [ColumnName(@"class")] public bool Class { get; set; }
                [ColumnName(@"PredictedLabel")] public bool PredictedLabel { get; set; }
            }
        }
        """;

    [Fact]
    public async Task The_nested_type_with_the_columns_that_the_pipeline_names_is_the_row_type()
    {
        var program = Program.Of(Retraining).With("Diagnosis.consumption.cs", Consumption);

        var finding = Assert.Single(await program.Findings("RAI1001"));
        Assert.Contains("'ModelInput.Ethnicity'", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("(rows of 'ModelInput', by the columns that the pipeline names)", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("gap", finding.Properties["kind"]);
        Assert.Equal("partial", finding.Properties["resolution"]);
        Assert.Contains("by the columns that the pipeline names", Assert.Single(await program.Findings("RAI1004")).GetMessage(), StringComparison.Ordinal);
        Assert.Empty(await program.Findings("RAI2001"));
        Assert.Empty(await program.Findings("RAI2003"));
        Assert.Empty(await program.Findings("RAI1006"));
    }

    [Fact]
    public async Task Without_such_a_type_it_is_not_assessed_and_the_columns_are_named()
    {
        var finding = Assert.Single(await Program.Of(Retraining).Findings("RAI1001"));

        Assert.Equal("not-assessed", finding.Properties["kind"]);
        Assert.Contains("The pipeline names 'age', 'ethnicity'", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("parameter 'trainData'", finding.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_that_lacks_a_column_of_the_pipeline_is_not_taken_for_it() =>
        Assert.Equal("not-assessed", Assert.Single(await Program.Of(Retraining).With("Diagnosis.consumption.cs", Consumption.Replace("\"ethnicity\"", "\"origin\"", StringComparison.Ordinal)).Findings("RAI1001")).Properties["kind"]);

    [Fact]
    public async Task Nothing_is_said_of_columns_that_are_nobodys() =>
        Assert.Empty(await Program.Of(Retraining.Replace("age", "voltage", StringComparison.Ordinal).Replace("ethnicity", "pressure", StringComparison.Ordinal)).Findings("RAI1001"));

    [Fact]
    public async Task Rows_that_a_caller_in_sight_passes_are_those_that_it_loads()
    {
        var program = Program.Of(Retraining).With("Diagnosis.consumption.cs", Consumption).With("Diagnosis.training.cs", """
            public partial class Diagnosis
            {
                public const string RetrainFilePath = @"D:\data\patients.csv";
                public const char RetrainSeparatorChar = ',';
                public static void Train(string outputModelPath, string inputDataFilePath = RetrainFilePath, char separatorChar = RetrainSeparatorChar, bool hasHeader = true)
                {
                    var mlContext = new MLContext();
                    var data = LoadIDataViewFromFile(mlContext, inputDataFilePath, separatorChar, hasHeader);
                    var model = RetrainPipeline(mlContext, data);
                    mlContext.Model.Save(model, data.Schema, outputModelPath);
                }
                public static IDataView LoadIDataViewFromFile(MLContext mlContext, string inputDataFilePath, char separatorChar, bool hasHeader) => mlContext.Data.LoadFromTextFile<ModelInput>(inputDataFilePath, separatorChar, hasHeader);
            }
            """);

        Assert.DoesNotContain("by the columns that the pipeline names", Assert.Single(await program.Findings("RAI1001")).GetMessage(), StringComparison.Ordinal);
        Assert.Equal("patients.csv", Assert.Single(await program.Findings("RAI2001")).Properties["dataset"]);
    }

    private const string Trainer = """
        public class DiagnosisTrainer(MLContext ml)
        {
            private record Best(int Id, float Score);
            public IDataView Load() => ml.Data.LoadFromTextFile<Screening>("screening.csv");
            public ITransformer Train(IDataView rows) =>
                ml.Transforms.Categorical.OneHotEncoding("ethnicity").Append(ml.Transforms.Concatenate("Features", "age", "ethnicity"))
                    .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression("class")).Fit(rows);
            public bool Predict(ITransformer model, Screening one) => ml.Model.CreatePredictionEngine<Screening, Answer>(model).Predict(one).PredictedLabel;
        }
        """;

    private const string Rows = """
        public class Screening
        {
            [LoadColumn(0), ColumnName("age")] public float Age { get; set; }
            [LoadColumn(1), ColumnName("ethnicity")] public string Ethnicity { get; set; } = "";
            [LoadColumn(2), ColumnName("class")] public bool Class { get; set; }
        }
        public class Answer { public bool PredictedLabel { get; set; } }
        """;

    [Fact]
    public async Task A_trainer_whose_program_is_elsewhere_names_the_rows_where_it_loads_them()
    {
        var finding = Assert.Single(await Program.Of(Trainer + Rows).Findings("RAI1001"));

        Assert.Equal("gap", finding.Properties["kind"]);
        Assert.Contains("(rows of 'Screening', by the columns that the pipeline names)", finding.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_row_types_that_fit_leave_it_open() =>
        Assert.Equal("not-assessed", Assert.Single(await Program.Of(Trainer.Replace("private record Best(int Id, float Score);", "public IDataView Old() => ml.Data.LoadFromTextFile<Earlier>(\"old.csv\");", StringComparison.Ordinal) + Rows
            + Rows.Replace("Screening", "Earlier", StringComparison.Ordinal).Replace("public class Answer { public bool PredictedLabel { get; set; } }", "", StringComparison.Ordinal)).Findings("RAI1001")).Properties["kind"]);
}
