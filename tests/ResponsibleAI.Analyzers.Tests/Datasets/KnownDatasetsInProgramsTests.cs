using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Datasets;

/// <summary>What a training program is told because its data is a known dataset.</summary>
public class KnownDatasetsInProgramsTests
{
    [Fact]
    public async Task A_column_whose_name_says_nothing_has_the_category_of_the_dataset()
    {
        var finding = Assert.Single(await Train("Cp", "float Age, float Sex, float Cp, float TrestBps, float Chol, float Fbs, float RestEcg, float Thalac, float Exang, float OldPeak, float Slope, float Ca, float Thal, bool Label").Findings("RAI1001"));

        Assert.Contains("(user.health.condition, by columns of Heart Disease (Cleveland))", finding.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_alike_is_trained_on_in_silence() =>
        Assert.Empty(await Train("Height", "string Sex, float Length, float Diameter, float Height, float WholeWeight, float ShuckedWeight, float VisceraWeight, float ShellWeight, bool Label").Findings("RAI1001"));

    private static Program Train(string feature, string columns) => Program.Of($$"""
        class Row
        {
            {{string.Join("\n    ", columns.Split(", ").Select((column, at) => $"[LoadColumn({at})] public {column} {{ get; set; }}").Select(line => line.Replace("string Sex { get; set; }", "string Sex { get; set; } = \"\";", StringComparison.Ordinal)))}}
        }
        class Trainer
        {
            void Run()
            {
                var ml = new MLContext();
                var data = ml.Data.LoadFromTextFile<Row>("some.csv");
                var model = ml.Transforms.Concatenate("Features", "{{feature}}").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            }
        }
        """);
}
