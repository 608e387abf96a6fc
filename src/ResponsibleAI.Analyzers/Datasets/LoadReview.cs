using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Lineage;
using ResponsibleAI.Analyzers.Observation;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>
/// Asks the rules about loads, once for a dataset in a type: live where their own type shows what the rows are used for, and at the end of a compilation
/// where another type may train on them, a model may only score them, or nothing in sight uses them.
/// </summary>
/// <param name="catalog">Knows the calls.</param>
/// <param name="scores">Tells which loads a call scores.</param>
/// <param name="context">What the policy says.</param>
/// <param name="observer">Hears of uses; null when nobody does.</param>
internal sealed class LoadReview(ApiCatalog catalog, ScoringReader scores, RuleContext context, IAnalysisObserver? observer)
{
    private readonly LoadUses _uses = new();
    private readonly ConcurrentBag<DatasetLoad> _waiting = [];
    private readonly ConcurrentBag<(IInvocationOperation Call, ApiMember Member)> _scorings = [];
    private readonly ConcurrentDictionary<string, bool> _met = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<INamedTypeSymbol, HashSet<string>> _said = new(SymbolEqualityComparer.Default);

    /// <summary>A call that may score rows.</summary>
    public void Scores(IInvocationOperation call, ApiMember member) => _scorings.Add((call, member));

    /// <summary>A load whose own type does not show what its rows are used for.</summary>
    public void Waits(DatasetLoad load) => _waiting.Add(load);

    /// <summary>Something in sight uses the rows, and with them those that they were taken from.</summary>
    /// <param name="load">The load.</param>
    /// <param name="roles">What for.</param>
    /// <param name="inType">What is known of uses in the type at hand.</param>
    public void Uses(DatasetLoad load, LoadRoles roles, LoadUses inType)
    {
        inType.Add(load, roles);
        _uses.Add(load, roles);
        observer?.Uses(load, roles);
        foreach (var taken in load.TakenFrom)
            Uses(taken, roles, inType);
    }

    /// <summary>Says what waited.</summary>
    /// <param name="onlyScores">Whether a finished model is at work and nothing is trained: rows of unknown use are then taken for rows to score.</param>
    /// <param name="reporter">Reports.</param>
    /// <param name="cancellation">Ends the walk.</param>
    public void EndCompilation(bool onlyScores, Reporter reporter, CancellationToken cancellation)
    {
        var waiting = _waiting.InSourceOrder(static load => load.Call).ToList();
        var unused = waiting.FindAll(IsUnused);
        if (unused.Count > 0)
            foreach (var (call, member) in _scorings)
                foreach (var (load, isSearched) in scores.Of(call, member, unused, cancellation))
                    Uses(load, isSearched ? LoadRoles.Train : LoadRoles.Prediction, _uses);

        foreach (var load in waiting)
            if (LoadUses.Word(_uses.Of(load.Call.Syntax)) is not ("unknown" or "prediction") and var role && !WasSaid(load, load.OutermostType))
                Check(new LoadInUse(load, role), reporter);

        // Objects in memory, and files that are uploaded for who knows what, are a dataset when something is done with them.
        if (onlyScores)
            return;
        foreach (var load in unused)
        {
            var before = load.Sources.Count > 0 && load.Sources.All(source => source.Resolution == Resolution.Resolution.Known && _met.ContainsKey(LoadNames.PathOf(source)));
            if (IsUnused(load) && !before && !load.IsOfObjects && catalog.IsDataView(load.Call.Type) && !WasSaid(load, load.OutermostType))
                Check(new LoadInUse(load, "unknown"), reporter);
        }

        bool IsUnused(DatasetLoad load) => _uses.Of(load.Call.Syntax) == LoadRoles.None;
    }

    /// <summary>Whether every source of the load was met before in the type, itself or as the other half of a train and test pair. What has a card of its own is none's other half.</summary>
    public bool WasSaid(DatasetLoad load, INamedTypeSymbol type)
    {
        var said = _said.GetOrAdd(type, static _ => new HashSet<string>(StringComparer.Ordinal));
        var before = true;
        foreach (var source in load.Sources)
        {
            _met[LoadNames.PathOf(source)] = true;
            before &= !said.Add(LoadNames.Of(load, source) is { } name ? FilePaths.WithoutSplit(name) : $"at {load.Location.SourceTree?.FilePath} {load.Location.SourceSpan}");
            if (context.Cards.Match(load, source).Card is { } card)
                before &= !said.Add($"card {card.Id}");
        }

        return before && load.Sources.Count > 0;
    }

    public void Check(LoadInUse load, Reporter reporter)
    {
        foreach (var rule in RuleCatalog.LoadRules)
            rule.Check(load, context, reporter.Report);
    }
}
