using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Fairness;

/// <summary>
/// Whether the numbers of a fairness gate's evidence can be true together: the verdict follows from its checks, a check from its number and bound, the number
/// from the groups, and the groups from their counts. A file whose number somebody changed by hand does not add up.
/// </summary>
/// <remarks>It proves no measurement: whoever writes every number anew writes a file that adds up.</remarks>
internal static class EvidenceArithmetic
{
    /// <summary>More than a person reads before the evidence is written again.</summary>
    private const int Most = 20;

    /// <summary>The file has twelve digits.</summary>
    private const double Rounding = 1e-9;

    private static readonly Dictionary<string, string[]> s_measures = new(StringComparer.Ordinal)
    {
        ["demographic-parity-difference"] = ["selection-rate"],
        ["demographic-parity-ratio"] = ["selection-rate"],
        ["impact-ratio"] = ["selection-rate"],
        ["equalized-odds-difference"] = ["true-positive-rate", "false-positive-rate"],
        ["equalized-odds-ratio"] = ["true-positive-rate", "false-positive-rate"],
        ["equal-opportunity-difference"] = ["true-positive-rate"],
        ["equal-opportunity-ratio"] = ["true-positive-rate"],
        ["false-positive-rate-difference"] = ["false-positive-rate"],
        ["predictive-parity-difference"] = ["positive-predictive-value"],
        ["predictive-parity-ratio"] = ["positive-predictive-value"],
        ["accuracy-difference"] = ["accuracy"],
        ["base-rate-difference"] = ["base-rate"],
    };

    /// <summary>What cannot be true together, each in a few words with the place of the number that came second; empty when all adds up.</summary>
    /// <param name="evidence">The evidence, with the keys of its schema.</param>
    public static IReadOnlyList<(string Words, SourceSpan Place)> Contradictions(MapNode evidence) =>
    [
        .. Verdict(evidence)
            .Concat(evidence.Maps("checks").SelectMany(check => Check(check, evidence)))
            .Concat(evidence.Maps("breakdowns").SelectMany(breakdown => Breakdown(breakdown, evidence)))
            .Take(Most),
    ];

    /// <summary>The number of a metric over everything that was compared: the accuracy of all rows, else the worst breakdown; null when the evidence does not tell.</summary>
    public static double? Overall(MapNode evidence, string metric)
    {
        if (metric.Equals("accuracy", StringComparison.OrdinalIgnoreCase))
        {
            return evidence.Maps("breakdowns").Select(Accuracy).FirstOrDefault(accuracy => accuracy is not null);
        }

        var values = evidence.Maps("breakdowns").SelectMany(breakdown => breakdown.Maps("aggregates"))
            .Where(aggregate => aggregate.Text("metric") == metric).Select(aggregate => aggregate.Number("value")).OfType<double>().ToList();
        return values.Count == 0 ? null : IsRatio(metric) ? values.Min() : values.Max();
    }

    private static IEnumerable<(string, SourceSpan)> Verdict(MapNode evidence)
    {
        if (evidence.Scalar("verdict") is not { } verdict)
        {
            yield break;
        }

        var checks = evidence.Maps("checks").ToList();
        var failed = checks.FirstOrDefault(check => check.Text("outcome") == "fail");
        if (failed is not null && verdict.Text != "fail")
        {
            yield return ($"the verdict is {verdict.Text} and {Name(failed)} is fail", verdict.Span);
        }
        else if (failed is null && verdict.Text == "fail" && checks.Count > 0)
        {
            yield return ("the verdict is fail and no check is", verdict.Span);
        }
        else if (verdict.Text == "pass" && checks.FirstOrDefault(check => check.Text("outcome") is "insufficient-data") is { } open)
        {
            yield return ($"the verdict is pass and {Name(open)} is insufficient-data", verdict.Span);
        }
    }

    private static IEnumerable<(string, SourceSpan)> Check(MapNode check, MapNode evidence)
    {
        var value = check.Number("value");
        var isMissed = value < check.Number("atLeast") - Rounding || value > check.Number("atMost") + Rounding;
        if (check.Scalar("outcome") is { } outcome && (check["atLeast"] ?? check["atMost"]) is not null
            && (value is null ? outcome.Text != "insufficient-data" : isMissed != (outcome.Text == "fail")))
        {
            yield return (FormattableString.Invariant($"{Name(check)} = {Shown(value)} is called {outcome.Text}"), outcome.Span);
        }

        var aggregate = evidence.Maps("breakdowns").Where(breakdown => breakdown.Text("over") == check.Text("over"))
            .SelectMany(breakdown => breakdown.Maps("aggregates")).FirstOrDefault(candidate => candidate.Text("metric") == check.Text("metric"));
        if (aggregate is not null && !Same(value, aggregate.Number("value")))
        {
            yield return ($"{Name(check)} = {Shown(value)} in checks, {Shown(aggregate.Number("value"))} in breakdowns", (check["value"] ?? check).Span);
        }
    }

