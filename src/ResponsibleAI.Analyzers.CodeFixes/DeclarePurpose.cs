using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ResponsibleAI.Analyzers.CodeFixes;

/// <summary>Fixes RAI1001: puts <c>[ProcessingPurpose("…")]</c> on the type around the training code, one action for each purpose of the register.</summary>
/// <remarks>
/// Which purpose is right only people know, so every registered one is offered and none is made up: without a register there is
/// nothing to choose from and nothing is offered. Purposes past their review date are left out; they would be the next finding.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclarePurpose)), Shared]
public sealed class DeclarePurpose : CodeFixProvider
{
    private const string Id = "RAI1001";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => DeclarePurposeEverywhere.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var compilation = await context.Document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false);
        if (compilation is null || !PurposeAttribute.IsKnownTo(compilation)) return;

        var snapshot = await PolicyOfProject.ReadAsync(context.Document.Project, context.CancellationToken).ConfigureAwait(false);
        foreach (var purpose in snapshot.Purposes.Where(purpose => purpose.OverdueSince is null).OrderBy(purpose => purpose.Id, StringComparer.Ordinal))
        {
            var title = purpose.Title.Length == 0 ? $"Declare purpose '{purpose.Id}'" : $"Declare purpose '{purpose.Id}': {purpose.Title}";
            context.RegisterCodeFix(
                CodeAction.Create(title, cancel => ApplyAsync(context.Document.Project.Solution, context.Diagnostics, purpose.Id, cancel), EquivalenceKey(purpose.Id)),
                context.Diagnostics);
        }
    }

    /// <summary>The same purpose is the same choice, wherever it is made.</summary>
    private static string EquivalenceKey(string purpose) => $"{Id}:{purpose}";

    /// <summary>The purpose that an equivalence key stands for.</summary>
    internal static string? PurposeOf(string? equivalenceKey) =>
        equivalenceKey?.StartsWith(Id + ":", StringComparison.Ordinal) == true ? equivalenceKey.Substring(Id.Length + 1) : null;

    /// <summary>Declares the purpose once for each type, or program of top-level statements, that the diagnostics are in.</summary>
    internal static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<Diagnostic> diagnostics, string purpose, CancellationToken cancel)
    {
        var places = new HashSet<Place>();
        foreach (var diagnostic in diagnostics)
        {
            if (solution.GetDocument(diagnostic.Location.SourceTree) is not { } document) continue;
            if (await PlaceAsync(document, diagnostic, cancel).ConfigureAwait(false) is { } place) places.Add(place);
        }
        foreach (var inDocument in places.GroupBy(place => place.Document))
        {
            var root = await solution.GetDocument(inDocument.Key)!.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
            if (root is not CompilationUnitSyntax unit) continue;
            var spans = new HashSet<int?>(inDocument.Select(place => place.TypeAt));
            solution = solution.WithDocumentSyntaxRoot(inDocument.Key, PurposeAttribute.Add(unit, spans, purpose));
        }
        return solution;
    }

    /// <summary>The type is marked where it is first declared, so that the parts of a partial type are marked once.</summary>
    private static async Task<Place?> PlaceAsync(Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        var root = await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancel).ConfigureAwait(false);
        var type = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<TypeDeclarationSyntax>(IsMarkable);
        if (type is null) return root is null ? null : new Place(document.Id, TypeAt: null);
        if (model?.GetDeclaredSymbol(type, cancel) is not { } symbol) return new Place(document.Id, type.SpanStart);

        foreach (var part in symbol.DeclaringSyntaxReferences.OrderBy(part => part.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(part => part.Span.Start))
        {
            var declared = await part.GetSyntaxAsync(cancel).ConfigureAwait(false);
            if (document.Project.GetDocument(part.SyntaxTree) is { } home and not SourceGeneratedDocument && declared is TypeDeclarationSyntax) return new Place(home.Id, declared.SpanStart);
        }
        return new Place(document.Id, type.SpanStart);
    }

    private static bool IsMarkable(TypeDeclarationSyntax type) => !type.IsKind(SyntaxKind.InterfaceDeclaration);

    /// <param name="Document">The file.</param>
    /// <param name="TypeAt">Where the type's declaration starts; null for the whole assembly.</param>
    private readonly record struct Place(DocumentId Document, int? TypeAt);
}
