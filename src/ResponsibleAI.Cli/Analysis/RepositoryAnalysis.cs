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
        for (var i = 0; i < places.Count; i++)
        {
            progress?.Invoke(new Step(i + 1, places.Count, repository.Relative(places[i].Path)));
            var policy = policies.For(places[i].Folder);
            if (!used.Contains(policy))
                used.Add(policy);
            foreach (var project in await loader.Load(places[i], cancellation).ConfigureAwait(false))
                projects.Add(await AnalyzedProject.Of(project, policy, cancellation).ConfigureAwait(false));
        }

        return new RepositoryAnalysis(repository, projects, used);
    }
}
