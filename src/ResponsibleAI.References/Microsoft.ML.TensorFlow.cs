using System;
using Microsoft.ML;
using Microsoft.ML.Transforms;
using ResponsibleAI.References;

namespace Microsoft.ML
{
    public static class TensorflowCatalog
    {
        public static extern TensorFlowModel LoadTensorFlowModel(this ModelOperationsCatalog catalog, string modelLocation);

        public static extern TensorFlowModel LoadTensorFlowModel(this ModelOperationsCatalog catalog, string modelLocation, bool treatOutputAsBatched);
    }
}

namespace Microsoft.ML.Transforms
{
    public abstract class TensorFlowModel : IDisposable
    {
        public extern DataViewSchema GetModelSchema();

        public extern DataViewSchema GetInputSchema();

        public extern TensorFlowEstimator ScoreTensorFlowModel(string outputColumnName, string inputColumnName, bool addBatchDimensionInput = false);

        public extern TensorFlowEstimator ScoreTensorFlowModel(string[] outputColumnNames, string[] inputColumnNames, bool addBatchDimensionInput = false);

        public extern void Dispose();
    }

    public abstract class TensorFlowTransformer : DeclaredTransformer;

    public abstract class TensorFlowEstimator : DeclaredEstimator<TensorFlowTransformer>;
}
