using System.Globalization;
using System.Runtime.Serialization.Json;
using System.Xml;
using System.Xml.Linq;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Build;

/// <summary>
/// What the compiler's SARIF log says about our rules. The log itself is raw material: unordered, absolute, timed.
/// </summary>
internal sealed class CompilerLog
{
    private const string Prefix = "RAI";
    private const string AnalyzerCrash = "AD0001";
    private const string KindProperty = "kind";
    private const string EvidenceProperty = "snapshot";
    private static readonly XmlDictionaryReaderQuotas s_quotas = new() { MaxDepth = 64, MaxStringContentLength = 16 * 1024 * 1024, MaxArrayLength = 1, MaxBytesPerRead = 64 * 1024, MaxNameTableCharCount = int.MaxValue };

    private CompilerLog(IReadOnlyList<Finding> findings, IReadOnlyList<string> evidence, bool crashed)
    {
        Findings = findings;
        EvidenceOf = evidence;
        Crashed = crashed;
    }

    /// <summary>What our rules reported and nobody suppressed in source, sorted by path, line, column, rule, message.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The hashes of the snapshots that analysis says it ran with; empty when it did not run to its end.</summary>
    public IReadOnlyList<string> EvidenceOf { get; }

    /// <summary>Whether one of our analyzers threw.</summary>
    public bool Crashed { get; }

    /// <summary>Reads SARIF 2.1.0.</summary>
    /// <param name="path">The log.</param>
    /// <param name="root">Places below it are named relative to it.</param>
    /// <exception cref="FormatException">It is another version, or no SARIF.</exception>
    /// <exception cref="XmlException">It is no JSON.</exception>
    public static CompilerLog Read(string path, string root)
    {
        var log = Parse(path);
        if ((string?)log.Element("version") != "2.1.0")
        {
            throw new FormatException("its format is not SARIF 2.1; write ErrorLog as 'path,version=2.1'");
        }

        var results = log.Elements("runs").Elements("item").Elements("results").Elements("item").ToList();
        return new(
            [.. results
                .Where(result => IsOurs(result) && !IsSuppressed(result))
                .Select(result => ToFinding(result, root))
                .OrderBy(finding => finding.Location.Path, StringComparer.Ordinal)
                .ThenBy(finding => finding.Location.Line)
                .ThenBy(finding => finding.Location.Column)
                .ThenBy(finding => finding.Rule, StringComparer.Ordinal)
                .ThenBy(finding => finding.Message, StringComparer.Ordinal)],
            [.. results.Where(result => Rule(result) == BuildRules.NoEvidence).Select(result => Property(result, EvidenceProperty)).OrderBy(hash => hash, StringComparer.Ordinal)],
            results.Any(result => Rule(result) == AnalyzerCrash && Message(result).Contains("ResponsibleAI")));
    }

    private static XElement Parse(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var mark = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        using var json = JsonReaderWriterFactory.CreateJsonReader(bytes, mark, bytes.Length - mark, s_quotas);
        return XElement.Load(json);
    }

    private static bool IsOurs(XElement result) =>
        Rule(result).StartsWith(Prefix, StringComparison.Ordinal) && Rule(result) != BuildRules.NoEvidence;

    private static bool IsSuppressed(XElement result) => result.Element("suppressions")?.Elements("item").Any() == true;

    private static Finding ToFinding(XElement result, string root) =>
        new(Rule(result), Kind(result), Level(result), Message(result), Place(result, root)) { Fingerprint = Property(result, "fingerprint") };

    /// <summary>A kind that is not known fails as loud as a violation.</summary>
    private static FindingKind Kind(XElement result) => Property(result, KindProperty) switch
    {
        "gap" => FindingKind.Gap,
        "not-assessed" => FindingKind.NotAssessed,
        "needs-review" => FindingKind.NeedsReview,
        _ => FindingKind.Violation,
    };

    private static Severity Level(XElement result) => (string?)result.Element("level") switch
    {
        "error" => Severity.Error,
        "note" => Severity.Info,
        "none" => Severity.None,
        _ => Severity.Warning, // SARIF's default
    };

    private static SourceSpan Place(XElement result, string root)
    {
        var physical = result.Elements("locations").Elements("item").Elements("physicalLocation").FirstOrDefault();
        var region = physical?.Element("region");
        var line = Number(region, "startLine") ?? 0;
        var column = Number(region, "startColumn") ?? 0;
        return new(
            LocalPath((string?)physical?.Element("artifactLocation")?.Element("uri") ?? "", root),
            line,
            column,
            Number(region, "endLine") ?? line,
            Number(region, "endColumn") ?? column);
    }

    private static string LocalPath(string uri, string root) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var absolute) && absolute.IsFile
            ? RelativePath.From(root, absolute.LocalPath)
            : Uri.UnescapeDataString(uri);

    private static int? Number(XElement? parent, string name) =>
        int.TryParse((string?)parent?.Element(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Rule(XElement result) => (string?)result.Element("ruleId") ?? "";

    private static string Message(XElement result) => (string?)result.Element("message")?.Element("text") ?? "";

    private static string Property(XElement result, string name) =>
        (string?)result.Element("properties")?.Element("customProperties")?.Element(name) ?? "";
}
