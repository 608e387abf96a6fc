using Microsoft.ML;

namespace ResponsibleAI.Fairness;

/// <summary>
/// Group fairness of scored ML.NET data. Each evaluation reads only the columns it names, in one pass, in memory that depends on the number of groups
/// and not on the number of rows.
/// </summary>
/// <remarks>
/// <c>mlContext.Fairness()</c> gives it in C# projects that reference Microsoft.ML; that method is compiled into the project, because a reference to
/// <c>MLContext</c> would make this package depend on all of Microsoft.ML. Elsewhere use <see cref="Instance"/>.
/// </remarks>
public sealed class FairnessCatalog
{
    private FairnessCatalog()
    {
    }

    /// <summary>The catalog. It holds nothing.</summary>
    public static FairnessCatalog Instance { get; } = new();

    /// <summary>Evaluates yes-or-no decisions.</summary>
    /// <param name="data">Scored data.</param>
    /// <param name="sensitiveColumnNames">Text, key, boolean or number columns with few values; each alone, then crossed.</param>
    /// <param name="favorable">The value of label and prediction that is good for the person. There is no default.</param>
    /// <param name="labelColumnName">What was true: boolean, text, key or number.</param>
    /// <param name="predictedLabelColumnName">What was predicted: boolean, text, key or number.</param>
    /// <param name="probabilityColumnName">
    /// For calibration; null for none. In a boolean label it is the probability of <c>true</c>, as ML.NET writes it; in any other, of the favorable outcome.
    /// </param>
    /// <param name="exampleWeightColumnName">Weights of 0 or more; null when every row counts 1.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">A column is missing or of the wrong type, or no row has the favorable value.</exception>
    /// <exception cref="InvalidOperationException">There are more groups than <see cref="FairnessOptions.MaxGroups"/>.</exception>
#pragma warning disable CA1822 // instance members, as every ML.NET catalog has them
    public BinaryFairness EvaluateBinary(
        IDataView data,
        IReadOnlyList<string> sensitiveColumnNames,
        Favorable favorable,
        string labelColumnName = "Label",
        string predictedLabelColumnName = "PredictedLabel",
        string? probabilityColumnName = null,
        string? exampleWeightColumnName = null,
        FairnessOptions? options = null)
    {
        options ??= new();
        var table = new GroupTable<BinaryCounts>(sensitiveColumnNames, options.MaxGroups);
        using var rows = new ScoredRows(data, [.. sensitiveColumnNames, labelColumnName, predictedLabelColumnName, probabilityColumnName, exampleWeightColumnName]);
        var cells = rows.CellsOf(table);
        var labels = new OutcomeColumn(rows.Codes(labelColumnName, new Vocabulary(labelColumnName, options.MaxGroups)), favorable);
        var predictions = new OutcomeColumn(rows.Codes(predictedLabelColumnName, new Vocabulary(predictedLabelColumnName, options.MaxGroups)), favorable);
        var probabilities = rows.Numbers(probabilityColumnName, otherwise: 0);
        var weights = rows.Numbers(exampleWeightColumnName);
        var ofTrue = labels.IsBoolean && favorable.Name == "false";
        while (rows.MoveNext())
        {
            var (label, prediction) = (labels.IsFavorable(), predictions.IsFavorable());
            var probability = probabilityColumnName is null ? 0 : probabilities();
            var weight = exampleWeightColumnName is null ? 1 : weights();
            if ((label is null ? RowDefect.Label : prediction is null ? RowDefect.Prediction : RowDefect.Of(weight, probability)) is { } defect)
            {
                table.AddUnusable(defect);
            }
            else if (weight > 0)
            {
                var counts = cells();
                if (probabilityColumnName is null)
                {
                    counts.Add(label!.Value, prediction!.Value, weight);
                }
                else
                {
                    counts.Add(label!.Value, prediction!.Value, ofTrue ? 1 - probability : probability, weight);
                }
            }
        }

        Require(favorable, $"{labelColumnName} or {predictedLabelColumnName}", labels, predictions);
        return new BinaryFairness(table, $"{labelColumnName} = {favorable}", options);
    }

