using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Cli.Policies;
using ResponsibleAI.Cli.Projects;

namespace ResponsibleAI.Cli.Analysis;

/// <summary>Everything one run saw of one repository.</summary>
/// <param name="Repository">Paths are relative to it.</param>
/// <param name="Projects">Sorted by path.</param>
/// <param name="Policies">Each policy that held for a project or for the path itself.</param>
internal sealed record RepositoryAnalysis(Repository Repository, IReadOnlyList<AnalyzedProject> Projects, IReadOnlyList<CompiledPolicy> Policies)
{
    public static async Task<RepositoryAnalysis> Of(CheckRequest request, Action<Step>? progress, CancellationToken cancellation)
    {
        var repository = new Repository(request.Path);
        var policies = new PolicyOfFolder(request.AsOf);
        var used = new List<CompiledPolicy> { policies.For(Directory.Exists(request.Path) ? request.Path : Path.GetDirectoryName(request.Path)!) };
        var projects = new List<AnalyzedProject>();
        var places = ProjectPlaces.Of(request.Path);
        using var loader = new ProjectLoader(request.Load);
        var loaded = new List<LoadedProject>[places.Count];
        for (var i = 0; i < places.Count; i++)
        {
            progress?.Invoke(new Step(i + 1, places.Count, repository.Relative(places[i].Path)) { IsLoading = true });
            loaded[i] = [.. await loader.Load(places[i], cancellation).ConfigureAwait(false)];
        }

        for (var i = 0; i < places.Count; i++)
        {
            progress?.Invoke(new Step(i + 1, places.Count, repository.Relative(places[i].Path)));
            var policy = policies.For(places[i].Folder);
            if (!used.Contains(policy))
                used.Add(policy);
            foreach (var project in loaded[i])
                projects.Add(await AnalyzedProject.Of(project, policy, Referring(project.Compilation, loaded), cancellation).ConfigureAwait(false));
        }

        return new RepositoryAnalysis(repository, projects, used);
    }

    /// <summary>The projects that refer to this one, in order of path. Tests do too, but what they hand in is no data of the program.</summary>
    private static List<Compilation> Referring(Compilation project, IEnumerable<List<LoadedProject>> loaded) =>
        [.. loaded.SelectMany(static projects => projects).Select(static other => other.Compilation)
            .Where(other => !IsOfTests(other) && other.References.Any(reference => reference is CompilationReference { Compilation: var referenced } && referenced == project))];

    private static bool IsOfTests(Compilation project) => IdentifierWords.Split(project.AssemblyName ?? "").Any(static word => word is "test" or "tests" or "testing" or "benchmark" or "benchmarks");
}
