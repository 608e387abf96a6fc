using System.Collections.Generic;
using System.IO;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Trainers;
using ResponsibleAI.References;

namespace Microsoft.ML
{
    /// <summary>
    /// Members that ML.NET had before 1.0 under other names than today. Only names that today's library does not have, so that nothing becomes ambiguous; where only parameters were renamed, the first
    /// is an object, which a text fits less well than today's.
    /// </summary>
    public static class BeforeVersion1
    {
        public static extern IDataView ReadFromTextFile<TInput>(this DataOperationsCatalog catalog, string path, bool hasHeader = false, char separatorChar = '\t', bool allowQuotedStrings = true,
            bool supportSparse = true, bool trimWhitespace = false);

        public static extern IDataView ReadFromTextFile(this DataOperationsCatalog catalog, string path, TextLoader.Column[] columns, bool hasHeader = false, char separatorChar = '\t');

        public static extern IDataView ReadFromTextFile(this DataOperationsCatalog catalog, TextLoader.Column[] columns, string path, bool hasHeader = false, char separatorChar = '\t');

        public static extern IDataView ReadFromBinary(this DataOperationsCatalog catalog, string path);

        public static extern IDataView ReadFromEnumerable<TRow>(this DataOperationsCatalog catalog, IEnumerable<TRow> data, SchemaDefinition schemaDefinition = null)
            where TRow : class;

        public static extern IDataView CreateDataView<TRow>(this MLContext catalog, IEnumerable<TRow> data)
            where TRow : class;

        public static extern IDataView CreateStreamingDataView<TRow>(this MLContext catalog, IEnumerable<TRow> data)
            where TRow : class;

        public static extern TextLoader CreateTextReader<TInput>(this DataOperationsCatalog catalog, bool hasHeader = false, char separatorChar = '\t', bool allowQuotedStrings = true,
            bool supportSparse = true, bool trimWhitespace = false);

        public static extern TextLoader CreateTextReader(this DataOperationsCatalog catalog, TextLoader.Column[] columns, bool hasHeader = false, char separatorChar = '\t', bool allowQuotedStrings = true,
            bool supportSparse = true, bool trimWhitespace = false);

        public static extern IDataView Read(this TextLoader loader, params string[] path);

        public static extern IDataView Read(this TextLoader loader, IMultiStreamSource source);

        public static extern (IDataView TrainSet, IDataView TestSet) TrainTestSplit(this TrainCatalogBase catalog, IDataView data, double testFraction = 0.1, string samplingKeyColumn = null, uint? seed = null);

        public static extern OldTransform CopyColumns(this TransformsCatalog catalog, params (string outputColumnName, string inputColumnName)[] columns);

        public static extern OldTransform Normalize(this TransformsCatalog catalog, string outputColumnName, string inputColumnName = null);

        public static extern OldTransform Normalize(this TransformsCatalog catalog, string outputColumnName, string inputColumnName, Transforms.Normalizers.NormalizingEstimator.NormalizerMode mode);

        public static extern OldTransform Normalize(this TransformsCatalog catalog, string outputColumnName, Transforms.Normalizers.NormalizingEstimator.NormalizerMode mode);

        public static extern OldTrainer StochasticDualCoordinateAscent(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, string labelColumn = "Label", string featureColumn = "Features",
            string weights = null);

        public static extern OldTrainer StochasticDualCoordinateAscent(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, string labelColumn = "Label",
            string featureColumn = "Features", string weights = null);

        public static extern OldTrainer StochasticDualCoordinateAscent(this RegressionCatalog.RegressionTrainers catalog, string labelColumn = "Label", string featureColumn = "Features",
            string weights = null);

        public static extern OldTrainer LogisticRegression(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, string labelColumn = "Label", string featureColumn = "Features",
            string weights = null);

        public static extern OldTrainer LogisticRegression(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, string labelColumn = "Label", string featureColumn = "Features",
            string weights = null);

        public static extern OldTrainer PoissonRegression(this RegressionCatalog.RegressionTrainers catalog, string labelColumn = "Label", string featureColumn = "Features", string weights = null);

        public static extern OldTrainer StochasticGradientDescent(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, string labelColumn = "Label", string featureColumn = "Features",
            string weights = null);

        public static extern OldTrainer FastTree(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, int numLeaves, int numTrees = 100, int minDatapointsInLeaves = 10, double learningRate = 0.2,
            string labelColumn = "Label", string featureColumn = "Features", string weights = null);

        public static extern OldTrainer FastTree(this RegressionCatalog.RegressionTrainers catalog, int numLeaves, int numTrees = 100, int minDatapointsInLeaves = 10, double learningRate = 0.2,
            string labelColumn = "Label", string featureColumn = "Features", string weights = null);

