using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Cli.Projects;

/// <summary>The reference assemblies that lie beside the tool: the platform, ours, the ML libraries that sources mention, and declarations of ML packages that cannot be carried whole.</summary>
internal static class CarriedReferences
{
    private const string Declared = "ResponsibleAI.References.dll";

    private static readonly string[] s_libraries = ["Microsoft.ML", "Microsoft.Extensions.ML", "Microsoft.Data.Analysis", "TorchSharp", "Accord.", "AForge.", "CNTK", "Deedle", "Encog.", "Keras", "SharpLearning.", "Tensorflow", "OpenAI", "LLamaSharp", "OllamaSharp", "LangChain", "Microsoft.KernelMemory", "Azure.AI.Inference", "Microsoft.SemanticKernel", "Microsoft.Extensions.AI", "Microsoft.Extensions.VectorData"];

    /// <summary>What training code uses of ML packages that are not carried whole.</summary>
    public static MetadataReference Declarations { get; } = MetadataReference.CreateFromFile(Path.Combine(Folder, Declared));

    private static readonly Lazy<ImmutableArray<MetadataReference>> s_platform = new(static () =>
    [
        .. Net80.References.All,
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "ResponsibleAI.Annotations.dll")),
    ]);

    private static readonly Lazy<ImmutableArray<MetadataReference>> s_machineLearning = new(static () =>
    [
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "ResponsibleAI.Fairness.dll")),
        .. Directory.EnumerateFiles(Folder, "*.dll").Where(static file => Path.GetFileName(file) != Declared).Order(StringComparer.Ordinal).Select(static file => (MetadataReference)MetadataReference.CreateFromFile(file)),
        Declarations,
    ]);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "references");

    /// <summary>Whether a text names a library that is carried.</summary>
    public static bool IsMentionedIn(string text) => s_libraries.Any(library => text.Contains(library, StringComparison.Ordinal));

    public static ImmutableArray<MetadataReference> For(bool machineLearning) => machineLearning ? [.. s_platform.Value, .. s_machineLearning.Value] : s_platform.Value;
}
