using System.Globalization;
using System.Text.RegularExpressions;

namespace ResponsibleAI.Build.Tests;

/// <summary>How a command ended and what it printed.</summary>
internal sealed partial record Outcome(int ExitCode, string Output)
{
    /// <summary>The errors and warnings with our ids as they came, not as the summary repeats them without a node number.</summary>
    public IReadOnlyList<Reported> Findings =>
        [.. Line().Matches(Output).Select(match => new Reported(
            match.Groups["level"].Value,
            match.Groups["id"].Value,
            match.Groups["file"].Value,
            Number(match.Groups["line"]),
            Number(match.Groups["column"]),
            match.Groups["message"].Value))];

    public IEnumerable<Reported> Of(string id) => Findings.Where(finding => finding.Id == id);

    /// <summary>Whether MSBuild found nothing to do in the target.</summary>
    public bool Skipped(string target) => Output.Contains($"Skipping target \"{target}\" because all output files are up-to-date", StringComparison.Ordinal);

    public void ShouldSucceed() => Assert.True(ExitCode == 0, Output);

    public void ShouldFail() => Assert.True(ExitCode != 0, Output);

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^ *[\d:]+>(?<file>[^\r\n]*?)(?:\((?<line>\d+),(?<column>\d+)(?:,\d+,\d+)?\))?\s*: (?<level>error|warning) (?<id>RAI\d{4}): (?<message>[^\r\n]*?)(?: \(https://[^\s()]*\))?(?: \[[^\r\n\[\]]*\])?\r?$", RegexOptions.Multiline, 10_000)]
    private static partial Regex Line();
}

/// <summary>A finding on the console.</summary>
internal sealed record Reported(string Level, string Id, string File, int Line, int Column, string Message);
