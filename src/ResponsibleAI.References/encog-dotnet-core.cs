using System;
using System.Collections.Generic;
using System.IO;

// Networks of Encog, the rows they are trained on, and what trains them. Activation functions are not declared.
namespace Encog.ML
{
    public interface IMLMethod;

    public interface IMLRegression : IMLMethod
    {
        Data.IMLData Compute(Data.IMLData input);
    }
}

namespace Encog.ML.Data
{
    public interface IMLData
    {
        double this[int x] { get; set; }

        int Count { get; }
    }

    public interface IMLDataPair
    {
        IMLData Input { get; }

        IMLData Ideal { get; }
    }

    public interface IMLDataSet : IEnumerable<IMLDataPair>
    {
        int Count { get; }

        int InputSize { get; }

        int IdealSize { get; }
    }
}

namespace Encog.ML.Data.Basic
{
    public class BasicMLData : IMLData
    {
        public extern BasicMLData(double[] d, bool copy = true);

        public extern BasicMLData(int size);

        public extern double this[int x] { get; set; }

        public extern int Count { get; }
    }

    public class BasicMLDataPair : IMLDataPair
    {
        public extern BasicMLDataPair(IMLData input);

        public extern BasicMLDataPair(IMLData input, IMLData ideal);

        public IMLData Input { get; }

        public IMLData Ideal { get; }
    }

    public class BasicMLDataSet : IMLDataSet
    {
        public BasicMLDataSet()
        {
        }

        public extern BasicMLDataSet(double[][] input, double[][] ideal);

        public extern BasicMLDataSet(IList<IMLDataPair> data);

        public extern BasicMLDataSet(IMLDataSet set);

        public IList<IMLDataPair> Data { get; set; }

        public extern int Count { get; }

        public extern int InputSize { get; }

        public extern int IdealSize { get; }

        public extern void Add(IMLData data);

        public extern void Add(IMLData inputData, IMLData idealData);

        public extern void Add(IMLDataPair inputData);

        public extern IEnumerator<IMLDataPair> GetEnumerator();

        extern System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator();
    }
}

namespace Encog.ML.Data.Specific
{
    public class CSVMLDataSet : Basic.BasicMLDataSet
    {
        public extern CSVMLDataSet(string filename, int inputSize, int idealSize, bool headers);

        public extern CSVMLDataSet(string filename, int inputSize, int idealSize, bool headers, Encog.Util.CSV.CSVFormat format, bool expectSignificance);
    }
}

namespace Encog.Neural.Data.Basic
{
    public class BasicNeuralDataSet : Encog.ML.Data.Basic.BasicMLDataSet
    {
        public BasicNeuralDataSet()
        {
        }

        public extern BasicNeuralDataSet(double[][] input, double[][] ideal);
    }
}

namespace Encog.ML.Data.Versatile.Columns
{
    public enum ColumnType { Nominal, Ordinal, Continuous, Ignore }

    public class ColumnDefinition
    {
        public extern void DefineClass(params string[] names);
    }
}

namespace Encog.ML.Data.Versatile.Sources
{
    public interface IVersatileDataSource;

    public class CSVDataSource : IVersatileDataSource
    {
        public extern CSVDataSource(string file, bool headers, Encog.Util.CSV.CSVFormat format);

        public extern CSVDataSource(string file, bool headers, char delim);
    }
}

namespace Encog.ML.Data.Versatile
{
    public class VersatileMLDataSet
    {
        public extern VersatileMLDataSet(Sources.IVersatileDataSource theSource);

        public extern Columns.ColumnDefinition DefineSourceColumn(string name, Columns.ColumnType colType);

        public extern Columns.ColumnDefinition DefineSourceColumn(string name, int index, Columns.ColumnType colType);

        public extern void Analyze();

        public extern void Normalize();

        public extern void DefineSingleOutputOthersInput(Columns.ColumnDefinition outputColumn);

        public extern void DefineMultipleOutputsOthersInput(Columns.ColumnDefinition[] outputColumns);

        public extern void DefineInput(Columns.ColumnDefinition column);

        public extern void DefineOutput(Columns.ColumnDefinition column);
    }
}

namespace Encog.ML.Model
{
    public class EncogModel
    {
        public extern EncogModel(Data.Versatile.VersatileMLDataSet theDataset);

        public extern void SelectMethod(Data.Versatile.VersatileMLDataSet dataset, string methodType);

        public extern void HoldBackValidation(double validationPercent, bool shuffle, int seed);

        public extern void SelectTrainingType(Data.Versatile.VersatileMLDataSet dataset);

        public extern IMLMethod Crossvalidate(int k, bool shuffle);
    }
}

namespace Encog.ML.Train
{
    public interface IMLTrain
    {
        double Error { get; set; }

        int IterationNumber { get; set; }

        bool TrainingDone { get; }

        void Iteration();

        void Iteration(int count);

        void FinishTraining();
    }

    public abstract class BasicTraining : IMLTrain
    {
        public double Error { get; set; }

        public int IterationNumber { get; set; }

        public bool TrainingDone { get; }

        public extern void Iteration();

        public extern void Iteration(int count);

        public extern void FinishTraining();

        public extern void AddStrategy(object strategy);
    }
}

namespace Encog.Neural.Networks.Layers
{
    public class BasicLayer
    {
        public extern BasicLayer(int neuronCount);

