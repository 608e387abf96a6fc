using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Microsoft.ML;
using ResponsibleAI.Policy;
using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Benchmarks;

/// <summary>The generated training project as a compilation, with nothing declared or with cards, a purpose and a fairness check.</summary>
internal sealed class GeneratedProject
{
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. Net80.References.All,
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(MLContext).Assembly.Location)!, "Microsoft.ML*.dll").Select(static path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(FairnessCheckAttribute).Assembly.Location),
    ];

    private readonly AnalyzerOptions _options;

    public GeneratedProject(int files, bool governed = false)
    {
        Trees = [.. (governed ? TrainingProject.WithGovernance(files) : TrainingProject.WithTraining(files)).Select(static file => CSharpSyntaxTree.ParseText(file.Text, path: file.Name))];
        _options = governed ? new AnalyzerOptions([new Snapshot()], new Purpose()) : new AnalyzerOptions([]);
        if (Compile().GetDiagnostics().FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new InvalidOperationException("The generated project does not compile: " + error);
        }
    }

    public ImmutableArray<SyntaxTree> Trees { get; }

    public CSharpCompilation Compile() => CSharpCompilation.Create("Generated", Trees, s_references, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public CompilationWithAnalyzers With(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) => compilation.WithAnalyzers(analyzers, _options);

    /// <summary>Binds everything, as a build does, and counts the diagnostics that a build would show.</summary>
    public async Task<int> Diagnose(params ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        (await With(Compile(), analyzers).GetAllDiagnosticsAsync()).Count(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    private sealed class Snapshot : AdditionalText
    {
        private static readonly SourceText s_compiled = SourceText.From(PolicyCompiler.Compile(new PolicyRequest(
            [.. RepositoryFiles.Shipped(), .. TrainingProject.Governance().Select(static file => new PolicyFile(file.Name, FileOrigin.Repository, () => new MemoryStream(Encoding.UTF8.GetBytes(file.Text))))],
            new Day(2026, 9, 30))).Snapshot);

        public override string Path => "generated.rai-snapshot.xml";

        public override SourceText GetText(CancellationToken cancellationToken = default) => s_compiled;
    }

    private sealed class Purpose : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
                (value = key == "build_property.ResponsibleAIPurpose" ? TrainingProject.Purpose : null) is not null;
        }
    }
}
