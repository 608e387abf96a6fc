using System.Globalization;
using System.Xml.Linq;

namespace ResponsibleAI.Fairness.Tests;

public class PictureTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    private static BinaryFairness Fairness(params (string? Group, long Selected, long Rows)[] groups)
    {
        var table = new GroupTable<BinaryCounts>(["Sex"]);
        foreach (var (group, selected, rows) in groups)
        {
            table.Cell(group).Merge(new BinaryCounts(selected, 0, rows - selected, 0));
        }

        return new BinaryFairness(table, "hired");
    }

    [Fact]
    public void Every_group_has_a_bar_as_long_as_its_rate_and_a_line_for_the_interval()
    {
        var picture = XDocument.Parse(Fairness(("female", 25, 100), ("male", 50, 100)).ToSvg("selection-rate", "Hiring")).Root!;

        Assert.Equal(["100", "200"], picture.Elements(s_svg + "rect").Skip(1).Select(bar => bar.Attribute("width")!.Value));
        Assert.Equal(2, picture.Elements(s_svg + "path").Count());
        Assert.Contains("0.25 of 100", picture.Elements(s_svg + "text").Select(text => text.Value));
    }

    [Fact]
    public void A_group_too_small_to_compare_says_so()
    {
        var picture = XDocument.Parse(Fairness(("female", 1, 2), ("male", 50, 100)).ToSvg("selection-rate", "Hiring")).Root!;

        Assert.Contains("0.5 of 2, too few", picture.Elements(s_svg + "text").Select(text => text.Value));
        Assert.NotEqual(picture.Elements(s_svg + "rect").ElementAt(1).Attribute("fill")!.Value, picture.Elements(s_svg + "rect").ElementAt(2).Attribute("fill")!.Value);
    }

    [Fact]
    public void A_rate_that_is_undefined_has_no_bar() =>
        Assert.Contains("undefined: no rows predicted favorable", Fairness(("female", 0, 100), ("male", 50, 100)).ToSvg("positive-predictive-value", "Hiring"), StringComparison.Ordinal);

    [Fact]
    public void Names_are_text_and_never_markup()
    {
        var title = "<script>alert(\"1\")</script>&\u0001";
        var picture = Fairness(("<b>&\"", 25, 100), ("male", 50, 100)).ToSvg("selection-rate", title);

        Assert.DoesNotContain("<script", picture, StringComparison.Ordinal);
        Assert.Contains(XDocument.Parse(picture).Root!.Elements(s_svg + "text"), text => text.Value == "<b>&\"");
    }

    [Fact]
    public void The_same_numbers_give_the_same_bytes_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        var expected = Fairness(("a", 1, 3), ("b", 50, 100)).ToSvg("selection-rate", "t");
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(expected, Fairness(("a", 1, 3), ("b", 50, 100)).ToSvg("selection-rate", "t"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_measure_that_is_not_there_is_an_error_that_names_those_that_are() =>
        Assert.Contains("selection-rate", Assert.Throws<ArgumentException>(() => Fairness(("a", 1, 3)).ToSvg("mean-absolute-error", "t")).Message, StringComparison.Ordinal);
}
