using System.Xml;
using Microsoft.CodeAnalysis;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.CodeFixes;

/// <summary>What a project's compiled policy says, and where its policy lives.</summary>
internal static class PolicyOfProject
{
    /// <summary>The snapshot among the project's additional documents; an empty one when there is none that can be read.</summary>
    public static async Task<PolicySnapshot> ReadAsync(Project project, CancellationToken cancel)
    {
        var document = project.AdditionalDocuments
            .Where(candidate => (candidate.FilePath ?? candidate.Name).EndsWith(SnapshotXml.FileNameSuffix, StringComparison.OrdinalIgnoreCase))
            .OrderBy(candidate => candidate.FilePath, StringComparer.Ordinal)
            .FirstOrDefault();
        if (document is null) return new PolicySnapshot();
        var text = await document.GetTextAsync(cancel).ConfigureAwait(false);
        try
        {
            using var reader = new StringReader(text.ToString());
            return SnapshotXml.Read(reader);
        }
        catch (Exception unreadable) when (unreadable is XmlException or FormatException)
        {
            return new PolicySnapshot(); // the analyzer reports it as RAI9010
        }
    }

    /// <summary>The folder that holds <c>rai/</c>: the build's word, else the project's folder; null when neither is known.</summary>
    public static string? Root(Project project)
    {
        var options = project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions;
        if (options.TryGetValue("build_property.ResponsibleAIPolicyRoot", out var root) && root.Length > 0) return root;
        return Path.GetDirectoryName(project.FilePath);
    }
}
