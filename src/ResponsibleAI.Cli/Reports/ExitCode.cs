using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Cli.Reports;

/// <summary>What the process says to the one who started it.</summary>
internal static class ExitCode
{
    /// <summary>No violation and no gap at or above the level asked for.</summary>
    public const int Nothing = 0;

    /// <summary>Violations or gaps at or above the level asked for.</summary>
    public const int Found = 1;

    /// <summary>The command line cannot be understood.</summary>
    public const int Usage = 2;

    /// <summary>Something could not be analyzed at all; what is printed is not everything.</summary>
    public const int NotAnalyzed = 3;

    /// <param name="report">The check.</param>
    /// <param name="failOn">The lowest severity that counts; null when nothing does.</param>
    public static int Of(CheckReport report, Severity? failOn)
    {
        if (report.Failures.Count > 0 || (report.Summary is null && report.Projects.Count == 0 && report.Findings.Count == 0 && report.Cards.Count == 0))
            return NotAnalyzed;
        return failOn is { } level && report.Findings.Any(finding => !finding.IsSuppressed && finding.Severity >= level && finding.Kind is (FindingKind.Violation or FindingKind.Gap))
            ? Found
            : Nothing;
    }
}
