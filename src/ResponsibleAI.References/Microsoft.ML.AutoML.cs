using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.ML.Data;
using Microsoft.ML.SearchSpace;

namespace Microsoft.ML.AutoML
{
    public static class MLContextExtension
    {
        public static extern AutoCatalog Auto(this MLContext mlContext);
    }

    public abstract class AutoCatalog
    {
        public extern RegressionExperiment CreateRegressionExperiment(uint maxExperimentTimeInSeconds);

        public extern RegressionExperiment CreateRegressionExperiment(RegressionExperimentSettings experimentSettings);

        public extern BinaryClassificationExperiment CreateBinaryClassificationExperiment(uint maxExperimentTimeInSeconds);

        public extern BinaryClassificationExperiment CreateBinaryClassificationExperiment(BinaryExperimentSettings experimentSettings);

        public extern MulticlassClassificationExperiment CreateMulticlassClassificationExperiment(uint maxExperimentTimeInSeconds);

        public extern MulticlassClassificationExperiment CreateMulticlassClassificationExperiment(MulticlassExperimentSettings experimentSettings);

        public extern RecommendationExperiment CreateRecommendationExperiment(uint maxExperimentTimeInSeconds);

        public extern RecommendationExperiment CreateRecommendationExperiment(RecommendationExperimentSettings experimentSettings);

        public extern RankingExperiment CreateRankingExperiment(uint maxExperimentTimeInSeconds);

        public extern RankingExperiment CreateRankingExperiment(RankingExperimentSettings experimentSettings);

        public extern ColumnInferenceResults InferColumns(string path, string labelColumnName = "Label", char? separatorChar = null, bool? allowQuoting = null, bool? allowSparse = null,
            bool trimWhitespace = false, bool groupColumns = true);

        public extern ColumnInferenceResults InferColumns(string path, ColumnInformation columnInformation, char? separatorChar = null, bool? allowQuoting = null, bool? allowSparse = null,
            bool trimWhitespace = false, bool groupColumns = true);

        public extern ColumnInferenceResults InferColumns(string path, uint labelColumnIndex, bool hasHeader = false, char? separatorChar = null, bool? allowQuoting = null, bool? allowSparse = null,
            bool trimWhitespace = false, bool groupColumns = true);

        public extern AutoMLExperiment CreateExperiment(AutoMLExperiment.AutoMLExperimentSettings settings = null);

        public extern SweepableEstimator CreateSweepableEstimator<T>(Func<MLContext, T, IEstimator<ITransformer>> factory, SearchSpace<T> ss = null)
            where T : class, new();

        public extern SweepablePipeline BinaryClassification(string labelColumnName = "Label", string featureColumnName = "Features", string exampleWeightColumnName = null, bool useFastForest = true,
            bool useLgbm = true, bool useFastTree = true, bool useLbfgsLogisticRegression = true, bool useSdcaLogisticRegression = true, CodeGen.FastTreeOption fastTreeOption = null,
            CodeGen.LgbmOption lgbmOption = null, CodeGen.FastForestOption fastForestOption = null, CodeGen.LbfgsOption lbfgsLogisticRegressionOption = null,
            CodeGen.SdcaOption sdcaLogisticRegressionOption = null, SearchSpace<CodeGen.FastTreeOption> fastTreeSearchSpace = null, SearchSpace<CodeGen.LgbmOption> lgbmSearchSpace = null,
            SearchSpace<CodeGen.FastForestOption> fastForestSearchSpace = null, SearchSpace<CodeGen.LbfgsOption> lbfgsLogisticRegressionSearchSpace = null,
            SearchSpace<CodeGen.SdcaOption> sdcaLogisticRegressionSearchSpace = null);

