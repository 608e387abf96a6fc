using System.CommandLine;
using ResponsibleAI.Cli.Analysis;
using ResponsibleAI.Cli.Mapping;
using ResponsibleAI.Cli.Reports;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai map: the data map as JSON.</summary>
internal static class MapCommand
{
    public static Command Create()
    {
        var path = CommonOptions.Path("A folder, .sln, .slnx, .csproj or .cs file");
        var (load, asOf, output, quiet) = (CommonOptions.Load(), CommonOptions.AsOf(), CommonOptions.Output(), CommonOptions.Quiet());
        var command = new Command("map", "Writes row types, dataset loads and models as JSON (docs/schema/map.schema.json)") { path, load, asOf, output, quiet };
        command.SetAction(async (parsed, cancellation) =>
        {
            var configuration = parsed.InvocationConfiguration;
            var progress = parsed.GetValue(quiet) ? null : new ProgressLine(configuration.Error);
            var request = new CheckRequest(Path.GetFullPath(parsed.GetValue(path)!), CommonOptions.DayOf(parsed.GetValue(asOf)), parsed.GetValue(load));
            var analysis = await RepositoryAnalysis.Of(request, progress is null ? null : progress.Show, cancellation).ConfigureAwait(false);
            progress?.End();
            var map = DataMap.Of([.. analysis.Projects.Select(project => new ProjectMap(project, analysis.Repository).Draw())]);
            await CommonOptions.Write(MapJson.Write(map), parsed.GetValue(output), configuration.Output, cancellation).ConfigureAwait(false);
            return analysis.Projects.Count == 0 || analysis.Projects.Any(static project => project.Failures.Count > 0) ? ExitCode.NotAnalyzed : ExitCode.Nothing;
        });
        return command;
    }
}
