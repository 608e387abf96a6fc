using ResponsibleAI.Analyzers.Facts;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>A model that decides about people, with everything in sight that is done to it. Trained several times in the same way, it is one model.</summary>
internal sealed class ReviewedModel(TrainingCall training, Decides decides)
{
    /// <summary>The first of its training calls.</summary>
    public TrainingCall Training { get; } = training;

    /// <summary>All of them.</summary>
    public List<TrainingCall> Trainings { get; } = [training];

    public Decides Decides { get; } = decides;

    public List<FairnessCheck> Checks { get; } = [];

    public List<ModelSave> Saves { get; } = [];

    public List<Evaluation> Evaluations { get; } = [];

    /// <summary>Whether a training call validates the model on rows that it holds out itself.</summary>
    public bool IsCrossValidated => Trainings.Exists(static training => training.Call is Microsoft.CodeAnalysis.Operations.IInvocationOperation { TargetMethod.Name: var name } && name.StartsWith("CrossValidate", StringComparison.Ordinal));

    public string Trainer => string.Join(" or ", Training.Trainers);
}
