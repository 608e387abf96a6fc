using System.CommandLine;
using System.Text;
using ResponsibleAI.Cli.Cards;
using ResponsibleAI.Cli.Policies;
using ResponsibleAI.Cli.Projects;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Policy.Editing;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai card update: hashes, rows and new columns of the data files into the card.</summary>
internal static class CardUpdateCommand
{
    public static Command Create()
    {
        var card = new Argument<string[]>("cards") { Description = "Data cards", Arity = ArgumentArity.OneOrMore };
        card.Validators.Add(static result =>
        {
            foreach (var token in result.Tokens.Where(static token => !File.Exists(token.Value)))
                result.AddError($"'{token.Value}' is no file");
        });
        var check = new Option<bool>("--check") { Description = "Change nothing; exit code 1 when a card is not up to date" };
        var (header, noQuotes, skip) = CardNewCommand.ReadingOptions();
        var command = new Command("update", "Brings hashes, rows and columns of cards up to date with their files; comments, order and layout stay") { card, check, header, noQuotes, skip };
        command.SetAction((parsed, _) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var hints = CardNewCommand.Hints(parsed.GetValue(header), parsed.GetValue(noQuotes), parsed.GetValue(skip));
            return Task.FromResult(parsed.GetValue(card)!.Select(file => Messages.Guard(error, file, () => Update(file, parsed.GetValue(check), hints, output, error))).Max());
        });
        return command;
    }

    private static int Update(string file, bool onlyCheck, Tables.ReadingHints hints, TextWriter output, TextWriter error)
    {
        var path = Path.GetFullPath(file);
        var folder = Path.GetDirectoryName(path)!;
        var root = PolicyOfFolder.RootFor(folder) ?? Folders.AtOrAbove(folder, static at => Directory.Exists(Path.Combine(at, "rai"))) ?? new Repository(path).Root;
        var text = Encoding.UTF8.GetString(File.ReadAllBytes(path)); // with its byte-order mark
        var files = new CardFiles(root, new ColumnReader(new PolicyOfFolder(CommonOptions.DayOf(null)).For(root)), hints);
        var result = CardUpdate.Of(file, text, [.. CardUpdate.FilesOf(text).Select(files.Measure)]);
        foreach (var finding in result.Findings)
            error.WriteLine(Messages.Of(finding));
        if (result.Findings.Count > 0)
            return ExitCode.NotAnalyzed;
        var isCurrent = result.Changes.Count == 0 && result.Left.Count == 0;
        output.WriteLine($"{file}: {(isCurrent ? "up to date with its files" : onlyCheck ? "not up to date with its files" : result.Changes.Count == 0 ? "nothing to write" : "updated")}");
        foreach (var change in result.Changes)
            output.WriteLine($"  {change}");
        foreach (var left in result.Left)
            output.WriteLine($"  for you to answer: {left}");
        if (onlyCheck)
            return isCurrent ? ExitCode.Nothing : ExitCode.Found;
        if (result.Changes.Count > 0)
            File.WriteAllText(path, result.Text);
        return ExitCode.Nothing;
    }
}
