using System.Collections.Generic;
using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms;
using ResponsibleAI.References;

namespace Microsoft.ML
{
    public static class MklComponentsCatalog
    {
        public static extern OlsTrainer Ols(this RegressionCatalog.RegressionTrainers catalog, string labelColumnName = "Label", string featureColumnName = "Features", string exampleWeightColumnName = null);

        public static extern OlsTrainer Ols(this RegressionCatalog.RegressionTrainers catalog, OlsTrainer.Options options);

        public static extern SymbolicSgdLogisticRegressionBinaryTrainer SymbolicSgdLogisticRegression(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
            string labelColumnName = "Label", string featureColumnName = "Features", int numberOfIterations = 50);

        public static extern SymbolicSgdLogisticRegressionBinaryTrainer SymbolicSgdLogisticRegression(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
            SymbolicSgdLogisticRegressionBinaryTrainer.Options options);

        public static extern VectorWhiteningEstimator VectorWhiten(this TransformsCatalog catalog, string outputColumnName, string inputColumnName = null,
            WhiteningKind kind = WhiteningKind.ZeroPhaseComponentAnalysis, float epsilon = 1e-5f, int maximumNumberOfRows = 100_000, int rank = 0);
    }
}

namespace Microsoft.ML.Trainers
{
    public abstract class OlsModelParameters
    {
        public extern IReadOnlyList<float> Weights { get; }

        public extern float Bias { get; }

        public extern bool HasStatistics { get; }

        public extern double RSquared { get; }

        public extern double RSquaredAdjusted { get; }

        public extern IReadOnlyList<double> StandardErrors { get; }

        public extern IReadOnlyList<double> TValues { get; }

        public extern IReadOnlyList<double> PValues { get; }
    }

    public abstract class OlsTransformer : DeclaredTransformer
    {
        public extern OlsModelParameters Model { get; }
    }

    public abstract class OlsTrainer : DeclaredEstimator<OlsTransformer>
    {
        public sealed class Options
        {
            public string LabelColumnName;
            public string FeatureColumnName;
            public string ExampleWeightColumnName;
            public float L2Regularization;
            public bool CalculateStatistics;
        }
    }

    public abstract class SymbolicSgdTransformer : DeclaredTransformer;

    public abstract class SymbolicSgdLogisticRegressionBinaryTrainer : DeclaredEstimator<SymbolicSgdTransformer>
    {
        public sealed class Options
        {
            public string LabelColumnName;
            public string FeatureColumnName;
            public int? NumberOfThreads;
            public int NumberOfIterations;
            public float Tolerance;
            public float? LearningRate;
            public float L2Regularization;
            public int? UpdateFrequency;
            public long MemorySize;
            public bool Shuffle;
            public float PositiveInstanceWeight;
        }
    }
}

namespace Microsoft.ML.Transforms
{
    public enum WhiteningKind
    {
        PrincipalComponentAnalysis,
        ZeroPhaseComponentAnalysis,
    }

    public abstract class VectorWhiteningTransformer : DeclaredTransformer;

    public abstract class VectorWhiteningEstimator : DeclaredEstimator<VectorWhiteningTransformer>;
}
