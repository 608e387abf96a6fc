using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.PersonalData;

namespace ResponsibleAI.Analyzers.CodeFixes;

/// <summary>Writes the beginning of a data card: facts that the code shows as keys, guesses as comments.</summary>
internal static class DataCardScaffold
{
    private static readonly HashSet<string> WordsOfYaml = new(StringComparer.OrdinalIgnoreCase) { "null", "true", "false", "yes", "no", "on", "off", "y", "n", "none" };

    /// <summary>An id that no card has yet, from the file's name, else the row type's; null when neither has a letter or digit.</summary>
    public static string? IdFor(string? dataset, string? rowType, ICollection<string> taken)
    {
        var file = dataset is null ? null : dataset.Substring(dataset.LastIndexOfAny(['/', '\\']) + 1).Split('.').FirstOrDefault(part => part.Length > 0);
        var words = IdentifierWords.Split(file ?? "");
        if (words.Count == 0) words = IdentifierWords.Split(rowType ?? "");
        var id = string.Concat(string.Join("-", words).Where(letter => letter is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9'))).Trim('-');
        if (id.Length == 0) return null;
        for (var number = 2; ; number++)
        {
            var free = number == 2 ? id : id + "-" + (number - 1).ToString(CultureInfo.InvariantCulture);
            if (!taken.Contains(free)) return free;
        }
    }

    /// <summary>The card's text.</summary>
    /// <param name="id">The card's id.</param>
    /// <param name="file">The file's name; null when the data is no file, such as a table, or is not known.</param>
    /// <param name="row">The columns; null when they were not seen.</param>
    public static string Write(string id, string? file, RowAssessment? row)
    {
        var text = new StringBuilder();
        Line(text, "# Facts about one dataset, by somebody who knows it. A missing key means \"not stated\"; none means \"I looked, there is none\".");
        Line(text, "# The build reads this card with every training run; docs/data-card.md of ResponsibleAI.Analyzers lists all keys.");
        Line(text, "schema: rai/datacard/1");
        Line(text, $"id: {id}");
        if (file is not null)
        {
            Line(text, "files:");
            Line(text, $"  - path: {Scalar("**/" + file.Replace('\\', '/').TrimStart('/', '.'))}");
            Line(text, "    # sha256: so that a changed file is noticed");
        }
        else
        {
            Line(text, $"# no file: [Dataset(\"{id}\")] in code says that this card is meant");
        }
        Line(text, "# license: an SPDX id, or LicenseRef-… with a link");
        Line(text, "# sources: where the data comes from and how it was obtained");
        Line(text, "# subjects: { data: … }   # not-personal, possible, anonymized, pseudonymized or personal");
        if (row is { AboutPeople: { } people })
        {
            Line(text, people
                ? $"#   the code reads as if a row describes a person: {Comment(row.Why)}. Confirm or contradict it here."
                : $"#   the code reads as if a row describes no person: {Comment(row.Why)}. Confirm or contradict it here.");
        }
        Line(text, "# purposes: ids of rai/purposes.yaml that this data may be used for");
        if (row is { Columns.Count: > 0 })
        {
            Line(text, "columns:");
            foreach (var column in row.Columns) Line(text, Column(column));
        }
        return text.ToString();
    }

    private static string Column(RowColumn column)
    {
        var type = TypeWord(column.Member) is { } word ? $", type: {word}" : "";
        var guess = column.Personal switch
        {
            null => "",
            { Layer: DecidingLayer.RowSubject } => "   # category? roles?",
            { } personal => $"   # category: {personal.Category}? roles? (by {Comment(personal.Evidence)})",
        };
        return $"  - {{ name: {Scalar(column.Column)}{type} }}{guess}";
    }

    private static string? TypeWord(ISymbol? member)
    {
        var type = member switch { IPropertySymbol property => property.Type, IFieldSymbol field => field.Type, _ => null };
        return type is null ? null : ValueKinds.Of(type) switch
        {
            ValueKind.Text => "string",
            ValueKind.Number => "number",
            ValueKind.Boolean => "boolean",
            ValueKind.Date => "date",
            _ => null,
        };
    }

    /// <summary>Plain where it is plainly text; else in double quotes, with everything that is not printable escaped.</summary>
    private static string Scalar(string text)
    {
        var plain = text.Length > 0 && char.IsLetter(text[0]) && text.All(letter => letter is '_' or '-' or '.' or '/' || (letter < 128 && char.IsLetterOrDigit(letter)));
        if (plain && !WordsOfYaml.Contains(text)) return text;
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter is '"' or '\\') quoted.Append('\\').Append(letter);
            else if (char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF') quoted.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else quoted.Append(letter);
        }
        return quoted.Append('"').ToString();
    }

    private static string Comment(string text) => string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
