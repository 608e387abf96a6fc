using System.Globalization;
using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Policy.Rules.Conditions;

/// <summary>How single values compare. Dates are intervals; a comparison that falls inside one is unknown.</summary>
internal static class Scalars
{
    /// <summary>The words that say "nobody knows" compare like silence.</summary>
    public static bool IsOpen(ScalarNode node) =>
        node.Field.Type switch
        {
            FieldType.License => node.Text == "NOASSERTION",
            FieldType.Enum => node.Text == "unknown",
            _ => false,
        };

    public static Truth Same(object left, object right) =>
        (left, right) switch
        {
            (string a, string b) => Kleene.Of(string.Equals(a, b, StringComparison.Ordinal)),
            (bool a, bool b) => Kleene.Of(a == b),
            (DateInterval a, DateInterval b) => Same(a, b),
            (long or double, long or double) => Kleene.Of(Number(left).Equals(Number(right))),
            _ => Truth.False,
        };

    public static Truth Compare(object left, Comparison comparison, object right) =>
        (left, right) switch
        {
            (DateInterval a, DateInterval b) => Compare(a, comparison, b),
            (long or double, long or double) => Kleene.Of(Holds(Number(left).CompareTo(Number(right)), comparison)),
            _ => Truth.False,
        };

    private static double Number(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static bool Holds(int order, Comparison comparison) =>
        comparison switch
        {
            Comparison.Less => order < 0,
            Comparison.LessOrSame => order <= 0,
            Comparison.Greater => order > 0,
            _ => order >= 0,
        };

    private static Truth Same(DateInterval a, DateInterval b)
    {
        if (a.Last < b.First || b.Last < a.First)
            return Truth.False;
        return a.First == a.Last && a == b ? Truth.True : Truth.Unknown;
    }

    private static Truth Compare(DateInterval a, Comparison comparison, DateInterval b) =>
        comparison switch
        {
            Comparison.Less => Before(a, b),
            Comparison.LessOrSame => Before(b, a).Not(),
            Comparison.Greater => Before(b, a),
            _ => Before(a, b).Not(),
        };

    private static Truth Before(DateInterval a, DateInterval b)
    {
        if (a.Last < b.First)
            return Truth.True;
        return a.First >= b.Last ? Truth.False : Truth.Unknown;
    }

    public static Day AddDays(Day day, long days)
    {
        var date = new DateTime(day.Year, day.Month, day.DayOfMonth);
        var bounded = Math.Max((DateTime.MinValue - date).Days, Math.Min((DateTime.MaxValue.Date - date).Days, days));
        var moved = date.AddDays(bounded);
        return new Day(moved.Year, moved.Month, moved.Day);
    }
}

/// <summary>An order.</summary>
internal enum Comparison
{
    Less,
    LessOrSame,
    Greater,
    GreaterOrSame,
}
