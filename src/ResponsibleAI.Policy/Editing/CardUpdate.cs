using System.Globalization;
using System.Text;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Editing;

/// <summary>A column as a data file has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Entry">What the card is to say of it: a map in braces.</param>
/// <param name="Comment">What follows it; empty, or beginning with # after blanks.</param>
public sealed record MeasuredColumn(string Name, string Entry, string Comment);

/// <summary>What was read of the files that one entry of <c>files</c> names.</summary>
/// <param name="Sha256">Lower-case hex; null when the entry names several files, or none that can be read.</param>
/// <param name="Rows">Null when they are no tables.</param>
/// <param name="Columns">Null when they are no tables.</param>
/// <param name="Problem">Why something was not read; null when all was.</param>
public sealed record MeasuredEntry(string? Sha256, long? Rows, IReadOnlyList<MeasuredColumn>? Columns, string? Problem);

/// <summary>A card brought up to date.</summary>
/// <param name="Text">The card; the text given when nothing changed.</param>
/// <param name="Changes">What was changed, one line each.</param>
/// <param name="Left">What differs and is a person's to answer, one line each.</param>
/// <param name="Findings">What is wrong with the card; then nothing was changed.</param>
public sealed record CardUpdateResult(string Text, IReadOnlyList<string> Changes, IReadOnlyList<string> Left, IReadOnlyList<Finding> Findings);

/// <summary>
/// Writes what was measured into a data card: hashes, rows, new columns. The text is changed at the places of these values alone, so that comments, order
/// and layout stay. What people stated is never taken away: a column that is gone from the files is told, not deleted.
/// </summary>
public static class CardUpdate
{
    private const string NoColumns = "the card lists no columns; rai card new shows those of the file";

    /// <summary>The paths that the card's files name, in order; empty when it is no readable card.</summary>
    public static IReadOnlyList<string> FilesOf(string text) =>
        Read(text, new FindingList("card")) is { } card ? [.. Files(card).Select(file => PathOf(file)?.Text ?? "")] : [];

    /// <summary>Brings the card up to date.</summary>
    /// <param name="path">Its name in findings.</param>
    /// <param name="text">Its text.</param>
    /// <param name="measured">One entry for each of <see cref="FilesOf"/>.</param>
    public static CardUpdateResult Of(string path, string text, IReadOnlyList<MeasuredEntry> measured)
    {
        var findings = new FindingList(path);
        if (Read(text, findings) is not { } card)
            return new CardUpdateResult(text, [], [], findings.Items);

        var body = text.TrimStart('\uFEFF');
        var edits = new TextEdits(body);
        var (changes, left) = (new List<string>(), new List<string>());
        var files = Files(card).Zip(measured, (node, facts) => (Node: node, Facts: facts)).ToArray();
        foreach (var (node, facts) in files)
            Hash(node, facts, edits, changes, left);
        Rows(card, [.. files.Select(file => file.Facts)], edits, changes);
        Columns(card, [.. files.Select(file => file.Facts)], edits, changes, left);

        var updated = edits.Apply();
        var check = new FindingList(path);
        if (changes.Count > 0 && (Read(updated, check) is not { } again || check.Items.Count > findings.Items.Count || !Holds(again, measured)))
        {
            findings.NotAssessed("The layout of the card is too unusual to change it in place; nothing was changed. Write files and columns as one entry per line", card.Span);
            return new CardUpdateResult(text, [], [], findings.Items);
        }

        return new CardUpdateResult(changes.Count == 0 ? text : text.Substring(0, text.Length - body.Length) + updated, changes, left, []);
    }

