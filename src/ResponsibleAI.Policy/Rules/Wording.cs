using System.Text.RegularExpressions;

namespace ResponsibleAI.Policy.Rules;

/// <summary>Words that a tool which sees only a card must not say. It reports what the card shows; courts find violations.</summary>
internal static class Wording
{
    private static readonly (Regex Pattern, string Why)[] s_never =
    [
        (Word(@"violat\w*|breach\w*|infring\w*|illegal\w*|unlawful\w*"), "The tool sees a card, not a court's findings; say what the card shows"),
        (Word(@"complian\w*|comply|complies|complied"), "No card shows compliance; say what the card shows"),
        (Word(@"lawful(?! basis| bases| access)|lawfully"), "Whether something is lawful is not on the card; say what the card shows"),
        (Word(@"anonymous"), "Say declared anonymized; whether data is anonymous is a question of fact"),
        (Word(@"needs? consent"), "Other bases than consent exist"),
    ];

    /// <summary>The first such word and why not; null when there is none.</summary>
    public static (string Word, string Why)? Problem(string text)
    {
        foreach (var (pattern, why) in s_never)
        {
            try
            {
                if (pattern.Match(text) is { Success: true } match)
                    return (match.Value, why);
            }
            catch (RegexMatchTimeoutException)
            {
                return null;
            }
        }

        return null;
    }

    private static Regex Word(string pattern) =>
        new($@"\b(?:{pattern})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
}