    /// <summary>Evaluates decisions between several classes.</summary>
    /// <param name="data">Scored data.</param>
    /// <param name="sensitiveColumnNames">Text, key, boolean or number columns with few values; each alone, then crossed.</param>
    /// <param name="favorableClasses">The classes that are good for the person, as the columns write them.</param>
    /// <param name="labelColumnName">What was true: key, text or number.</param>
    /// <param name="predictedLabelColumnName">What was predicted: key, text or number. Keys are read by their names.</param>
    /// <param name="exampleWeightColumnName">Weights of 0 or more; null when every row counts 1.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">A column is missing or of the wrong type, or a favorable class occurs in no row.</exception>
    /// <exception cref="InvalidOperationException">There are more groups than <see cref="FairnessOptions.MaxGroups"/>.</exception>
    public MulticlassFairness EvaluateMulticlass(
        IDataView data,
        IReadOnlyList<string> sensitiveColumnNames,
        IReadOnlyCollection<string> favorableClasses,
        string labelColumnName = "Label",
        string predictedLabelColumnName = "PredictedLabel",
        string? exampleWeightColumnName = null,
        FairnessOptions? options = null)
    {
        options ??= new();
        var table = new GroupTable<MulticlassCounts>(sensitiveColumnNames, options.MaxGroups);
        using var rows = new ScoredRows(data, [.. sensitiveColumnNames, labelColumnName, predictedLabelColumnName, exampleWeightColumnName]);
        var cells = rows.CellsOf(table);
        var labels = rows.Codes(labelColumnName, new Vocabulary(labelColumnName, options.MaxGroups));
        var predictions = rows.Codes(predictedLabelColumnName, new Vocabulary(predictedLabelColumnName, options.MaxGroups));
        var weights = rows.Numbers(exampleWeightColumnName);
        while (rows.MoveNext())
        {
            var (label, prediction, weight) = (labels.Text(), predictions.Text(), weights());
            if ((label is null ? RowDefect.Label : prediction is null ? RowDefect.Prediction : RowDefect.Of(weight, 0)) is { } defect)
            {
                table.AddUnusable(defect);
            }
            else if (weight > 0)
            {
                cells().Add(label!, prediction!, weight);
            }
        }

        return new MulticlassFairness(table, favorableClasses, options);
    }

    /// <summary>Evaluates predicted numbers.</summary>
    /// <param name="data">Scored data.</param>
    /// <param name="sensitiveColumnNames">Text, key, boolean or number columns with few values; each alone, then crossed.</param>
    /// <param name="labelColumnName">What was true.</param>
    /// <param name="scoreColumnName">What was predicted.</param>
    /// <param name="exampleWeightColumnName">Weights of 0 or more; null when every row counts 1.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">A column is missing or of the wrong type.</exception>
    /// <exception cref="InvalidOperationException">There are more groups than <see cref="FairnessOptions.MaxGroups"/>.</exception>
    public RegressionFairness EvaluateRegression(
        IDataView data,
        IReadOnlyList<string> sensitiveColumnNames,
        string labelColumnName = "Label",
        string scoreColumnName = "Score",
        string? exampleWeightColumnName = null,
        FairnessOptions? options = null)
    {
        options ??= new();
        var table = new GroupTable<RegressionCounts>(sensitiveColumnNames, options.MaxGroups);
        using var rows = new ScoredRows(data, [.. sensitiveColumnNames, labelColumnName, scoreColumnName, exampleWeightColumnName]);
        var cells = rows.CellsOf(table);
        var (labels, scores, weights) = (rows.Numbers(labelColumnName), rows.Numbers(scoreColumnName), rows.Numbers(exampleWeightColumnName));
        while (rows.MoveNext())
        {
            var (label, score, weight) = (labels(), scores(), weights());
            if (RegressionFairness.Defect(label, score, weight) is { } defect)
            {
                table.AddUnusable(defect);
            }
            else if (weight > 0)
            {
                cells().Add(label, score, weight);
            }
        }

        return new RegressionFairness(table, options);
    }

    /// <summary>Evaluates rankings. Rows of a query stand together, as ML.NET's ranking trainers need them; one query at a time is kept.</summary>
    /// <param name="data">Scored data.</param>
    /// <param name="sensitiveColumnNames">Text, key, boolean or number columns with few values; each alone, then crossed.</param>
    /// <param name="labelColumnName">Relevance of 0 or more: a number, or a key whose first value is relevance 0.</param>
    /// <param name="rowGroupColumnName">The query: key, number, or text.</param>
    /// <param name="scoreColumnName">Higher stands further up.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">A column is missing or of the wrong type.</exception>
    /// <exception cref="InvalidOperationException">There are more groups than <see cref="FairnessOptions.MaxGroups"/>.</exception>
    public RankingFairness EvaluateRanking(
        IDataView data,
        IReadOnlyList<string> sensitiveColumnNames,
        string labelColumnName = "Label",
        string rowGroupColumnName = "GroupId",
        string scoreColumnName = "Score",
        FairnessOptions? options = null)
    {
        options ??= new();
        var table = new GroupTable<RankingCounts>(sensitiveColumnNames, options.MaxGroups);
        using var rows = new ScoredRows(data, [.. sensitiveColumnNames, labelColumnName, rowGroupColumnName, scoreColumnName]);
        var cells = rows.CellsOf(table);
        var queries = rows.Changes(rowGroupColumnName);
        var (labels, scores) = (rows.Numbers(labelColumnName), rows.Numbers(scoreColumnName));
        var query = new RankedQuery(options.TopK);
        while (rows.MoveNext())
        {
            if (queries())
            {
                query.Flush();
            }

            var (label, score) = (labels(), scores());
            if (RowDefect.OfRanked(label, score) is { } defect)
            {
                table.AddUnusable(defect);
            }
            else
            {
                query.Add(cells(), label, score);
            }
        }

        query.Flush();
        return new RankingFairness(table, options);
    }

