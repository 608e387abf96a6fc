using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Lineage;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>A call that saves, checks or evaluates a model, and what was read of it: the end of a compilation does not read again what the end of a type could see.</summary>
internal sealed class CallAboutModel(IOperation call, ApiMember? member, ISymbol container)
{
    private ModelSave? _save;
    private Evaluation? _evaluation;

    public IOperation Call { get; } = call;

    /// <summary>Its entry in the catalog; null when the method is marked [FairnessCheck].</summary>
    public ApiMember? Member { get; } = member;

    public ISymbol Container { get; } = container;

    /// <summary>What is done with a model that leaves: saved, exported or served.</summary>
    public string SaveKind => Member!.Role switch { ApiRole.Saver => "saved", ApiRole.Exporter => "exported", _ => "served" };

    public ModelSave? Save(ModelOrigins models, CancellationToken cancellation) => _save ??= models.Of(Call, Member!, SaveKind, Container, cancellation);

    /// <summary>What trains may be known later; a training that is found stays found.</summary>
    public Evaluation Evaluation(EvaluationReader evaluations, Func<SyntaxNode, bool> trains, CancellationToken cancellation)
    {
        if (_evaluation is not { Training: not null })
            _evaluation = evaluations.Read(Call, Member!, Container, trains, cancellation);
        return _evaluation;
    }
}

/// <summary>Calls by the outermost type that they stand in, so that the end of a type asks for its own alone. Whoever asks gets them in the order of the source.</summary>
internal sealed class CallsAboutModels
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ConcurrentBag<CallAboutModel>> _calls = new(SymbolEqualityComparer.Default);

    public IReadOnlyList<CallAboutModel> All => InOrder(_calls.Values.SelectMany(static calls => calls));

    public IReadOnlyList<CallAboutModel> In(INamedTypeSymbol type) => _calls.TryGetValue(type, out var calls) ? InOrder(calls) : [];

    public void Add(CallAboutModel call) => _calls.GetOrAdd(Containers.Outermost(call.Container), static _ => []).Add(call);

    public static IReadOnlyList<CallAboutModel> InOrder(IEnumerable<CallAboutModel> calls) => [.. calls.InSourceOrder(static about => about.Call)];
}
