using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>Finds the data card of a load: by [Dataset], by path, by pattern, by a file name that only one card has.</summary>
internal sealed class CardIndex
{
    private readonly Dictionary<string, DataCard> _byId = new(StringComparer.Ordinal);
    private readonly List<(string[] Segments, bool IsPattern, DataCard Card)> _files = [];

    /// <summary>Rules ask for every column of a load.</summary>
    private readonly ConcurrentDictionary<DatasetLoad, DataCard?> _byLoad = new();

    public CardIndex(IReadOnlyList<DataCard> cards)
    {
        foreach (var card in cards)
        {
            _byId[card.Id] = card;
            foreach (var former in card.FormerIds)
                if (!_byId.ContainsKey(former))
                    _byId.Add(former, card);
            foreach (var file in card.Files)
                _files.Add((FilePaths.Segments(file), FilePaths.IsPattern(file), card));
        }
    }

    public IEnumerable<string> Ids => _byId.Keys;

    /// <summary>The card of one source of a load.</summary>
    public CardMatch Match(DatasetLoad load, ResolvedText? source)
    {
        if (Declared(load) is { } declared)
            return _byId.TryGetValue(declared, out var named) ? new CardMatch(named, "[Dataset]", [], declared) : new CardMatch(null, "[Dataset]", [], declared);
        return source is { } text ? ByPath(text) : CardMatch.None;
    }

    /// <summary>The first card of any source, or of what rows in memory were taken from one by one; null when there is none, and for sums over several rows.</summary>
    public DataCard? CardOf(DatasetLoad load) =>
        _byId.Count == 0 ? null : _byLoad.TryGetValue(load, out var known) ? known : _byLoad.GetOrAdd(load, Find(load));

    private DataCard? Find(DatasetLoad load)
    {
        if (load.Sources.Count == 0)
            return Match(load, null).Card ?? (load.Copies.GroupedBy is null ? load.TakenFrom.Select(CardOf).FirstOrDefault(static card => card is not null) : null);
        foreach (var source in load.Sources)
            if (Match(load, source).Card is { } card)
                return card;
        return null;
    }

    /// <summary>The card that [Dataset] on the member, or on a type around it, names; null when none does.</summary>
    public DataCard? CardNamed(ISymbol member)
    {
        for (var scope = member; scope is not null and not INamespaceSymbol; scope = scope.ContainingSymbol)
            if (Attribute(scope) is { } id)
                return _byId.TryGetValue(id, out var card) ? card : null;
        return null;
    }

    private CardMatch ByPath(ResolvedText source)
    {
        var known = source.Value ?? (source.FileName is null ? null : source.Suffix);
        if (known is null || _files.Count == 0)
            return CardMatch.None;
        var path = FilePaths.Segments(known);
        if (path.Length == 0)
            return CardMatch.None;

        var exact = new List<DataCard>();
        var byPattern = new List<DataCard>();
        var byName = new List<DataCard>();
        foreach (var (segments, isPattern, card) in _files)
        {
            if (segments.Length == 0)
                continue;
            if (isPattern)
            {
                if (FilePaths.MatchesPattern(path, segments) && !byPattern.Contains(card))
                    byPattern.Add(card);
            }
            else
            {
                if ((FilePaths.SameEnd(path, segments) || (FilePaths.IsPattern(known) && FilePaths.MatchesPattern(segments, path))) && !exact.Contains(card))
                    exact.Add(card);
                if (FilePaths.SameEnd([path[path.Length - 1]], [segments[segments.Length - 1]]) && !byName.Contains(card))
                    byName.Add(card);
            }
        }

        return exact.Count == 1 ? new CardMatch(exact[0], "path", [], null)
            : exact.Count == 0 && byPattern.Count == 1 ? new CardMatch(byPattern[0], "pattern", [], null)
            : exact.Count + byPattern.Count == 0 && byName.Count == 1 ? new CardMatch(byName[0], "file name", [], null)
            : new CardMatch(null, "", [.. exact.Concat(byPattern).Concat(byName).Select(static card => card.Id).Distinct().OrderBy(static id => id, StringComparer.Ordinal)], null);
    }

    private static string? Declared(DatasetLoad load)
    {
        for (var scope = load.Container; scope is not null and not INamespaceSymbol; scope = scope.ContainingSymbol)
            if (Attribute(scope) is { } id)
                return id;
        for (var type = load.Schema.RowType; type is not null; type = type.BaseType)
            if (Attribute(type) is { } id)
                return id;
        return null;
    }

    private static string? Attribute(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
            if (attribute.AttributeClass is { Name: "DatasetAttribute", ContainingNamespace: { Name: "ResponsibleAI", ContainingNamespace.IsGlobalNamespace: true } }
                && attribute.ConstructorArguments is [{ Value: string id }])
                return id;
        return null;
    }
}

/// <summary>The card that was found.</summary>
/// <param name="Card">Null when none or more than one was.</param>
/// <param name="How">What found it: [Dataset], path, pattern, file name.</param>
/// <param name="Candidates">Ids, when more than one card could be meant.</param>
/// <param name="Declared">The id that [Dataset] names.</param>
internal sealed record CardMatch(DataCard? Card, string How, IReadOnlyList<string> Candidates, string? Declared)
{
    public static CardMatch None { get; } = new(null, "", [], null);
}
