using Microsoft.ML;

namespace ResponsibleAI.Fairness;

/// <summary>One pass over the columns that an evaluation reads, and over no other.</summary>
internal sealed class ScoredRows : IDisposable
{
    private readonly IDataView _data;
    private readonly DataViewRowCursor _cursor;

    public ScoredRows(IDataView data, params string?[] columnNames)
    {
        _data = data;
        _cursor = data.GetRowCursor([.. columnNames.OfType<string>().Distinct(StringComparer.Ordinal).Select(name => Find(data, name))]);
    }

    public bool MoveNext() => _cursor.MoveNext();

    public CodedColumn Codes(string columnName, Vocabulary vocabulary) => CodedColumn.Open(_cursor, Find(_data, columnName), vocabulary);

    /// <summary>Reads numbers; without a column every row has the default.</summary>
    public Func<double> Numbers(string? columnName, double otherwise = 1) =>
        columnName is null ? () => otherwise : NumberColumn.Open(_cursor, Find(_data, columnName));

    /// <summary>Finds the counts of the current row's group.</summary>
    public Func<TCounts> CellsOf<TCounts>(GroupTable<TCounts> table)
        where TCounts : class, IGroupCounts<TCounts>, new()
    {
        var columns = table.Attributes.Select((name, i) => Codes(name, table.Values(i))).ToArray();
        var codes = new int[columns.Length];
        return () =>
        {
            for (var i = 0; i < codes.Length; i++)
            {
                codes[i] = columns[i].Code();
            }

            return table.Cell(codes);
        };
    }

    /// <summary>Tells at each row whether the value differs from the row before.</summary>
    public Func<bool> Changes(string columnName)
    {
        var column = Find(_data, columnName);
        if (column.Type.RawType == typeof(ReadOnlyMemory<char>))
        {
            var getter = _cursor.GetGetter<ReadOnlyMemory<char>>(column);
            ReadOnlyMemory<char> text = default;
            string? before = null;
            return () =>
            {
                getter(ref text);
                if (before is not null && text.Span.SequenceEqual(before.AsSpan()))
                {
                    return false;
                }

                before = text.ToString();
                return true;
            };
        }

        if (column.Type.RawType == typeof(ulong))
        {
            var getter = _cursor.GetGetter<ulong>(column);
            return Different(() =>
            {
                ulong value = 0;
                getter(ref value);
                return value;
            });
        }

        return Different(NumberColumn.Open(_cursor, column));

        static Func<bool> Different<T>(Func<T> read)
        {
            T? before = default;
            var any = false;
            return () =>
            {
                var value = read();
                var differs = !any || !EqualityComparer<T>.Default.Equals(value, before!);
                (before, any) = (value, true);
                return differs;
            };
        }
    }

    public void Dispose() => _cursor.Dispose();

    public static DataViewSchema.Column Find(IDataView data, string name) => data.Schema.GetColumnOrNull(name)
        ?? throw new ArgumentException($"The data has no column '{name}'. It has: {string.Join(", ", data.Schema.Where(column => !column.IsHidden).Select(column => column.Name))}.");
}
