using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>The columns at one point of a pipeline: which loaded columns each is made of. Runs stage by stage.</summary>
internal sealed class ColumnFlow(ColumnNames names, Definitions definitions, PipelineReader pipelines, RowSchemas schemas, DatasetLoad load)
{
    public const string DefaultLabel = "Label";

    private readonly TrainerColumns _trainerColumns = new(names, definitions);
    private readonly Dictionary<string, ImmutableArray<Source>> _columns = Loaded(load);
    private readonly List<TrainedColumn> _trained = [];
    private readonly HashSet<string> _notSeen = new(StringComparer.Ordinal);
    private readonly HashSet<(LoadedColumn, ColumnRole)> _taken = [];
    private readonly List<string> _trainers = [];
    private readonly List<LoadedColumn> _named = [];
    private bool _sawUnknownStage;
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);

    public IReadOnlyList<TrainedColumn> Trained => _trained;

    public IReadOnlyCollection<string> NotSeen => _notSeen;

    /// <summary>Columns that the pipeline takes from rows whose columns the code does not declare.</summary>
    public IReadOnlyCollection<LoadedColumn> Named => _named;

    public IReadOnlyCollection<string> Dropped => _removed;

    public IReadOnlyList<string> Trainers => _trainers;

    /// <summary>Names of the loaded columns that a column is made of; empty when that is not in sight.</summary>
    public IEnumerable<string> LoadedFor(string name) => _columns.TryGetValue(name, out var sources) ? sources.Select(static source => source.Column.Name) : [];

    public void Run(Chain chain, bool training, CancellationToken cancellation)
    {
        foreach (var stage in chain.Stages)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (stage.Api?.Role)
            {
                case null:
                    Miss($"what '{stage.Name}' does to columns");
                    _sawUnknownStage = true;
                    break;
                case ApiRole.Trainer:
                    RunTrainer(stage, training, cancellation);
                    break;
                default:
                    RunTransform(stage, cancellation);
                    break;
            }
        }

        if (chain.Missing is { } missing)
        {
            Miss(missing);
            _sawUnknownStage = true;
        }
    }

    /// <summary>A call that trains on every column but those named, such as an AutoML experiment.</summary>
    public void TrainOnAll(IOperation call, string trainer, string? label, IReadOnlyCollection<string> ignored)
    {
        _trainers.Add(trainer);
        foreach (var name in _columns.Keys.OrderBy(static name => name, StringComparer.Ordinal))
        {
            if (name == label)
                Take(name, ColumnRole.Label, new Hop(trainer, call));
            else if (!ignored.Contains(name))
                Take(name, ColumnRole.Feature, new Hop(trainer, call));
        }
    }

    private static Dictionary<string, ImmutableArray<Source>> Loaded(DatasetLoad load)
    {
        var columns = new Dictionary<string, ImmutableArray<Source>>(StringComparer.Ordinal);
        foreach (var column in load.Schema.Columns)
            columns[column.Name] = Single(column);
        return columns;
    }

    private static ImmutableArray<Source> Single(LoadedColumn column) => ImmutableArray.Create(new Source(column, ImmutableArray<Hop>.Empty));

    private void RunTransform(Stage stage, CancellationToken cancellation)
    {
        var hop = new Hop(stage.Name, stage.Call.Operation);
        switch (stage.Api!.Effect)
        {
            case "drop":
                var dropped = Names(stage, "inputs", cancellation) ?? Names(stage, "input", cancellation);
                if (dropped is null || dropped.Missing is not null)
                    Miss(dropped?.Missing ?? "which columns are dropped");
                foreach (var name in dropped?.Names ?? [])
                {
                    _columns.Remove(name);
                    _removed.Add(name);
                }

                break;
            case "select":
                var kept = Names(stage, "inputs", cancellation);
                if (kept is null or { Missing: not null })
                {
                    Miss(kept?.Missing ?? "which columns are kept");
                    break;
                }

                foreach (var name in _columns.Keys.Where(name => !kept.Names.Contains(name)).ToList())
                {
                    _columns.Remove(name);
                    _removed.Add(name);
                }

                break;
            case "map-rows":
                MapRows(stage, hop, cancellation);
                break;
            default:
                Alias(stage, hop, cancellation);
                break;
        }
    }

    private void Alias(Stage stage, Hop hop, CancellationToken cancellation)
    {
        if (stage.Argument("columnPairs") is { } pairsArgument)
        {
            var pairs = names.Pairs(pairsArgument, _columns.Keys, out var missing, cancellation);
            if (missing is not null)
                Miss(missing);
            var sources = pairs.Select(pair => (pair.Output, Sources(pair.Input))).ToList();
            foreach (var (to, from) in sources)
                Put(to, from, hop);
            return;
        }

        if (stage.Argument("output") is not { } outputArgument)
        {
            if (stage.Api!.Effect is not null)
                Miss($"which columns '{stage.Name}' makes");
            return;
        }

        var outputs = Outputs(outputArgument, out var reason, cancellation);
        if (outputs.Count == 0)
        {
            Miss(reason ?? $"which column '{stage.Name}' makes");
            _sawUnknownStage = true;
            return;
        }

        if (reason is not null)
            Miss(reason);
        var many = Names(stage, "inputs", cancellation);
        if (many is not null)
        {
            if (many.Missing is not null)
            {
                Miss(many.Missing);
                _sawUnknownStage = true;
            }

            var inputs = many.Names;
            var all = inputs.SelectMany(name => Sources(name)).ToImmutableArray();
            foreach (var output in outputs)
                Put(output, inputs.Count == 0 && many.Missing is null ? Sources(output) : all, hop);
            return;
        }

        if (stage.Argument("input") is { } inputArgument && inputArgument.Operation.ConstantValue is not { HasValue: true, Value: null })
        {
            var inputs = names.Many(inputArgument, cancellation).Among(_columns.Keys);
            if (inputs.Missing is not null && inputs.Names.Count == 0)
            {
                var one = names.One(inputArgument, out var unknown, cancellation);
                if (one is null)
                    Miss(unknown!);
                else
                    inputs = new NameList([one], null);
            }

            if (outputs is [var second] && inputs.Names is [var first] && IsInputFirst(first, second, inputArgument))
            {
                Put(first, Sources(second), hop);
                return;
            }

            var from = inputs.Names.SelectMany(name => Sources(name)).ToImmutableArray();
            foreach (var output in outputs)
                Put(output, from, hop);
            return;
        }

        if (stage.Api!.Effect == "combine")
        {
            var excluded = Excluded(stage, cancellation);
            var all = _columns.Where(column => !excluded.Contains(column.Key)).OrderBy(static column => column.Key, StringComparer.Ordinal).SelectMany(static column => column.Value).ToImmutableArray();
            foreach (var output in outputs)
                Put(output, all, hop);
            return;
        }

        foreach (var output in outputs)
            Put(output, Sources(output), hop);
    }

    /// <summary>Before 1.0 the input stood first. Code of that time, or by who still thinks so, reads a column that nothing makes and names one that there is as its output.</summary>
    private bool IsInputFirst(string input, string output, Expression inputArgument) =>
        !_sawUnknownStage && load.Schema.Missing is null && !_columns.ContainsKey(input) && !_removed.Contains(input) && _columns.ContainsKey(output)
        && inputArgument.Operation.Syntax.FirstAncestorOrSelf<ArgumentSyntax>() is { NameColon: null };

    /// <summary>The columns that a stage which takes all the others leaves out.</summary>
    private HashSet<string> Excluded(Stage stage, CancellationToken cancellation)
    {
        var columns = new ExperimentColumns();
        if (Names(stage, "excluded", cancellation) is { } named)
        {
            columns.Ignored.UnionWith(named.Names);
            if (named.Missing is { } missing)
                Miss(missing);
        }

        if (stage.Argument("information") is { } information)
            columns.Add(information, names, definitions, cancellation);
        _notSeen.UnionWith(columns.NotSeen);
        columns.Ignored.Add(columns.Label ?? DefaultLabel);
        return columns.Ignored;
    }

    private void MapRows(Stage stage, Hop hop, CancellationToken cancellation)
    {
        if (stage.Call.Operation is not IInvocationOperation { TargetMethod.TypeArguments: [INamedTypeSymbol source, INamedTypeSymbol destination, ..] })
        {
            Miss($"what '{stage.Name}' does to columns");
            return;
        }

        if (RowMapping.Of(stage.Call, definitions, cancellation) is { } mapping)
        {
            var mapped = schemas.Of(destination).Columns
                .Select(column => (column.Name, From: schemas.Of(source).Columns.Where(input => mapping.Reads(column.Member!, input.Member!)).SelectMany(input => Sources(input.Name)).Distinct().ToImmutableArray()))
                .ToList();
            foreach (var (name, from) in mapped)
                Put(name, from, hop);
            return;
        }

        var all = schemas.Of(source).Columns.SelectMany(column => Sources(column.Name)).Distinct().ToImmutableArray();
        foreach (var column in schemas.Of(destination).Columns)
            Put(column.Name, _columns.ContainsKey(column.Name) && source.Equals(destination, SymbolEqualityComparer.Default) ? Sources(column.Name) : all, hop);
    }

    private void RunTrainer(Stage stage, bool training, CancellationToken cancellation)
    {
        var hop = new Hop(stage.Name, stage.Call.Operation);
        if (training)
            _trainers.Add(stage.Name);
        if (stage.Argument("estimator") is { } inner)
        {
            foreach (var chain in pipelines.Estimator(inner, cancellation))
            {
                foreach (var nested in chain.Stages)
                    if (nested.Api?.Role == ApiRole.Trainer)
                        RunTrainer(nested with { Name = $"{stage.Name}({nested.Name})" }, training: false, cancellation);
                if (chain.Missing is { } missing)
                    Miss(missing);
            }
        }

        var features = ImmutableArray<Source>.Empty;
        foreach (var name in Columns(ColumnRole.Feature))
            features = features.AddRange(Take(name, ColumnRole.Feature, hop));
        foreach (var role in (ColumnRole[])[ColumnRole.Label, ColumnRole.Weight, ColumnRole.Group])
            foreach (var name in Columns(role))
                Take(name, role, hop);

        foreach (var output in TrainerColumns.Outputs)
            _columns[output] = features;

        IReadOnlyList<string> Columns(ColumnRole role)
        {
            var columns = _trainerColumns.Of(stage, role, _columns.Keys, cancellation);
            if (columns.Missing is { } reason)
                Miss(reason);
            return columns.Names;
        }
    }

    private ImmutableArray<Source> Take(string name, ColumnRole role, Hop hop)
    {
        var sources = Sources(name, required: role is ColumnRole.Feature or ColumnRole.Label);
        foreach (var source in sources)
            if (_taken.Add((source.Column, role)))
                _trained.Add(new TrainedColumn(source.Column, load, role, [.. source.Hops, hop]));
        return sources;
    }

    private ImmutableArray<Source> Sources(string name, bool required = true)
    {
        if (_columns.TryGetValue(name, out var sources))
            return sources;
        if (!required)
            return ImmutableArray<Source>.Empty;

        if (_removed.Contains(name))
        {
            Miss($"column '{name}' is removed before it is used");
            return ImmutableArray<Source>.Empty;
        }

        if (load.Schema.Missing is not null && !_sawUnknownStage && load.Schema.Columns.Count == 0)
        {
            // The code does not declare the columns, but here it reads one by name.
            var named = new LoadedColumn(name, null, null, null);
            _named.Add(named);
            return _columns[name] = Single(named);
        }

        Miss($"where column '{name}' comes from");
        return ImmutableArray<Source>.Empty;
    }

    private void Put(string name, ImmutableArray<Source> sources, Hop hop)
    {
        var through = ImmutableArray.CreateBuilder<Source>(sources.Length);
        var seen = new HashSet<LoadedColumn>();
        foreach (var source in sources)
            if (seen.Add(source.Column))
                through.Add(source.Hops.Length > 0 && source.Hops[source.Hops.Length - 1].At == hop.At ? source : source with { Hops = source.Hops.Add(hop) });
        _columns[name] = through.ToImmutable();
        _removed.Remove(name);
    }

    private List<string> Outputs(Expression argument, out string? missing, CancellationToken cancellation)
    {
        if (argument.Operation.Type is IArrayTypeSymbol)
        {
            var many = names.Many(argument, cancellation).Among(_columns.Keys);
            missing = many.Missing;
            return [.. many.Names];
        }

        return names.One(argument, out missing, cancellation) is { } one ? [one] : [];
    }

    private NameList? Names(Stage stage, string meaning, CancellationToken cancellation)
    {
        if (stage.Argument(meaning) is not { } argument || argument.Operation.ConstantValue is { HasValue: true, Value: null })
            return null;
        var list = names.Many(argument, cancellation);
        return list.Choice is not null && load.Schema.Missing is { } missing ? list.Among(_columns.Keys) with { Missing = missing } : list.Among(_columns.Keys);
    }

    private void Miss(string reason) => _notSeen.Add(reason);

    private sealed record Source(LoadedColumn Column, ImmutableArray<Hop> Hops);
}
