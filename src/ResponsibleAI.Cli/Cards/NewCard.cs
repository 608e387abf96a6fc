using ResponsibleAI.Analyzers.CodeFixes;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Cli.Policies;
using ResponsibleAI.Cli.Tables;

namespace ResponsibleAI.Cli.Cards;

/// <summary>The beginning of a data card for a data file: what the file shows as keys, what its columns suggest as comments.</summary>
/// <param name="Id">The card's id.</param>
/// <param name="Text">The card.</param>
/// <param name="Table">What was read.</param>
/// <param name="Row">What the columns suggest.</param>
internal sealed record NewCard(string Id, string Text, DataTable Table, RowAssessment Row)
{
    /// <summary>Reads the file and writes the card.</summary>
    /// <param name="file">The data file, absolute.</param>
    /// <param name="root">The folder that holds rai/, or will.</param>
    /// <param name="policy">The policy there; its lexicon and known datasets suggest.</param>
    /// <param name="id">The id; null to take the file's name.</param>
    /// <param name="hints">How to read the file.</param>
    /// <exception cref="UnreadableDataException">It is no table.</exception>
    public static NewCard Of(string file, string root, CompiledPolicy policy, string? id, ReadingHints hints)
    {
        var path = RelativePath(file, root);
        var table = DataFile.Read(file, hints);
        var reader = new ColumnReader(policy);
        var row = reader.Assess(table, file);
        var named = id ?? DataCardScaffold.IdFor(Path.GetFileName(file), null, [.. reader.CardIds]) ?? "data";
        var measured = new MeasuredFile(path, table.Bytes, table.Sha256, table.Rows, [.. table.Columns.Select(static column => column.Type)]);
        return new NewCard(named, DataCardScaffold.Write(named, path, row, reader.KnownByFile(file), measured), table, row);
    }

    /// <summary>Relative to the root where the file lies below it; else the end of the path, wherever it stands.</summary>
    private static string RelativePath(string file, string root)
    {
        var path = Path.GetRelativePath(root, file).Replace('\\', '/');
        return path.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(path) ? "**/" + Path.GetFileName(file) : path;
    }
}