        public extern SweepablePipeline MultiClassification(string labelColumnName = "Label", string featureColumnName = "Features", string exampleWeightColumnName = null, bool useFastForest = true,
            bool useLgbm = true, bool useFastTree = true, bool useLbfgsMaximumEntrophy = true, bool useLbfgsLogisticRegression = true, bool useSdcaMaximumEntrophy = true,
            bool useSdcaLogisticRegression = true, CodeGen.FastTreeOption fastTreeOption = null, CodeGen.LgbmOption lgbmOption = null, CodeGen.FastForestOption fastForestOption = null,
            CodeGen.LbfgsOption lbfgsMaximumEntrophyOption = null, CodeGen.LbfgsOption lbfgsLogisticRegressionOption = null, CodeGen.SdcaOption sdcaMaximumEntrophyOption = null,
            CodeGen.SdcaOption sdcaLogisticRegressionOption = null, SearchSpace<CodeGen.FastTreeOption> fastTreeSearchSpace = null, SearchSpace<CodeGen.LgbmOption> lgbmSearchSpace = null,
            SearchSpace<CodeGen.FastForestOption> fastForestSearchSpace = null, SearchSpace<CodeGen.LbfgsOption> lbfgsMaximumEntrophySearchSpace = null,
            SearchSpace<CodeGen.LbfgsOption> lbfgsLogisticRegressionSearchSpace = null, SearchSpace<CodeGen.SdcaOption> sdcaMaximumEntorphySearchSpace = null,
            SearchSpace<CodeGen.SdcaOption> sdcaLogisticRegressionSearchSpace = null);

        public extern SweepablePipeline Regression(string labelColumnName = "Label", string featureColumnName = "Features", string exampleWeightColumnName = null, bool useFastForest = true,
            bool useLgbm = true, bool useFastTree = true, bool useLbfgsPoissonRegression = true, bool useSdca = true, CodeGen.FastTreeOption fastTreeOption = null, CodeGen.LgbmOption lgbmOption = null,
            CodeGen.FastForestOption fastForestOption = null, CodeGen.LbfgsOption lbfgsPoissonRegressionOption = null, CodeGen.SdcaOption sdcaOption = null,
            SearchSpace<CodeGen.FastTreeOption> fastTreeSearchSpace = null, SearchSpace<CodeGen.LgbmOption> lgbmSearchSpace = null, SearchSpace<CodeGen.FastForestOption> fastForestSearchSpace = null,
            SearchSpace<CodeGen.LbfgsOption> lbfgsPoissonRegressionSearchSpace = null, SearchSpace<CodeGen.SdcaOption> sdcaSearchSpace = null);

        public extern SweepablePipeline Featurizer(IDataView data, string outputColumnName = "Features", string[] catelogicalColumns = null, string[] numericColumns = null, string[] textColumns = null,
            string[] imagePathColumns = null, string[] excludeColumns = null);

        public extern SweepablePipeline Featurizer(IDataView data, ColumnInformation columnInformation, string outputColumnName = "Features");
    }

    public abstract class ColumnInferenceResults
    {
        public extern TextLoader.Options TextLoaderOptions { get; }

        public extern ColumnInformation ColumnInformation { get; }
    }

    public sealed class ColumnInformation
    {
        public string LabelColumnName { get; set; }

        public string UserIdColumnName { get; set; }

        public string GroupIdColumnName { get; set; }

        public string ItemIdColumnName { get; set; }

        public string ExampleWeightColumnName { get; set; }

        public string SamplingKeyColumnName { get; set; }

        public extern ICollection<string> CategoricalColumnNames { get; }

        public extern ICollection<string> NumericColumnNames { get; }

        public extern ICollection<string> TextColumnNames { get; }

        public extern ICollection<string> IgnoredColumnNames { get; }

        public extern ICollection<string> ImagePathColumnNames { get; }
    }

    public enum CacheBeforeTrainer
    {
        Auto,
        On,
        Off,
    }

    public abstract class ExperimentSettings
    {
        public int MaxModels;

        public uint MaxExperimentTimeInSeconds { get; set; }

