using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Facts;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>What rows are about, and what is personal in them, by the other rows that they are made of. Asked where their own names leave it open.</summary>
internal sealed class CopiedRows(RowCopies copies, INamedTypeSymbol rowType, PersonalDataClassifier classifier)
{
    /// <summary>A row that is made of a row about a person is about that person; sums over many people are about nobody.</summary>
    public SubjectDecision? Subject()
    {
        var single = copies.Members.Where(member => !SymbolEqualityComparer.Default.Equals(member.RowType, rowType)).ToList();
        if (single.Count == 0)
            return null;
        if (copies.ChosenBy.Concat(copies.GroupedBy ?? []).FirstOrDefault(PointsAtPerson) is { } one)
            return new SubjectDecision(true, $"a row is made of the rows of one person, by '{one.ContainingType.Name}.{one.Name}'");
        if (copies.GroupedBy is not null)
            return null;
        if (single.Find(member => !member.IsSummed && classifier.Assess(member.RowType, null).AboutPeople == true) is { RowType: var about })
            return new SubjectDecision(true, $"a row is made of a row of '{about.Name}': {classifier.Assess(about, null).Why}");
        return single.TrueForAll(member => classifier.Assess(member.RowType, null).AboutPeople == false)
            ? new SubjectDecision(false, $"a row is made of a row of '{single[0].RowType.Name}': {classifier.Assess(single[0].RowType, null).Why}")
            : null;
    }

    /// <summary>What a column is copied from, when that is personal by a name or a mark of its own.</summary>
    public PersonalColumn? Column(ISymbol? column)
    {
        if (column is null || copies.GroupedBy is not null)
            return null;
        foreach (var copied in copies.Members)
            if (!copied.IsSummed && SymbolEqualityComparer.Default.Equals(copied.Target, column) && Of(copied.Member, copied.RowType) is { Layer: not DecidingLayer.RowSubject } personal)
                return personal with { Evidence = $"{personal.Evidence} of '{copied.RowType.Name}.{copied.Member.Name}', which it is made of" };
        return null;
    }

    private bool PointsAtPerson(ISymbol member) =>
        member.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Struct } type && Of(member, type) is { Layer: not DecidingLayer.RowSubject, Category: var category } && PersonSigns.PointsAtPerson(category);

    private PersonalColumn? Of(ISymbol member, INamedTypeSymbol type)
    {
        foreach (var column in classifier.Assess(type, null).Columns)
            if (SymbolEqualityComparer.Default.Equals(column.Member, member))
                return column.Personal;
        return null;
    }
}