    private static YamlMapping? Read(string text, FindingList findings)
    {
        var yaml = YamlReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), YamlLimits.Repository, findings);
        if (yaml is not { IsComplete: true, Documents: [YamlMapping map, ..] })
        {
            if (findings.Items.Count == 0)
                findings.NotAssessed("This is no data card", new(findings.Path, 1, 1, 1, 1));
            return null;
        }

        if (Member(map, "schema") is not YamlScalar { Text: DataCardSchema.Id } schema)
        {
            findings.Wrong($"This is no data card; its first line must be schema: {DataCardSchema.Id}", (Member(map, "schema") ?? map).Span);
            return null;
        }

        return map;
    }

    private static YamlNode? Member(YamlMapping map, string key) => map.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;

    private static IReadOnlyList<YamlNode> Files(YamlMapping card) => Items(Member(card, "files"));

    private static IReadOnlyList<YamlNode> Items(YamlNode? node) => node switch
    {
        null or YamlScalar { Text: "" or "none" } => [],
        YamlSequence list => list.Items,
        _ => [node],
    };

    private static YamlScalar? PathOf(YamlNode file) => file as YamlScalar ?? (file is YamlMapping map ? Member(map, "path") as YamlScalar : null);

    private static void Hash(YamlNode file, MeasuredEntry facts, TextEdits edits, List<string> changes, List<string> left)
    {
        var path = PathOf(file);
        if (facts.Problem is { } problem)
            left.Add($"{path?.Text}: {problem}");
        if (facts.Sha256 is not { } hash || path is null)
            return;
        if (file is YamlMapping map && Member(map, "sha256") is YamlScalar known)
        {
            if (known.Text.Equals(hash, StringComparison.OrdinalIgnoreCase))
                return;
            edits.Replace(known.Span, hash);
            changes.Add($"{path.Text}: the file changed; its hash is {hash}");
            return;
        }

        changes.Add($"{path.Text}: the hash was missing");
        if (file is YamlScalar)
            edits.Replace(path.Span, $"{{ path: {YamlWriter.Scalar(path.Text)}, sha256: {hash} }}");
        else if (IsFlow(file, edits))
            edits.InsertAfter(path.Span, $", sha256: {hash}");
        else
            edits.AddLineBelow(path.Span, new string(' ', ((YamlMapping)file).Entries[0].Key.Span.Column - 1) + $"sha256: {hash}");
    }

    private static void Rows(YamlMapping card, MeasuredEntry[] files, TextEdits edits, List<string> changes)
    {
        if (files.Length == 0 || files.Any(file => file.Rows is null))
            return;
        var rows = files.Sum(file => file.Rows!.Value).ToString(CultureInfo.InvariantCulture);
        if (Member(card, "rows") is YamlScalar known)
        {
            if (known.Text == rows)
                return;
            edits.Replace(known.Span, known.Text.Length == 0 ? " " + rows : rows);
            changes.Add(known.Text.Length == 0 ? $"rows: {rows}" : $"rows: {known.Text} in the card, {rows} in the files");
            return;
        }

        edits.AddLineBelow(Member(card, "files")!.Span, $"rows: {rows}");
        changes.Add($"rows: {rows}, not stated before");
    }

    private static void Columns(YamlMapping card, MeasuredEntry[] files, TextEdits edits, List<string> changes, List<string> left)
    {
        var inFiles = files.SelectMany(file => file.Columns ?? []).GroupBy(column => Key(column.Name), StringComparer.Ordinal).Select(same => same.First()).ToArray();
        if (inFiles.Length == 0)
            return;
        var columns = Items(Member(card, "columns"));
        if (columns.Count == 0)
        {
            left.Add(NoColumns);
            return;
        }

        var inCard = new HashSet<string>(columns.Select(column => Key(NameOf(column))), StringComparer.Ordinal);
        var keys = new HashSet<string>(inFiles.Select(column => Key(column.Name)), StringComparer.Ordinal);
        if (files.All(file => file.Columns is not null))
        {
            foreach (var gone in columns.Where(column => !keys.Contains(Key(NameOf(column))) && !IsRemoved(column)))
                left.Add(FormattableString.Invariant($"column {FindingList.Quote(NameOf(gone))} (line {gone.Span.Line}) is in no file; say protection: removed, or delete it"));
        }

        var last = columns[columns.Count - 1];
        foreach (var column in inFiles.Where(column => !inCard.Contains(Key(column.Name))))
        {
            changes.Add($"column {FindingList.Quote(column.Name)} is new");
            if (Member(card, "columns") is not YamlSequence list || IsFlow(list, edits))
                edits.InsertAfter(last.Span, ", " + column.Entry);
            else
                edits.AddLineBelow(list.Span, $"{edits.IndentOf(last.Span.Line)}- {column.Entry}{column.Comment}");
        }
    }

    private static bool IsFlow(YamlNode node, TextEdits edits) => edits.At(node.Span) is ['{' or '[', ..];

    private static bool IsRemoved(YamlNode column) => column is YamlMapping map && Member(map, "protection") is YamlScalar { Text: "removed" };

    private static string NameOf(YamlNode column) => column is YamlScalar scalar ? scalar.Text : column is YamlMapping map && Member(map, "name") is YamlScalar name ? name.Text : "";

    /// <summary>Columns are the same by their letters and digits.</summary>
    private static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>The new text says what was measured.</summary>
    private static bool Holds(YamlMapping card, IReadOnlyList<MeasuredEntry> measured)
    {
        var files = Files(card);
        var names = new HashSet<string>(Items(Member(card, "columns")).Select(column => Key(NameOf(column))), StringComparer.Ordinal);
        return files.Count == measured.Count
            && files.Zip(measured, (file, facts) => facts.Sha256 is null || (file is YamlMapping map && (Member(map, "sha256") as YamlScalar)?.Text.Equals(facts.Sha256, StringComparison.OrdinalIgnoreCase) == true)).All(same => same)
            && (names.Count == 0 || measured.SelectMany(facts => facts.Columns ?? []).All(column => names.Contains(Key(column.Name))));
    }
}
