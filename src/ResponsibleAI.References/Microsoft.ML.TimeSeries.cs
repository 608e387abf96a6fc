using System;
using System.Collections.Generic;
using System.IO;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.TimeSeries;
using Microsoft.ML.Transforms.TimeSeries;
using ResponsibleAI.References;

namespace Microsoft.ML
{
    public static class TimeSeriesCatalog
    {
        public static extern IidChangePointEstimator DetectIidChangePoint(this TransformsCatalog catalog, string outputColumnName, string inputColumnName, int confidence, int changeHistoryLength,
            MartingaleType martingale = MartingaleType.Power, double eps = 0.1);

        public static extern IidChangePointEstimator DetectIidChangePoint(this TransformsCatalog catalog, string outputColumnName, string inputColumnName, double confidence, int changeHistoryLength,
            MartingaleType martingale = MartingaleType.Power, double eps = 0.1);

        public static extern IidSpikeEstimator DetectIidSpike(this TransformsCatalog catalog, string outputColumnName, string inputColumnName, int confidence, int pvalueHistoryLength,
            AnomalySide side = AnomalySide.TwoSided);

        public static extern IidSpikeEstimator DetectIidSpike(this TransformsCatalog catalog, string outputColumnName, string inputColumnName, double confidence, int pvalueHistoryLength,
            AnomalySide side = AnomalySide.TwoSided);

        public static extern SsaChangePointEstimator DetectChangePointBySsa(this TransformsCatalog catalog, string outputColumnName, string inputColumnName, int confidence, int changeHistoryLength,
            int trainingWindowSize, int seasonalityWindowSize, ErrorFunction errorFunction = ErrorFunction.SignedDifference, MartingaleType martingale = MartingaleType.Power, double eps = 0.1);

        public static extern SsaChangePointEstimator DetectChangePointBySsa(this TransformsCatalog catalog, string outputColumnName, string inputColumnName, double confidence, int changeHistoryLength,
            int trainingWindowSize, int seasonalityWindowSize, ErrorFunction errorFunction = ErrorFunction.SignedDifference, MartingaleType martingale = MartingaleType.Power, double eps = 0.1);

        public static extern SsaSpikeEstimator DetectSpikeBySsa(this TransformsCatalog catalog, string outputColumnName, string inputColumnName, int confidence, int pvalueHistoryLength,
            int trainingWindowSize, int seasonalityWindowSize, AnomalySide side = AnomalySide.TwoSided, ErrorFunction errorFunction = ErrorFunction.SignedDifference);

        public static extern SsaSpikeEstimator DetectSpikeBySsa(this TransformsCatalog catalog, string outputColumnName, string inputColumnName, double confidence, int pvalueHistoryLength,
            int trainingWindowSize, int seasonalityWindowSize, AnomalySide side = AnomalySide.TwoSided, ErrorFunction errorFunction = ErrorFunction.SignedDifference);

        public static extern SrCnnAnomalyEstimator DetectAnomalyBySrCnn(this TransformsCatalog catalog, string outputColumnName, string inputColumnName, int windowSize = 64, int backAddWindowSize = 5,
            int lookaheadWindowSize = 5, int averagingWindowSize = 3, int judgementWindowSize = 21, double threshold = 0.3);

        public static extern IDataView DetectEntireAnomalyBySrCnn(this AnomalyDetectionCatalog catalog, IDataView input, string outputColumnName, string inputColumnName, double threshold = 0.3,
            int batchSize = 1024, double sensitivity = 99, SrCnnDetectMode detectMode = SrCnnDetectMode.AnomalyOnly);

        public static extern IDataView DetectEntireAnomalyBySrCnn(this AnomalyDetectionCatalog catalog, IDataView input, string outputColumnName, string inputColumnName, SrCnnEntireAnomalyDetectorOptions options);

        public static extern RootCause LocalizeRootCause(this AnomalyDetectionCatalog catalog, RootCauseLocalizationInput src, double beta = 0.3, double rootCauseThreshold = 0.95);

        public static extern List<RootCause> LocalizeRootCauses(this AnomalyDetectionCatalog catalog, RootCauseLocalizationInput src, double beta = 0.5, double rootCauseThreshold = 0.95);

        public static extern int DetectSeasonality(this AnomalyDetectionCatalog catalog, IDataView input, string inputColumnName, int seasonalityWindowSize = -1, double randomnessThreshold = 0.95);

        public static extern SsaForecastingEstimator ForecastBySsa(this ForecastingCatalog catalog, string outputColumnName, string inputColumnName, int windowSize, int seriesLength, int trainSize,
            int horizon, bool isAdaptive = false, float discountFactor = 1, RankSelectionMethod rankSelectionMethod = RankSelectionMethod.Exact, int? rank = null, int? maxRank = null,
            bool shouldStabilize = true, bool shouldMaintainInfo = false, GrowthRatio? maxGrowth = null, string confidenceLowerBoundColumn = null, string confidenceUpperBoundColumn = null,
            float confidenceLevel = 0.95f, bool variableHorizon = false);
    }
}

namespace Microsoft.ML.Transforms.TimeSeries
{
    public enum MartingaleType
    {
        None,
        Power,
        Mixture,
    }

    public enum AnomalySide
    {
        Positive,
        Negative,
        TwoSided,
    }

