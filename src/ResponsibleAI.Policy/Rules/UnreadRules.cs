using System.Text.RegularExpressions;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Rules;

/// <summary>Names the rules that stand behind a syntax error: they are lost until it is mended, and nobody may think that they hold.</summary>
internal static class UnreadRules
{
    private static readonly Regex s_id = new("""^[ -]*\{?\s*id:\s*["']?([A-Za-z0-9][A-Za-z0-9._-]{0,60})""", RegexOptions.CultureInvariant | RegexOptions.Multiline, TimeSpan.FromSeconds(1));

    /// <summary>Adds one finding at the place of the error, when there are such rules.</summary>
    /// <param name="unread">The text from the line of the error on.</param>
    /// <param name="findings">Of the pack; the error is the last of them.</param>
    public static void Tell(string unread, FindingList findings)
    {
        List<string> ids;
        try
        {
            ids = [.. s_id.Matches(unread).Cast<Match>().Select(match => match.Groups[1].Value)];
        }
        catch (RegexMatchTimeoutException)
        {
            return;
        }

        if (ids.Count > 0 && findings.Items.Count > 0)
            findings.NotAssessed(
                ids.Count == 1 ? $"Rule {FindingList.Quote(ids[0])} stands behind it and is not applied" : FormattableString.Invariant($"{ids.Count} rules, {FindingList.Quote(ids[0])} to {FindingList.Quote(ids[ids.Count - 1])}, stand behind it and are not applied"),
                findings.Items[findings.Items.Count - 1].Location);
    }
}
