using System.Text.RegularExpressions;

namespace ResponsibleAI.Analyzers.Tests.Documentation;

/// <summary>A page of docs/rules.</summary>
internal sealed partial record RulePage(string Id, string Text)
{
    public static IReadOnlyList<RulePage> All { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "RAI*.md").Order(StringComparer.Ordinal).Select(path => new RulePage(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path).ReplaceLineEndings("\n"))),
    ];

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "docs", "rules");

    public string Title => Text.Split('\n')[0] is var first && first.StartsWith($"# {Id}: ", StringComparison.Ordinal) ? first[$"# {Id}: ".Length..] : "";

    public string Fact(string key) => Text.Split('\n').FirstOrDefault(line => line.StartsWith($"| {key} | ", StringComparison.Ordinal))?.Split('|')[2].Trim() ?? "";

    public string Section(string title) => Text.Split($"\n## {title}\n", 2) is [_, var rest] ? rest.Split("\n## ")[0] : "";

    public IReadOnlyList<string> Sections => [.. Text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..])];

    /// <summary>The last C# block of a section; null when it has none.</summary>
    public string? Code(string section) => CSharpBlock().Matches(Section(section)).LastOrDefault()?.Groups[1].Value;

    /// <summary>The YAML blocks of a section, by the path in their first line.</summary>
    public IReadOnlyDictionary<string, string> Files(string section) =>
        YamlBlock().Matches(Section(section)).ToDictionary(block => block.Groups[1].Value, block => block.Groups[2].Value);

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex("```yaml\n# (rai/[a-z./-]+)[^\n]*\n(.*?)```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YamlBlock();
}
