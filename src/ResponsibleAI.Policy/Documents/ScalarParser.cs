using System.Globalization;

namespace ResponsibleAI.Policy.Documents;

/// <summary>Reads a scalar as its schema's type. YAML's own guesses (<c>no</c>, <c>1.10</c>, <c>2026-01</c>) play no part.</summary>
internal static class ScalarParser
{
    private const int LongestId = 128;

    /// <summary>The value, or null with what the type takes.</summary>
    public static object? Parse(FieldType type, string text, out string expected)
    {
        expected = type switch
        {
            FieldType.Integer => "a whole number such as 48210, without blanks, dots or commas",
            FieldType.Number => "a number such as 0.81, with a dot and no blanks or commas",
            FieldType.Boolean => "true or false" + (Meaning(text) is { } meaning ? $". Write {meaning}" : ""),
            FieldType.Date => "a date: 2026, 2026-05 or 2026-05-01",
            FieldType.Id => "an id of the letters a-z, digits and -, starting with a letter or digit",
            _ => "a text",
        };
        return type switch
        {
            FieldType.Integer => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null,
            FieldType.Number => Number(text),
            FieldType.Boolean => text switch { "true" => true, "false" => false, _ => null },
            FieldType.Date => Date(text),
            FieldType.Id => IsId(text) ? text : null,
            FieldType.License => text.Equals("none", StringComparison.OrdinalIgnoreCase) ? "NONE" : text,
            _ => text,
        };
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) && !double.IsInfinity(number) ? number : null;

    private static bool IsId(string text) =>
        text.Length is > 0 and <= LongestId && text[0] != '-' && text.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private static string? Meaning(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "y" or "on" or "true" or "1" => "true",
        "no" or "n" or "off" or "false" or "0" => "false",
        _ => null,
    };

    private static DateInterval? Date(string text)
    {
        if (text.Length is not (4 or 7 or 10) || !Digits(text, 0, 4, out var year) || year == 0)
        {
            return null;
        }

        if (text.Length == 4)
        {
            return new DateInterval(new Day(year, 1, 1), new Day(year, 12, 31));
        }

        if (text[4] != '-' || !Digits(text, 5, 2, out var month) || month is < 1 or > 12)
        {
            return null;
        }

        var days = DateTime.DaysInMonth(year, month);
        if (text.Length == 7)
        {
            return new DateInterval(new Day(year, month, 1), new Day(year, month, days));
        }

        return text[7] == '-' && Digits(text, 8, 2, out var day) && day >= 1 && day <= days
            ? new DateInterval(new Day(year, month, day), new Day(year, month, day))
            : null;
    }

    private static bool Digits(string text, int start, int count, out int number)
    {
        number = 0;
        for (var index = start; index < start + count; index++)
        {
            if (text[index] is < '0' or > '9')
            {
                return false;
            }

            number = (number * 10) + text[index] - '0';
        }

        return true;
    }
}
