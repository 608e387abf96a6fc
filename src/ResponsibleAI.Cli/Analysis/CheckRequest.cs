using ResponsibleAI.Cli.Projects;
using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Cli.Analysis;

/// <summary>What to analyze.</summary>
/// <param name="Path">Absolute: a folder, solution, project or source file that exists.</param>
/// <param name="AsOf">The date of judgement.</param>
/// <param name="Load">How to load projects.</param>
internal sealed record CheckRequest(string Path, Day AsOf, LoadChoice Load = LoadChoice.Auto);

/// <summary>Where a run is.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Count">Of how many.</param>
/// <param name="Project">Repository-relative.</param>
internal sealed record Step(int Number, int Count, string Project)
{
    /// <summary>Whether the project is only being loaded: all are, before the first is analyzed.</summary>
    public bool IsLoading { get; init; }
}
