using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ResponsibleAI.Analyzers.CodeFixes;

/// <summary>Fixes RAI3001: measures the model by the protected columns and stops when the groups differ too much, before the model is saved or served.</summary>
/// <remarks>
/// Offered where all that the check needs is in sight: the model in a variable, rows that it was not trained on, columns to compare by, and
/// ResponsibleAI.Fairness. Which outcome is good for the person nobody can tell from code: its place holds a name that does not compile until somebody states it.
/// A model in a file, as a pool of prediction engines has it, can be measured by nothing in sight.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CheckBeforeSave)), Shared]
public sealed class CheckBeforeSave : CodeFixProvider
{
    private const string Namespace = "ResponsibleAI.Fairness";
    private const string Training = ".TrainSet";
    private const string Testing = ".TestSet";
    private const int DeepestVariable = 8;

    /// <summary>The property of the diagnostic with the kind of model: binary, multiclass, regression or ranking.</summary>
    internal const string TaskProperty = "checkTask";

    /// <summary>The property of the diagnostic with the columns to compare by, joined by '|'.</summary>
    internal const string ColumnsProperty = "checkColumns";

    /// <summary>The property of the diagnostic with the name of the label column.</summary>
    internal const string LabelProperty = "checkLabel";

    /// <summary>The property of the diagnostic with the name of the column that says which rows are ranked together.</summary>
    internal const string QueryProperty = "checkQuery";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create("RAI3001");

