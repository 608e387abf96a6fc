using System.CommandLine;
using ResponsibleAI.Analyzers.CodeFixes;
using ResponsibleAI.Cli.Cards;
using ResponsibleAI.Cli.Policies;
using ResponsibleAI.Cli.Projects;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Cli.Tables;
using Spectre.Console;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai init: the first policy, purpose register and data card.</summary>
internal static class InitCommand
{
    private const string PackSuffix = ".rules.yaml";

    private static readonly string[] s_files = ["rai/policy.yaml", "rai/purposes.yaml"];

    private static readonly string[] s_areas = ["credit", "employment", "education", "health", "housing", "insurance", "law-enforcement", "public-services", "advertising", "research", "general"];

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The repository; the current folder when not given", DefaultValueFactory = static _ => "." };
        folder.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && !Directory.Exists(token.Value))
                result.AddError($"'{token.Value}' is no folder");
        });
        var organization = new Option<string?>("--organization") { Description = "Name of the organization" };
        var jurisdictions = new Option<string[]>("--jurisdiction") { Description = $"Whose rules apply: {string.Join(", ", FirstFiles.Jurisdictions)}; may be repeated", AllowMultipleArgumentsPerToken = true };
        jurisdictions.AcceptOnlyFromAmong([.. FirstFiles.Jurisdictions]);
        var packs = new Option<string[]>("--pack") { Description = "Rule packs; those of the jurisdictions when not given", AllowMultipleArgumentsPerToken = true };
        packs.AcceptOnlyFromAmong([.. ShippedPacks()]);
        var mode = new Option<string?>("--mode") { Description = "advise: findings are warnings; enforce: they fail the build" };
        mode.AcceptOnlyFromAmong("advise", "enforce");
        var purpose = new Option<string?>("--purpose") { Description = "What the first model is for, in a sentence" };
        var area = new Option<string?>("--use-area") { Description = string.Join(", ", s_areas) };
        area.AcceptOnlyFromAmong(s_areas);
        var owner = new Option<string?>("--owner") { Description = "Who answers for the purpose" };
        var data = new Option<string?>("--data") { Description = "First data file; its card is written too" };
        data.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && !File.Exists(token.Value))
                result.AddError($"'{token.Value}' does not exist");
        });
        var force = CommonOptions.Force();
        var command = new Command("init", "Writes the first policy, purpose register and data card; asks on a terminal for what no option says") { folder, organization, jurisdictions, packs, mode, purpose, area, owner, data, force };
        command.SetAction((parsed, _) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var root = Path.GetFullPath(parsed.GetValue(folder)!);
            if (!parsed.GetValue(force) && s_files.Where(file => File.Exists(Path.Combine(root, file))).ToList() is { Count: > 0 } there)
            {
                error.WriteLine($"{string.Join(" and ", there)} {(there.Count == 1 ? "is" : "are")} there already; nothing was written. --force replaces {(there.Count == 1 ? "it" : "them")}");
                return Task.FromResult(ExitCode.Usage);
            }

            var ask = ReferenceEquals(output, Console.Out) && !Console.IsInputRedirected && !Console.IsOutputRedirected;
            var named = parsed.GetValue(jurisdictions) ?? [];
            var answers = new FirstAnswers
            {
                Organization = parsed.GetValue(organization) ?? Ask(ask, "Organization"),
                Jurisdictions = named.Length > 0 || !ask ? named : Choose("Whose rules apply? (none: all)", FirstFiles.Jurisdictions, []),
                Purpose = parsed.GetValue(purpose) ?? Ask(ask, "What is the first model for, in a sentence?"),
                Owner = parsed.GetValue(owner),
            };
            var chosen = parsed.GetValue(packs) ?? [];
            var suited = FirstFiles.PacksFor(answers.Jurisdictions, ShippedPacks());
            answers = answers with
            {
                Packs = chosen.Length > 0 ? chosen : ask ? Choose("Rule packs", [.. ShippedPacks()], suited) : suited,
                UseArea = parsed.GetValue(area) ?? (ask && answers.Purpose is not null ? AnsiConsole.Prompt(new SelectionPrompt<string>().Title("Area of use").AddChoices(s_areas)) : null),
                Owner = answers.Owner ?? (answers.Purpose is null ? null : Ask(ask, "Who answers for it?")),
            };
            var file = parsed.GetValue(data) ?? AskForFile(ask);
            var loudness = parsed.GetValue(mode) ?? (ask ? AnsiConsole.Prompt(new SelectionPrompt<string>().Title("advise: findings are warnings; enforce: they fail the build").AddChoices("advise", "enforce")) : null);
            return Task.FromResult(Messages.Guard(error, file ?? root, () => Write(root, answers, file, loudness, parsed.GetValue(force), output)));
        });
        return command;
    }

    private static int Write(string root, FirstAnswers answers, string? data, string? mode, bool force, TextWriter output)
    {
        var id = answers.Purpose is null ? null : DataCardScaffold.IdFor(null, answers.Purpose, Array.Empty<string>()) ?? "first-purpose";
        var card = data is null ? null : NewCard.Of(Path.GetFullPath(data), root, new PolicyOfFolder(CommonOptions.DayOf(null)).For(root), null, new ReadingHints());
        foreach (var (path, text) in s_files.Zip([FirstFiles.Policy(answers), FirstFiles.Purposes(answers, id)]))
        {
            NewFile.TryWrite(Path.Combine(root, path), text, replace: true);
            output.WriteLine(path);
        }

        if (card is not null)
        {
            var path = $"rai/cards/{card.Id}.datacard.yaml";
            if (NewFile.TryWrite(Path.Combine(root, path), card.Text, force))
                CardNewCommand.Tell(card, path, output);
            else
                output.WriteLine($"{path} is there already and stays; rai card update brings it up to date");
        }

        output.WriteLine();
        output.WriteLine("Next:");
        output.WriteLine("  dotnet add package ResponsibleAI.Analyzers       in each project that trains");
        if (mode is not null)
            output.WriteLine($"  <ResponsibleAIMode>{mode}</ResponsibleAIMode>      in Directory.Build.props");
        if (id is not null)
            output.WriteLine($"  <ResponsibleAIPurpose>{id}</ResponsibleAIPurpose>   in the project, or [ProcessingPurpose(\"{id}\")] in code");
        output.WriteLine(card is null ? "  rai card new <data file>                          for each dataset" : "  rai card new <data file>                          for each further dataset");
        output.WriteLine("  rai check                                         what contradicts, what is missing, what was not assessed");
        return ExitCode.Nothing;
    }

    private static IEnumerable<string> ShippedPacks() => Folders.Files(Path.Combine(AppContext.BaseDirectory, "rules", "packs"), PackSuffix).Select(static file => Path.GetFileName(file)[..^PackSuffix.Length]);

    private static string? Ask(bool ask, string question) =>
        ask && AnsiConsole.Prompt(new TextPrompt<string>(question + " (Enter: later)").AllowEmpty()) is { Length: > 0 } answer ? answer : null;

    private static List<string> Choose(string question, IReadOnlyList<string> choices, IReadOnlyList<string> chosen)
    {
        var prompt = new MultiSelectionPrompt<string>().Title(question).NotRequired().AddChoices(choices);
        foreach (var choice in chosen)
            prompt.Select(choice);
        return AnsiConsole.Prompt(prompt);
    }

    private static string? AskForFile(bool ask) =>
        ask && AnsiConsole.Prompt(new TextPrompt<string>("First data file (Enter: later)").AllowEmpty().Validate(static path => path.Length == 0 || File.Exists(path), "no such file")) is { Length: > 0 } file ? file : null;
}