    private static IEnumerable<(string, SourceSpan)> Breakdown(MapNode breakdown, MapNode evidence)
    {
        var groups = breakdown.Maps("groups").ToList();
        if (evidence.Number("rows") is { } rows && groups.Count > 0 && groups.TrueForAll(group => group.Number("rows") is not null)
            && groups.Sum(group => group.Number("rows")!.Value) is var counted && !Same(rows, counted))
        {
            yield return ($"{Shown(rows)} rows, and groups over {breakdown.Text("over")} have {Shown(counted)}", (breakdown["over"] ?? breakdown).Span);
        }

        foreach (var group in groups)
        {
            foreach (var measure in group.Maps("measures"))
            {
                if (Counted(group, measure.Text("name") ?? "") is { } expected && measure.Number("value") is { } stated && !Same(stated, expected))
                {
                    yield return ($"{measure.Text("name")} of {group.Text("group")} = {Shown(stated)}, {Shown(expected)} by its counts", measure["value"]!.Span);
                }
            }
        }

        foreach (var aggregate in breakdown.Maps("aggregates"))
        {
            if (aggregate.Number("value") is { } stated && evidence.Text("task") == "binary" && Compared(aggregate, groups) is { } expected && !Same(stated, expected))
            {
                yield return ($"{aggregate.Text("metric")} over {breakdown.Text("over")} = {Shown(stated)}, {Shown(expected)} by its groups", aggregate["value"]!.Span);
            }
        }
    }

    /// <summary>How far the groups are apart; null when their numbers do not tell.</summary>
    private static double? Compared(MapNode aggregate, List<MapNode> groups)
    {
        var metric = aggregate.Text("metric") ?? "";
        if (!s_measures.TryGetValue(metric, out var measures) || (measures.Length > 1 && aggregate.Maps("leftOut").Any()))
        {
            return null;
        }

        var apart = new List<double>();
        foreach (var measure in measures)
        {
            var values = groups.Where(group => group["leftOut"] is null && !aggregate.Maps("leftOut").Any(left => left.Text("group") == group.Text("group") && left.Text("measure") is { } out_ && (out_ == measure || out_ == "all")))
                .Select(group => group.Maps("measures").FirstOrDefault(candidate => candidate.Text("name") == measure)?.Number("value")).ToList();
            if (values.Count < 2 || values.Contains(null) || (IsRatio(metric) && values.Max() <= 0))
            {
                return null;
            }

            apart.Add(IsRatio(metric) ? values.Min()!.Value / values.Max()!.Value : values.Max()!.Value - values.Min()!.Value);
        }

        return IsRatio(metric) ? apart.Min() : apart.Max();
    }

    /// <summary>A rate by the counts of its group; null when they do not tell, or there is nothing under its line.</summary>
    private static double? Counted(MapNode group, string measure)
    {
        if (group.Map("counts") is not { } counts || counts.Number("truePositives") is not { } tp || counts.Number("falsePositives") is not { } fp
            || counts.Number("trueNegatives") is not { } tn || counts.Number("falseNegatives") is not { } fn)
        {
            return null;
        }

        var (over, under) = measure switch
        {
            "selection-rate" => (tp + fp, tp + fp + tn + fn),
            "true-positive-rate" => (tp, tp + fn),
            "false-positive-rate" => (fp, fp + tn),
            "true-negative-rate" => (tn, fp + tn),
            "false-negative-rate" => (fn, tp + fn),
            "positive-predictive-value" => (tp, tp + fp),
            "negative-predictive-value" => (tn, tn + fn),
            "false-discovery-rate" => (fp, tp + fp),
            "false-omission-rate" => (fn, tn + fn),
            "accuracy" => (tp + tn, tp + fp + tn + fn),
            "base-rate" => (tp + fn, tp + fp + tn + fn),
            _ => (0, 0),
        };
        return under > 0 ? over / under : null;
    }

    /// <summary>The groups of a breakdown hold every row once.</summary>
    private static double? Accuracy(MapNode breakdown)
    {
        double right = 0, all = 0;
        foreach (var counts in breakdown.Maps("groups").Select(group => group.Map("counts")))
        {
            if (counts?.Number("truePositives") is not { } tp || counts.Number("falsePositives") is not { } fp
                || counts.Number("trueNegatives") is not { } tn || counts.Number("falseNegatives") is not { } fn)
            {
                return null;
            }

            (right, all) = (right + tp + tn, all + tp + fp + tn + fn);
        }

        return all > 0 ? right / all : null;
    }

    private static bool IsRatio(string metric) => metric.EndsWith("-ratio", StringComparison.Ordinal);

    private static bool Same(double? left, double? right) =>
        left is { } a && right is { } b ? Math.Abs(a - b) <= Rounding * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b))) : left is null && right is null;

    private static string Name(MapNode check) => $"{check.Text("metric")} over {check.Text("over")}";

    private static string Shown(double? value) => value is { } number ? FormattableString.Invariant($"{number:0.####}") : "nothing";
}