        public CancellationToken CancellationToken { get; set; }

        public string CacheDirectoryName { get; set; }

        public CacheBeforeTrainer CacheBeforeTrainer { get; set; }

        public double? MaximumMemoryUsageInMegaByte { get; set; }
    }

    public abstract class ExperimentBase<TMetrics, TExperimentSettings>
        where TMetrics : class
        where TExperimentSettings : ExperimentSettings
    {
        public extern ExperimentResult<TMetrics> Execute(IDataView trainData, string labelColumnName = "Label", string samplingKeyColumn = null, IEstimator<ITransformer> preFeaturizer = null,
            IProgress<RunDetail<TMetrics>> progressHandler = null);

        public extern ExperimentResult<TMetrics> Execute(IDataView trainData, ColumnInformation columnInformation, IEstimator<ITransformer> preFeaturizer = null,
            IProgress<RunDetail<TMetrics>> progressHandler = null);

        public extern ExperimentResult<TMetrics> Execute(IDataView trainData, IDataView validationData, string labelColumnName = "Label", IEstimator<ITransformer> preFeaturizer = null,
            IProgress<RunDetail<TMetrics>> progressHandler = null);

        public extern ExperimentResult<TMetrics> Execute(IDataView trainData, IDataView validationData, ColumnInformation columnInformation, IEstimator<ITransformer> preFeaturizer = null,
            IProgress<RunDetail<TMetrics>> progressHandler = null);

        public extern CrossValidationExperimentResult<TMetrics> Execute(IDataView trainData, uint numberOfCVFolds, ColumnInformation columnInformation = null,
            IEstimator<ITransformer> preFeaturizer = null, IProgress<CrossValidationRunDetail<TMetrics>> progressHandler = null);

        public extern CrossValidationExperimentResult<TMetrics> Execute(IDataView trainData, uint numberOfCVFolds, string labelColumnName = "Label", string samplingKeyColumn = null,
            IEstimator<ITransformer> preFeaturizer = null, IProgress<CrossValidationRunDetail<TMetrics>> progressHandler = null);
    }

    public class ExperimentResult<TMetrics>
    {
        public readonly IEnumerable<RunDetail<TMetrics>> RunDetails;
        public readonly RunDetail<TMetrics> BestRun;
    }

    public class CrossValidationExperimentResult<TMetrics>
    {
        public readonly IEnumerable<CrossValidationRunDetail<TMetrics>> RunDetails;
        public readonly CrossValidationRunDetail<TMetrics> BestRun;
    }

    public abstract class RunDetail
    {
        public extern string TrainerName { get; }

        public extern double RuntimeInSeconds { get; }

        public extern IEstimator<ITransformer> Estimator { get; }
    }

    public abstract class RunDetail<TMetrics> : RunDetail
    {
        public extern TMetrics ValidationMetrics { get; }

        public extern ITransformer Model { get; }

        public extern Exception Exception { get; }
    }

    public abstract class CrossValidationRunDetail<TMetrics> : RunDetail
    {
        public extern IEnumerable<TrainResult<TMetrics>> Results { get; }
    }

    public abstract class TrainResult<TMetrics>
    {
        public extern TMetrics ValidationMetrics { get; }

        public extern ITransformer Model { get; }

        public extern Exception Exception { get; }
    }

    public enum BinaryClassificationMetric
    {
        Accuracy,
        AreaUnderRocCurve,
        AreaUnderPrecisionRecallCurve,
        F1Score,
        PositivePrecision,
        PositiveRecall,
        NegativePrecision,
        NegativeRecall,
    }

    public enum BinaryClassificationTrainer
    {
        AveragedPerceptron,
        FastForest,
        FastTree,
        LightGbm,
        LinearSvm,
        LbfgsLogisticRegression,
        SdcaLogisticRegression,
        SgdCalibrated,
        SymbolicSgdLogisticRegression,
    }

