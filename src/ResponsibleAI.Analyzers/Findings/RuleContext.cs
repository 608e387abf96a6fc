using System.Collections.Concurrent;
using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Analyzers.Policies;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Findings;

/// <summary>What every rule may ask: policy, cards, purposes, who is personal.</summary>
internal sealed class RuleContext(PolicySnapshot policy, CardIndex cards, DeclaredPurposes purposes, PersonalDataClassifier classifier)
{
    private readonly Dictionary<string, DataCategory> _categories = ByKey(policy.Categories);

    /// <summary>Rules ask for every column of a load; its rows are assessed once.</summary>
    private readonly ConcurrentDictionary<DatasetLoad, RowAssessment> _assessed = new();

    private readonly ConcurrentDictionary<TrainingCall, PersonalFlow> _flows = new();

    public PolicySnapshot Policy { get; } = policy;

    public CardIndex Cards { get; } = cards;

    public DeclaredPurposes Purposes { get; } = purposes;

    /// <summary>What the laws say of a category; a key that the taxonomy lacks counts as the nearest one above it.</summary>
    public DataCategory? Category(string key)
    {
        for (var at = key; at.Length > 0; at = at.LastIndexOf('.') is var dot and > 0 ? at.Substring(0, dot) : "")
            if (_categories.TryGetValue(at, out var category))
                return category;
        return null;
    }

    /// <summary>What is personal in the rows of a type of which no load is known.</summary>
    public RowAssessment Assess(Microsoft.CodeAnalysis.INamedTypeSymbol rowType) => classifier.Assess(rowType, null);

    /// <summary>What makes a value of that name personal by itself; null when the name alone is not enough.</summary>
    public PersonalColumn? PersonalName(string name) =>
        classifier.Assess([new ColumnShape(name, null)], null).Columns[0].Personal is { Layer: <= DecidingLayer.StrictName } personal ? personal : null;

    /// <summary>What is personal in the rows of a load.</summary>
    public RowAssessment Assess(DatasetLoad load) => _assessed.TryGetValue(load, out var known) ? known : _assessed.GetOrAdd(load, AssessOnce(load));

    /// <summary>The personal columns that reach a training call.</summary>
    public PersonalFlow Flow(TrainingCall call) => _flows.TryGetValue(call, out var known) ? known : _flows.GetOrAdd(call, PersonalFlow.Of(call, this));

    private RowAssessment AssessOnce(DatasetLoad load)
    {
        var card = Cards.CardOf(load);
        var file = load.Sources.Select(source => LoadNames.Of(load, source)).FirstOrDefault(static name => name is not null);
        if (load.Kind == LoadKind.Database && file is not null)
            file = file.Substring(file.LastIndexOf('.') + 1); // dbo.Employees is the table Employees
        return load.Schema.RowType is { } rowType
            ? classifier.Assess(rowType, card, file, load.Copies)
            : classifier.Assess([.. load.Schema.Columns.Select(static column => new ColumnShape(column.Name, column.Type))], card, file);
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

    private static Dictionary<string, DataCategory> ByKey(IReadOnlyList<DataCategory> categories)
    {
        var byKey = new Dictionary<string, DataCategory>(StringComparer.Ordinal);
        foreach (var category in categories)
            byKey[category.Key] = category;
        return byKey;
    }
}
