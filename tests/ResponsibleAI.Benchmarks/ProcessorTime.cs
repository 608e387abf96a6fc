using System.Diagnostics;

namespace ResponsibleAI.Benchmarks;

/// <summary>
/// Processor time of a compilation with and without our analyzers, by turns in one process. Unlike elapsed time it says something on
/// a machine that is busy with other work, and it counts every thread.
/// </summary>
internal static class ProcessorTime
{
    private const int Rounds = 9;

    public static async Task Print(int files)
    {
        var benchmark = new AnalyzerBenchmarks { Files = files };
        benchmark.Generate();
        var (without, with) = (new List<double>(), new List<double>());
        for (var round = -2; round < Rounds; round++) // the first two compile the compiler
        {
            var (empty, ours) = (await Measure(benchmark.TrainingProjectEmptyAnalyzer), await Measure(benchmark.TrainingProjectOurs));
            if (round >= 0)
            {
                without.Add(empty);
                with.Add(ours);
            }
        }

        var (baseline, loaded) = (Median(without), Median(with));
        Console.WriteLine(FormattableString.Invariant(
            $"{files} files: {baseline:F0} ms of processor time without, {loaded:F0} ms with ours, {100 * (loaded - baseline) / baseline:F1} % more"));
    }

    private static async Task<double> Measure<T>(Func<Task<T>> compilation)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await compilation();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
