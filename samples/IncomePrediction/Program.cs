using Microsoft.ML;

namespace IncomePrediction;

internal static class Program
{
    private static readonly string s_dataPath = Path.Combine(AppContext.BaseDirectory, "data", "adult.csv");
    private static readonly string s_modelPath = Path.Combine(AppContext.BaseDirectory, "income-model.zip");

    private static void Main()
    {
        var mlContext = new MLContext(seed: 1);

        var data = mlContext.Data.LoadFromTextFile<CensusRow>(s_dataPath, separatorChar: ',', hasHeader: true, trimWhitespace: true);
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2);

        var pipeline = mlContext.Transforms.Conversion.MapValue(
                "Label",
                new Dictionary<string, bool> { ["<=50K"] = false, [">50K"] = true },
                nameof(CensusRow.SalaryClass))
            .Append(mlContext.Transforms.Categorical.OneHotEncoding(
            [
                new InputOutputColumnPair("WorkclassEncoded", "Workclass"),
                new InputOutputColumnPair("EducationEncoded", "Education"),
                new InputOutputColumnPair("MaritalStatusEncoded", "MaritalStatus"),
                new InputOutputColumnPair("OccupationEncoded", "Occupation"),
                new InputOutputColumnPair("RelationshipEncoded", "Relationship"),
                new InputOutputColumnPair("RaceEncoded", "Race"),
                new InputOutputColumnPair("SexEncoded", "Sex"),
                new InputOutputColumnPair("NativeCountryEncoded", "NativeCountry"),
            ]))
            .Append(mlContext.Transforms.Concatenate(
                "Features",
                "Age", "EducationNum", "CapitalGain", "CapitalLoss", "HoursPerWeek",
                "WorkclassEncoded", "EducationEncoded", "MaritalStatusEncoded", "OccupationEncoded",
                "RelationshipEncoded", "RaceEncoded", "SexEncoded", "NativeCountryEncoded"))
            .Append(mlContext.BinaryClassification.Trainers.FastTree());

        var model = pipeline.Fit(split.TrainSet);

        var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine($"Accuracy: {metrics.Accuracy:P1}, AUC: {metrics.AreaUnderRocCurve:F3}");

        mlContext.Model.Save(model, data.Schema, s_modelPath);
        Console.WriteLine($"Saved {Path.GetFileName(s_modelPath)}");
    }
}
