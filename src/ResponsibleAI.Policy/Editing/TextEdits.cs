using System.Text;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Editing;

/// <summary>Changes of a text at places of its nodes; everything else keeps its bytes.</summary>
internal sealed class TextEdits
{
    private readonly string text;
    private readonly List<int> lineStarts = [0];
    private readonly List<(int Start, int End, string New)> edits = [];

    public TextEdits(string text)
    {
        this.text = text;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '\n' or '\u0085' or '\u2028' or '\u2029' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                lineStarts.Add(at + 1);
        }

        NewLine = text.Contains("\r\n") ? "\r\n" : "\n";
    }

    /// <summary>The line break of the text.</summary>
    public string NewLine { get; }

    /// <summary>What stands at a place.</summary>
    public string At(SourceSpan place) => text.Substring(Start(place), End(place) - Start(place));

    /// <summary>The blanks before the first other character of a line; 1-based.</summary>
    public string IndentOf(int line)
    {
        var start = lineStarts[line - 1];
        var end = start;
        while (end < text.Length && text[end] == ' ')
            end++;
        return text.Substring(start, end - start);
    }

    public void Replace(SourceSpan place, string with) => edits.Add((Start(place), End(place), with));

    public void InsertAfter(SourceSpan place, string what) => edits.Add((End(place), End(place), what));

    /// <summary>Adds a line below the one on which a place ends; a comment at the end of that line stays on it.</summary>
    public void AddLineBelow(SourceSpan place, string line)
    {
        var end = place.EndLine < lineStarts.Count ? lineStarts[place.EndLine] : text.Length;
        var endsInBreak = end > 0 && text[end - 1] is '\n' or '\r';
        edits.Add((end, end, endsInBreak ? line + NewLine : NewLine + line));
    }

    /// <summary>The text with all changes; those at one place in the order in which they were made.</summary>
    public string Apply()
    {
        var result = new StringBuilder();
        var from = 0;
        foreach (var (start, end, with) in edits.OrderBy(edit => edit.Start))
        {
            result.Append(text, from, start - from).Append(with);
            from = end;
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    private int Start(SourceSpan place) => Offset(place.Line, place.Column);

    private int End(SourceSpan place) => Offset(place.EndLine, place.EndColumn);

    private int Offset(int line, int column) => Math.Min(text.Length, lineStarts[Math.Min(line, lineStarts.Count) - 1] + column - 1);
}
