using System.CommandLine;
using System.Globalization;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Cli.RulePacks;
using ResponsibleAI.Cli.RulePacks.Site;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai rules docs: the rules as a site that opens from a folder.</summary>
internal static class RulesDocsCommand
{
    public static Command Create()
    {
        var paths = RulesCommand.Packs();
        var folder = new Option<string>("--output", "-o") { Description = "Folder to write to; files of the same names are replaced", Required = true };
        var asOf = new Option<string>("--as-of") { Description = "Date that the pages are seen from, yyyy-MM-dd; the packs' own state of the law when not given", Validators = { CommonOptions.IsDate } };
        var command = new Command("docs", "Writes the rules as HTML pages: by law and article, coverage, dates, how far citations were checked") { paths, folder, asOf };
        command.SetAction(async (parsed, cancellation) =>
        {
            var date = parsed.GetValue(asOf);
            var shelf = PackShelf.Of(parsed.GetValue(paths)!, CommonOptions.DayOf(date));
            if (!shelf.Packs.Any())
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync("no rule pack was found".AsMemory(), cancellation).ConfigureAwait(false);
                return ExitCode.NotAnalyzed;
            }

            var to = Directory.CreateDirectory(parsed.GetValue(folder)!).FullName;
            var pages = 0;
            foreach (var page in new RuleSite(shelf, date is null ? null : CommonOptions.DayOf(date)).Pages())
            {
                await File.WriteAllTextAsync(Path.Combine(to, page.File), page.ToString(), cancellation).ConfigureAwait(false);
                pages++;
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{pages} pages; open {Path.Combine(parsed.GetValue(folder)!, "index.html")}").AsMemory(), cancellation).ConfigureAwait(false);
            return ExitCode.Nothing;
        });
        return command;
    }
}
