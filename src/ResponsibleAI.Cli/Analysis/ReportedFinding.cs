using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Cli.Analysis;

/// <summary>A finding about code or about a card, as every format prints it.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Kind">What it claims.</param>
/// <param name="Severity">How loud it is.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Location">With a repository-relative path.</param>
internal sealed record ReportedFinding(string Rule, FindingKind Kind, Severity Severity, string Message, SourceSpan Location)
{
    /// <summary>The places on the way, first to last.</summary>
    public IReadOnlyList<SourceSpan> Related { get; init; } = [];

    public string Subject { get; init; } = "";

    public string Fingerprint { get; init; } = "";

    public string? Fix { get; init; }

    public string Citation { get; init; } = "";

    /// <summary>Sorted by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; init; } = [];

    /// <summary>By a pragma or an attribute in the source. It stays visible and is not counted.</summary>
    public bool IsSuppressed { get; init; }

    /// <summary>As people and formats write it.</summary>
    public string KindName => Kind switch
    {
        FindingKind.Violation => "violation",
        FindingKind.Gap => "gap",
        FindingKind.NotAssessed => "not-assessed",
        _ => "needs-review",
    };

    public static IOrderedEnumerable<ReportedFinding> Sort(IEnumerable<ReportedFinding> findings) => findings
        .OrderBy(static finding => finding.Location.Path, StringComparer.Ordinal)
        .ThenBy(static finding => finding.Location.Line)
        .ThenBy(static finding => finding.Location.Column)
        .ThenBy(static finding => finding.Rule, StringComparer.Ordinal)
        .ThenBy(static finding => finding.Message, StringComparer.Ordinal)
        .ThenBy(static finding => finding.Subject, StringComparer.Ordinal);
}
