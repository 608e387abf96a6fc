using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML;

namespace ResponsibleAI.Fairness;

/// <summary>A column of texts: finds a text seen before by its characters in an open hash table, without making a string.</summary>
internal sealed class TextColumn(ValueGetter<ReadOnlyMemory<char>> getter, Vocabulary vocabulary) : CodedColumn(vocabulary)
{
    private Slot[] _slots = new Slot[64];
    private int _used;
    private ReadOnlyMemory<char> _value;

    public override int Code()
    {
        getter(ref _value);
        var text = _value.Span;
        var ends = new Ends(text);
        ref var slot = ref Find(text, ends);
        return slot.Text is null ? Add(_value.ToString(), ends) : slot.Code;
    }

    // Where the text is, or the free place where it belongs.
    private ref Slot Find(ReadOnlySpan<char> text, Ends ends)
    {
        for (var place = ends.Hash(text); ; place++)
        {
            ref var slot = ref _slots[place & (uint)(_slots.Length - 1)];
            if ((slot.Ends.Equals(ends) && (text.Length <= Ends.Whole || text.SequenceEqual(slot.Text.AsSpan()))) || slot.Text is null)
            {
                return ref slot;
            }
        }
    }

    private int Add(string text, Ends ends)
    {
        var code = Vocabulary.Code(text);
        if (4 * ++_used > _slots.Length)
        {
            var before = _slots;
            _slots = new Slot[2 * before.Length];
            foreach (var slot in before.Where(slot => slot.Text is not null))
            {
                Find(slot.Text.AsSpan(), slot.Ends) = slot;
            }
        }

        Find(text.AsSpan(), ends) = new Slot(text, code, ends);
        return code;
    }

    private readonly struct Slot(string text, int code, Ends ends)
    {
        public readonly string? Text = text;
        public readonly int Code = code;
        public readonly Ends Ends = ends;
    }

    /// <summary>
    /// The first and the last four characters, which may overlap, and the length. Up to eight characters that is the whole text, and nothing is done
    /// a number of times that depends on the length: a processor would guess it wrong at every other row.
    /// </summary>
    private readonly struct Ends
    {
        public const int Whole = 8;
        private const ulong Odd = 0x9E3779B97F4A7C15;
        private readonly ulong _first;
        private readonly ulong _last;
        private readonly int _length;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Ends(ReadOnlySpan<char> text)
        {
            _length = text.Length;
            if (text.Length >= 4)
            {
                (_first, _last) = (Four(text, 0), Four(text, text.Length - 4));
            }
            else
            {
                foreach (var character in text)
                {
                    _first = (_first << 16) | character;
                }
            }
        }

        public bool Equals(Ends other) => _first == other._first && _last == other._last && _length == other._length;

        // The number of different texts is bounded, so nothing stronger is needed.
        public uint Hash(ReadOnlySpan<char> text)
        {
            unchecked
            {
                var mixed = (_first * Odd) ^ _last ^ (ulong)_length;
                for (var at = 4; at < text.Length - 4; at += 4)
                {
                    mixed = (mixed * Odd) ^ (mixed >> 32) ^ Four(text, at);
                }

                return (uint)((mixed * Odd) >> 32);
            }
        }

        private static ulong Four(ReadOnlySpan<char> text, int at) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text.Slice(at, 4)));
    }
}
