using System.Globalization;
using Microsoft.ML;
using ResponsibleAI;

namespace IncomePrediction.Governed;

[ProcessingPurpose("income-benchmark")]
internal static class Program
{
    private static readonly string DataPath = Path.Combine(AppContext.BaseDirectory, "data", "adult.csv");
    private static readonly string ModelPath = Path.Combine(AppContext.BaseDirectory, "income-model.zip");

    private static int Main()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var mlContext = new MLContext(seed: 1);

        var data = mlContext.Data.LoadFromTextFile<CensusRow>(DataPath, separatorChar: ',', hasHeader: true, trimWhitespace: true);
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2);

        var pipeline = mlContext.Transforms.Conversion.MapValue(
                "Label",
                new Dictionary<string, bool> { ["<=50K"] = false, [">50K"] = true },
                nameof(CensusRow.SalaryClass))
            .Append(mlContext.Transforms.Categorical.OneHotEncoding(
            [
                new InputOutputColumnPair("WorkclassEncoded", nameof(CensusRow.Workclass)),
                new InputOutputColumnPair("OccupationEncoded", nameof(CensusRow.Occupation)),
            ]))
            .Append(mlContext.Transforms.Concatenate(
                "Features",
                nameof(CensusRow.Age),
                nameof(CensusRow.EducationNum),
                nameof(CensusRow.HoursPerWeek),
                nameof(CensusRow.CapitalGain),
                nameof(CensusRow.CapitalLoss),
                "WorkclassEncoded",
                "OccupationEncoded"))
            .Append(mlContext.BinaryClassification.Trainers.FastTree());

        var model = pipeline.Fit(split.TrainSet);

        var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine($"Accuracy: {metrics.Accuracy:P1}, AUC: {metrics.AreaUnderRocCurve:F3}");

        var fairness = EqualOpportunity.Check(mlContext, model, split.TestSet);
        Print(fairness);
        if (!fairness.Passes)
        {
            Console.WriteLine("Not saved: the model misses its fairness goal. Somebody has to decide what follows.");
            return 1;
        }

        mlContext.Model.Save(model, data.Schema, ModelPath);
        Console.WriteLine($"Saved {Path.GetFileName(ModelPath)}");
        return 0;
    }

    private static void Print(FairnessVerdict fairness)
    {
        Console.WriteLine();
        Console.WriteLine($"{"group",-28}{"rows",6}{"positive",10}{"selected",10}{"found",8}");
        foreach (var group in fairness.Groups)
        {
            var remark = group.IsJudged ? "" : "  too small to judge";
            Console.WriteLine($"{group.Attribute + " " + group.Group,-28}{group.Rows,6}{group.BaseRate,10:P1}{group.SelectionRate,10:P1}{group.TruePositiveRate,8:P1}{remark}");
        }

        foreach (var (attribute, ratio) in fairness.Ratios)
        {
            Console.WriteLine($"{attribute}: lowest over highest rate of people found is {ratio:F2}, the goal is {EqualOpportunity.RatioMinimum:F2}");
        }

        Console.WriteLine();
    }
}
