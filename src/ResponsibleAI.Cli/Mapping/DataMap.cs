namespace ResponsibleAI.Cli.Mapping;

/// <summary>Which data the code of a repository loads, what rows describe, and which models come of it. As published in docs/schema/map.schema.json.</summary>
/// <param name="Projects">Sorted by path.</param>
internal sealed record DataMap(IReadOnlyList<MappedProject> Projects)
{
    /// <summary>The map of a repository: a row type that one project only declares is drawn where others load it.</summary>
    public static DataMap Of(IReadOnlyList<MappedProject> projects)
    {
        var loaded = projects.SelectMany(static project => project.RowTypes).Where(static row => row.IsLoaded).Select(static row => (row.At, row.Name)).ToHashSet();
        return new DataMap(
        [
            .. projects
                .OrderBy(static project => project.Path, StringComparer.Ordinal)
                .Select(project => project with { RowTypes = [.. project.RowTypes.Where(row => row.IsLoaded || row.IsEmbedded || !loaded.Contains((row.At, row.Name)))] }),
        ]);
    }
}

/// <summary>One project.</summary>
/// <param name="Path">Repository-relative.</param>
/// <param name="Loaded">build or sources.</param>
/// <param name="NotAssessed">Parts that could not be loaded or analyzed.</param>
/// <param name="RowTypes">Sorted by place.</param>
/// <param name="Loads">Sorted by place.</param>
/// <param name="Models">Sorted by place.</param>
internal sealed record MappedProject(string Path, string Loaded, IReadOnlyList<string> NotAssessed, IReadOnlyList<MappedRowType> RowTypes, IReadOnlyList<MappedLoad> Loads, IReadOnlyList<MappedModel> Models);

/// <summary>A line of a file.</summary>
/// <param name="File">Repository-relative.</param>
/// <param name="Line">1-based.</param>
internal readonly record struct Place(string File, int Line) : IComparable<Place>
{
    public int CompareTo(Place other) => string.CompareOrdinal(File, other.File) is var order && order != 0 ? order : Line.CompareTo(other.Line);
}

/// <summary>A class, or a list of columns written out in code.</summary>
/// <param name="Name">Null when the columns have no class.</param>
/// <param name="At">Its declaration; of a type of another assembly the load.</param>
/// <param name="IsLoaded">Whether a load in this project brings such rows.</param>
/// <param name="IsEmbedded">Whether values of such rows go into an embedding or a vector store.</param>
/// <param name="AboutPeople">Null when it cannot be told.</param>
/// <param name="Why">What decided.</param>
/// <param name="Columns">In order of declaration.</param>
internal sealed record MappedRowType(string? Name, Place At, bool IsLoaded, bool IsEmbedded, bool? AboutPeople, string Why, IReadOnlyList<MappedColumn> Columns);

/// <summary>A column.</summary>
/// <param name="Name">As pipelines call it.</param>
/// <param name="Member">The property or field; null when it has none.</param>
/// <param name="At">Its declaration, else the load's.</param>
/// <param name="Category">A data category; null when nothing says that it is personal.</param>
/// <param name="Layer">What decided; null when nothing says that it is personal.</param>
/// <param name="Evidence">The word or source that decided.</param>
/// <param name="Role">feature, label, weight, group, id, dropped, unused, embedded or unknown.</param>
/// <param name="ReachesFeatures">Null when it cannot be told.</param>
/// <param name="Steps">The transforms and the trainer it passes, first to last.</param>
internal sealed record MappedColumn(string Name, string? Member, Place At, string? Category, string? Layer, string? Evidence, string Role, bool? ReachesFeatures, IReadOnlyList<MappedStep> Steps);

/// <summary>A transform or a trainer on a column's way.</summary>
internal sealed record MappedStep(string Name, Place At);

/// <summary>A dataset that is loaded.</summary>
/// <param name="At">The call.</param>
/// <param name="Kind">file, database, memory or download.</param>
/// <param name="Name">The path, URL or table as far as it is in sight, … for holes; null when nothing is.</param>
/// <param name="Resolution">known, partial or unknown.</param>
/// <param name="Why">Why it is not known, or what else may be loaded in its place; null when neither is.</param>
/// <param name="Role">The first of its roles: train, validation, test, prediction, download; unknown when there is none.</param>
/// <param name="Roles">All of them, in that order.</param>
/// <param name="RoleFrom">data-flow, or name when no use is in sight and the file's name tells; null when nothing does.</param>
/// <param name="IsDivided">Whether code divides its rows, so that one load brings training and test rows.</param>
/// <param name="Card">The id of its data card; null when it has none.</param>
/// <param name="RowType">The class of its rows; null when they have none.</param>
/// <param name="SelectedColumns">What a query selects; null when there is no query or its list is not plain.</param>
/// <param name="DownloadedFrom">The address that the program itself fetches the file or its archive from; null when it fetches none or the address is not in sight.</param>
internal sealed record MappedLoad(Place At, string Kind, string? Name, string Resolution, string? Why, string Role, IReadOnlyList<string> Roles, string? RoleFrom, bool IsDivided, string? Card, string? RowType, IReadOnlyList<string>? SelectedColumns, string? DownloadedFrom);

/// <summary>A training call and what becomes of its model.</summary>
/// <param name="At">The call.</param>
/// <param name="Trainers">Several when the code chooses; empty when none is in sight.</param>
/// <param name="Saves">Where the model is saved, exported or served.</param>
/// <param name="AboutPeople">Whether it is trained on rows about people; null when it cannot be told.</param>
/// <param name="IsChecked">Whether this model is checked for fairness; null when that is not in sight or the model is never saved in sight.</param>
/// <param name="Purposes">Declared purposes.</param>
/// <param name="NotSeen">What could not be seen, each reason once.</param>
internal sealed record MappedModel(Place At, IReadOnlyList<string> Trainers, IReadOnlyList<MappedSave> Saves, bool? AboutPeople, bool? IsChecked, IReadOnlyList<string> Purposes, IReadOnlyList<string> NotSeen);

/// <summary>A call that saves, exports or serves.</summary>
internal sealed record MappedSave(string Kind, Place At);
