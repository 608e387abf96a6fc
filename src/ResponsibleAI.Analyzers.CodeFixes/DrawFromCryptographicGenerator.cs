using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace ResponsibleAI.Analyzers.CodeFixes;

/// <summary>Fixes RAI4002: draws the numbers of privacy noise from <c>RandomNumberGenerator</c> instead of <c>Random</c>.</summary>
/// <remarks>
/// Offered where each call has a counterpart with the same range: <c>Next</c> and <c>NextDouble</c>, and only where the platform has it. The
/// numbers cannot be repeated with a seed any more, which is the point. An epsilon is nothing that a fix could make up.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DrawFromCryptographicGenerator)), Shared]
public sealed class DrawFromCryptographicGenerator : CodeFixProvider
{
    private const string Generator = "global::System.Security.Cryptography.RandomNumberGenerator";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create("RAI4002");

    /// <summary>The calls of one finding and those of another never overlap.</summary>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null || !HasGenerator(model.Compilation))
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var replacements = new Dictionary<SyntaxNode, string>();
            foreach (var place in diagnostic.AdditionalLocations.Prepend(diagnostic.Location))
            {
                if (place.SourceTree != root.SyntaxTree || root.FindToken(place.SourceSpan.Start).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || Replacement(call, model, context.CancellationToken) is not { } replacement)
                {
                    replacements.Clear();
                    break;
                }

                replacements[call] = replacement;
            }

            if (replacements.Count > 0)
                context.RegisterCodeFix(CodeAction.Create("Draw from RandomNumberGenerator", cancel => ReplaceAsync(context.Document, replacements, cancel), nameof(DrawFromCryptographicGenerator)), diagnostic);
        }
    }

    private static bool HasGenerator(Compilation compilation) =>
        compilation.GetTypeByMetadataName("System.Security.Cryptography.RandomNumberGenerator") is { } type
        && type.GetMembers("GetInt32").Length > 0 && type.GetMembers("GetBytes").OfType<IMethodSymbol>().Any(static method => method.IsStatic);

    /// <summary>The call in other words; null when it has no counterpart.</summary>
    private static string? Replacement(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancel)
    {
        if (model.GetSymbolInfo(call, cancel).Symbol is not IMethodSymbol { ContainingType: { Name: "Random", ContainingNamespace.Name: "System" } } method)
            return null;
        var arguments = string.Join(", ", call.ArgumentList.Arguments);
        return (method.Name, method.Parameters.Length) switch
        {
            ("Next", 0) => $"{Generator}.GetInt32(int.MaxValue)",
            ("Next", 1 or 2) when !call.ArgumentList.Arguments.Any(static argument => argument.NameColon is not null) => $"{Generator}.GetInt32({arguments})",
            // 53 random bits, as many as a double can tell apart between 0 and 1.
            ("NextDouble", 0) => $"((global::System.BitConverter.ToUInt64({Generator}.GetBytes(8), 0) >> 11) * (1.0 / (1UL << 53)))",
            _ => null,
        };
    }

    private static async Task<Document> ReplaceAsync(Document document, IReadOnlyDictionary<SyntaxNode, string> replacements, CancellationToken cancel)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancel).ConfigureAwait(false);
        foreach (var replacement in replacements)
        {
            var expression = SyntaxFactory.ParseExpression(replacement.Value).WithTriviaFrom(replacement.Key);
            var names = expression.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().Where(static access => access.Expression.ToString().StartsWith("global::", StringComparison.Ordinal)).Select(static access => access.Expression).ToList();
            editor.ReplaceNode(replacement.Key, expression.ReplaceNodes(names, static (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation)).WithAdditionalAnnotations(Formatter.Annotation));
        }

        return editor.GetChangedDocument();
    }
}
