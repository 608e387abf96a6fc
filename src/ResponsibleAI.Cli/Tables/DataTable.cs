namespace ResponsibleAI.Cli.Tables;

/// <summary>What a data file shows of itself.</summary>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Rows">Without the header.</param>
/// <param name="Columns">In their order.</param>
/// <param name="Notes">What a person should know of how it was read; whole sentences.</param>
internal sealed record DataTable(long Bytes, string Sha256, long Rows, IReadOnlyList<DataColumn> Columns, IReadOnlyList<string> Notes);

/// <summary>A column.</summary>
/// <param name="Name">As in the file; counted where the file has no name.</param>
/// <param name="Type">string, integer, number, boolean, date, list, object or binary; null when no value tells.</param>
internal sealed record DataColumn(string Name, string? Type);

/// <summary>How a text file is to be read where it does not tell by itself.</summary>
/// <param name="HasHeader">Null: the file decides.</param>
/// <param name="IgnoreQuotes">A quote is a character like any other.</param>
/// <param name="Skip">Lines before the first record.</param>
internal sealed record ReadingHints(bool? HasHeader = null, bool IgnoreQuotes = false, int Skip = 0);