    public sealed class BinaryExperimentSettings : ExperimentSettings
    {
        public BinaryClassificationMetric OptimizingMetric { get; set; }

        public extern ICollection<BinaryClassificationTrainer> Trainers { get; }

        public bool UseAutoZeroTuner { get; set; }
    }

    public abstract class BinaryClassificationExperiment : ExperimentBase<BinaryClassificationMetrics, BinaryExperimentSettings>;

    public static class BinaryExperimentResultExtensions
    {
        public static extern RunDetail<BinaryClassificationMetrics> Best(this IEnumerable<RunDetail<BinaryClassificationMetrics>> results, BinaryClassificationMetric metric = BinaryClassificationMetric.Accuracy);

        public static extern CrossValidationRunDetail<BinaryClassificationMetrics> Best(this IEnumerable<CrossValidationRunDetail<BinaryClassificationMetrics>> results,
            BinaryClassificationMetric metric = BinaryClassificationMetric.Accuracy);
    }

    public enum MulticlassClassificationMetric
    {
        MicroAccuracy,
        MacroAccuracy,
        LogLoss,
        LogLossReduction,
        TopKAccuracy,
    }

    public enum MulticlassClassificationTrainer
    {
        AveragedPerceptronOva,
        FastForestOva,
        FastTreeOva,
        LightGbm,
        LinearSupportVectorMachinesOva,
        LbfgsMaximumEntropy,
        LbfgsLogisticRegressionOva,
        SdcaMaximumEntropy,
        SgdCalibratedOva,
        SymbolicSgdLogisticRegressionOva,
    }

    public sealed class MulticlassExperimentSettings : ExperimentSettings
    {
        public MulticlassClassificationMetric OptimizingMetric { get; set; }

        public extern ICollection<MulticlassClassificationTrainer> Trainers { get; }
    }

    public abstract class MulticlassClassificationExperiment : ExperimentBase<MulticlassClassificationMetrics, MulticlassExperimentSettings>;

    public static class MulticlassExperimentResultExtensions
    {
        public static extern RunDetail<MulticlassClassificationMetrics> Best(this IEnumerable<RunDetail<MulticlassClassificationMetrics>> results,
            MulticlassClassificationMetric metric = MulticlassClassificationMetric.MicroAccuracy);

        public static extern CrossValidationRunDetail<MulticlassClassificationMetrics> Best(this IEnumerable<CrossValidationRunDetail<MulticlassClassificationMetrics>> results,
            MulticlassClassificationMetric metric = MulticlassClassificationMetric.MicroAccuracy);
    }

    public enum RegressionMetric
    {
        MeanAbsoluteError,
        MeanSquaredError,
        RootMeanSquaredError,
        RSquared,
    }

    public enum RegressionTrainer
    {
        FastForest,
        FastTree,
        FastTreeTweedie,
        LightGbm,
        OnlineGradientDescent,
        Ols,
        LbfgsPoissonRegression,
        StochasticDualCoordinateAscent,
    }

    public sealed class RegressionExperimentSettings : ExperimentSettings
    {
        public RegressionMetric OptimizingMetric { get; set; }

        public extern ICollection<RegressionTrainer> Trainers { get; }
    }

    public abstract class RegressionExperiment : ExperimentBase<RegressionMetrics, RegressionExperimentSettings>;

    public static class RegressionExperimentResultExtensions
    {
        public static extern RunDetail<RegressionMetrics> Best(this IEnumerable<RunDetail<RegressionMetrics>> results, RegressionMetric metric = RegressionMetric.RSquared);

        public static extern CrossValidationRunDetail<RegressionMetrics> Best(this IEnumerable<CrossValidationRunDetail<RegressionMetrics>> results, RegressionMetric metric = RegressionMetric.RSquared);
    }

    public enum RecommendationTrainer
    {
        MatrixFactorization,
    }

