using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.TorchSharp.AutoFormerV2;
using Microsoft.ML.TorchSharp.NasBert;
using Microsoft.ML.TorchSharp.Roberta;
using ResponsibleAI.References;

namespace Microsoft.ML.TorchSharp
{
    public static class TorchSharpCatalog
    {
        public static extern TextClassificationTrainer TextClassification(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, string labelColumnName = "Label",
            string scoreColumnName = "Score", string outputColumnName = "PredictedLabel", string sentence1ColumnName = "Sentence1", string sentence2ColumnName = null, int batchSize = 32,
            int maxEpochs = 10, BertArchitecture architecture = BertArchitecture.Roberta, IDataView validationSet = null);

        public static extern TextClassificationTrainer TextClassification(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, TextClassificationTrainer.TextClassificationOptions options);

        public static extern SentenceSimilarityTrainer SentenceSimilarity(this RegressionCatalog.RegressionTrainers catalog, string labelColumnName = "Label", string scoreColumnName = "Score",
            string sentence1ColumnName = "Sentence1", string sentence2ColumnName = "Sentence2", int batchSize = 32, int maxEpochs = 10, BertArchitecture architecture = BertArchitecture.Roberta,
            IDataView validationSet = null);

        public static extern SentenceSimilarityTrainer SentenceSimilarity(this RegressionCatalog.RegressionTrainers catalog, SentenceSimilarityTrainer.SentenceSimilarityOptions options);

        public static extern ObjectDetectionTrainer ObjectDetection(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, string labelColumnName = "Label",
            string predictedLabelColumnName = "PredictedLabel", string scoreColumnName = "Score", string boundingBoxColumnName = "BoundingBoxes",
            string predictedBoundingBoxColumnName = "PredictedBoundingBoxes", string imageColumnName = "Image", int maxEpoch = 10);

        public static extern ObjectDetectionTrainer ObjectDetection(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, ObjectDetectionTrainer.Options options);

        public static extern ObjectDetectionMetrics EvaluateObjectDetection(this MulticlassClassificationCatalog catalog, IDataView data, DataViewSchema.Column labelCol,
            DataViewSchema.Column actualBoundingBoxColumn, DataViewSchema.Column predictedLabelCol, DataViewSchema.Column predictedBoundingBoxColumn, DataViewSchema.Column scoreCol);

        public static extern NerTrainer NameEntityRecognition(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, string labelColumnName = "Label",
            string outputColumnName = "PredictedLabel", string sentence1ColumnName = "Sentence", int batchSize = 32, int maxEpochs = 10, BertArchitecture architecture = BertArchitecture.Roberta,
            IDataView validationSet = null);

        public static extern NerTrainer NameEntityRecognition(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, NerTrainer.NerOptions options);

        public static extern NerTrainer NamedEntityRecognition(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, string labelColumnName = "Label",
            string outputColumnName = "PredictedLabel", string sentence1ColumnName = "Sentence", int batchSize = 32, int maxEpochs = 10, BertArchitecture architecture = BertArchitecture.Roberta,
            IDataView validationSet = null);

        public static extern NerTrainer NamedEntityRecognition(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, NerTrainer.NerOptions options);

        public static extern QATrainer QuestionAnswer(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, string contextColumnName = "Context",
            string questionColumnName = "Question", string trainingAnswerColumnName = "TrainingAnswer", string answerIndexColumnName = "AnswerIndex", string predictedAnswerColumnName = "Answer",
            string scoreColumnName = "Score", int topK = 3, int batchSize = 4, int maxEpochs = 10, BertArchitecture architecture = BertArchitecture.Roberta, IDataView validationSet = null);

        public static extern QATrainer QuestionAnswer(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, QATrainer.Options options);
    }

    public abstract class TorchSharpTransformer : DeclaredTransformer;
}

namespace Microsoft.ML.TorchSharp.NasBert
{
    public enum BertArchitecture
    {
        Roberta,
    }

    public enum BertTaskType
    {
        None,
        MaskedLM,
        TextClassification,
        SentenceRegression,
        NamedEntityRecognition,
        QuestionAnswering,
    }

    public abstract class NasBertTrainer : DeclaredEstimator<TorchSharpTransformer>
    {
        public class NasBertOptions
        {
            public string LabelColumnName;
            public string PredictionColumnName;
            public string ScoreColumnName;
            public string Sentence1ColumnName;
            public string Sentence2ColumnName;
            public IDataView ValidationSet;
            public int BatchSize;
            public int MaxEpoch;
            public double[] LearningRate;
            public double WeightDecay;
        }
    }

    public abstract class TextClassificationTrainer : NasBertTrainer
    {
        public class TextClassificationOptions : NasBertOptions;
    }

    public abstract class SentenceSimilarityTrainer : NasBertTrainer
    {
        public class SentenceSimilarityOptions : NasBertOptions;
    }

    public abstract class NerTrainer : NasBertTrainer
    {
        public class NerOptions : NasBertOptions;
    }
}

namespace Microsoft.ML.TorchSharp.Roberta
{
    public abstract class QATrainer : DeclaredEstimator<TorchSharpTransformer>
    {
        public sealed class Options
        {
            public string ContextColumnName;
            public string QuestionColumnName;
            public string TrainingAnswerColumnName;
            public string AnswerIndexColumnName;
            public string PredictedAnswerColumnName;
            public string ScoreColumnName;
            public int TopKAnswers;
            public IDataView ValidationSet;
            public int BatchSize;
            public int MaxEpoch;
        }
    }
}

namespace Microsoft.ML.TorchSharp.AutoFormerV2
{
    public abstract class ObjectDetectionTrainer : DeclaredEstimator<TorchSharpTransformer>
    {
        public sealed class Options
        {
            public string LabelColumnName;
            public string PredictedLabelColumnName;
            public string BoundingBoxColumnName;
            public string PredictedBoundingBoxColumnName;
            public string ImageColumnName;
            public string ScoreColumnName;
            public IDataView ValidationSet;
            public int MaxEpoch;
            public double InitLearningRate;
            public double WeightDecay;
            public double IOUThreshold;
            public double ScoreThreshold;
            public int LogEveryNStep;
        }
    }

    public abstract class ObjectDetectionMetrics
    {
        public extern double MAP50 { get; }

        public extern double MAP50_95 { get; }
    }
}
