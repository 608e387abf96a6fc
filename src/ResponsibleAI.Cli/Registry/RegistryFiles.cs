using ResponsibleAI.Cli.Projects;
using ResponsibleAI.Policy;
using ResponsibleAI.Policy.Inventories;

namespace ResponsibleAI.Cli.Registry;

/// <summary>Finds the cards and purpose registers below folders, by repository.</summary>
internal static class RegistryFiles
{
    private static readonly string[] s_endings = [".datacard.yaml", ".datacard.yml", ".modelcard.yaml", ".modelcard.yml"];

    /// <summary>A repository is the folder that holds rai/, else the nearest with .git, else the folder named. Sorted by name.</summary>
    /// <param name="folders">Absolute, each exists.</param>
    public static IReadOnlyList<InventoryRepository> Below(IReadOnlyList<string> folders) =>
        [.. folders
            .SelectMany(static folder => Folders.Files(folder, ".yaml").Concat(Folders.Files(folder, ".yml")).Where(IsListed).Select(file => (Root: RootOf(file, folder), File: file, Folder: folder)))
            .DistinctBy(static found => found.File)
            .GroupBy(static found => found.Root, StringComparer.Ordinal)
            .Select(static repository => new InventoryRepository(
                NameOf(repository.Key, repository.First().Folder),
                [.. repository.Select(static found => found.File).Order(StringComparer.Ordinal).Select(file => new PolicyFile(Path.GetRelativePath(repository.Key, file).Replace('\\', '/'), FileOrigin.Repository, () => File.OpenRead(file)))]))
            .OrderBy(static repository => repository.Name, StringComparer.Ordinal)];

    private static bool IsListed(string file) =>
        s_endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) || Path.GetFileName(file).ToUpperInvariant() is "PURPOSES.YAML" or "PURPOSES.YML";

    private static string RootOf(string file, string folder)
    {
        var below = Path.GetDirectoryName(file)!;
        var rai = Folders.AtOrAbove(below, static at => Path.GetFileName(at) == "rai");
        return rai is not null && Path.GetDirectoryName(rai) is { } parent && !Path.GetRelativePath(folder, parent).StartsWith("..", StringComparison.Ordinal)
            ? parent
            : Folders.AtOrAbove(below, at => at == folder || Directory.Exists(Path.Combine(at, ".git")) || File.Exists(Path.Combine(at, ".git")))!;
    }

    /// <summary>The folder named and what lies between it and the repository, such as services/credit.</summary>
    private static string NameOf(string root, string folder)
    {
        var name = Path.GetFileName(folder.TrimEnd(Path.DirectorySeparatorChar));
        var below = Path.GetRelativePath(folder, root).Replace('\\', '/');
        return below == "." ? name : $"{name}/{below}";
    }
}
