using System.Runtime.CompilerServices;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>Recognizes well-known public datasets by their columns.</summary>
/// <remarks>
/// Names are compared by their letters and digits alone. A row is of a dataset when
/// <list type="bullet">
/// <item>it holds at least half of the dataset's columns, and at least four of them or all;</item>
/// <item>at least seven of ten of its own columns are the dataset's;</item>
/// <item>three of them tell this dataset from others: no more than two datasets have such a column, and it is no numbered one such as V1.
/// Two do when no column is missing on either side; one does with nine tenths of both sides and twelve columns.</item>
/// </list>
/// The label stands outside this count, because code renames it, and so do names such as Id and Features that every row may have.
/// A file that goes by the dataset's name lowers the first and the last condition to two columns with names of their own, or to nearly all that are
/// numbered, and decides nothing by itself.
/// The best match counts: most columns, then the larger part of the dataset, then the id.
/// </remarks>
internal sealed class KnownDatasets
{
    private const double LeastPartOfDataset = 0.5;
    private const double LeastPartOfRow = 0.7;
    private const int LeastColumns = 4;
    private const int LeastTelling = 3;
    private const int LeastTellingOfAll = 2;
    private const int MostDatasetsOfTellingColumn = 2;
    private const double NearlyAll = 0.9;
    private const int LeastOfNearlyAll = 12;
    private const int LeastWithFile = 2;

    /// <summary>The column name that trainers look for by default.</summary>
    private const string Label = "label";

    /// <summary>Columns that any row may have; they speak for no dataset and against none.</summary>
    private static readonly HashSet<string> s_anywhere = new(StringComparer.Ordinal) { "features", "id", "index", Label, "no", "rawlabel", "rowid", "target" };

    /// <summary>Compilations under one policy share one catalog.</summary>
    private static readonly ConditionalWeakTable<IReadOnlyList<KnownDataset>, KnownDatasets> s_catalogs = new();

    private readonly Candidate[] _candidates;
    private readonly Dictionary<string, Postings> _byColumn = new(StringComparer.Ordinal);

    /// <param name="datasets">The known datasets of the snapshot.</param>
    public KnownDatasets(IReadOnlyList<KnownDataset> datasets)
    {
        _candidates = [.. datasets.Select(static dataset => new Candidate(dataset))];
        for (var dataset = 0; dataset < _candidates.Length; dataset++)
        {
            foreach (var (key, column) in _candidates[dataset].Keys())
            {
                if (!_byColumn.TryGetValue(key, out var postings))
                    _byColumn.Add(key, postings = new Postings(IsNumbered(key)));
                var posting = new Posting(dataset, column);
                if (postings.Count == 0 || postings[postings.Count - 1] != posting)
                    postings.Add(posting);
            }
        }
    }

    /// <summary>The catalog of the known datasets of a snapshot.</summary>
    public static KnownDatasets Of(IReadOnlyList<KnownDataset> datasets) => s_catalogs.GetValue(datasets, static known => new KnownDatasets(known));

    /// <summary>The dataset that a row is of; null when it is of none that is known.</summary>
    /// <param name="columns">The names of each column, the one in the code first.</param>
    /// <param name="file">The path or name of the file it is loaded from; null when not known.</param>
    public KnownMatch? Match(IReadOnlyList<IReadOnlyList<string>> columns, string? file)
    {
        if (_candidates.Length == 0 || columns.Count == 0)
            return null;

        var keys = new string[columns.Count][];
        var tallies = new Dictionary<int, Tally>();
        var ownColumns = 0;
        var hasLabel = false;
        for (var at = 0; at < keys.Length; at++)
        {
            keys[at] = [.. columns[at].Select(IdentifierWords.Key)];
            var anywhere = Array.TrueForAll(keys[at], s_anywhere.Contains);
            if (!anywhere)
                ownColumns++;
            foreach (var key in keys[at])
            {
                hasLabel |= key == Label;
                if (s_anywhere.Contains(key) || !_byColumn.TryGetValue(key, out var postings))
                    continue;
                foreach (var posting in postings)
                {
                    if (!tallies.TryGetValue(posting.Dataset, out var tally))
                        tallies.Add(posting.Dataset, tally = new Tally(_candidates[posting.Dataset].Dataset.Columns.Count));
                    tally.Add(posting.Column, at, postings.IsNumbered, isRare: postings.Count <= MostDatasetsOfTellingColumn, isLabel: _candidates[posting.Dataset].Label == posting.Column);
                }
            }
        }

        var name = file is null ? null : FilePaths.Segments(file).LastOrDefault();
        var best = tallies
            .Where(entry => _candidates[entry.Key].IsMet(entry.Value, ownColumns, hasLabel, name))
            .OrderByDescending(static entry => entry.Value.Columns)
            .ThenByDescending(entry => _candidates[entry.Key].PartOf(entry.Value))
            .ThenBy(entry => _candidates[entry.Key].Dataset.Id, StringComparer.Ordinal)
            .Select(entry => ((int Dataset, Tally Tally)?)(entry.Key, entry.Value))
            .FirstOrDefault();
        return best is { } found ? _candidates[found.Dataset].MatchOf(found.Tally, keys) : file is null ? null : ByPlace(keys, file);
    }

