using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Microsoft.Data.Analysis;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Programs;

/// <summary>A training program, compiled and analyzed as a build would. An exception in the analyzer fails the test.</summary>
internal sealed class Program
{
    private const string Usings = "using System; using System.Collections.Generic; using System.IO; using System.Linq; using Microsoft.ML; using Microsoft.ML.Data; using Microsoft.ML.Trainers; using Microsoft.ML.Trainers.FastTree; using ResponsibleAI;\n";

    private static readonly ImmutableArray<MetadataReference> s_platform = [.. Net80.References.All];

    private static readonly ImmutableArray<MetadataReference> s_mlNet =
    [
        .. s_platform,
        .. new[] { typeof(MLContext), typeof(IEstimator<>), typeof(LoadColumnAttribute), typeof(IDataView), typeof(FastTreeBinaryTrainer), typeof(LightGbmBinaryTrainer), typeof(SdcaRegressionTrainer), typeof(KMeansTrainer), typeof(CategoricalCatalog), typeof(FairnessCheckAttribute), typeof(DataFrame), typeof(TorchSharp.torch) }
            .Select(type => type.Assembly.Location).Distinct().Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>With TorchSharp any call may be of interest; what is not about it is compiled without.</summary>
    private static readonly ImmutableArray<MetadataReference> s_withoutTorch = [.. s_mlNet.Where(static reference => reference.Display?.Contains("Torch", StringComparison.Ordinal) != true)];

    /// <summary>The platform, ML.NET and our annotations.</summary>
    public static IEnumerable<MetadataReference> References => s_mlNet;

    private readonly List<(string Path, string Text)> _sources = [];
    private readonly List<AdditionalText> _files = [];
    private readonly Dictionary<string, string> _properties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReportDiagnostic> _severities = new(StringComparer.Ordinal);
    private ImmutableArray<MetadataReference> _references = s_mlNet;
    private OutputKind _kind = OutputKind.DynamicallyLinkedLibrary;
    private bool _mayBeBroken;

    public static Program Of(string source, PolicySnapshot? policy = null) => new Program().With("Program.cs", source).Under(policy ?? ShippedPolicy.Snapshot);

    public Program With(string path, string source)
    {
        _sources.Add((path, Usings + source));
        return this;
    }

    public Program Under(PolicySnapshot policy) => WithFile("/repo/obj/rai/policy.rai-snapshot.xml", SnapshotXml.Write(policy));

    public Program WithFile(string path, string text)
    {
        _files.RemoveAll(file => file.Path == path);
        _files.Add(new File(path, text));
        return this;
    }

    public Program WithProperty(string name, string value)
    {
        _properties["build_property." + name] = value;
        return this;
    }

    public Program WithSeverity(string id, ReportDiagnostic severity)
    {
        _severities[id] = severity;
        return this;
    }

    /// <summary>References another project by its compiled assembly.</summary>
    public Program WithLibrary(string source)
    {
        using var assembly = new MemoryStream();
        Assert.True(CSharpCompilation.Create("Library", [CSharpSyntaxTree.ParseText(Usings + source)], s_mlNet, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(assembly).Success);
        _references = [.. _references, MetadataReference.CreateFromImage(assembly.ToArray())];
        return this;
    }

    /// <summary>References another project whose source is at hand, as an editor and rai have it.</summary>
    public Program WithProject(string source) =>
        WithReference(CSharpCompilation.Create("Shared", [CSharpSyntaxTree.ParseText(Usings + source, path: "Shared.cs")], s_mlNet, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference());

    public Program WithReference(MetadataReference reference)
    {
        _references = [.. _references, reference];
        return this;
    }

    public Program WithoutMlNet()
    {
        _references = s_platform;
        _mayBeBroken = true;
        return this;
    }

    public Program Broken()
    {
        _mayBeBroken = true;
        return this;
    }

    public Program WithTopLevelStatements()
    {
        _kind = OutputKind.ConsoleApplication;
        return this;
    }

    /// <summary>All diagnostics, also evidence.</summary>
    public async Task<ImmutableArray<Diagnostic>> Diagnostics()
    {
        var options = new CSharpCompilationOptions(_kind, nullableContextOptions: NullableContextOptions.Enable).WithSpecificDiagnosticOptions(_severities);
        var compilation = CSharpCompilation.Create("Training", _sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, path: source.Path)), Referenced(), options);
        if (!_mayBeBroken)
            Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var analyzerOptions = new AnalyzerOptions([.. _files], new Options(_properties));
        Exception? thrown = null;
        var withAnalyzers = compilation.WithAnalyzers([new ResponsibleAIAnalyzer()], new CompilationWithAnalyzersOptions(analyzerOptions, (exception, _, _) => thrown = exception, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
        var diagnostics = await withAnalyzers.GetAnalyzerDiagnosticsAsync();
        if (thrown is not null)
            Assert.Fail(thrown.ToString());
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.GetMessage(), StringComparer.Ordinal)];
    }

    /// <summary>All diagnostics but the evidence.</summary>
    public async Task<IReadOnlyList<Diagnostic>> Findings() => [.. (await Diagnostics()).Where(diagnostic => diagnostic.Id is not "RAI9011")];

    /// <summary>The findings of one rule, or of several.</summary>
    public async Task<IReadOnlyList<Diagnostic>> Findings(params string[] ids) => [.. (await Findings()).Where(diagnostic => ids.Contains(diagnostic.Id))];

    public async Task<Diagnostic> Evidence() => Assert.Single(await Diagnostics(), diagnostic => diagnostic.Id == "RAI9011");

    private ImmutableArray<MetadataReference> Referenced() =>
        _references == s_mlNet && !_sources.Exists(static source => source.Text.Contains("torch", StringComparison.OrdinalIgnoreCase)) ? s_withoutTorch : _references;

    /// <summary>Whether the analyzer registered anything beside the gate.</summary>
    public async Task<bool> RegistersActions()
    {
        var compilation = CSharpCompilation.Create("Training", _sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, path: source.Path)), _references, new CSharpCompilationOptions(_kind));
        var analyzer = new ResponsibleAIAnalyzer();
        var withAnalyzers = compilation.WithAnalyzers([analyzer], new CompilationWithAnalyzersOptions(new AnalyzerOptions([.. _files], new Options(_properties)), null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        await withAnalyzers.GetAnalyzerDiagnosticsAsync();
        var telemetry = await withAnalyzers.GetAnalyzerTelemetryInfoAsync(analyzer, default);
        return telemetry.SymbolStartActionsCount + telemetry.CompilationEndActionsCount + telemetry.OperationActionsCount > 0;
    }

    private sealed class File(string path, string text) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options(Dictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values([]);

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }
}
