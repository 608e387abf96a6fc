namespace ResponsibleAI.Policy.Documents;

/// <summary>Words that people mistype, and words that Britain spells otherwise.</summary>
internal static class Spelling
{
    /// <summary>Longer names are no typing errors of ours.</summary>
    private const int LongestName = 60;

    private static readonly (string British, string American)[] s_endings =
    [
        ("isation", "ization"), ("ised", "ized"), ("ising", "izing"), ("icence", "icense"), ("isable", "izable"),
        ("ehaviour", "ehavior"), ("abelled", "abeled"), ("abour", "abor"), ("avour", "avor"), ("rganise", "rganize"),
    ];

    /// <summary>The American form of a key or word.</summary>
    public static string American(string word)
    {
        foreach (var (british, american) in s_endings)
        {
            word = word.Replace(british, american);
        }

        return word;
    }

    /// <summary>The candidate that was probably meant, or null. Of equally near ones the first.</summary>
    public static string? Nearest(string written, IReadOnlyCollection<string> candidates)
    {
        if (written.Length > LongestName)
        {
            return null;
        }

        string? nearest = null;
        var best = Math.Max(1, written.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            var distance = Distance(written, candidate, best);
            if (distance < best)
            {
                (nearest, best) = (candidate, distance);
            }
        }

        return nearest ?? (written.Length < 3 ? null : candidates.FirstOrDefault(candidate => candidate.StartsWith(written, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Letters to change, add, drop or swap, case ignored; <paramref name="limit"/> when there are as many or more.</summary>
    public static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) >= limit)
        {
            return limit;
        }

        var before = new int[right.Length + 1];
        var above = new int[right.Length + 1];
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = Same(left[i - 1], right[j - 1]);
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least >= limit)
            {
                return limit;
            }

            (before, above, row) = (above, row, before);
        }

        return Math.Min(above[right.Length], limit);
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
