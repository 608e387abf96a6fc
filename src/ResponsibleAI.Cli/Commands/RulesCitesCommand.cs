using System.CommandLine;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Cli.RulePacks;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai rules cites: the citations of all rules as a table for a lawyer's review.</summary>
internal static class RulesCitesCommand
{
    public static Command Create()
    {
        var paths = RulesCommand.Packs();
        var format = RulesCommand.Format("csv", "json");
        var output = CommonOptions.Output();
        var command = new Command("cites", "Writes every citation of every rule with how it was checked, for a lawyer's review") { paths, format, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var shelf = PackShelf.Of(parsed.GetValue(paths)!, CommonOptions.DayOf(null));
            await CommonOptions.Write(parsed.GetValue(format) == "json" ? CitationTable.Json(shelf) : CitationTable.Csv(shelf), parsed.GetValue(output), parsed.InvocationConfiguration.Output, cancellation).ConfigureAwait(false);
            return shelf.Packs.Any() ? ExitCode.Nothing : ExitCode.NotAnalyzed;
        });
        return command;
    }
}
