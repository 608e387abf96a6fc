using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ResponsibleAI.Analyzers;
using ResponsibleAI.Cli.Policies;
using ResponsibleAI.Cli.Projects;

namespace ResponsibleAI.Cli.Analysis;

/// <summary>What the analyzers said and saw in one project.</summary>
internal sealed record AnalyzedProject
{
    /// <summary>Longer than any real project takes; what is left then is not assessed.</summary>
    private static readonly TimeSpan s_most = TimeSpan.FromMinutes(5);

    private const string Evidence = "RAI9011";
    private const string AnalyzerFailed = "AD0001";

    public required LoadedProject Project { get; init; }

    public required ObservedFacts Facts { get; init; }

    /// <summary>The one that the facts' symbols belong to.</summary>
    public Compilation Compilation => Facts.Compilation ?? Project.Compilation;

    /// <summary>In no particular order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Why the analysis is not complete; empty when it is.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>Training calls of which something could not be seen.</summary>
    public int TrainingsNotFullySeen { get; init; }

    /// <param name="project">The project.</param>
    /// <param name="policy">What holds for it.</param>
    /// <param name="referring">The projects that refer to it.</param>
    /// <param name="cancellation">Ends the analysis.</param>
    public static async Task<AnalyzedProject> Of(LoadedProject project, CompiledPolicy policy, IReadOnlyList<Compilation> referring, CancellationToken cancellation)
    {
        var facts = new ObservedFacts();
        var failures = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([policy.Snapshot], new ProjectOptions(project)),
            (exception, _, _) => failures.TryAdd($"the analyzer failed: {exception.GetType().Name}: {exception.Message}", true),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(s_most);
        IReadOnlyList<Diagnostic> diagnostics = [];
        try
        {
            diagnostics = await project.Compilation.WithAnalyzers([new ResponsibleAIAnalyzer(facts, referring)], options).GetAnalyzerDiagnosticsAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            failures.TryAdd(string.Create(CultureInfo.InvariantCulture, $"the analysis took longer than {s_most.TotalMinutes} minutes"), true);
        }
#pragma warning disable CA1031 // Code of strangers may break the compiler itself; the other projects still count.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            failures.TryAdd($"the compiler failed: {exception.GetType().Name}", true);
        }

        foreach (var failed in diagnostics.Where(static diagnostic => diagnostic.Id == AnalyzerFailed))
            failures.TryAdd($"the analyzer failed: {failed.GetMessage(CultureInfo.InvariantCulture).Split('\n')[0].Trim()}", true);
        return new AnalyzedProject
        {
            Project = project,
            Facts = facts,
            Diagnostics = [.. diagnostics.Where(static diagnostic => diagnostic.Id is not (Evidence or AnalyzerFailed))],
            Failures = [.. failures.Keys.Order(StringComparer.Ordinal)],
            TrainingsNotFullySeen = facts.Trainings.Count(static training => training.NotSeen.Count > 0),
        };
    }
}
