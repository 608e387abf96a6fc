using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ResponsibleAI.Benchmarks;

/// <summary>
/// From a keystroke to the diagnostics of the file, as an editor asks for them: the edited file is parsed again, replaces the old one in the
/// compilation, and the compiler's and the analyzers' diagnostics of this one file are asked for. Compilation-end diagnostics are not.
/// </summary>
internal static class EditLatency
{
    private const int WarmUp = 15;

    /// <param name="files">Files in the project.</param>
    /// <param name="edits">Edits that are measured; each changes another file that trains.</param>
    /// <param name="peers">Assemblies of other analyzers.</param>
    public static async Task Print(int files, int edits, IEnumerable<string> peers)
    {
        var project = new GeneratedProject(files);
        Console.WriteLine(FormattableString.Invariant($"{files} files, {edits} edits | p50 ms | p95 ms | processor ms an edit | diagnostics in the last file"));
        await Print("compiler alone", project, edits, [new EmptyAnalyzer(looksAtCalls: false)]);
        await Print("ours", project, edits, [.. AnalyzerAssembly.Analyzers()]);
        await Print("ours, cards and purposes declared", new GeneratedProject(files, governed: true), edits, [.. AnalyzerAssembly.Analyzers()]);
        foreach (var peer in peers)
        {
            await Print(Path.GetFileNameWithoutExtension(peer), project, edits, Load(peer));
        }
    }

    private static async Task Print(string name, GeneratedProject project, int edits, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        Compilation compilation = project.Compile();
        var trees = project.Trees.Where(static tree => tree.FilePath.StartsWith("Visits", StringComparison.Ordinal)).ToArray();
        var texts = Array.ConvertAll(trees, static tree => tree.ToString());
        var elapsed = new List<double>();
        var (processor, diagnostics) = (TimeSpan.Zero, 0);
        for (var edit = -WarmUp; edit < edits; edit++)
        {
            var at = (edit + WarmUp) % trees.Length;
            var text = texts[at].Replace("metrics.RSquared", string.Create(CultureInfo.InvariantCulture, $"metrics.RSquared + {edit + WarmUp}"), StringComparison.Ordinal);
            using var process = Process.GetCurrentProcess();
            var (before, start) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
            var edited = CSharpSyntaxTree.ParseText(text, path: trees[at].FilePath);
            compilation = compilation.ReplaceSyntaxTree(trees[at], edited);
            var driver = project.With(compilation, analyzers);
            var model = driver.Compilation.GetSemanticModel(edited);
            diagnostics = model.GetDiagnostics().Length
                + (await driver.GetAnalyzerSyntaxDiagnosticsAsync(edited, default)).Length
                + (await driver.GetAnalyzerSemanticDiagnosticsAsync(model, null, default)).Length;
            var time = Stopwatch.GetElapsedTime(start);
            trees[at] = edited;
            if (edit >= 0)
            {
                process.Refresh();
                processor += process.TotalProcessorTime - before;
                elapsed.Add(time.TotalMilliseconds);
            }
        }

        elapsed.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"{name} | {elapsed[edits / 2]:F1} | {elapsed[edits * 95 / 100]:F1} | {processor.TotalMilliseconds / edits:F1} | {diagnostics}"));
    }

    private static ImmutableArray<DiagnosticAnalyzer> Load(string path) =>
    [
        .. Assembly.LoadFrom(Path.GetFullPath(path)).GetTypes()
            .Where(static type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];
}
