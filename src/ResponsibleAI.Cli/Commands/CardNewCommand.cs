using System.CommandLine;
using System.Globalization;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Cli.Cards;
using ResponsibleAI.Cli.Policies;
using ResponsibleAI.Cli.Projects;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Cli.Tables;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai card new: a data card for a data file.</summary>
internal static class CardNewCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("data file") { Description = "CSV, TSV, JSON lines or Parquet" };
        CommonOptions.MustExist(file);
        var id = new Option<string?>("--id") { Description = "Id of the card; the file's name when not given" };
        CommonOptions.MustBeId(id);
        var output = new Option<string?>("--output", "-o") { Description = "File to write; rai/cards/<id>.datacard.yaml when not given, - for standard output" };
        var force = CommonOptions.Force();
        var (header, noQuotes, skip) = ReadingOptions();
        var command = new Command("new", "Writes a card with the columns, types, rows and hash of a data file, and suggestions to be confirmed") { file, id, output, force, header, noQuotes, skip };
        command.SetAction((parsed, _) =>
        {
            var (standard, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            var root = PolicyOfFolder.RootFor(Path.GetDirectoryName(path)!) ?? new Repository(path).Root;
            return Task.FromResult(Messages.Guard(error, parsed.GetValue(file)!, () =>
            {
                var policy = new PolicyOfFolder(CommonOptions.DayOf(null)).For(root);
                var card = NewCard.Of(path, root, policy, parsed.GetValue(id), Hints(parsed.GetValue(header), parsed.GetValue(noQuotes), parsed.GetValue(skip)));
                var to = parsed.GetValue(output) ?? Path.Combine(root, "rai", "cards", card.Id + ".datacard.yaml");
                if (to == "-")
                {
                    standard.Write(card.Text);
                }
                else if (!NewFile.TryWrite(Path.GetFullPath(to), card.Text, parsed.GetValue(force)))
                {
                    error.WriteLine($"{to} is there already. --force replaces it; rai card update keeps what was written");
                    return ExitCode.Usage;
                }

                var told = to == "-" ? error : standard;
                Tell(card, to, told);
                return ExitCode.Nothing;
            }));
        });
        return command;
    }

    /// <summary>What was read, and what is left to a person.</summary>
    public static void Tell(NewCard card, string to, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(to == "-" ? "card" : to)}: {Messages.Number(card.Table.Columns.Count, "column")}, {Messages.Number(card.Table.Rows, "row")}, {card.Table.Bytes} bytes"));
        foreach (var note in card.Table.Notes)
            output.WriteLine($"  note: {note}");
        if (card.Row.Known is { Dataset: var known })
            output.WriteLine($"  By its columns this is {known.Title}. What was published about it ({known.Source}, read: {known.Read}) is in the card, to be confirmed.");
        var suggested = card.Row.Columns.Where((column, at) => column.Personal is { Layer: not DecidingLayer.RowSubject } && card.Row.Known?.Columns[at] is null).Count();
        if (suggested > 0)
            output.WriteLine($"  {Messages.Number(suggested, "column")} with a suggested data category; a suggestion is no statement until somebody confirms it.");
        output.WriteLine("  Next: say in the card what the file cannot: license, sources, subjects.data, purposes. Then rai check.");
    }

    /// <summary>How a text file is to be read.</summary>
    public static (Option<string?> Header, Option<bool> NoQuotes, Option<int> Skip) ReadingOptions()
    {
        var header = new Option<string?>("--header") { Description = "yes: the first line names the columns; no: it is a row; decided by the file when not given" };
        header.AcceptOnlyFromAmong("yes", "no");
        return (header, new Option<bool>("--no-quotes") { Description = "Quotes are characters like any other" }, new Option<int>("--skip") { Description = "Lines before the header" });
    }

    public static ReadingHints Hints(string? header, bool noQuotes, int skip) => new(header is null ? null : header == "yes", noQuotes, Math.Max(0, skip));
}
