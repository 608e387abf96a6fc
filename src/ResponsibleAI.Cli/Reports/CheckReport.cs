using ResponsibleAI.Cli.Analysis;
using ResponsibleAI.Policy;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Cli.Reports;

/// <summary>What a check concluded, ready to print. Same input, same content.</summary>
internal sealed record CheckReport
{
    /// <summary>Sorted by path.</summary>
    public required IReadOnlyList<CheckedProject> Projects { get; init; }

    /// <summary>Sorted by place; each once, also when several projects compile the file.</summary>
    public required IReadOnlyList<ReportedFinding> Findings { get; init; }

    /// <summary>Sorted by id.</summary>
    public required IReadOnlyList<CardSummary> Cards { get; init; }

    /// <summary>The last line; null for the usual one about code and cards.</summary>
    public string? Summary { get; init; }

    /// <summary>What nobody looked at or could not see: findings of that kind, projects or parts that did not load.</summary>
    public int NotAssessed => Count(FindingKind.NotAssessed) + Projects.Sum(static project => project.NotLoaded.Count);

    public IReadOnlyList<string> Failures => [.. Projects.SelectMany(static project => project.Failures.Select(failure => $"{project.Path}: {failure}"))];

    public static CheckReport Of(RepositoryAnalysis analysis)
    {
        var reader = new FindingReader(analysis.Repository);
        var findings = analysis.Projects.SelectMany(project => project.Diagnostics.Select(reader.Of)).Concat(analysis.Policies.SelectMany(reader.Of));
        return new CheckReport
        {
            Projects = [.. analysis.Projects.Select(project => new CheckedProject(
                analysis.Repository.Relative(project.Project.Place.Path),
                project.Project.From == Cli.Projects.LoadedFrom.Build ? "build" : "sources",
                project.Facts.Trainings.Count(static training => training.IsCertain),
                project.Facts.Loads.Count,
                project.TrainingsNotFullySeen,
                project.Project.NotLoaded,
                project.Failures)).DistinctBy(static project => (project.Path, project.Loaded, project.Trainings, project.Loads)).OrderBy(static project => project.Path, StringComparer.Ordinal)],
            Findings = [.. ReportedFinding.Sort(findings.DistinctBy(static finding => (finding.Rule, finding.Location, finding.Message)))],
            Cards = [.. analysis.Policies.SelectMany(static policy => policy.Result.Cards).OrderBy(static card => card.Id, StringComparer.Ordinal).ThenBy(static card => card.Path, StringComparer.Ordinal)],
        };
    }

    /// <summary>Findings of a kind that are not suppressed in the source.</summary>
    public int Count(FindingKind kind) => Findings.Count(finding => finding.Kind == kind && !finding.IsSuppressed);

    /// <summary>Rule and number, sorted by rule; suppressed ones are not counted.</summary>
    public IEnumerable<(string Rule, int Count)> CountsByRule() => Findings
        .Where(static finding => !finding.IsSuppressed)
        .GroupBy(static finding => finding.Rule, StringComparer.Ordinal)
        .OrderBy(static rule => rule.Key, StringComparer.Ordinal)
        .Select(static rule => (rule.Key, rule.Count()));
}

/// <summary>What was seen of one project.</summary>
/// <param name="Path">Repository-relative.</param>
/// <param name="Loaded">build or sources.</param>
/// <param name="Trainings">Training calls with a trainer in sight.</param>
/// <param name="Loads">Dataset loads.</param>
/// <param name="NotFullySeen">Training calls of which something could not be seen.</param>
/// <param name="NotLoaded">Parts that are not assessed.</param>
/// <param name="Failures">Why the analysis is not complete.</param>
internal sealed record CheckedProject(string Path, string Loaded, int Trainings, int Loads, int NotFullySeen, IReadOnlyList<string> NotLoaded, IReadOnlyList<string> Failures);
