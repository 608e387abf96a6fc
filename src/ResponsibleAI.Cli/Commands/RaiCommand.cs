using System.CommandLine;
using System.CommandLine.Completions;
using System.Text;
using ResponsibleAI.Cli.Reports;

namespace ResponsibleAI.Cli.Commands;

/// <summary>The command line.</summary>
internal static class RaiCommand
{
    /// <summary>Runs a command line; results go to output, progress and mistakes to error.</summary>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error)
    {
        if (ReferenceEquals(output, Console.Out))
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            output = Console.Out;
        }

        var root = new RootCommand("Checks, maps and explains what training code does with data. It finds contradictions; it never says that there are none to find.");
        root.Subcommands.Add(CheckCommand.Create());
        root.Subcommands.Add(MapCommand.Create());
        root.Subcommands.Add(ExplainCommand.Create());
        root.Subcommands.Add(InitCommand.Create());
        root.Subcommands.Add(CardCommand.Create());
        root.Subcommands.Add(RegistryCommand.Create());
        root.Subcommands.Add(RulesCommand.Create());
        root.Subcommands.Add(SchemaCommand.Create());
        root.Subcommands.Add(CompletionCommand.Create());
        var parsed = root.Parse(args);
        var asksForWords = root.Directives.OfType<SuggestDirective>().Any(directive => parsed.GetResult(directive) is not null);
        if (parsed.Errors.Count > 0 && !asksForWords)
        {
            foreach (var problem in parsed.Errors)
                await error.WriteLineAsync(problem.Message).ConfigureAwait(false);
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error }).ConfigureAwait(false);
    }
}
