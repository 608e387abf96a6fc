namespace ResponsibleAI.Fairness;

/// <summary>Reads a column as favorable, unfavorable or missing.</summary>
internal sealed class OutcomeColumn
{
    private readonly CodedColumn _column;
    private readonly BooleanColumn? _boolean;
    private readonly string _favorable;
    private readonly bool _favorableIsTrue;
    private bool?[] _byCode = [];

    public OutcomeColumn(CodedColumn column, Favorable favorable)
    {
        (_column, _boolean, _favorable, _favorableIsTrue) = (column, column as BooleanColumn, favorable.Name, favorable.Name == "true");
        if (IsBoolean && favorable.Name is not ("true" or "false"))
        {
            throw new ArgumentException($"Column '{column.Vocabulary.Column}' is boolean: the favorable value is true or false, not '{favorable}'.", nameof(favorable));
        }
    }

    /// <summary>Whether the column can hold both outcomes by its type.</summary>
    public bool IsBoolean => _boolean is not null;

    /// <summary>Whether a row had the favorable value.</summary>
    public bool SawFavorable => Array.IndexOf(_byCode, true) >= 0;

    public bool? IsFavorable()
    {
        if (_boolean is not null)
        {
            return _boolean.Value() == _favorableIsTrue;
        }

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
