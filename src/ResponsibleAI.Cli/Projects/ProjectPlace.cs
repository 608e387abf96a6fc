namespace ResponsibleAI.Cli.Projects;

/// <summary>What is analyzed as one compilation: a project, or a folder of sources that no project claims.</summary>
/// <param name="Folder">Absolute.</param>
/// <param name="ProjectFile">Absolute; null for a folder.</param>
internal sealed record ProjectPlace(string Folder, string? ProjectFile)
{
    public string Path => ProjectFile ?? Folder;
}
