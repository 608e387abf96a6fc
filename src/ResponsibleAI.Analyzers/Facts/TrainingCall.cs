using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Lineage;

namespace ResponsibleAI.Analyzers.Facts;

/// <summary>A call that trains a model. One call is one fact: two with the same content are still two.</summary>
internal sealed class TrainingCall
{
    public required IOperation Call { get; init; }

    /// <summary>The member it stands in.</summary>
    public required ISymbol Container { get; init; }

    public required INamedTypeSymbol OutermostType { get; init; }

    /// <summary>Such as FastTree; several when the code chooses among them.</summary>
    public IReadOnlyList<string> Trainers { get; init; } = [];

    /// <summary>Whether a trainer is in sight; else the call may only fit transforms, and nothing is claimed about it.</summary>
    public bool IsCertain => Trainers.Count > 0;

    /// <summary>Where the trained models are made, when the call itself does not make them.</summary>
    public IReadOnlyList<IOperation> Models { get; init; } = [];

    /// <summary>The loads whose rows it is trained on.</summary>
    public IReadOnlyList<DatasetLoad> Data { get; init; } = [];

    /// <summary>Those of <see cref="Data"/> whose rows are divided before, so that a part of them may be kept for testing.</summary>
    public IReadOnlyList<DatasetLoad> Divided { get; init; } = [];

    /// <summary>The loads whose rows it is given to validate with.</summary>
    public IReadOnlyList<DatasetLoad> Validation { get; init; } = [];

    /// <summary>Columns that reach the trainer; a column comes once for each role.</summary>
    public IReadOnlyList<TrainedColumn> Columns { get; init; } = [];

    /// <summary>The columns that the pipeline names of rows that are not in sight; null when it names none, or the rows are in sight.</summary>
    public DatasetLoad? Unplaced { get; init; }

    /// <summary>Names of columns that the pipeline drops.</summary>
    public IReadOnlyList<string> Dropped { get; init; } = [];

    /// <summary>What could not be seen, each reason once; empty when all was.</summary>
    public IReadOnlyList<string> NotSeen { get; init; } = [];

    public Location Location => Findings.Places.Of(Call);
}

/// <summary>A loaded column that reaches a trainer.</summary>
/// <param name="Column">The column.</param>
/// <param name="Load">The load that brings it.</param>
/// <param name="Role">What the trainer takes it for.</param>
/// <param name="Hops">The transforms it passes, first to last.</param>
internal sealed record TrainedColumn(LoadedColumn Column, DatasetLoad Load, ColumnRole Role, IReadOnlyList<Hop> Hops);

/// <summary>What a trainer takes a column for.</summary>
internal enum ColumnRole
{
    Feature,
    Label,
    Weight,
    Group,
}