    public sealed class RecommendationExperimentSettings : ExperimentSettings
    {
        public RegressionMetric OptimizingMetric { get; set; }

        public extern ICollection<RecommendationTrainer> Trainers { get; }
    }

    public abstract class RecommendationExperiment : ExperimentBase<RegressionMetrics, RecommendationExperimentSettings>;

    public enum RankingMetric
    {
        Ndcg,
        Dcg,
    }

    public enum RankingTrainer
    {
        LightGbmRanking,
        FastTreeRanking,
    }

    public sealed class RankingExperimentSettings : ExperimentSettings
    {
        public RankingMetric OptimizingMetric { get; set; }

        public extern ICollection<RankingTrainer> Trainers { get; }

        public uint OptimizationMetricTruncationLevel { get; set; }
    }

    public abstract class RankingExperiment : ExperimentBase<RankingMetrics, RankingExperimentSettings>;

    public static class RankingExperimentResultExtensions
    {
        public static extern RunDetail<RankingMetrics> Best(this IEnumerable<RunDetail<RankingMetrics>> results, RankingMetric metric = RankingMetric.Ndcg, uint optimizationMetricTruncationLevel = 10);

        public static extern CrossValidationRunDetail<RankingMetrics> Best(this IEnumerable<CrossValidationRunDetail<RankingMetrics>> results, RankingMetric metric = RankingMetric.Ndcg,
            uint optimizationMetricTruncationLevel = 10);
    }

    public interface ISweepable
    {
        SearchSpace.SearchSpace SearchSpace { get; }
    }

    public interface ISweepable<out T> : ISweepable
        where T : IEstimator<ITransformer>
    {
        T BuildFromOption(MLContext context, Parameter parameter);
    }

    public class SweepableEstimator : ISweepable<IEstimator<ITransformer>>
    {
        public extern SweepableEstimator(Func<MLContext, Parameter, IEstimator<ITransformer>> factory, SearchSpace.SearchSpace ss);

        public SearchSpace.SearchSpace SearchSpace { get; set; }

        public extern IEstimator<ITransformer> BuildFromOption(MLContext context, Parameter parameter);
    }

    public class SweepablePipeline : ISweepable<EstimatorChain<ITransformer>>
    {
        public extern SearchSpace.SearchSpace SearchSpace { get; }

        public extern Parameter CurrentParameter { get; }

        public extern Dictionary<string, SweepableEstimator> Estimators { get; }

        public extern EstimatorChain<ITransformer> BuildFromOption(MLContext context, Parameter parameter);

        public extern SweepablePipeline BuildSweepableEstimatorPipeline(string schema);

        public extern SweepablePipeline Append(params ISweepable<IEstimator<ITransformer>>[] sweepables);

        public extern string ToString(Parameter parameter);
    }

    public static class SweepableExtension
    {
        public static extern SweepablePipeline Append(this IEstimator<ITransformer> estimator, SweepableEstimator estimator1);

        public static extern SweepablePipeline Append(this IEstimator<ITransformer> estimator, SweepablePipeline pipeline);

        public static extern SweepablePipeline Append(this IEstimator<ITransformer> estimator, params SweepableEstimator[] estimators);

        public static extern SweepablePipeline Append(this SweepablePipeline pipeline, IEstimator<ITransformer> estimator);

        public static extern SweepablePipeline Append(this SweepableEstimator estimator, SweepablePipeline estimator1);

        public static extern SweepablePipeline Append(this SweepableEstimator estimator, IEstimator<ITransformer> estimator1);

        public static extern SweepablePipeline Append(this SweepableEstimator estimator, params SweepableEstimator[] estimators);
    }

    public class AutoMLExperiment
    {
        public extern AutoMLExperiment(MLContext context, AutoMLExperimentSettings settings);

        public extern AutoMLExperiment SetTrainingTimeInSeconds(uint trainingTimeInSeconds);

