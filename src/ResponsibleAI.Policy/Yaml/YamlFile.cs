using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Yaml;

/// <summary>What could be read of a file.</summary>
/// <param name="Path">Its name in findings.</param>
/// <param name="Documents">The documents up to the first syntax error, the last one possibly cut.</param>
/// <param name="Findings">RAI9001 and RAI9002, in file order.</param>
/// <param name="IsComplete">Whether all of it was read.</param>
/// <param name="Hash">Lower-case hex SHA-256 of the text as UTF-8, without byte-order mark, newlines as LF; empty when the bytes could not be read.</param>
public sealed record YamlFile(string Path, IReadOnlyList<YamlNode> Documents, IReadOnlyList<Finding> Findings, bool IsComplete, string Hash)
{
    /// <summary>The text from the line on that could not be read; empty when all was.</summary>
    public string Unread { get; init; } = "";
}
