using System.Text;

namespace ResponsibleAI.Cli.Tables;

/// <summary>
/// Reads records of separated values (RFC 4180, any separator), one after another. Memory is bounded by the longest record, and that by a limit;
/// of each field only the beginning is kept.
/// </summary>
internal sealed class DelimitedRecords(TextReader text, char separator, bool ignoreQuotes)
{
    /// <summary>Characters of one field that are kept.</summary>
    public const int Kept = 256;

    private const int MostFields = 20_000;
    private const int LongestRecord = 4 << 20;
    private const char Quote = '"';

    private readonly char[] _buffer = new char[1 << 15];
    private readonly StringBuilder _field = new(Kept);
    private readonly List<string> _fields = [];
    private int _at;
    private int _filled;
    private long _line = 1;
    private long _column = 1;

    /// <summary>The fields of the record just read.</summary>
    public IReadOnlyList<string> Fields => _fields;

    /// <summary>The line on which the record just read begins; 1-based.</summary>
    public long Line { get; private set; }

    /// <summary>The first line on which text follows a closing quote; 0 when there is none.</summary>
    public long StrayTextLine { get; private set; }

    /// <summary>Passes over lines.</summary>
    public void Skip(int lines)
    {
        while (lines > 0 && Peek() is var next && next >= 0)
        {
            if (next == '\n')
                lines--;
            Take();
        }
    }

    /// <summary>Reads the next record, passing over empty lines; false at the end.</summary>
    public bool Next()
    {
        _fields.Clear();
        while (Peek() == '\n')
            Take();
        if (Peek() < 0)
            return false;
        Line = _line;
        var length = 0;
        do
        {
            Field(ref length);
            if (_fields.Count > MostFields)
                throw new UnreadableDataException($"A record has more than {MostFields} fields; this is hardly a table", _line, _column);
        }
        while (Take() == separator);
        return true;
    }

    private void Field(ref int length)
    {
        _field.Clear();
        while (Peek() == ' ' && separator != ' ')
            Keep(Take(), ref length);
        if (Peek() == Quote && !ignoreQuotes)
        {
            _field.Clear();
            Quoted(ref length);
        }

        while (Peek() is var next && next >= 0 && next != '\n' && next != separator)
            Keep(Take(), ref length);
        _fields.Add(_field.ToString().Trim());
    }

    private void Quoted(ref int length)
    {
        var (line, column) = (_line, _column);
        Take();
        while (true)
        {
            var next = Take();
            if (next < 0)
                throw new UnreadableDataException("The quote that opens here never closes. Close it, or say --no-quotes if quotes are text in this file", line, column);
            if (next == Quote && Peek() != Quote)
                break;
            if (next == Quote)
                Take();
            Keep(next, ref length, (line, column));
        }

        if (Peek() is var after && after >= 0 && after != '\n' && after != separator && StrayTextLine == 0)
            StrayTextLine = _line;
    }

    private void Keep(int character, ref int length, (long Line, long Column)? quote = null)
    {
        if (_field.Length < Kept)
            _field.Append((char)character);
        if (++length <= LongestRecord)
            return;
        var (line, column) = quote ?? (Line, 1);
        throw new UnreadableDataException(
            $"A record is longer than {LongestRecord >> 20} Mi characters. {(quote is null ? "The file may have no line breaks or another separator" : "The quote that opens here may never close; --no-quotes takes quotes for text")}", line, column);
    }

    private int Peek()
    {
        if (_at == _filled)
        {
            _filled = text.Read(_buffer);
            _at = 0;
            if (_filled == 0)
                return -1;
        }

        var next = _buffer[_at];
        if (next == '\0')
            throw new UnreadableDataException("Here stands a zero byte: this is no text file, or UTF-16 without its mark. Save it as UTF-8", _line, _column);
        return next == '\r' ? '\n' : next;
    }

    /// <summary>A carriage return with or without a line feed is one line feed.</summary>
    private int Take()
    {
        var next = Peek();
        if (next < 0)
            return next;
        var isReturn = _buffer[_at++] == '\r';
        if (next == '\n')
        {
            _line++;
            _column = 1;
            if (isReturn && Peek() == '\n' && _buffer[_at] == '\n')
                _at++;
        }
        else
        {
            _column++;
        }

        return next;
    }
}
