using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.PersonalData;

namespace ResponsibleAI.Analyzers.Findings;

/// <summary>A rule about training calls.</summary>
internal interface ITrainingRule
{
    void Check(TrainingCall call, RuleContext context, Action<CodeFinding> report);
}

/// <summary>A rule about loads.</summary>
internal interface ILoadRule
{
    void Check(LoadInUse load, RuleContext context, Action<CodeFinding> report);
}

/// <summary>A rule about calls, wherever they stand.</summary>
internal interface ICallRule
{
    string Id { get; }

    /// <summary>The names of all methods that may concern it: a type that mentions none of them is not looked at.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>Whether calls of the method are looked at. Asked for every call, so it starts with the name.</summary>
    bool Concerns(IMethodSymbol method);

    void Check(IInvocationOperation call, ISymbol container, PersonalReferences personal, Action<CodeFinding> report, CancellationToken cancellation);
}

/// <summary>A load and what it is used for.</summary>
/// <param name="Load">The load.</param>
/// <param name="Role">train, test, or unknown when not every use is in sight.</param>
internal sealed record LoadInUse(DatasetLoad Load, string Role);
