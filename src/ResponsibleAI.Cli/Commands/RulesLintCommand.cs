using System.CommandLine;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Cli.RulePacks;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai rules lint: everything that is wrong with packs, with place, what was meant and the way out.</summary>
internal static class RulesLintCommand
{
    public static Command Create()
    {
        var paths = RulesCommand.Packs();
        var format = RulesCommand.Format("text", "json", "sarif", "github");
        var failOn = CommonOptions.FailOn();
        var (asOf, output) = (CommonOptions.AsOf(), CommonOptions.Output());
        var command = new Command("lint", "Says what is wrong with rule packs: where, what was meant, the way out") { paths, format, failOn, asOf, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var configuration = parsed.InvocationConfiguration;
            var shelf = PackShelf.Of(parsed.GetValue(paths)!, CommonOptions.DayOf(parsed.GetValue(asOf)), ownOnly: true);
            var report = PackLint.Of(shelf);
            await CommonOptions.Write(IReportFormat.Named(parsed.GetValue(format)!)!.Write(report), parsed.GetValue(output), configuration.Output, cancellation).ConfigureAwait(false);
            return shelf.Files.Any() && !report.Findings.Any(static finding => finding.Rule == PolicyRules.Unreadable)
                ? ExitCode.Of(report, CommonOptions.Level(parsed.GetValue(failOn)!))
                : ExitCode.NotAnalyzed;
        });
        return command;
    }
}
