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
        var (byName, byMember) = (Plain(column.Name), column.Member is null ? null : Plain(column.Member.Name));
        foreach (var candidate in listed)
            if (Plain(candidate.Name) is var name && (name == byName || name == byMember))
                return candidate;
        return null;
    }

    /// <summary>The proxy that the card declares this column to be; null when it declares none.</summary>
    public static CardProxy? Proxy(DataCard? card, LoadedColumn column)
    {
        foreach (var proxy in card?.Proxies ?? [])
            if (Plain(proxy.Column) is var name && (name == Plain(column.Name) || (column.Member is { } member && name == Plain(member.Name))))
                return proxy;
        return null;
    }

    /// <summary>Letters and digits only: marital-status, marital_status and MaritalStatus are one name.</summary>
    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
