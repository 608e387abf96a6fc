using Microsoft.ML;
using Microsoft.ML.Data;

namespace ResponsibleAI.Fairness.Tests;

public class DataViewTests
{
    private static readonly FairnessOptions s_any = new() { MinGroupSize = 1 };

    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void A_binary_evaluation_is_one_pass_over_the_columns_it_names()
    {
        var view = new CountingView(_ml.Data.LoadFromEnumerable(Rows(500)));

        var fairness = _ml.Fairness().EvaluateBinary(view, ["Sex", "Race"], favorable: true, probabilityColumnName: "Probability", exampleWeightColumnName: "Weight");

        Assert.Equal(1, view.Cursors);
        Assert.Equal(500, view.RowsRead);
        Assert.Equal(["Label", "PredictedLabel", "Probability", "Race", "Sex", "Weight"], view.Columns.Order(StringComparer.Ordinal));
        Assert.Equal(500, fairness.Rows);
        Assert.Equal(["Sex", "Race", "Sex × Race"], fairness.Breakdowns.Select(breakdown => breakdown.Over));
    }

    [Fact]
    public void Every_evaluation_is_one_pass()
    {
        var view = new CountingView(_ml.Data.LoadFromEnumerable(Rows(100)));

        _ml.Fairness().EvaluateRegression(view, ["Sex"], "Score", "Probability");
        _ml.Fairness().EvaluateMulticlass(view, ["Sex"], ["Female"], "Race", "Sex", options: s_any);
        _ml.Fairness().EvaluateRanking(view, ["Sex"], "Score", "Query", "Probability");
        _ml.Fairness().Describe(view, ["Sex"], favorable: true);
        _ml.Fairness().SearchThresholds(view, ["Sex"], favorable: true, ThresholdGoal.SelectionRate);

        Assert.Equal(5, view.Cursors);
        Assert.Equal(500, view.RowsRead);
    }

    [Fact]
    public void Arrays_and_data_views_give_the_same_evidence()
    {
        var rows = Rows(300);
        var view = _ml.Fairness().EvaluateBinary(_ml.Data.LoadFromEnumerable(rows), ["Sex"], favorable: true, probabilityColumnName: "Probability");
        var arrays = BinaryFairness.Evaluate(
            [.. rows.Select(row => row.Label)], [.. rows.Select(row => row.PredictedLabel)], [.. rows.Select(row => row.Sex)],
            favorable: true, "Sex", probabilities: [.. rows.Select(row => (double)row.Probability)]);

        Assert.Equal(arrays.ToJson().Replace("Favorable is: true", "Favorable is: Label = true", StringComparison.Ordinal), view.ToJson());
    }

    [Fact]
    public void The_favorable_outcome_may_be_the_false_one()
    {
        var data = _ml.Data.LoadFromEnumerable(Rows(300));
        var (yes, no) = (
            _ml.Fairness().EvaluateBinary(data, ["Sex"], favorable: true, probabilityColumnName: "Probability"),
            _ml.Fairness().EvaluateBinary(data, ["Sex"], favorable: false, probabilityColumnName: "Probability"));

        Assert.Equal(1, yes.Groups["Sex=Male"].SelectionRate.Value!.Value + no.Groups["Sex=Male"].SelectionRate.Value!.Value, 1e-12);
        Assert.Equal(yes.Groups["Sex=Male"].Calibration!.BrierScore!.Value, no.Groups["Sex=Male"].Calibration!.BrierScore!.Value, 1e-9);
        Assert.Contains("Favorable is: Label = false.", no.Conventions);
    }

    [Fact]
    public void Text_key_number_and_boolean_columns_form_the_same_groups()
    {
        var data = _ml.Data.LoadFromEnumerable(Rows(200));
        var keyed = _ml.Transforms.Conversion.MapValueToKey("SexKey", "Sex").Fit(data).Transform(data);

        var (text, key, number, flag) = (Sizes("Sex"), Sizes("SexKey"), Sizes("SexCode"), Sizes("IsFemale"));

        Assert.Equal(["SexKey=(missing)", "SexKey=Female", "SexKey=Male"], Names("SexKey"));
        Assert.Equal(["SexCode=(missing)", "SexCode=1", "SexCode=2.5"], Names("SexCode"));
        Assert.Equal(text, key);
        Assert.Equal(text, number);
        Assert.Equal(text[1], flag[1]);

        IReadOnlyList<string> Names(string column) => [.. _ml.Fairness().EvaluateBinary(keyed, [column], favorable: true, options: s_any).By(column).Groups.Select(group => group.Group.Name)];

        long[] Sizes(string column) => [.. _ml.Fairness().EvaluateBinary(keyed, [column], favorable: true, options: s_any).By(column).Groups.Select(group => group.Counts.Total.Rows)];
    }

