using Microsoft.CodeAnalysis.CSharp;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Cli.Policies;
using ResponsibleAI.Cli.Tables;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Cli.Cards;

/// <summary>What the columns of a table suggest: data categories by name, and the well-known dataset that has them. Reads as the analyzers do.</summary>
internal sealed class ColumnReader
{
    private readonly PolicySnapshot _policy;
    private readonly PersonalDataClassifier _classifier;

    /// <param name="policy">Its lexicon and known datasets decide.</param>
    public ColumnReader(CompiledPolicy policy)
    {
        using var reader = new StringReader(policy.Result.Snapshot);
        _policy = SnapshotXml.Read(reader);
        _classifier = new PersonalDataClassifier(_policy, CSharpCompilation.Create("columns"));
    }

    /// <summary>The ids that data cards of the policy have.</summary>
    public IReadOnlyCollection<string> CardIds => _policy.Cards.Select(static card => card.Id).ToHashSet(StringComparer.Ordinal);

    public RowAssessment Assess(DataTable table, string file) =>
        _classifier.Assess([.. table.Columns.Select(static column => new ColumnShape(column.Name, column.Type))], card: null, Path.GetFileName(file));

    /// <summary>The one well-known dataset whose files go by this name.</summary>
    public KnownDataset? KnownByFile(string file) => _classifier.KnownByFile(file);
}
