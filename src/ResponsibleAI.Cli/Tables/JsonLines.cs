using System.Text.Json;

namespace ResponsibleAI.Cli.Tables;

/// <summary>Tables as JSON lines: one object per line, its keys are the columns.</summary>
internal static class JsonLines
{
    private const int LongestLine = 16 << 20;
    private const int MostColumns = 20_000;

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 64 };

    public static DataTable Read(Stream stream)
    {
        var names = new List<string>();
        var types = new Dictionary<string, string?>(StringComparer.Ordinal);
        var (line, rows) = (0L, 0L);
        foreach (var text in Lines(stream))
        {
            line++;
            if (text.Span.Trim(" \t\r"u8).IsEmpty)
                continue;
            rows++;
            See(text, line, names, types);
        }

        return names.Count == 0
            ? throw new UnreadableDataException(rows == 0 ? "The file holds no object" : "The objects have no keys, so there are no columns")
            : new DataTable(0, "", rows, [.. names.Select(name => new DataColumn(name, types[name] is "" ? null : types[name]))], []);
    }

    private static void See(ReadOnlyMemory<byte> text, long line, List<string> names, Dictionary<string, string?> types)
    {
        try
        {
            using var document = JsonDocument.Parse(text, s_options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new UnreadableDataException("A line of JSON lines is one object in braces; this one is something else", line, 1);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                var type = TypeOf(member.Value);
                if (!types.TryGetValue(member.Name, out var before))
                {
                    if (names.Count == MostColumns)
                        throw new UnreadableDataException($"The objects have more than {MostColumns} keys; this is hardly a table", line, 1);
                    names.Add(member.Name);
                    types.Add(member.Name, type);
                }
                else if (type is not null && type != before)
                {
                    types[member.Name] = (before, type) switch
                    {
                        (null, _) => type,
                        ("integer", "number") or ("number", "integer") => "number",
                        _ => "", // values of several types
                    };
                }
            }
        }
        catch (JsonException error)
        {
            throw new UnreadableDataException("Here the line is no JSON object any more. JSON lines hold one whole object on each line", line, (error.BytePositionInLine ?? 0) + 1);
        }
        catch (InvalidOperationException) // of a text whose bytes are no UTF-8
        {
            throw new UnreadableDataException("A text on this line is no UTF-8. Save the file as UTF-8", line, 1);
        }
    }

    private static string? TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => ColumnType.Of(value.GetString()!) == "date" ? "date" : "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "list",
        JsonValueKind.Object => "object",
        _ => null,
    };

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream stream)
    {
        var buffer = new byte[1 << 16];
        var (start, filled, line) = (0, 0, 1L);
        while (true)
        {
            var end = Array.IndexOf(buffer, (byte)'\n', start, filled - start);
            if (end >= 0)
            {
                yield return buffer.AsMemory(start, end - start);
                start = end + 1;
                line++;
                continue;
            }

            if (start > 0)
            {
                buffer.AsSpan(start, filled - start).CopyTo(buffer);
                (start, filled) = (0, filled - start);
            }

            if (filled == buffer.Length)
            {
                if (buffer.Length >= LongestLine)
                    throw new UnreadableDataException($"A line is longer than {LongestLine >> 20} MiB. JSON lines hold one object on each line", line, 1);
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = stream.Read(buffer, filled, buffer.Length - filled);
            if (read == 0)
            {
                if (filled > 0)
                    yield return buffer.AsMemory(0, filled);
                yield break;
            }

            filled += read;
        }
    }
}
