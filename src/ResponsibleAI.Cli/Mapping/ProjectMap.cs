using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Cli.Analysis;
using ResponsibleAI.Cli.Projects;

namespace ResponsibleAI.Cli.Mapping;

/// <summary>Draws the map of one project from the facts that the engine told.</summary>
internal sealed class ProjectMap(AnalyzedProject project, Repository repository)
{
    private readonly Places _places = new(repository);
    private readonly ObservedFacts _facts = project.Facts;

    public MappedProject Draw()
    {
        var path = repository.Relative(project.Project.Place.Path);
        var loaded = project.Project.From == LoadedFrom.Build ? "build" : "sources";
        string[] notAssessed = [.. project.Project.NotLoaded, .. project.Failures];
        return _facts.Context is { } context
            ? new MappedProject(path, loaded, notAssessed, RowTypes(context), Loads(context), Models(context))
            : new MappedProject(path, loaded, notAssessed, [], [], []);
    }

    private IReadOnlyList<MappedRowType> RowTypes(RuleContext context)
    {
        var rows = new List<MappedRowType>();
        var identifying = context.Policy.Categories.Where(static category => category.DirectIdentifier).Select(static category => category.Key).ToHashSet(StringComparer.Ordinal);
        var loads = _facts.Loads.Where(static load => load.Kind is not LoadKind.Derived).Concat(_facts.Trainings.SelectMany(static training => training.Data)).ToList();

        var embedded = new EmbeddedColumns(_facts.Embedded, context);
        var classes = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var byType in loads.Where(static load => load.Schema.RowType is not null).GroupBy(static load => load.Schema.RowType!, SymbolEqualityComparer.Default))
        {
            var type = (INamedTypeSymbol)byType.Key!;
            classes.Add(type);
            var load = byType.FirstOrDefault(load => context.Cards.CardOf(load) is not null) ?? byType.First();
            rows.Add(Row(type.Name, DeclarationOf(type) ?? _places.Of(load.Call), byType.Any(static load => load.Kind != LoadKind.SchemaOnly), embedded.Of(type), context.Assess(load), load, other => SymbolEqualityComparer.Default.Equals(other.Schema.RowType, type), context, identifying));
        }

        foreach (var written in loads.Where(static load => load.Schema.RowType is null).GroupBy(WrittenAt))
            if (written.First() is var load && (load.Schema.Columns.Count > 0 || _facts.Trainings.Any(training => training.Columns.Any(column => column.Load.Call.Syntax == load.Call.Syntax))))
                rows.Add(Row(null, written.Key is Location declared ? _places.Of(declared) : _places.Of(load.Call), true, null, context.Assess(load), load, other => other.Schema.RowType is null && WrittenAt(other).Equals(written.Key), context, identifying));

        foreach (var type in DeclaredRowTypes().Concat(embedded.RowTypes).Where(classes.Add))
            rows.Add(Row(type.Name, DeclarationOf(type)!.Value, false, embedded.Of(type), context.Assess(type), null, other => SymbolEqualityComparer.Default.Equals(other.Schema.RowType, type), context, identifying));
        return [.. rows.OrderBy(static row => row.At).ThenBy(static row => row.Name, StringComparer.Ordinal)];
    }

    private MappedRowType Row(string? name, Place at, bool isLoaded, IReadOnlySet<ISymbol>? embedded, RowAssessment assessment, DatasetLoad? load, Func<DatasetLoad, bool> isOfThese, RuleContext context, HashSet<string> identifying)
    {
        var fates = new ColumnFates(_facts.Trainings, isOfThese);
        var columns = assessment.Columns.Select(column => Column(column.Column, column.Member, column.Personal, column.Member?.Locations.FirstOrDefault(static location => location.IsInSource) ?? load?.Schema.Column(column.Column)?.Location)).ToList();
        foreach (var undeclared in fates.Undeclared([.. assessment.Columns.Select(static column => column.Column)]))
            columns.Add(Column(undeclared.Name, null, load is null ? null : context.Personal(undeclared, load), null));
        return new MappedRowType(name, at, isLoaded, embedded is not null, assessment.AboutPeople, assessment.Why, columns);

        MappedColumn Column(string column, ISymbol? member, PersonalColumn? personal, Location? location)
        {
            var isId = (personal is { HoldsNamed: true } && identifying.Contains(personal.Category)) || IdentifierWords.Split(member?.Name ?? column) is [.., "id" or "key"];
            var (role, reaches, way) = fates.Of(column, member, isId);
            if (role == ColumnFates.Unknown && member is not null && embedded?.Contains(member) == true)
                role = EmbeddedColumns.Role;
            return new MappedColumn(column, member?.Name, location is null ? at : _places.Of(location), personal?.Category, personal is null ? null : Word(personal.Layer), personal?.Evidence, role, reaches,
                [.. (way?.Hops ?? []).Select(hop => new MappedStep(hop.Name, _places.Of(hop.At)))]);
        }
    }

    /// <summary>Where columns without a class are written out: several loads may share one list.</summary>
    private static object WrittenAt(DatasetLoad load) => load.Schema.Columns is [{ Location: { } first }, ..] ? first : load.Call.Syntax;

    /// <summary>Classes that say by [LoadColumn] that they are rows.</summary>
    private IEnumerable<INamedTypeSymbol> DeclaredRowTypes() =>
        project.Compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
            .Where(static type => type.GetMembers().Any(static member => member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "LoadColumnAttribute" or "LoadColumnNameAttribute")));

    private IReadOnlyList<MappedLoad> Loads(RuleContext context) => new LoadMap(_facts, context, _places).Draw();

    private IReadOnlyList<MappedModel> Models(RuleContext context) =>
    [
        .. _facts.Trainings.Select(training => Model(training, context)).OrderBy(static model => model.At),
    ];

    private MappedModel Model(TrainingCall training, RuleContext context)
    {
        // A network that several losses train is one model.
        var saves = _facts.Saves.Where(save => save.Trainings.Any(trained => trained.Call.Syntax == training.Call.Syntax) || save.Save.Trainings.Any(made => training.Models.Any(model => model.Syntax == made.Syntax))).ToList();
        return new MappedModel(
            _places.Of(training.Call),
            training.Trainers,
            [.. saves.Select(save => new MappedSave(save.Save.Kind, _places.Of(save.Save.Call)))],
            AboutPeople(training, context),
            saves.Exists(static save => save.IsChecked == true) ? true : saves.Count > 0 && saves.TrueForAll(static save => save.IsChecked == false) ? false : null,
            [.. context.Purposes.For(training.Container).Select(static purpose => purpose.Id).Order(StringComparer.Ordinal)],
            training.NotSeen);
    }

    private static bool? AboutPeople(TrainingCall training, RuleContext context)
    {
        var subjects = training.Data.Select(load => context.Assess(load).AboutPeople).ToList();
        return subjects.Contains(true) ? true : subjects.Count > 0 && subjects.TrueForAll(static subject => subject == false) ? false : null;
    }

    private Place? DeclarationOf(INamedTypeSymbol type) =>
        type.Locations.FirstOrDefault(static location => location.IsInSource) is { } location ? _places.Of(location) : null;

    private static string Word(DecidingLayer layer) => layer switch
    {
        DecidingLayer.Attribute => "attribute",
        DecidingLayer.DataCard => "data-card",
        DecidingLayer.ValueType => "value-type",
        DecidingLayer.StrictName => "strict-name",
        DecidingLayer.ContextualName => "contextual-name",
        DecidingLayer.RowSubject => "row-subject",
        _ => layer.ToString().ToLowerInvariant(),
    };
}
