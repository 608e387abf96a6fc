using ResponsibleAI.Policy;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Programs;

/// <summary>The shipped lexicon, taxonomy, API catalog and known datasets, compiled as a build compiles them, with no card and no purpose.</summary>
internal static class ShippedPolicy
{
    public static readonly PolicyResult Compiled = PolicyCompiler.Compile(new PolicyRequest([.. Files("lexicon"), .. Files("taxonomy"), .. Files("apis"), .. Files("datasets")], new Day(2026, 11, 22)));

    public static readonly PolicySnapshot Snapshot = SnapshotXml.Read(new StringReader(Compiled.Snapshot)) with { Sources = [] };

    private static IEnumerable<PolicyFile> Files(string folder) =>
        from path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "rules", folder), "*.yaml").Order(StringComparer.Ordinal)
        select new PolicyFile($"rules/{folder}/{Path.GetFileName(path)}", FileOrigin.Shipped, () => System.IO.File.OpenRead(path));
}
