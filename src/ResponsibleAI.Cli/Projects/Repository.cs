namespace ResponsibleAI.Cli.Projects;

/// <summary>The folder that all printed paths are relative to: the nearest with .git at or above what was named, else the project's folder of a file, else the folder named.</summary>
internal sealed class Repository
{
    public Repository(string path)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
        Root = Folders.AtOrAbove(folder, static at => Directory.Exists(Path.Combine(at, ".git")) || File.Exists(Path.Combine(at, ".git")))
            ?? (Directory.Exists(path) ? null : Folders.AtOrAbove(folder, ProjectPlaces.HasProject))
            ?? folder;
    }

    /// <summary>Absolute.</summary>
    public string Root { get; }

    /// <summary>With '/', the same on every machine; "." for the root itself.</summary>
    public string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
