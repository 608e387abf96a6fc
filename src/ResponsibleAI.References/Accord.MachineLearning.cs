using System;
using System.Collections.Generic;
using System.Data;
using System.IO;

// Learners of Accord.NET, the tables they read and the models they give. A learner says by its interface what it learns from.
namespace Accord
{
    public struct DoubleRange
    {
        public extern DoubleRange(double min, double max);
    }

    public struct IntRange
    {
        public extern IntRange(int min, int max);
    }
}

namespace Accord.MachineLearning
{
    public interface ITransform<TInput, TOutput>
    {
        TOutput Transform(TInput input);

        TOutput[] Transform(TInput[] input);
    }

    public interface IClassifier<TInput, TClasses>
    {
        TClasses Decide(TInput input);

        TClasses[] Decide(TInput[] input);
    }

    public interface ISupervisedLearning<out TModel, in TInput, in TOutput>
    {
        TModel Learn(TInput[] x, TOutput[] y, double[] weights = null);
    }

    public interface IUnsupervisedLearning<out TModel, in TInput, out TOutput>
    {
        TModel Learn(TInput[] x, double[] weights = null);
    }

    public abstract class DeclaredClassifier : IClassifier<double[], int>, IClassifier<int[], int>, IClassifier<double[], bool>
    {
        public int NumberOfClasses { get; set; }

        public int NumberOfInputs { get; set; }

        public extern int Decide(double[] input);

        public extern int[] Decide(double[][] input);

        public extern int Decide(int[] input);

        public extern int[] Decide(int[][] input);

        extern bool IClassifier<double[], bool>.Decide(double[] input);

        extern bool[] IClassifier<double[], bool>.Decide(double[][] input);

        public extern double Probability(double[] input);

        public extern double[] Probability(double[][] input);

        public extern double[] Probabilities(double[] input);

        public extern double[] Probabilities(int[] input);

        public extern double Score(double[] input);

        public extern double[] Score(double[][] input);
    }

    public abstract class DeclaredLearner<TModel> : ISupervisedLearning<TModel, double[], int>, ISupervisedLearning<TModel, double[], bool>, ISupervisedLearning<TModel, int[], int>, ISupervisedLearning<TModel, double[], double>
    {
        public extern TModel Learn(double[][] x, int[] y, double[] weights = null);

        public extern TModel Learn(double[][] x, bool[] y, double[] weights = null);

        public extern TModel Learn(double[][] x, double[] y, double[] weights = null);

        public extern TModel Learn(int[][] x, int[] y, double[] weights = null);
    }

    public class KMeansClusterCollection : DeclaredClassifier
    {
        public double[][] Centroids { get; set; }
    }

    public class KMeans : IUnsupervisedLearning<KMeansClusterCollection, double[], int>
    {
        public extern KMeans(int k);

        public KMeansClusterCollection Clusters { get; }

        public int MaxIterations { get; set; }

        public double Tolerance { get; set; }

        public extern KMeansClusterCollection Learn(double[][] x, double[] weights = null);
    }

    public class GaussianMixtureModel : IUnsupervisedLearning<KMeansClusterCollection, double[], int>
    {
        public extern GaussianMixtureModel(int components);

        public extern KMeansClusterCollection Learn(double[][] x, double[] weights = null);
    }

    public class KNearestNeighbors : DeclaredClassifier, ISupervisedLearning<KNearestNeighbors, double[], int>
    {
        public extern KNearestNeighbors(int k);

        public extern KNearestNeighbors(int k, int classes, double[][] inputs, int[] outputs);

        public int K { get; set; }

        public extern KNearestNeighbors Learn(double[][] x, int[] y, double[] weights = null);

        public extern int Compute(double[] input);
    }

    public class TFIDF : IUnsupervisedLearning<TFIDF, string[], double[]>
    {
        public extern TFIDF Learn(string[][] x, double[] weights = null);

        public extern double[] Transform(string[] input);

        public extern double[][] Transform(string[][] input);
    }

    public class BagOfWords : IUnsupervisedLearning<BagOfWords, string[], int[]>
    {
        public int MaximumOccurance { get; set; }

        public extern BagOfWords Learn(string[][] x, double[] weights = null);

        public extern double[] Transform(string[] input);

        public extern double[][] Transform(string[][] input);
    }
}

namespace Accord.MachineLearning.Rules
{
    public class AssociationRule<T>
    {
        public SortedSet<T> X { get; set; }

        public SortedSet<T> Y { get; set; }

        public double Support { get; set; }

        public double Confidence { get; set; }
    }

    public class AssociationRuleMatcher<T>
    {
        public AssociationRule<T>[] Rules { get; set; }

