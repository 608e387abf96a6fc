using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Cli.Analysis;

namespace ResponsibleAI.Cli.Mapping;

/// <summary>Lists the datasets that a project loads, one entry for each source of each load.</summary>
internal sealed class LoadMap(ObservedFacts facts, RuleContext context, Places places)
{
    private static readonly (LoadRoles Role, string Word)[] s_words = [(LoadRoles.Train, "train"), (LoadRoles.Validation, "validation"), (LoadRoles.Test, "test"), (LoadRoles.Prediction, "prediction")];

    public IReadOnlyList<MappedLoad> Draw()
    {
        var uses = facts.Uses.ToLookup(static use => use.Load.Call.Syntax);
        var loads = new List<MappedLoad>();
        foreach (var load in facts.Loads)
        {
            var known = uses[load.Call.Syntax].ToList();
            if (load.Kind is LoadKind.Derived || (load.Kind is LoadKind.SchemaOnly && (!load.HasRows || known.Count == 0)))
                continue;
            if (load.Kind is LoadKind.SchemaOnly)
                loads.Add(Entry(load, ResolvedText.Unknown("the rows are written out in code"), known));
            else
                loads.AddRange(OfSources(load, known));
        }

        loads.AddRange(facts.Downloads.Where(IsOfData).Select(Fetched));
        return [.. loads.DistinctBy(static load => (load.At, load.Kind, load.Name, load.Why)).OrderBy(static load => load.At).ThenBy(static load => load.Name, StringComparer.Ordinal).ThenBy(static load => load.Why, StringComparer.Ordinal)];
    }

    /// <summary>One entry for each source in sight, with what else may be loaded as its reason; one entry for all when none is.</summary>
    private IEnumerable<MappedLoad> OfSources(DatasetLoad load, List<(DatasetLoad Load, LoadRoles Roles)> uses)
    {
        var sources = load.Sources.Concat(uses.SelectMany(static use => use.Load.Sources)).DefaultIfEmpty(ResolvedText.Unknown("the call names no file")).Distinct().ToList();
        var inSight = sources.FindAll(static source => source.Resolution != Resolution.Unknown);
        var others = string.Join("; ", sources.Where(static source => source.Resolution == Resolution.Unknown).Select(static source => source.Reason).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        foreach (var source in inSight.Count > 0 ? inSight : sources)
            yield return Entry(load, source, uses) is var entry && inSight.Count > 0 && others.Length > 0
                ? entry with { Why = string.Join("; ", new[] { entry.Why, $"it may be another: {others}" }.OfType<string>()) }
                : entry;
    }

    private bool IsOfData(Download download) => download.IsNamedAsData || facts.Loads.Any(load => load.Sources.Any(source => download.NameIn(load, source) is not null));

    private MappedLoad Fetched(Download download) => new(
        places.Of(download.Call),
        "download",
        download.Url,
        download.Url is null ? "unknown" : "known",
        download.Url is null ? "the address is not in sight" : null,
        "download",
        ["download"],
        "data-flow",
        false,
        null,
        null,
        null,
        null);

    private MappedLoad Entry(DatasetLoad load, ResolvedText source, List<(DatasetLoad Load, LoadRoles Roles)> uses)
    {
        // A load in a helper method: only the uses that come with this source are uses of it.
        var own = uses.FindAll(use => use.Load.Sources.Contains(source));
        var roles = (own.Count > 0 ? own : uses).Aggregate(LoadRoles.None, static (roles, use) => roles | use.Roles);
        string[] words = [.. s_words.Where(word => roles.HasFlag(word.Role)).Select(static word => word.Word)];
        var byName = words.Length == 0 ? load.Part ?? FilePaths.RoleByName(LoadNames.PathOf(source)) : null;
        return new MappedLoad(
            places.Of(load.Location),
            load.Kind switch { LoadKind.Database => "database", LoadKind.Memory or LoadKind.SchemaOnly => "memory", _ => "file" },
            source.Resolution == Resolution.Unknown ? null : source.ToString().Replace('\\', '/'),
            source.Resolution.ToString().ToLowerInvariant(),
            source.Resolution == Resolution.Known ? null : source.Reason ?? "it is computed",
            words is [var first, ..] ? first : byName ?? "unknown",
            words.Length > 0 ? words : byName is null ? [] : [byName],
            words.Length > 0 ? "data-flow" : byName is null ? null : "name",
            roles.HasFlag(LoadRoles.Divided),
            context.Cards.Match(load, source).Card?.Id,
            load.Schema.RowType?.Name,
            load.SelectedColumns,
            facts.Downloads.FirstOrDefault(download => download.NameIn(load, source) is not null)?.Url ?? RAI2005DownloadHasSource.SourceOf(load.Call));
    }
}
