using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.CodeFixes;

/// <summary>
/// Writes the beginning of a data card: facts that the code shows as keys, guesses as comments, and what was published about a
/// well-known dataset as keys that somebody has to confirm.
/// </summary>
internal static class DataCardScaffold
{
    private static readonly HashSet<string> s_wordsOfYaml = new(StringComparer.OrdinalIgnoreCase) { "null", "true", "false", "yes", "no", "on", "off", "y", "n", "none" };

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
    /// <param name="byFile">The well-known dataset whose files go by this name; counts where no columns were seen.</param>
    /// <param name="measured">What was read of the file itself; null when only code was seen.</param>
    public static string Write(string id, string? file, RowAssessment? row, KnownDataset? byFile = null, MeasuredFile? measured = null)
    {
        var known = row is { Columns.Count: > 0 } ? row.Known?.Dataset : byFile;
        var text = new StringBuilder();
        Line(text, "# Facts about one dataset, by somebody who knows it. A missing key means \"not stated\"; none means \"I looked, there is none\".");
        Line(text, "# The build reads this card with every training run; docs/data-card.md of ResponsibleAI.Analyzers lists all keys.");
        Line(text, "schema: rai/datacard/1");
        Line(text, $"id: {id}");
        if (known is not null) Publish(text, known, row?.Known is not null, measured);
        if (measured is not null)
        {
            Line(text, "files:");
            Line(text, $"  - path: {Scalar(measured.Path)}");
            Line(text, Invariant($"    sha256: {measured.Sha256}   # of {measured.Bytes} bytes"));
            Line(text, Invariant($"rows: {measured.Rows}"));
        }
        else if (file is not null)
        {
            Line(text, "files:");
            Line(text, $"  - path: {Scalar("**/" + file.Replace('\\', '/').TrimStart('/', '.'))}");
            Line(text, "    # sha256: so that a changed file is noticed");
        }
        else
        {
            Line(text, $"# no file: [Dataset(\"{id}\")] in code says that this card is meant");
        }
        if (known?.License is not { Id: not null }) Line(text, "# license: an SPDX id, or LicenseRef-… with a link");
        Line(text, "# sources: where the data comes from and how it was obtained");
        Line(text, "# subjects: { data: … }   # not-personal, possible, anonymized, pseudonymized or personal");
        if (row is { AboutPeople: { } people })
        {
            Line(text, $"#   {(measured is null ? "the code" : "the file")} reads as if a row describes {(people ? "a" : "no")} person: {Comment(row.Why)}. Confirm or contradict it here.");
        }
        Line(text, "# purposes: ids of rai/purposes.yaml that this data may be used for");
        if (row is { Columns.Count: > 0 })
        {
            if (row.Known is { Dataset: var origin }) Line(text, $"# category and roles of published columns are the catalog's reading of {Comment(origin.Source)}{(origin.Read == "unverified" ? ", which nobody has read yet" : "")}");
            Line(text, "columns:");
            for (var at = 0; at < row.Columns.Count; at++)
            {
                var (entry, comment) = Column(row.Columns[at], row.Known?.Columns[at], measured is null ? TypeWord(row.Columns[at].Member) : measured.Types[at]);
                Line(text, $"  - {entry}{comment}");
            }
        }
        return text.ToString();
    }

    /// <summary>Facts that others published. What nobody here has read is no key yet: a license that is not so allows nothing.</summary>
    private static void Publish(StringBuilder text, KnownDataset known, bool byColumns, MeasuredFile? measured)
    {
        Line(text, $"# By its {(byColumns ? "columns" : "name alone, its columns were not seen,")} this is {Comment(known.Title)}. What was published about it follows; confirm or correct each line for the file at hand.");
        Line(text, Fact($"name: {Scalar(known.Title)}", known.Source, known.Read));
        Line(text, Fact($"url: {Scalar(known.Url)}", known.Source, known.Read));
        if (known.Rows is { } rows && measured is null) Line(text, Fact($"rows: {Comment(rows)}", known.Source, known.Read));
        else if (known.Rows is { } published && published != Invariant($"{measured!.Rows}")) Line(text, $"# published are {Comment(published)} rows, the file has another number: see {Comment(known.Source)}");
        if (known.License is { Id: { } license } terms) Line(text, Fact($"license: {Scalar(license)}", terms.Source, terms.Read));
    }

    private static string Fact(string line, string source, string read) => read switch
    {
        "text" => $"{line}   # to be confirmed: {Comment(source)}",
        "secondary" => $"{line}   # to be confirmed: {Comment(source)}, read at second hand",
        _ => $"# {line}   # to be confirmed: {Comment(source)}, not read by anybody yet",
    };

    /// <summary>The name stays that of the code or file, so that they agree with the card. What somebody published is a key to be confirmed; what a name suggests is a comment.</summary>
    public static (string Entry, string Comment) Column(RowColumn column, KnownColumn? published, string? type)
    {
        var parts = new List<string> { $"name: {Scalar(column.Column)}" };
        if (type is not null) parts.Add($"type: {type}");
        if (published is null)
        {
            var guess = column.Personal switch
            {
                null => "",
                { Layer: DecidingLayer.RowSubject } => "   # category? roles?",
                { } personal => $"   # category: {personal.Category}? roles? (by {Comment(personal.Evidence)})",
            };
            return ($"{{ {string.Join(", ", parts)} }}", guess);
        }

        var facts = parts.Count;
        if (published.Category is { } category) parts.Add($"category: {Scalar(category)}");
        if (published.Roles.Count > 0) parts.Add($"roles: [{string.Join(", ", published.Roles.Select(Scalar))}]");
        return ($"{{ {string.Join(", ", parts)} }}", $"   # {(parts.Count > facts ? "to be confirmed: " : "")}published as {Comment(published.Name)}");
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
        if (plain && !s_wordsOfYaml.Contains(text)) return text;
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

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}

/// <summary>What was read of a data file.</summary>
/// <param name="Path">Relative to the repository, with '/'.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Rows">Without the header.</param>
/// <param name="Types">For each column its type in a word; null when no value tells.</param>
internal sealed record MeasuredFile(string Path, long Bytes, string Sha256, long Rows, IReadOnlyList<string?> Types);