        public extern SortedSet<T>[] Decide(T[] input);

        public extern SortedSet<T>[] Decide(SortedSet<T> input);
    }

    public class Apriori<T> : IUnsupervisedLearning<AssociationRuleMatcher<T>, SortedSet<T>, SortedSet<T>[]>
    {
        public extern Apriori(int threshold, double confidence);

        public extern AssociationRuleMatcher<T> Learn(SortedSet<T>[] x, double[] weights = null);

        public extern AssociationRuleMatcher<T> Learn(T[][] x, double[] weights = null);
    }

    public class Apriori : Apriori<int>
    {
        public extern Apriori(int threshold, double confidence);
    }
}

namespace Accord.MachineLearning.Bayes
{
    public class NaiveBayes : DeclaredClassifier
    {
        public extern NaiveBayes(int classes, params int[] symbols);
    }

    public class NaiveBayes<TDistribution> : DeclaredClassifier;

    public class NaiveBayesLearning : DeclaredLearner<NaiveBayes>
    {
        public NaiveBayes Model { get; set; }
    }

    public class NaiveBayesLearning<TDistribution> : DeclaredLearner<NaiveBayes<TDistribution>>;
}

namespace Accord.MachineLearning.DecisionTrees
{
    public enum DecisionVariableKind { Discrete, Continuous }

    public class DecisionVariable
    {
        public extern DecisionVariable(string name, int symbols);

        public extern DecisionVariable(string name, DecisionVariableKind nature);

        public extern DecisionVariable(string name, DoubleRange range);

        public extern DecisionVariable(string name, IntRange range);

        public string Name { get; set; }

        public static extern DecisionVariable Continuous(string name);

        public static extern DecisionVariable Discrete(string name, int symbols);

        public static extern DecisionVariable[] FromCodebook(Accord.Statistics.Filters.Codification codebook, params string[] columns);

        public static extern DecisionVariable[] FromData(double[][] inputs);

        public static extern DecisionVariable[] FromData(int[][] inputs);
    }

    public class DecisionTree : DeclaredClassifier
    {
        public extern DecisionTree(IList<DecisionVariable> inputs, int classes);

        public extern Rules.DecisionSet ToRules();

        public extern int Compute(double[] input);
    }

    public class RandomForest : DeclaredClassifier;

    public class RandomForestLearning : DeclaredLearner<RandomForest>
    {
        public RandomForestLearning()
        {
        }

        public extern RandomForestLearning(DecisionVariable[] attributes);

        public int NumberOfTrees { get; set; }

        public double SampleRatio { get; set; }

        public int Join { get; set; }
    }
}

namespace Accord.MachineLearning.DecisionTrees.Rules
{
    public class DecisionSet
    {
        public extern string ToString(params object[] options);
    }
}

namespace Accord.MachineLearning.DecisionTrees.Learning
{
    public abstract class DeclaredTreeLearning : DeclaredLearner<DecisionTree>
    {
        public DecisionTree Model { get; set; }

        public int MaxHeight { get; set; }

        public int Join { get; set; }

        public int MaxVariables { get; set; }

        public extern void Add(DecisionVariable variable);
    }

    public class C45Learning : DeclaredTreeLearning
    {
        public C45Learning()
        {
        }

        public extern C45Learning(DecisionTree tree);

        public extern C45Learning(DecisionVariable[] attributes);
    }

    public class ID3Learning : DeclaredTreeLearning
    {
        public ID3Learning()
        {
        }

        public extern ID3Learning(DecisionTree tree);

        public extern ID3Learning(DecisionVariable[] attributes);
    }
}

namespace Accord.MachineLearning.VectorMachines
{
    public class SupportVectorMachine<TKernel> : DeclaredClassifier;

    public class SupportVectorMachine : SupportVectorMachine<Accord.Statistics.Kernels.Linear>;

    public class MulticlassSupportVectorMachine<TKernel> : DeclaredClassifier;

    public class MultilabelSupportVectorMachine<TKernel> : DeclaredClassifier;
}

namespace Accord.MachineLearning.VectorMachines.Learning
{
    public abstract class DeclaredMachineLearning<TModel> : DeclaredLearner<TModel>
    {
        public double Complexity { get; set; }

        public double Tolerance { get; set; }

        public bool UseComplexityHeuristic { get; set; }

        public bool UseKernelEstimation { get; set; }
    }

    public class InnerParameters<TKernel>;

    public class SequentialMinimalOptimization<TKernel> : DeclaredMachineLearning<SupportVectorMachine<TKernel>>
    {
        public TKernel Kernel { get; set; }
    }

