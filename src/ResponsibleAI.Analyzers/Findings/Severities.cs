using Microsoft.CodeAnalysis;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Findings;

/// <summary>Turns findings into diagnostics with the severity that policy gives them.</summary>
/// <remarks>
/// The policy's severity is the diagnostic's effective one, so a user's editorconfig and NoWarn still win. A locked rule cannot be weakened:
/// it is reported NotConfigurable, at the higher of the policy's and the user's severity.
/// </remarks>
internal sealed class Severities
{
    private readonly Dictionary<string, RuleSetting> _settings = new(StringComparer.Ordinal);
    private readonly Compilation _compilation;
    private readonly CompilationOptions _options;

    public Severities(PolicySnapshot snapshot, Compilation compilation)
    {
        _compilation = compilation;
        _options = compilation.Options;
        foreach (var setting in snapshot.Rules)
            _settings[setting.Id] = setting;
    }

    /// <summary>The diagnostic; null when policy turned the rule off.</summary>
    public Diagnostic? Diagnostic(CodeFinding finding, bool atCompilationEnd, CancellationToken cancellation)
    {
        var descriptor = RuleCatalog.Descriptor(finding.Rule);
        _settings.TryGetValue(finding.Rule, out var setting);
        var byPolicy = setting?.Severity switch
        {
            "none" => (DiagnosticSeverity?)null,
            "info" => DiagnosticSeverity.Info,
            "warning" => DiagnosticSeverity.Warning,
            "error" => DiagnosticSeverity.Error,
            _ => descriptor.DefaultSeverity,
        };
        if (byPolicy is not { } severity)
            return null;

        // What could not be seen is never louder than a message, unless policy says how loud the rule is.
        if ((finding.Kind == FindingKind.NotAssessed || finding.IsMinor) && setting?.Severity is null)
            severity = DiagnosticSeverity.Info;

        var tags = new List<string>();
        if (setting is { Locked: true })
        {
            tags.Add(WellKnownDiagnosticTags.NotConfigurable);
            severity = Higher(severity, ByUser(finding.Rule, finding.Location.SourceTree, cancellation));
        }

        if (atCompilationEnd)
            tags.Add(WellKnownDiagnosticTags.CompilationEnd);
        return Microsoft.CodeAnalysis.Diagnostic.Create(
            descriptor.Id,
            descriptor.Category,
            finding.Message,
            severity,
            descriptor.DefaultSeverity,
            isEnabledByDefault: true,
            warningLevel: severity == DiagnosticSeverity.Error ? 0 : 1,
            title: descriptor.Title,
            description: descriptor.Description,
            helpLink: descriptor.HelpLinkUri,
            location: Place(finding.Location),
            additionalLocations: finding.Hops.Select(Place),
            customTags: tags,
            properties: finding.Properties());
    }

    /// <summary>In an IDE, and in <c>rai</c>, a referenced project is sources too, but a diagnostic may only point into its own compilation: elsewhere it names file and line.</summary>
    private Location Place(Location location) =>
        location.SourceTree is null || _compilation.ContainsSyntaxTree(location.SourceTree)
            ? location
            : Location.Create(location.SourceTree.FilePath, location.SourceSpan, location.GetLineSpan().Span);

    private DiagnosticSeverity ByUser(string id, SyntaxTree? tree, CancellationToken cancellation)
    {
        var report = ReportDiagnostic.Default;
        if (_options.SyntaxTreeOptionsProvider is { } provider
            && ((tree is not null && provider.TryGetDiagnosticValue(tree, id, cancellation, out var configured)) || provider.TryGetGlobalDiagnosticValue(id, cancellation, out configured)))
            report = configured;
        if (report != ReportDiagnostic.Error && _options.SpecificDiagnosticOptions.TryGetValue(id, out var specific) && specific != ReportDiagnostic.Default)
            report = specific;
        if (report == ReportDiagnostic.Default || report == ReportDiagnostic.Warn)
            report = _options.GeneralDiagnosticOption == ReportDiagnostic.Error ? ReportDiagnostic.Error : report;
        return report switch
        {
            ReportDiagnostic.Error => DiagnosticSeverity.Error,
            ReportDiagnostic.Warn => DiagnosticSeverity.Warning,
            ReportDiagnostic.Info => DiagnosticSeverity.Info,
            _ => DiagnosticSeverity.Hidden,
        };
    }

    private static DiagnosticSeverity Higher(DiagnosticSeverity left, DiagnosticSeverity right) => left > right ? left : right;
}
