using System.Text.RegularExpressions;
using ResponsibleAI.Analyzers.Tests.PersonalData;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Programs;

/// <summary>The shipped lexicon and API catalog as a snapshot, read line by line: in them every entry is one flow mapping on one line.</summary>
internal static partial class ShippedPolicy
{
    public static readonly PolicySnapshot Snapshot = EnglishLexicon.Snapshot with { Libraries = [MlNet()] };

    private static ApiLibrary MlNet()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "rules", "apis", "mlnet.yaml"));
        var assemblies = lines.Single(line => line.StartsWith("assemblies:", StringComparison.Ordinal)).Split('[', ']')[1].Split(", ");
        return new ApiLibrary("ML.NET", assemblies, [.. lines.Where(line => line.StartsWith("  - {", StringComparison.Ordinal)).Select(Member)]);
    }

    private static ApiMember Member(string line) => new()
    {
        Type = Value(line, "type")!,
        Member = Value(line, "member")!,
        Role = Value(line, "role")!,
        Effect = Value(line, "effect"),
        RowType = Value(line, "rowType"),
        Parameters = line.Split("parameters: { ", 2) is [_, var parameters]
            ? [.. parameters.Split(" }")[0].Split(", ").Select(pair => pair.Split(": ")).Select(pair => new ApiParameter(pair[0], pair[1]))]
            : [],
    };

    private static string? Value(string line, string key) =>
        Regex.Match(line, $"[ {{]{key}: \"?([^\", }}]+)", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } match ? match.Groups[1].Value : null;
}
