using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ResponsibleAI.Cli.Projects;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Cli.Commands;

/// <summary>Options that several verbs share.</summary>
internal static class CommonOptions
{
    private const string DateFormat = "yyyy-MM-dd";

    public static Argument<string> Path(string description) => new("path")
    {
        Description = description,
        Validators =
        {
            static result =>
            {
                if (result.Tokens is [var token] && !Directory.Exists(token.Value) && !File.Exists(token.Value))
                    result.AddError($"'{token.Value}' does not exist");
            },
        },
    };

    /// <summary>The file named must be there.</summary>
    public static void MustExist(Argument<string> file) => file.Validators.Add(static result =>
    {
        if (result.Tokens is [var token] && !File.Exists(token.Value))
            result.AddError(Directory.Exists(token.Value) ? $"'{token.Value}' is a folder; name a file" : $"'{token.Value}' does not exist");
    });

    /// <summary>The text must be an id as cards have them.</summary>
    public static void MustBeId(Option<string?> id) => id.Validators.Add(static result =>
    {
        if (result.Tokens is [var token] && !IsId(token.Value))
            result.AddError($"'{token.Value}' is no id; write letters a-z, digits and -, beginning with a letter or digit");
    });

    public static bool IsId(string text) =>
        text.Length is > 0 and <= 128 && text[0] != '-' && text.All(static letter => letter == '-' || char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter));

    public static Option<bool> Force() => new("--force") { Description = "Replace files that are there" };

    public static Option<LoadChoice> Load() => new("--load")
    {
        Description = "auto: as the build where packages are restored, else from sources; build: as the build; sources: nothing of the repository is run",
        DefaultValueFactory = static _ => LoadChoice.Auto,
    };

    public static Option<string> AsOf() => new("--as-of")
    {
        Description = "Date of judgement, yyyy-MM-dd; today (UTC) when not given",
        Validators = { IsDate },
    };

    public static void IsDate(OptionResult result)
    {
        if (result.Tokens is [var token] && !DateTime.TryParseExact(token.Value, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            result.AddError($"'{token.Value}' is no date; write yyyy-MM-dd");
    }

    public static Option<string> Output() => new("--output", "-o") { Description = "File to write instead of standard output" };

    public static Option<string> FailOn()
    {
        var failOn = new Option<string>("--fail-on") { Description = "Lowest severity of violations and gaps that makes the exit code 1: error, warning, info or never", DefaultValueFactory = static _ => "warning" };
        failOn.AcceptOnlyFromAmong("error", "warning", "info", "never");
        return failOn;
    }

    /// <summary>The lowest severity that counts; null when nothing does.</summary>
    public static Severity? Level(string word) => word switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "info" => Severity.Info,
        _ => null,
    };

    public static Option<bool> Quiet() => new("--quiet", "-q") { Description = "No progress on standard error" };

    public static Day DayOf(string? text)
    {
        // The one place that asks for the time: a person who names no date means today.
        var date = text is null ? TimeProvider.System.GetUtcNow().UtcDateTime : DateTime.ParseExact(text, DateFormat, CultureInfo.InvariantCulture);
        return new Day(date.Year, date.Month, date.Day);
    }

    /// <summary>Writes the result where it is wanted.</summary>
    public static async Task Write(string text, string? file, TextWriter output, CancellationToken cancellation)
    {
        if (file is null)
            await output.WriteAsync(text.AsMemory(), cancellation).ConfigureAwait(false);
        else
            await File.WriteAllTextAsync(file, text, cancellation).ConfigureAwait(false);
    }
}
