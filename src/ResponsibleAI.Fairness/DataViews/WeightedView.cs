using Microsoft.ML;
using Microsoft.ML.Data;

namespace ResponsibleAI.Fairness;

/// <summary>A view with one more column of weights, computed as rows are read.</summary>
internal sealed class WeightedView : IDataView
{
    private readonly IDataView _input;
    private readonly string[] _reads;
    private readonly Func<DataViewRow, Func<float>> _weight;

    /// <param name="input">The rows.</param>
    /// <param name="name">Of the new column; hides an older one of that name.</param>
    /// <param name="reads">The columns that the weight is computed from.</param>
    /// <param name="weight">Opens the computation over a row of <paramref name="input"/>.</param>
    public WeightedView(IDataView input, string name, string[] reads, Func<DataViewRow, Func<float>> weight)
    {
        (_input, _reads, _weight) = (input, reads, weight);
        var schema = new DataViewSchema.Builder();
        schema.AddColumns(input.Schema.Select(column => new DataViewSchema.DetachedColumn(column)));
        schema.AddColumn(name, NumberDataViewType.Single);
        Schema = schema.ToSchema();
    }

    public DataViewSchema Schema { get; }

    public bool CanShuffle => _input.CanShuffle;

    public long? GetRowCount() => _input.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var wanted = new HashSet<int>(columnsNeeded.Select(column => column.Index));
        return new Cursor(this, _input.GetRowCursor(Needed(wanted), rand), wanted);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        var wanted = new HashSet<int>(columnsNeeded.Select(column => column.Index));
        return [.. _input.GetRowCursorSet(Needed(wanted), n, rand).Select(cursor => new Cursor(this, cursor, wanted))];
    }

    private IEnumerable<DataViewSchema.Column> Needed(HashSet<int> wanted) => _input.Schema.Where(column =>
        wanted.Contains(column.Index) || (wanted.Contains(_input.Schema.Count) && !column.IsHidden && _reads.Contains(column.Name)));

    private sealed class Cursor(WeightedView view, DataViewRowCursor input, HashSet<int> wanted) : DataViewRowCursor
    {
        public override DataViewSchema Schema => view.Schema;

        public override long Position => input.Position;

        public override long Batch => input.Batch;

        public override bool MoveNext() => input.MoveNext();

        public override ValueGetter<DataViewRowId> GetIdGetter() => input.GetIdGetter();

        public override bool IsColumnActive(DataViewSchema.Column column) => wanted.Contains(column.Index);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column))
            {
                throw new InvalidOperationException($"Column '{column.Name}' was not asked for when the cursor was opened.");
            }

            if (column.Index < view._input.Schema.Count)
            {
                return input.GetGetter<TValue>(view._input.Schema[column.Index]);
            }

            var weight = view._weight(input);
            return (ValueGetter<float>)((ref float value) => value = weight()) as ValueGetter<TValue>
                ?? throw new InvalidOperationException($"Column '{column.Name}' is Single, not {typeof(TValue).Name}.");
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                input.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
