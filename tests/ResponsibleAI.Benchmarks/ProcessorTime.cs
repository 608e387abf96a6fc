using System.Diagnostics;

namespace ResponsibleAI.Benchmarks;

/// <summary>
/// Processor time and allocation of one compilation under different analyzers, by turns in one process. Unlike elapsed time it says something on
/// a machine that is busy with other work, and it counts every thread.
/// </summary>
internal static class ProcessorTime
{
    private const int WarmUp = 2; // compiles the compiler
    private const int Rounds = 5;

    public static async Task Print(int files)
    {
        var project = new GeneratedProject(files);
        var governed = new GeneratedProject(files, governed: true);
        (string Name, Func<Task<int>> Compile)[] subjects =
        [
            ("compiler alone", () => project.Diagnose(new EmptyAnalyzer(looksAtCalls: false))),
            ("an analyzer that is shown every call and does nothing", () => project.Diagnose(new EmptyAnalyzer(looksAtCalls: true))),
            ("ours, nothing declared", () => project.Diagnose([.. AnalyzerAssembly.Analyzers()])),
            ("ours, cards and purposes declared", () => governed.Diagnose([.. AnalyzerAssembly.Analyzers()])),
        ];
        var measured = subjects.Select(static _ => new List<(double Milliseconds, double Megabytes, int Diagnostics)>()).ToList();
        for (var round = -WarmUp; round < Rounds; round++)
        {
            for (var at = 0; at < subjects.Length; at++)
            {
                var one = await Measure(subjects[at].Compile);
                if (round >= 0)
                {
                    measured[at].Add(one);
                }
            }
        }

        Console.WriteLine(FormattableString.Invariant($"{files} files | processor ms | allocated MB | diagnostics"));
        for (var at = 0; at < subjects.Length; at++)
        {
            Console.WriteLine(FormattableString.Invariant(
                $"{subjects[at].Name} | {Median(measured[at].Select(static one => one.Milliseconds)):F0} | {Median(measured[at].Select(static one => one.Megabytes)):F1} | {measured[at][0].Diagnostics}"));
        }
    }

    private static async Task<(double, double, int)> Measure(Func<Task<int>> compilation)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (before, bytes) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true));
        var diagnostics = await compilation();
        process.Refresh();
        return ((process.TotalProcessorTime - before).TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1e6, diagnostics);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
