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
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CheckBeforeSave)), Shared]
public sealed class CheckBeforeSave : CodeFixProvider
{
    private const string Namespace = "ResponsibleAI.Fairness";

    /// <summary>The property of the diagnostic with the kind of model: binary or regression.</summary>
    internal const string TaskProperty = "checkTask";

    /// <summary>The property of the diagnostic with the columns to compare by, joined by '|'.</summary>
    internal const string ColumnsProperty = "checkColumns";

    /// <summary>The property of the diagnostic with the name of the label column.</summary>
    internal const string LabelProperty = "checkLabel";

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
                || task is null || columns is null || label is null || SaveAt(unit, diagnostic.Location.SourceSpan.Start) is not { } save || PlaceOf(save) is not { } place)
                continue;
            if (ModelOf(save, model, context.CancellationToken) is not { } trained || HeldOut(trained, place, model, context.CancellationToken) is not { } scored)
                continue;
            var check = Check(task, columns.Split('|'), label, scored, CatalogAt(save, model), NameAt("fairness", place, model));
            context.RegisterCodeFix(
                CodeAction.Create("Check the model for fairness before it is " + (diagnostic.Properties.TryGetValue("sink", out var sink) ? sink : "saved"), cancel => InsertAsync(context.Document, unit, place, check, model, cancel), nameof(CheckBeforeSave)),
                diagnostic);
        }
    }

    private static InvocationExpressionSyntax? SaveAt(SyntaxNode root, int start) =>
        root.FindToken(start).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>(call => call.Expression is MemberAccessExpressionSyntax { Name: var name } && name.SpanStart == start);

    /// <summary>The statement to stand before: one of a block, or of a program of top-level statements.</summary>
    private static StatementSyntax? PlaceOf(InvocationExpressionSyntax save) =>
        save.FirstAncestorOrSelf<StatementSyntax>() is { Parent: BlockSyntax or GlobalStatementSyntax } statement && !save.Ancestors().TakeWhile(node => node != statement).Any(static node => node is AnonymousFunctionExpressionSyntax)
            ? statement
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
        string? trainedOn = null;
        string? scored = null;
        string? split = null;
        foreach (var declarator in Before(place))
        {
            if (model.GetDeclaredSymbol(declarator, cancel) is not ILocalSymbol local || declarator.Initializer?.Value is not { } value)
                continue;
            if (local.Name == trained.Identifier.ValueText)
                trainedOn = value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Fit" }, ArgumentList.Arguments: [var rows, ..] } ? rows.Expression.ToString() : null;
            else if (local.Type.Name == "TrainTestData")
                split = local.Name;
            else if (value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Transform", Expression: IdentifierNameSyntax scorer }, ArgumentList.Arguments: [var given] }
                && scorer.Identifier.ValueText == trained.Identifier.ValueText && given.Expression.ToString() is var test && test != trainedOn && trainedOn is not null && IsHeldOut(test, trainedOn))
                scored = local.Name;
        }

        return scored ?? (split is not null && trainedOn == split + ".TrainSet" ? $"{trained.Identifier.ValueText}.Transform({split}.TestSet)" : null);
    }

    /// <summary>The other half of the split that the model was trained on, or rows of another variable.</summary>
    private static bool IsHeldOut(string rows, string trainedOn) =>
        trainedOn.EndsWith(".TrainSet", StringComparison.Ordinal) ? rows == trainedOn.Substring(0, trainedOn.Length - "TrainSet".Length) + "TestSet" : SyntaxFacts.IsValidIdentifier(rows) && SyntaxFacts.IsValidIdentifier(trainedOn);

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

    private static string[] Check(string task, IEnumerable<string> columns, string label, string scored, string catalog, string result)
    {
        var names = string.Join(", ", columns.Select(static column => SymbolDisplay.FormatLiteral(column, quote: true)));
        var labeled = label == "Label" ? "" : $", labelColumnName: {SymbolDisplay.FormatLiteral(label, quote: true)}";
        return task == "binary"
            ? [$"var {result} = {catalog}.EvaluateBinary({scored}, sensitiveColumnNames: new[] {{ {names} }}, favorable: Favorable.NotStated{labeled});", $"{result}.Check(new FairnessThresholds {{ MinImpactRatio = 0.8 }}).ThrowIfFailed();"]
            : [$"var {result} = {catalog}.EvaluateRegression({scored}, sensitiveColumnNames: new[] {{ {names} }}{labeled});", $"{result}.Check(new FairnessThresholds {{ MinMeanAbsoluteErrorRatio = 0.8 }}).ThrowIfFailed();"];
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
