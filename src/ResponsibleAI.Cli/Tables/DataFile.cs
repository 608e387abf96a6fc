using System.Security.Cryptography;

namespace ResponsibleAI.Cli.Tables;

/// <summary>Opens a data file, tells its form by name and first bytes, and reads its shape in bounded memory.</summary>
internal static class DataFile
{
    /// <summary>Forms that people give the name of a table; what to do with each.</summary>
    private static readonly (byte[] Start, string What)[] s_foreign =
    [
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an Excel workbook. Unpack it, or save the sheet as CSV UTF-8"),
        ([0x1F, 0x8B], "packed with gzip. Unpack it first"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook. Save the sheet as CSV UTF-8"),
        ([0x25, 0x50, 0x44, 0x46], "a PDF document"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ("SQLite format 3\0"u8.ToArray(), "an SQLite database. Export the table as CSV"),
        ([0x89, 0x48, 0x44, 0x46], "an HDF5 file. Export the table as CSV or Parquet"),
    ];

    /// <summary>Whether the name says a form that can be read.</summary>
    public static bool IsTable(string path) => Path.GetExtension(path).ToUpperInvariant() is ".CSV" or ".TSV" or ".TAB" or ".TXT" or ".DATA" or ".JSONL" or ".NDJSON" or ".PARQUET";

    /// <summary>The lower-case hex SHA-256 of its bytes.</summary>
    public static string Hash(string path)
    {
        using var stream = Open(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="UnreadableDataException">It is no table of a known form.</exception>
    public static DataTable Read(string path, ReadingHints hints)
    {
        try
        {
            using var stream = Open(path);
            var start = new byte[16];
            var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            if (length == 0)
                throw new UnreadableDataException("The file is empty");
            var isParquet = start.AsSpan(0, length).StartsWith("PAR1"u8);
            if (!isParquet && s_foreign.FirstOrDefault(form => start.AsSpan(0, length).StartsWith(form.Start)) is { What: { } what })
                throw new UnreadableDataException($"The file is {what}");
            stream.Position = 0;
            var table = isParquet ? ParquetFooter.Read(stream)
                : Path.GetExtension(path).ToUpperInvariant() switch
                {
                    ".PARQUET" => throw new UnreadableDataException("The name says Parquet, and the file does not begin as one (PAR1)"),
                    ".JSONL" or ".NDJSON" => JsonLines.Read(stream),
                    ".JSON" => throw new UnreadableDataException("One JSON document is no table. Write one object per line and name the file .jsonl"),
                    _ => DelimitedText.Read(stream, path, hints),
                };
            return table with { Bytes = stream.Length, Sha256 = Hash(path) };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableDataException("The file cannot be opened");
        }
    }

    private static FileStream Open(string path) => new(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 1 << 16 });
}
