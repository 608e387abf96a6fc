using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

namespace ResponsibleAI.Cli.Projects;

/// <summary>Loads projects as the build sees them. Needs a .NET SDK and restored packages, and evaluates the project's own MSBuild files.</summary>
internal sealed class BuiltProjects : IDisposable
{
    private readonly Lazy<MSBuildWorkspace> _workspace = new(static () => MSBuildWorkspace.Create(new Dictionary<string, string> { ["DesignTimeBuild"] = "true" }));

    /// <summary>Whether packages of the project were restored.</summary>
    public static bool IsRestored(ProjectPlace place) =>
        place.ProjectFile is { } file
        && (File.Exists(Path.Combine(place.Folder, "obj", "project.assets.json"))
            || Folders.AtOrAbove(place.Folder, folder => File.Exists(Path.Combine(folder, "artifacts", "obj", Path.GetFileNameWithoutExtension(file), "project.assets.json"))) is not null);

    /// <summary>One for each target framework; empty with a reason when it cannot be loaded.</summary>
    public async Task<(IReadOnlyList<LoadedProject> Projects, string? Problem)> Load(ProjectPlace place, CancellationToken cancellation)
    {
        try
        {
            var workspace = _workspace.Value;
            if (!Of(workspace, place).Any())
                await workspace.OpenProjectAsync(place.ProjectFile!, cancellationToken: cancellation).ConfigureAwait(false);
            var loaded = new List<LoadedProject>();
            foreach (var project in Of(workspace, place))
            {
                if (project.Language != LanguageNames.CSharp || await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation)
                    continue;
                if (compilation.GetSpecialType(SpecialType.System_Object).TypeKind == TypeKind.Error)
                    return ([], "its references do not load");
                loaded.Add(new LoadedProject { Place = place, Compilation = compilation, From = LoadedFrom.Build, Options = project.AnalyzerOptions.AnalyzerConfigOptionsProvider });
            }

            return loaded.Count > 0 ? (loaded, null) : ([], "the build gives no C# compilation of it");
        }
#pragma warning disable CA1031 // The build runs code of the repository, which may throw anything; the sources are still there.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return ([], $"the build cannot load it ({exception.GetType().Name}: {exception.Message})");
        }
    }

    public void Dispose()
    {
        if (_workspace.IsValueCreated)
            _workspace.Value.Dispose();
    }

    private static IEnumerable<Project> Of(MSBuildWorkspace workspace, ProjectPlace place) =>
        workspace.CurrentSolution.Projects.Where(project => project.FilePath == place.ProjectFile).OrderBy(static project => project.Name, StringComparer.Ordinal);
}