    [Fact]
    public void Labels_may_be_texts_or_keys_and_the_favorable_value_is_written_as_they_write_it()
    {
        var data = _ml.Data.LoadFromEnumerable(Rows(200).Select(row => new TextRow { Label = row.Label ? ">50K" : "<=50K", PredictedLabel = row.PredictedLabel ? ">50K" : "<=50K", Sex = row.Sex }));
        var keyed = _ml.Transforms.Conversion.MapValueToKey("Label").Fit(data).Transform(data);

        var expected = _ml.Fairness().EvaluateBinary(_ml.Data.LoadFromEnumerable(Rows(200)), ["Sex"], favorable: true);
        var text = _ml.Fairness().EvaluateBinary(data, ["Sex"], favorable: ">50K");
        var key = _ml.Fairness().EvaluateBinary(keyed, ["Sex"], favorable: ">50K");

        Assert.Equal(expected.EqualizedOddsDifference, text.EqualizedOddsDifference);
        Assert.Equal(expected.EqualizedOddsDifference, key.EqualizedOddsDifference);
    }

    [Fact]
    public void A_misspelled_favorable_value_is_an_error_and_not_parity()
    {
        var data = _ml.Data.LoadFromEnumerable(Rows(50).Select(row => new TextRow { Label = ">50K", PredictedLabel = "<=50K", Sex = row.Sex }));

        Assert.Throws<ArgumentException>(() => _ml.Fairness().EvaluateBinary(data, ["Sex"], favorable: ">50k"));
        Assert.Throws<ArgumentException>(() => _ml.Fairness().EvaluateMulticlass(data, ["Sex"], [">50K", "rich"]));
        Assert.Throws<ArgumentException>(() => _ml.Fairness().Reweigh(data, ["Sex"], ">50k"));
    }

