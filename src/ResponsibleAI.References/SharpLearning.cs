using System;
using System.Collections.Generic;
using System.IO;

// Learners of SharpLearning, the matrices they are given and the models they return.
namespace SharpLearning.Containers.Matrices
{
    public class F64Matrix
    {
        public extern F64Matrix(int rows, int cols);

        public extern F64Matrix(double[] values, int rows, int cols);

        public int RowCount { get; }

        public int ColumnCount { get; }

        public extern double[] Row(int index);

        public extern double[] Column(int index);

        public static extern implicit operator F64Matrix(double[][] rows);
    }
}

namespace SharpLearning.Containers.Extensions
{
    using SharpLearning.Containers.Matrices;

    public static class ArrayExtensions
    {
        public static extern F64Matrix ToF64Matrix(this double[][] rows);

        public static extern F64Matrix ToF64Matrix(this List<double[]> rows);
    }
}

namespace SharpLearning.Containers
{
    public class ProbabilityPrediction
    {
        public double Prediction { get; }

        public Dictionary<double, double> Probabilities { get; }
    }
}

namespace SharpLearning.Common.Interfaces
{
    using SharpLearning.Containers.Matrices;

    public interface IPredictor<TPrediction>
    {
        TPrediction Predict(double[] observation);

        TPrediction[] Predict(F64Matrix observations);
    }

    public interface IPredictorModel<TPrediction> : IPredictor<TPrediction>;

    public interface ILearner<TPrediction>
    {
        IPredictorModel<TPrediction> Learn(F64Matrix observations, double[] targets);
    }

    public interface IIndexedLearner<TPrediction>
    {
        IPredictorModel<TPrediction> Learn(F64Matrix observations, double[] targets, int[] indices);
    }

    public abstract class DeclaredModel<TPrediction> : IPredictorModel<TPrediction>
    {
        public extern TPrediction Predict(double[] observation);

        public extern TPrediction[] Predict(F64Matrix observations);

        public extern double[] GetRawVariableImportance();

        public extern Dictionary<string, double> GetVariableImportance(Dictionary<string, int> featureNameToIndex);
    }

    public abstract class DeclaredLearner<TModel, TPrediction> : ILearner<TPrediction>, IIndexedLearner<TPrediction>
        where TModel : IPredictorModel<TPrediction>
    {
        public extern TModel Learn(F64Matrix observations, double[] targets);

        public extern TModel Learn(F64Matrix observations, double[] targets, int[] indices);

        extern IPredictorModel<TPrediction> ILearner<TPrediction>.Learn(F64Matrix observations, double[] targets);

        extern IPredictorModel<TPrediction> IIndexedLearner<TPrediction>.Learn(F64Matrix observations, double[] targets, int[] indices);
    }
}

namespace SharpLearning.InputOutput.Csv
{
    using SharpLearning.Containers.Matrices;

    public class CsvRow
    {
        public string[] Values { get; }
    }

    public class CsvParser
    {
        public extern CsvParser(Func<TextReader> reader, char separator = ';', bool quoteInclosedColumns = false, bool hasHeader = true);

        public extern IEnumerable<CsvRow> EnumerateRows();

        public extern IEnumerable<CsvRow> EnumerateRows(params string[] columnNames);

        public extern IEnumerable<CsvRow> EnumerateRows(Func<string, bool> selectColumnNames);
    }

    public static class CsvRowExtensions
    {
        public static extern IEnumerable<CsvRow> Keep(this IEnumerable<CsvRow> dataRows, params string[] columnNames);

        public static extern IEnumerable<CsvRow> Filter(this IEnumerable<CsvRow> dataRows, Func<CsvRow, bool> filter);

        public static extern F64Matrix ToF64Matrix(this IEnumerable<CsvRow> dataRows);

        public static extern F64Matrix ToF64Matrix(this IEnumerable<CsvRow> dataRows, Func<string, double> converter);

        public static extern double[] ToF64Vector(this IEnumerable<CsvRow> dataRows);

        public static extern double[] ToF64Vector(this IEnumerable<CsvRow> dataRows, Func<string, double> converter);

        public static extern string[] ToStringVector(this IEnumerable<CsvRow> dataRows);
    }
}

namespace SharpLearning.InputOutput.Serialization
{
    public interface IGenericSerializer
    {
        void Serialize<T>(T data, Func<TextWriter> writer);

        T Deserialize<T>(Func<TextReader> reader);
    }

    public class GenericXmlDataContractSerializer : IGenericSerializer
    {
        public extern void Serialize<T>(T data, Func<TextWriter> writer);