    /// <summary>None: each check asks for a decision of its own.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is not CompilationUnitSyntax unit || model?.Compilation.GetTypeByMetadataName(Namespace + ".FairnessCatalog") is null)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(TaskProperty, out var task) || !diagnostic.Properties.TryGetValue(ColumnsProperty, out var columns) || !diagnostic.Properties.TryGetValue(LabelProperty, out var label)
                || task is null || columns is null || label is null || (diagnostic.Properties.TryGetValue(QueryProperty, out var query) ? query : null) is null && task == "ranking" || SaveAt(unit, diagnostic.Location.SourceSpan.Start) is not { } save || PlaceOf(save) is not { } place)
                continue;
            if (ModelOf(save, model, context.CancellationToken) is not { } trained || HeldOut(trained, place, model, context.CancellationToken) is not { } scored)
                continue;
            var check = Check(task, columns.Split('|'), label, query, scored, CatalogAt(save, model), NameAt("fairness", place, model));
            context.RegisterCodeFix(
                CodeAction.Create("Check the model for fairness before it is " + (diagnostic.Properties.TryGetValue("sink", out var sink) ? sink : "saved"), cancel => InsertAsync(context.Document, unit, place, check, model, cancel), nameof(CheckBeforeSave)),
                diagnostic);
        }
    }

    private static InvocationExpressionSyntax? SaveAt(SyntaxNode root, int start) =>
        root.FindToken(start).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>(call => call.Expression is MemberAccessExpressionSyntax { Name: var name } && name.SpanStart == start);

    /// <summary>The statement to stand before: one of a block, or of a program of top-level statements.</summary>
    private static StatementSyntax? PlaceOf(InvocationExpressionSyntax save) =>
        save.FirstAncestorOrSelf<StatementSyntax>(static statement => statement.Parent is BlockSyntax or GlobalStatementSyntax) is { } place && !save.Ancestors().TakeWhile(node => node != place).Any(static node => node is AnonymousFunctionExpressionSyntax)
            ? place
            : null;

    /// <summary>The variable that holds the model.</summary>
    private static IdentifierNameSyntax? ModelOf(InvocationExpressionSyntax save, SemanticModel model, CancellationToken cancel)
    {
        foreach (var argument in save.ArgumentList.Arguments)
            if (argument.Expression is IdentifierNameSyntax name && model.GetSymbolInfo(name, cancel).Symbol is ILocalSymbol local && Is(local.Type, "ITransformer"))
                return name;
        return null;
    }

    /// <summary>Scored rows that the model was not trained on, as an expression; null when none are in sight.</summary>
    private static string? HeldOut(IdentifierNameSyntax trained, StatementSyntax place, SemanticModel model, CancellationToken cancel)
    {
        var values = new Dictionary<string, ExpressionSyntax>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var declarator in Before(place))
        {
            if (model.GetDeclaredSymbol(declarator, cancel) is not ILocalSymbol local || declarator.Initializer?.Value is not { } value)
                continue;
            values[local.Name] = value;
            order.Add(local.Name);
        }

        var name = trained.Identifier.ValueText;
        if (!values.TryGetValue(name, out var made) || TrainedOn(made, values, 0) is not { } rows)
            return null;
        var scored = order.FindLast(variable => values[variable] is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Transform", Expression: IdentifierNameSyntax scorer }, ArgumentList.Arguments: [var given] }
            && scorer.Identifier.ValueText == name && IsHeldOut(Part(given.Expression, values), rows));
        return scored ?? (rows.EndsWith(Training, StringComparison.Ordinal) && rows.Substring(0, rows.Length - Training.Length) is var split && values.ContainsKey(split) ? $"{name}.Transform({split}{Testing})" : null);
    }

    /// <summary>The rows that a model was trained on, as an expression; null when they are not in sight.</summary>
    private static string? TrainedOn(ExpressionSyntax made, Dictionary<string, ExpressionSyntax> values, int depth)
    {
        switch (made)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Fit" or "Execute" }, ArgumentList.Arguments: [var rows, ..] }:
                return Part(rows.Expression, values);
            case InvocationExpressionSyntax { ArgumentList.Arguments: var given } when given.Select(argument => Part(argument.Expression, values)).Where(static rows => rows.EndsWith(Training, StringComparison.Ordinal)).ToList() is [var half]:
                return half;   // Train(mlContext, split.TrainSet)
            case MemberAccessExpressionSyntax { Expression: var holder }:
                return TrainedOn(holder, values, depth);   // result.BestRun.Model
            case IdentifierNameSyntax variable when depth < DeepestVariable && values.TryGetValue(variable.Identifier.ValueText, out var value):
                return TrainedOn(value, values, depth + 1);
            default:
                return null;
        }
    }

    /// <summary>Rows as an expression; a variable that holds one half of a split is that half.</summary>
    private static string Part(ExpressionSyntax rows, Dictionary<string, ExpressionSyntax> values)
    {
        var written = rows is IdentifierNameSyntax variable && values.TryGetValue(variable.Identifier.ValueText, out var value) && value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TrainSet" or "TestSet", Expression: IdentifierNameSyntax } half ? half : rows;
        return written.WithoutTrivia().ToString();
    }

    /// <summary>The other half of the split that the model was trained on, or rows of another variable.</summary>
    private static bool IsHeldOut(string rows, string trainedOn) =>
        trainedOn.EndsWith(Training, StringComparison.Ordinal) ? rows == trainedOn.Substring(0, trainedOn.Length - Training.Length) + Testing : rows != trainedOn && SyntaxFacts.IsValidIdentifier(rows) && SyntaxFacts.IsValidIdentifier(trainedOn);

    /// <summary>Variables that are in scope at the statement and declared before it.</summary>
    private static IEnumerable<VariableDeclaratorSyntax> Before(StatementSyntax place)
    {
        var outer = place.AncestorsAndSelf().TakeWhile(static node => node is not (MemberDeclarationSyntax and not GlobalStatementSyntax)).OfType<StatementSyntax>().Reverse();
        foreach (var statement in outer)
        {
            IEnumerable<StatementSyntax> siblings = statement.Parent switch
            {
                BlockSyntax block => block.Statements,
                GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(static global => global.Statement),
                _ => [],
            };
            foreach (var declaration in siblings.TakeWhile(sibling => sibling != statement).OfType<LocalDeclarationStatementSyntax>())
                foreach (var declarator in declaration.Declaration.Variables)
                    yield return declarator;
        }
    }

    private static bool Is(ITypeSymbol type, string contract) => type.Name == contract || type.AllInterfaces.Any(implemented => implemented.Name == contract);

    /// <summary>mlContext.Fairness() where the save starts at mlContext and the project has that method; else the catalog itself.</summary>
    private static string CatalogAt(InvocationExpressionSyntax save, SemanticModel model) =>
        save.Expression is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var context } } && model.GetTypeInfo(context).Type?.Name == "MLContext" && model.Compilation.GetTypeByMetadataName(Namespace + ".MLContextFairness") is not null
            ? context + ".Fairness()"
            : "FairnessCatalog.Instance";

    private static string NameAt(string name, StatementSyntax place, SemanticModel model)
    {
        var free = name;
        for (var next = 2; !model.LookupSymbols(place.SpanStart, name: free).IsEmpty; next++)
            free = name + next.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return free;
    }

    /// <summary>The statements: measure, then stop when the groups differ too much.</summary>
    private static string[] Check(string task, IEnumerable<string> columns, string label, string? query, string scored, string catalog, string result)
    {
        var (method, stated, measured, goal) = task switch
        {
            "binary" => ("EvaluateBinary", ", favorable: Favorable.NotStated", result, "MinImpactRatio"),
            "multiclass" => ("EvaluateMulticlass", ", favorableClasses: Favorable.ClassesNotStated", $"{result}.Favorable", "MinImpactRatio"),
            "ranking" => ("EvaluateRanking", "", result, "MinExposureRatio"),
            _ => ("EvaluateRegression", "", result, "MinMeanAbsoluteErrorRatio"),
        };
        var names = string.Join(", ", columns.Select(Literal));
        var labeled = label == "Label" ? "" : $", labelColumnName: {Literal(label)}";
        var ranked = query is null or "GroupId" ? "" : $", rowGroupColumnName: {Literal(query)}";
        return
        [
            $"var {result} = {catalog}.{method}({scored}, sensitiveColumnNames: new[] {{ {names} }}{stated}{labeled}{ranked});",
            $"{measured}.Check(new FairnessThresholds {{ {goal} = 0.8 }}).ThrowIfFailed();",
        ];

        static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
    }

    private static async Task<Document> InsertAsync(Document document, CompilationUnitSyntax unit, StatementSyntax place, string[] check, SemanticModel model, CancellationToken cancel)
    {
        var text = await document.GetTextAsync(cancel).ConfigureAwait(false);
        var line = text.Lines.GetLineFromPosition(place.SpanStart);
        var before = text.ToString(TextSpan.FromBounds(line.Start, place.SpanStart));
        var newline = text.Lines.Count > 1 ? text.ToString(TextSpan.FromBounds(text.Lines[0].End, text.Lines[0].EndIncludingLineBreak)) : "\n";
        var separator = before.Trim().Length == 0 ? newline + before : " ";
        var changes = new List<TextChange>();
        if (!model.LookupNamespacesAndTypes(place.SpanStart, name: "FairnessThresholds").Any(static type => type.ContainingNamespace?.ToDisplayString() == Namespace))
            changes.Add(new TextChange(new TextSpan(ImportAt(unit), 0), $"using {Namespace};{newline}"));
        changes.Add(new TextChange(new TextSpan(place.SpanStart, 0), string.Join(separator, check) + separator));
        return document.WithText(text.WithChanges(changes));
    }

    /// <summary>Before the first using that comes later in the alphabet, else after the last.</summary>
    private static int ImportAt(CompilationUnitSyntax unit)
    {
        foreach (var directive in unit.Usings)
            if (directive is { Alias: null, StaticKeyword.RawKind: 0, Name: { } name } && !name.ToString().StartsWith("System", StringComparison.Ordinal) && string.CompareOrdinal(name.ToString(), Namespace) > 0)
                return directive.SpanStart;
        return unit.Usings.Count > 0 ? unit.Usings[unit.Usings.Count - 1].FullSpan.End : unit.FullSpan.Start;
    }
}
