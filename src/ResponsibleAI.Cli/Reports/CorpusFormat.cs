namespace ResponsibleAI.Cli.Reports;

/// <summary>Many repositories in one file: each one's report, and how often each rule spoke. Schema rai/findings-of-many/1.</summary>
internal static class CorpusFormat
{
    /// <param name="reports">By name of the repository's folder.</param>
    public static string Write(IReadOnlyList<(string Name, CheckReport Report)> reports) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "rai/findings-of-many/1");
        json.WriteStartObject("countsByRule");
        foreach (var rule in reports.SelectMany(static report => report.Report.CountsByRule()).GroupBy(static count => count.Rule, StringComparer.Ordinal).OrderBy(static rule => rule.Key, StringComparer.Ordinal))
            json.WriteNumber(rule.Key, rule.Sum(static count => count.Count));
        json.WriteEndObject();
        json.WriteStartArray("repositories");
        foreach (var (name, report) in reports)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            JsonFormat.Content(json, report);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
