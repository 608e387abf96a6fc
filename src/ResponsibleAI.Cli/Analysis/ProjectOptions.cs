using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ResponsibleAI.Cli.Projects;

namespace ResponsibleAI.Cli.Analysis;

/// <summary>The project's own options; ours are always on, since somebody asked.</summary>
internal sealed class ProjectOptions(LoadedProject project) : AnalyzerConfigOptionsProvider
{
    private static readonly Values s_none = new(null, []);

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(project.Options?.GlobalOptions, Own(project));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => project.Options?.GetOptions(tree) ?? s_none;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => s_none;

    private static Dictionary<string, string> Own(LoadedProject project)
    {
        var own = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["build_property.ResponsibleAIActive"] = "true" };
        if (project.Purpose is { } purpose)
            own["build_property.ResponsibleAIPurpose"] = purpose;
        return own;
    }

    private sealed class Values(AnalyzerConfigOptions? inner, Dictionary<string, string> own) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            own.TryGetValue(key, out value) || (inner?.TryGetValue(key, out value) ?? false);
    }
}
