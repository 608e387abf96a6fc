using System.Collections.Generic;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.Recommender;
using ResponsibleAI.References;

namespace Microsoft.ML
{
    public static class RecommenderCatalog
    {
        public static extern RecommendationCatalog Recommendation(this MLContext ctx);
    }

    public abstract class RecommendationCatalog
    {
        public extern RecommendationTrainers Trainers { get; }

        public extern RegressionMetrics Evaluate(IDataView data, string labelColumnName = "Label", string scoreColumnName = "Score");

        public extern IReadOnlyList<TrainCatalogBase.CrossValidationResult<RegressionMetrics>> CrossValidate(
            IDataView data, IEstimator<ITransformer> estimator, int numberOfFolds = 5, string labelColumnName = "Label", string samplingKeyColumnName = null, int? seed = null);

        public abstract class RecommendationTrainers
        {
            public extern MatrixFactorizationTrainer MatrixFactorization(string labelColumnName, string matrixColumnIndexColumnName, string matrixRowIndexColumnName,
                int approximationRank = 8, double learningRate = 0.1, int numberOfIterations = 20);

            public extern MatrixFactorizationTrainer MatrixFactorization(MatrixFactorizationTrainer.Options options);
        }
    }
}

namespace Microsoft.ML.Trainers
{
    public abstract class MatrixFactorizationTrainer : DeclaredEstimator<MatrixFactorizationPredictionTransformer>
    {
        public extern MatrixFactorizationPredictionTransformer Fit(IDataView trainData, IDataView validationData);

        public enum LossFunctionType
        {
            SquareLossRegression = 0,
            SquareLossOneClass = 12,
        }

        public sealed class Options
        {
            public string MatrixColumnIndexColumnName;
            public string MatrixRowIndexColumnName;
            public string LabelColumnName;
            public LossFunctionType LossFunction;
            public double Lambda;
            public int ApproximationRank;
            public int NumberOfIterations;
            public double LearningRate;
            public double Alpha;
            public double C;
            public int? NumberOfThreads;
            public bool Quiet;
            public bool NonNegative;
        }
    }
}

namespace Microsoft.ML.Trainers.Recommender
{
    public abstract class MatrixFactorizationModelParameters
    {
        public extern IReadOnlyList<float> LeftFactorMatrix { get; }

        public extern IReadOnlyList<float> RightFactorMatrix { get; }
    }

    public abstract class MatrixFactorizationPredictionTransformer : DeclaredTransformer
    {
        public extern MatrixFactorizationModelParameters Model { get; }
    }
}
