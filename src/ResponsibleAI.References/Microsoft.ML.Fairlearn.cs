using System.Collections.Generic;
using Microsoft.Data.Analysis;

namespace Microsoft.ML.Fairlearn
{
    public static class MLContextExtension
    {
        public static extern FairlearnCatalog Fairlearn(this MLContext ctx);
    }

    public sealed class FairlearnCatalog
    {
        public FairlearnMetricCatalog Metric;
    }

    public class FairlearnMetricCatalog
    {
        public extern BinaryGroupMetric BinaryClassification(IDataView eval, string labelColumn, string predictedColumn, string sensitiveFeatureColumn, string scoreColumn = "Score");

        public extern RegressionGroupMetric Regression(IDataView eval, string labelColumn, string scoreColumn, string sensitiveFeatureColumn);
    }

    public class BinaryGroupMetric
    {
        public extern Dictionary<string, double> Overall();

        public extern DataFrame ByGroup();

        public extern Dictionary<string, double> DifferenceBetweenGroups();
    }

    public class RegressionGroupMetric
    {
        public extern Dictionary<string, double> Overall();

        public extern DataFrame ByGroup();

        public extern Dictionary<string, double> DifferenceBetweenGroups();
    }
}