    /// <summary>
    /// Evaluates scores by the scoring variant of New York City's Local Law 144, see <see cref="ScoringRates"/>: selected is who lies above the median of all.
    /// The median needs every score, so memory grows with rows, unlike everywhere else here.
    /// </summary>
    /// <param name="data">Scored data; no label is read, so rates that need one are undefined or 0.</param>
    /// <param name="sensitiveColumnNames">Text, key, boolean or number columns with few values; each alone, then crossed.</param>
    /// <param name="scoreColumnName">Higher is favorable. A score that is not a finite number is counted as unusable.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">A column is missing or of the wrong type, or no row has a score.</exception>
    /// <exception cref="InvalidOperationException">There are more groups than <see cref="FairnessOptions.MaxGroups"/>.</exception>
    public BinaryFairness EvaluateScores(IDataView data, IReadOnlyList<string> sensitiveColumnNames, string scoreColumnName = "Score", FairnessOptions? options = null)
    {
        options ??= new();
        var table = new GroupTable<BinaryCounts>(sensitiveColumnNames, options.MaxGroups);
        using var rows = new ScoredRows(data, [.. sensitiveColumnNames, scoreColumnName]);
        var cells = rows.CellsOf(table);
        var scores = rows.Numbers(scoreColumnName);
        var (counted, values) = (new List<BinaryCounts>(), new List<double>());
        while (rows.MoveNext())
        {
            var score = scores();
            if (RowDefect.IsFinite(score))
            {
                counted.Add(cells());
                values.Add(score);
            }
            else
            {
                table.AddUnusable(RowDefect.Score);
            }
        }

        var median = ScoringRates.Median(values.ToArray());
        for (var i = 0; i < values.Count; i++)
        {
            counted[i].Add(favorable: false, selected: values[i] > median);
        }

        return new BinaryFairness(table, $"a {scoreColumnName} above the median of all", options);
    }

    /// <summary>Adds a column of weights that make the label independent of the sensitive columns, see <see cref="Reweighing"/>. Learns in one pass, weighs as rows are read.</summary>
    /// <param name="data">Training data.</param>
    /// <param name="sensitiveColumnNames">Text, key, boolean or number columns with few values, all crossed.</param>
    /// <param name="favorable">The value of the label that is good for the person. There is no default.</param>
    /// <param name="labelColumnName">What was true: boolean, text, key or number.</param>
    /// <param name="outputColumnName">The new column: give it to the trainer as <c>exampleWeightColumnName</c>. A row without label weighs 0.</param>
    /// <exception cref="ArgumentException">A column is missing or of the wrong type, or no row has the favorable value.</exception>
    /// <exception cref="InvalidOperationException">There are more than 1000 groups.</exception>
    public IDataView Reweigh(
        IDataView data,
        IReadOnlyList<string> sensitiveColumnNames,
        Favorable favorable,
        string labelColumnName = "Label",
        string outputColumnName = "FairnessWeight")
    {
        var most = new FairnessOptions().MaxGroups;
        var reweighing = Reweighing.Learn(Labels(data, sensitiveColumnNames, favorable, labelColumnName));
        return new WeightedView(data, outputColumnName, [.. sensitiveColumnNames, labelColumnName], row =>
        {
            var label = new OutcomeColumn(CodedColumn.Open(row, ScoredRows.Find(data, labelColumnName), new Vocabulary(labelColumnName, most)), favorable);
            var groups = sensitiveColumnNames.Select(name => CodedColumn.Open(row, ScoredRows.Find(data, name), new Vocabulary(name, most))).ToArray();
            return () => label.IsFavorable() is { } value ? (float)(reweighing.Weight(value, [.. groups.Select(group => group.Text())]) ?? 0) : 0;
        });
    }

