using System.Security.Cryptography;
using System.Text;

namespace ResponsibleAI.Policy.Findings;

/// <summary>Tells whether a finding is the one of the last build, wherever its line went. Not for use by several threads at once.</summary>
internal sealed class Fingerprint : IDisposable
{
    private readonly SHA256 _sha = SHA256.Create();

    /// <summary>The findings, each with its own.</summary>
    public static IEnumerable<Finding> On(IEnumerable<Finding> findings)
    {
        using var fingerprints = new Fingerprint();
        foreach (var finding in findings)
        {
            yield return finding with { Fingerprint = fingerprints.Of(finding) };
        }
    }

    /// <summary>Over rule and subject; for a finding about the text itself also over what it says, because one file has many.</summary>
    private string Of(Finding finding)
    {
        var text = finding.Rule.StartsWith("RAI90", StringComparison.Ordinal)
            ? $"{finding.Rule}\n{finding.Subject}\n{finding.Message}"
            : $"{finding.Rule}\n{finding.Subject}";
        return Hex.Of(_sha.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }

    /// <inheritdoc />
    public void Dispose() => _sha.Dispose();
}
