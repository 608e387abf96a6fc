using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>Finds what a data card says of a column that code loads.</summary>
internal static class CardColumns
{
    /// <summary>The card's column of that name or of the member's name; null when the card lists none.</summary>
    public static CardColumn? Of(DataCard? card, LoadedColumn column)
    {
        if (card?.Columns is not { Count: > 0 } listed)
            return null;
        foreach (var candidate in listed)
            if (IsNamed(column, candidate.Name))
                return candidate;
        return null;
    }

    /// <summary>The proxy that the card declares this column to be; null when it declares none.</summary>
    public static CardProxy? Proxy(DataCard? card, LoadedColumn column)
    {
        foreach (var proxy in card?.Proxies ?? [])
            if (IsNamed(column, proxy.Column))
                return proxy;
        return null;
    }

    private static bool IsNamed(LoadedColumn column, string name) => AreSame(column.Name, name) || (column.Member is { } member && AreSame(member.Name, name));

    /// <summary>Letters and digits only: marital-status, marital_status and MaritalStatus are one name.</summary>
    private static bool AreSame(string left, string right)
    {
        var (l, r) = (0, 0);
        while (true)
        {
            while (l < left.Length && !char.IsLetterOrDigit(left[l]))
                l++;
            while (r < right.Length && !char.IsLetterOrDigit(right[r]))
                r++;
            if (l == left.Length || r == right.Length)
                return l == left.Length && r == right.Length;
            if (char.ToUpperInvariant(left[l++]) != char.ToUpperInvariant(right[r++]))
                return false;
        }
    }
}
