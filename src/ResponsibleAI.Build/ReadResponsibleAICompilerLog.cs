using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Build;

/// <summary>
/// Keeps what the compiler's log says about our rules: sorted, relative, without times. A compilation that references an ML library
/// and brings no evidence of being analyzed with the current snapshot is a finding of its own: not assessed is never passed.
/// </summary>
public sealed class ReadResponsibleAICompilerLog : Task
{
    /// <summary>The compiler's SARIF log, absolute.</summary>
    [Required]
    public string CompilerLog { get; set; } = "";

    /// <summary>The policy snapshot the compiler was given, absolute.</summary>
    [Required]
    public string Snapshot { get; set; } = "";

    /// <summary>The assemblies the compiler was given.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The project file, absolute: the place of what has no other.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>Places below this folder are stored relative to it; absolute.</summary>
    [Required]
    public string Root { get; set; } = "";

    /// <summary>The findings to write, absolute.</summary>
    [Required]
    public string Findings { get; set; } = "";

    /// <inheritdoc />
    public override bool Execute()
    {
        try
        {
            if (!File.Exists(Findings) || File.GetLastWriteTimeUtc(Findings) <= File.GetLastWriteTimeUtc(CompilerLog))
            {
                AtomicFile.Write(Findings, new StoredFindings(Read(), []).Write());
            }
        }
#pragma warning disable CA1031 // Whatever goes wrong, the build must fail with a sentence and without findings that look current.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.LogError(
                null, BuildRules.NoEvidence, null, BuildRules.HelpLink(BuildRules.NoEvidence), Project, 0, 0, 0, 0,
                $"Code was not assessed: what the compiler reported could not be kept: {exception.Message}");
        }

        return !Log.HasLoggedErrors;
    }

    private IReadOnlyList<Finding> Read()
    {
        try
        {
            var log = Build.CompilerLog.Read(CompilerLog, Root);
            return WhyNotAssessed(log) is { } reason ? [NotAssessed(reason), .. log.Findings] : log.Findings;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or XmlException or FormatException)
        {
            return [NotAssessed($"the compiler's log cannot be read: {exception.Message}")];
        }
    }

    private string? WhyNotAssessed(CompilerLog log)
    {
        if (log.Crashed)
        {
            return "an analyzer failed (AD0001)";
        }

        if (!ReferencesLibraryOf(ReadSnapshot()) || log.EvidenceOf.Contains(SnapshotHash()))
        {
            return null;
        }

        return log.EvidenceOf.Count == 0
            ? "the analyzers did not run to their end (RunAnalyzers=false, or the analyzers are removed)"
            : "the analyzers ran with another policy snapshot";
    }

    private bool ReferencesLibraryOf(PolicySnapshot snapshot)
    {
        var known = new HashSet<string>(snapshot.Libraries.SelectMany(library => library.Assemblies), StringComparer.OrdinalIgnoreCase);
        return References.Any(reference => known.Contains(Path.GetFileNameWithoutExtension(reference.ItemSpec)));
    }

    private PolicySnapshot ReadSnapshot()
    {
        using var text = new StreamReader(Snapshot);
        return SnapshotXml.Read(text);
    }

    private string SnapshotHash()
    {
        using var sha = SHA256.Create();
#pragma warning disable CA1850 // .NET Framework has no HashData.
        var hash = sha.ComputeHash(File.ReadAllBytes(Snapshot));
#pragma warning restore CA1850
        return string.Concat(hash.Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private Finding NotAssessed(string reason) =>
        new(BuildRules.NoEvidence, FindingKind.NotAssessed, Severity.Error, $"Code was not assessed: {reason}", new(RelativePath.From(Root, Project), 0, 0, 0, 0));
}
