using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Analyzers.Facts;

/// <summary>What rows in memory are made of: members of other rows, read where the rows are made.</summary>
/// <param name="Members">The members, each once.</param>
/// <param name="GroupedBy">What the other rows are grouped by before; null when they are not grouped.</param>
/// <param name="ChosenBy">What must be equal to something for another row to be taken.</param>
internal sealed record RowCopies(IReadOnlyList<CopiedMember> Members, IReadOnlyList<ISymbol>? GroupedBy, IReadOnlyList<ISymbol> ChosenBy)
{
    public static RowCopies None { get; } = new([], null, []);
}

/// <summary>A member of another row that is read to make a row.</summary>
/// <param name="RowType">The type of the other row.</param>
/// <param name="Member">The property or field.</param>
/// <param name="Target">The property or field of the new row that it is read for; null when that cannot be seen.</param>
/// <param name="IsSummed">Whether only a sum, a mean or a count over several rows is taken.</param>
internal sealed record CopiedMember(INamedTypeSymbol RowType, ISymbol Member, ISymbol? Target, bool IsSummed);
