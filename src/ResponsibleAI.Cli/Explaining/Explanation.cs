using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResponsibleAI.Analyzers;
using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Fairness;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Cli.Analysis;
using ResponsibleAI.Cli.Projects;

namespace ResponsibleAI.Cli.Explaining;

/// <summary>Says for one line of code what was recognized there, what decided, which way columns took, and why a rule is silent.</summary>
internal sealed class Explanation
{
    private readonly AnalyzedProject _project;
    private readonly Mapping.Places _places;
    private readonly SyntaxTree _tree;
    private readonly int _line;
    private readonly StringBuilder _text = new();
    private readonly SilentRules _silent;

    private Explanation(AnalyzedProject project, Repository repository, SyntaxTree tree, int line)
    {
        _project = project;
        _places = new Mapping.Places(repository);
        _tree = tree;
        _line = line;
        _silent = new SilentRules(project);
    }

    /// <summary>The text; null when the project does not compile the file.</summary>
    /// <param name="project">The analyzed project.</param>
    /// <param name="repository">Paths are relative to it.</param>
    /// <param name="file">Absolute.</param>
    /// <param name="line">1-based.</param>
    public static string? Of(AnalyzedProject project, Repository repository, string file, int line) =>
        project.Compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == file) is { } tree
            ? new Explanation(project, repository, tree, line).Write(new FindingReader(repository))
            : null;

    private string Write(FindingReader reader)
    {
        foreach (var finding in ReportedFinding.Sort(_project.Diagnostics.Where(diagnostic => Covers(diagnostic.Location)).Select(reader.Of)))
            Line(0, $"{finding.Rule} ({finding.KindName}): {finding.Message}");

        if (_project.Facts.Context is not { } context)
        {
            Line(0, "Nothing is analyzed here: the project references no library that the policy knows");
            return _text.ToString();
        }

        foreach (var training in _project.Facts.Trainings.Where(training => Covers(training.Location)))
            Training(training, context);
        foreach (var call in _project.Facts.Fits.Where(call => Covers(Analyzers.Findings.Places.Of(call))))
            Line(0, $"'{NameOf(call)}' fits transforms only: no trainer is in its pipeline, so nothing is trained here");
        foreach (var load in _project.Facts.Loads.Where(load => Covers(load.Location) || Covers(Analyzers.Findings.Places.Of(load.Call))))
            Load(load, LoadUses.Word(_project.Facts.RolesOf(load)), context);
        foreach (var (save, trainings, isChecked) in _project.Facts.Saves.Where(save => Covers(save.Save.Location)))
            Save(save, trainings, isChecked, context);
        foreach (var (check, trainings, decision) in _project.Facts.Checks.Where(check => Covers(check.Check.Location)))
            Check(check, trainings, decision, context);
        foreach (var (evaluation, training) in _project.Facts.Evaluations.Where(evaluation => Covers(Analyzers.Findings.Places.Of(evaluation.Evaluation.Call))))
            Evaluation(evaluation, training, context);
        foreach (var downloads in _project.Facts.Downloads.Where(download => Covers(Analyzers.Findings.Places.Of(download.Call))).GroupBy(static download => download.Call.Syntax))
            Download([.. downloads], context);
        Declarations(context);
        if (_text.Length == 0)
            Unrecognized();
        foreach (var (rule, call, container) in _project.Facts.Watched.Concat(Leaving()).Where(watched => Covers(Analyzers.Findings.Places.Of(watched.Call))).DistinctBy(static watched => watched.Rule))
            foreach (var why in _silent.At(rule, call, container, context))
                Line(0, why);
        return _text.ToString();
    }

    /// <summary>Calls by which values may leave the program, in this file. The engine looks only at those that may take training data.</summary>
    private IEnumerable<(string Rule, IOperation Call, ISymbol Container)> Leaving() => _project.Facts.Compilation is { } compilation
        ? new LeavingCalls(new CodeReader(compilation)).In(_tree, default).Select(static leaving => (RuleCatalog.TrainingDataStays, (IOperation)leaving.Call, leaving.Container))
        : [];

    private void Training(TrainingCall training, RuleContext context)
    {
        Line(0, training.IsCertain ? $"Training of {string.Join(" or ", training.Trainers)}" : "A call that may train a model: no trainer is in sight, so nothing is claimed");
        foreach (var load in training.Data)
            Line(1, $"on rows of {load.Schema.RowType?.Name ?? "columns without a class"}, loaded at {Where(load.Call)}: {Subject(context.Assess(load))}");
        if (training.Data.Count == 0)
            Line(1, "on data whose load is not in sight");
        foreach (var column in training.Columns.OrderBy(static column => column.Role).ThenBy(static column => column.Column.Display, StringComparer.Ordinal))
            Column(column, context);
        foreach (var name in training.Dropped)
            Line(1, $"column '{name}' is dropped on the way");
        foreach (var reason in training.NotSeen)
            Line(1, $"not seen: {reason}");
        foreach (var why in _silent.At(training, context))
            Line(1, why);
    }

    private void Column(TrainedColumn column, RuleContext context)
    {
        var personal = context.Personal(column.Column, column.Load);
        Line(1, $"{column.Role.ToString().ToLowerInvariant()} '{column.Column.Display}': {Personal(personal)}");
        if (column.Column.Location is { } declared)
            Line(2, $"declared at {Where(declared)}");
        Line(2, $"loaded at {Where(column.Load.Call)}");
        foreach (var hop in column.Hops)
            Line(2, $"through {hop.Name} at {Where(hop.At)}");
    }

    private void Load(DatasetLoad load, string role, RuleContext context)
    {
        var roles = _project.Facts.RolesOf(load);
        Line(0, $"Dataset load of {load.Schema.RowType?.Name ?? "columns without a class"}, used for: {Roles(roles)}");
        foreach (var source in load.Sources)
        {
            var match = context.Cards.Match(load, source);
            Line(1, source.Resolution switch
            {
                Resolution.Unknown => $"what is loaded is unknown: {source.Reason ?? "it is computed"}",
                Resolution.Known => $"source '{source.ToString().Replace('\\', '/')}' is known",
                _ => $"source '{source.ToString().Replace('\\', '/')}' is partial: {source.Reason ?? "it is computed"}",
            });
            Line(1, match.Card is { } card ? $"data card '{card.Id}', found by {match.How}"
                : match.Candidates.Count > 1 ? $"several data cards could be meant: {string.Join(", ", match.Candidates)}"
                : "no data card");
        }

        foreach (var url in _project.Facts.Downloads.Where(download => load.Sources.Any(source => download.NameIn(load, source) is not null)).Select(static download => download.Url ?? "an address that is not in sight").Distinct())
            Line(1, $"the program fetches it from {url}");
        if (load.SelectedColumns is { } selected)
            Line(1, $"the query selects {string.Join(", ", selected)}");
        Line(1, Subject(context.Assess(load)));
        if (load.Schema.Missing is { } missing)
            Line(1, $"not seen: {missing}");
        foreach (var why in _silent.At(load, role, context))
            Line(1, why);
    }

    private void Download(IReadOnlyList<Download> downloads, RuleContext context)
    {
        foreach (var download in downloads)
            Line(0, $"A file is fetched from {download.Url ?? "an address that is not in sight"}{(download.Names.Count > 0 ? $" ({string.Join(", ", download.Names)})" : "")}");
        foreach (var why in _silent.At(downloads, context))
            Line(1, why);
    }

    private void Save(ModelSave save, IReadOnlyList<TrainingCall> trainings, bool? isChecked, RuleContext context)
    {
        Line(0, $"A model is {save.Kind}");
        foreach (var training in trainings)
            Line(1, $"trained at {Where(training.Call)} by {(training.IsCertain ? string.Join(" or ", training.Trainers) : "a trainer that is not in sight")}");
        if (save.Missing is { } missing)
            Line(1, $"not seen: {missing}");
        foreach (var why in _silent.At(save, trainings, isChecked, context))
            Line(1, why);
    }

    private void Check(FairnessCheck check, IReadOnlyList<TrainingCall> trainings, IOperation? decision, RuleContext context)
    {
        Line(0, $"'{check.Name}' is a fairness check");
        Models(trainings);
        if (check.Missing is { } missing)
            Line(1, $"not seen: {missing}");
        Line(1, check.Columns switch
        {
            null => "the call does not say by which columns it compares groups",
            { Loaded: [], Untraced: [], Missing: var unseen } => $"by which columns it compares groups is not in sight{(unseen is null ? "" : $" ({unseen})")}",
            var columns => $"compares groups by {string.Join(", ", columns.Loaded.Concat(columns.Untraced).Distinct(StringComparer.Ordinal).Select(static name => $"'{name}'"))}{(columns.Missing is { } unseen ? $", and maybe by more ({unseen})" : "")}",
        });
        foreach (var why in _silent.At(check, trainings, decision is null ? null : Where(decision), context))
            Line(1, why);
    }

    private void Evaluation(Evaluation evaluation, TrainingCall? training, RuleContext context)
    {
        Line(0, $"'{Analyzers.Findings.Places.NameOf(evaluation.Call)}' measures a model");
        Models(training is null ? [] : [training]);
        Line(1, evaluation.OnTrainingRows switch
        {
            true => "on rows that it was trained on",
            false => "on rows that it was not trained on",
            null => "whether it was trained on these rows is not in sight",
        });
        foreach (var why in _silent.At(evaluation, training, context, Where))
            Line(1, why);
    }

    private void Models(IReadOnlyList<TrainingCall> trainings)
    {
        foreach (var training in trainings)
            Line(1, $"of the model trained at {Where(training.Call)} by {(training.IsCertain ? string.Join(" or ", training.Trainers) : "a trainer that is not in sight")}");
        if (trainings.Count == 0)
            Line(1, "of a model whose training is not in sight");
    }

    /// <summary>A row type or one of its columns, when its declaration is here.</summary>
    private void Declarations(RuleContext context)
    {
        var model = _project.Compilation.GetSemanticModel(_tree);
        foreach (var node in _tree.GetRoot().DescendantNodes().Where(node => node is TypeDeclarationSyntax or PropertyDeclarationSyntax or VariableDeclaratorSyntax or ParameterSyntax { Parent.Parent: RecordDeclarationSyntax }))
        {
            if (LineOf(Name(node)) != _line)
                continue;
            var symbol = model.GetDeclaredSymbol(node) is IParameterSymbol parameter
                ? parameter.ContainingType.GetMembers(parameter.Name).FirstOrDefault() ?? parameter
                : model.GetDeclaredSymbol(node);
            if (symbol is INamedTypeSymbol type)
                Type(type, context);
            else if (symbol is (IPropertySymbol or IFieldSymbol { IsConst: false }) && symbol.ContainingType is { } row)
                Member(symbol, row, context);
        }
    }

    private void Type(INamedTypeSymbol type, RuleContext context)
    {
        var loads = LoadsOf(type);
        var assessment = loads.Count > 0 ? context.Assess(loads[0]) : context.Assess(type);
        if (assessment.Columns.Count == 0)
            return;
        Line(0, $"Row type '{type.Name}': {Subject(assessment)}");
        Line(1, loads.Count == 0 ? "no load in this project brings such rows, so nothing is reported about them" : $"loaded at {string.Join(", ", loads.Select(load => Where(load.Call)).Distinct())}");
        foreach (var column in assessment.Columns)
            Line(1, $"'{column.Column}': {Personal(column.Personal)}");
    }

    private void Member(ISymbol member, INamedTypeSymbol row, RuleContext context)
    {
        var loads = LoadsOf(row);
        var assessment = loads.Count > 0 ? context.Assess(loads[0]) : context.Assess(row);
        if (assessment.Columns.FirstOrDefault(column => SymbolEqualityComparer.Default.Equals(column.Member, member)) is not { } assessed)
            return;
        Line(0, $"Column '{assessed.Column}' of '{row.Name}': {Personal(assessed.Personal)}");
        Line(1, Subject(assessment));
        Line(1, $"words of the name: {string.Join(", ", IdentifierWords.Split(member.Name))}");
        var ways = _project.Facts.Trainings.SelectMany(training => training.Columns.Where(column => SymbolEqualityComparer.Default.Equals(column.Column.Member, member)).Select(column => (training, column))).ToList();
        foreach (var (training, column) in ways)
        {
            Line(1, $"{column.Role.ToString().ToLowerInvariant()} of the training at {Where(training.Call)}");
            foreach (var hop in column.Hops)
                Line(2, $"through {hop.Name} at {Where(hop.At)}");
        }

        if (ways.Count == 0)
            foreach (var why in _silent.OfColumn(loads))
                Line(1, why);
    }

    private void Unrecognized()
    {
        var model = _project.Compilation.GetSemanticModel(_tree);
        foreach (var call in _tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => LineOf(call.Expression is MemberAccessExpressionSyntax access ? access.Name : call.Expression) == _line))
        {
            var symbol = model.GetSymbolInfo(call).Symbol;
            var name = call.Expression is MemberAccessExpressionSyntax member ? member.Name.Identifier.ValueText : call.Expression.ToString();
            Line(0, symbol is null
                ? $"'{name}' does not resolve here{(_project.Project.From == LoadedFrom.Sources ? " (loose sources: the library may not be one that rai carries)" : "")}; it is not assessed"
                : $"'{symbol.ContainingType?.Name}.{symbol.Name}' loads nothing, trains nothing and saves nothing by itself; it is looked at where the way to a training call leads through it");
        }

        if (_text.Length == 0)
            Line(0, "Nothing that the rules look at starts on this line: no row type, dataset load, training call or save");
    }

    private List<DatasetLoad> LoadsOf(INamedTypeSymbol type) =>
        [.. _project.Facts.Loads.Concat(_project.Facts.Trainings.SelectMany(static training => training.Data)).Where(load => SymbolEqualityComparer.Default.Equals(load.Schema.RowType, type))];

    private static string Subject(RowAssessment assessment) => assessment.AboutPeople switch
    {
        true => $"a row is about a person ({assessment.Why})",
        false => $"a row is not about a person ({assessment.Why})",
        null => $"whether a row is about a person cannot be told ({assessment.Why})",
    };

    private static string Roles(LoadRoles roles)
    {
        var words = new[] { (LoadRoles.Train, "training"), (LoadRoles.Validation, "validation during training"), (LoadRoles.Test, "evaluation"), (LoadRoles.Prediction, "prediction") }
            .Where(role => roles.HasFlag(role.Item1)).Select(static role => role.Item2).ToList();
        return words.Count == 0 ? "nothing in sight" : string.Join(" and ", words) + (roles.HasFlag(LoadRoles.Divided) ? "; its rows are divided in code" : "");
    }

    private static string Personal(PersonalColumn? personal) =>
        personal is null ? "nothing says that it is personal" : $"{personal.Category}, by {personal.Evidence} (layer: {personal.Layer})";

    private static SyntaxNodeOrToken Name(SyntaxNode node) => node switch
    {
        TypeDeclarationSyntax type => type.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        VariableDeclaratorSyntax variable => variable.Identifier,
        ParameterSyntax parameter => parameter.Identifier,
        _ => node,
    };

    private static string NameOf(IOperation call) => call is Microsoft.CodeAnalysis.Operations.IInvocationOperation invocation ? invocation.TargetMethod.Name : "this call";

    private int LineOf(SyntaxNodeOrToken node) => _tree.GetLineSpan(node.Span).StartLinePosition.Line + 1;

    private bool Covers(Location location)
    {
        if (location.SourceTree != _tree)
            return false;
        var span = location.GetLineSpan();
        return span.StartLinePosition.Line < _line && _line <= span.EndLinePosition.Line + 1;
    }

    private string Where(IOperation operation) => Where(_places.Of(operation));

    private string Where(Location location) => Where(_places.Of(location));

    private static string Where(Mapping.Place place) => string.Create(CultureInfo.InvariantCulture, $"{place.File}:{place.Line}");

    private void Line(int indent, string text) => _text.Append(' ', indent * 2).Append(text).Append('\n');
}
