using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Analyzers.Facts;

/// <summary>The columns that a load declares.</summary>
/// <param name="RowType">The class; null when the columns are written out or not in sight.</param>
/// <param name="Columns">In order of declaration.</param>
/// <param name="Missing">Why there may be other columns; null when there are none.</param>
internal sealed record RowSchema(INamedTypeSymbol? RowType, IReadOnlyList<LoadedColumn> Columns, string? Missing)
{
    public static RowSchema Unknown(string reason) => new(null, [], reason);

    public LoadedColumn? Column(string name)
    {
        foreach (var column in Columns)
            if (column.Name == name)
                return column;
        return null;
    }
}

/// <summary>A column that code declares.</summary>
/// <param name="Name">As pipelines call it.</param>
/// <param name="Member">The property or field; null when the column is written out.</param>
/// <param name="Type">The value type as the code names it; null when it does not.</param>
/// <param name="Location">Where it is declared; null in another assembly.</param>
internal sealed record LoadedColumn(string Name, ISymbol? Member, string? Type, Location? Location)
{
    /// <summary>As a message names it: Type.Member, or the column in quotes.</summary>
    public string Display => Member is null ? Name : $"{Member.ContainingType.Name}.{Member.Name}";
}
