namespace ResponsibleAI.Cli.Projects;

/// <summary>How to load projects.</summary>
internal enum LoadChoice
{
    /// <summary>As the build does where packages are restored, else from sources.</summary>
    Auto,

    /// <summary>As the build does; what cannot be loaded so is loaded from sources.</summary>
    Build,

    /// <summary>From sources; nothing of the repository is run.</summary>
    Sources,
}

/// <summary>Loads a project the best way that works.</summary>
internal sealed class ProjectLoader(LoadChoice choice) : IDisposable
{
    private readonly BuiltProjects _built = new();
    private readonly LooseProjects _loose = new();

    /// <summary>Empty when the place holds no source.</summary>
    public async Task<IReadOnlyList<LoadedProject>> Load(ProjectPlace place, CancellationToken cancellation)
    {
        string? problem = null;
        if (place.ProjectFile is not null && (choice == LoadChoice.Build || (choice == LoadChoice.Auto && BuiltProjects.IsRestored(place))))
        {
            (var built, problem) = await _built.Load(place, cancellation).ConfigureAwait(false);
            if (built.Count > 0)
                return built;
        }

        if (_loose.Load(place, cancellation) is not { } loose)
            return [];
        return [problem is null ? loose : loose with { NotLoaded = [.. loose.NotLoaded, $"the project as the build sees it: {problem}"] }];
    }

    public void Dispose() => _built.Dispose();
}
