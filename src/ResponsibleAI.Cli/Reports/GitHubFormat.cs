using System.Globalization;
using System.Text;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Cli.Reports;

/// <summary>Workflow commands, which GitHub shows beside the lines of a pull request.</summary>
internal sealed class GitHubFormat : IReportFormat
{
    public string Write(CheckReport report)
    {
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            if (finding.IsSuppressed)
                continue;
            var command = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
            var at = finding.Location;
            text.Append(CultureInfo.InvariantCulture, $"::{command} file={Property(at.Path)},line={at.Line},col={at.Column},endLine={at.EndLine},title={Property($"{finding.Rule} ({finding.KindName})")}::{Data(finding.Message)}\n");
        }

        foreach (var failure in report.Failures)
            text.Append(CultureInfo.InvariantCulture, $"::error title=not analyzed::{Data(failure)}\n");
        return text.Append(TextFormat.Summary(report)).Append('\n').ToString();
    }

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
