using System.Globalization;
using System.Text;

namespace ResponsibleAI.Fairness;

/// <summary>Draws one measure of every group as bars with their intervals: an SVG file that needs nothing but a browser. Same numbers, same bytes.</summary>
internal static class GroupBars
{
    private const int Names = 250;
    private const int Bars = 400;
    private const int Values = 190;
    private const int Row = 26;
    private const int Top = 62;

    public static string Draw(FairnessMetrics metrics, string measure, string title)
    {
        var breakdowns = metrics.Reported;
        var highest = breakdowns.SelectMany(breakdown => breakdown.Groups).Select(group => Of(group, measure)).Max(found => found?.Interval?.High ?? found?.Value);
        if (highest is null && !breakdowns.SelectMany(breakdown => breakdown.Groups).Any(group => Of(group, measure) is not null))
        {
            throw new ArgumentException($"There is no measure '{measure}'. There are: {string.Join(", ", breakdowns.SelectMany(breakdown => breakdown.Groups).SelectMany(group => group.Measures).Select(found => found.Name).Distinct(StringComparer.Ordinal))}.", nameof(measure));
        }

        // A rate is drawn on the whole way from 0 to 1, anything else up to its largest number.
        var full = highest is not > 1 ? 1 : highest.Value;
        var height = Top + breakdowns.Sum(breakdown => (breakdown.Groups.Count * Row) + 44) + 34;
        var svg = new StringBuilder();
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Names + Bars + Values}\" height=\"{height}\" viewBox=\"0 0 {Names + Bars + Values} {height}\" font-family=\"system-ui, sans-serif\" font-size=\"13\" role=\"img\">");
        Line(svg, $"<title>{Text(title)}</title>");
        Line(svg, "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        Line(svg, $"<text x=\"16\" y=\"28\" font-size=\"17\" font-weight=\"600\" fill=\"#1f2933\">{Text(title)}</text>");
        Line(svg, $"<text x=\"16\" y=\"48\" fill=\"#52606d\">{Text(measure)} by group, {metrics.Rows.ToString(CultureInfo.InvariantCulture)} rows; lines are {Number(metrics.Options.Confidence * 100)} % intervals</text>");
        var y = Top;
        foreach (var breakdown in breakdowns)
        {
            Line(svg, $"<text x=\"16\" y=\"{y + 20}\" font-weight=\"600\" fill=\"#1f2933\">{Text(breakdown.Over)}</text>");
            y += 30;
            Line(svg, $"<line x1=\"{Names}\" y1=\"{y}\" x2=\"{Names}\" y2=\"{y + (breakdown.Groups.Count * Row)}\" stroke=\"#9aa5b1\"/>");
            foreach (var group in breakdown.Groups)
            {
                Group(svg, group, Of(group, measure), y, full, metrics.Options.MinGroupSize);
                y += Row;
            }

            y += 14;
        }

        foreach (var mark in new[] { 0, 0.25, 0.5, 0.75, 1 })
        {
            Line(svg, $"<text x=\"{At(mark * full, full)}\" y=\"{height - 14}\" text-anchor=\"middle\" fill=\"#7b8794\" font-size=\"11\">{Number(mark * full)}</text>");
        }

        Line(svg, "</svg>");
        return svg.ToString();
    }

    private static void Group(StringBuilder svg, ReportedGroup group, Measure? measure, int y, double full, long least)
    {
        var few = group.LeftOut is not null || measure is null || measure.Rows < least;
        Line(svg, $"<text x=\"{Names - 10}\" y=\"{y + 18}\" text-anchor=\"end\" fill=\"#1f2933\">{Text(Short(string.Join(", ", group.Group.Values)))}</text>");
        if (measure?.Value is not { } value)
        {
            Line(svg, $"<text x=\"{Names + 8}\" y=\"{y + 18}\" fill=\"#7b8794\">undefined: no {Text(measure?.Basis ?? "rows")}</text>");
            return;
        }

        Line(svg, $"<rect x=\"{Names}\" y=\"{y + 5}\" width=\"{Number(Math.Max(0, value) / full * Bars)}\" height=\"{Row - 10}\" fill=\"{(few ? "#cbd2d9" : "#8ab6d6")}\"/>");
        if (measure.Interval is { } interval)
        {
            var (low, high, middle) = (At(interval.Low, full), At(interval.High, full), y + (Row / 2));
            Line(svg, $"<path d=\"M{low} {middle - 5}V{middle + 5}M{low} {middle}H{high}M{high} {middle - 5}V{middle + 5}\" stroke=\"#9b1c1c\" stroke-width=\"1.5\" fill=\"none\"/>");
        }

        Line(svg, $"<text x=\"{Names + Bars + 14}\" y=\"{y + 18}\" fill=\"#1f2933\">{Number(value)} of {measure.Rows.ToString(CultureInfo.InvariantCulture)}{(few ? ", too few" : "")}</text>");
    }

    private static Measure? Of(ReportedGroup group, string measure) => group.Measures.FirstOrDefault(found => found.Name == measure);

    private static string At(double value, double full) => Number(Names + (Math.Min(Math.Max(value / full, 0), 1) * Bars));

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Short(string name) => name.Length <= 34 ? name : $"{name.AsSpan(0, 33).ToString()}…";

    private static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                _ when char.IsControl(character) || char.IsSurrogate(character) || character is '\ufffe' or '\uffff' => escaped.Append(' '),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    private static void Line(StringBuilder svg, string line) => svg.Append(line).Append('\n');
}
