namespace ResponsibleAI.Cli.Tests;

/// <summary>Sources that tests start from.</summary>
internal static class Programs
{
    public const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net8.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.ML" Version="5.0.1" />
          </ItemGroup>
        </Project>
        """;

    public const string Person = """
        using Microsoft.ML; using Microsoft.ML.Data;
        public class CensusRow
        {
            [LoadColumn(0)] public float Age { get; set; }
            [LoadColumn(1)] public string Sex { get; set; } = "";
            [LoadColumn(2)] public string MaritalStatus { get; set; } = "";
            [LoadColumn(3)] public float HoursPerWeek { get; set; }
            [LoadColumn(4)] public float PersonId { get; set; }
            [LoadColumn(5), ColumnName("Label")] public bool Income { get; set; }
        }

        """;

    /// <summary>Lines: rows 2 to 10, load 16, training 18, saving 19.</summary>
    public const string People = Person + """
        public static class Trainer
        {
            public static void Main()
            {
                var ml = new MLContext(seed: 1); Console.WriteLine("training");
                var data = ml.Data.LoadFromTextFile<CensusRow>("people.csv", hasHeader: true);
                var pipeline = ml.Transforms.Concatenate("Features", "Age", "HoursPerWeek").Append(ml.Transforms.DropColumns("MaritalStatus")).Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression());
                var model = pipeline.Fit(data);
                ml.Model.Save(model, data.Schema, "model.zip");
            }
        }
        """;

    public const string Plain = """
        public static class Program
        {
            public static void Main() => System.Console.WriteLine(new { Age = 1, Sex = "x" });
        }
        """;

    public const string Policy = """
        schema: rai/policy/1
        """;

    public const string Purposes = """
        schema: rai/purposes/1
        purposes:
          - id: credit-scoring
            title: Credit scoring
        """;

    public const string Card = """
        schema: rai/datacard/1
        id: people
        title: People
        subjects: { data: personal }
        files:
          - path: people.csv
        columns:
          - { name: Age, categories: [user.demographic.age_range] }
        """;
}