        public extern AutoMLExperiment SetMaxModelToExplore(int maxModel);

        public extern AutoMLExperiment SetMaximumMemoryUsageInMegaByte(double value = double.MaxValue);

        public extern AutoMLExperiment AddSearchSpace(string key, SearchSpace.SearchSpace searchSpace);

        public extern AutoMLExperiment SetMonitor<TMonitor>(TMonitor monitor)
            where TMonitor : class, IMonitor;

        public extern AutoMLExperiment SetMonitor<TMonitor>()
            where TMonitor : class, IMonitor;

        public extern AutoMLExperiment SetMonitor<TMonitor>(Func<IServiceProvider, TMonitor> factory)
            where TMonitor : class, IMonitor;

        public extern AutoMLExperiment SetTrialRunner<TTrialRunner>(TTrialRunner runner)
            where TTrialRunner : class, ITrialRunner;

        public extern AutoMLExperiment SetTrialRunner<TTrialRunner>(Func<IServiceProvider, TTrialRunner> factory)
            where TTrialRunner : class, ITrialRunner;

        public extern AutoMLExperiment SetTrialRunner<TTrialRunner>()
            where TTrialRunner : class, ITrialRunner;

        public extern AutoMLExperiment SetTuner<TTuner>(TTuner proposer)
            where TTuner : class, ITuner;

        public extern AutoMLExperiment SetTuner<TTuner>(Func<IServiceProvider, TTuner> factory)
            where TTuner : class, ITuner;

        public extern AutoMLExperiment SetTuner<TTuner>()
            where TTuner : class, ITuner;

        public extern TrialResult Run();

        public extern Task<TrialResult> RunAsync(CancellationToken ct = default);

        public class AutoMLExperimentSettings : ExperimentSettings
        {
            public int? Seed { get; set; }

            public SearchSpace.SearchSpace SearchSpace { get; set; }
        }
    }

    public static class AutoMLExperimentExtension
    {
        public static extern AutoMLExperiment SetDataset(this AutoMLExperiment experiment, IDataView train, IDataView validation, bool subSamplingTrainDataset = false);

        public static extern AutoMLExperiment SetDataset(this AutoMLExperiment experiment, DataOperationsCatalog.TrainTestData trainValidationSplit);

        public static extern AutoMLExperiment SetDataset(this AutoMLExperiment experiment, IDataView dataset, int fold = 10, string samplingKeyColumnName = null);

        public static extern AutoMLExperiment SetBinaryClassificationMetric(this AutoMLExperiment experiment, BinaryClassificationMetric metric, string labelColumn = "label",
            string predictedColumn = "PredictedLabel");

        public static extern AutoMLExperiment SetMulticlassClassificationMetric(this AutoMLExperiment experiment, MulticlassClassificationMetric metric, string labelColumn = "label",
            string predictedColumn = "PredictedLabel");

        public static extern AutoMLExperiment SetRegressionMetric(this AutoMLExperiment experiment, RegressionMetric metric, string labelColumn = "Label", string scoreColumn = "Score");

        public static extern AutoMLExperiment SetPipeline(this AutoMLExperiment experiment, SweepablePipeline pipeline);

        public static extern AutoMLExperiment SetPerformanceMonitor(this AutoMLExperiment experiment, int checkIntervalInMilliseconds = 1000);

        public static extern AutoMLExperiment SetSmacTuner(this AutoMLExperiment experiment, int numberInitialPopulation = 20, int fitModelEveryNTrials = 10, int numberOfTrees = 10,
            int nMinForSpit = 2, float splitRatio = 0.8f, int localSearchParentCount = 5, int numRandomEISearchConfigurations = 5000, double epsilon = 1e-5, int numNeighboursForNumericalParams = 4);

        public static extern AutoMLExperiment SetCostFrugalTuner(this AutoMLExperiment experiment);

