using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Fairness;
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

    /// <summary>A call of a loader that the catalog knows, also when nothing is to be said about it.</summary>
    void Loads(DatasetLoad load);

    /// <summary>A training call, an evaluation or a model gets rows of a load. Where the load stands in a helper method its sources are those of that one use.</summary>
    void Uses(DatasetLoad load, LoadRoles roles);

    /// <summary>A call that a rule about calls looks at, whatever it says of it.</summary>
    /// <param name="rule">Its id.</param>
    /// <param name="call">The call.</param>
    /// <param name="container">The member it stands in.</param>
    void Watches(string rule, IOperation call, ISymbol container);

    /// <summary>Values of rows go into an embedding or a vector store, whatever the rows are about.</summary>
    void Embeds(PersonalData.EmbeddedRow row);

    /// <summary>The program fetches a file, in one of the ways its method is called.</summary>
    void Downloads(Datasets.Download download);

    /// <summary>A model is saved, exported or served.</summary>
    /// <param name="save">The call.</param>
    /// <param name="trainings">The training calls whose model it is, as far as they are in sight.</param>
    /// <param name="isChecked">Whether this model is checked for fairness; null when that is not in sight.</param>
    void Saves(ModelSave save, IReadOnlyList<TrainingCall> trainings, bool? isChecked);

    /// <summary>A model that is known to decide about people, with the checks, evaluations and saves that lead to it.</summary>
    void Reviews(ReviewedModel model);

    /// <summary>A fairness check, of whatever model.</summary>
    /// <param name="check">The call.</param>
    /// <param name="trainings">The training calls whose models it is about, as far as they are in sight.</param>
    /// <param name="decision">Where its result may decide something; null when it decides nothing.</param>
    void Checks(FairnessCheck check, IReadOnlyList<TrainingCall> trainings, IOperation? decision);

    /// <summary>A call that measures a model, of whatever kind; a fairness check of scored rows is one too.</summary>
    /// <param name="evaluation">The call.</param>
    /// <param name="training">The training call of its model; null when that is not in sight.</param>
    void Evaluates(Evaluation evaluation, TrainingCall? training);
}
