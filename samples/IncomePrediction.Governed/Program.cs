using System.Globalization;
using Microsoft.ML;
using ResponsibleAI;
using ResponsibleAI.Fairness;

namespace IncomePrediction.Governed;

/// <summary>
/// Of the people who earned more than 50,000 dollars, the model must find about the same share in every group. The goal was set before training, in the
/// model card: the lowest true positive rate is at least four fifths of the highest, by sex, by race and by age. Selection rates are shown and not judged:
/// the answers differ between the groups even more than the model does.
/// </summary>
[ProcessingPurpose("income-benchmark")]
internal static class Program
{
    private const string Model = "income-prediction";

    private static readonly string s_dataPath = Path.Combine(AppContext.BaseDirectory, "data", "adult.csv");
    private static readonly string s_modelPath = Path.Combine(AppContext.BaseDirectory, "income-model.zip");

    private static int Main()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var mlContext = new MLContext(seed: 1);

        var loaded = mlContext.Data.LoadFromTextFile<CensusRow>(s_dataPath, separatorChar: ',', hasHeader: true, trimWhitespace: true);
        var data = mlContext.Transforms.CustomMapping<CensusRow, CensusGroups>(CensusGroups.Fill, contractName: null).Fit(loaded).Transform(loaded);
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
                nameof(CensusRow.EducationNum),
                nameof(CensusRow.HoursPerWeek),
                nameof(CensusRow.CapitalGain),
                nameof(CensusRow.CapitalLoss),
                "WorkclassEncoded",
                "OccupationEncoded"))
            .Append(mlContext.BinaryClassification.Trainers.FastTree());

        var model = pipeline.Fit(split.TrainSet);

        var scored = model.Transform(split.TestSet);
        var metrics = mlContext.BinaryClassification.Evaluate(scored);
        Console.WriteLine($"Accuracy: {metrics.Accuracy:P1}, AUC: {metrics.AreaUnderRocCurve:F3}");

        // Each attribute alone: crossed, most groups are too small to say anything. Two groups are too small even so; they are shown and not judged.
        var options = FairnessOptions.OfPolicy(typeof(Program).Assembly) with { MaxCrossed = 1 };
        var goal = FairnessThresholds.OfModelCard(Model, typeof(Program).Assembly) with { AllowSmallGroups = true };
        var fairness = mlContext.Fairness().EvaluateBinary(scored, ["Sex", "Race", "AgeGroup"], favorable: true, options: options);
        var verdict = fairness.Check(goal);
        Print(fairness, verdict);
        fairness.WriteSvg(Evidence($"{Model}.svg"), "true-positive-rate", "Income prediction: found among those above 50,000 dollars");
        verdict.WriteJson(Evidence($"{Model}.fairness.json"), new EvidenceSubject(Model, "adult", "7ca0f4d3904c7f0504f9dd1152b0336998f8bce4cc1a619dff6b3ffe0546ad14"));
        if (verdict.Outcome != FairnessOutcome.Pass)
        {
            Console.WriteLine("Not saved: the model misses its fairness goal. Somebody has to decide what follows.");
            return 1;
        }

        mlContext.Model.Save(model, loaded.Schema, s_modelPath);
        Console.WriteLine($"Saved {Path.GetFileName(s_modelPath)}");
        return 0;
    }

    private static void Print(BinaryFairness fairness, FairnessVerdict verdict)
    {
        Console.WriteLine();
        Console.WriteLine($"{"group",-28}{"rows",6}{"positive",10}{"selected",10}{"found",8}");
        foreach (var group in fairness.Breakdowns.SelectMany(breakdown => breakdown.Groups))
        {
            var counts = group.Counts;
            var remark = counts.TruePositiveRate.Rows < fairness.Options.MinGroupSize ? "  too few to judge" : "";
            Console.WriteLine($"{group.Group.Name,-28}{counts.Total.Rows,6}{counts.BaseRate.Value,10:P1}{counts.SelectionRate.Value,10:P1}{counts.TruePositiveRate.Value,8:P1}{remark}");
        }

        Console.WriteLine();
        foreach (var check in verdict.Checks)
        {
            Console.WriteLine($"{check.Outcome}: {check.Message}");
        }

        Console.WriteLine();
    }

    /// <summary>rai/evidence of this sample, wherever the program runs below it.</summary>
    private static string Evidence(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent is { } parent && !File.Exists(Path.Combine(folder.FullName, "rai", "policy.yaml")))
        {
            folder = parent;
        }

        return Path.Combine(folder.FullName, "rai", "evidence", file);
    }
}
