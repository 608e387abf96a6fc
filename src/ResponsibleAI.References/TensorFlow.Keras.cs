using System;
using System.Collections.Generic;

// Keras models of TensorFlow.NET, trained in place on arrays, tensors and data sets. Layers, losses and optimizers are not declared.
namespace Tensorflow
{
    public class Tensor
    {
        public extern Tensor this[params object[] index] { get; }

        public static extern Tensor operator +(Tensor left, Tensor right);

        public static extern Tensor operator -(Tensor left, Tensor right);

        public static extern Tensor operator *(Tensor left, Tensor right);

        public static extern Tensor operator /(Tensor left, Tensor right);
    }

    public interface IDatasetV2
    {
        IDatasetV2 batch(int batch_size, bool drop_remainder = false);

        IDatasetV2 shuffle(int buffer_size, int? seed = null, bool reshuffle_each_iteration = true);

        IDatasetV2 repeat(int count = -1);

        IDatasetV2 prefetch(int buffer_size = -1, int? slack_period = null);

        IDatasetV2 take(int count);

        IDatasetV2 skip(int count);
    }

    public static class KerasApi
    {
        public static Keras.KerasInterface keras { get; }
    }
}

namespace Tensorflow.NumPy
{
    public class NDArray : Tensor
    {
        public extern NDArray(Array value);

        public new extern NDArray this[params object[] index] { get; set; }

        public extern NDArray reshape(params long[] shape);

        public extern NDArray astype(object type);

        public static extern NDArray operator +(NDArray left, object right);

        public static extern NDArray operator -(NDArray left, object right);

        public static extern NDArray operator *(NDArray left, object right);

        public static extern NDArray operator /(NDArray left, object right);

        public static extern implicit operator NDArray(Array array);
    }

    public static class np
    {
        public static extern NDArray array(Array data);

        public static extern NDArray array<T>(params T[] data);

        public static extern NDArray load(string file);

        public static extern NDArray stack(params NDArray[] arrays);

        public static extern NDArray concatenate(params NDArray[] arrays);
    }
}

namespace Tensorflow.Keras
{
    public class KerasInterface
    {
        public extern Engine.Sequential Sequential(params object[] layers);

        public extern Engine.Functional Model(object inputs, object outputs, string name = null);
    }
}

namespace Tensorflow.Keras.Engine
{
    using Tensorflow.NumPy;

    public interface IModel
    {
        void compile(object optimizer = null, object loss = null, string[] metrics = null);

        object fit(NDArray x, NDArray y, int batch_size = -1, int epochs = 1, int verbose = 1, object callbacks = null, float validation_split = 0f, object validation_data = null, int validation_step = 10, bool shuffle = true);

        object fit(IDatasetV2 dataset, int batch_size = -1, int epochs = 1, int verbose = 1, object callbacks = null, IDatasetV2 validation_data = null, int validation_step = 10, bool shuffle = true);

        Dictionary<string, float> evaluate(NDArray x, NDArray y, int batch_size = -1, int verbose = 1, int steps = -1);

        Tensor predict(Tensor x, int batch_size = -1, int verbose = 0, int steps = -1);

        void save(string filepath, bool overwrite = true, bool include_optimizer = true, string save_format = "tf");

        void save_weights(string filepath, bool overwrite = true);

        void load_weights(string filepath);

        void summary(int line_length = -1, float[] positions = null);
    }

    public abstract class Model : IModel
    {
        public extern void compile(object optimizer = null, object loss = null, string[] metrics = null);

        public extern object fit(NDArray x, NDArray y, int batch_size = -1, int epochs = 1, int verbose = 1, object callbacks = null, float validation_split = 0f, object validation_data = null, int validation_step = 10, bool shuffle = true);

        public extern object fit(IDatasetV2 dataset, int batch_size = -1, int epochs = 1, int verbose = 1, object callbacks = null, IDatasetV2 validation_data = null, int validation_step = 10, bool shuffle = true);

        public extern Dictionary<string, float> evaluate(NDArray x, NDArray y, int batch_size = -1, int verbose = 1, int steps = -1);

        public extern Tensor predict(Tensor x, int batch_size = -1, int verbose = 0, int steps = -1);

        public extern void save(string filepath, bool overwrite = true, bool include_optimizer = true, string save_format = "tf");

        public extern void save_weights(string filepath, bool overwrite = true);

        public extern void load_weights(string filepath);

        public extern void summary(int line_length = -1, float[] positions = null);
    }

    public class Functional : Model;

    public class Sequential : Functional
    {
        public extern void add(object layer);
    }
}

namespace Tensorflow.Gradients
{
    public class GradientTape : IDisposable
    {
        public extern Tensor gradient(Tensor target, object source);

        public extern void Dispose();
    }
}
