using System.Text.Json;

namespace ResponsibleAI.Fairness.Tests;

public class GateTests
{
    private static readonly FairnessThresholds s_fourFifths = new() { MinImpactRatio = 0.8 };

    [Fact]
    public void Similar_groups_pass()
    {
        var verdict = Of(("a", Counts(40, 10, 40, 10)), ("b", Counts(41, 9, 40, 10))).Check(s_fourFifths with { MaxEqualizedOddsDifference = 0.05 });

        Assert.Equal(FairnessOutcome.Pass, verdict.Outcome);
        Assert.Empty(verdict.Reasons);
        verdict.ThrowIfFailed();
    }

    [Fact]
    public void A_missed_threshold_fails_and_throws_with_number_and_convention()
    {
        var verdict = Of(("a", Counts(40, 10, 40, 10)), ("b", Counts(20, 5, 40, 30))).Check(s_fourFifths);

        Assert.Equal(FairnessOutcome.Fail, verdict.Outcome);
        var thrown = Assert.Throws<FairnessException>(verdict.ThrowIfFailed);
        Assert.Same(verdict, thrown.Verdict);
        Assert.Contains("impact-ratio over Group is 0.5263", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("at least 0.8", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("selection rate of the least / of the most selected group", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("lowest Group=b, highest Group=a", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_without_favorable_labels_is_insufficient_and_never_counts_as_0()
    {
        var fairness = Of(("a", Counts(40, 10, 40, 10)), ("b", Counts(40, 10, 40, 10)), ("c", Counts(0, 50, 50, 0)));
        var verdict = fairness.Check(new() { MaxEqualOpportunityDifference = 0.1 });

        Assert.Null(fairness.Groups["Group=c"].TruePositiveRate.Value);
        Assert.Equal(0, fairness.EqualOpportunityDifference);
        Assert.Equal(FairnessOutcome.InsufficientData, verdict.Outcome);
        Assert.Contains("Group=c: there are no rows whose label is favorable", verdict.Reasons.Single(), StringComparison.Ordinal);
        Assert.Throws<FairnessException>(verdict.ThrowIfFailed);
    }

    [Fact]
    public void A_small_group_is_insufficient_unless_allowed_and_named_either_way()
    {
        var fairness = Of(("a", Counts(40, 10, 40, 10)), ("b", Counts(40, 10, 40, 10)), ("tiny", Counts(0, 0, 1, 1)));

        Assert.Equal(1, fairness.ImpactRatio);
        Assert.Equal(FairnessOutcome.InsufficientData, fairness.Check(s_fourFifths).Outcome);
        Assert.Contains("2 rows, fewer than 30", fairness.Check(s_fourFifths).Reasons.Single(), StringComparison.Ordinal);
        Assert.Equal(FairnessOutcome.Pass, fairness.Check(s_fourFifths with { AllowSmallGroups = true }).Outcome);
        Assert.Contains(fairness.By("Group")["impact-ratio"].LeftOut, left => left.Group == "Group=tiny" && left.Kind == LeftOutKind.TooFew);
    }

    [Fact]
    public void A_rate_on_few_rows_is_left_out_even_in_a_large_group()
    {
        var fairness = Of(("a", Counts(40, 10, 40, 10)), ("b", Counts(3, 40, 55, 2)));

        Assert.Equal(FairnessOutcome.InsufficientData, fairness.Check(new() { MaxEqualOpportunityDifference = 0.1 }).Outcome);
        Assert.Contains(fairness.Undefined, left => left is { Measure: "true-positive-rate", Reason: "5 rows whose label is favorable, fewer than 30" });
        Assert.Equal(0.07, fairness.DemographicParityDifference!.Value, 1e-9);
    }

    [Fact]
    public void Failing_outweighs_insufficient()
    {
        var fairness = Of(("a", Counts(40, 10, 40, 10)), ("b", Counts(5, 5, 40, 50)), ("tiny", Counts(1, 0, 1, 0)));

        Assert.Equal(FairnessOutcome.Fail, fairness.Check(s_fourFifths).Outcome);
    }

    [Fact]
    public void One_group_and_nobody_selected_are_insufficient()
    {
        Assert.Equal(FairnessOutcome.InsufficientData, Of(("a", Counts(40, 10, 40, 10))).Check(s_fourFifths).Outcome);
        Assert.Equal(FairnessOutcome.InsufficientData, Of(("a", Counts(0, 0, 40, 10)), ("b", Counts(0, 0, 40, 10))).Check(s_fourFifths).Outcome);
        Assert.Equal(FairnessOutcome.InsufficientData, Of().Check(s_fourFifths).Outcome);
    }

    [Fact]
    public void A_share_below_the_chosen_minimum_is_left_out_and_named()
    {
        var counts = new[] { ("a", Counts(400, 100, 400, 100)), ("b", Counts(400, 100, 400, 100)), ("rare", Counts(3, 0, 30, 3)) };
        var fairness = Of(new() { MinGroupShare = 0.02 }, counts);

        Assert.Equal(FairnessOutcome.Fail, Of(counts).Check(s_fourFifths).Outcome);
        Assert.Equal(FairnessOutcome.Pass, fairness.Check(s_fourFifths).Outcome);
        Assert.Contains(fairness.Undefined, left => left is { Group: "Group=rare", Kind: LeftOutKind.ByOption, Reason: "36 of 2036 rows, below the chosen share of 0.02" });
        Assert.Equal(36, fairness.Groups["Group=rare"].Total.Rows);
    }

    [Fact]
    public void People_with_a_missing_value_are_a_group_unless_excluded()
    {
        var counts = new[] { ("a", Counts(40, 10, 40, 10)), ("b", Counts(40, 10, 40, 10)), ("", Counts(5, 0, 50, 10)) };

        Assert.Equal(FairnessOutcome.Fail, Of(counts).Check(s_fourFifths).Outcome);
        var excluded = Of(new() { ExcludeMissing = true }, counts);
        Assert.Equal(FairnessOutcome.Pass, excluded.Check(s_fourFifths).Outcome);
        Assert.Equal(65, excluded.Groups["Group=(missing)"].Total.Rows);
    }

    [Fact]
    public void Rows_that_could_not_be_counted_are_insufficient_unless_allowed()
    {
        var labels = Enumerable.Repeat(true, 80).ToArray();
        string[] groups = [.. Enumerable.Repeat("a", 40), .. Enumerable.Repeat("b", 40)];
        var weights = Enumerable.Repeat(1.0, 80).ToArray();
        weights[3] = double.NaN;
        weights[4] = -1;
        var fairness = BinaryFairness.Evaluate(labels, labels, groups, favorable: true, weights: weights);

        Assert.Equal(2, fairness.Unusable.Values.Sum());
        Assert.Equal(78, fairness.Rows);
        Assert.Equal(FairnessOutcome.InsufficientData, fairness.Check(s_fourFifths).Outcome);
        Assert.Equal(FairnessOutcome.Pass, fairness.Check(s_fourFifths with { AllowUnusableRows = true }).Outcome);
    }

    [Fact]
    public void A_number_equal_to_its_threshold_but_for_rounding_meets_it()
    {
        // 0.8 − 0.7 is a little more than 0.1 in binary.
        var fairness = Of(("a", Counts(80, 0, 20, 0)), ("b", Counts(70, 0, 30, 0)));

        Assert.True(fairness.DemographicParityDifference > 0.1);
        Assert.Equal(FairnessOutcome.Pass, fairness.Check(new() { MaxDemographicParityDifference = 0.1 }).Outcome);
    }

    [Fact]
    public void Thresholds_come_by_the_names_of_model_cards()
    {
        var thresholds = new FairnessThresholds().With("equal-opportunity-difference", 0.05);

        Assert.Equal(new FairnessThresholds { MaxEqualOpportunityDifference = 0.05 }, thresholds);
        Assert.Equal(0.05, thresholds.MaxEqualOpportunityDifference);
        Assert.Contains("equal-opportunity-difference", Assert.Throws<ArgumentException>(() => thresholds.With("equal-oportunity-difference", 0.05)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => thresholds.With("impact-ratio", double.NaN));
        Assert.Throws<ArgumentException>(() => new FairnessThresholds { MinImpactRatio = -1 });
    }

    [Fact]
    public void Deriving_thresholds_leaves_the_original_as_it_was()
    {
        var derived = s_fourFifths with { MinImpactRatio = 0.9, MaxAccuracyDifference = 0.1 };

        Assert.Equal(0.8, s_fourFifths.MinImpactRatio);
        Assert.Null(s_fourFifths.MaxAccuracyDifference);
        Assert.Equal(0.9, derived.MinImpactRatio);
    }

    [Fact]
    public void A_gate_without_threshold_or_with_one_of_another_task_is_a_mistake()
    {
        var fairness = Of(("a", Counts(40, 10, 40, 10)), ("b", Counts(40, 10, 40, 10)));

        Assert.Throws<ArgumentException>(() => fairness.Check(new()));
        Assert.Throws<ArgumentException>(() => fairness.Check(new() { MaxMeanAbsoluteErrorDifference = 1 }));
        Assert.Throws<ArgumentException>(() => fairness.Check(new() { MaxCalibrationError = 0.1 }));
    }

    [Fact]
    public void Evidence_is_json_with_verdict_counts_and_conventions_and_always_the_same_bytes()
    {
        var (json, again) = (Evidence(), Evidence());

        Assert.Equal(json, again);
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        Assert.Equal("rai/evidence/fairness/1", root.GetProperty("schema").GetString());
        Assert.Equal("credit-scoring", root.GetProperty("model").GetString());
        Assert.Equal("fail", root.GetProperty("verdict").GetString());
        Assert.Equal(0.8, root.GetProperty("thresholds").GetProperty("impact-ratio").GetDouble());
        Assert.Contains(root.GetProperty("conventions").EnumerateArray(), sentence => sentence.GetString() == "Favorable is: credit granted.");
        var group = root.GetProperty("breakdowns")[0].GetProperty("groups")[1];
        Assert.Equal("Group=b \"quoted\" <\u00e9>\ud83d\ude00", group.GetProperty("group").GetString());
        Assert.Equal(20, group.GetProperty("counts").GetProperty("truePositives").GetInt64());
        Assert.Equal("wilson", group.GetProperty("measures")[0].GetProperty("interval").GetProperty("method").GetString());
        Assert.All(root.GetProperty("breakdowns")[0].GetProperty("aggregates").EnumerateArray(), aggregate => Assert.NotEmpty(aggregate.GetProperty("convention").GetString()!));

        static string Evidence() => Of(("a", Counts(40, 10, 40, 10)), ("b \"quoted\" <\u00e9>\ud83d\ude00", Counts(20, 5, 40, 30)))
            .Check(s_fourFifths).ToJson(new EvidenceSubject("credit-scoring", "customers-2025-holdout"));
    }

    [Fact]
    public void Hostile_group_names_leave_valid_json_and_one_line_each()
    {
        var fairness = Of(("a\ud800\n\u0001</script>", Counts(40, 10, 40, 10)), ("b\\", Counts(40, 10, 40, 10)));

        using var document = JsonDocument.Parse(fairness.ToJson());
        Assert.DoesNotContain("</script>", fairness.ToJson(), StringComparison.Ordinal);
        Assert.Contains(fairness.ToString().Split('\n'), line => line.StartsWith("  Group=a", StringComparison.Ordinal) && line.EndsWith("</script>: 100 rows", StringComparison.Ordinal));
        Assert.DoesNotContain('\u0001', fairness.ToString());
    }

    [Fact]
    public void Evidence_replaces_an_older_file()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var path = Path.Combine(folder, "evidence", "credit.json");
        var fairness = Of(("a", Counts(40, 10, 40, 10)), ("b", Counts(40, 10, 40, 10)));
        fairness.Check(new() { MinImpactRatio = 0.9 }).WriteJson(path);
        var verdict = fairness.Check(s_fourFifths);
        verdict.WriteJson(path);

        Assert.Equal(verdict.ToJson(), File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_table_prints_every_aggregate_with_its_convention()
    {
        var verdict = Of(("a", Counts(40, 10, 40, 10)), ("b", Counts(20, 5, 40, 30))).Check(s_fourFifths);
        var text = verdict.ToString();

        Assert.All(verdict.Metrics.Aggregates, aggregate => Assert.Contains(text.Split('\n'), line => line.Contains(aggregate.Metric, StringComparison.Ordinal) && line.EndsWith($"({aggregate.Convention})", StringComparison.Ordinal)));
        Assert.Contains("often misapplied", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_has_a_result_for_what_is_missed_and_for_what_is_open_and_none_for_a_pass()
    {
        var failed = Sarif(Of(("a", Counts(40, 10, 40, 10)), ("b", Counts(20, 5, 40, 30))).Check(s_fourFifths));
        var open = Sarif(Of(("a", Counts(40, 10, 40, 10)), ("b", Counts(41, 9, 40, 10)), ("c", Counts(1, 0, 1, 0))).Check(s_fourFifths));
        var passed = Sarif(Of(("a", Counts(40, 10, 40, 10)), ("b", Counts(41, 9, 40, 10))).Check(s_fourFifths));

        var result = failed.GetProperty("results").EnumerateArray().Single();
        Assert.Equal(("impact-ratio", "fail", "error"), (result.GetProperty("ruleId").GetString(), result.GetProperty("kind").GetString(), result.GetProperty("level").GetString()));
        Assert.Contains("selection rate of the least", result.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("rai/cards/m.modelcard.yaml", result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(("open", "none"), open.GetProperty("results").EnumerateArray().Select(entry => (entry.GetProperty("kind").GetString(), entry.GetProperty("level").GetString())).Single());
        Assert.Equal((0, "pass"), (passed.GetProperty("results").GetArrayLength(), passed.GetProperty("properties").GetProperty("verdict").GetString()));

        static JsonElement Sarif(FairnessVerdict verdict) => JsonDocument.Parse(verdict.ToSarif("rai/cards/m.modelcard.yaml", new EvidenceSubject("m"))).RootElement.GetProperty("runs")[0];
    }

    private static BinaryFairness Of(params (string Group, BinaryCounts Counts)[] groups) => Of(new(), groups);

    private static BinaryFairness Of(FairnessOptions options, params (string Group, BinaryCounts Counts)[] groups)
    {
        var table = new GroupTable<BinaryCounts>(["Group"]);
        foreach (var (group, counts) in groups)
        {
            table.Cell(group).Merge(counts);
        }

        return new BinaryFairness(table, "credit granted", options);
    }

    private static BinaryCounts Counts(long truePositives, long falsePositives, long trueNegatives, long falseNegatives) =>
        new(truePositives, falsePositives, trueNegatives, falseNegatives);
}
