using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ResponsibleAI.Analyzers.CodeFixes;

/// <summary>Declares one purpose for all training code of a document, project or solution; several findings in one type need it once.</summary>
internal sealed class DeclarePurposeEverywhere : FixAllProvider
{
    public static readonly DeclarePurposeEverywhere Instance = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        if (DeclarePurpose.PurposeOf(fixAllContext.CodeActionEquivalenceKey) is not { } purpose) return null;
        var diagnostics = await DiagnosticsAsync(fixAllContext).ConfigureAwait(false);
        return diagnostics.IsEmpty
            ? null
            : CodeAction.Create(
                $"Declare purpose '{purpose}' everywhere",
                cancel => DeclarePurpose.ApplyAsync(fixAllContext.Solution, diagnostics, purpose, cancel),
                fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            case FixAllScope.Solution:
                var all = ImmutableArray.CreateBuilder<Diagnostic>();
                foreach (var project in context.Solution.Projects) all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                return all.ToImmutable();
            default:
                return ImmutableArray<Diagnostic>.Empty;
        }
    }
}
