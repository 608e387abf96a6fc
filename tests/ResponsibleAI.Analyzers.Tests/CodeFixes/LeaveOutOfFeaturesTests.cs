using ResponsibleAI.Analyzers.CodeFixes;
using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.CodeFixes;

public class LeaveOutOfFeaturesTests
{
    private static string Source(string pipeline) => $$"""
        using Microsoft.ML;
        using Microsoft.ML.Data;
        public class Patient
        {
            [LoadColumn(0)] public float PatientId { get; set; }
            [LoadColumn(1)] public string Diagnosis { get; set; }
            [LoadColumn(2)] public float Age { get; set; }
            [LoadColumn(3), ColumnName("Label")] public bool Readmitted { get; set; }
        }
        public static class Trainer
        {
            private static readonly string[] Inputs = { "PatientId", "Age" };
            public static void Train(MLContext ml) =>
                {{pipeline}}.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Patient>("patients.csv"));
        }
        """;

    private static Task<RuleFix> Fix(string rule, string pipeline, PolicySnapshot? policy = null) => RuleFix.Of(rule, Source(pipeline), new LeaveOutOfFeatures(), policy);

    [Theory]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"PatientId\", \"Age\")", "ml.Transforms.Concatenate(\"Features\", \"Age\")")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Age\", nameof(Patient.PatientId))", "ml.Transforms.Concatenate(\"Features\", \"Age\")")]
    [InlineData("ml.Transforms.Concatenate(outputColumnName: \"Features\", \"Age\", \"PatientId\")", "ml.Transforms.Concatenate(outputColumnName: \"Features\", \"Age\")")]
    public async Task An_identifier_is_left_out_of_the_features(string before, string after)
    {
        var fix = await Fix("RAI1005", before);

        Assert.Equal(["Leave 'PatientId' out of the features"], fix.Titles);
        Assert.Equal(Source(after), await fix.Apply("Leave 'PatientId' out of the features"));
    }

    [Theory]
    [InlineData("\"Encoded\", \"Diagnosis\"")]
    [InlineData("new[] { new InputOutputColumnPair(\"Encoded\", \"Diagnosis\") }")]
    public async Task A_special_category_is_left_out_under_the_name_it_got(string encoding)
    {
        var before = $"ml.Transforms.Categorical.OneHotEncoding({encoding}).Append(ml.Transforms.Concatenate(\"Features\", ";

        var fix = await Fix("RAI1004", before + "\"Encoded\", \"Age\"))");

        Assert.Equal(Source(before + "\"Age\"))"), await fix.Apply("Leave 'Encoded' out of the features"));
    }

    [Fact]
    public async Task A_protected_attribute_is_left_out()
    {
        var policy = ShippedPolicy.Snapshot with { Purposes = [new Purpose { Id = "hiring", UseArea = "employment" }] };
        var source = Source("ml.Transforms.Concatenate(\"Features\", \"PatientId\", \"Age\")").Replace("public static class", "[ResponsibleAI.ProcessingPurpose(\"hiring\")] public static class", StringComparison.Ordinal);

        var fix = await RuleFix.Of("RAI3004", source, new LeaveOutOfFeatures(), policy);

        Assert.Equal(source.Replace(", \"Age\")", ")", StringComparison.Ordinal), await fix.Apply("Leave 'Age' out of the features"));
    }

    [Theory]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"PatientId\")")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", Inputs)")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", new[] { \"PatientId\", \"Age\" })")]
    [InlineData("ml.Transforms.CopyColumns(\"Features\", \"PatientId\")")]
    [InlineData("ml.Transforms.Concatenate(\"All\", \"PatientId\").Append(ml.Transforms.Concatenate(\"Features\", \"All\", \"Age\"))")]
    public async Task Not_offered_where_none_would_be_left_or_the_column_is_no_argument_of_its_own(string pipeline)
    {
        var fix = await Fix("RAI1005", pipeline);

        Assert.Equal((1, 0), (fix.Findings, fix.Titles.Count));
    }

    [Fact]
    public void Not_for_all_at_once() => Assert.Null(new LeaveOutOfFeatures().GetFixAllProvider());
}
