using System.CommandLine;
using System.Globalization;
using ResponsibleAI.Cli.Cards;
using ResponsibleAI.Cli.Policies;
using ResponsibleAI.Cli.Projects;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Policy;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Interchange;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai card import and rai card export: data cards from and to the formats of others.</summary>
internal static class CardExchangeCommands
{
    private static readonly Dictionary<string, CardFormat> s_formats = Enum.GetValues<CardFormat>().ToDictionary(CardExchange.Word, StringComparer.Ordinal);

    public static Command Import()
    {
        var file = new Argument<string>("file") { Description = "Hugging Face README.md, Croissant JSON or ODCS YAML" };
        CommonOptions.MustExist(file);
        var from = new Option<string?>("--from") { Description = $"Its format: {string.Join(", ", s_formats.Keys)}; told from the file when not given" };
        from.AcceptOnlyFromAmong([.. s_formats.Keys]);
        var id = new Option<string?>("--id") { Description = "Id of the card; made of the document's name when not given" };
        CommonOptions.MustBeId(id);
        var table = new Option<string?>("--table") { Description = "Which table, record set or configuration of several" };
        var revision = new Option<string?>("--revision") { Description = "The revision the document is of" };
        var output = new Option<string?>("--output", "-o") { Description = "File to write; rai/cards/<id>.datacard.yaml when not given, - for standard output" };
        var force = CommonOptions.Force();
        var command = new Command("import", "Reads a dataset description of another format as a data card and lists what was not carried over") { file, from, id, table, revision, output, force };
        command.SetAction((parsed, _) =>
        {
            var (standard, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            return Task.FromResult(Messages.Guard(error, parsed.GetValue(file)!, () =>
            {
                using var stream = File.OpenRead(path);
                var name = Shown(path);
                var format = parsed.GetValue(from) is { } word ? s_formats[word] : (CardFormat?)null;
                var result = Exchange().Import(name, stream, format, new ImportOptions { Id = parsed.GetValue(id), Revision = parsed.GetValue(revision), Table = parsed.GetValue(table) });
                if (!Tell(result, error))
                    return ExitCode.NotAnalyzed;
                var root = PolicyOfFolder.RootFor(Directory.GetCurrentDirectory()) ?? Directory.GetCurrentDirectory();
                return Put(result, parsed.GetValue(output) ?? Path.Combine(root, "rai", "cards", result.Id + ".datacard.yaml"), parsed.GetValue(force), standard, error);
            }));
        });
        return command;
    }

    public static Command Export()
    {
        var card = new Argument<string>("card") { Description = "A data card" };
        CommonOptions.MustExist(card);
        var to = new Option<string>("--to") { Description = $"The format: {string.Join(", ", s_formats.Keys)}", Required = true };
        to.AcceptOnlyFromAmong([.. s_formats.Keys]);
        var output = new Option<string?>("--output", "-o") { Description = "File to write; standard output when not given" };
        var force = CommonOptions.Force();
        var command = new Command("export", "Writes a data card in another format and lists what was not carried over") { card, to, output, force };
        command.SetAction((parsed, _) =>
        {
            var (standard, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var path = Path.GetFullPath(parsed.GetValue(card)!);
            return Task.FromResult(Messages.Guard(error, parsed.GetValue(card)!, () =>
            {
                using var stream = File.OpenRead(path);
                var result = Exchange().Export(Shown(path), stream, s_formats[parsed.GetValue(to)!]);
                return Tell(result, error) ? Put(result, parsed.GetValue(output) ?? "-", parsed.GetValue(force), standard, error) : ExitCode.NotAnalyzed;
            }));
        });
        return command;
    }

    private static CardExchange Exchange()
    {
        var shipped = AppContext.BaseDirectory;
        return new CardExchange(Folders.Files(Path.Combine(shipped, "rules", "licenses"), ".yaml")
            .Select(path => new PolicyFile(Path.GetRelativePath(shipped, path).Replace('\\', '/'), FileOrigin.Shipped, () => File.OpenRead(path))));
    }

    private static string Shown(string path) => new Repository(path).Relative(path);

    /// <summary>What is wrong with the document; false when nothing could be made of it.</summary>
    private static bool Tell(ExchangeResult result, TextWriter error)
    {
        foreach (var finding in result.Findings.Where(finding => finding.Severity > Severity.Info))
            error.WriteLine(Messages.Of(finding));
        return result.Text is not null;
    }

    private static int Put(ExchangeResult result, string to, bool force, TextWriter output, TextWriter error)
    {
        if (to == "-")
        {
            output.Write(result.Text);
        }
        else if (!NewFile.TryWrite(Path.GetFullPath(to), result.Text!, force))
        {
            error.WriteLine($"{to} is there already. --force replaces it");
            return ExitCode.Usage;
        }

        var told = to == "-" ? error : output;
        if (to != "-")
            told.WriteLine(to);
        foreach (var missing in result.Missing)
            told.WriteLine($"  required there and not stated by the card: {missing}");
        foreach (var left in result.NotCarried)
            told.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  not carried over: {left.Key} (line {left.Place.Line}{(left.Count == 1 ? "" : $", {left.Count} times")}): {left.Reason}"));
        told.WriteLine($"  {Messages.Number(result.NotCarried.Count, "key")} not carried over.");
        return result.Findings.Any(static finding => finding.Severity == Severity.Error) ? ExitCode.NotAnalyzed : ExitCode.Nothing;
    }
}
