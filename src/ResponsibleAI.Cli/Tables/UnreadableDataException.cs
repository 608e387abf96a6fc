namespace ResponsibleAI.Cli.Tables;

/// <summary>A data file that cannot be read as a table. The message says why and what to do.</summary>
/// <param name="message">One or two sentences.</param>
/// <param name="line">1-based; 0 where the file has no lines.</param>
/// <param name="column">1-based; 0 where the file has no lines.</param>
internal sealed class UnreadableDataException(string message, long line = 0, long column = 0) : Exception(message)
{
    public long Line { get; } = line;

    public long Column { get; } = column;
}
