namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>Splits identifiers into lower-case words: camel and Pascal case, snake and kebab case, acronyms, digits.</summary>
internal static class IdentifierWords
{
    /// <summary>Longer identifiers are cut here; no real column comes near.</summary>
    private const int MaxLength = 256;

    /// <summary>"DateofBirth" has one; no shorter word is known to.</summary>
    private const int ShortestGlued = 4;

    /// <summary>English, Spanish, Portuguese and French.</summary>
    private static readonly HashSet<string> s_particles = new(StringComparer.Ordinal) { "at", "da", "de", "di", "do", "in", "of" };

    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžøđłıħŧ";
    private const string Plain = "aaaaaaceeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzodliht";

    /// <summary>"MaritalStatus" → marital, status; "userIDs" → user, ids; "DOB2" → dob, 2; "ap_hi" → ap, hi.</summary>
    public static IReadOnlyList<string> Split(string identifier)
    {
        var words = new List<string>(4);
        var length = Math.Min(identifier.Length, MaxLength);
        var start = 0;
        for (var at = 0; at <= length; at++)
        {
            if (at < length && char.IsLetterOrDigit(identifier[at]) && !StartsWord(identifier, at, start, length)) continue;
            if (at > start) words.Add(WithoutAccents(identifier.Substring(start, at - start).ToLowerInvariant()));
            start = at < length && !char.IsLetterOrDigit(identifier[at]) ? at + 1 : at;
        }
        return words;
    }

    /// <summary>The words with small words that were written onto the one before set apart: "YearsofExperience" → years, of, experience. Null when none may be.</summary>
    public static IReadOnlyList<string>? WithoutGluedParticles(IReadOnlyList<string> words)
    {
        List<string>? apart = null;
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (at + 1 < words.Count && word.Length > ShortestGlued && s_particles.Contains(word.Substring(word.Length - 2)))
            {
                apart ??= [.. words.Take(at)];
                apart.Add(word.Substring(0, word.Length - 2));
                apart.Add(word.Substring(word.Length - 2));
            }
            else
            {
                apart?.Add(word);
            }
        }
        return apart;
    }

    /// <summary>The letters and digits alone, in lower case: equal for "marital-status", "MaritalStatus" and "maritalStatus".</summary>
    public static string Key(string identifier)
    {
        var key = new char[Math.Min(identifier.Length, MaxLength)];
        var length = 0;
        for (var at = 0; at < key.Length; at++)
        {
            if (char.IsLetterOrDigit(identifier[at])) key[length++] = WithoutAccent(char.ToLowerInvariant(identifier[at]));
        }
        return new string(key, 0, length);
    }

    /// <summary>"Género" and "Genero" are one word. Most words are ASCII and come back as they are; a table, because what a runtime knows of letters depends on its settings.</summary>
    private static string WithoutAccents(string word) => word.All(static letter => letter < '\x80') ? word : new string([.. word.Select(WithoutAccent)]);

    private static char WithoutAccent(char letter) => letter < '\x80' || Accented.IndexOf(letter) is not (>= 0 and var at) ? letter : Plain[at];

    private static bool StartsWord(string text, int at, int start, int length)
    {
        if (at == start) return false;
        var (before, here) = (text[at - 1], text[at]);
        if (char.IsDigit(before) != char.IsDigit(here)) return true;
        if (!char.IsUpper(here)) return false;
        if (!char.IsUpper(before)) return true;
        return at + 1 < length && char.IsLower(text[at + 1]) && !EndsAsPluralOfAcronym(text, at, length);
    }

    /// <summary>The D of "IDs": a lone s after capitals is their plural, not the end of a new word.</summary>
    private static bool EndsAsPluralOfAcronym(string text, int at, int length) =>
        text[at + 1] == 's' && (at + 2 >= length || !char.IsLower(text[at + 2]));
}
