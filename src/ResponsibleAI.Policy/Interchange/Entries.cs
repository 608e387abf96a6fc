using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Interchange;

/// <summary>A map that remembers which of its entries were carried over, so that every other one is told.</summary>
internal sealed class Entries
{
    private const int LongestText = 60_000;
    private const string NoWordForNone = "stated none, for which the other format has no word";
    private readonly string _path;
    private readonly Ledger _ledger;
    private readonly Func<string, string> _canonical;
    private readonly bool _isCard;
    private readonly Dictionary<string, YamlEntry> _open = new(StringComparer.Ordinal);

    /// <param name="map">The map.</param>
    /// <param name="path">Where it stands, such as recordSet[].; empty for the document.</param>
    /// <param name="ledger">Takes what is not carried.</param>
    /// <param name="canonical">The one name of a key that has several spellings.</param>
    /// <param name="isCard">It is of a data card, in which an empty list is a stated fact.</param>
    public Entries(YamlMapping map, string path, Ledger ledger, Func<string, string>? canonical = null, bool isCard = false)
    {
        (Map, _path, _ledger, _canonical, _isCard) = (map, path, ledger, canonical ?? (static key => key), isCard);
        foreach (var entry in map.Entries)
        {
            var key = _canonical(entry.Key.Text);
            if (_open.ContainsKey(key))
            {
                ledger.Add(path + entry.Key.Text, "a second spelling of a key; the first counts", entry.Key.Span);
            }
            else
            {
                _open.Add(key, entry);
            }
        }
    }

    /// <summary>The map itself.</summary>
    public YamlMapping Map { get; }

    /// <summary>The value, carried from now on; null when there is none or it says nothing.</summary>
    public YamlNode? Take(string key)
    {
        if (!_open.TryGetValue(key, out var entry))
        {
            return null;
        }

        _open.Remove(key);
        return SaysNothing(entry.Value) ? null : entry.Value;
    }

    /// <summary>The value, left to be carried.</summary>
    public YamlNode? Peek(string key) => _open.TryGetValue(key, out var entry) && !SaysNothing(entry.Value) ? entry.Value : null;

    /// <summary>A single text; null, and told, when it is something else.</summary>
    public string? Text(string key) => Take(key) is { } node ? Text(key, node) : null;

    /// <summary>One text or several.</summary>
    public IReadOnlyList<string> Texts(string key) => Take(key) switch
    {
        null => [],
        YamlSequence { Items.Count: 0 } none => None(key, none),
        YamlSequence list => [.. list.Items.Where(item => !SaysNothing(item)).Select(item => Text(key, item)).OfType<string>()],
        var single => Text(key, single) is { } text ? [text] : [],
    };

    /// <summary>A map below; null, and told, when it is something else.</summary>
    public Entries? Below(string key)
    {
        switch (Take(key))
        {
            case null:
                return null;
            case YamlMapping map:
                return new Entries(map, $"{_path}{key}.", _ledger, _canonical, _isCard);
            case var other:
                Tell(key, "it is no map here", other);
                return null;
        }
    }

    /// <summary>The maps of a list; a single map is a list of one.</summary>
    public IReadOnlyList<Entries> Each(string key)
    {
        var node = Take(key);
        var found = new List<Entries>();
        if (node is YamlSequence { Items.Count: 0 })
        {
            None(key, node);
        }

        foreach (var item in node is YamlSequence list ? list.Items : node is null ? [] : new[] { node })
        {
            if (item is YamlMapping map)
            {
                found.Add(new Entries(map, $"{_path}{key}[].", _ledger, _canonical, _isCard));
            }
            else if (!SaysNothing(item))
            {
                Tell(key, "it is no map here", item);
            }
        }

        return found;
    }

    /// <summary>Says that a value of this map was not carried.</summary>
    public void Tell(string key, string reason, YamlNode? at = null) => _ledger.Add(_path + key, reason, (at ?? Map).Span);

    /// <summary>Tells every entry that nobody took.</summary>
    /// <param name="otherwise">The reason where there is no better one.</param>
    /// <param name="reasons">Better ones, by key.</param>
    public void Close(string otherwise, IReadOnlyDictionary<string, string>? reasons = null)
    {
        foreach (var entry in Map.Entries)
        {
            var key = _canonical(entry.Key.Text);
            if (_open.TryGetValue(key, out var left) && ReferenceEquals(left, entry) && !SaysNothing(entry.Value))
            {
                _ledger.Add(_path + entry.Key.Text, reasons is not null && reasons.TryGetValue(key, out var reason) ? reason : otherwise, entry.Key.Span);
            }
        }

        _open.Clear();
    }

    private string[] None(string key, YamlNode at)
    {
        Tell(key, NoWordForNone, at);
        return [];
    }

    private string? Text(string key, YamlNode node)
    {
        if (node is not YamlScalar scalar)
        {
            Tell(key, "it is no single text here", node);
            return null;
        }

        var text = scalar.Text.Trim();
        if (text == "none")
        {
            Tell(key, _isCard ? NoWordForNone : "`none` would claim that somebody here looked and found nothing", node);
            return null;
        }

        if (text.Length > LongestText)
        {
            Tell(key, "the text is too long for a card", node);
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    private bool SaysNothing(YamlNode node) => node switch
    {
        YamlScalar { IsPlain: true, Text: "" or "~" or "null" or "Null" or "NULL" } or YamlScalar { Text: "" } => true,
        YamlSequence { Items.Count: 0 } => !_isCard,
        YamlMapping { Entries.Count: 0 } => true,
        _ => false,
    };
}
