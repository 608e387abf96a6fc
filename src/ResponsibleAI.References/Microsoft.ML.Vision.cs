using System;
using Microsoft.ML;
using Microsoft.ML.Vision;
using ResponsibleAI.References;

namespace Microsoft.ML
{
    public static class VisionCatalog
    {
        public static extern ImageClassificationTrainer ImageClassification(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, ImageClassificationTrainer.Options options);

        public static extern ImageClassificationTrainer ImageClassification(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, string labelColumnName = "Label",
            string featureColumnName = "Features", string scoreColumnName = "Score", string predictedLabelColumnName = "PredictedLabel", IDataView validationSet = null);
    }
}

namespace Microsoft.ML.Vision
{
    public abstract class ImageClassificationModelParameters;

    public abstract class ImageClassificationTransformer : DeclaredTransformer
    {
        public extern ImageClassificationModelParameters Model { get; }
    }

    public abstract class ImageClassificationTrainer : DeclaredEstimator<ImageClassificationTransformer>
    {
        public enum Architecture
        {
            ResnetV2101,
            InceptionV3,
            MobilenetV2,
            ResnetV250,
        }

        public abstract class BottleneckMetrics
        {
            public extern int Index { get; }
        }

        public abstract class TrainMetrics
        {
            public extern int BatchProcessedCount { get; }

            public extern int Epoch { get; }

            public extern float Accuracy { get; }

            public extern float CrossEntropy { get; }

            public extern float LearningRate { get; }
        }

        public abstract class ImageClassificationMetrics
        {
            public extern TrainMetrics Train { get; }

            public extern BottleneckMetrics Bottleneck { get; }
        }

        public sealed class EarlyStopping
        {
            public extern EarlyStopping(float minDelta = 0.01f, int patience = 20, object metric = null, bool checkIncreasing = true);
        }

        public sealed class Options
        {
            public string LabelColumnName;
            public string FeatureColumnName;
            public string ScoreColumnName;
            public string PredictedLabelColumnName;
            public IDataView ValidationSet;
            public double? ValidationSetFraction;
            public Architecture Arch;
            public int BatchSize;
            public int Epoch;
            public float LearningRate;
            public object LearningRateScheduler;
            public EarlyStopping EarlyStoppingCriteria;
            public Action<ImageClassificationMetrics> MetricsCallback;
            public bool TestOnTrainSet;
            public bool ReuseTrainSetBottleneckCachedValues;
            public bool ReuseValidationSetBottleneckCachedValues;
            public string TrainSetBottleneckCachedValuesFileName;
            public string ValidationSetBottleneckCachedValuesFileName;
            public string WorkspacePath;
            public string FinalModelPrefix;
        }
    }
}
