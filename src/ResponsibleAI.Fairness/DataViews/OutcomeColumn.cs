namespace ResponsibleAI.Fairness;

/// <summary>Reads a column as favorable, unfavorable or missing.</summary>
internal sealed class OutcomeColumn
{
    private readonly CodedColumn _column;
    private readonly string _favorable;
    private bool?[] _byCode = [];

    public OutcomeColumn(CodedColumn column, Favorable favorable) =>
        (_column, _favorable, IsBoolean) = (column, favorable.Name, column is BooleanColumn);

    /// <summary>Whether the column can hold both outcomes by its type.</summary>
    public bool IsBoolean { get; }

    /// <summary>Whether a row had the favorable value.</summary>
    public bool SawFavorable => Array.IndexOf(_byCode, true) >= 0;

    public bool? IsFavorable()
    {
        var code = _column.Code();
        return code < _byCode.Length ? _byCode[code] : Add(code);
    }

    private bool? Add(int code)
    {
        var known = _byCode.Length;
        Array.Resize(ref _byCode, code + 1);
        for (; known <= code; known++)
        {
            var name = _column.Vocabulary.Name(known);
            _byCode[known] = name == Group.Missing ? null : name == _favorable;
        }

        return _byCode[code];
    }
}
