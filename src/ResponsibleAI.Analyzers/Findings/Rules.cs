using ResponsibleAI.Analyzers.Facts;

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

/// <summary>A load and what it is used for.</summary>
/// <param name="Load">The load.</param>
/// <param name="Role">train, test, or unknown when not every use is in sight.</param>
internal sealed record LoadInUse(DatasetLoad Load, string Role);
