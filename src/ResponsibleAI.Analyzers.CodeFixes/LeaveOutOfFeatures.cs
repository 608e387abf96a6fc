using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ResponsibleAI.Analyzers.CodeFixes;

/// <summary>Fixes RAI1004, RAI1005 and RAI3004: takes the column out of the <c>Concatenate</c> that makes it a feature.</summary>
/// <remarks>
/// Only a literal or nameof argument is taken out, and never the last one. Leaving a column out changes the model, so each column is a
/// decision of its own and there is no fix for all.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeaveOutOfFeatures)), Shared]
public sealed class LeaveOutOfFeatures : CodeFixProvider
{
    /// <summary>The property of the diagnostic with the names under which the columns enter a Concatenate, separated by |.</summary>
    internal const string FeaturesProperty = "features";

    private const string Concatenate = "Concatenate";
    private const string Output = "outputColumnName";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create("RAI1004", "RAI1005", "RAI3004");

    /// <summary>None: which columns a model may learn from is decided one by one, and the last one has to stay.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(FeaturesProperty, out var features) || features is null)
                continue;
            foreach (var feature in features.Split(['|'], StringSplitOptions.RemoveEmptyEntries).Distinct())
            {
                if (await FindAsync(solution, diagnostic, feature, context.CancellationToken).ConfigureAwait(false) is not var (document, argument))
                    continue;
                context.RegisterCodeFix(
                    CodeAction.Create($"Leave '{feature}' out of the features", cancel => RemoveAsync(document, argument, cancel), $"{nameof(LeaveOutOfFeatures)}:{feature}"),
                    diagnostic);
            }
        }
    }

    /// <summary>The argument of the first Concatenate on the way that names the column; null when there is none or it is the only input.</summary>
    private static async Task<(Document Document, ArgumentSyntax Argument)?> FindAsync(Solution solution, Diagnostic diagnostic, string feature, CancellationToken cancel)
    {
        foreach (var hop in diagnostic.AdditionalLocations)
        {
            if (solution.GetDocument(hop.SourceTree) is not { } document || document is SourceGeneratedDocument)
                continue;
            var root = await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
            var model = await document.GetSemanticModelAsync(cancel).ConfigureAwait(false);
            if (root is null || model is null || CallAt(root, hop) is not { } call)
                continue;
            var inputs = Inputs(call, model, cancel);
            if (inputs.Count > 1 && inputs.Find(input => IsNamed(input, feature, model, cancel)) is { } argument)
                return (document, argument);
        }

        return null;
    }

    private static InvocationExpressionSyntax? CallAt(SyntaxNode root, Location hop) =>
        root.FindToken(hop.SourceSpan.Start).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: Concatenate } name } } call && name.SpanStart == hop.SourceSpan.Start
            ? call
            : null;

    /// <summary>The columns, when each is an argument of its own.</summary>
    private static List<ArgumentSyntax> Inputs(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancel)
    {
        var inputs = new List<ArgumentSyntax>();
        var first = true;
        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (first)
            {
                if (argument.NameColon is { Name.Identifier.ValueText: not Output })
                    return [];
                first = false;
                continue;
            }

            if (!argument.ContainsDirectives && model.GetTypeInfo(argument.Expression, cancel).Type is { SpecialType: SpecialType.System_String })
                inputs.Add(argument);
        }

        return inputs;
    }

    private static bool IsNamed(ArgumentSyntax argument, string feature, SemanticModel model, CancellationToken cancel) =>
        argument.Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }
        && model.GetConstantValue(argument.Expression, cancel) is { HasValue: true, Value: string name } && name == feature;

    /// <summary>Takes out the argument and the comma before it. The name of the output always comes first, so there is one.</summary>
    private static async Task<Document> RemoveAsync(Document document, ArgumentSyntax argument, CancellationToken cancel)
    {
        var comma = ((ArgumentListSyntax)argument.Parent!).Arguments.GetSeparator(((ArgumentListSyntax)argument.Parent).Arguments.IndexOf(argument) - 1);
        var text = await document.GetTextAsync(cancel).ConfigureAwait(false);
        return document.WithText(text.WithChanges(new TextChange(TextSpan.FromBounds(comma.SpanStart, argument.Span.End), "")));
    }
}
