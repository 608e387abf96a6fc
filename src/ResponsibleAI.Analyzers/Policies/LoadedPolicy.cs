using System.Reflection;
using System.Xml;
using Microsoft.CodeAnalysis.Text;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Policies;

/// <summary>A policy snapshot's text and, on the first question, what it says.</summary>
internal sealed class LoadedPolicy
{
    private const string DefaultResource = "default.rai-snapshot.xml";
    private const string Library = "<library ";
    private const string Assemblies = "assemblies=\"";

    private static readonly Lazy<LoadedPolicy> s_default = new(ReadDefault);

    private readonly Lazy<(PolicySnapshot? Snapshot, string? Problem)> _content;
    private readonly Lazy<string> _hash;

    private LoadedPolicy(string text)
    {
        _content = new(() => Read(text));
        _hash = new(() => ContentHash.Of(text));
        LibraryAssemblies = ScanAssemblies(text);
    }

    /// <summary>The policy embedded when this assembly was built: shipped rules and no cards.</summary>
    public static LoadedPolicy Default => s_default.Value;

    /// <summary>Of the snapshot's text.</summary>
    public string Hash => _hash.Value;

    /// <summary>Simple names of the assemblies whose libraries the snapshot knows; found without parsing, so that other projects pay nothing.</summary>
    public IReadOnlyList<string> LibraryAssemblies { get; }

    /// <summary>What it says; null when it cannot be read.</summary>
    public PolicySnapshot? Snapshot => _content.Value.Snapshot;

    /// <summary>Why it cannot be read; null when it can.</summary>
    public string? Problem => _content.Value.Problem;

    public static LoadedPolicy Of(SourceText text) => new(text.ToString());

    private static LoadedPolicy ReadDefault()
    {
        using var stream = typeof(LoadedPolicy).GetTypeInfo().Assembly.GetManifestResourceStream(DefaultResource);
        if (stream is null)
            return new LoadedPolicy(SnapshotXml.Write(new PolicySnapshot()));
        using var reader = new StreamReader(stream);
        return new LoadedPolicy(reader.ReadToEnd());
    }

    private static (PolicySnapshot?, string?) Read(string text)
    {
        try
        {
            using var reader = new StringReader(text);
            return (SnapshotXml.Read(reader), null);
        }
        catch (Exception exception) when (exception is XmlException or FormatException)
        {
            return (null, exception.Message);
        }
    }

    private static List<string> ScanAssemblies(string text)
    {
        var assemblies = new List<string>();
        for (var at = text.IndexOf(Library, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Library, at + 1, StringComparison.Ordinal))
        {
            var end = text.IndexOf('>', at);
            var start = text.IndexOf(Assemblies, at, StringComparison.Ordinal);
            if (start < 0 || end < 0 || start > end)
                continue;
            start += Assemblies.Length;
            var close = text.IndexOf('"', start);
            if (close > start)
                assemblies.AddRange(text.Substring(start, close - start).Split('|'));
        }

        return assemblies;
    }
}
