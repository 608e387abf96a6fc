using System.Globalization;

namespace ResponsibleAI.Cli.Tables;

/// <summary>The type that all values of a column share. Values that commonly stand for a missing one have no say.</summary>
internal sealed class ColumnType
{
    private static readonly string[] s_dates =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK",
        "MM/dd/yyyy", "M/d/yyyy", "dd.MM.yyyy", "d.M.yyyy", "M/d/yyyy H:mm",
    ];

    /// <summary>Null until a value tells.</summary>
    public string? Word { get; private set; }

    /// <summary>Takes a value into account.</summary>
    public void See(string value)
    {
        if (Word == "string" || Of(value) is not { } type || type == Word)
            return;
        Word = (Word, type) switch
        {
            (null, _) => type,
            ("integer", "number") or ("number", "integer") => "number",
            _ => "string",
        };
    }

    /// <summary>The type of one value; null when it stands for a missing one.</summary>
    public static string? Of(string value)
    {
        if (value is "" or "?" or "NA" or "N/A" or "n/a" or "NaN" or "nan" or "null" or "NULL" or "None")
            return null;
        if (value.Length > 40)
            return "string";
        if (value.Equals("true", StringComparison.OrdinalIgnoreCase) || value.Equals("false", StringComparison.OrdinalIgnoreCase))
            return "boolean";
        if (char.IsLetter(value[0]))
            return "string";
        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            return HasLeadingZero(value) ? "string" : "integer"; // 00501 is a postal code
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            return "number";
        return DateTime.TryParseExact(value, s_dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? "date" : "string";
    }

    private static bool HasLeadingZero(string digits) => digits.Length > 1 && digits[0] == '0';
}
