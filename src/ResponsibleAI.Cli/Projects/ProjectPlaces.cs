using System.Text.RegularExpressions;

namespace ResponsibleAI.Cli.Projects;

/// <summary>Finds the projects that a path means.</summary>
internal static partial class ProjectPlaces
{
    /// <summary>Those of a folder, a solution, a project or a source file; sorted by path. A folder's sources outside every project come by their topmost folders.</summary>
    /// <param name="path">Absolute, exists.</param>
    public static IReadOnlyList<ProjectPlace> Of(string path)
    {
        if (Directory.Exists(path))
            return OfFolder(Path.TrimEndingDirectorySeparator(path));
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".SLN" or ".SLNX" => OfSolution(path),
            ".CSPROJ" => [OfProject(path)],
            ".CS" => [OfSource(path)],
            _ => [],
        };
    }

    /// <summary>Whether the folder holds a project file.</summary>
    public static bool HasProject(string folder) => ProjectIn(folder) is not null;

    private static IReadOnlyList<ProjectPlace> OfFolder(string folder)
    {
        var projects = Folders.Files(folder, ".csproj").Select(OfProject).ToList();
        var claimed = projects.Select(static project => project.Folder).ToHashSet(StringComparer.Ordinal);
        return [.. projects.Concat(LooseFolders(folder, claimed)).OrderBy(static place => place.Path, StringComparer.Ordinal)];
    }

    /// <summary>Topmost folders that hold a source directly and lie in no project.</summary>
    private static IEnumerable<ProjectPlace> LooseFolders(string folder, HashSet<string> claimed)
    {
        if (claimed.Contains(folder))
            yield break;
        if (Directory.EnumerateFiles(folder, "*.cs").Any())
        {
            yield return new ProjectPlace(folder, null);
            yield break;
        }

        foreach (var below in Folders.Below(folder))
            foreach (var place in LooseFolders(below, claimed))
                yield return place;
    }

    private static IReadOnlyList<ProjectPlace> OfSolution(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        return [.. QuotedProject().Matches(File.ReadAllText(path))
            .Select(match => Path.GetFullPath(Path.Combine(folder, match.Groups[1].Value.Replace('\\', '/'))))
            .Where(File.Exists).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(OfProject)];
    }

    private static ProjectPlace OfProject(string path) => new(Path.GetDirectoryName(path)!, path);

    private static ProjectPlace OfSource(string path)
    {
        var own = Path.GetDirectoryName(path)!;
        var root = new Repository(path).Root;
        var folder = Folders.AtOrAbove(own, at => HasProject(at) || at == root);
        return folder is not null && ProjectIn(folder) is { } project ? OfProject(project) : new ProjectPlace(own, null);
    }

    private static string? ProjectIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.csproj").Order(StringComparer.Ordinal).FirstOrDefault() : null;

    [GeneratedRegex("\"([^\"\\r\\n]{1,400}\\.csproj)\"", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex QuotedProject();
}