    public enum ErrorFunction
    {
        SignedDifference,
        AbsoluteDifference,
        SignedProportion,
        AbsoluteProportion,
        SquaredDifference,
    }

    public enum RankSelectionMethod
    {
        Fixed,
        Exact,
        Fast,
    }

    public struct GrowthRatio
    {
        public int TimeSpan;
        public double Growth;

        public extern GrowthRatio(int timeSpan, double growth = double.PositiveInfinity);
    }

    public abstract class TimeSeriesTransformer : DeclaredTransformer;

    public abstract class IidChangePointEstimator : DeclaredEstimator<TimeSeriesTransformer>;

    public abstract class IidSpikeEstimator : DeclaredEstimator<TimeSeriesTransformer>;

    public abstract class SsaChangePointEstimator : DeclaredEstimator<TimeSeriesTransformer>;

    public abstract class SsaSpikeEstimator : DeclaredEstimator<TimeSeriesTransformer>;

    public abstract class SrCnnAnomalyEstimator : DeclaredEstimator<TimeSeriesTransformer>;

    public abstract class SsaForecastingTransformer : DeclaredTransformer;

    public abstract class SsaForecastingEstimator : DeclaredEstimator<SsaForecastingTransformer>;

    public abstract class TimeSeriesPredictionEngine<TSrc, TDst> : IDisposable
        where TSrc : class
        where TDst : class, new()
    {
        public extern void CheckPoint(IHostEnvironment env, string modelPath);

        public extern void CheckPoint(IHostEnvironment env, Stream stream);

        public extern TDst Predict(TSrc example);

        public extern TDst Predict(TSrc example, int? horizon = null, float? confidenceLevel = null);

        public extern TDst Predict(int? horizon = null, float? confidenceLevel = null);

        public extern void Predict(TSrc example, ref TDst prediction, int? horizon = null, float? confidenceLevel = null);

        public extern void Dispose();
    }

    // As it was called in the previews of 1.x.
    public abstract class TimeSeriesPredictionFunction<TSrc, TDst>
        where TSrc : class
        where TDst : class, new()
    {
        public extern void CheckPoint(IHostEnvironment env, string modelPath);

        public extern TDst Predict(TSrc example);
    }

    public static class PredictionFunctionExtensions
    {
        public static extern TimeSeriesPredictionFunction<TSrc, TDst> CreateTimeSeriesPredictionFunction<TSrc, TDst>(this ITransformer transformer, IHostEnvironment env, bool ignoreMissingColumns = false,
            SchemaDefinition inputSchemaDefinition = null, SchemaDefinition outputSchemaDefinition = null)
            where TSrc : class
            where TDst : class, new();

        public static extern TimeSeriesPredictionEngine<TSrc, TDst> CreateTimeSeriesEngine<TSrc, TDst>(this ITransformer transformer, IHostEnvironment env, bool ignoreMissingColumns = false,
            SchemaDefinition inputSchemaDefinition = null, SchemaDefinition outputSchemaDefinition = null)
            where TSrc : class
            where TDst : class, new();
    }
}

namespace Microsoft.ML.TimeSeries
{
    public enum SrCnnDetectMode
    {
        AnomalyOnly = 0,
        AnomalyAndExpectedValue = 1,
        AnomalyAndMargin = 2,
    }

    public enum SrCnnDeseasonalityMode
    {
        Mean = 0,
        Median = 1,
        Stl = 2,
    }

    public sealed class SrCnnEntireAnomalyDetectorOptions
    {
        public double Threshold;
        public int BatchSize;
        public double Sensitivity;
        public SrCnnDetectMode DetectMode;
        public int Period;
        public SrCnnDeseasonalityMode DeseasonalityMode;
    }

    public enum AggregateType
    {
        Unknown,
        Sum,
        Avg,
        Min,
        Max,
    }

    public enum AnomalyDirection
    {
        Up,
        Down,
        Same,
    }

    public sealed class RootCause
    {
        public List<RootCauseItem> Items { get; set; }
    }

    public sealed class RootCauseItem
    {
        public double Score;
        public string Path;
        public Dictionary<string, object> Dimension;
        public AnomalyDirection Direction;
    }

    public sealed class RootCauseLocalizationInput
    {
        public extern RootCauseLocalizationInput(DateTime anomalyTimestamp, Dictionary<string, object> anomalyDimension, List<MetricSlice> slices, AggregateType aggregateType, object aggregateSymbol);

        public DateTime AnomalyTimestamp { get; set; }

        public Dictionary<string, object> AnomalyDimension { get; set; }

        public List<MetricSlice> Slices { get; set; }
    }

    public sealed class MetricSlice
    {
        public extern MetricSlice(DateTime timeStamp, List<TimeSeriesPoint> points);

        public DateTime TimeStamp { get; set; }

        public List<TimeSeriesPoint> Points { get; set; }
    }

    public sealed class TimeSeriesPoint
    {
        public extern TimeSeriesPoint(Dictionary<string, object> dimension);

        public extern TimeSeriesPoint(double value, double expectedValue, bool isAnomaly, Dictionary<string, object> dimension);

        public double Value { get; set; }

        public double ExpectedValue { get; set; }

        public bool IsAnomaly { get; set; }

        public Dictionary<string, object> Dimension { get; set; }
    }
}
