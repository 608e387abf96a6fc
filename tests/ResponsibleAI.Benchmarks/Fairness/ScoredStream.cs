using Microsoft.ML;
using Microsoft.ML.Data;

namespace ResponsibleAI.Benchmarks.Fairness;

/// <summary>
/// Scored rows that exist only while they are read: a row follows from its position, so ten million take no memory. The values cost a few instructions,
/// so what is compared over this view is what is done with them.
/// </summary>
internal sealed class ScoredStream : IDataView
{
    public static readonly string[] Races = ["Amer-Indian", "Asian", "Black", "Other", "White"];

    private static readonly ReadOnlyMemory<char>[] s_raceTexts = [.. Races.Select(race => race.AsMemory())];

    private static readonly ReadOnlyMemory<char>[] s_sexTexts = ["Female".AsMemory(), "Male".AsMemory()];

    private readonly long _rows;

    public ScoredStream(long rows)
    {
        _rows = rows;
        var names = new DataViewSchema.Annotations.Builder();
        names.Add("KeyValues", new VectorDataViewType(TextDataViewType.Instance, Races.Length), (ref VBuffer<ReadOnlyMemory<char>> value) => value = new(Races.Length, s_raceTexts));
        var schema = new DataViewSchema.Builder();
        schema.AddColumn("Label", BooleanDataViewType.Instance);
        schema.AddColumn("PredictedLabel", BooleanDataViewType.Instance);
        schema.AddColumn("Score", NumberDataViewType.Single);
        schema.AddColumn("Probability", NumberDataViewType.Single);
        schema.AddColumn("Weight", NumberDataViewType.Single);
        schema.AddColumn("Sex", TextDataViewType.Instance);
        schema.AddColumn("Race", TextDataViewType.Instance);
        schema.AddColumn("RaceKey", new KeyDataViewType(typeof(uint), Races.Length), names.ToAnnotations());
        Schema = schema.ToSchema();
    }

    public DataViewSchema Schema { get; }

    public bool CanShuffle => false;

    public long? GetRowCount() => _rows;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => new Cursor(this);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [new Cursor(this)];

    private sealed class Cursor(ScoredStream view) : DataViewRowCursor
    {
        private long _position = -1;
        private uint _group;
        private bool _label;
        private float _score;

        public override DataViewSchema Schema => view.Schema;

        public override long Position => _position;

        public override long Batch => 0;

        private int Race => (int)((_group & 0xFFFF) * (uint)Races.Length >> 16);

        private int Sex => (int)(_group >> 31);

        // SplitMix64 of the position: independent bits for the groups, the label and the score.
        public override bool MoveNext()
        {
            if (++_position >= view._rows)
            {
                return false;
            }

            var bits = (ulong)(_position + 1) * 0x9E3779B97F4A7C15;
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            bits ^= bits >> 31;
            _group = (uint)bits;
            _label = (bits >> 62) == 0;
            _score = (((bits >> 32) & 0x3FFFFFF) / (float)0x4000000) - 0.8f + (0.6f * (_label ? 1 : 0));
            return true;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => true;

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)_position, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => (ValueGetter<TValue>)(column.Name switch
        {
            "Label" => (Delegate)(ValueGetter<bool>)((ref bool value) => value = _label),
            "PredictedLabel" => (ValueGetter<bool>)((ref bool value) => value = _score > 0),
            "Score" => (ValueGetter<float>)((ref float value) => value = _score),
            "Probability" => (ValueGetter<float>)((ref float value) => value = (1 + _score) / 2),
            "Weight" => (ValueGetter<float>)((ref float value) => value = 1 + (_group & 1)),
            "Sex" => (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> value) => value = s_sexTexts[Sex]),
            "Race" => (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> value) => value = s_raceTexts[Race]),
            _ => (ValueGetter<uint>)((ref uint value) => value = (uint)Race + 1),
        });
    }
}
