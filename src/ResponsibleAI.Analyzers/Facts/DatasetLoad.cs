using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Facts;

/// <summary>A place where code loads rows. One load is one fact: two with the same content are still two.</summary>
internal sealed class DatasetLoad
{
    private IReadOnlyList<ResolvedText> _sources = [];

    /// <summary>The call that names the data.</summary>
    public required IOperation Call { get; init; }

    /// <summary>The member or type it stands in.</summary>
    public required ISymbol Container { get; init; }

    /// <summary>The type it stands in; of nested types the outermost.</summary>
    public required INamedTypeSymbol OutermostType { get; init; }

    /// <summary>The files, databases or folders it may load; one entry for each.</summary>
    public IReadOnlyList<ResolvedText> Sources
    {
        get => _sources;
        init => _sources = value;
    }

    /// <summary>The columns as the code declares them.</summary>
    public required RowSchema Schema { get; init; }

    /// <summary>Where the rows come from when it is no file.</summary>
    public LoadKind Kind { get; init; }

    /// <summary>The sources are read together, as the files of one dataset; else each is another way to call.</summary>
    public bool IsOfManyFiles { get; init; }

    /// <summary>Names of the columns that a query selects; null when there is no query or its list is not plain.</summary>
    public IReadOnlyList<string>? SelectedColumns { get; init; }

    /// <summary>Where rows in memory were read from their file; null when the call names the data itself, or gives a helper the path.</summary>
    public IOperation? ReadAt { get; init; }

    /// <summary>The other rows that rows in memory are made of.</summary>
    public RowCopies Copies { get; init; } = RowCopies.None;

    /// <summary>The loads that rows in memory were taken from.</summary>
    public IReadOnlyList<DatasetLoad> TakenFrom { get; init; } = [];

    /// <summary>The part of a divided dataset that the call asks for by name: train or test; null when it asks for none.</summary>
    public string? Part { get; init; }

    /// <summary>The rows are objects before they are loaded, so other code of the program may use them in ways that are not in sight.</summary>
    public bool IsOfObjects { get; init; }

    /// <summary>False for an empty list, which gives columns only.</summary>
    public bool HasRows { get; init; } = true;

    /// <summary>Where the data comes into the program.</summary>
    public Location Location => Findings.Places.Of(ReadAt ?? Call);

    /// <summary>The same place, seen as a load of these sources alone.</summary>
    public DatasetLoad Of(IReadOnlyList<ResolvedText> sources)
    {
        var load = (DatasetLoad)MemberwiseClone();
        load._sources = sources;
        return load;
    }
}

/// <summary>Where the rows of a load come from.</summary>
internal enum LoadKind
{
    /// <summary>A file, folder or URL.</summary>
    File,

    /// <summary>A database.</summary>
    Database,

    /// <summary>Objects in memory.</summary>
    Memory,

    /// <summary>An empty list that gives a schema and no rows, or rows written out in code.</summary>
    SchemaOnly,

    /// <summary>Rows of data views that were loaded before.</summary>
    Derived,

    /// <summary>Rows that a caller hands in and nobody in sight is that caller; the columns are those that the pipeline names.</summary>
    Passed,
}
