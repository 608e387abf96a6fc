using System.CommandLine;
using System.CommandLine.Parsing;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Cli.RulePacks;
using ResponsibleAI.Policy.Rules.Comparing;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai rules diff: what two versions of packs say otherwise.</summary>
internal static class RulesDiffCommand
{
    public static Command Create()
    {
        var old = new Argument<string>("old") { Description = "A rule pack, or a folder of them, as it was", Validators = { Exists } };
        var now = new Argument<string>("new") { Description = "The same as it is", Validators = { Exists } };
        var cards = new Option<string>("--cards") { Description = "A folder of cards: which of them come out otherwise", Validators = { Exists } };
        var format = RulesCommand.Format("text", "json");
        var (asOf, output) = (CommonOptions.AsOf(), CommonOptions.Output());
        var command = new Command("diff", "Says which rules got stricter, looser, new, gone or reworded, and which cards come out otherwise") { old, now, cards, format, asOf, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var day = CommonOptions.DayOf(parsed.GetValue(asOf));
            var folder = parsed.GetValue(cards);
            var before = PackShelf.Of([parsed.GetValue(old)!], day, documents: folder);
            var after = PackShelf.Of([parsed.GetValue(now)!], day, documents: folder);
            var changes = PackComparison.Of(before.Library, before.Packs, after.Library, after.Packs);
            var difference = new PackDifference(changes, folder is null ? [] : PackComparison.OnCards(changes, before.Library, after.Library, day), folder is not null);
            await CommonOptions.Write(parsed.GetValue(format) == "json" ? difference.Json() : difference.Text(), parsed.GetValue(output), parsed.InvocationConfiguration.Output, cancellation).ConfigureAwait(false);
            if (!before.Packs.Any() || !after.Packs.Any() || !before.IsWhole || !after.IsWhole)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync("not everything could be compared: a pack is missing or has rules that cannot be applied; rai rules lint says which".AsMemory(), cancellation).ConfigureAwait(false);
                return ExitCode.NotAnalyzed;
            }

            return difference.Loosens ? ExitCode.Found : ExitCode.Nothing;
        });
        return command;
    }

    private static void Exists(SymbolResult result)
    {
        if (result.Tokens is [var token] && !Directory.Exists(token.Value) && !File.Exists(token.Value))
            result.AddError($"'{token.Value}' does not exist");
    }
}