        public extern BasicLayer(object activationFunction, bool hasBias, int neuronCount);
    }
}

namespace Encog.Neural.Networks
{
    public class NeuralStructure
    {
        public extern void FinalizeStructure();
    }

    public class BasicNetwork : Encog.ML.IMLRegression
    {
        public NeuralStructure Structure { get; }

        public extern void AddLayer(Layers.BasicLayer layer);

        public extern void Reset();

        public extern void Reset(int seed);

        public extern Encog.ML.Data.IMLData Compute(Encog.ML.Data.IMLData input);

        public extern void Compute(double[] input, double[] output);

        public extern double CalculateError(Encog.ML.Data.IMLDataSet data);
    }
}

namespace Encog.Neural.Networks.Training.Propagation.Resilient
{
    public class ResilientPropagation : Encog.ML.Train.BasicTraining
    {
        public extern ResilientPropagation(BasicNetwork network, Encog.ML.Data.IMLDataSet training);

        public extern ResilientPropagation(BasicNetwork network, Encog.ML.Data.IMLDataSet training, double initialUpdate, double maxStep);
    }
}

namespace Encog.Neural.Networks.Training.Propagation.Back
{
    public class Backpropagation : Encog.ML.Train.BasicTraining
    {
        public extern Backpropagation(BasicNetwork network, Encog.ML.Data.IMLDataSet training);

        public extern Backpropagation(BasicNetwork network, Encog.ML.Data.IMLDataSet training, double learnRate, double momentum);
    }
}

namespace Encog.Neural.Networks.Training.Propagation.Quick
{
    public class QuickPropagation : Encog.ML.Train.BasicTraining
    {
        public extern QuickPropagation(BasicNetwork network, Encog.ML.Data.IMLDataSet training, double learnRate = 2.0);
    }
}

namespace Encog.Neural.Networks.Training.Propagation.Manhattan
{
    public class ManhattanPropagation : Encog.ML.Train.BasicTraining
    {
        public extern ManhattanPropagation(BasicNetwork network, Encog.ML.Data.IMLDataSet training, double learnRate);
    }
}

namespace Encog.Neural.Networks.Training.Propagation.SCG
{
    public class ScaledConjugateGradient : Encog.ML.Train.BasicTraining
    {
        public extern ScaledConjugateGradient(BasicNetwork network, Encog.ML.Data.IMLDataSet training);
    }
}

namespace Encog.Neural.Networks.Training.Lma
{
    public class LevenbergMarquardtTraining : Encog.ML.Train.BasicTraining
    {
        public extern LevenbergMarquardtTraining(BasicNetwork network, Encog.ML.Data.IMLDataSet training);
    }
}

namespace Encog.ML.SVM
{
    public class SupportVectorMachine : IMLRegression
    {
        public extern SupportVectorMachine(int theInputCount, bool regression);

        public extern Data.IMLData Compute(Data.IMLData input);
    }
}

namespace Encog.ML.SVM.Training
{
    public class SVMTrain : Encog.ML.Train.BasicTraining
    {
        public extern SVMTrain(SupportVectorMachine method, Encog.ML.Data.IMLDataSet dataSet);
    }

    public class SVMSearchTrain : Encog.ML.Train.BasicTraining
    {
        public extern SVMSearchTrain(SupportVectorMachine method, Encog.ML.Data.IMLDataSet training);
    }
}

namespace Encog.Util.CSV
{
    public class CSVFormat
    {
        public extern CSVFormat(char decimalChar, char separatorChar);

        public static CSVFormat English { get; }

        public static CSVFormat EgFormat { get; }

        public static CSVFormat DecimalPoint { get; }

        public static CSVFormat DecimalComma { get; }
    }
}

namespace Encog.Util.Simple
{
    public static class EncogUtility
    {
        public static extern Encog.ML.Data.IMLDataSet LoadCSV2Memory(string filename, int input, int ideal, bool headers, CSV.CSVFormat format, bool expectSignificance);

        public static extern void TrainToError(Encog.ML.IMLMethod method, Encog.ML.Data.IMLDataSet dataSet, double error);

        public static extern void TrainToError(Encog.ML.Train.IMLTrain train, double error);

        public static extern void TrainConsole(Encog.Neural.Networks.BasicNetwork network, Encog.ML.Data.IMLDataSet trainingSet, int minutes);

        public static extern void TrainConsole(Encog.ML.Train.IMLTrain train, Encog.Neural.Networks.BasicNetwork network, Encog.ML.Data.IMLDataSet trainingSet, int minutes);

        public static extern double CalculateClassificationError(Encog.ML.IMLMethod method, Encog.ML.Data.IMLDataSet data);
    }

    public static class TrainingSetUtil
    {
        public static extern Encog.ML.Data.IMLDataSet LoadCSVTOMemory(CSV.CSVFormat format, string filename, bool headers, int inputSize, int idealSize);
    }
}

namespace Encog.Util
{
    public static class SerializeObject
    {
        public static extern object Load(string filename);

        public static extern void Save(string filename, object obj);
    }
}

namespace Encog.Persist
{
    public static class EncogDirectoryPersistence
    {
        public static extern object LoadObject(FileInfo file);

        public static extern void SaveObject(FileInfo filename, object obj);

        public static extern void SaveObject(Stream os, object obj);
    }
}
