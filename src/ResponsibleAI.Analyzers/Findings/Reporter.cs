using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ResponsibleAI.Analyzers.Findings;

/// <summary>Hands findings to the compiler and counts them for the evidence.</summary>
internal sealed class Reporter(Severities severities, Evidence evidence, Action<Diagnostic> report, bool atCompilationEnd, CancellationToken cancellation)
{
    public void Report(CodeFinding finding)
    {
        evidence.Found(finding);
        if (severities.Diagnostic(finding, atCompilationEnd, cancellation) is { } diagnostic)
            report(diagnostic);
    }

    /// <summary>A file of the policy is wrong; when it is only older, the analysis still holds and a message is enough.</summary>
    public void ReportPolicy(string path, string message, bool stale)
    {
        var descriptor = RuleCatalog.Descriptor(RuleCatalog.PolicyIsCurrent);
        var severity = stale ? DiagnosticSeverity.Info : descriptor.DefaultSeverity;
        report(Diagnostic.Create(
            descriptor.Id,
            descriptor.Category,
            message,
            severity,
            descriptor.DefaultSeverity,
            isEnabledByDefault: true,
            warningLevel: 1,
            title: descriptor.Title,
            helpLink: descriptor.HelpLinkUri,
            location: Location.Create(path, default, new LinePositionSpan()),
            customTags: [WellKnownDiagnosticTags.CompilationEnd]));
    }
}