    /// <summary>The trade-off between accuracy and parity when each group has a threshold of its own, see <see cref="ThresholdSearch"/>.</summary>
    /// <param name="data">Scored data that neither trained the model nor will judge it.</param>
    /// <param name="sensitiveColumnNames">Text, key, boolean or number columns with few values, all crossed.</param>
    /// <param name="favorable">The value of the label that is good for the person. There is no default.</param>
    /// <param name="goal">What shall be similar between groups.</param>
    /// <param name="labelColumnName">What was true: boolean, text, key or number.</param>
    /// <param name="probabilityColumnName">In a boolean label the probability of <c>true</c>, in any other of the favorable outcome.</param>
    /// <param name="differences">Allowed differences, 0 to 1; null for <see cref="ThresholdSearch.DefaultDifferences"/>.</param>
    /// <returns>First the best single threshold, then one row per allowed difference.</returns>
    /// <exception cref="ArgumentException">A column is missing or of the wrong type, a row has no label or valid probability, or a group cannot be searched for.</exception>
    public IReadOnlyList<ThresholdTradeOff> SearchThresholds(
        IDataView data,
        IReadOnlyList<string> sensitiveColumnNames,
        Favorable favorable,
        ThresholdGoal goal,
        string labelColumnName = "Label",
        string probabilityColumnName = "Probability",
        IReadOnlyList<double>? differences = null)
    {
        var most = new FairnessOptions().MaxGroups;
        var table = new GroupTable<ScoreCounts>(sensitiveColumnNames, most);
        using var rows = new ScoredRows(data, [.. sensitiveColumnNames, labelColumnName, probabilityColumnName]);
        var cells = rows.CellsOf(table);
        var labels = new OutcomeColumn(rows.Codes(labelColumnName, new Vocabulary(labelColumnName, most)), favorable);
        var probabilities = rows.Numbers(probabilityColumnName);
        var ofTrue = labels.IsBoolean && favorable.Name == "false";
        while (rows.MoveNext())
        {
            var (label, probability) = (labels.IsFavorable(), probabilities());
            if (label is null || !(probability is >= 0 and <= 1))
            {
                throw new ArgumentException("A row has no label, or a probability that is not between 0 and 1: remove such rows before the search.", nameof(data));
            }

            cells().Add(label.Value, ofTrue ? 1 - probability : probability);
        }

        return ThresholdSearch.TradeOffs(table, goal, differences);
    }

    /// <summary>Who is in the data and how labels are balanced, see <see cref="Representation"/>.</summary>
    /// <param name="data">Training or evaluation data.</param>
    /// <param name="sensitiveColumnNames">Text, key, boolean or number columns with few values, all crossed.</param>
    /// <param name="favorable">The value of the label that is good for the person. There is no default.</param>
    /// <param name="labelColumnName">What was true: boolean, text, key or number.</param>
    /// <param name="population">Shares or counts by group name, such as "Sex=Female"; null for class balance alone.</param>
    /// <exception cref="ArgumentException">A column is missing or of the wrong type, or the population has no valid numbers.</exception>
    public Representation Describe(
        IDataView data,
        IReadOnlyList<string> sensitiveColumnNames,
        Favorable favorable,
        string labelColumnName = "Label",
        IReadOnlyDictionary<string, double>? population = null) =>
        Representation.Of(Labels(data, sensitiveColumnNames, favorable, labelColumnName), population);
#pragma warning restore CA1822

    private static GroupTable<BinaryCounts> Labels(IDataView data, IReadOnlyList<string> sensitiveColumnNames, Favorable favorable, string labelColumnName)
    {
        var most = new FairnessOptions().MaxGroups;
        var table = new GroupTable<BinaryCounts>(sensitiveColumnNames, most);
        using var rows = new ScoredRows(data, [.. sensitiveColumnNames, labelColumnName]);
        var cells = rows.CellsOf(table);
        var labels = new OutcomeColumn(rows.Codes(labelColumnName, new Vocabulary(labelColumnName, most)), favorable);
        while (rows.MoveNext())
        {
            if (labels.IsFavorable() is { } label)
            {
                cells().Add(label, label);
            }
            else
            {
                table.AddUnusable(RowDefect.Label);
            }
        }

        Require(favorable, labelColumnName, labels);
        return table;
    }

    // A misspelled value would make every rate 0 and every difference 0: that must not look like parity. Of two columns that write alike, one may
    // never have it, as a model that rejects everybody; a boolean and another column do not write alike.
    private static void Require(Favorable favorable, string columnNames, params OutcomeColumn[] columns)
    {
        var writeAlike = columns.All(column => column.IsBoolean == columns[0].IsBoolean);
        if (writeAlike ? !columns.Any(Has) : !columns.All(Has))
        {
            throw new ArgumentException($"No row has the favorable value '{favorable}' in {columnNames}: write it as the column does.", nameof(favorable));
        }

        static bool Has(OutcomeColumn column) => column.IsBoolean || column.SawFavorable;
    }
}
