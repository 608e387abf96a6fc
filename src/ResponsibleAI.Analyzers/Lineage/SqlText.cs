namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads the table a query selects from.</summary>
internal static class SqlText
{
    /// <summary>The first table after FROM, quotes and schema brackets removed; the query itself when there is none.</summary>
    public static string Source(string query)
    {
        var words = query.Split([' ', '\t', '\r', '\n', ',', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < words.Length; i++)
            if (words[i].Equals("FROM", StringComparison.OrdinalIgnoreCase))
                return words[i + 1].Replace("[", "").Replace("]", "").Replace("\"", "").Replace("`", "");
        return query.Length > 80 ? query.Substring(0, 80) : query;
    }
}