    /// <summary>Columns that are only counted (col0, col1, …), as many as the dataset of that file has, are its columns in order.</summary>
    private KnownMatch? ByPlace(string[][] keys, string file) =>
        Array.TrueForAll(keys, static names => names.All(static key => IsNumbered(key) || key is Label)) && ByFile(file) is { } dataset && dataset.Columns.Count == keys.Length
            ? new KnownMatch(dataset, [.. dataset.Columns])
            : null;

    /// <summary>A dataset whose files go by this name, when all that do are about the same kind of subject; null when none does or they differ.</summary>
    public KnownDataset? SubjectByFile(string file) =>
        FilePaths.Segments(file).LastOrDefault() is { } name && _candidates.Where(candidate => candidate.GoesBy(name)).Select(static candidate => candidate.Dataset).ToList() is [var first, ..] named
        && named.TrueForAll(other => other.Subject == first.Subject) ? first : null;

    /// <summary>The one dataset whose files go by this name; null when none does or several do. It tells where to look, not what the data is.</summary>
    public KnownDataset? ByFile(string file)
    {
        var named = FilePaths.Segments(file).LastOrDefault() is { } name ? _candidates.Where(candidate => candidate.GoesBy(name)).Take(2).ToList() : [];
        return named.Count == 1 ? named[0].Dataset : null;
    }

    /// <summary>V1, x12, Col0, feature3: names that come from counting.</summary>
    private static bool IsNumbered(string key)
    {
        var end = key.Length;
        while (end > 0 && key[end - 1] is >= '0' and <= '9')
            end--;
        var letters = key.Substring(0, end);
        return letters.Length < key.Length && letters is { Length: <= 1 } or "col" or "column" or "attribute" or "feature" or "field" or "var";
    }

    private readonly record struct Posting(int Dataset, int Column);

    /// <summary>The datasets that have a column of one name, and whether the name comes from counting.</summary>
    private sealed class Postings(bool isNumbered) : List<Posting>(1)
    {
        public bool IsNumbered { get; } = isNumbered;
    }

    /// <summary>What a row shares with one dataset; two columns of the row that are one of the dataset count once.</summary>
    private sealed class Tally(int columns)
    {
        private readonly Counted[] _counted = new Counted[columns];
        private int _lastColumn = -1;
        private int _lastLabel = -1;

        /// <summary>Columns of the dataset that the row has, without the label.</summary>
        public int Columns { get; private set; }

        /// <summary>Those, and the label, that tell this dataset from others.</summary>
        public int Telling { get; private set; }

        /// <summary>Those, and the label, that have a name and not only a number.</summary>
        public int Named { get; private set; }

        /// <summary>Columns of the row that are the dataset's, without the label.</summary>
        public int RowColumns { get; private set; }

        /// <summary>Columns of the row that are the dataset's label and nothing else.</summary>
        public int RowLabels { get; private set; }

        /// <summary>The row's columns must come in order.</summary>
        public void Add(int column, int rowColumn, bool isNumbered, bool isRare, bool isLabel)
        {
            if (!isNumbered)
            {
                Named += First(Counted.Named, column);
                if (isRare)
                    Telling += First(Counted.Telling, column);
            }

            if (isLabel)
            {
                if (_lastColumn != rowColumn && _lastLabel != rowColumn)
                    RowLabels++;
                _lastLabel = rowColumn;
                return;
            }

            Columns += First(Counted.Column, column);
            if (_lastColumn != rowColumn)
                RowColumns++;
            if (_lastLabel == rowColumn && _lastColumn != rowColumn)
                RowLabels--;
            _lastColumn = rowColumn;
        }

        private int First(Counted kind, int column)
        {
            if ((_counted[column] & kind) != 0)
                return 0;
            _counted[column] |= kind;
            return 1;
        }

