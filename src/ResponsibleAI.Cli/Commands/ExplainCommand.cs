using System.CommandLine;
using System.Globalization;
using ResponsibleAI.Cli.Analysis;
using ResponsibleAI.Cli.Explaining;
using ResponsibleAI.Cli.Reports;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai explain: what was recognized at a line, and why a rule is silent there.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var place = new Argument<string>("place") { Description = "<file>:<line>" };
        place.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && Parse(token.Value) is null)
                result.AddError($"'{token.Value}' is no <file>:<line> of a C# file that exists");
        });
        var (load, asOf) = (CommonOptions.Load(), CommonOptions.AsOf());
        var command = new Command("explain", "Says what was recognized at a line, by which layer and word, the way of its columns, and why a rule is silent") { place, load, asOf };
        command.SetAction(async (parsed, cancellation) =>
        {
            var configuration = parsed.InvocationConfiguration;
            var (file, line) = Parse(parsed.GetValue(place)!)!.Value;
            var analysis = await RepositoryAnalysis.Of(new CheckRequest(file, CommonOptions.DayOf(parsed.GetValue(asOf)), parsed.GetValue(load)), null, cancellation).ConfigureAwait(false);
            foreach (var project in analysis.Projects)
            {
                foreach (var failure in project.Failures)
                    await configuration.Error.WriteLineAsync(failure.AsMemory(), cancellation).ConfigureAwait(false);
                if (Explanation.Of(project, analysis.Repository, file, line) is { } text)
                {
                    await configuration.Output.WriteAsync(text.AsMemory(), cancellation).ConfigureAwait(false);
                    return project.Failures.Count > 0 ? ExitCode.NotAnalyzed : ExitCode.Nothing;
                }
            }

            await configuration.Error.WriteLineAsync("no project compiles this file".AsMemory(), cancellation).ConfigureAwait(false);
            return ExitCode.NotAnalyzed;
        });
        return command;
    }

    private static (string File, int Line)? Parse(string place)
    {
        var colon = place.LastIndexOf(':');
        return colon > 0 && int.TryParse(place.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0
            && place[..colon] is var file && file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && File.Exists(file)
            ? (Path.GetFullPath(file), line)
            : null;
    }
}
