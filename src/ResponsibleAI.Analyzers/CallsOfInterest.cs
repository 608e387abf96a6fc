using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Analyzers.Fairness;
using ResponsibleAI.Analyzers.Lineage;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers;

/// <summary>Whether a type may hold a call that anything here asks about. The compiler binds every body of a type that is looked at, so a type that mentions no name of such a call is not.</summary>
/// <remarks>Every new question about calls adds its names here.</remarks>
internal sealed class CallsOfInterest
{
    /// <summary>Null when a call of any name may be of interest.</summary>
    private readonly HashSet<int>? _names;

    public CallsOfInterest(ApiCatalog catalog, MarkedChecks marked, CancellationToken cancellation)
    {
        if (marked.Names(cancellation) is not { } marks)
            return;

        _names = [FileWords.Hash(UnboundCall.OldTraining), FileWords.Hash(UnboundCall.OldSave)];
        foreach (var name in catalog.Names.Concat(OwnLearners.Names).Concat(EmbedderNames.All).Concat(TuningUploads.Words).Concat(RAI2005DownloadHasSource.Names).Concat(marks).Concat(RuleCatalog.CallRules.SelectMany(static rule => rule.Names)))
            _names.Add(FileWords.Hash(name));
    }

    /// <summary>Whether the method has the name of one.</summary>
    public bool MayBe(IMethodSymbol method) => _names is null || _names.Contains(FileWords.Hash(method.Name)) || TuningUploads.MayBe(method);

    /// <summary>Whether any file mentions one. Where none does, no type need be looked at.</summary>
    public bool MayStandIn(Compilation compilation, CancellationToken cancellation) =>
        _names is null || compilation.SyntaxTrees.Any(tree => FileWords.Of(tree, cancellation).MentionsAny(_names));

    /// <summary>By the words of the files that declare the outermost type.</summary>
    public bool MayStandIn(INamedTypeSymbol outermost, CancellationToken cancellation)
    {
        if (_names is null)
            return true;
        foreach (var declaration in outermost.DeclaringSyntaxReferences)
            if (FileWords.Of(declaration.SyntaxTree, cancellation).MentionsAny(_names))
                return true;
        return false;
    }
}
