using System.Text;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Editing;

/// <summary>Changes of a text at places of its nodes; everything else keeps its bytes.</summary>
internal sealed class TextEdits
{
    private readonly string _text;
    private readonly List<int> _lineStarts = [0];
    private readonly List<(int Start, int End, string New)> _edits = [];

    public TextEdits(string text)
    {
        _text = text;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '\n' or '\u0085' or '\u2028' or '\u2029' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                _lineStarts.Add(at + 1);
        }

        NewLine = text.Contains("\r\n") ? "\r\n" : "\n";
    }

    /// <summary>The line break of the text.</summary>
    public string NewLine { get; }

    /// <summary>What stands at a place.</summary>
    public string At(SourceSpan place) => _text.Substring(Start(place), End(place) - Start(place));

    /// <summary>The blanks before the first other character of a line; 1-based.</summary>
    public string IndentOf(int line)
    {
        var start = _lineStarts[line - 1];
        var end = start;
        while (end < _text.Length && _text[end] == ' ')
            end++;
        return _text.Substring(start, end - start);
    }

    public void Replace(SourceSpan place, string with) => _edits.Add((Start(place), End(place), with));

    public void InsertAfter(SourceSpan place, string what) => _edits.Add((End(place), End(place), what));

    /// <summary>Adds a line below the one on which a place ends; a comment at the end of that line stays on it.</summary>
    public void AddLineBelow(SourceSpan place, string line)
    {
        var end = place.EndLine < _lineStarts.Count ? _lineStarts[place.EndLine] : _text.Length;
        var endsInBreak = end > 0 && _text[end - 1] is '\n' or '\r';
        _edits.Add((end, end, endsInBreak ? line + NewLine : NewLine + line));
    }

    /// <summary>The text with all changes; those at one place in the order in which they were made.</summary>
    public string Apply()
    {
        var result = new StringBuilder();
        var from = 0;
        foreach (var (start, end, with) in _edits.OrderBy(edit => edit.Start))
        {
            result.Append(_text, from, start - from).Append(with);
            from = end;
        }

        return result.Append(_text, from, _text.Length - from).ToString();
    }

    private int Start(SourceSpan place) => Offset(place.Line, place.Column);

    private int End(SourceSpan place) => Offset(place.EndLine, place.EndColumn);

    private int Offset(int line, int column) => Math.Min(_text.Length, _lineStarts[Math.Min(line, _lineStarts.Count) - 1] + column - 1);
}
