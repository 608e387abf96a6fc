using ResponsibleAI.Policy;

namespace ResponsibleAI.Benchmarks;

/// <summary>Files of the clone that the benchmarks run from.</summary>
internal static class RepositoryFiles
{
    /// <summary>The root of the clone.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The shipped rules, read once, so that no disk is measured.</summary>
    public static IReadOnlyList<PolicyFile> Shipped() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "rules"), "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(static path => (Name: Path.GetRelativePath(Root, path).Replace('\\', '/'), Bytes: File.ReadAllBytes(path)))
            .Select(static file => new PolicyFile(file.Name, FileOrigin.Shipped, () => new MemoryStream(file.Bytes))),
    ];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ResponsibleAI.Analyzers.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Run the benchmarks from a clone of the repository.");
    }
}
