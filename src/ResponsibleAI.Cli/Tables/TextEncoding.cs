using System.Globalization;
using System.Text;

namespace ResponsibleAI.Cli.Tables;

/// <summary>A file's bytes as text: by its byte-order mark, else as UTF-8; bytes that are none are read as Latin-1 and counted.</summary>
internal sealed class TextEncoding
{
    private readonly Stream _stream;
    private readonly Encoding _encoding;
    private readonly Latin1Fallback _fallback = new();
    private readonly int _mark;

    public TextEncoding(Stream stream)
    {
        _stream = stream;
        Span<byte> start = stackalloc byte[4];
        stream.Position = 0;
        var length = stream.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        (_encoding, _mark) = start[..length] switch
        {
            [0xFF, 0xFE, 0, 0] => (Encoding.UTF32, 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            [0xEF, 0xBB, 0xBF, ..] => (Utf8(), 3),
            _ => (Utf8(), 0),
        };
    }

    /// <summary>A sentence about bytes that are no UTF-8; null when there were none since the last opening.</summary>
    public string? Note => _fallback.Count == 0
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{_fallback.Count} bytes are no UTF-8; they were read as Latin-1, so letters with accents may be others. Save the file as UTF-8");

    /// <summary>Reads from the first character on; only one reader at a time.</summary>
    public StreamReader Open()
    {
        _fallback.Count = 0;
        _stream.Position = _mark;
        return new StreamReader(_stream, _encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16, leaveOpen: true);
    }

    private Encoding Utf8() => Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, _fallback);

    private sealed class Latin1Fallback : DecoderFallback
    {
        public long Count { get; set; }

        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

        private sealed class Buffer(Latin1Fallback owner) : DecoderFallbackBuffer
        {
            private byte[] _bytes = [];
            private int _next;

            public override int Remaining => _bytes.Length - _next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                owner.Count += bytesUnknown.Length;
                (_bytes, _next) = (bytesUnknown, 0);
                return bytesUnknown.Length > 0;
            }

            public override char GetNextChar() => _next < _bytes.Length ? (char)_bytes[_next++] : '\0';

            public override bool MovePrevious()
            {
                if (_next == 0)
                    return false;
                _next--;
                return true;
            }

            public override void Reset() => (_bytes, _next) = ([], 0);
        }
    }
}
