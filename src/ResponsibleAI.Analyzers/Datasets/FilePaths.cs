namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>Compares file paths as people write them in code and on cards: by their last segments, whatever the slashes and the case.</summary>
internal static class FilePaths
{
    /// <summary>The segments, "." and leading ".." left out.</summary>
    public static string[] Segments(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/', '\\'))
        {
            if (segment.Length == 0 || segment == "." || (segment.Length == 2 && segment[1] == ':'))
                continue;
            if (segment == "..")
            {
                if (segments.Count > 0)
                    segments.RemoveAt(segments.Count - 1);
            }
            else
            {
                segments.Add(segment);
            }
        }

        return [.. segments];
    }

    /// <summary>The last segment without its extension. The framework's own method refuses "&lt;path of your file&gt;" on .NET Framework.</summary>
    public static string Stem(string path) => path.Substring(AfterFolders(path), path.Length - Extension(path).Length - AfterFolders(path));

    /// <summary>The extension of the last segment with its dot; empty when it has none.</summary>
    public static string Extension(string path) => path.LastIndexOf('.') is var dot && dot >= AfterFolders(path) && dot < path.Length - 1 ? path.Substring(dot) : "";

    private static int AfterFolders(string path) => path.LastIndexOfAny(['/', '\\']) + 1;

    /// <summary>Whether the shorter is the end of the longer; the file name alone is not enough when both name a folder.</summary>
    public static bool SameEnd(string[] left, string[] right)
    {
        var common = Math.Min(left.Length, right.Length);
        if (common == 0)
            return false;
        for (var i = 1; i <= common; i++)
            if (!Matches(right[right.Length - i], left[left.Length - i]))
                return false;
        return true;
    }

    public static bool IsPattern(string path) => path.IndexOfAny(['*', '?']) >= 0;

    /// <summary>Whether the path ends as the pattern says: * and ? within a segment, ** over any number of segments.</summary>
    public static bool MatchesPattern(string[] path, string[] pattern)
    {
        for (var start = 0; start < path.Length; start++)
            if (Matches(path, start, pattern, 0))
                return true;

        // The code may name fewer folders than the card.
        for (var skip = 1; skip < pattern.Length; skip++)
            if (pattern[skip - 1] != "**" && !IsPattern(pattern[skip - 1]) && Matches(path, 0, pattern, skip))
                return true;
        return false;
    }

    private static readonly string[] s_splits = ["training", "train", "testing", "test", "validation", "validate", "valid", "evaluation", "eval", "val"];

    /// <summary>The file name with what tells training from test data taken out, and the number of rows after it: two files of one dataset have the same.</summary>
    public static string WithoutSplit(string fileName)
    {
        var name = Stem(fileName).Equals("dev", StringComparison.OrdinalIgnoreCase) ? $"test{Extension(fileName)}" : fileName;
        foreach (var word in s_splits)
        {
            var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var end = at + word.Length;
            while (end < name.Length && char.IsDigit(name[end]))
                end++;
            if (end > at + word.Length && end < name.Length && name[end] is 'k' or 'K' or 'm' or 'M')
                end++;
            name = Without(name, at, end);
            break;
        }

        var (stem, extension) = (Stem(name), Extension(name));
        if (stem.Length > 3 && stem[stem.Length - 3] is '_' or '-' or '.' && stem.Substring(stem.Length - 2).ToUpperInvariant() is "TR" or "TE")
            name = $"{name.Substring(0, name.Length - extension.Length - 2)}#{extension}";
        return name.ToUpperInvariant();
    }

    /// <summary>"wine-test.csv" and "test_wine.csv" are "wine.csv", as the file that only the other is called after; "test.csv" and "wineTest.csv" keep a mark.</summary>
    private static string Without(string name, int at, int end)
    {
        var endsStem = end == name.Length || name[end] == '.';
        if (endsStem && at > 1 && name[at - 1] is '-' or '_' or ' ')
            return name.Substring(0, at - 1) + name.Substring(end);
        if (at == 0 && end + 1 < name.Length && name[end] is '-' or '_' or ' ')
            return name.Substring(end + 1);
        return $"{name.Substring(0, at)}#{name.Substring(end)}";
    }

    /// <summary>What the file name, or else the folder's, says its rows are for: train, validation or test; null when it says nothing or more than one.</summary>
    public static string? RoleByName(string path)
    {
        var segments = Segments(path);
        for (var at = segments.Length - 1; at >= Math.Max(0, segments.Length - 2); at--)
        {
            var roles = PersonalData.IdentifierWords.Split(segments[at]).Select(static word => word switch
            {
                "train" or "training" or "tr" or "retrain" => "train",
                "test" or "testing" or "te" or "eval" or "evaluation" => "test",
                "val" or "valid" or "validate" or "validation" or "dev" => "validation",
                _ => null,
            }).OfType<string>().Distinct().ToList();
            if (roles.Count == 1)
                return roles[0];
        }

        return null;
    }

    private static bool Matches(string[] path, int at, string[] pattern, int part)
    {
        if (part == pattern.Length)
            return at == path.Length;
        if (pattern[part] == "**")
        {
            for (var next = at; next <= path.Length; next++)
                if (Matches(path, next, pattern, part + 1))
                    return true;
            return false;
        }

        return at < path.Length && Matches(pattern[part], path[at]) && Matches(path, at + 1, pattern, part + 1);
    }

    /// <summary>One segment with * and ?; linear in practice, never worse than the product of the lengths.</summary>
    private static bool Matches(string pattern, string name)
    {
        var (p, n, star, mark) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && (pattern[p] == '?' || char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(name[n])) && pattern[p] != '*')
            {
                p++;
                n++;
            }
            else if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = n;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }
}
