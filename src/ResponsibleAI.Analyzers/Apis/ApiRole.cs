namespace ResponsibleAI.Analyzers.Apis;

/// <summary>What a member of an ML library does. The words are those of rules/apis.</summary>
internal static class ApiRole
{
    public const string DatasetLoader = "dataset-loader";
    public const string LoaderFactory = "loader-factory";
    public const string RowSource = "row-source";
    public const string Schema = "schema";
    public const string Split = "split";
    public const string Transform = "transform";
    public const string Composition = "composition";
    public const string Trainer = "trainer";
    public const string TrainingCall = "training-call";
    public const string Evaluator = "evaluator";
    public const string FairnessEvaluator = "fairness-evaluator";
    public const string Scorer = "scorer";
    public const string ModelSource = "model-source";
    public const string Embedder = "embedder";
    public const string Saver = "saver";
    public const string Exporter = "exporter";
    public const string Server = "server";
}
