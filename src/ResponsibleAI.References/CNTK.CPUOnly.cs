using System.Collections.Generic;

// What trains functions of CNTK, and what it is given: batches of a file, or of arrays. How functions are made is not declared.
namespace CNTK
{
    public class DeviceDescriptor
    {
        public static DeviceDescriptor CPUDevice { get; }

        public static extern DeviceDescriptor GPUDevice(int id);

        public static extern DeviceDescriptor UseDefaultDevice();
    }

    public enum DataType { Float, Double }

    public class NDShape
    {
        public static extern NDShape CreateNDShape(IEnumerable<int> dimensions);

        public static extern implicit operator NDShape(int[] dimensions);
    }

    public class Variable
    {
        public string Name { get; }

        public static extern Variable InputVariable(NDShape shape, DataType dataType, string name = "", IList<object> dynamicAxes = null, bool isSparse = false);

        public static extern implicit operator Variable(Function function);
    }

    public class Value
    {
        public static extern Value CreateBatch<T>(NDShape sampleShape, IEnumerable<T> batch, DeviceDescriptor device, bool readOnly = false);

        public static extern Value CreateBatchOfSequences<T>(NDShape sampleShape, IEnumerable<IEnumerable<T>> batch, DeviceDescriptor device, bool readOnly = false);

        public static extern Value CreateSequence<T>(NDShape sampleShape, IEnumerable<T> sequence, DeviceDescriptor device, bool readOnly = false);
    }

    public class Function
    {
        public IList<Variable> Arguments { get; }

        public Variable Output { get; }

        public extern IList<object> Parameters();

        public extern void Save(string filepath);

        public extern byte[] Save();

        public static extern Function Load(string filepath, DeviceDescriptor computeDevice);

        public static extern implicit operator Function(Variable variable);
    }

    public class Learner;

    public class StreamConfiguration
    {
        public extern StreamConfiguration(string streamName, int dim, bool isSparse = false, string streamAlias = "", bool definesMbSize = false);
    }

    public class StreamInformation;

    public class MinibatchData
    {
        public uint numberOfSamples { get; }

        public bool sweepEnd { get; }
    }

    public class UnorderedMapStreamInformationMinibatchData : Dictionary<StreamInformation, MinibatchData>;

    public class MinibatchSource
    {
        public static readonly ulong InfinitelyRepeat;

        public static readonly ulong FullDataSweep;

        public static extern MinibatchSource TextFormatMinibatchSource(string dataFilePath, IList<StreamConfiguration> streamConfigs, ulong epochSize, bool randomize = true);

        public static extern MinibatchSource TextFormatMinibatchSource(string dataFilePath, IList<StreamConfiguration> streamConfigs);

        public extern StreamInformation StreamInfo(string streamName);

        public extern UnorderedMapStreamInformationMinibatchData GetNextMinibatch(uint minibatchSizeInSamples, DeviceDescriptor device);
    }

    public class Trainer
    {
        public static extern Trainer CreateTrainer(Function model, Function lossFunction, Function evaluationFunction, IList<Learner> learners);

        public extern bool TrainMinibatch(IDictionary<Variable, Value> arguments, bool isSweepEndInArguments, DeviceDescriptor computeDevice);

        public extern bool TrainMinibatch(IDictionary<Variable, MinibatchData> arguments, DeviceDescriptor computeDevice);

        public extern double PreviousMinibatchLossAverage();

        public extern double PreviousMinibatchEvaluationAverage();

        public extern void SaveCheckpoint(string filePath);
    }
}
