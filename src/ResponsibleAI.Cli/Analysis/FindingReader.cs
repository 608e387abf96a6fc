using Microsoft.CodeAnalysis;
using ResponsibleAI.Cli.Policies;
using ResponsibleAI.Cli.Projects;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Cli.Analysis;

/// <summary>Turns diagnostics and card findings into reported ones, with paths of the repository.</summary>
internal sealed class FindingReader(Repository repository)
{
    private static readonly HashSet<string> s_own = new(StringComparer.Ordinal) { "rule", "kind", "subject", "fingerprint" };

    public ReportedFinding Of(Diagnostic diagnostic)
    {
        var properties = diagnostic.Properties;
        return new ReportedFinding(diagnostic.Id, Kind(properties.GetValueOrDefault("kind")), SeverityOf(diagnostic.Severity), diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), Span(diagnostic.Location))
        {
            Related = [.. diagnostic.AdditionalLocations.Select(Span)],
            Subject = properties.GetValueOrDefault("subject") ?? "",
            Fingerprint = properties.GetValueOrDefault("fingerprint") ?? "",
            Facts = [.. properties.Where(static pair => !s_own.Contains(pair.Key) && pair.Value is not null).OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => KeyValuePair.Create(pair.Key, pair.Value!))],
            IsSuppressed = diagnostic.IsSuppressed,
        };
    }

    /// <summary>The findings about YAML; those of severity none are left out.</summary>
    public IEnumerable<ReportedFinding> Of(CompiledPolicy policy) =>
        from finding in policy.Result.Findings
        where finding.Severity != Severity.None
        let path = policy.Root is { } root && !finding.Location.Path.StartsWith("rules/", StringComparison.Ordinal) ? repository.Relative(Path.Combine(root, finding.Location.Path)) : finding.Location.Path
        select new ReportedFinding(finding.Rule, finding.Kind, finding.Severity, finding.Message, finding.Location with { Path = path })
        {
            Subject = finding.Subject,
            Fingerprint = finding.Fingerprint,
            Fix = finding.Fix,
            Citation = finding.Citation,
        };

    public SourceSpan Span(Location location)
    {
        var span = location.GetLineSpan();
        return span.IsValid
            ? new SourceSpan(repository.Relative(span.Path), span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1, span.EndLinePosition.Line + 1, span.EndLinePosition.Character + 1)
            : new SourceSpan(".", 1, 1, 1, 1);
    }

    private static FindingKind Kind(string? word) => word switch
    {
        "gap" => FindingKind.Gap,
        "not-assessed" => FindingKind.NotAssessed,
        "needs-review" => FindingKind.NeedsReview,
        _ => FindingKind.Violation,
    };

    private static Severity SeverityOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Severity.Error,
        DiagnosticSeverity.Warning => Severity.Warning,
        DiagnosticSeverity.Info => Severity.Info,
        _ => Severity.None,
    };
}
