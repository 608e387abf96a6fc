using System.Globalization;
using System.Text;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Cli.Reports;

/// <summary>For people, one line for each finding in the compiler's form, then what was and was not seen.</summary>
internal sealed class TextFormat : IReportFormat
{
    public string Write(CheckReport report)
    {
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            text.Append(CultureInfo.InvariantCulture, $"{finding.Location.Path}({finding.Location.Line},{finding.Location.Column}): {finding.Severity.ToString().ToLowerInvariant()} {finding.Rule}: {finding.Message} [{finding.KindName}{(finding.IsSuppressed ? ", suppressed in the source" : "")}]\n");
            if (finding.Fix is { } fix)
                text.Append("    ").Append(fix).Append(finding.Citation.Length > 0 ? $" ({finding.Citation})" : "").Append('\n');
        }

        if (report.Findings.Count > 0)
            text.Append('\n');
        foreach (var (rule, count) in report.CountsByRule())
            text.Append(CultureInfo.InvariantCulture, $"{rule}  {count}\n");
        foreach (var project in report.Projects)
            foreach (var part in project.NotLoaded)
                text.Append(CultureInfo.InvariantCulture, $"not assessed: {part} ({project.Path})\n");
        foreach (var failure in report.Failures)
            text.Append(CultureInfo.InvariantCulture, $"not analyzed: {failure}\n");
        return text.Append(Summary(report)).Append('\n').ToString();
    }

    /// <summary>One sentence. It never says more than that nothing was found.</summary>
    public static string Summary(CheckReport report)
    {
        if (report.Summary is { } own)
            return own;
        if (report.Projects.Count == 0 && report.Findings.Count == 0 && report.Cards.Count == 0)
            return "Nothing to analyze: no C# source and no policy was found";
        var (violations, gaps, reviews) = (report.Count(FindingKind.Violation), report.Count(FindingKind.Gap), report.Count(FindingKind.NeedsReview));
        var found = violations + gaps == 0 ? "No contradiction found" : string.Create(CultureInfo.InvariantCulture, $"{Number(violations, "violation")}, {Number(gaps, "gap")}");
        var partly = report.Projects.Sum(static project => project.NotFullySeen);
        return string.Create(CultureInfo.InvariantCulture,
            $"{found}; {(reviews == 0 ? "" : $"{reviews} to review; ")}{Number(report.NotAssessed, "item")} not assessed. {Number(report.Projects.Count, "project")}, {Number(report.Projects.Sum(static project => project.Trainings), "training call")}{(partly == 0 ? "" : $" ({partly} not fully in sight)")}, {Number(report.Projects.Sum(static project => project.Loads), "dataset load")}, {Number(report.Cards.Count, "card")}.");
    }

    private static string Number(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
