using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ResponsibleAI.Cli.Analysis;
using ResponsibleAI.Cli.Projects;
using ResponsibleAI.Cli.Reports;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai check: the analyzers and the card rules outside a build.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var path = CommonOptions.Path("A folder, .sln, .slnx, .csproj or .cs file");
        var format = new Option<string>("--format") { Description = "text, json, sarif or github", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif", "github");
        var failOn = CommonOptions.FailOn();
        var each = new Option<bool>("--each") { Description = "Take each folder directly below as a repository of its own; writes JSON with counts by rule" };
        var (load, asOf, output, quiet) = (CommonOptions.Load(), CommonOptions.AsOf(), CommonOptions.Output(), CommonOptions.Quiet());
        var command = new Command("check", "Runs the analyzers and the card rules outside a build") { path, format, failOn, each, load, asOf, output, quiet };
        command.SetAction(async (parsed, cancellation) =>
        {
            var configuration = parsed.InvocationConfiguration;
            var target = Path.GetFullPath(parsed.GetValue(path)!);
            var progress = parsed.GetValue(quiet) ? null : new ProgressLine(configuration.Error);
            var reports = new List<(string Name, CheckReport Report)>();
            foreach (var one in parsed.GetValue(each) ? Folders.Below(target) : [target])
            {
                var watch = Stopwatch.StartNew();
                var report = CheckReport.Of(await RepositoryAnalysis.Of(new CheckRequest(one, CommonOptions.DayOf(parsed.GetValue(asOf)), parsed.GetValue(load)), progress is null ? null : progress.Show, cancellation).ConfigureAwait(false));
                reports.Add((Path.GetFileName(one), report));
                progress?.End();
                if (parsed.GetValue(each))
                    progress?.Say(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(one)}: {watch.Elapsed.TotalSeconds:F1} s. {TextFormat.Summary(report)}"));
            }

            var text = parsed.GetValue(each) ? CorpusFormat.Write(reports) : IReportFormat.Named(parsed.GetValue(format)!)!.Write(reports[0].Report);
            await CommonOptions.Write(text, parsed.GetValue(output), configuration.Output, cancellation).ConfigureAwait(false);
            return reports.Select(report => ExitCode.Of(report.Report, CommonOptions.Level(parsed.GetValue(failOn)!))).DefaultIfEmpty(ExitCode.NotAnalyzed).Max();
        });
        return command;
    }
}
