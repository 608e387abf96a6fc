using System.CommandLine;
using ResponsibleAI.Cli.Registry;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Inventories;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai registry: every data card, model card and purpose below folders, and who uses what.</summary>
internal static class RegistryCommand
{
    public static Command Create()
    {
        var folders = new Argument<string[]>("folders") { Description = "Repositories or folders of repositories; the current folder when not given", DefaultValueFactory = static _ => ["."] };
        folders.Validators.Add(static result =>
        {
            foreach (var token in result.Tokens.Where(static token => !Directory.Exists(token.Value)))
                result.AddError($"'{token.Value}' is no folder");
        });
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var map = new Option<string[]>("--map") { Description = "Output of rai map; tells which code loads what. May be repeated", AllowMultipleArgumentsPerToken = true };
        map.Validators.Add(static result =>
        {
            foreach (var token in result.Tokens.Where(static token => !File.Exists(token.Value)))
                result.AddError($"'{token.Value}' does not exist");
        });
        var (asOf, output) = (CommonOptions.AsOf(), CommonOptions.Output());
        var command = new Command("registry", "Lists every data card, model card and purpose with who uses what; names that nobody knows are findings") { folders, format, map, asOf, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var configuration = parsed.InvocationConfiguration;
            var code = new List<CodeUse>();
            var maps = parsed.GetValue(map) ?? [];
            foreach (var file in maps)
                if (Messages.Guard(configuration.Error, file, () => { code.AddRange(CodeUse.Read(file)); return ExitCode.Nothing; }) != ExitCode.Nothing)
                    return ExitCode.NotAnalyzed;
            var repositories = RegistryFiles.Below([.. parsed.GetValue(folders)!.Select(static folder => Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar))]);
            var inventory = Inventory.Of(repositories, CommonOptions.DayOf(parsed.GetValue(asOf)));
            var report = new RegistryReport(inventory, code, maps.Length > 0);
            await CommonOptions.Write(parsed.GetValue(format) == "json" ? report.Json() : report.Text(), parsed.GetValue(output), configuration.Output, cancellation).ConfigureAwait(false);
            return repositories.Count == 0 || inventory.Findings.Any(static finding => finding.Rule == PolicyRules.Unreadable) ? ExitCode.NotAnalyzed
                : inventory.Findings.Count > 0 ? ExitCode.Found
                : ExitCode.Nothing;
        });
        return command;
    }
}
