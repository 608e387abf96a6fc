using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.ML;

namespace ResponsibleAI.Benchmarks;

/// <summary>
/// What our analyzers add to a compilation. Every method binds the whole project and asks for all diagnostics; they differ in the
/// analyzers that are loaded. The parameter Files shows how it grows.
/// </summary>
[MemoryDiagnoser]
public class AnalyzerBenchmarks
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_nothing = [new EmptyAnalyzer(looksAtCalls: false)];

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_ours = [.. AnalyzerAssembly.Analyzers()];

    private static readonly CSharpCompilationOptions s_library =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private ImmutableArray<SyntaxTree> _training = [];
    private ImmutableArray<SyntaxTree> _ordinary = [];
    private ImmutableArray<MetadataReference> _withLibrary = [];

    /// <summary>Files in the project.</summary>
    [Params(100, 400, 1600)]
    public int Files { get; set; }

    /// <summary>Parses once: parsing is the same for all.</summary>
    [GlobalSetup]
    public void Generate()
    {
        _training = Parse(TrainingProject.WithTraining(Files));
        _ordinary = Parse(TrainingProject.WithoutTraining(Files));
        _withLibrary = [.. Net80.References.All, .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(MLContext).Assembly.Location)!, "Microsoft.ML*.dll").Select(path => MetadataReference.CreateFromFile(path))];

        var errors = Compile(_training, _withLibrary).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            throw new InvalidOperationException("The generated project does not compile: " + errors[0]);
        }
    }

    /// <summary>An ML project with an analyzer that does nothing.</summary>
    [Benchmark(Baseline = true)]
    public Task<ImmutableArray<Diagnostic>> TrainingProjectEmptyAnalyzer() => Diagnose(_training, _withLibrary, s_nothing);

    /// <summary>The same project with ours.</summary>
    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> TrainingProjectOurs() => Diagnose(_training, _withLibrary, s_ours);

    /// <summary>A project without any ML library, with an analyzer that does nothing.</summary>
    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> OrdinaryProjectEmptyAnalyzer() => Diagnose(_ordinary, Net80.References.All.CastArray<MetadataReference>(), s_nothing);

    /// <summary>The same project with ours: nothing should be added.</summary>
    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> OrdinaryProjectOurs() => Diagnose(_ordinary, Net80.References.All.CastArray<MetadataReference>(), s_ours);

    private static ImmutableArray<SyntaxTree> Parse(IEnumerable<(string Name, string Text)> files) =>
        [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, path: file.Name))];

    private static CSharpCompilation Compile(ImmutableArray<SyntaxTree> trees, ImmutableArray<MetadataReference> references) =>
        CSharpCompilation.Create("Generated", trees, references, s_library);

    private static Task<ImmutableArray<Diagnostic>> Diagnose(ImmutableArray<SyntaxTree> trees, ImmutableArray<MetadataReference> references, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        Compile(trees, references).WithAnalyzers(analyzers).GetAllDiagnosticsAsync();
}
