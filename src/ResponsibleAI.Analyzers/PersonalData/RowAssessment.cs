using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Datasets;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>What is personal in a row.</summary>
/// <param name="AboutPeople">Whether a row describes a person; null when that cannot be told.</param>
/// <param name="Why">One clause that names the words or the source that decided, such as "the columns 'age', 'sex' describe a person".</param>
/// <param name="Columns">All columns in order of declaration, base types first.</param>
internal sealed record RowAssessment(bool? AboutPeople, string Why, IReadOnlyList<RowColumn> Columns)
{
    /// <summary>The well-known dataset that has these columns; null when none has.</summary>
    public KnownMatch? Known { get; init; }

    /// <summary>The columns that tell of somebody by themselves, where the row is about a person only since it says whose it is; null where more says so.</summary>
    public IReadOnlyList<string>? BesideOwner { get; init; }
}

/// <summary>A column of a row.</summary>
/// <param name="Column">The name that pipelines use: of [ColumnName] or [LoadColumnName], else of the member.</param>
/// <param name="Member">The property or field; null when the columns were listed without a row type.</param>
/// <param name="Personal">Null when nothing says that it is personal.</param>
internal sealed record RowColumn(string Column, ISymbol? Member, PersonalColumn? Personal);

/// <summary>Why a column is personal.</summary>
/// <param name="Category">A data category of the taxonomy; "user" when no more is known.</param>
/// <param name="Layer">What decided.</param>
/// <param name="Evidence">Completes "personal by …", such as "name 'marital status'" or "data card 'customers'".</param>
internal sealed record PersonalColumn(string Category, DecidingLayer Layer, string Evidence)
{
    /// <summary>Whether its values are what the category is named after, such as the number of an account, and not a balance or a flag; null when they may be either.</summary>
    public bool? HoldsNamed { get; init; } = true;
}

/// <summary>A column that is listed instead of declared by a row type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in the words of the place that lists it (Single, String, number, …); null when not seen.</param>
internal sealed record ColumnShape(string Name, string? Type);
