using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ResponsibleAI.Policy.Findings;

/// <summary>Tells whether a finding is the one of the last build, wherever its line went.</summary>
internal static class Fingerprint
{
    /// <summary>Over rule and subject; for a finding about the text itself also over what it says, because one file has many.</summary>
    public static string Of(Finding finding)
    {
        var text = finding.Rule.StartsWith("RAI90", StringComparison.Ordinal)
            ? $"{finding.Rule}\n{finding.Subject}\n{finding.Message}"
            : $"{finding.Rule}\n{finding.Subject}";
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(text)).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
