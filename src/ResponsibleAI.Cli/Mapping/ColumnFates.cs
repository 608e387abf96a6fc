using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Facts;

namespace ResponsibleAI.Cli.Mapping;

/// <summary>What becomes of the columns of one kind of row in the training calls of a project.</summary>
internal sealed class ColumnFates
{
    /// <summary>What becomes of the column cannot be told.</summary>
    public const string Unknown = "unknown";

    private static readonly Dictionary<ColumnRole, string> s_words = new()
    {
        [ColumnRole.Feature] = "feature",
        [ColumnRole.Label] = "label",
        [ColumnRole.Weight] = "weight",
        [ColumnRole.Group] = "group",
    };

    private readonly List<TrainedColumn> _trained = [];
    private readonly ILookup<ISymbol?, TrainedColumn> _copied;
    private readonly HashSet<string> _dropped = new(StringComparer.Ordinal);
    private readonly bool _allInSight;

    /// <param name="trainings">All training calls of the project.</param>
    /// <param name="isOfThese">Whether a load brings the rows meant.</param>
    public ColumnFates(IReadOnlyList<TrainingCall> trainings, Func<DatasetLoad, bool> isOfThese)
    {
        var (isTrainedOn, mayHideMore) = (false, false);
        foreach (var training in trainings)
        {
            if (training.Data.Any(isOfThese))
            {
                _trained.AddRange(training.Columns.Where(column => isOfThese(column.Load)));
                _dropped.UnionWith(training.Dropped);
                isTrainedOn = true;
                mayHideMore |= training.NotSeen.Count > 0 || !training.IsCertain;
            }
            else
            {
                mayHideMore |= training.Data.Count == 0; // it may be trained on these rows
            }
        }

        _allInSight = isTrainedOn && !mayHideMore;
        _copied = trainings.SelectMany(static training => training.Columns).SelectMany(Copies).ToLookup(static ISymbol? (copy) => copy.From, static copy => copy.To, SymbolEqualityComparer.Default);
    }

    /// <summary>Columns that pipelines name and no declaration does.</summary>
    public IEnumerable<LoadedColumn> Undeclared(IReadOnlyCollection<string> declared) =>
        _trained.Select(static trained => trained.Column).Where(column => column.Member is null && !declared.Contains(column.Name)).DistinctBy(static column => column.Name);

    /// <summary>What becomes of a column. That nothing becomes of it is said only when something is trained on the rows, and all of that was in sight.</summary>
    /// <param name="name">As pipelines call it.</param>
    /// <param name="member">Its member; null when it has none.</param>
    /// <param name="identifies">Whether its values identify a row or a person.</param>
    public (string Role, bool? ReachesFeatures, TrainedColumn? Way) Of(string name, ISymbol? member, bool identifies)
    {
        var ways = _trained.Where(trained => member is null ? trained.Column.Name == name : SymbolEqualityComparer.Default.Equals(trained.Column.Member, member)).ToList();
        if (ways.Count == 0 && member is not null)
            ways.AddRange(_copied[member]);
        var feature = ways.Find(static way => way.Role == ColumnRole.Feature);
        bool? reaches = feature is not null ? true : _allInSight ? false : null;
        var best = ways.Find(static way => way.Role == ColumnRole.Label) ?? feature ?? ways.FirstOrDefault();
        if (best is not null)
            return (s_words[best.Role], reaches, feature ?? best);
        if (_dropped.Contains(name))
            return ("dropped", reaches, null);
        return (reaches is null ? Unknown : identifies ? "id" : "unused", reaches, null);
    }

    /// <summary>The members of other rows that a trained column is made of.</summary>
    private static IEnumerable<(ISymbol From, TrainedColumn To)> Copies(TrainedColumn trained) =>
        trained.Load.Copies.Members.Where(copied => copied.Target is not null && SymbolEqualityComparer.Default.Equals(copied.Target, trained.Column.Member)).Select(copied => (copied.Member, trained));
}
