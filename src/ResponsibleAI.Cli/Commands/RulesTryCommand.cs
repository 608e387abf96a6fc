using System.CommandLine;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Cli.RulePacks;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Rules.Explaining;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai rules try: one rule on one document, line by line.</summary>
internal static class RulesTryCommand
{
    public static Command Create()
    {
        var name = RulesCommand.Rule();
        var card = new Option<string>("--card")
        {
            Description = "The data card, model card or purpose register; the rai/ folder that it lies in is read too",
            Required = true,
            Validators =
            {
                static result =>
                {
                    if (result.Tokens is [var token] && !File.Exists(token.Value))
                        result.AddError($"'{token.Value}' does not exist");
                },
            },
        };
        var format = RulesCommand.Format("text", "json");
        var (asOf, output) = (CommonOptions.AsOf(), CommonOptions.Output());
        var command = new Command("try", "Says what a rule makes of a card, and which value decided each line of its condition") { name, card, format, asOf, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var configuration = parsed.InvocationConfiguration;
            var day = CommonOptions.DayOf(parsed.GetValue(asOf));
            var library = PackShelf.Around(parsed.GetValue(card)!, day, out var path);
            Task Say(string text) => configuration.Error.WriteLineAsync(text.AsMemory(), cancellation);
            if (library.Find(parsed.GetValue(name)!) is not { } found)
            {
                await Say(RulesCommand.NoRule(library, parsed.GetValue(name)!)).ConfigureAwait(false);
                return ExitCode.Usage;
            }

            foreach (var finding in library.FindingsOf(path).Where(static finding => finding.Severity == Severity.Error))
                await Say(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{finding.Location.Path}({finding.Location.Line},{finding.Location.Column}): {finding.Message}")).ConfigureAwait(false);
            var documents = library.Documents.Where(document => document.Path == path).ToList();
            if (documents.Find(document => document.Kind == found.Rule.About) is null)
            {
                await Say($"{found.Rule.Id} is about {RuleInWords.Noun(found.Rule.About)}; '{path}' {(documents.Count == 0 ? "cannot be read as one" : $"holds {RuleInWords.Noun(documents[0].Kind)}")}").ConfigureAwait(false);
                return documents.Count == 0 ? ExitCode.NotAnalyzed : ExitCode.Usage;
            }

            var tried = new TrialText(
                found.Rule,
                [.. documents.Where(document => document.Kind == found.Rule.About).Select(document => (document, RuleTrial.Of(found.Rule, document.Root, library.Tables, day)))],
                day);
            await CommonOptions.Write(parsed.GetValue(format) == "json" ? tried.Json() : tried.Text(), parsed.GetValue(output), configuration.Output, cancellation).ConfigureAwait(false);
            return ExitCode.Nothing;
        });
        return command;
    }
}
