using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Linking;

/// <summary>Things by their id. Of the same id twice the first counts, the other is a finding.</summary>
internal sealed class Index(string noun, StringComparer comparer)
{
    private readonly Dictionary<string, Linked> _entries = new(comparer);
    private IReadOnlyCollection<string>? _ids;

    /// <summary>In order of their ids.</summary>
    public IEnumerable<Linked> All => _entries.Values.OrderBy(entry => entry.Id, StringComparer.Ordinal);

    /// <summary>In order; the same collection until something is added.</summary>
    public IReadOnlyCollection<string> Ids => _ids ??= [.. _entries.Keys.OrderBy(id => id, StringComparer.Ordinal)];

    public Linked? this[string id] => _entries.TryGetValue(id, out var entry) ? entry : null;

    /// <summary>Adds it under the text of its key; what has none was reported by the reader.</summary>
    public void Add(MapNode node, string key, PolicyDocument document)
    {
        if (node.Scalar(key) is { IsNone: false } id)
        {
            Add(id.Text, node, id.Span, document);
        }
    }

    public void Add(string id, MapNode node, SourceSpan at, PolicyDocument document)
    {
        if (this[id] is not { } first)
        {
            _entries.Add(id, new Linked(id, node, at, document));
            _ids = null;
        }
        else if (first.At != at)
        {
            var where = FormattableString.Invariant($"{first.At.Path}, line {first.At.Line}");
            document.Findings.Add(PolicyRules.DuplicateId, FindingKind.Violation, Severity.Error, $"{FindingList.Quote(id)} names {noun} in {where} already; that one counts", at);
        }
    }
}

/// <summary>A thing with its id, the place of the id, and its file.</summary>
internal sealed record Linked(string Id, MapNode Node, SourceSpan At, PolicyDocument Document);