        public extern T Deserialize<T>(Func<TextReader> reader);
    }
}

namespace SharpLearning.AdaBoost.Models
{
    public class ClassificationAdaBoostModel : SharpLearning.Common.Interfaces.DeclaredModel<double>
    {
        public extern void Save(Func<TextWriter> writer);

        public static extern ClassificationAdaBoostModel Load(Func<TextReader> reader);
    }

    public class RegressionAdaBoostModel : SharpLearning.Common.Interfaces.DeclaredModel<double>
    {
        public extern void Save(Func<TextWriter> writer);

        public static extern RegressionAdaBoostModel Load(Func<TextReader> reader);
    }
}

namespace SharpLearning.AdaBoost.Learners
{
    public class ClassificationAdaBoostLearner : SharpLearning.Common.Interfaces.DeclaredLearner<Models.ClassificationAdaBoostModel, double>
    {
        public extern ClassificationAdaBoostLearner(int iterations = 50, double learningRate = 1, int maximumTreeDepth = 0, int minimumSplitSize = 1, double minimumInformationGain = 0.000001, object loss = null, int seed = 42);
    }

    public class RegressionAdaBoostLearner : SharpLearning.Common.Interfaces.DeclaredLearner<Models.RegressionAdaBoostModel, double>
    {
        public extern RegressionAdaBoostLearner(int iterations = 50, double learningRate = 1, int maximumTreeDepth = 0, int minimumSplitSize = 1, double minimumInformationGain = 0.000001, object loss = null, int seed = 42);
    }
}

namespace SharpLearning.DecisionTrees.Models
{
    public class ClassificationDecisionTreeModel : SharpLearning.Common.Interfaces.DeclaredModel<double>
    {
        public extern void Save(Func<TextWriter> writer);

        public static extern ClassificationDecisionTreeModel Load(Func<TextReader> reader);
    }

    public class RegressionDecisionTreeModel : SharpLearning.Common.Interfaces.DeclaredModel<double>
    {
        public extern void Save(Func<TextWriter> writer);

        public static extern RegressionDecisionTreeModel Load(Func<TextReader> reader);
    }
}

namespace SharpLearning.DecisionTrees.Learners
{
    public class ClassificationDecisionTreeLearner : SharpLearning.Common.Interfaces.DeclaredLearner<Models.ClassificationDecisionTreeModel, double>
    {
        public extern ClassificationDecisionTreeLearner(int maximumTreeDepth = 2000, int minimumSplitSize = 1, int featuresPrSplit = 0, double minimumInformationGain = 0.000001, int seed = 42);
    }

    public class RegressionDecisionTreeLearner : SharpLearning.Common.Interfaces.DeclaredLearner<Models.RegressionDecisionTreeModel, double>
    {
        public extern RegressionDecisionTreeLearner(int maximumTreeDepth = 2000, int minimumSplitSize = 1, int featuresPrSplit = 0, double minimumInformationGain = 0.000001, int seed = 42);
    }
}

namespace SharpLearning.GradientBoost.Models
{
    public class ClassificationGradientBoostModel : SharpLearning.Common.Interfaces.DeclaredModel<double>
    {
        public extern void Save(Func<TextWriter> writer);

        public static extern ClassificationGradientBoostModel Load(Func<TextReader> reader);
    }

    public class RegressionGradientBoostModel : SharpLearning.Common.Interfaces.DeclaredModel<double>
    {
        public extern void Save(Func<TextWriter> writer);

        public static extern RegressionGradientBoostModel Load(Func<TextReader> reader);
    }
}

namespace SharpLearning.GradientBoost.Learners
{
    public class ClassificationBinomialGradientBoostLearner : SharpLearning.Common.Interfaces.DeclaredLearner<Models.ClassificationGradientBoostModel, double>
    {
        public extern ClassificationBinomialGradientBoostLearner(int iterations = 100, double learningRate = 0.1, int maximumTreeDepth = 3, int minimumSplitSize = 1, double minimumInformationGain = 0.000001, double subSampleRatio = 1.0, int featuresPrSplit = 0, bool runParallel = true);
    }

    public class RegressionSquareLossGradientBoostLearner : SharpLearning.Common.Interfaces.DeclaredLearner<Models.RegressionGradientBoostModel, double>
    {
        public extern RegressionSquareLossGradientBoostLearner(int iterations = 100, double learningRate = 0.1, int maximumTreeDepth = 3, int minimumSplitSize = 1, double minimumInformationGain = 0.000001, double subSampleRatio = 1.0, int featuresPrSplit = 0, bool runParallel = true);
    }

