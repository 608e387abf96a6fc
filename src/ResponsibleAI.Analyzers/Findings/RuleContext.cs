using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Analyzers.Policies;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Findings;

/// <summary>What every rule may ask: policy, cards, purposes, who is personal.</summary>
internal sealed class RuleContext(PolicySnapshot policy, CardIndex cards, DeclaredPurposes purposes, PersonalDataClassifier classifier)
{
    public PolicySnapshot Policy { get; } = policy;

    public CardIndex Cards { get; } = cards;

    public DeclaredPurposes Purposes { get; } = purposes;

    /// <summary>What is personal in rows of a type that no load brings.</summary>
    public RowAssessment Assess(Microsoft.CodeAnalysis.INamedTypeSymbol rowType) => classifier.Assess(rowType, null);

    /// <summary>What is personal in the rows of a load.</summary>
    public RowAssessment Assess(DatasetLoad load)
    {
        var card = Cards.CardOf(load);
        return load.Schema.RowType is { } rowType
            ? classifier.Assess(rowType, card)
            : classifier.Assess([.. load.Schema.Columns.Select(static column => new ColumnShape(column.Name, column.Type))], card);
    }

    /// <summary>Why a loaded column is personal; null when nothing says so.</summary>
    public PersonalColumn? Personal(LoadedColumn column, DatasetLoad load)
    {
        var assessment = Assess(load);
        foreach (var assessed in assessment.Columns)
            if (column.Member is null ? assessed.Column == column.Name : column.Member.Equals(assessed.Member, Microsoft.CodeAnalysis.SymbolEqualityComparer.Default))
                return assessed.Personal;
        if (load.Schema.Columns.Contains(column))
            return null;

        // A column that only the pipeline names: judged by its name and by its card.
        return classifier.Assess([new ColumnShape(column.Name, column.Type)], Cards.CardOf(load)).Columns[0].Personal;
    }
}
