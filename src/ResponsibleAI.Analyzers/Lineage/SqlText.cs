using System.Text;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>
/// Reads what a query selects: the tables after FROM and JOIN, and the columns of its select list as far as they are plain names.
/// Whatever else stands there (an expression, a star, a second query) is unknown, never guessed.
/// </summary>
internal static class SqlText
{
    private const int LongestQuery = 16_384;
    private const int LongestName = 80;

    /// <summary>Whether a text is a query; used to find queries where the call that runs them is not known.</summary>
    public static bool IsQuery(string text)
    {
        var start = text.TrimStart();
        return start.Length is > 10 and <= LongestQuery && (Starts(start, "SELECT") || Starts(start, "WITH")) && Words(start).Exists(static word => Is(word, "FROM"));
    }

    /// <summary>The tables after FROM and JOIN, quotes and brackets removed, joined by commas; without these the stored procedure that is run; else the query itself, cut.</summary>
    public static string Source(string query)
    {
        var tables = Tables(query);
        return tables.Count > 0 ? string.Join(", ", tables) : Procedure(query) ?? (query.Length > LongestName ? query.Substring(0, LongestName) : query);
    }

    /// <summary>What <c>EXEC dbo.GetPrices @day = 1</c> runs.</summary>
    private static string? Procedure(string query) =>
        Words(query) is [var verb, var name, ..] && (Is(verb, "EXEC") || Is(verb, "EXECUTE") || Is(verb, "CALL")) && Plain(name) is { Length: > 0 and <= LongestName } plain && (char.IsLetter(plain[0]) || plain[0] == '_') ? plain : null;

    /// <summary>Each table once, in order; those that the query itself defines left out.</summary>
    public static IReadOnlyList<string> Tables(string query)
    {
        var tables = new List<string>();
        var words = Words(query);
        var own = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at + 2 < words.Count; at++)
            if (Is(words[at + 1], "AS") && words[at + 2] == "(" && (at == 0 || !Is(words[at], ")")))
                own.Add(Plain(words[at]));
        for (var at = 0; at + 1 < words.Count; at++)
        {
            if (!Is(words[at], "FROM") && !Is(words[at], "JOIN"))
                continue;
            var next = at + 1;
            do
            {
                if (words[next] == "(" || IsClause(words[next]))
                    break;
                var table = Plain(words[next]);
                if (table.Length is > 0 and <= LongestName && !own.Contains(table) && !tables.Contains(table, StringComparer.OrdinalIgnoreCase))
                    tables.Add(table);

                // FROM a, b AS c, d e
                for (next++; next < words.Count && words[next] != "," && !IsClause(words[next]) && words[next] != ")"; next++)
                {
                }
            }
            while (Is(words[at], "FROM") && next < words.Count && words[next] == "," && ++next < words.Count);
        }

        return tables;
    }

    /// <summary>The names under which the select list gives its columns; null when one of them is not a plain name or alias.</summary>
    public static IReadOnlyList<string>? Columns(string query)
    {
        var words = Words(query);
        if (words.Count == 0 || !Is(words[0], "SELECT"))
            return null;
        var at = 1;
        if (at < words.Count && (Is(words[at], "DISTINCT") || Is(words[at], "ALL")))
            at++;
        if (at + 1 < words.Count && Is(words[at], "TOP"))
            at += words[at + 1] == "(" ? 4 : 2;

        var columns = new List<string>();
        var item = new List<string>();
        var depth = 0;
        for (; at < words.Count; at++)
        {
            var word = words[at];
            depth += word == "(" ? 1 : word == ")" ? -1 : 0;
            var ends = depth == 0 && (word == "," || Is(word, "FROM"));
            if (!ends)
            {
                item.Add(word);
                continue;
            }

            if (Name(item) is not { } name)
                return null;
            columns.Add(name);
            item.Clear();
            if (word != ",")
                return words.Exists(static other => Is(other, "UNION")) ? null : columns;
        }

        return null;
    }

    /// <summary>The column's name: the alias at the end, or the last part of a plain name.</summary>
    private static string? Name(List<string> item)
    {
        if (item.Count == 0)
            return null;
        var last = item[item.Count - 1];
        if (last is ")" or "(" || IsOperator(last) || char.IsDigit(last[0]) || last[0] == '\'')
            return null;
        if (item.Count >= 2 && Is(item[item.Count - 2], "AS"))
            return Alias(last);
        if (item.Count == 1)
            return Plain(last) is var plain && plain.LastIndexOf('.') is var dot && dot + 1 < plain.Length ? plain.Substring(dot + 1) : null;

        // An alias without AS follows a name or a closing parenthesis; after an operator or END it is no alias.
        return item[item.Count - 2] is var before && (before == ")" || (item.Count == 2 && !IsOperator(before) && !Is(before, "CASE"))) ? Alias(last) : null;
    }

    private static string? Alias(string word) => Is(word, "END") || Is(word, "NULL") ? null : Plain(word);

    private static bool IsOperator(string word) => word is "*" or "+" or "-" or "/" or "%" or "=" or "<" or ">" or "|" or "&";

    private static bool IsClause(string word) =>
        Is(word, "WHERE") || Is(word, "JOIN") || Is(word, "INNER") || Is(word, "LEFT") || Is(word, "RIGHT") || Is(word, "FULL") || Is(word, "CROSS") || Is(word, "ON") || Is(word, "GROUP")
        || Is(word, "ORDER") || Is(word, "HAVING") || Is(word, "LIMIT") || Is(word, "UNION") || Is(word, "SELECT") || Is(word, "FROM") || Is(word, "OFFSET") || word == ";";

    private static bool Is(string word, string keyword) => string.Equals(word, keyword, StringComparison.OrdinalIgnoreCase);

    private static bool Starts(string text, string keyword) => text.Length > keyword.Length && text.StartsWith(keyword, StringComparison.OrdinalIgnoreCase) && char.IsWhiteSpace(text[keyword.Length]);

    /// <summary>A name without quotes and brackets.</summary>
    private static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var character in word)
            if (character is not ('[' or ']' or '"' or '`'))
                plain.Append(character);
        return plain.ToString();
    }

    /// <summary>Names with their quotes and dots, texts, and signs one by one; comments left out.</summary>
    private static List<string> Words(string query)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        if (query.Length > LongestQuery)
            return words;
        for (var at = 0; at < query.Length; at++)
        {
            var character = query[at];
            if (character is '[' or '"' or '`' or '\'')
            {
                if (character == '[' && word.ToString() is var before && (Is(before, "FROM") || Is(before, "JOIN")))
                    End(); // FROM[dbo].[Sales]
                var close = query.IndexOf(character == '[' ? ']' : character, at + 1);
                var end = close < 0 ? query.Length - 1 : close;
                word.Append(query, at, end - at + 1);
                at = end;
            }
            else if (character == '-' && at + 1 < query.Length && query[at + 1] == '-')
            {
                End();
                while (at + 1 < query.Length && query[at + 1] != '\n')
                    at++;
            }
            else if (character == '/' && at + 1 < query.Length && query[at + 1] == '*')
            {
                End();
                var close = query.IndexOf("*/", at + 2, StringComparison.Ordinal);
                at = close < 0 ? query.Length : close + 1;
            }
            else if (char.IsLetterOrDigit(character) || character is '_' or '.' or '@' or '#' or '$')
            {
                word.Append(character);
            }
            else
            {
                End();
                if (!char.IsWhiteSpace(character))
                    words.Add(character.ToString());
            }
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }
}
