using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Rules;
using PolicyDay = ResponsibleAI.Policy.Documents.Day;

namespace ResponsibleAI.Policy.RulePacks.Tests;

/// <summary>The rules/ folder as it ships.</summary>
internal static class Shipped
{
    public static readonly PolicyDay AsOf = new(2026, 9, 30);

    private static readonly Lazy<(Registry Registry, RuleBook Book)> s_everything = new(() =>
    {
        var registry = Load();
        return (registry, new RuleBook(registry));
    });

    private static readonly Lazy<RuleLibrary> s_shelf = new(() => RuleLibrary.Read(new PolicyRequest([.. Files()], AsOf)));

    /// <summary>As the people who write rules read them.</summary>
    public static RuleLibrary Library => s_shelf.Value;

    public static Registry Registry => s_everything.Value.Registry;

    public static IReadOnlyList<RulePack> Packs => s_everything.Value.Book.Packs;

    public static IEnumerable<Rule> Rules => Packs.SelectMany(pack => pack.Rules);

    public static IReadOnlyList<Finding> Findings => [.. Registry.Documents.SelectMany(document => document.Findings.Items)];

    public static Rule Rule(string id) => Rules.Single(rule => rule.Id == id);

    /// <summary>The shipped files and these of a repository, by path and text.</summary>
    public static Registry Load(params (string Path, string Text)[] repository)
    {
        var own = repository.Select(file => new PolicyFile(file.Path, FileOrigin.Repository, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file.Text))));
        return new Registry([.. Files().Concat(own).Select(DocumentLoader.Load)], AsOf);
    }

    private static IEnumerable<PolicyFile> Files()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "rules");
        return Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Where(path => !path.Contains("lexicon", StringComparison.Ordinal) && !path.Contains("apis", StringComparison.Ordinal))
            .Select(path => new PolicyFile("rules/" + Path.GetRelativePath(root, path).Replace('\\', '/'), FileOrigin.Shipped, () => File.OpenRead(path)));
    }
}
