using System.Collections.Generic;

// Models of Keras.NET, trained in place on arrays of Numpy.NET. Layers are not declared.
namespace Keras.Models
{
    public abstract class BaseModel
    {
        public extern void Compile(object optimizer, string loss, string[] metrics = null, float[] loss_weights = null);

        public extern object Fit(Numpy.NDarray x, Numpy.NDarray y, int? batch_size = null, int epochs = 1, int verbose = 1, object[] callbacks = null, float validation_split = 0.0f, Numpy.NDarray[] validation_data = null, bool shuffle = true,
            Dictionary<int, float> class_weight = null, Numpy.NDarray sample_weight = null, int initial_epoch = 0, int? steps_per_epoch = null, int? validation_steps = null);

        public extern object FitGenerator(object generator, int? steps_per_epoch = null, int epochs = 1, int verbose = 1, object[] callbacks = null, object validation_data = null, int? validation_steps = null);

        public extern double[] TrainOnBatch(Numpy.NDarray x, Numpy.NDarray y, Numpy.NDarray sample_weight = null, Dictionary<int, float> class_weight = null);

        public extern double[] Evaluate(Numpy.NDarray x, Numpy.NDarray y, int? batch_size = null, int verbose = 1, Numpy.NDarray sample_weight = null, int? steps = null, object[] callbacks = null);

        public extern Numpy.NDarray Predict(Numpy.NDarray x, int? batch_size = null, int verbose = 1, int? steps = null, object[] callbacks = null);

        public extern string ToJson();

        public extern void Save(string filepath, bool overwrite = true, bool include_optimizer = true);

        public extern void SaveWeight(string path);

        public extern void LoadWeight(string path);

        public extern void SaveTensorflowJSFormat(string artifacts_dir, bool quantize = false);

        public static extern BaseModel LoadModel(string path);

        public static extern BaseModel ModelFromJson(string json_string);
    }

    public class Sequential : BaseModel
    {
        public extern void Add(object layer);
    }

    public class Model : BaseModel
    {
        public extern Model(object[] inputs, object[] outputs, string name = "");
    }
}

namespace Keras.Utils
{
    public static class Util
    {
        public static extern Numpy.NDarray ToCategorical(Numpy.NDarray y, int? num_classes = null, string dtype = "float32");
    }
}

namespace Numpy
{
    public class NDarray
    {
        public extern NDarray this[string slicing] { get; set; }

        public extern NDarray this[params object[] index] { get; set; }

        public extern T[] GetData<T>();

        public extern NDarray reshape(params int[] shape);

        public extern NDarray astype(object dtype, bool copy = true);

        public static extern NDarray operator +(NDarray left, object right);

        public static extern NDarray operator -(NDarray left, object right);

        public static extern NDarray operator *(NDarray left, object right);

        public static extern NDarray operator /(NDarray left, object right);
    }

    public class NDarray<T> : NDarray;

    public static class np
    {
        public static extern NDarray<T> array<T>(params T[] data);

        public static extern NDarray<T> array<T>(T[,] data);

        public static extern NDarray<T> array<T>(T[][] data);

        public static extern NDarray array(List<NDarray> arrays);

        public static extern NDarray array(IEnumerable<NDarray> arrays);

        public static extern NDarray concatenate(NDarray[] arrays, int axis = 0);

        public static extern NDarray loadtxt(string fname, object dtype = null, string[] comments = null, string delimiter = null, Dictionary<string, string> converters = null, int? skiprows = 0, int[] usecols = null, bool? unpack = false, int? ndmin = 0);
    }
}
