using System.Globalization;
using Microsoft.ML;
using ResponsibleAI;
using ResponsibleAI.Fairness;

namespace CreditScoring;

/// <summary>Trains a credit model, sees it miss its fairness goal, weighs the rows, and keeps the model that meets it.</summary>
[ProcessingPurpose("credit-benchmark")]
internal static class Program
{
    private const string Model = "credit-scoring";

    private static readonly string s_dataPath = Path.Combine(AppContext.BaseDirectory, "data", "german-credit.csv");
    private static readonly string s_modelPath = Path.Combine(AppContext.BaseDirectory, "credit-model.zip");
    private static readonly string[] s_attributes = ["Sex", "AgeGroup"];
    private static readonly EvidenceSubject s_subject = new(Model, "german-credit", "532082711a8ec4df65cf60775eb7d59d3a5e3458c5a88695630beffd96dfff86");

    private static int Main()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var mlContext = new MLContext(seed: 1);

        var loaded = mlContext.Data.LoadFromTextFile<ApplicantRow>(s_dataPath, separatorChar: ',', hasHeader: true);
        var rows = mlContext.Transforms.CustomMapping<ApplicantRow, ApplicantGroups>(ApplicantGroups.Fill, contractName: null).Fit(loaded).Transform(loaded);
        var split = mlContext.Data.TrainTestSplit(rows, testFraction: 0.5, seed: 1);

        // The goal was set before training, in the model card. The build wrote it into this program.
        var goal = FairnessThresholds.OfModelCard(Model, typeof(Program).Assembly);
        var options = FairnessOptions.OfPolicy(typeof(Program).Assembly);

        var plain = Pipeline(mlContext, weights: null).Fit(split.TrainSet);
        var plainScored = plain.Transform(split.TestSet);
        var plainFairness = mlContext.Fairness().EvaluateBinary(plainScored, s_attributes, favorable: true, options: options);
        Report(mlContext, "Plain", plainScored, plainFairness.Check(goal));
        plainFairness.WriteSvg(Evidence($"{Model}.plain.svg"), "selection-rate", "Credit scoring before weighing: credit granted");

        // Every group of sex and age gets the same weighted share of credits that turned out well, so the model cannot learn to tell the groups apart.
        var weighted = mlContext.Fairness().Reweigh(split.TrainSet, s_attributes, favorable: true);
        var model = Pipeline(mlContext, weights: "FairnessWeight").Fit(weighted);
        var scored = model.Transform(split.TestSet);
        var fairness = mlContext.Fairness().EvaluateBinary(scored, s_attributes, favorable: true, options: options);
        var verdict = fairness.Check(goal);
        Report(mlContext, "Weighed", scored, verdict);
        fairness.WriteSvg(Evidence($"{Model}.svg"), "selection-rate", "Credit scoring: credit granted");
        verdict.WriteJson(Evidence($"{Model}.fairness.json"), s_subject);

        if (verdict.Outcome != FairnessOutcome.Pass)
        {
            Console.WriteLine("Not saved: the model misses its fairness goal. Somebody has to decide what follows.");
            return 1;
        }

        mlContext.Model.Save(model, split.TrainSet.Schema, s_modelPath);
        Console.WriteLine($"Saved {Path.GetFileName(s_modelPath)}");
        return 0;
    }

    /// <summary>Sex, age and what tells them directly are no features.</summary>
    private static IEstimator<ITransformer> Pipeline(MLContext mlContext, string? weights) => mlContext.Transforms.Categorical.OneHotEncoding(
        [
            new InputOutputColumnPair("StatusEncoded", nameof(ApplicantRow.Status)),
            new InputOutputColumnPair("CreditHistoryEncoded", nameof(ApplicantRow.CreditHistory)),
            new InputOutputColumnPair("SavingsEncoded", nameof(ApplicantRow.Savings)),
            new InputOutputColumnPair("EmploymentEncoded", nameof(ApplicantRow.Employment)),
            new InputOutputColumnPair("OtherDebtorsEncoded", nameof(ApplicantRow.OtherDebtors)),
            new InputOutputColumnPair("PropertyEncoded", nameof(ApplicantRow.Property)),
            new InputOutputColumnPair("InstallmentPlansEncoded", nameof(ApplicantRow.InstallmentPlans)),
            new InputOutputColumnPair("HousingEncoded", nameof(ApplicantRow.Housing)),
        ])
        .Append(mlContext.Transforms.Concatenate(
            "Features",
            "StatusEncoded",
            "CreditHistoryEncoded",
            "SavingsEncoded",
            "EmploymentEncoded",
            "OtherDebtorsEncoded",
            "PropertyEncoded",
            "InstallmentPlansEncoded",
            "HousingEncoded",
            nameof(ApplicantRow.Month),
            nameof(ApplicantRow.CreditAmount),
            nameof(ApplicantRow.InvestmentAsIncomePercentage),
            nameof(ApplicantRow.NumberOfCredits)))
        .Append(mlContext.Transforms.NormalizeMinMax("Features"))
        .Append(mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression(exampleWeightColumnName: weights));

    private static void Report(MLContext mlContext, string name, IDataView scored, FairnessVerdict verdict)
    {
        var metrics = mlContext.BinaryClassification.Evaluate(scored);
        Console.WriteLine($"{name}: {verdict.Outcome}, accuracy {metrics.Accuracy:P1}, AUC {metrics.AreaUnderRocCurve:F3}");
        foreach (var check in verdict.Checks)
        {
            Console.WriteLine("  " + check.Message);
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
