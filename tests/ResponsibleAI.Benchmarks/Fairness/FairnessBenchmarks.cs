using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Microsoft.ML;
using ResponsibleAI.Fairness;

namespace ResponsibleAI.Benchmarks.Fairness;

/// <summary>
/// Group metrics over two crossed sensitive columns in one pass, beside ML.NET's own evaluation of everybody, and beside evaluating each group of one
/// column by itself. All read the same cached columns, so what is compared is the evaluation and not the loading.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 2, iterationCount: 7)]
public class FairnessBenchmarks
{
    private static readonly string[] Sexes = ["Female", "Male"];

    private static readonly string[] Races = ["Amer-Indian", "Asian", "Black", "Other", "White"];

    private readonly MLContext _mlContext = new(seed: 1);
    private IDataView _scored = null!;

    /// <summary>Scored rows.</summary>
    [Params(100_000, 1_000_000)]
    public int Rows { get; set; }

    /// <summary>Makes the rows and reads every column once, so that the cache is full.</summary>
    [GlobalSetup]
    public void Generate()
    {
        _scored = _mlContext.Data.Cache(_mlContext.Data.LoadFromEnumerable(Scored(Rows)));
        foreach (var _ in _mlContext.Data.CreateEnumerable<ScoredRow>(_scored, reuseRowObject: true))
        {
            // Reading fills the cache.
        }
    }

    /// <summary>Label, score and probability of everybody: no group is looked at.</summary>
    [Benchmark(Baseline = true)]
    public double EvaluateEverybody() => _mlContext.BinaryClassification.Evaluate(_scored).AreaUnderRocCurve;

    /// <summary>Two columns, alone and crossed, all rates and differences.</summary>
    [Benchmark]
    public double? FairnessOfTwoColumns() =>
        FairnessCatalog.Instance.EvaluateBinary(_scored, ["Sex", "Race"], favorable: true).EqualizedOddsDifference;

    /// <summary>The same with calibration.</summary>
    [Benchmark]
    public double? FairnessOfTwoColumnsWithCalibration() =>
        FairnessCatalog.Instance.EvaluateBinary(_scored, ["Sex", "Race"], favorable: true, probabilityColumnName: "Probability").EqualizedOddsDifference;

    /// <summary>The same as two columns, with the evidence and its bootstrap intervals.</summary>
    [Benchmark]
    public int FairnessOfTwoColumnsWithEvidence() =>
        FairnessCatalog.Instance.EvaluateBinary(_scored, ["Sex", "Race"], favorable: true).ToJson().Length;

    /// <summary>One column, each group filtered and evaluated by itself.</summary>
    [Benchmark]
    public double FilterAndEvaluateEachGroupOfOneColumn()
    {
        var worst = 0.0;
        foreach (var race in Races)
        {
            var group = _mlContext.Data.FilterByCustomPredicate<RaceOnly>(_scored, row => row.Race != race);
            worst = Math.Max(worst, _mlContext.BinaryClassification.EvaluateNonCalibrated(group).PositiveRecall);
        }

        return worst;
    }

    private static IEnumerable<ScoredRow> Scored(int rows)
    {
        var random = new Random(1);
        for (var i = 0; i < rows; i++)
        {
            var label = random.Next(4) == 0;
            var score = (float)(random.NextDouble() + (label ? 0.3 : -0.3) - 0.5);
            yield return new ScoredRow
            {
                Sex = Sexes[random.Next(Sexes.Length)],
                Race = Races[random.Next(Races.Length)],
                Label = label,
                PredictedLabel = score > 0,
                Score = score,
                Probability = 1 / (1 + MathF.Exp(-4 * score)),
            };
        }
    }

    private sealed class ScoredRow
    {
        public string Sex { get; set; } = "";

        public string Race { get; set; } = "";

        public bool Label { get; set; }

        public bool PredictedLabel { get; set; }

        public float Score { get; set; }

        public float Probability { get; set; }
    }

    private sealed class RaceOnly
    {
        public string Race { get; set; } = "";
    }
}
