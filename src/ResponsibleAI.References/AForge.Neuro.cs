using System.IO;

// Networks of AForge.NET and what teaches them.
namespace AForge.Neuro
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

    public class ThresholdFunction : IActivationFunction;

    public abstract class Network
    {
        public int InputsCount { get; }

        public double[] Output { get; }

        public extern double[] Compute(double[] input);

        public extern void Randomize();

        public extern void Save(string fileName);

        public extern void Save(Stream stream);

        public static extern Network Load(string fileName);

        public static extern Network Load(Stream stream);
    }

    public class ActivationNetwork : Network
    {
        public extern ActivationNetwork(IActivationFunction function, int inputsCount, params int[] neuronsCount);

        public extern void SetActivationFunction(IActivationFunction function);
    }

    public class DistanceNetwork : Network
    {
        public extern DistanceNetwork(int inputsCount, int neuronsCount);

        public extern int GetWinner();
    }
}

namespace AForge.Neuro.Learning
{
    public interface ISupervisedLearning
    {
        double Run(double[] input, double[] output);

        double RunEpoch(double[][] input, double[][] output);
    }

    public interface IUnsupervisedLearning
    {
        double Run(double[] input);

        double RunEpoch(double[][] input);
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

    public class DeltaRuleLearning : DeclaredNetworkLearning
    {
        public extern DeltaRuleLearning(ActivationNetwork network);
    }

    public class PerceptronLearning : DeclaredNetworkLearning
    {
        public extern PerceptronLearning(ActivationNetwork network);
    }

    public class EvolutionaryLearning : DeclaredNetworkLearning
    {
        public extern EvolutionaryLearning(ActivationNetwork activationNetwork, int populationSize);
    }

    public class SOMLearning : IUnsupervisedLearning
    {
        public extern SOMLearning(DistanceNetwork network);

        public extern SOMLearning(DistanceNetwork network, int width, int height);

        public double LearningRate { get; set; }

        public double LearningRadius { get; set; }

        public extern double Run(double[] input);

        public extern double RunEpoch(double[][] input);
    }
}
