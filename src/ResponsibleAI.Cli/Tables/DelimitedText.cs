using System.Globalization;

namespace ResponsibleAI.Cli.Tables;

/// <summary>Tables as separated text: finds the encoding, the separator and the header, counts rows, and tells the types of columns.</summary>
internal static class DelimitedText
{
    private const int SampleLength = 1 << 16;
    private const int SampleRecords = 64;
    private const double MostlyAlike = 0.9;

    private static readonly char[] s_separators = [',', '\t', ';', '|'];

    public static DataTable Read(Stream stream, string path, ReadingHints hints)
    {
        var encoding = new TextEncoding(stream);
        var notes = new List<string>();
        var sample = new char[SampleLength];
        var length = encoding.Open().ReadBlock(sample);
        var separator = Separator(new string(sample, 0, length), Path.GetExtension(path), length == SampleLength, hints);
        var records = new DelimitedRecords(encoding.Open(), separator, hints.IgnoreQuotes);
        records.Skip(hints.Skip);
        if (!records.Next())
            throw new UnreadableDataException("The file holds no record");
        string[] first = [.. records.Fields];
        var types = Array.ConvertAll(first, static _ => new ColumnType());
        var (rows, ragged, firstRagged, widest) = (0L, 0L, 0L, first.Length);
        while (records.Next())
        {
            rows++;
            if (records.Fields.Count != first.Length)
            {
                ragged++;
                firstRagged = firstRagged == 0 ? records.Line : firstRagged;
                widest = Math.Max(widest, records.Fields.Count);
            }

            for (var at = 0; at < Math.Min(first.Length, records.Fields.Count); at++)
                types[at].See(records.Fields[at]);
        }

        if (ragged > 0 && ragged == rows && widest > first.Length)
            throw new UnreadableDataException(string.Create(CultureInfo.InvariantCulture, $"The first record has {first.Length} fields and every other one has another number. If lines stand before the header, say how many with --skip"), firstRagged, 1);
        var hasHeader = hints.HasHeader ?? IsHeader(first);
        if (!hasHeader)
        {
            rows++;
            for (var at = 0; at < first.Length; at++)
                types[at].See(first[at]);
            notes.Add("The file has no header; its columns are counted. --header yes takes the first line for one");
        }
        else if (hints.HasHeader is null && rows > 0 && Array.TrueForAll(types, static type => type.Word is null or "string"))
        {
            notes.Add("Every column is text, so nothing tells the header from a row; the first line is taken for it. --header no says otherwise");
        }

        if (ragged > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{ragged} of {rows} rows have another number of fields than the first line, the first of them on line {firstRagged}"));
        if (records.StrayTextLine > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Text follows a closing quote on line {records.StrayTextLine}; it is taken as part of the value. --no-quotes takes quotes for text"));
        if (encoding.Note is { } note)
            notes.Add(note);
        return new DataTable(0, "", rows, [.. Names(first, hasHeader, notes).Zip(types, static (name, type) => new DataColumn(name, type.Word))], notes);
    }

    /// <summary>The separator that gives most records the same number of fields, and the most fields; a comma when none does.</summary>
    private static char Separator(string sample, string extension, bool isCut, ReadingHints hints)
    {
        var candidates = extension.ToUpperInvariant() is ".TSV" or ".TAB" ? s_separators.OrderByDescending(static candidate => candidate == '\t') : s_separators.AsEnumerable();
        var (best, bestAlike, bestFields) = (',', 0.0, 1);
        foreach (var candidate in candidates)
        {
            var counts = Counts(sample, candidate, isCut, hints);
            var usual = counts.Count == 0 ? 1 : counts.GroupBy(static count => count).OrderByDescending(static same => same.Count()).ThenByDescending(static same => same.Key).First().Key;
            var alike = counts.Count == 0 ? 0 : (double)counts.Count(count => count == usual) / counts.Count;
            if (usual > 1 && alike >= MostlyAlike && (alike, usual).CompareTo((bestAlike, bestFields)) > 0)
                (best, bestAlike, bestFields) = (candidate, alike, usual);
        }

        return best;
    }

    private static List<int> Counts(string sample, char separator, bool isCut, ReadingHints hints)
    {
        var counts = new List<int>();
        using var text = new StringReader(sample);
        var records = new DelimitedRecords(text, separator, hints.IgnoreQuotes);
        try
        {
            records.Skip(hints.Skip);
            while (counts.Count < SampleRecords && records.Next())
                counts.Add(records.Fields.Count);
        }
        catch (UnreadableDataException)
        {
            // The whole file is read once more; what is wrong with it is told then.
        }

        if (isCut && counts.Count is > 1 and < SampleRecords)
            counts.RemoveAt(counts.Count - 1);
        return counts;
    }

    /// <summary>Names are no values: not numbers, not dates, no two alike.</summary>
    private static bool IsHeader(string[] first) =>
        Array.TrueForAll(first, static field => ColumnType.Of(field) is null or "string")
        && first.Where(static field => field.Length > 0).Distinct(StringComparer.Ordinal).Count() == first.Count(static field => field.Length > 0)
        && Array.Exists(first, static field => field.Any(char.IsLetter))
        && Array.TrueForAll(first, static field => field.Length < DelimitedRecords.Kept);

    private static IEnumerable<string> Names(string[] first, bool hasHeader, List<string> notes)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < first.Length; at++)
        {
            var name = hasHeader && first[at].Length > 0 ? first[at] : string.Create(CultureInfo.InvariantCulture, $"column{at + 1}");
            if (hasHeader && first[at].Length == 0)
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"Column {at + 1} has no name in the header; the card calls it {name}"));
            if (!taken.Add(name))
                notes.Add($"Two columns are called '{name}'");
            yield return name;
        }
    }
}