    public class RegressionAbsoluteLossGradientBoostLearner : SharpLearning.Common.Interfaces.DeclaredLearner<Models.RegressionGradientBoostModel, double>
    {
        public extern RegressionAbsoluteLossGradientBoostLearner(int iterations = 100, double learningRate = 0.1, int maximumTreeDepth = 3, int minimumSplitSize = 1, double minimumInformationGain = 0.000001, double subSampleRatio = 1.0, int featuresPrSplit = 0, bool runParallel = true);
    }

    public class RegressionHuberLossGradientBoostLearner : SharpLearning.Common.Interfaces.DeclaredLearner<Models.RegressionGradientBoostModel, double>
    {
        public extern RegressionHuberLossGradientBoostLearner(int iterations = 100, double learningRate = 0.1, int maximumTreeDepth = 3, int minimumSplitSize = 1, double minimumInformationGain = 0.000001, double subSampleRatio = 1.0, int featuresPrSplit = 0, bool runParallel = true);
    }
}

namespace SharpLearning.Neural.Models
{
    public class ClassificationNeuralNetModel : SharpLearning.Common.Interfaces.DeclaredModel<double>
    {
        public extern void Save(Func<TextWriter> writer);

        public static extern ClassificationNeuralNetModel Load(Func<TextReader> reader);
    }

    public class RegressionNeuralNetModel : SharpLearning.Common.Interfaces.DeclaredModel<double>
    {
        public extern void Save(Func<TextWriter> writer);

        public static extern RegressionNeuralNetModel Load(Func<TextReader> reader);
    }
}

namespace SharpLearning.Neural.Learners
{
    public class ClassificationNeuralNetLearner : SharpLearning.Common.Interfaces.DeclaredLearner<Models.ClassificationNeuralNetModel, double>
    {
        public extern ClassificationNeuralNetLearner(object net, object loss, double learningRate = 0.001, int iterations = 100, int batchSize = 128);
    }

    public class RegressionNeuralNetLearner : SharpLearning.Common.Interfaces.DeclaredLearner<Models.RegressionNeuralNetModel, double>
    {
        public extern RegressionNeuralNetLearner(object net, object loss, double learningRate = 0.001, int iterations = 100, int batchSize = 128);
    }
}

namespace SharpLearning.RandomForest.Models
{
    public class ClassificationForestModel : SharpLearning.Common.Interfaces.DeclaredModel<double>
    {
        public extern void Save(Func<TextWriter> writer);

        public static extern ClassificationForestModel Load(Func<TextReader> reader);
    }

    public class RegressionForestModel : SharpLearning.Common.Interfaces.DeclaredModel<double>
    {
        public extern void Save(Func<TextWriter> writer);

        public static extern RegressionForestModel Load(Func<TextReader> reader);
    }
}

namespace SharpLearning.RandomForest.Learners
{
    public class ClassificationRandomForestLearner : SharpLearning.Common.Interfaces.DeclaredLearner<Models.ClassificationForestModel, double>
    {
        public extern ClassificationRandomForestLearner(int trees = 100, int minimumSplitSize = 1, int maximumTreeDepth = 2000, int featuresPrSplit = 0, double minimumInformationGain = 0.000001, double subSampleRatio = 1.0, int seed = 42, bool runParallel = true);
    }

    public class ClassificationExtremelyRandomizedTreesLearner : SharpLearning.Common.Interfaces.DeclaredLearner<Models.ClassificationForestModel, double>
    {
        public extern ClassificationExtremelyRandomizedTreesLearner(int trees = 100, int minimumSplitSize = 1, int maximumTreeDepth = 2000, int featuresPrSplit = 0, double minimumInformationGain = 0.000001, double subSampleRatio = 1.0, int seed = 42, bool runParallel = true);
    }

    public class RegressionRandomForestLearner : SharpLearning.Common.Interfaces.DeclaredLearner<Models.RegressionForestModel, double>
    {
        public extern RegressionRandomForestLearner(int trees = 100, int minimumSplitSize = 1, int maximumTreeDepth = 2000, int featuresPrSplit = 0, double minimumInformationGain = 0.000001, double subSampleRatio = 1.0, int seed = 42, bool runParallel = true);
    }

    public class RegressionExtremelyRandomizedTreesLearner : SharpLearning.Common.Interfaces.DeclaredLearner<Models.RegressionForestModel, double>
    {
        public extern RegressionExtremelyRandomizedTreesLearner(int trees = 100, int minimumSplitSize = 1, int maximumTreeDepth = 2000, int featuresPrSplit = 0, double minimumInformationGain = 0.000001, double subSampleRatio = 1.0, int seed = 42, bool runParallel = true);
    }
}