    public class SequentialMinimalOptimization : SequentialMinimalOptimization<Accord.Statistics.Kernels.Gaussian>;

    public class LinearDualCoordinateDescent : DeclaredMachineLearning<SupportVectorMachine>;

    public class LinearCoordinateDescent : DeclaredMachineLearning<SupportVectorMachine>;

    public class ProbabilisticCoordinateDescent : DeclaredMachineLearning<SupportVectorMachine>;

    public class FanChenLinSupportVectorRegression<TKernel> : DeclaredMachineLearning<SupportVectorMachine<TKernel>>
    {
        public TKernel Kernel { get; set; }
    }

    public class OneclassSupportVectorLearning<TKernel> : IUnsupervisedLearning<SupportVectorMachine<TKernel>, double[], bool>
    {
        public TKernel Kernel { get; set; }

        public double Nu { get; set; }

        public extern SupportVectorMachine<TKernel> Learn(double[][] x, double[] weights = null);
    }

    public class MulticlassSupportVectorLearning<TKernel> : DeclaredLearner<MulticlassSupportVectorMachine<TKernel>>
    {
        public TKernel Kernel { get; set; }

        public Func<InnerParameters<TKernel>, object> Learner { get; set; }
    }

    public class MultilabelSupportVectorLearning<TKernel> : DeclaredLearner<MultilabelSupportVectorMachine<TKernel>>
    {
        public TKernel Kernel { get; set; }

        public Func<InnerParameters<TKernel>, object> Learner { get; set; }
    }
}

namespace Accord.Statistics.Kernels
{
    public struct Gaussian
    {
        public extern Gaussian(double sigma);
    }

    public struct Linear;

    public struct Polynomial
    {
        public extern Polynomial(int degree);
    }
}

namespace Accord.Statistics.Filters
{
    public class Codification
    {
        public Codification()
        {
        }

        public extern Codification(DataTable data);

        public extern Codification(DataTable data, params string[] columns);

        public extern Codification(string columnName, params string[] values);

        public extern Codification(string[] columnNames, string[][] values);

        public extern DataTable Apply(DataTable data);

        public extern DataTable Apply(DataTable data, params string[] columns);

        public extern int Translate(string columnName, string value);

        public extern int[] Translate(params string[] data);

        public extern int[] Transform(params string[] data);

        public extern int Transform(string columnName, string value);

        public extern int[] Transform(string columnName, string[] values);

        public extern int[][] Transform(string[][] data);

        public extern string Translate(string columnName, int codeword);

        public extern string Revert(string columnName, int codeword);

        public extern Options this[string columnName] { get; }

        public class Options
        {
            public int NumberOfSymbols { get; }

            public int Symbols { get; }
        }
    }
}

namespace Accord.Statistics.Models.Regression
{
    using Accord.MachineLearning;

    public class LogisticRegression : DeclaredClassifier
    {
        public double[] Weights { get; set; }

        public double Intercept { get; set; }
    }

    public class MultinomialLogisticRegression : DeclaredClassifier;
}

namespace Accord.Statistics.Models.Regression.Fitting
{
    using Accord.MachineLearning;

    public class IterativeReweightedLeastSquares<TModel> : DeclaredLearner<TModel>
    {
        public int MaxIterations { get; set; }

        public double Tolerance { get; set; }

        public double Regularization { get; set; }
    }

    public class IterativeReweightedLeastSquares : IterativeReweightedLeastSquares<LogisticRegression>;

    public class LogisticGradientDescent : DeclaredLearner<LogisticRegression>
    {
        public double LearningRate { get; set; }
    }

    public class MultinomialLogisticLearning<TMethod> : DeclaredLearner<MultinomialLogisticRegression>;
}

namespace Accord.Statistics.Models.Regression.Linear
{
    using Accord.MachineLearning;

    public class SimpleLinearRegression : ITransform<double, double>
    {
        public double Slope { get; set; }

        public double Intercept { get; set; }

        public extern double Transform(double input);

        public extern double[] Transform(double[] input);
    }

    public class MultipleLinearRegression : ITransform<double[], double>
    {
        public double[] Weights { get; set; }

        public double Intercept { get; set; }

        public extern double Transform(double[] input);

        public extern double[] Transform(double[][] input);
    }

    public class OrdinaryLeastSquares : ISupervisedLearning<MultipleLinearRegression, double[], double>, ISupervisedLearning<SimpleLinearRegression, double, double>
    {
        public bool UseIntercept { get; set; }

        public bool IsRobust { get; set; }

        public extern MultipleLinearRegression Learn(double[][] x, double[] y, double[] weights = null);

        public extern SimpleLinearRegression Learn(double[] x, double[] y, double[] weights = null);
    }
}

