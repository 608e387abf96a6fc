using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Cli.Projects;

/// <summary>The reference assemblies that lie beside the tool: the platform, ours, and the ML libraries that sources mention.</summary>
internal static class CarriedReferences
{
    private static readonly string[] s_libraries = ["Microsoft.ML", "Microsoft.Data.Analysis", "TorchSharp"];

    private static readonly Lazy<ImmutableArray<MetadataReference>> s_platform = new(static () =>
    [
        .. Net80.References.All,
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "ResponsibleAI.Annotations.dll")),
    ]);

    private static readonly Lazy<ImmutableArray<MetadataReference>> s_machineLearning = new(static () =>
    [
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "ResponsibleAI.Fairness.dll")),
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "references"), "*.dll").Order(StringComparer.Ordinal).Select(static file => (MetadataReference)MetadataReference.CreateFromFile(file)),
    ]);

    /// <summary>Whether a text names a library that is carried.</summary>
    public static bool IsMentionedIn(string text) => s_libraries.Any(library => text.Contains(library, StringComparison.Ordinal));

    public static ImmutableArray<MetadataReference> For(bool machineLearning) => machineLearning ? [.. s_platform.Value, .. s_machineLearning.Value] : s_platform.Value;
}
