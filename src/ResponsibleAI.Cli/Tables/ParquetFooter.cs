using System.Buffers.Binary;
using System.Text;

namespace ResponsibleAI.Cli.Tables;

/// <summary>
/// Reads columns, types and the number of rows from the footer of a Parquet file, without touching the data. The footer is a struct
/// in Thrift's compact protocol; what is not needed of it is passed over.
/// </summary>
internal sealed class ParquetFooter
{
    private const int LongestFooter = 64 << 20;
    private const int DeepestNesting = 32;
    private const int MostColumns = 20_000;
    private const string Broken = "The footer of the Parquet file is broken. Write the file anew";

    private readonly byte[] _bytes;
    private int _at;

    private ParquetFooter(byte[] bytes) => _bytes = bytes;

    public static DataTable Read(Stream stream)
    {
        Span<byte> end = stackalloc byte[8];
        if (stream.Length < 12)
            throw new UnreadableDataException(Broken);
        stream.Position = stream.Length - 8;
        stream.ReadExactly(end);
        if (!end[4..].SequenceEqual("PAR1"u8))
            throw new UnreadableDataException(end[4..].SequenceEqual("PARE"u8) ? "The footer of the Parquet file is encrypted" : "The Parquet file does not end as one; it may be cut off");
        var length = BinaryPrimitives.ReadUInt32LittleEndian(end);
        if (length > LongestFooter || length > stream.Length - 12)
            throw new UnreadableDataException(Broken);
        var bytes = new byte[length];
        stream.Position = stream.Length - 8 - length;
        stream.ReadExactly(bytes);
        return new ParquetFooter(bytes).File();
    }

    /// <summary>FileMetaData: 2 is the schema, 3 the number of rows.</summary>
    private DataTable File()
    {
        List<Element> schema = [];
        var rows = 0L;
        Struct((id, type) =>
        {
            if (id == 2 && type == 9)
                schema = List(Column);
            else if (id == 3 && type is 5 or 6)
                rows = Integer();
            else
                return false;
            return true;
        });
        return schema.Count == 0 ? throw new UnreadableDataException(Broken) : new DataTable(0, "", rows, [.. TopLevel(schema)], []);
    }

    private static IEnumerable<DataColumn> TopLevel(List<Element> schema)
    {
        for (var at = 1; at < schema.Count; at = After(schema, at))
            yield return new DataColumn(schema[at].Name, schema[at].Word);
    }

    /// <summary>The first element that is not below this one.</summary>
    private static int After(List<Element> schema, int at)
    {
        var open = 1L;
        while (open > 0 && at < schema.Count)
            open += schema[at++].Children - 1L;
        return at;
    }

    /// <summary>SchemaElement: 1 physical type, 4 name, 5 children, 6 converted type.</summary>
    private Element Column()
    {
        var (physical, name, children, converted) = (-1L, "", 0L, -1L);
        Struct((id, type) =>
        {
            switch (id, type)
            {
                case (1, 5): physical = Integer(); break;
                case (4, 8): name = Encoding.UTF8.GetString(Bytes()); break;
                case (5, 5): children = Integer(); break;
                case (6, 5): converted = Integer(); break;
                default: return false;
            }

            return true;
        });
        if (children is < 0 or > MostColumns)
            throw new UnreadableDataException(Broken);
        return new Element(name, children, physical, converted);
    }

    private sealed record Element(string Name, long Children, long Physical, long Converted)
    {
        public string? Word => (Physical, Converted) switch
        {
            (_, 1 or 2) => "object",
            (_, 3) => "list",
            _ when Children > 0 => "object",
            (_, 0 or 4 or 19) => "string",
            (_, 5) => "number",
            (_, 6 or 9 or 10) or (3, _) => "date",
            (0, _) => "boolean",
            (1 or 2, _) => "integer",
            (4 or 5, _) => "number",
            _ => "binary",
        };
    }

    /// <summary>Hands every field to the reader; what it does not take is passed over.</summary>
    private void Struct(Func<int, int, bool> read, int depth = 0)
    {
        if (depth > DeepestNesting)
            throw new UnreadableDataException(Broken);
        var id = 0;
        while (Byte() is var head && head != 0)
        {
            var (delta, type) = (head >> 4, head & 15);
            id = delta == 0 ? (int)Integer() : id + delta;
            if (!read(id, type))
                Pass(type, depth);
        }
    }

    private List<T> List<T>(Func<T> item)
    {
        var (count, type) = ListHead();
        if (type != 12 || count > MostColumns)
            throw new UnreadableDataException(Broken);
        var items = new List<T>();
        for (var at = 0; at < count; at++)
            items.Add(item());
        return items;
    }

    private (long Count, int Type) ListHead()
    {
        var head = Byte();
        var count = head >> 4 == 15 ? (long)Unsigned() : head >> 4;
        return count < 0 || count > _bytes.Length ? throw new UnreadableDataException(Broken) : (count, head & 15);
    }

    private void Pass(int type, int depth)
    {
        switch (type)
        {
            case 1 or 2: break;
            case 3: Byte(); break;
            case 4 or 5 or 6: Unsigned(); break;
            case 7: Forward(8); break;
            case 8: Bytes(); break;
            case 9 or 10:
                var (count, item) = ListHead();
                for (var at = 0; at < count; at++)
                    PassItem(item, depth + 1);
                break;
            case 11:
                var size = (long)Unsigned();
                var types = size == 0 ? 0 : Byte();
                for (var at = 0; at < size; at++)
                {
                    PassItem(types >> 4, depth + 1);
                    PassItem(types & 15, depth + 1);
                }

                break;
            case 12: Struct(static (_, _) => false, depth + 1); break;
            default: throw new UnreadableDataException(Broken);
        }
    }

    /// <summary>In a list a flag takes a byte; as a field it is its own type.</summary>
    private void PassItem(int type, int depth)
    {
        if (depth > DeepestNesting)
            throw new UnreadableDataException(Broken);
        if (type is 1 or 2)
            Byte();
        else
            Pass(type, depth);
    }

    private int Byte() => _at < _bytes.Length ? _bytes[_at++] : throw new UnreadableDataException(Broken);

    private void Forward(long count) => _at = count >= 0 && count <= _bytes.Length - _at ? _at + (int)count : throw new UnreadableDataException(Broken);

    private ReadOnlySpan<byte> Bytes()
    {
        var length = Unsigned();
        var start = _at;
        Forward(length > int.MaxValue ? -1 : (long)length);
        return _bytes.AsSpan(start, _at - start);
    }

    private long Integer()
    {
        var value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private ulong Unsigned()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
                return value;
        }

        throw new UnreadableDataException(Broken);
    }
}
