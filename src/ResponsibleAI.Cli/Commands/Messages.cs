using System.Globalization;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Cli.Tables;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Cli.Commands;

/// <summary>Mistakes in files, as compilers print them.</summary>
internal static class Messages
{
    /// <summary>Runs a verb; what the disk or a data file refuses becomes a message and exit code 3.</summary>
    public static int Guard(TextWriter error, string file, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (UnreadableDataException unreadable)
        {
            var place = unreadable.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"({unreadable.Line},{unreadable.Column})") : "";
            error.WriteLine($"{file}{place}: error: {unreadable.Message}");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{file}: error: {refused.Message}");
        }

        return ExitCode.NotAnalyzed;
    }

    /// <summary>"1 row", "2 rows".</summary>
    public static string Number(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    /// <summary>One line for a finding about a YAML or JSON file.</summary>
    public static string Of(Finding finding) => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.Location.Path}({finding.Location.Line},{finding.Location.Column}): {finding.Severity.ToString().ToLowerInvariant()} {finding.Rule}: {finding.Message}");
}
