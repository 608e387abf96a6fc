using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ResponsibleAI.Cli.Projects;
using ResponsibleAI.Policy;
using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Cli.Policies;

/// <summary>The policy that holds for a folder: the shipped rules, and rai/ of the nearest folder at or above that has a policy, as the build finds it.</summary>
internal sealed class PolicyOfFolder(Day asOf)
{
    private readonly Dictionary<string, CompiledPolicy> _compiled = new(StringComparer.Ordinal);

    /// <summary>The nearest folder at or above that has a policy; null when there is none.</summary>
    public static string? RootFor(string folder) => Folders.AtOrAbove(folder, static at => File.Exists(Path.Combine(at, "rai", "policy.yaml")));

    public CompiledPolicy For(string folder)
    {
        var root = RootFor(folder);
        if (!_compiled.TryGetValue(root ?? "", out var policy))
            _compiled.Add(root ?? "", policy = Compile(root));
        return policy;
    }

    private CompiledPolicy Compile(string? root)
    {
        IEnumerable<string> own = root is null ? [] : [.. Yaml(Path.Combine(root, "rai")), .. Folders.Files(Path.Combine(root, "rai", "evidence"), ".fairness.json")];
        var shipped = AppContext.BaseDirectory;
        var result = PolicyCompiler.Compile(new PolicyRequest(
            [.. own.Select(path => FileAt(root!, path, FileOrigin.Repository)), .. Yaml(Path.Combine(shipped, "rules")).Select(path => FileAt(shipped, path, FileOrigin.Shipped))],
            asOf));
        return new CompiledPolicy(root, result, new SnapshotText(Path.Combine(root ?? Path.GetPathRoot(shipped)!, "rai", "policy.rai-snapshot.xml"), SourceText.From(result.Snapshot)));
    }

    private static IEnumerable<string> Yaml(string folder) => Folders.Files(folder, ".yaml").Concat(Folders.Files(folder, ".yml"));

    private static PolicyFile FileAt(string root, string path, FileOrigin origin) =>
        new(Path.GetRelativePath(root, path).Replace('\\', '/'), origin, () => File.OpenRead(path));
}

/// <summary>A compiled policy.</summary>
/// <param name="Root">The folder that holds rai/; null when only the shipped rules hold.</param>
/// <param name="Result">What the compiler gave.</param>
/// <param name="Snapshot">The file that analyzers read.</param>
internal sealed record CompiledPolicy(string? Root, PolicyResult Result, AdditionalText Snapshot);

/// <summary>A snapshot that was never written to disk.</summary>
internal sealed class SnapshotText(string path, SourceText text) : AdditionalText
{
    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;
}
