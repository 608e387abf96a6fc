using System;
using Microsoft.ML;

namespace Microsoft.Extensions.ML
{
    public abstract class PredictionEnginePool<TData, TPrediction> : IDisposable
        where TData : class
        where TPrediction : class, new()
    {
        public extern ITransformer GetModel();

        public extern ITransformer GetModel(string modelName);

        public extern PredictionEngine<TData, TPrediction> GetPredictionEngine();

        public extern PredictionEngine<TData, TPrediction> GetPredictionEngine(string modelName);

        public extern void ReturnPredictionEngine(PredictionEngine<TData, TPrediction> engine);

        public extern void ReturnPredictionEngine(string modelName, PredictionEngine<TData, TPrediction> engine);

        public extern void Dispose();
    }

    public static class PredictionEnginePoolExtensions
    {
        public static extern TPrediction Predict<TData, TPrediction>(this PredictionEnginePool<TData, TPrediction> predictionEnginePool, TData example)
            where TData : class
            where TPrediction : class, new();

        public static extern TPrediction Predict<TData, TPrediction>(this PredictionEnginePool<TData, TPrediction> predictionEnginePool, string modelName, TData example)
            where TData : class
            where TPrediction : class, new();
    }
}
