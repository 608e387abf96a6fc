using System.Runtime.InteropServices;
using Microsoft.ML;

namespace ResponsibleAI.Fairness;

/// <summary>A column of texts: finds a text seen before by its characters in an open hash table, without making a string.</summary>
internal sealed class TextColumn(ValueGetter<ReadOnlyMemory<char>> getter, Vocabulary vocabulary) : CodedColumn(vocabulary)
{
    private (string? Text, int Code)[] _slots = new (string?, int)[16];
    private int _used;
    private ReadOnlyMemory<char> _value;

    public override int Code()
    {
        getter(ref _value);
        var text = _value.Span;
        ref var slot = ref Slot(text);
        return slot.Text is null ? Add(text.ToString()) : slot.Code;
    }

    // Where the text is, or the free place where it belongs.
    private ref (string? Text, int Code) Slot(ReadOnlySpan<char> text)
    {
        for (var place = Hash(text); ; place++)
        {
            ref var slot = ref _slots[place & (uint)(_slots.Length - 1)];
            if (slot.Text is null || text.SequenceEqual(slot.Text.AsSpan()))
            {
                return ref slot;
            }
        }
    }

    private int Add(string text)
    {
        var code = Vocabulary.Code(text);
        if (2 * ++_used > _slots.Length)
        {
            var before = _slots;
            _slots = new (string?, int)[2 * before.Length];
            foreach (var slot in before.Where(slot => slot.Text is not null))
            {
                Slot(slot.Text.AsSpan()) = slot;
            }
        }

        Slot(text.AsSpan()) = (text, code);
        return code;
    }

    // Four characters at a time. The number of different texts is bounded, so nothing stronger is needed.
    private static uint Hash(ReadOnlySpan<char> text)
    {
        var mixed = (ulong)text.Length;
        unchecked
        {
            for (; text.Length >= 4; text = text.Slice(4))
            {
                mixed = (mixed ^ MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text))) * 0x9E3779B97F4A7C15;
                mixed ^= mixed >> 32;
            }

            foreach (var character in text)
            {
                mixed = (mixed ^ character) * 0x9E3779B97F4A7C15;
                mixed ^= mixed >> 32;
            }

            return (uint)mixed;
        }
    }
}
