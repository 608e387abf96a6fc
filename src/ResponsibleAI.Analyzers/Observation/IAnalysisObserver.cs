using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;

namespace ResponsibleAI.Analyzers.Observation;

/// <summary>Hears the facts that the engine reads, while it reads them. What is heard is what the rules judge, so a map or an explanation cannot differ from the findings.</summary>
/// <remarks>Called from several threads at once and in any order.</remarks>
internal interface IAnalysisObserver
{
    /// <summary>The analysis passed its gate.</summary>
    /// <param name="compilation">The one whose symbols all facts hold; the driver makes a copy of what it is given.</param>
    /// <param name="context">What the rules may ask.</param>
    void Starts(Compilation compilation, RuleContext context);

    /// <summary>A training call, also when it is the same model as one before.</summary>
    void Trains(TrainingCall training);

    /// <summary>A call of the same shape that trains nothing.</summary>
    void FitsTransformsOnly(IOperation call);

    /// <summary>A dataset load, also when nothing is to be said about it.</summary>
    /// <param name="load">The load.</param>
    /// <param name="role">train, test or unknown.</param>
    void Loads(DatasetLoad load, string role);

    /// <summary>A model is saved, exported or served.</summary>
    /// <param name="save">The call.</param>
    /// <param name="trainings">The training calls whose model it is, as far as they are in sight.</param>
    /// <param name="isChecked">Whether this model is checked for fairness; null when that is not in sight.</param>
    void Saves(ModelSave save, IReadOnlyList<TrainingCall> trainings, bool? isChecked);
}
