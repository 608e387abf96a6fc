using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using ResponsibleAI.Fairness;

namespace ResponsibleAI.Benchmarks.Fairness;

/// <summary>
/// What group metrics cost beside ML.NET's own evaluation of everybody, and beside evaluating each group by itself. All read the same
/// <see cref="ScoredStream"/>, by turns in one process, so that other work on the machine disturbs all of them; then each once more in a process of its own,
/// which tells the first call and the peak of memory.
/// </summary>
internal static class FairnessCost
{
    private const int WarmUp = 3;
    private const string Ours = "ours, ";
    private const double Noise = 0.1; // MB that a runtime compiling in the background may allocate

    private static readonly MLContext s_mlContext = new(seed: 1);

    private static readonly (string Name, Action<IDataView> Run)[] s_subjects =
    [
        ("read four columns and do nothing", Read),
        ("BinaryClassification.Evaluate, nobody's group", data => s_mlContext.BinaryClassification.Evaluate(data)),
        (Ours + "one text column", data => FairnessCatalog.Instance.EvaluateBinary(data, ["Race"], favorable: true)),
        (Ours + "one key column", data => FairnessCatalog.Instance.EvaluateBinary(data, ["RaceKey"], favorable: true)),
        (Ours + "two text columns, alone and crossed", data => FairnessCatalog.Instance.EvaluateBinary(data, ["Sex", "Race"], favorable: true)),
        (Ours + "two text columns with calibration", data => FairnessCatalog.Instance.EvaluateBinary(data, ["Sex", "Race"], favorable: true, probabilityColumnName: "Probability")),
        (Ours + "two text columns with calibration and weights", data => FairnessCatalog.Instance.EvaluateBinary(data, ["Sex", "Race"], favorable: true, probabilityColumnName: "Probability", exampleWeightColumnName: "Weight")),
        (Ours + "two text columns with evidence and bootstrap", data => FairnessCatalog.Instance.EvaluateBinary(data, ["Sex", "Race"], favorable: true).ToJson()),
        ("filter and evaluate each of five groups of one column", FilterAndEvaluate),
    ];

    /// <summary>Prints a table for each number of rows, then whether ours allocated the same for all of them; the process fails when not.</summary>
    public static void Print(IReadOnlyList<long> sizes)
    {
        var allocated = sizes.Select(PrintTable).ToList();
        for (var at = 0; at < s_subjects.Length; at++)
        {
            var (least, most) = (allocated.Min(size => size[at]), allocated.Max(size => size[at]));
            if (s_subjects[at].Name.StartsWith(Ours, StringComparison.Ordinal) && most - least > Noise)
            {
                Console.WriteLine(FormattableString.Invariant($"{s_subjects[at].Name}: allocates {least:F2} to {most:F2} MB, so memory depends on the number of rows."));
                Environment.ExitCode = 1;
            }
        }
    }

    private static double[] PrintTable(long rows)
    {
        var data = new ScoredStream(rows);
        var measured = s_subjects.Select(static _ => new List<Cost>()).ToList();
        var rounds = rows <= 1_000_000 ? 15 : 5;
        for (var round = -WarmUp; round < rounds; round++)
        {
            for (var at = 0; at < s_subjects.Length; at++)
            {
                var cost = Measure(() => s_subjects[at].Run(data));
                if (round >= 0)
                {
                    measured[at].Add(cost);
                }
            }
        }

        Console.WriteLine(FormattableString.Invariant($"\n| {rows:N0} rows | elapsed ms | of Evaluate | processor ms | of Evaluate | allocated MB | first call, processor ms | peak MB |"));
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        var medians = measured.Select(costs => new Cost(Median(costs, cost => cost.Elapsed), Median(costs, cost => cost.Processor), Median(costs, cost => cost.Megabytes))).ToList();
        for (var at = 0; at < s_subjects.Length; at++)
        {
            var (median, evaluate) = (medians[at], medians[1]);
            Console.WriteLine(FormattableString.Invariant(
                $"| {s_subjects[at].Name} | {median.Elapsed:F1} | {median.Elapsed / evaluate.Elapsed:F2} | {median.Processor:F1} | {median.Processor / evaluate.Processor:F2} | {median.Megabytes:F2} | {Alone(rows, at)} |"));
        }

        return [.. medians.Select(median => median.Megabytes)];
    }

    /// <summary>One subject, once, in this process: processor milliseconds, compiling included, and the peak of the working set in MB.</summary>
    public static void PrintOnce(long rows, int subject)
    {
        var cost = Measure(() => s_subjects[subject].Run(new ScoredStream(rows)));
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant($"{cost.Processor:F0} | {process.PeakWorkingSet64 / 1e6:F0}"));
    }

    private static string Alone(long rows, int subject)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["fairness-once", rows.ToString(CultureInfo.InvariantCulture), subject.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        })!;
        var line = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return line;
    }

    private static Cost Measure(Action run)
    {
        GC.Collect();
        var (elapsed, processor, bytes) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
        run();
        return new(elapsed.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1e6);
    }

    private static double Median(List<Cost> costs, Func<Cost, double> of) => costs.Select(of).Order().ElementAt(costs.Count / 2);

    private static void Read(IDataView data)
    {
        using var cursor = data.GetRowCursor([data.Schema["Sex"], data.Schema["Race"], data.Schema["Label"], data.Schema["PredictedLabel"]]);
        var (sexes, races) = (cursor.GetGetter<ReadOnlyMemory<char>>(data.Schema["Sex"]), cursor.GetGetter<ReadOnlyMemory<char>>(data.Schema["Race"]));
        var (labels, predictions) = (cursor.GetGetter<bool>(data.Schema["Label"]), cursor.GetGetter<bool>(data.Schema["PredictedLabel"]));
        ReadOnlyMemory<char> text = default;
        var flag = false;
        while (cursor.MoveNext())
        {
            sexes(ref text);
            races(ref text);
            labels(ref flag);
            predictions(ref flag);
        }
    }

    // In the manner of Microsoft.ML.Fairlearn, which evaluates each group by itself. It copies the columns into memory first; that is left out here.
    private static void FilterAndEvaluate(IDataView data)
    {
        foreach (var race in ScoredStream.Races)
        {
            s_mlContext.BinaryClassification.EvaluateNonCalibrated(s_mlContext.Data.FilterByCustomPredicate<RaceOnly>(data, row => !row.Race.Span.SequenceEqual(race)));
        }
    }

    private readonly record struct Cost(double Elapsed, double Processor, double Megabytes);

    private sealed class RaceOnly
    {
        public ReadOnlyMemory<char> Race { get; set; }
    }
}
