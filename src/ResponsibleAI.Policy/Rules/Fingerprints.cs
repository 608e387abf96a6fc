using System.Security.Cryptography;
using System.Text;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules;

/// <summary>The identity of a finding from build to build.</summary>
internal static class Fingerprints
{
    /// <summary>Lower-case hex SHA-256 over rule and subject.</summary>
    public static string Of(string rule, string subject)
    {
        using var sha = SHA256.Create();
        return FactsRead.Hex(sha.ComputeHash(Encoding.UTF8.GetBytes(rule + "\n" + subject)));
    }
}
