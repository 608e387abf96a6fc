using System.Security.Cryptography;
using System.Text;

namespace ResponsibleAI.Analyzers.Findings;

/// <summary>SHA-256 of text as lower-case hex.</summary>
internal static class ContentHash
{
    private const string Digits = "0123456789abcdef";

    /// <summary>Made once a thread: every finding has a hash, and making one costs more than using it.</summary>
    [ThreadStatic]
    private static SHA256? s_sha;

    public static string Of(string text)
    {
        var hash = (s_sha ??= SHA256.Create()).ComputeHash(Encoding.UTF8.GetBytes(text));
        var hex = new char[hash.Length * 2];
        for (var i = 0; i < hash.Length; i++)
        {
            hex[2 * i] = Digits[hash[i] >> 4];
            hex[(2 * i) + 1] = Digits[hash[i] & 15];
        }

        return new string(hex);
    }

    /// <summary>As the policy compiler hashes a YAML file: without byte-order mark, newlines as LF.</summary>
    public static string OfFile(string text) => Of(text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n'));
}
