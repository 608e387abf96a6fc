using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Lineage;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Policies;

/// <summary>The policy of one compilation, and what is wrong with it.</summary>
internal sealed class PolicyInForce
{
    private PolicyInForce(LoadedPolicy policy, string? path, IReadOnlyList<(string Path, string Message, bool Stale)> problems)
    {
        Snapshot = policy.Snapshot ?? new PolicySnapshot();
        Hash = policy.Hash;
        Path = path;
        Problems = problems;
    }

    public PolicySnapshot Snapshot { get; }

    public string Hash { get; }

    /// <summary>The snapshot file; null when the embedded one serves.</summary>
    public string? Path { get; }

    /// <summary>Files with what is wrong about them; Stale when the snapshot is only older than the file.</summary>
    public IReadOnlyList<(string Path, string Message, bool Stale)> Problems { get; }

    /// <summary>The policy, when the compilation references a library that it knows, or may have a learner of its own or embed texts; else null, at the price of a text search.</summary>
    public static PolicyInForce? For(Compilation compilation, AnalyzerOptions options, Func<SourceText, LoadedPolicy> read, CancellationToken cancellation)
    {
        var file = SnapshotFile(options.AdditionalFiles);
        var policy = file?.GetText(cancellation) is { } text ? read(text) : null;
        if (!ReferencesAny(compilation, (policy ?? LoadedPolicy.Default).LibraryAssemblies)
            && (policy is null || !ReferencesAny(compilation, LoadedPolicy.Default.LibraryAssemblies))
            && !OwnLearners.MayBeIn(compilation, cancellation)
            && !EmbeddingPosts.MayBeIn(compilation, cancellation))
            return null;

        var problems = new List<(string, string, bool)>();
        if (policy is { Snapshot: null, Problem: { } problem })
        {
            problems.Add((file!.Path, $"The policy snapshot cannot be read ({problem}); the shipped rules serve instead and no card or purpose is known", false));
            policy = null;
        }
        else if (policy is { Snapshot: { } snapshot })
        {
            AddStaleSources(options, snapshot, problems, cancellation);
        }

        return new PolicyInForce(policy ?? LoadedPolicy.Default, policy is null ? null : file!.Path, problems);
    }

    private static AdditionalText? SnapshotFile(IEnumerable<AdditionalText> files)
    {
        AdditionalText? first = null;
        foreach (var file in files)
            if (file.Path.EndsWith(SnapshotXml.FileNameSuffix, StringComparison.OrdinalIgnoreCase)
                && (first is null || string.CompareOrdinal(file.Path, first.Path) < 0))
                first = file;
        return first;
    }

    private static bool ReferencesAny(Compilation compilation, IReadOnlyList<string> assemblies)
    {
        if (assemblies.Count == 0)
            return false;
        foreach (var reference in compilation.ReferencedAssemblyNames)
            foreach (var name in assemblies)
                if (string.Equals(reference.Name, name, StringComparison.OrdinalIgnoreCase))
                    return true;
        return false;
    }

    private static void AddStaleSources(AnalyzerOptions options, PolicySnapshot snapshot, List<(string, string, bool)> problems, CancellationToken cancellation)
    {
        foreach (var file in options.AdditionalFiles)
        {
            if (!IsSource(file, options) || file.GetText(cancellation) is not { } text)
                continue;
            var path = file.Path.Replace('\\', '/');
            var known = snapshot.Sources.FirstOrDefault(source => path.EndsWith("/" + source.Path, StringComparison.OrdinalIgnoreCase) || string.Equals(path, source.Path, StringComparison.OrdinalIgnoreCase));
            if (known is null)
                problems.Add((file.Path, $"The policy snapshot is older than '{FileName(path)}', which it does not know yet; build to bring it up to date", true));
            else if (known.Hash != ContentHash.OfFile(text.ToString()))
                problems.Add((file.Path, $"The policy snapshot is older than '{known.Path}'; build to bring it up to date", true));
        }
    }

    private static bool IsSource(AdditionalText file, AnalyzerOptions options)
    {
        if (options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.RaiKind", out var kind) && kind.Length > 0)
            return kind == "source";
        var path = file.Path.Replace('\\', '/');
        return path.EndsWith(".datacard.yaml", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".modelcard.yaml", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".rules.yaml", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith("rai/policy.yaml", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith("rai/purposes.yaml", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith("rai/waivers.yaml", StringComparison.OrdinalIgnoreCase);
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOf('/') + 1);
}
