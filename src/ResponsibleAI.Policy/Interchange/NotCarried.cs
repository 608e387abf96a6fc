using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Interchange;

/// <summary>A fact that one format states and the other has no place for.</summary>
/// <param name="Key">The key it stands under, such as recordSet[].field[].source.</param>
/// <param name="Reason">One clause.</param>
/// <param name="Place">Where it stands first.</param>
/// <param name="Count">How often.</param>
public sealed record NotCarried(string Key, string Reason, SourceSpan Place, int Count);

/// <summary>Collects what is not carried over; the same key for the same reason counts once.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<(string Key, string Reason), int> _positions = [];
    private readonly List<NotCarried> _items = [];

    /// <summary>In order of the document.</summary>
    public IReadOnlyList<NotCarried> Items => _items;

    public void Add(string key, string reason, SourceSpan place)
    {
        if (_positions.TryGetValue((key, reason), out var at))
        {
            _items[at] = _items[at] with { Count = _items[at].Count + 1 };
            return;
        }

        _positions.Add((key, reason), _items.Count);
        _items.Add(new NotCarried(key, reason, place, 1));
    }
}
