using System.Globalization;
using System.Text;

namespace ResponsibleAI.Fairness;

/// <summary>Measurement and verdict for people: numbers with their intervals and conventions.</summary>
internal static class EvidenceText
{
    public static string Write(FairnessMetrics metrics, FairnessVerdict? verdict = null)
    {
        var text = new StringBuilder();
        if (verdict is not null)
        {
            Line(text, "Verdict: " + EvidenceJson.Word(verdict.Outcome));
            foreach (var reason in verdict.Reasons)
            {
                Line(text, "  " + reason);
            }
        }

        Line(text, FormattableString.Invariant($"{metrics.Task}, {metrics.Rows} rows"));
        foreach (var reason in metrics.Unusable)
        {
            Line(text, FormattableString.Invariant($"{reason.Value} rows not counted: {reason.Key}"));
        }

        foreach (var breakdown in metrics.Reported)
        {
            Line(text, "");
            Line(text, "By " + breakdown.Over);
            foreach (var group in breakdown.Groups)
            {
                Line(text, FormattableString.Invariant($"  {group.Group.Name}: {group.Total.Rows} rows{(group.LeftOut is null ? "" : ", left out: " + group.LeftOut)}"));
                foreach (var measure in group.Measures)
                {
                    Line(text, FormattableString.Invariant($"    {measure.Name} = {Number(measure.Value)}{Range(measure.Interval)} of {measure.Rows} {measure.Basis}"));
                }

                if (group.Comparison is { } comparison)
                {
                    Line(text, FormattableString.Invariant($"    {comparison.Measure} beside {comparison.Reference}: difference {Number(comparison.Difference)}, ratio {Number(comparison.Ratio)}{Range(comparison.RatioInterval)}, exact p {Number(comparison.ExactP)}"));
                }
            }

            foreach (var aggregate in breakdown.Aggregates)
            {
                Line(text, FormattableString.Invariant($"  {aggregate.Metric} = {Number(aggregate.Value)}{Range(aggregate.Interval)} ({aggregate.Convention})"));
                foreach (var left in aggregate.LeftOut)
                {
                    Line(text, $"    left out {left.Group}, {left.Measure}: {left.Reason}");
                }
            }
        }

        Line(text, "");
        foreach (var convention in metrics.Conventions)
        {
            Line(text, convention);
        }

        return text.ToString();
    }

    private static string Number(double? value) => value is { } number ? number.ToString("0.####", CultureInfo.InvariantCulture) : "undefined";

    private static string Range(Interval? interval) => interval is { } range ? $" [{Number(range.Low)}, {Number(range.High)}]" : "";

    private static void Line(StringBuilder text, string line)
    {
        foreach (var character in line)
        {
            text.Append(char.IsControl(character) ? ' ' : character);
        }

        text.Append('\n');
    }
}
