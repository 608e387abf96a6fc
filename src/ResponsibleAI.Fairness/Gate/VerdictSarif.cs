namespace ResponsibleAI.Fairness;

/// <summary>A verdict as SARIF 2.1.0: one result for each threshold that is not met on a breakdown, and for each that could not be fully checked.</summary>
internal static class VerdictSarif
{
    public static string Write(FairnessVerdict verdict, string artifact, EvidenceSubject? subject)
    {
        var json = new JsonText();
        json.Object(null, () =>
        {
            json.Value("$schema", "https://json.schemastore.org/sarif-2.1.0.json").Value("version", "2.1.0");
            json.List("runs", () => json.Object(null, () =>
            {
                json.Object("tool", () => json.Object("driver", () =>
                {
                    json.Value("name", "ResponsibleAI.Fairness");
                    json.List("rules", () =>
                    {
                        foreach (var check in verdict.Checks.GroupBy(check => check.Aggregate.Metric, StringComparer.Ordinal).OrderBy(metric => metric.Key, StringComparer.Ordinal))
                        {
                            json.Object(null, () => json.Value("id", check.Key).Object("shortDescription", () => json.Value("text", check.First().Aggregate.Convention)));
                        }
                    });
                }));
                json.List("results", () =>
                {
                    foreach (var check in verdict.Checks)
                    {
                        if (check.Outcome != FairnessOutcome.Pass)
                        {
                            json.Object(null, () => Result(json, check, artifact, subject));
                        }
                    }
                });
                json.Object("properties", () => json.Value("verdict", EvidenceJson.Word(verdict.Outcome)).Value("model", subject?.Model).Value("dataset", subject?.Dataset));
            }));
        });
        return json.ToString();
    }

    private static void Result(JsonText json, FairnessCheck check, string artifact, EvidenceSubject? subject)
    {
        json.Value("ruleId", check.Aggregate.Metric);
        json.Value("kind", check.Outcome == FairnessOutcome.Fail ? "fail" : "open");
        json.Value("level", check.Outcome == FairnessOutcome.Fail ? "error" : "none");
        json.Object("message", () => json.Value("text", check.Message));
        json.List("locations", () => json.Object(null, () => json.Object("physicalLocation", () => json.Object("artifactLocation", () => json.Value("uri", artifact)))));
        json.Object("partialFingerprints", () => json.Value("fairness/1", $"{subject?.Model}/{check.Aggregate.Metric}/{check.Aggregate.Over}"));
        json.Object("properties", () => json
            .Value("over", check.Aggregate.Over).Value("value", check.Aggregate.Value).Value(check.Aggregate.IsRatio ? "atLeast" : "atMost", check.Bound)
            .Value("lowest", check.Aggregate.Lowest).Value("highest", check.Aggregate.Highest).Value("convention", check.Aggregate.Convention));
    }
}
