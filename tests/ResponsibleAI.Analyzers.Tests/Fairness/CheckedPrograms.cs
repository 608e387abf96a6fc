using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Fairness;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Fairness;

/// <summary>Programs that train, check and save a model about applicants; the tests say what stands between training and saving.</summary>
internal static class CheckedPrograms
{
    public const string Applicant = """
        public class Applicant
        {
            [LoadColumn(0)] public float Amount { get; set; }
            [LoadColumn(1)] public float Age { get; set; }
            [LoadColumn(2)] public string Gender { get; set; } = "";
            [LoadColumn(3), ColumnName("Label")] public bool Repaid { get; set; }
        }
        public class Scored
        {
            public bool Label { get; set; }
            public bool PredictedLabel { get; set; }
            public float Score { get; set; }
            public string Gender { get; set; } = "";
            public float Age { get; set; }
        }
        """;

    /// <summary>What mlContext.Fairness() is in a project that has both packages.</summary>
    public const string Extension = "namespace ResponsibleAI.Fairness { internal static class MLContextFairness { public static FairnessCatalog Fairness(this MLContext ml) => FairnessCatalog.Instance; } }";

    public static readonly PolicySnapshot Credit = ShippedPolicy.Snapshot with { Purposes = [new Purpose { Id = "loans", UseArea = "credit", DecidesAboutPeople = true }] };

    /// <summary>Statements after training; <c>ml</c>, <c>data</c>, <c>split</c> and <c>model</c> are in scope.</summary>
    public static string Source(string statements, string members = "", string usings = "using ResponsibleAI.Fairness;") => usings + Applicant + $$"""
        public static class Trainer
        {
            public static int Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Applicant>("loans.csv");
                var split = ml.Data.TrainTestSplit(data);
                var model = ml.Transforms.Concatenate("Features", "Amount").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                {{statements}}
                return 0;
            }
            {{members}}
        }
        """;

    public static Program Of(string statements, string members = "", PolicySnapshot? policy = null) =>
        Program.Of(Source(statements, members), policy).With("Extension.cs", Extension).WithReference(MetadataReference.CreateFromFile(typeof(FairnessCatalog).Assembly.Location));
}
