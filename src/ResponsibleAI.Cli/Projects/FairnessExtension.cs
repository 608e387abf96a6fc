using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ResponsibleAI.Cli.Projects;

/// <summary>mlContext.Fairness(), which the package compiles into projects that reference ML.NET.</summary>
internal static class FairnessExtension
{
    private static readonly Lazy<SourceText> s_source = new(static () =>
    {
        using var stream = typeof(FairnessExtension).Assembly.GetManifestResourceStream("MLContextFairness.cs")!;
        return SourceText.From(stream, Encoding.UTF8);
    });

    public static SourceText Source => s_source.Value;
}
