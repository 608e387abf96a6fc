using System.CommandLine;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Cli.RulePacks;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai rules explain: one rule in plain English.</summary>
internal static class RulesExplainCommand
{
    public static Command Create()
    {
        var name = RulesCommand.Rule();
        var packs = RulesCommand.PacksOption();
        var format = RulesCommand.Format("text", "json");
        var output = CommonOptions.Output();
        var command = new Command("explain", "Says in plain English what a rule asks, of whom, since when, on what it rests, with a card that fails it and one that passes") { name, packs, format, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var configuration = parsed.InvocationConfiguration;
            var library = PackShelf.Of(parsed.GetValue(packs) ?? [], CommonOptions.DayOf(null)).Library;
            if (library.Find(parsed.GetValue(name)!) is not { } found)
            {
                await configuration.Error.WriteLineAsync(RulesCommand.NoRule(library, parsed.GetValue(name)!).AsMemory(), cancellation).ConfigureAwait(false);
                return ExitCode.Usage;
            }

            var explanation = new RuleExplanation(found.Pack, found.Rule, library.Texts);
            await CommonOptions.Write(parsed.GetValue(format) == "json" ? explanation.Json() : explanation.Text(), parsed.GetValue(output), configuration.Output, cancellation).ConfigureAwait(false);
            return ExitCode.Nothing;
        });
        return command;
    }
}
