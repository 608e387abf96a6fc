namespace ResponsibleAI.Fairness;

/// <summary>Reads a column as favorable, unfavorable or missing.</summary>
internal sealed class OutcomeColumn
{
    private readonly CodedColumn _column;
    private readonly string _favorable;
    private readonly List<bool?> _byCode = [];

    public OutcomeColumn(CodedColumn column, Favorable favorable) =>
        (_column, _favorable, IsBoolean) = (column, favorable.Name, column is BooleanColumn);

    /// <summary>Whether the column can hold both outcomes by its type.</summary>
    public bool IsBoolean { get; }

    /// <summary>Whether a row had the favorable value.</summary>
    public bool SawFavorable => _byCode.Contains(true);

    public bool? IsFavorable()
    {
        var code = _column.Code();
        while (_byCode.Count <= code)
        {
            var name = _column.Vocabulary.Name(_byCode.Count);
            _byCode.Add(name == Group.Missing ? null : name == _favorable);
        }

        return _byCode[code];
    }
}
