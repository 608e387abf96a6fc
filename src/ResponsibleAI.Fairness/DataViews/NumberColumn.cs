using Microsoft.ML;
using Microsoft.ML.Data;

namespace ResponsibleAI.Fairness;

/// <summary>Reads a number column of any numeric type, or a boolean as 0 and 1; a missing key is NaN.</summary>
internal static class NumberColumn
{
    public static Func<double> Open(DataViewRow row, DataViewSchema.Column column)
    {
        var raw = column.Type.RawType;
        if (column.Type is KeyDataViewType)
        {
            return raw == typeof(byte) ? Typed<byte>(value => Key(value))
                : raw == typeof(ushort) ? Typed<ushort>(value => Key(value))
                : raw == typeof(uint) ? Typed<uint>(value => Key(value))
                : Typed<ulong>(Key);
        }

        return raw == typeof(float) ? Single(row.GetGetter<float>(column))
            : raw == typeof(double) ? Typed<double>(value => value)
            : raw == typeof(bool) ? Typed<bool>(value => value ? 1 : 0)
            : raw == typeof(sbyte) ? Typed<sbyte>(value => value)
            : raw == typeof(byte) ? Typed<byte>(value => value)
            : raw == typeof(short) ? Typed<short>(value => value)
            : raw == typeof(ushort) ? Typed<ushort>(value => value)
            : raw == typeof(int) ? Typed<int>(value => value)
            : raw == typeof(uint) ? Typed<uint>(value => value)
            : raw == typeof(long) ? Typed<long>(value => value)
            : raw == typeof(ulong) ? Typed<ulong>(value => value)
            : throw new ArgumentException($"Column '{column.Name}' is {column.Type}; a number is needed.");

        // What models write, so what is read most: widened without a call.
        static Func<double> Single(ValueGetter<float> getter)
        {
            var value = 0f;
            return () =>
            {
                getter(ref value);
                return value;
            };
        }

        // Zero is the missing key; the first value stands for 0.
        static double Key(ulong value) => value == 0 ? double.NaN : value - 1.0;

        Func<double> Typed<T>(Func<T, double> number)
        {
            var getter = row.GetGetter<T>(column);
            T value = default!;
            return () =>
            {
                getter(ref value);
                return number(value);
            };
        }
    }
}
