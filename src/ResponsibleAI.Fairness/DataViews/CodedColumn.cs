using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace ResponsibleAI.Fairness;

/// <summary>A column whose values are few: reads the current row's value as a code of a vocabulary, without allocating for a value seen before.</summary>
internal abstract class CodedColumn
{
    private protected CodedColumn(Vocabulary vocabulary) => Vocabulary = vocabulary;

    public Vocabulary Vocabulary { get; }

    public abstract int Code();

    /// <summary>The value's name; null for a missing one.</summary>
    public string? Text()
    {
        var name = Vocabulary.Name(Code());
        return name == Group.Missing ? null : name;
    }

    public static CodedColumn Open(DataViewRow row, DataViewSchema.Column column, Vocabulary vocabulary)
    {
        var raw = column.Type.RawType;
        if (column.Type is KeyDataViewType)
        {
            var names = KeyNames(column);
            return raw == typeof(byte) ? Key<byte>(key => key)
                : raw == typeof(ushort) ? Key<ushort>(key => key)
                : raw == typeof(uint) ? Key<uint>(key => key)
                : Key<ulong>(key => key);

            CodedColumn Key<T>(Func<T, ulong> number)
                where T : notnull =>
                Typed<T>(key => number(key) is 0 ? null : number(key) <= (ulong)names.Length ? names[number(key) - 1] : Written(number(key)));
        }

        return raw == typeof(bool) ? new BooleanColumn(row.GetGetter<bool>(column), vocabulary)
            : raw == typeof(ReadOnlyMemory<char>) ? new TextColumn(row.GetGetter<ReadOnlyMemory<char>>(column), vocabulary)
            : raw == typeof(float) ? Typed<float>(value => float.IsNaN(value) ? null : Written(value))
            : raw == typeof(double) ? Typed<double>(value => double.IsNaN(value) ? null : Written(value))
            : raw == typeof(sbyte) ? Typed<sbyte>(value => Written(value))
            : raw == typeof(byte) ? Typed<byte>(value => Written(value))
            : raw == typeof(short) ? Typed<short>(value => Written(value))
            : raw == typeof(ushort) ? Typed<ushort>(value => Written(value))
            : raw == typeof(int) ? Typed<int>(value => Written(value))
            : raw == typeof(uint) ? Typed<uint>(value => Written(value))
            : raw == typeof(long) ? Typed<long>(value => Written(value))
            : raw == typeof(ulong) ? Typed<ulong>(value => Written(value))
            : throw new ArgumentException($"Column '{column.Name}' is {column.Type}; groups and classes are read from text, key, boolean and number columns.");

        CodedColumn Typed<T>(Func<T, string?> name)
            where T : notnull =>
            new CodedColumn<T>(row.GetGetter<T>(column), vocabulary, name);
    }

    private static string Written<T>(T value)
        where T : IFormattable =>
        value.ToString(value is float or double ? "R" : null, CultureInfo.InvariantCulture);

    private static string[] KeyNames(DataViewSchema.Column column)
    {
        if (column.Annotations.Schema.GetColumnOrNull("KeyValues") is not { Type: VectorDataViewType { ItemType: TextDataViewType } })
        {
            return [];
        }

        VBuffer<ReadOnlyMemory<char>> names = default;
        column.Annotations.GetValue("KeyValues", ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }
}

/// <summary>A column of booleans: no look-up is needed.</summary>
internal sealed class BooleanColumn(ValueGetter<bool> getter, Vocabulary vocabulary) : CodedColumn(vocabulary)
{
    private readonly int[] _codes = [-1, -1];
    private bool _value;

    public bool Value()
    {
        getter(ref _value);
        return _value;
    }

    public override int Code()
    {
        ref var code = ref _codes[Value() ? 1 : 0];
        return code >= 0 ? code : code = Vocabulary.Code(_value ? "true" : "false");
    }
}

/// <summary>A column of one type.</summary>
internal sealed class CodedColumn<T>(ValueGetter<T> getter, Vocabulary vocabulary, Func<T, string?> name) : CodedColumn(vocabulary)
    where T : notnull
{
    private readonly Dictionary<T, int> _codes = [];
    private T _value = default!;

    public override int Code()
    {
        getter(ref _value);
        if (!_codes.TryGetValue(_value, out var code))
        {
            code = Vocabulary.Code(name(_value));
            _codes.Add(_value, code);
        }

        return code;
    }
}
