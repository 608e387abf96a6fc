using System.Globalization;
using System.Text;

namespace ResponsibleAI.Fairness;

/// <summary>
/// Writes indented JSON. System.Text.Json would be a second dependency on netstandard2.0; evidence needs objects, lists, texts and numbers only.
/// Numbers have twelve significant digits, so that the last bit of a platform's logarithm does not change the bytes.
/// </summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _first = true;

    public JsonText Object(string? name, Action content) => Nest(name, '{', content, '}');

    public JsonText List(string? name, Action content) => Nest(name, '[', content, ']');

    public JsonText Value(string? name, string? value)
    {
        Start(name);
        if (value is null)
        {
            _text.Append("null");
        }
        else
        {
            Quote(value);
        }

        return this;
    }

    public JsonText Value(string? name, double? value) => Literal(name, value is { } number && RowDefect.IsFinite(number) ? (number == 0 ? 0 : number).ToString("G12", CultureInfo.InvariantCulture) : "null");

    public JsonText Value(string? name, long value) => Literal(name, value.ToString(CultureInfo.InvariantCulture));

    public JsonText Value(string? name, bool value) => Literal(name, value ? "true" : "false");

    public override string ToString() => _text.ToString() + "\n";

    private JsonText Literal(string? name, string literal)
    {
        Start(name);
        _text.Append(literal);
        return this;
    }

    private JsonText Nest(string? name, char open, Action content, char close)
    {
        Start(name);
        _text.Append(open);
        (_depth, _first) = (_depth + 1, true);
        content();
        _depth--;
        if (!_first)
        {
            NewLine();
        }

        _text.Append(close);
        _first = false;
        return this;
    }

    private void Start(string? name)
    {
        if (!_first)
        {
            _text.Append(',');
        }

        if (_depth > 0)
        {
            NewLine();
        }

        _first = false;
        if (name is not null)
        {
            Quote(name);
            _text.Append(": ");
        }
    }

    private void NewLine() => _text.Append('\n').Append(' ', 2 * _depth);

    private void Quote(string value)
    {
        _text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var character = value[i];
            if (character is '"' or '\\')
            {
                _text.Append('\\').Append(character);
            }
            else if (character < ' ' || character is '<' or '>' or '&' || (char.IsSurrogate(character) && !Paired(value, i)) || character is '\u007f' or '\u2028' or '\u2029')
            {
                // Markup is escaped too: evidence ends up in HTML reports.
                _text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                _text.Append(character);
            }
        }

        _text.Append('"');
    }

    private static bool Paired(string value, int i) => char.IsHighSurrogate(value[i])
        ? i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])
        : i > 0 && char.IsHighSurrogate(value[i - 1]);
}
