using System.CommandLine;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Cli.RulePacks;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai rules test: the tests inside packs, the two laws of every pack, and which mistakes no test would notice.</summary>
internal static class RulesTestCommand
{
    public static Command Create()
    {
        var paths = RulesCommand.Packs();
        var format = RulesCommand.Format("text", "json", "sarif", "github");
        var failOn = CommonOptions.FailOn();
        var rule = new Option<string[]>("--rule") { Description = "Only this rule, by id or slug; may stand several times", AllowMultipleArgumentsPerToken = false };
        var quick = new Option<bool>("--no-mutants") { Description = "Make no mistakes on purpose" };
        var (asOf, output) = (CommonOptions.AsOf(), CommonOptions.Output());
        var command = new Command("test", "Runs the tests inside rule packs, and says which mistakes in a condition no test would notice") { paths, format, failOn, rule, quick, asOf, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var configuration = parsed.InvocationConfiguration;
            var shelf = PackShelf.Of(parsed.GetValue(paths)!, CommonOptions.DayOf(parsed.GetValue(asOf)), ownOnly: true);
            string[] only = parsed.GetValue(rule) ?? [];
            if (only.FirstOrDefault(name => shelf.Library.Find(name) is null) is { } unknown)
            {
                await configuration.Error.WriteLineAsync(RulesCommand.NoRule(shelf.Library, unknown).AsMemory(), cancellation).ConfigureAwait(false);
                return ExitCode.Usage;
            }

            var report = PackProof.Of(shelf, !parsed.GetValue(quick), only);
            await CommonOptions.Write(IReportFormat.Named(parsed.GetValue(format)!)!.Write(report), parsed.GetValue(output), configuration.Output, cancellation).ConfigureAwait(false);
            return shelf.Packs.Any() && !report.Findings.Any(static finding => finding.Kind == FindingKind.NotAssessed)
                ? ExitCode.Of(report, CommonOptions.Level(parsed.GetValue(failOn)!))
                : ExitCode.NotAnalyzed;
        });
        return command;
    }
}