    [Fact]
    public void A_favorable_value_that_a_column_cannot_write_is_an_error_and_not_parity()
    {
        var data = _ml.Data.LoadFromEnumerable(Rows(50));

        // Score is a number between 0 and 4, Label a boolean.
        Assert.Contains("boolean", Assert.Throws<ArgumentException>(() => _ml.Fairness().EvaluateBinary(data, ["Sex"], favorable: 1, predictedLabelColumnName: "Score")).Message, StringComparison.Ordinal);
        Assert.Contains("'true'", Assert.Throws<ArgumentException>(() => _ml.Fairness().EvaluateBinary(data, ["Sex"], favorable: true, predictedLabelColumnName: "Score")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _ml.Fairness().Reweigh(data, ["Sex"], favorable: "yes"));
    }

    [Fact]
    public void A_model_that_rejects_everybody_has_selection_rates_of_0_and_no_ratio()
    {
        var data = _ml.Data.LoadFromEnumerable(Rows(200).Select(row => new TextRow { Label = row.Label ? ">50K" : "<=50K", PredictedLabel = "<=50K", Sex = row.Sex }));

        var fairness = _ml.Fairness().EvaluateBinary(data, ["Sex"], favorable: ">50K", options: s_any);

        Assert.All(fairness.Groups.Values, group => Assert.Equal(0, group.SelectionRate.Value));
        Assert.Equal(0, fairness.DemographicParityDifference);
        Assert.Null(fairness.ImpactRatio);
        Assert.Equal(FairnessOutcome.InsufficientData, fairness.Check(new() { MinImpactRatio = 0.8 }).Outcome);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(40)]
    public void Texts_that_differ_in_one_character_anywhere_are_different_groups(int length)
    {
        var texts = Enumerable.Range(0, length).Select(i => new string('x', i) + 'y' + new string('x', length - i - 1))
            .Append(new string('x', length)).Append(new string('x', length + 1)).Append("other").ToList();

        var fairness = _ml.Fairness().EvaluateBinary(
            _ml.Data.LoadFromEnumerable(texts.Concat(texts).Select(text => new Row { Sex = text })), ["Sex"], favorable: true, options: s_any);

        Assert.Equal(texts.Select(text => text.Length == 0 ? Group.Missing : text).Order(StringComparer.Ordinal), fairness.By("Sex").Groups.Select(group => group.Group.Values[0]).Order(StringComparer.Ordinal));
        Assert.All(fairness.By("Sex").Groups, group => Assert.Equal(2, group.Counts.Total.Rows));
    }

    [Fact]
    public void As_many_texts_as_are_allowed_keep_their_rows()
    {
        var values = Enumerable.Range(0, 1000).Select(i => $"district {i:D4} of the country").ToList();

        var fairness = _ml.Fairness().EvaluateBinary(
            _ml.Data.LoadFromEnumerable(values.SelectMany((value, i) => Enumerable.Repeat(new Row { Sex = value }, 1 + (i % 3)))), ["Sex"], favorable: true, options: s_any with { BootstrapReplicates = 0 });

        Assert.Equal(values.Select((value, i) => ($"Sex={value}", 1L + (i % 3))), fairness.By("Sex").Groups.Select(group => (group.Group.Name, group.Counts.Total.Rows)));
    }

    [Fact]
    public void Missing_labels_and_probabilities_out_of_range_are_counted_by_reason()
    {
        var data = _ml.Data.LoadFromEnumerable(new[]
        {
            new TextRow { Label = "yes", PredictedLabel = "yes", Sex = "a", Probability = 0.5f },
            new TextRow { Label = "", PredictedLabel = "yes", Sex = "only here", Probability = 0.5f },
            new TextRow { Label = "yes", PredictedLabel = "", Sex = "a", Probability = 0.5f },
            new TextRow { Label = "no", PredictedLabel = "yes", Sex = "b", Probability = float.NaN },
            new TextRow { Label = "no", PredictedLabel = "no", Sex = "b", Probability = 1.5f },
        });

        var fairness = _ml.Fairness().EvaluateBinary(data, ["Sex"], favorable: "yes", probabilityColumnName: "Probability", options: s_any);

        Assert.Equal(1, fairness.Rows);
        Assert.Equal(1, fairness.Unusable["label missing"]);
        Assert.Equal(1, fairness.Unusable["prediction missing"]);
        Assert.Equal(2, fairness.Unusable["probability is not between 0 and 1"]);
        Assert.Equal("Sex=a", Assert.Single(fairness.Groups.Keys));
    }

    [Fact]
    public void A_missing_or_unsuitable_column_is_named()
    {
        var data = _ml.Data.LoadFromEnumerable(Rows(10));

        Assert.Contains("'Gender'", Assert.Throws<ArgumentException>(() => _ml.Fairness().EvaluateBinary(data, ["Gender"], favorable: true)).Message, StringComparison.Ordinal);
        Assert.Contains("'Features'", Assert.Throws<ArgumentException>(() => _ml.Fairness().EvaluateBinary(data, ["Features"], favorable: true)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _ml.Fairness().EvaluateBinary(data, [], favorable: true));
        Assert.Throws<ArgumentException>(() => _ml.Fairness().EvaluateBinary(data, ["Sex", "Sex"], favorable: true));
    }

    [Fact]
    public void A_column_that_was_not_put_into_bins_is_an_error_with_a_way_out()
    {
        var data = _ml.Data.LoadFromEnumerable(Rows(2000));

        Assert.Contains("bins", Assert.Throws<InvalidOperationException>(() => _ml.Fairness().EvaluateBinary(data, ["Probability"], favorable: true)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => _ml.Fairness().EvaluateBinary(data, ["Sex", "Race"], favorable: true, options: new() { MaxGroups = 4 }));
    }

    [Fact]
    public void Multiclass_reads_keys_by_name_and_has_a_favorable_view()
    {
        var data = _ml.Data.LoadFromEnumerable(new[]
        {
            new TextRow { Label = "grant", PredictedLabel = "grant", Sex = "a" },
            new TextRow { Label = "reject", PredictedLabel = "terms", Sex = "a" },
            new TextRow { Label = "terms", PredictedLabel = "reject", Sex = "b" },
            new TextRow { Label = "grant", PredictedLabel = "terms", Sex = "b" },
        });
        var keyed = _ml.Transforms.Conversion.MapValueToKey("Label").Append(_ml.Transforms.Conversion.MapValueToKey("PredictedLabel")).Fit(data).Transform(data);

        var fairness = _ml.Fairness().EvaluateMulticlass(keyed, ["Sex"], ["grant", "terms"], options: s_any);

        Assert.Equal(0.5, fairness.Groups["Sex=a"].Accuracy.Value);
        Assert.Equal(0, fairness.Groups["Sex=b"].Accuracy.Value);
        Assert.Equal(1, fairness.Favorable.Groups["Sex=a"].SelectionRate.Value);
        Assert.Equal(0.5, fairness.Favorable.Groups["Sex=b"].SelectionRate.Value);
        Assert.Equal(0.5, fairness.Favorable.ImpactRatio);
        Assert.Equal(0.5, fairness.By("Sex")["accuracy-difference"].Value);
        Assert.Equal(0.5, fairness.Of("grant").Groups["Sex=a"].SelectionRate.Value);
        Assert.Equal(0.5, fairness.By("Sex")["demographic-parity-difference"].Value);
    }

    [Fact]
    public void Ranking_shares_the_places_of_ties_and_ends_queries()
    {
        // Query 1: a first, b second. Query 2: a and b tied over places 1 and 2, a third.
        var data = _ml.Data.LoadFromEnumerable(new[]
        {
            new RankedRow { Query = 1, Score = 0.9f, Relevance = 1, Sex = "a" },
            new RankedRow { Query = 1, Score = 0.1f, Relevance = 1, Sex = "b" },
            new RankedRow { Query = 2, Score = 0.5f, Relevance = 0, Sex = "a" },
            new RankedRow { Query = 2, Score = 0.5f, Relevance = 2, Sex = "b" },
            new RankedRow { Query = 2, Score = 0.4f, Relevance = 0, Sex = "a" },
        });

        var fairness = _ml.Fairness().EvaluateRanking(data, ["Sex"], "Relevance", "Query", options: new() { MinGroupSize = 1, TopK = 1 });

        var second = 1 / Math.Log2(3);
        var tied = (1 + second) / 2;
        Assert.Equal((1 + tied + 0.5) / 3, fairness.Groups["Sex=a"].MeanExposure!.Value, 1e-12);
        Assert.Equal((second + tied) / 2, fairness.Groups["Sex=b"].MeanExposure!.Value, 1e-12);
        Assert.Equal(0.5, fairness.Groups["Sex=a"].TopShare!.Value, 1e-12);
        Assert.Equal(0.25, fairness.Groups["Sex=b"].TopShare!.Value, 1e-12);
        Assert.Equal((second + tied) / 3, fairness.Groups["Sex=b"].ExposurePerRelevance!.Value, 1e-12);
        Assert.Equal(FairnessOutcome.Fail, fairness.Check(new() { MinTopShareRatio = 0.8 }).Outcome);
    }

    [Fact]
    public void Arrays_of_classes_and_of_rankings_give_the_evidence_of_their_data_views()
    {
        var rows = Rows(300);
        var data = _ml.Data.LoadFromEnumerable(rows);

        var classes = MulticlassFairness.Evaluate(
            [.. rows.Select(row => row.Race)], [.. rows.Select(row => row.Sex)], [.. rows.Select(row => row.Sex)], ["Female", "x"], "Sex", [.. rows.Select(row => (double)row.Weight)]);
        var rankings = RankingFairness.Evaluate(
            [.. rows.Select(row => (double)row.Score)], [.. rows.Select(row => (double)row.Probability)], [.. rows.Select(row => (long)row.Query)], [.. rows.Select(row => row.Sex)], "Sex");

        Assert.Equal(_ml.Fairness().EvaluateMulticlass(data, ["Sex"], ["Female", "x"], "Race", "Sex", "Weight").ToJson(), classes.ToJson());
        Assert.Equal(_ml.Fairness().EvaluateRanking(data, ["Sex"], "Score", "Query", "Probability").ToJson(), rankings.ToJson());
        Assert.Equal(15, classes.Unusable["prediction missing"]);
        Assert.Throws<ArgumentException>(() => MulticlassFairness.Evaluate(["a"], ["a"], ["x"], ["b"]));
        Assert.Throws<ArgumentException>(() => MulticlassFairness.Evaluate(["a"], ["a", "b"], ["x"], ["a"]));
        Assert.Throws<ArgumentException>(() => RankingFairness.Evaluate([1], [1], [1, 2], ["x"]));
    }

    [Fact]
    public void Rows_of_a_ranking_without_relevance_or_score_are_counted_by_reason()
    {
        var fairness = RankingFairness.Evaluate([1, double.NaN, -1, double.PositiveInfinity, 0], [1, 1, 1, 1, double.NaN], [1, 1, 1, 1, 1], ["a", "a", "a", "a", "a"], options: s_any);

        Assert.Equal(1, fairness.Rows);
        Assert.Equal((3, 1), (fairness.Unusable["label missing"], fairness.Unusable["score is not a finite number"]));
    }

    [Theory]
    [InlineData(nameof(Numbers.Byte))]
    [InlineData(nameof(Numbers.SByte))]
    [InlineData(nameof(Numbers.Short))]
    [InlineData(nameof(Numbers.UShort))]
    [InlineData(nameof(Numbers.Int))]
    [InlineData(nameof(Numbers.UInt))]
    [InlineData(nameof(Numbers.Long))]
    [InlineData(nameof(Numbers.ULong))]
    [InlineData(nameof(Numbers.Double))]
    [InlineData(nameof(Numbers.Key))]
    [InlineData(nameof(Numbers.SmallKey))]
    public void A_label_may_be_any_number_and_the_first_value_of_a_key_is_0(string column)
    {
        var data = _ml.Data.LoadFromEnumerable(new[] { new Numbers() });

        var fairness = _ml.Fairness().EvaluateRegression(data, ["Sex"], column, "Score", options: s_any);

        Assert.Equal(2, fairness.Overall.MeanLabel);
    }

    [Fact]
    public void Reweighing_adds_a_column_that_trainers_can_use()
    {
        var data = _ml.Data.LoadFromEnumerable(Rows(400));
        var weighted = _ml.Fairness().Reweigh(data, ["Sex"], favorable: true);

        var balanced = _ml.Fairness().EvaluateBinary(weighted, ["Sex"], favorable: true, exampleWeightColumnName: "FairnessWeight");
        Assert.NotInRange(_ml.Fairness().EvaluateBinary(data, ["Sex"], favorable: true).By("Sex")["base-rate-difference"].Value!.Value, -0.05, 0.05);
        Assert.Equal(0, balanced.By("Sex")["base-rate-difference"].Value!.Value, 1e-6);

        var model = _ml.BinaryClassification.Trainers.LbfgsLogisticRegression(exampleWeightColumnName: "FairnessWeight").Fit(weighted);
        Assert.Equal(400, model.Transform(weighted).GetColumn<bool>("PredictedLabel").Count());
        Assert.Equal(data.GetColumn<string>("Sex"), weighted.GetColumn<string>("Sex"));
        Assert.Equal(weighted.GetColumn<float>("FairnessWeight"), _ml.Data.Cache(weighted).GetColumn<float>("FairnessWeight"));
    }

    [Fact]
    public void Representation_compares_with_a_population_that_may_name_other_groups()
    {
        var data = _ml.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(i => new Row { Sex = i < 80 ? "Male" : "Female", Label = i % 4 == 0 }));
        var described = _ml.Fairness().Describe(data, ["Sex"], favorable: true, population: new Dictionary<string, double> { ["Sex=Female"] = 51, ["Sex=Male"] = 48, ["Sex=X"] = 1 });

        Assert.Equal(0.25, described.Favorable.Value);
        Assert.Equal(0.32, described.TotalVariation!.Value, 1e-12);
        Assert.Equal(["Sex=Female", "Sex=X"], described.Underrepresented().Select(group => group.Group).Where(name => name != "Sex=X").Append("Sex=X"));
        Assert.Equal(0.2 / 0.51, described.Groups[0].Ratio!.Value, 1e-12);
        Assert.Equal(0, described.Groups.Single(group => group.Group == "Sex=X").Share.Value);
        Assert.Null(described.Groups.Single(group => group.Group == "Sex=X").BaseRate.Value);
        Assert.Null(_ml.Fairness().Describe(data, ["Sex"], favorable: true).TotalVariation);
        Assert.Throws<ArgumentException>(() => _ml.Fairness().Describe(data, ["Sex"], favorable: true, population: new Dictionary<string, double> { ["Sex=Male"] = -1 }));
    }

    [Fact]
    public void Thresholds_per_group_are_found_where_one_threshold_is_unfair()
    {
        // Group b has the same people with every score 0.3 lower.
        var table = new GroupTable<ScoreCounts>(["Group"]);
        for (var i = 0; i < 50; i++)
        {
            table.Cell("a").Add(i >= 25, 0.4 + (i / 100.0));
            table.Cell("b").Add(i >= 25, 0.1 + (i / 100.0));
        }

        var tradeOffs = ThresholdSearch.TradeOffs(table, ThresholdGoal.SelectionRate);

        Assert.True(tradeOffs[0].Accuracy < 0.9);
        Assert.True(tradeOffs[0].DemographicParityDifference > 0.2);
        Assert.Equal(0, tradeOffs[1].AllowedDifference);
        Assert.Equal(1, tradeOffs[1].Accuracy, 1e-12);
        Assert.Equal(0, tradeOffs[1].DemographicParityDifference!.Value, 1e-12);
        Assert.Equal(0.3, tradeOffs[1].Thresholds["Group=a"] - tradeOffs[1].Thresholds["Group=b"], 0.011);
    }

    [Fact]
    public void A_threshold_search_refuses_groups_it_cannot_judge()
    {
        var table = new GroupTable<ScoreCounts>(["Group"]);
        table.Cell("a").Add(true, 0.5);
        table.Cell("b").Add(false, 0.5);

        Assert.Throws<ArgumentException>(() => ThresholdSearch.TradeOffs(table, ThresholdGoal.TruePositiveRate));
        Assert.Throws<ArgumentException>(() => ThresholdSearch.TradeOffs(new GroupTable<ScoreCounts>(["Group"]), ThresholdGoal.SelectionRate));
    }

    [Fact]
    public void Names_of_crossed_groups_stay_apart_whatever_the_values_are()
    {
        var table = new GroupTable<BinaryCounts>(["A", "B"]);
        table.Cell("1 & B=2", "3").Add(true, true);
        table.Cell("1", "2 & B=3").Add(true, true);

        Assert.Equal(2, new BinaryFairness(table, "yes", s_any).By("A", "B").Groups.Count);
    }

    private static Row[] Rows(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var sex = i % 20 == 0 ? "" : random.Next(3) == 0 ? "Female" : "Male";
            var label = random.NextDouble() < (sex == "Male" ? 0.6 : 0.3);
            var probability = (float)Math.Clamp((label ? 0.6 : 0.4) + (random.NextDouble() - 0.5), 0, 1);
            return new Row
            {
                Sex = sex,
                Race = random.Next(2) == 0 ? "x" : "y",
                SexCode = sex switch { "Female" => 1, "Male" => 2.5f, _ => float.NaN },
                IsFemale = sex == "Female",
                Label = label,
                PredictedLabel = probability >= 0.5f,
                Probability = probability,
                Score = i % 5,
                Weight = 1 + (i % 3),
                Query = (uint)(i / 10),
                Features = [probability, label ? 1 : 0],
            };
        })];
    }

    private sealed class Row
    {
        public string Sex { get; set; } = "";

        public string Race { get; set; } = "";

        public float SexCode { get; set; }

        public bool IsFemale { get; set; }

        public bool Label { get; set; }

        public bool PredictedLabel { get; set; }

        public float Probability { get; set; }

        public float Score { get; set; }

        public float Weight { get; set; } = 1;

        public uint Query { get; set; }

        [VectorType(2)]
        public float[] Features { get; set; } = [0, 0];
    }

    private sealed class Numbers
    {
        public byte Byte { get; set; } = 2;

        public sbyte SByte { get; set; } = 2;

        public short Short { get; set; } = 2;

        public ushort UShort { get; set; } = 2;

        public int Int { get; set; } = 2;

        public uint UInt { get; set; } = 2;

        public long Long { get; set; } = 2;

        public ulong ULong { get; set; } = 2;

        public double Double { get; set; } = 2;

        [KeyType(5)]
        public ulong Key { get; set; } = 2;

        [KeyType(5)]
        public byte SmallKey { get; set; } = 2;

        public float Score { get; set; } = 1;

        public string Sex { get; set; } = "a";
    }

    private sealed class TextRow
    {
        public string Label { get; set; } = "";

        public string PredictedLabel { get; set; } = "";

        public string Sex { get; set; } = "";

        public float Probability { get; set; }
    }

    private sealed class RankedRow
    {
        public uint Query { get; set; }

        public float Score { get; set; }

        public float Relevance { get; set; }

        public string Sex { get; set; } = "";
    }
}