        [Flags]
        private enum Counted : byte
        {
            Not = 0,
            Column = 1,
            Named = 2,
            Telling = 4,
        }
    }

    private sealed class Candidate
    {
        private readonly string[][] _keys;
        private readonly int _size;

        public Candidate(KnownDataset dataset)
        {
            Dataset = dataset;
            _keys = new string[dataset.Columns.Count][];
            for (var column = 0; column < _keys.Length; column++)
            {
                var (name, spellings) = (dataset.Columns[column].Name, dataset.Columns[column].Spellings);
                _keys[column] = new string[spellings.Count + 1];
                _keys[column][0] = IdentifierWords.Key(name);
                for (var spelling = 0; spelling < spellings.Count; spelling++)
                    _keys[column][spelling + 1] = IdentifierWords.Key(spellings[spelling]);
            }

            Label = dataset.Columns.ToList().FindIndex(static column => column.Roles.Contains("label"));
            _size = _keys.Where((keys, column) => column != Label && !s_anywhere.Contains(keys[0])).Count();
        }

        public KnownDataset Dataset { get; }

        /// <summary>The label's place; -1 when the dataset names none.</summary>
        public int Label { get; }

        public IEnumerable<(string Key, int Column)> Keys() => _keys.SelectMany(static (keys, column) => keys.Select(key => (key, column)));

        public bool GoesBy(string name) => Dataset.Files.Any(pattern => FilePaths.MatchesPattern([name], [pattern]));

        public double PartOf(Tally tally) => _size == 0 ? 0 : (double)tally.Columns / _size;

        public bool IsMet(Tally tally, int ownColumns, bool hasLabel, string? file)
        {
            var ofDataset = PartOf(tally);
            var ofRow = (double)tally.RowColumns / Math.Max(1, ownColumns - tally.RowLabels);
            if (ofRow < LeastPartOfRow)
                return false;
            var nearlyAll = ofDataset >= NearlyAll && ofRow >= NearlyAll && tally.Columns >= LeastOfNearlyAll;
            if (nearlyAll && tally.Telling > 0)
                return true;
            var telling = ofDataset >= 1 && ofRow >= 1 ? LeastTellingOfAll : LeastTelling;
            if (ofDataset >= LeastPartOfDataset && tally.Telling >= telling && tally.Columns >= Math.Min(LeastColumns, _size))
                return true;
            var named = tally.Named + (hasLabel && Label >= 0 && tally.RowLabels == 0 ? 1 : 0);
            return file is not null && (nearlyAll || named >= LeastWithFile) && GoesBy(file);
        }

        /// <summary>A column Label, which every pipeline wants, is the dataset's label when that is not there under its own name.</summary>
        public KnownMatch MatchOf(Tally tally, string[][] keys)
        {
            var byKey = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (key, column) in Keys())
                if (!byKey.ContainsKey(key))
                    byKey.Add(key, column);
            var columns = new KnownColumn?[keys.Length];
            for (var at = 0; at < keys.Length; at++)
            {
                foreach (var key in keys[at])
                {
                    if (byKey.TryGetValue(key, out var column))
                        columns[at] ??= Dataset.Columns[column];
                    else if (key == KnownDatasets.Label && Label >= 0 && tally.RowLabels == 0)
                        columns[at] ??= Dataset.Columns[Label];
                }
            }

            return new KnownMatch(Dataset, columns);
        }
    }
}

/// <summary>A row that is of a known dataset.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Columns">For each column of the row, in its order, the dataset's; null when the dataset has none such.</param>
internal sealed record KnownMatch(KnownDataset Dataset, IReadOnlyList<KnownColumn?> Columns)
{
    /// <summary>Completes "personal by …".</summary>
    public string Evidence => $"columns of {Dataset.Title}";

    /// <summary>Whether a row describes a person; null when it holds text or deeds of people, which tell of a person only in part.</summary>
    public bool? AboutPeople => Dataset.Subject switch { "people" => true, "not-people" or "aggregate" => false, _ => null };

    /// <summary>Whether it holds text that people wrote.</summary>
    public bool IsText => Dataset.Subject == "people-text";

    /// <summary>One clause.</summary>
    public string Why => $"the columns are those of {Dataset.Title}, " + Dataset.Subject switch
    {
        "people" => "in which a row describes a person",
        "aggregate" => "in which a row describes a group or an area, not a person",
        "people-text" => "which holds text that people wrote; no column says who",
        "people-actions" => "which holds what people did; only the columns about who did it are theirs alone",
        _ => "which is not about people",
    };
}
