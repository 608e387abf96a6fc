using System.CommandLine;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Cli.RulePacks;
using Spectre.Console;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai rules list: all rules in one line each, or those that something falls due for.</summary>
internal static class RulesListCommand
{
    public static Command Create()
    {
        var paths = RulesCommand.Packs();
        var due = new Option<int?>("--due") { Description = "Only rules that begin or end to apply, or whose pack must be looked at again, within so many days" };
        due.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var days) && days is >= 0 and <= 36_500))
                result.AddError($"'{token.Value}' is no number of days");
        });
        var format = RulesCommand.Format("text", "json");
        var (asOf, output) = (CommonOptions.AsOf(), CommonOptions.Output());
        var command = new Command("list", "Lists rules, or those that something falls due for") { paths, due, format, asOf, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var to = parsed.InvocationConfiguration.Output;
            var day = CommonOptions.DayOf(parsed.GetValue(asOf));
            var shelf = PackShelf.Of(parsed.GetValue(paths)!, day);
            var list = new RuleList(shelf, day, parsed.GetValue(due));
            if (parsed.GetValue(format) == "text" && parsed.GetValue(output) is null && ReferenceEquals(to, Console.Out) && !Console.IsOutputRedirected)
                list.Show(AnsiConsole.Console);
            else
                await CommonOptions.Write(parsed.GetValue(format) == "json" ? list.Json() : list.Text(), parsed.GetValue(output), to, cancellation).ConfigureAwait(false);
            return shelf.Packs.Any() ? ExitCode.Nothing : ExitCode.NotAnalyzed;
        });
        return command;
    }
}
