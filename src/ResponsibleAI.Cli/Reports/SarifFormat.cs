using System.Globalization;
using System.Text.Json;
using ResponsibleAI.Analyzers;
using ResponsibleAI.Cli.Analysis;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Cli.Reports;

/// <summary>SARIF 2.1.0: sorted, repository-relative, without times, so that the same findings give the same bytes on every machine.</summary>
internal sealed class SarifFormat : IReportFormat
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string Home = "https://github.com/responsible-ai-analyzers/ResponsibleAI.Analyzers";
    private const string SourceRoot = "SRCROOT";

    public string Write(CheckReport report)
    {
        string[] rules = [.. report.Findings.Select(static finding => finding.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            Tool(json, rules);
            Invocation(json, report);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var finding in report.Findings)
                Result(json, finding, Array.BinarySearch(rules, finding.Rule, StringComparer.Ordinal));
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Tool(Utf8JsonWriter json, string[] rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "rai");
        json.WriteString("version", typeof(SarifFormat).Assembly.GetName().Version?.ToString(3));
        json.WriteString("informationUri", Home);
        json.WriteStartArray("rules");
        foreach (var id in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            if (RuleCatalog.All.FirstOrDefault(descriptor => descriptor.Id == id) is { } descriptor)
            {
                json.WriteStartObject("shortDescription");
                json.WriteString("text", descriptor.Title.ToString(CultureInfo.InvariantCulture));
                json.WriteEndObject();
                json.WriteString("helpUri", descriptor.HelpLinkUri);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Invocation(Utf8JsonWriter json, CheckReport report)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.Failures.Count == 0);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var failure in report.Failures)
            Notification(json, "error", failure);
        foreach (var project in report.Projects)
            foreach (var part in project.NotLoaded)
                Notification(json, "note", $"not assessed: {part} ({project.Path})");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Notification(Utf8JsonWriter json, string level, string text)
    {
        json.WriteStartObject();
        json.WriteString("level", level);
        Text(json, "message", text);
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, ReportedFinding finding, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" });
        Text(json, "message", finding.Message);
        json.WriteStartArray("locations");
        Location(json, finding.Location);
        json.WriteEndArray();
        if (finding.Related.Count > 0)
        {
            json.WriteStartArray("relatedLocations");
            foreach (var place in finding.Related)
                Location(json, place);
            json.WriteEndArray();
        }

        if (finding.Fingerprint.Length > 0)
        {
            json.WriteStartObject("partialFingerprints");
            json.WriteString("rai/1", finding.Fingerprint);
            json.WriteEndObject();
        }

        if (finding.IsSuppressed)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "inSource");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartObject("properties");
        json.WriteString("kind", finding.KindName);
        json.WriteString("subject", finding.Subject);
        if (finding.Fix is { } fix)
            json.WriteString("fix", fix);
        if (finding.Citation.Length > 0)
            json.WriteString("citation", finding.Citation);
        foreach (var (name, value) in finding.Facts)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Location(Utf8JsonWriter json, SourceSpan place)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', place.Path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", SourceRoot);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", Math.Max(1, place.Line));
        json.WriteNumber("startColumn", Math.Max(1, place.Column));
        json.WriteNumber("endLine", Math.Max(1, place.EndLine));
        json.WriteNumber("endColumn", Math.Max(1, place.EndColumn));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