        public static extern AutoMLExperiment SetEciCostFrugalTuner(this AutoMLExperiment experiment);

        public static extern AutoMLExperiment SetRandomSearchTuner(this AutoMLExperiment experiment, int? seed = null);

        public static extern AutoMLExperiment SetGridSearchTuner(this AutoMLExperiment experiment, int step = 10);

        public static extern AutoMLExperiment SetCheckpoint(this AutoMLExperiment experiment, string folder);
    }

    public class TrialSettings
    {
        public int TrialId { get; set; }

        public DateTime StartedAtUtc { get; set; }

        public DateTime? EndedAtUtc { get; set; }

        public Parameter Parameter { get; set; }

        public CancellationTokenSource CancellationTokenSource { get; set; }

        public TrialPerformanceMetrics PerformanceMetrics { get; set; }
    }

    public class TrialPerformanceMetrics
    {
        public double? PeakCpuUsage { get; set; }

        public double? PeakMemoryUsage { get; set; }
    }

    public class TrialResult
    {
        public TrialSettings TrialSettings { get; set; }

        public ITransformer Model { get; set; }

        public double Loss { get; set; }

        public double Metric { get; set; }

        public double DurationInMilliseconds { get; set; }

        public double? PeakCpu { get; set; }

        public double? PeakMemoryInMegaByte { get; set; }
    }

    public interface ITrialRunner : IDisposable
    {
        Task<TrialResult> RunAsync(TrialSettings settings, CancellationToken ct);
    }

    public interface IMonitor
    {
        void ReportCompletedTrial(TrialResult result);

        void ReportBestTrial(TrialResult result);

        void ReportFailTrial(TrialSettings settings, Exception exception = null);

        void ReportRunningTrial(TrialSettings setting);
    }

    public interface ITuner
    {
        Parameter Propose(TrialSettings settings);

        void Update(TrialResult result);
    }
}

namespace Microsoft.ML.AutoML.CodeGen
{
    public class FastTreeOption
    {
        public int NumberOfLeaves { get; set; }

        public int MinimumExampleCountPerLeaf { get; set; }

        public int NumberOfTrees { get; set; }

        public int MaximumBinCountPerFeature { get; set; }

        public double FeatureFraction { get; set; }

        public double LearningRate { get; set; }

        public string LabelColumnName { get; set; }

        public string FeatureColumnName { get; set; }

        public string ExampleWeightColumnName { get; set; }

        public bool DiskTranspose { get; set; }
    }

    public class FastForestOption
    {
        public int NumberOfTrees { get; set; }

        public int NumberOfLeaves { get; set; }

        public double FeatureFraction { get; set; }

        public string LabelColumnName { get; set; }

        public string FeatureColumnName { get; set; }

        public string ExampleWeightColumnName { get; set; }
    }

    public class LgbmOption
    {
        public int NumberOfLeaves { get; set; }

        public int MinimumExampleCountPerLeaf { get; set; }

        public double LearningRate { get; set; }

        public int NumberOfTrees { get; set; }

        public double SubsampleFraction { get; set; }

        public int MaximumBinCountPerFeature { get; set; }

        public double FeatureFraction { get; set; }

        public double L1Regularization { get; set; }

        public double L2Regularization { get; set; }

        public string LabelColumnName { get; set; }

        public string FeatureColumnName { get; set; }

        public string ExampleWeightColumnName { get; set; }
    }

    public class LbfgsOption
    {
        public float L1Regularization { get; set; }

        public float L2Regularization { get; set; }

        public string LabelColumnName { get; set; }

        public string FeatureColumnName { get; set; }

        public string ExampleWeightColumnName { get; set; }
    }

    public class SdcaOption
    {
        public float L1Regularization { get; set; }

        public float? L2Regularization { get; set; }

        public string LabelColumnName { get; set; }

        public string FeatureColumnName { get; set; }

        public string ExampleWeightColumnName { get; set; }
    }
}
