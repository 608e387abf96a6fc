using ResponsibleAI.Policy;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.PersonalData;

/// <summary>The shipped lexicon and known datasets over the shipped taxonomy, compiled as a build compiles it.</summary>
internal static class EnglishLexicon
{
    public static readonly IReadOnlyList<PolicyFile> Shipped = [.. Files("lexicon"), .. Files("taxonomy"), .. Files("licenses"), .. Files("datasets")];

    public static readonly PolicyResult Compiled = PolicyCompiler.Compile(new PolicyRequest(Shipped, new Day(2026, 11, 22)));

    public static readonly PolicySnapshot Snapshot = SnapshotXml.Read(new StringReader(Compiled.Snapshot));

    private static IEnumerable<PolicyFile> Files(string folder) =>
        from path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "rules", folder), "*.yaml").Order(StringComparer.Ordinal)
        select new PolicyFile($"rules/{folder}/{Path.GetFileName(path)}", FileOrigin.Shipped, () => File.OpenRead(path));
}