        public static extern OldTrainer FastTree(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, object labelColumn, string featureColumn = "Features", string weights = null, int numLeaves = 20, int numTrees = 100, int minDatapointsInLeaves = 10, double learningRate = 0.2);

        public static extern OldTrainer FastTree(this RegressionCatalog.RegressionTrainers catalog, object labelColumn, string featureColumn = "Features", string weights = null, int numLeaves = 20, int numTrees = 100, int minDatapointsInLeaves = 10, double learningRate = 0.2);

        public static extern OldTrainer FastForest(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, object labelColumn, string featureColumn = "Features", string weights = null, int numLeaves = 20, int numTrees = 100, int minDatapointsInLeaves = 10);

        public static extern OldTrainer FastForest(this RegressionCatalog.RegressionTrainers catalog, object labelColumn, string featureColumn = "Features", string weights = null, int numLeaves = 20, int numTrees = 100, int minDatapointsInLeaves = 10);

        public static extern OldTrainer FastTreeTweedie(this RegressionCatalog.RegressionTrainers catalog, object labelColumn, string featureColumn = "Features", string weights = null, int numLeaves = 20, int numTrees = 100, int minDatapointsInLeaves = 10, double learningRate = 0.2);

        public static extern OldTrainer LightGbm(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, object labelColumn, string featureColumn = "Features", string weights = null, int? numLeaves = null, int? minDataPerLeaf = null, double? learningRate = null, int numBoostRound = 100);

        public static extern OldTrainer LightGbm(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, object labelColumn, string featureColumn = "Features", string weights = null, int? numLeaves = null, int? minDataPerLeaf = null, double? learningRate = null, int numBoostRound = 100);

        public static extern OldTrainer LightGbm(this RegressionCatalog.RegressionTrainers catalog, object labelColumn, string featureColumn = "Features", string weights = null, int? numLeaves = null, int? minDataPerLeaf = null, double? learningRate = null, int numBoostRound = 100);

        public static extern OldTrainer AveragedPerceptron(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, object labelColumn, string featureColumn = "Features", string weights = null, int numIterations = 1);

        public static extern OldTrainer OnlineGradientDescent(this RegressionCatalog.RegressionTrainers catalog, object labelColumn, string featureColumn = "Features", string weights = null, int numIterations = 1);

        public static extern OldTrainer OrdinaryLeastSquares(this RegressionCatalog.RegressionTrainers catalog, string labelColumn = "Label", string featureColumn = "Features", string weights = null);

        public static extern OldTrainer GeneralizedAdditiveModels(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, string labelColumn = "Label", string featureColumn = "Features",
            string weights = null);

        public static extern OldTrainer GeneralizedAdditiveModels(this RegressionCatalog.RegressionTrainers catalog, string labelColumn = "Label", string featureColumn = "Features", string weights = null);

        public static extern OldTrainer LinearSupportVectorMachines(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, string labelColumn = "Label", string featureColumn = "Features",
            string weights = null);

        public static extern OldTrainer MultiClassNaiveBayesTrainer(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, string labelColumn = "Label", string featureColumn = "Features");

        public static extern OldTrainer KMeans(this ClusteringCatalog.ClusteringTrainers catalog, string features, int clustersCount);

        public static extern OldTrainer KMeans(this ClusteringCatalog.ClusteringTrainers catalog, object featureColumn, int clustersCount, string weights = null);

        public static extern PredictionEngine<TSrc, TDst> CreatePredictionEngine<TSrc, TDst>(this ITransformer transformer, IHostEnvironment env)
            where TSrc : class
            where TDst : class, new();

        public static extern PredictionEngine<TSrc, TDst> MakePredictionFunction<TSrc, TDst>(this ITransformer transformer, IHostEnvironment env)
            where TSrc : class
            where TDst : class, new();

        public static extern void Save(this ModelOperationsCatalog catalog, ITransformer model, Stream stream);

        public static extern void SaveTo(this ITransformer transformer, IHostEnvironment env, Stream stream);
    }
}

namespace Microsoft.ML.Transforms.Normalizers
{
    public sealed class NormalizingEstimator
    {
        public enum NormalizerMode
        {
            MinMax,
            MeanVariance,
            LogMeanVariance,
            Binning,
            SupervisedBinning,
        }
    }
}

namespace Microsoft.ML.Data
{
    public static class DefaultColumnNames
    {
        public const string Features = "Features";
        public const string Label = "Label";
        public const string PredictedLabel = "PredictedLabel";
        public const string Score = "Score";
    }
}

namespace ResponsibleAI.References
{
    public abstract class OldTransformer : DeclaredTransformer;

    public abstract class OldTrainer : DeclaredEstimator<OldTransformer>;

    public abstract class OldTransform : DeclaredEstimator<OldTransformer>;
}
