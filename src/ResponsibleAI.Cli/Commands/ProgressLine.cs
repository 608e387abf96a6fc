using ResponsibleAI.Cli.Analysis;
using Spectre.Console;

namespace ResponsibleAI.Cli.Commands;

/// <summary>Shows on standard error where a run is: one line that changes on a terminal, one line for each project elsewhere.</summary>
internal sealed class ProgressLine
{
    private readonly IAnsiConsole _console;
    private readonly bool _isTerminal;

    public ProgressLine(TextWriter error)
    {
        _isTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(error),
            Ansi = _isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = _isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!_isTerminal)
            _console.Profile.Width = int.MaxValue; // never break a line that a program reads
    }

    public void Show(Step step) => Line($"[[{step.Number}/{step.Count}]] {(step.IsLoading ? "loading " : "")}{Markup.Escape(step.Project)}");

    public void Say(string text) => _console.MarkupLineInterpolated($"{text}");

    public void End()
    {
        if (_isTerminal)
            _console.Write(new ControlCode("\r\u001b[2K"));
    }

    private void Line(string markup)
    {
        if (!_isTerminal)
        {
            _console.MarkupLine(markup);
            return;
        }

        _console.Write(new ControlCode("\r\u001b[2K"));
        _console.Markup(markup);
    }
}