namespace Accord.Math
{
    public static class Matrix
    {
        public static extern double[][] ToJagged(this DataTable table);

        public static extern T[][] ToJagged<T>(this DataTable table);

        public static extern double[][] ToJagged(this DataTable table, params string[] columnNames);

        public static extern T[][] ToJagged<T>(this DataTable table, params string[] columnNames);

        public static extern T[][] ToArray<T>(this DataTable table);

        public static extern T[][] ToArray<T>(this DataTable table, params string[] columnNames);

        public static extern T[] ToArray<T>(this DataTable table, string columnName);

        public static extern T[] ToArray<T>(this DataColumn column);

        public static extern double[] ToArray(this DataColumn column);

        public static extern T[] ToVector<T>(this DataTable table, string columnName);

        public static extern double[,] ToMatrix(this DataTable table);

        public static extern double[,] ToMatrix(this DataTable table, params string[] columnNames);

        public static extern T[][] ToJagged<T>(this T[,] matrix, bool transpose = false);

        public static extern T[] GetColumn<T>(this T[][] matrix, int index);

        public static extern T[][] GetColumns<T>(this T[][] matrix, params int[] index);
    }
}

namespace Accord.IO
{
    public class CsvReader : IDisposable
    {
        public extern CsvReader(string path, bool hasHeaders);

        public extern CsvReader(string path, bool hasHeaders, char delimiter);

        public extern CsvReader(TextReader reader, bool hasHeaders);

        public extern DataTable ToTable();

        public extern T[][] ToJagged<T>();

        public extern double[][] ToJagged();

        public extern T[,] ToMatrix<T>();

        public extern double[,] ToMatrix();

        public extern void Dispose();
    }

    public class ExcelReader
    {
        public extern ExcelReader(string path);

        public extern ExcelReader(string path, bool hasHeaders, bool hasMixedData = false);

        public extern DataTable GetWorksheet(string name);

        public extern DataTable GetWorksheet(int index);

        public extern string[] GetWorksheetList();
    }

    public static class Serializer
    {
        public static extern void Save<T>(this T obj, string path);

        public static extern void Save<T>(this T obj, Stream stream);

        public static extern byte[] Save<T>(this T obj);

        public static extern void Save<T>(this T obj, out byte[] bytes);

        public static extern T Load<T>(string path);

        public static extern T Load<T>(Stream stream);
    }
}

namespace Accord.Neuro
{
    public interface IActivationFunction;

    public class SigmoidFunction : IActivationFunction
    {
        public extern SigmoidFunction(double alpha = 2);
    }

    public class BipolarSigmoidFunction : IActivationFunction
    {
        public extern BipolarSigmoidFunction(double alpha = 2);
    }

    public class RectifiedLinearFunction : IActivationFunction;

    public class LinearFunction : IActivationFunction;

    public abstract class Network
    {
        public extern double[] Compute(double[] input);

        public extern void Randomize();

        public extern void Save(string fileName);

        public extern void Save(Stream stream);

        public static extern Network Load(string fileName);
    }

    public class ActivationNetwork : Network
    {
        public extern ActivationNetwork(IActivationFunction function, int inputsCount, params int[] neuronsCount);
    }
}

namespace Accord.Neuro.Learning
{
    public interface ISupervisedLearning
    {
        double Run(double[] input, double[] output);

        double RunEpoch(double[][] input, double[][] output);
    }

    public abstract class DeclaredNetworkLearning : ISupervisedLearning
    {
        public double LearningRate { get; set; }

        public double Momentum { get; set; }

        public extern double Run(double[] input, double[] output);

        public extern double RunEpoch(double[][] input, double[][] output);
    }

    public class BackPropagationLearning : DeclaredNetworkLearning
    {
        public extern BackPropagationLearning(ActivationNetwork network);
    }

    public class ResilientBackpropagationLearning : DeclaredNetworkLearning
    {
        public extern ResilientBackpropagationLearning(ActivationNetwork network);
    }

    public class ParallelResilientBackpropagationLearning : DeclaredNetworkLearning
    {
        public extern ParallelResilientBackpropagationLearning(ActivationNetwork network);

        public extern double ComputeError(double[][] input, double[][] output);
    }

    public class LevenbergMarquardtLearning : DeclaredNetworkLearning
    {
        public extern LevenbergMarquardtLearning(ActivationNetwork network);

        public extern LevenbergMarquardtLearning(ActivationNetwork network, bool useRegularization);
    }

    public class PerceptronLearning : DeclaredNetworkLearning
    {
        public extern PerceptronLearning(ActivationNetwork network);
    }
}
