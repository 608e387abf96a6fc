using ResponsibleAI.Analyzers.CodeFixes;
using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Cli.Projects;
using ResponsibleAI.Cli.Tables;
using ResponsibleAI.Policy.Editing;

namespace ResponsibleAI.Cli.Cards;

/// <summary>Reads the data files that a card names.</summary>
/// <param name="root">The folder that the paths are relative to. Nothing outside of it is opened.</param>
/// <param name="columns">Suggests categories for new columns.</param>
/// <param name="hints">How to read text files.</param>
internal sealed class CardFiles(string root, ColumnReader columns, ReadingHints hints)
{
    private const int MostFiles = 1000;

    /// <summary>Reads what one path of a card names; it may hold globs.</summary>
    public MeasuredEntry Measure(string path)
    {
        if (path.Length == 0 || path.Contains(':', StringComparison.Ordinal) || Path.IsPathRooted(path) || path.Split('/', '\\').Contains(".."))
            return Nothing("the path leads out of the repository; it is not read");
        var found = Files(path);
        if (found.Count is 0 or > MostFiles)
            return Nothing(found.Count == 0 ? "no such file" : $"more than {MostFiles} files have such a path");
        var (rows, all, problem) = ((long?)0, new List<MeasuredColumn>(), (string?)null);
        foreach (var file in found)
        {
            if (!DataFile.IsTable(file))
            {
                rows = null;
                continue;
            }

            try
            {
                var table = DataFile.Read(file, hints);
                var row = columns.Assess(table, file);
                rows += table.Rows;
                for (var at = 0; at < table.Columns.Count; at++)
                {
                    var (entry, comment) = DataCardScaffold.Column(row.Columns[at], row.Known?.Columns[at], table.Columns[at].Type);
                    all.Add(new MeasuredColumn(table.Columns[at].Name, entry, comment));
                }
            }
            catch (UnreadableDataException unreadable)
            {
                rows = null;
                problem = unreadable.Line > 0 ? $"{unreadable.Message} (line {unreadable.Line}, column {unreadable.Column})" : unreadable.Message;
            }
        }

        var hash = found.Count == 1 ? Hash(found[0], ref problem) : null;
        return new MeasuredEntry(hash, rows, rows is null ? null : all, problem);
    }

    private IReadOnlyList<string> Files(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path.IndexOfAny(['*', '?']) < 0)
            return File.Exists(Path.Combine(root, path)) && !IsLinkOutside(Path.Combine(root, path)) ? [Path.Combine(root, path)] : [];
        return [.. Folders.Files(root, Path.GetExtension(path).Contains('*', StringComparison.Ordinal) ? "" : Path.GetExtension(path))
            .Where(file => FilePaths.MatchesPattern(Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar), segments))];
    }

    /// <summary>A link may lead anywhere.</summary>
    private bool IsLinkOutside(string file) =>
        File.ResolveLinkTarget(file, returnFinalTarget: true) is { } target && Path.GetRelativePath(root, target.FullName).StartsWith("..", StringComparison.Ordinal);

    private static string? Hash(string file, ref string? problem)
    {
        try
        {
            return DataFile.Hash(file);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            problem ??= "the file cannot be opened";
            return null;
        }
    }

    private static MeasuredEntry Nothing(string problem) => new(null, null, null, problem);
}
