namespace ResponsibleAI.Policy.Documents;

/// <summary>What the ids of the Data Privacy Vocabulary for provisions of the GDPR stand for, in a few words.</summary>
internal static class DpvIds
{
    private static readonly Dictionary<string, string> s_meanings = new(StringComparer.Ordinal)
    {
        ["eu-gdpr:A6-1-a"] = "consent",
        ["eu-gdpr:A6-1-b"] = "contract",
        ["eu-gdpr:A6-1-c"] = "legal obligation",
        ["eu-gdpr:A6-1-d"] = "vital interests",
        ["eu-gdpr:A6-1-e"] = "public task",
        ["eu-gdpr:A6-1-f"] = "legitimate interests",
        ["eu-gdpr:A9-2-a"] = "explicit consent",
        ["eu-gdpr:A9-2-b"] = "employment and social security law",
        ["eu-gdpr:A9-2-c"] = "vital interests",
        ["eu-gdpr:A9-2-d"] = "not-for-profit body",
        ["eu-gdpr:A9-2-e"] = "made public by the person",
        ["eu-gdpr:A9-2-f"] = "legal claims",
        ["eu-gdpr:A9-2-g"] = "substantial public interest",
        ["eu-gdpr:A9-2-h"] = "health care",
        ["eu-gdpr:A9-2-i"] = "public health",
        ["eu-gdpr:A9-2-j"] = "archiving, research, statistics",
        ["eu-gdpr:A45-3"] = "adequacy decision",
    };

    /// <summary>The meaning; null for a word that is no such id.</summary>
    public static string? Meaning(string word) => s_meanings.TryGetValue(word, out var meaning) ? meaning : null;
}
