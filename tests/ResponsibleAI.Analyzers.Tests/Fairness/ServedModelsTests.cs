using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Fairness;

/// <summary>Ways by which a model goes out other than by saving it: pools of prediction engines, exports.</summary>
public sealed class ServedModelsTests
{
    /// <summary>As in Microsoft.Extensions.ML, which cannot be referenced here.</summary>
    private const string Pool = """
        namespace Microsoft.Extensions.DependencyInjection { public interface IServiceCollection { } }
        namespace Microsoft.Extensions.ML
        {
            using Microsoft.Extensions.DependencyInjection;
            public sealed class PredictionEnginePoolBuilder<TData, TPrediction> where TData : class where TPrediction : class, new() { }
            public static class ServiceCollectionExtensions
            {
                public static PredictionEnginePoolBuilder<TData, TPrediction> AddPredictionEnginePool<TData, TPrediction>(this IServiceCollection services) where TData : class where TPrediction : class, new() => new();
            }
            public static class BuilderExtensions
            {
                public static PredictionEnginePoolBuilder<TData, TPrediction> FromFile<TData, TPrediction>(this PredictionEnginePoolBuilder<TData, TPrediction> builder, string filePath) where TData : class where TPrediction : class, new() => builder;
                public static PredictionEnginePoolBuilder<TData, TPrediction> FromFile<TData, TPrediction>(this PredictionEnginePoolBuilder<TData, TPrediction> builder, string modelName, string filePath, bool watchForChanges) where TData : class where TPrediction : class, new() => builder;
                public static PredictionEnginePoolBuilder<TData, TPrediction> FromUri<TData, TPrediction>(this PredictionEnginePoolBuilder<TData, TPrediction> builder, string uri) where TData : class where TPrediction : class, new() => builder;
            }
        }
        """;

    /// <summary>As in Microsoft.ML.OnnxConverter.</summary>
    private const string Onnx = """
        namespace Microsoft.ML
        {
            public static class OnnxExportExtensions
            {
                public static void ConvertToOnnx(this ModelOperationsCatalog catalog, ITransformer transform, IDataView inputData, Stream stream) { }
            }
        }
        """;

    private const string Usings = "using Microsoft.Extensions.ML; using Microsoft.Extensions.DependencyInjection;";
    private const string Gate = ".Check(new FairnessThresholds { MinImpactRatio = 0.8 }).ThrowIfFailed();";

    private static string Startup(string from, string purpose = "") => Usings + $$"""
        public class Applicant { public float Amount { get; set; } public string Gender { get; set; } = ""; }
        public class Decision { public bool PredictedLabel { get; set; } }
        {{purpose}}
        public static class Startup
        {
            public static void Configure(IServiceCollection services) => services.AddPredictionEnginePool<Applicant, Decision>(){{from}};
        }
        """;

    private static PolicySnapshot Deciding(bool decides) => ShippedPolicy.Snapshot with { Purposes = [new Purpose { Id = "loans", UseArea = "credit", DecidesAboutPeople = decides }] };

    [Theory]
    [InlineData(".FromFile(\"loans.zip\")")]
    [InlineData(".FromFile(modelName: \"loans\", filePath: \"loans.zip\", watchForChanges: true)")]
    [InlineData(".FromUri(\"https://models.acme.example/loans.zip\")")]
    public async Task A_pool_that_serves_a_model_trained_elsewhere_is_not_assessed(string from)
    {
        var finding = Assert.Single(await Program.Of(Startup(from, "[ProcessingPurpose(\"loans\")]"), Deciding(true)).With("Pool.cs", Pool).Findings("RAI3001"));

        Assert.Equal("not-assessed", finding.Properties["kind"]);
        Assert.Equal("A model is served for purpose 'loans', which decides about people, and is not trained in this project; whether it was checked for fairness could not be seen", finding.GetMessage());
        Assert.StartsWith("From", finding.Location.SourceTree!.ToString()[finding.Location.SourceSpan.Start..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("[ProcessingPurpose(\"loans\")]", false)]
    public async Task A_pool_without_a_purpose_that_decides_about_people_is_silent(string purpose, bool decides) =>
        Assert.Empty(await Program.Of(Startup(".FromFile(\"loans.zip\")", purpose), Deciding(decides)).With("Pool.cs", Pool).Findings("RAI3001"));

    private const string AddPool = "public static class Startup { public static void Configure(IServiceCollection services) => services.AddPredictionEnginePool<Applicant, Scored>().FromFile(\"model.zip\"); }";
    private const string Save = "ml.Model.Save(model, data.Schema, \"model.zip\");";

    [Fact]
    public async Task Where_the_model_is_trained_in_the_project_it_is_told_of_where_it_is_saved() =>
        Assert.StartsWith("The model of FastTree is saved with no fairness check", Assert.Single(await CheckedPrograms.Of(Save).With("Pool.cs", Pool).With("Startup.cs", Usings + AddPool).Findings("RAI3001")).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public async Task A_check_before_the_save_answers_for_the_pool_too() =>
        Assert.Empty(await CheckedPrograms.Of("ml.Fairness().EvaluateBinary(model.Transform(split.TestSet), [\"Gender\"], favorable: true)" + Gate + Save).With("Pool.cs", Pool).With("Startup.cs", Usings + AddPool).Findings("RAI3001"));

    private const string Export = "using (var stream = File.Create(\"model.onnx\")) ml.Model.ConvertToOnnx(model, data, stream);";

    [Fact]
    public async Task A_model_that_is_exported_unchecked_is_a_gap()
    {
        var finding = Assert.Single(await CheckedPrograms.Of(Export).With("Onnx.cs", Onnx).Findings("RAI3001"));

        Assert.Equal("gap", finding.Properties["kind"]);
        Assert.StartsWith("The model of FastTree is exported with no fairness check in the project", finding.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_is_checked_before_its_export_is_not() =>
        Assert.Empty(await CheckedPrograms.Of("ml.Fairness().EvaluateBinary(model.Transform(split.TestSet), [\"Gender\"], favorable: true)" + Gate + Export).With("Onnx.cs", Onnx).Findings("RAI3001"));

    [Fact]
    public async Task A_check_that_is_only_printed_lets_the_export_go_out() =>
        Assert.Equal("The result of 'EvaluateBinary' is only shown and decides nothing; the model of FastTree is exported whatever it says",
            Assert.Single(await CheckedPrograms.Of("Console.WriteLine(ml.Fairness().EvaluateBinary(model.Transform(split.TestSet), [\"Gender\"], favorable: true));" + Export).With("Onnx.cs", Onnx).Findings("RAI3003")).GetMessage());

    [Fact]
    public async Task Exported_and_saved_it_is_one_model() => Assert.Single(await CheckedPrograms.Of(Export + Save).With("Onnx.cs", Onnx).Findings("RAI3001"));
}
