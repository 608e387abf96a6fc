using System.Text;
using ResponsibleAI.Policy.Rules.Explaining;

namespace ResponsibleAI.Cli.RulePacks;

/// <summary>Lines below lines, as plain text.</summary>
internal static class Outline
{
    private const int Width = 110;

    public static void Append(StringBuilder text, Clause clause, int depth = 1)
    {
        Wrapped(text, new string(' ', depth * 2) + "- ", clause.Text);
        foreach (var part in clause.Parts)
            Append(text, part, depth + 1);
    }

    /// <summary>A paragraph behind a mark; its other lines stand below its first word.</summary>
    public static void Wrapped(StringBuilder text, string mark, string paragraph)
    {
        text.Append(mark);
        var column = mark.Length;
        foreach (var word in paragraph.Split(' '))
        {
            if (column > mark.Length && column + 1 + word.Length > Width)
            {
                text.Append('\n').Append(' ', mark.Length);
                column = mark.Length;
            }
            else if (column > mark.Length)
            {
                text.Append(' ');
                column++;
            }

            text.Append(word);
            column += word.Length;
        }

        text.Append('\n');
    }
}
