namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>Words beside a term that change what a column holds: "Phone" is the number, "PhoneLength", "HasPhone" and "PhoneVerified" only say something about it.</summary>
internal static class Qualifiers
{
    /// <summary>After a term: a measure or an attribute of what the term names.</summary>
    private static readonly HashSet<string> s_after = new(StringComparer.Ordinal)
    {
        "active", "age", "amount", "amt", "available", "average", "avg", "balance", "brand", "category", "changed", "charge", "charges", "class", "confirmed", "count", "counts", "country",
        "days", "debt", "domain", "duration", "enabled", "entropy", "exists", "expense", "expenses", "flag", "format", "frequency", "history", "holder", "indicator", "issuer", "kind", "length", "level", "limit",
        "matches", "max", "mean", "median", "min", "missing", "months", "payment", "payments", "percent", "percentage", "present", "provided", "provider", "quality", "rank", "rate", "ratio", "risk", "score",
        "share", "since", "size", "spend", "spending", "status", "sum", "tenure", "tier", "total", "transactions", "type", "types", "usage", "use", "util", "utilisation", "utilization", "valid", "validity", "verified", "years",
    };

    /// <summary>Before a term: whether there is one, or how many.</summary>
    private static readonly HashSet<string> s_before = new(StringComparer.Ordinal)
    {
        "amount", "average", "avg", "count", "had", "has", "have", "holds", "is", "max", "mean", "median", "min", "missing", "no", "num", "number", "own", "owns", "sum", "total", "was", "with", "without",
    };

    /// <summary>Things that have a number: the word alone may mean the number, whether there is one, or of which kind it is.</summary>
    private static readonly HashSet<string> s_numbered = new(StringComparer.Ordinal)
    {
        "account", "accounts", "card", "cards", "certificate", "certificates", "licence", "licences", "license", "licenses", "passport", "passports",
    };

    private static readonly HashSet<string> s_number = new(StringComparer.Ordinal) { "code", "id", "ids", "key", "no", "nr", "num", "number", "numbers" };

    /// <summary>Whether the column holds what the term names; null when it may as well only tell something about it.</summary>
    /// <param name="words">The identifier.</param>
    /// <param name="start">Where the term begins in it.</param>
    /// <param name="length">How many words the term takes.</param>
    /// <param name="kind">What the column holds.</param>
    public static bool? HoldsNamed(IReadOnlyList<string> words, int start, int length, ValueKind kind)
    {
        if (kind == ValueKind.Boolean || (start > 0 && (s_before.Contains(words[0]) || IsCounted(words, start)))) return false;
        for (var at = start + 1; at < words.Count; at++)
        {
            if (s_after.Contains(words[at])) return false;
        }
        return s_numbered.Contains(words[start + length - 1]) && !words.Skip(start + length).Any(s_number.Contains) ? null : true;
    }

    private static bool IsCounted(IReadOnlyList<string> words, int start) => s_before.Contains(words[words[start - 1] == "of" && start > 1 ? start - 2 : start - 1]);
}
