using System.Text.Json;
using ResponsibleAI.Cli.Analysis;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Cli.Reports;

/// <summary>For programs: projects, findings, counts. Schema rai/findings/1.</summary>
internal sealed class JsonFormat : IReportFormat
{
    public string Write(CheckReport report) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "rai/findings/1");
        Content(json, report);
        json.WriteEndObject();
    });

    /// <summary>The properties of one report, without the braces around them.</summary>
    public static void Content(Utf8JsonWriter json, CheckReport report)
    {
        json.WriteStartArray("projects");
        foreach (var project in report.Projects)
        {
            json.WriteStartObject();
            json.WriteString("path", project.Path);
            json.WriteString("loaded", project.Loaded);
            json.WriteNumber("trainingCalls", project.Trainings);
            json.WriteNumber("trainingCallsNotFullySeen", project.NotFullySeen);
            json.WriteNumber("datasetLoads", project.Loads);
            json.WriteStrings("notLoaded", project.NotLoaded);
            json.WriteStrings("failures", project.Failures);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
            Finding(json, finding);
        json.WriteEndArray();
        json.WriteStartObject("countsByRule");
        foreach (var (rule, count) in report.CountsByRule())
            json.WriteNumber(rule, count);
        json.WriteEndObject();
        json.WriteStartObject("counts");
        json.WriteNumber("violations", report.Count(FindingKind.Violation));
        json.WriteNumber("gaps", report.Count(FindingKind.Gap));
        json.WriteNumber("needsReview", report.Count(FindingKind.NeedsReview));
        json.WriteNumber("notAssessed", report.NotAssessed);
        json.WriteEndObject();
    }

    private static void Finding(Utf8JsonWriter json, ReportedFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("kind", finding.KindName);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WritePlace(finding.Location);
        json.WriteString("message", finding.Message);
        if (finding.Fix is { } fix)
            json.WriteString("fix", fix);
        if (finding.Citation.Length > 0)
            json.WriteString("citation", finding.Citation);
        json.WriteString("subject", finding.Subject);
        json.WriteString("fingerprint", finding.Fingerprint);
        if (finding.IsSuppressed)
            json.WriteBoolean("suppressed", true);
        if (finding.Related.Count > 0)
        {
            json.WriteStartArray("related");
            foreach (var place in finding.Related)
            {
                json.WriteStartObject();
                json.WritePlace(place);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (finding.Facts.Count > 0)
        {
            json.WriteStartObject("facts");
            foreach (var (name, value) in finding.Facts)
                json.WriteString(name, value);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
