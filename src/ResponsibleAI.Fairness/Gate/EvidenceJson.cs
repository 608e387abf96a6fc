namespace ResponsibleAI.Fairness;

/// <summary>The evidence file: schema rai/evidence/fairness/1. It has no time and no path, so the same counts give the same bytes.</summary>
internal static class EvidenceJson
{
    public static string Write(FairnessMetrics metrics, FairnessVerdict? verdict, EvidenceSubject? subject)
    {
        var json = new JsonText();
        json.Object(null, () =>
        {
            json.Value("schema", "rai/evidence/fairness/1");
            if (subject is not null)
            {
                json.Value("model", subject.Model).Value("dataset", subject.Dataset).Value("datasetSha256", subject.DatasetSha256);
            }

            json.Value("task", metrics.Task).Value("rows", metrics.Rows);
            json.Object("unusableRows", () => Each(metrics.Unusable, reason => json.Value(reason.Key, reason.Value)));
            Texts(json, "attributes", metrics.Attributes);
            Texts(json, "conventions", metrics.Conventions);
            Options(json, metrics.Options);
            if (verdict is not null)
            {
                json.Value("verdict", Word(verdict.Outcome));
                Texts(json, "reasons", verdict.Reasons);
                json.Object("thresholds", () => Each(verdict.Thresholds.Bounds, bound => json.Value(bound.Key, bound.Value)));
                json.Value("allowSmallGroups", verdict.Thresholds.AllowSmallGroups).Value("allowUnusableRows", verdict.Thresholds.AllowUnusableRows);
                json.List("checks", () => Each(verdict.Checks, check => json.Object(null, () => json
                    .Value("metric", check.Aggregate.Metric).Value("over", check.Aggregate.Over).Value("value", check.Aggregate.Value)
                    .Value(check.Aggregate.IsRatio ? "atLeast" : "atMost", check.Bound).Value("outcome", Word(check.Outcome)))));
            }

            json.List("breakdowns", () => Each(metrics.Reported, breakdown => json.Object(null, () => Breakdown(json, breakdown))));
        });
        return json.ToString();
    }

    internal static string Word(FairnessOutcome outcome) => outcome switch
    {
        FairnessOutcome.Pass => "pass",
        FairnessOutcome.Fail => "fail",
        _ => "insufficient-data",
    };

    private static void Options(JsonText json, FairnessOptions options) => json.Object("options", () => json
        .Value("minGroupSize", options.MinGroupSize).Value("minGroupShare", options.MinGroupShare).Value("maxCrossed", options.MaxCrossed)
        .Value("excludeMissing", options.ExcludeMissing).Value("reference", options.Reference.ToString()).Value("confidence", options.Confidence)
        .Value("bootstrapReplicates", options.BootstrapReplicates).Value("seed", options.Seed).Value("topK", options.TopK));

    private static void Breakdown(JsonText json, ReportedBreakdown breakdown)
    {
        json.Value("over", breakdown.Over);
        Texts(json, "attributes", breakdown.Attributes);
        json.List("groups", () => Each(breakdown.Groups, group => json.Object(null, () => Group(json, group))));
        json.List("aggregates", () => Each(breakdown.Aggregates, aggregate => json.Object(null, () =>
        {
            json.Value("metric", aggregate.Metric).Value("value", aggregate.Value).Value("lowest", aggregate.Lowest).Value("highest", aggregate.Highest)
                .Value("convention", aggregate.Convention);
            Interval(json, aggregate.Interval);
            json.List("leftOut", () => Each(aggregate.LeftOut, left => json.Object(null, () => json
                .Value("group", left.Group).Value("measure", left.Measure).Value("kind", Word(left.Kind)).Value("reason", left.Reason))));
        })));
    }

    private static void Group(JsonText json, ReportedGroup group)
    {
        json.Value("group", group.Group.Name);
        Texts(json, "values", group.Group.Values);
        json.Value("rows", group.Total.Rows).Value("weight", group.Total.Weight);
        if (group.LeftOut is not null)
        {
            json.Value("leftOut", group.LeftOut);
        }

        if (group.Counts.Count > 0)
        {
            json.Object("counts", () => Each(group.Counts, count => json.Value(count.Name, count.Tally.Weight)));
        }

        json.List("measures", () => Each(group.Measures, measure => json.Object(null, () =>
        {
            json.Value("name", measure.Name).Value("value", measure.Value).Value("of", measure.Rows).Value("basis", measure.Basis);
            Interval(json, measure.Interval);
        })));
        if (group.Comparison is { } comparison)
        {
            json.Object("compared", () =>
            {
                json.Value("with", comparison.Reference).Value("measure", comparison.Measure).Value("difference", comparison.Difference).Value("ratio", comparison.Ratio);
                Interval(json, comparison.RatioInterval);
                json.Value("exactP", comparison.ExactP);
            });
        }
    }

    private static string Word(LeftOutKind kind) => kind switch
    {
        LeftOutKind.Undefined => "undefined",
        LeftOutKind.TooFew => "too-few",
        _ => "by-option",
    };

    private static void Interval(JsonText json, Interval? interval)
    {
        if (interval is { } range)
        {
            json.Object("interval", () => json.Value("low", range.Low).Value("high", range.High).Value("confidence", range.Confidence).Value("method", range.Method));
        }
    }

    private static void Texts(JsonText json, string name, IEnumerable<string> texts) => json.List(name, () => Each(texts, text => json.Value(null, text)));

    private static void Each<T>(IEnumerable<T> items, Action<T> write)
    {
        foreach (var item in items)
        {
            write(item);
        }
    }
}
