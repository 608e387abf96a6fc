using System.Globalization;
using ResponsibleAI.Cli.Analysis;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Cli.RulePacks;

/// <summary>What is wrong with the packs of a shelf, as a report that every format prints.</summary>
internal static class PackLint
{
    public static CheckReport Of(PackShelf shelf)
    {
        var findings = shelf.Files.SelectMany(shelf.Library.FindingsOf).Select(static finding => new ReportedFinding(finding.Rule, finding.Kind, finding.Severity, finding.Message, finding.Location)
        {
            Subject = finding.Subject,
            Fingerprint = finding.Fingerprint,
            Fix = finding.Fix,
        });
        var (packs, rules) = (shelf.Packs.Count(), shelf.Packs.Sum(static pack => pack.Rules.Count));
        var report = new CheckReport { Projects = [], Cards = [], Findings = [.. ReportedFinding.Sort(findings)] };
        var lost = report.Findings.Count(static finding => finding.Kind == FindingKind.NotAssessed);
        return report with
        {
            Summary = packs == 0 && report.Findings.Count == 0
                ? "Nothing to check: no rule pack was found"
                : string.Create(CultureInfo.InvariantCulture, $"{Counted(packs, "pack")}, {Counted(rules, "rule")} can be applied; {Counted(report.Findings.Count - lost, "problem")} found; {Counted(lost, "item")} not assessed."),
        };
    }

    public static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
