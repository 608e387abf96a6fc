using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>
/// Reads a LearningPipeline, as ML.NET had it before version 0.6: loader, transforms and trainer are objects that are put into a list, in order. No library
/// of today declares them, so only names and arguments tell.
/// </summary>
internal sealed class OldPipelineReader(Definitions definitions, ColumnNames names, RowSchemas schemas)
{
    private const string Features = "Features";
    private const string Label = "Label";

    private static readonly string[] s_trainers = ["Classifier", "Regressor", "Ranker", "Clusterer", "Recommender", "AnomalyDetector"];

    private readonly TextResolver _texts = new(definitions);

    /// <summary>The training call; null when no trainer is put into its pipeline in sight.</summary>
    public TrainingCall? Read(UnboundCall unbound, IOperation call, INamedTypeSymbol rowType, ISymbol container, CancellationToken cancellation)
    {
        if (call.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var pipeline } } || NameOf(pipeline) is not { } held)
            return null;

        var steps = Steps(call.Syntax, held).ToList();
        if (steps.Find(static step => IsTrainer(NameOf(step))) is not { } trainer)
            return null;

        var load = Load(steps, call, container, schemas.Of(rowType), cancellation);
        var made = load.Schema.Columns.ToDictionary(static column => column.Name, static column => new Made([column], []), StringComparer.Ordinal);
        string? missing = null;
        foreach (var step in steps.TakeWhile(step => step != trainer))
            if (!IsLoader(step))
                Apply(step, made, ref missing, cancellation);

        var last = new Hop(NameOf(trainer), definitions.Code.Operation(trainer, cancellation) ?? call);
        var columns = new List<TrainedColumn>();
        foreach (var (asked, role) in (ReadOnlySpan<(string, ColumnRole)>)[(Setting(trainer, "FeatureColumn", cancellation) ?? Features, ColumnRole.Feature), (Setting(trainer, "LabelColumn", cancellation) ?? Label, ColumnRole.Label)])
        {
            if (made.TryGetValue(asked, out var reached))
                columns.AddRange(reached.Columns.Select(column => new TrainedColumn(column, load, role, [.. reached.Hops, last])));
            else if (role == ColumnRole.Feature)
                missing ??= $"where column '{asked}' comes from";
        }

        return new TrainingCall
        {
            Call = call,
            Container = container,
            OutermostType = Containers.Outermost(container),
            Trainers = [NameOf(trainer)],
            Data = [load],
            Columns = columns,
            NotSeen = missing is null ? [] : [missing],
        };
    }

    private DatasetLoad Load(List<BaseObjectCreationExpressionSyntax> steps, IOperation call, ISymbol container, RowSchema schema, CancellationToken cancellation)
    {
        var loader = steps.Find(IsLoader);
        var made = loader is null ? null : definitions.Code.Operation(loader, cancellation);
        return new DatasetLoad
        {
            Call = made ?? call,
            Container = container,
            OutermostType = Containers.Outermost(container),
            Schema = schema,
            Kind = made is null ? LoadKind.Passed : LoadKind.File,
            Sources = loader?.ArgumentList is { Arguments: [var path, ..] } && definitions.Code.Operation(path.Expression, cancellation) is { } value ? _texts.Resolve(new Expression(value, null), cancellation) : [],
        };
    }

    /// <summary>What a transform makes: ("Features", "a", "b"), ("a", "b"), (("from", "to")), or a column in its place.</summary>
    private void Apply(BaseObjectCreationExpressionSyntax step, Dictionary<string, Made> made, ref string? missing, CancellationToken cancellation)
    {
        if (step.ArgumentList is not { Arguments: { Count: > 0 } arguments })
            return;
        var hop = new Hop(NameOf(step), definitions.Code.Operation(step, cancellation)!);
        foreach (var argument in arguments)
            if (argument.Expression is TupleExpressionSyntax { Arguments: [var from, var to] } && Text(from.Expression, cancellation) is { } input && Text(to.Expression, cancellation) is { } output && made.TryGetValue(input, out var copied))
                made[output] = copied.Through(hop);
        if (arguments[0].Expression is TupleExpressionSyntax || Text(arguments[0].Expression, cancellation) is not { } name)
            return;

        var inputs = new List<string>();
        foreach (var argument in arguments.Skip(1))
        {
            if (definitions.Code.Operation(argument.Expression, cancellation) is not { } value)
                continue;
            var list = names.Many(new Expression(value, null).Unwrapped, cancellation);
            if (list.Names.Count == 0 && Text(argument.Expression, cancellation) is { } one)
                inputs.Add(one);
            inputs.AddRange(list.Names);
            if (hop.Name == "ColumnConcatenator" && inputs.Count == 0)
                missing ??= list.Missing;
        }

        if (hop.Name is not ("ColumnConcatenator" or "TextFeaturizer") || inputs.Count == 0)
        {
            foreach (var column in inputs.Prepend(name))
                if (made.TryGetValue(column, out var same))
                    made[column] = same.Through(hop);
            return;
        }

        var parts = inputs.Where(made.ContainsKey).Select(input => made[input]).ToList();
        made[name] = new Made([.. parts.SelectMany(static part => part.Columns).Distinct()], [hop]);
    }

    private string? Text(ExpressionSyntax expression, CancellationToken cancellation) =>
        definitions.Code.Operation(expression, cancellation) is { } value ? _texts.ResolveOne(new Expression(value, null), cancellation).Value : null;

    private string? Setting(BaseObjectCreationExpressionSyntax trainer, string property, CancellationToken cancellation)
    {
        foreach (var setting in trainer.Initializer?.Expressions ?? default)
            if (setting is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name }, Right: var value } && name == property)
                return Text(value, cancellation);
        return null;
    }

    /// <summary>The objects that are put into the pipeline of that name, in its initializer or by Add: in the same member, else in the same type.</summary>
    private static IEnumerable<BaseObjectCreationExpressionSyntax> Steps(SyntaxNode call, string held)
    {
        SyntaxNode member = call.FirstAncestorOrSelf<MemberDeclarationSyntax>(static node => node is not GlobalStatementSyntax) ?? call.SyntaxTree.GetRoot();
        var found = In(member).ToList();
        return found.Count > 0 || member.Parent is null ? found : In(member.Parent);

        IEnumerable<BaseObjectCreationExpressionSyntax> In(SyntaxNode scope)
        {
            foreach (var node in scope.DescendantNodes())
            {
                var put = node switch
                {
                    ObjectCreationExpressionSyntax { Type: SimpleNameSyntax { Identifier.ValueText: "LearningPipeline" }, Initializer.Expressions: var listed } => listed,
                    InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: var target }, ArgumentList.Arguments: [var added] } when NameOf(target) == held => [added.Expression],
                    _ => (IEnumerable<ExpressionSyntax>)[],
                };
                foreach (var one in put)
                    if (Created(one, scope) is { } step)
                        yield return step;
            }
        }
    }

    /// <summary>The creation itself, what a chain such as new TextLoader(path).CreateFrom&lt;Row&gt;() begins with, or what a variable of that name is first given.</summary>
    private static BaseObjectCreationExpressionSyntax? Created(ExpressionSyntax step, SyntaxNode scope) => First(step) switch
    {
        BaseObjectCreationExpressionSyntax creation => creation,
        IdentifierNameSyntax { Identifier.ValueText: var name } => scope.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(declared => declared.Identifier.ValueText == name)?.Initializer?.Value is { } held ? First(held) as BaseObjectCreationExpressionSyntax : null,
        _ => null,
    };

    private static ExpressionSyntax First(ExpressionSyntax chain)
    {
        while (chain is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var before } })
            chain = before;
        return chain;
    }

    private static bool IsLoader(BaseObjectCreationExpressionSyntax step) => NameOf(step) == "TextLoader";

    private static bool IsTrainer(string name) => s_trainers.Any(kind => name.EndsWith(kind, StringComparison.Ordinal));

    private static string NameOf(BaseObjectCreationExpressionSyntax creation) => creation is ObjectCreationExpressionSyntax { Type: var type }
        ? (type as SimpleNameSyntax ?? (type as QualifiedNameSyntax)?.Right)?.Identifier.ValueText ?? ""
        : "";

    private static string? NameOf(ExpressionSyntax holder) => (holder as SimpleNameSyntax ?? (holder as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText;

    /// <summary>A column of the pipeline: the loaded columns it is made of and the transforms they passed.</summary>
    private sealed record Made(IReadOnlyList<LoadedColumn> Columns, IReadOnlyList<Hop> Hops)
    {
        public Made Through(Hop hop) => new(Columns, [.. Hops, hop]);
    }
}
