using System.Security.Cryptography;
using System.Text;

namespace ResponsibleAI.Analyzers.Findings;

/// <summary>SHA-256 of text as lower-case hex.</summary>
internal static class ContentHash
{
    public static string Of(string text)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text));
        var hex = new StringBuilder(hash.Length * 2);
        foreach (var value in hash)
            hex.Append(value.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        return hex.ToString();
    }

    /// <summary>As the policy compiler hashes a YAML file: without byte-order mark, newlines as LF.</summary>
    public static string OfFile(string text) => Of(text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n'));
}
