using System.Globalization;
using System.Text;

namespace ResponsibleAI.Benchmarks;

/// <summary>
/// Sources of a project that trains models, of any size, the same at every call. Of four files two train (row type, pipeline, Fit,
/// save), one prepares rows by hand and one is ordinary code. The shapes are those that are frequent in public repositories.
/// </summary>
internal static class TrainingProject
{
    /// <summary>Ordinary code only: what a project without any machine-learning library holds.</summary>
    public static IEnumerable<(string Name, string Text)> WithoutTraining(int files) =>
        Enumerable.Range(0, files).Select(index => ($"Orders{index}.cs", Ordinary(index)));

    /// <summary>The mix described above.</summary>
    public static IEnumerable<(string Name, string Text)> WithTraining(int files) =>
        Enumerable.Range(0, files).Select(index => (index % 4) switch
        {
            0 => ($"Applicants{index}.cs", FluentTrainer(index)),
            1 => ($"Orders{index}.cs", Ordinary(index)),
            2 => ($"Visits{index}.cs", TrainerInSteps(index)),
            _ => ($"Rows{index}.cs", RowsByHand(index)),
        });

    /// <summary>Of twenty files one trains, one writes and logs, the others are ordinary code: a model inside an application.</summary>
    public static IEnumerable<(string Name, string Text)> WithLittleTraining(int files) =>
        Enumerable.Range(0, files).Select(static index => (index % 20) switch
        {
            0 => ($"Applicants{index}.cs", FluentTrainer(index)),
            10 => ($"Journal{index}.cs", Journal(index)),
            _ => ($"Orders{index}.cs", Ordinary(index)),
        });

    /// <summary>The purpose that the governed project declares by its property.</summary>
    public const string Purpose = "generated";

    /// <summary>The same files and one more that checks the models, so that little is left to report: the normal state of a project.</summary>
    public static IEnumerable<(string Name, string Text)> WithGovernance(int files) => WithTraining(files).Append(("Fairness.cs",
        """
        using Microsoft.ML;
        using ResponsibleAI;

        namespace Generated.Fairness;

        public static class GroupChecks
        {
            public static void Run(ITransformer model, IDataView rows) => Compare(model.Transform(rows));

            [FairnessCheck]
            private static void Compare(IDataView scored) => System.Console.WriteLine(scored.Schema.Count);
        }
        """));

    /// <summary>The policy files of the governed project.</summary>
    public static IEnumerable<(string Name, string Text)> Governance() =>
    [
        ("rai/policy.yaml",
        """
        schema: rai/policy/1
        organization: { name: Generated, establishedIn: [DE] }
        jurisdictions: [eu]
        packs: [gdpr]
        """),
        ("rai/purposes.yaml",
        """
        schema: rai/purposes/1
        purposes:
          - id: generated
            title: Measure the analyzers
            owner: owner@group.example
            reviewBy: 2099-12-31
            dataUse: train_ai_system
            useArea: research
            lawfulBasis: eu-gdpr:A6-1-f
            art9: eu-gdpr:A9-2-j
            allowedCategories: [user]
        """),
        ("rai/cards/applicants.datacard.yaml", Card("applicants", "applicants*.csv", "Age: user.demographic.age_range, Occupation: user.professional_information.job_title, MaritalStatus: user.demographic.marital_status, PostalCode: user.contact.address.postal_code, Income: user.financial.income, HoursPerWeek: user.professional_information, Approved: user.financial")),
        ("rai/cards/visits.datacard.yaml", Card("visits", "visits*.tsv", "PatientId: user.unique_id, BirthYear: user.demographic.age_range, Sex: user.demographic.gender, BloodPressure: user.health.vital_signs, Cholesterol: user.health.vital_signs, DaysInHospital: user.health")),
    ];

    private static string Card(string id, string file, string columns)
    {
        var lines = columns.Split(", ").Select(static column => column.Split(": "))
            .Select(static column => $"  - {{ name: {column[0]}, type: number, category: {column[1]}, justification: the model reads it }}");
        return $$"""
            schema: rai/datacard/1
            id: {{id}}
            name: Generated {{id}}
            description: Rows that nobody collected
            files: [{ path: "data/{{file}}" }, { path: "{{file}}" }]
            license: [{ id: CC-BY-4.0, covers: all }]
            subjects: { data: personal }
            purposes: [{ id: {{Purpose}} }]
            uses: [Measure the analyzers]
            columns:

            """ + string.Join("\n", lines) + "\n";
    }

    private static string Fill(string template, int index) => new StringBuilder(template)
        .Replace("#", index.ToString(CultureInfo.InvariantCulture))
        .Replace("\r\n", "\n")
        .ToString();

    private static string FluentTrainer(int index) => Fill(
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using Microsoft.ML;
        using Microsoft.ML.Data;

        namespace Generated.Applicants#;

        public class ApplicantRow
        {
            [LoadColumn(0)] public float Age { get; set; }
            [LoadColumn(1)] public string Occupation { get; set; } = "";
            [LoadColumn(2)] public string MaritalStatus { get; set; } = "";
            [LoadColumn(3)] public string PostalCode { get; set; } = "";
            [LoadColumn(4)] public float Income { get; set; }
            [LoadColumn(5)] public float HoursPerWeek { get; set; }
            [LoadColumn(6), ColumnName("Label")] public bool Approved { get; set; }
        }

        public class ApplicantPrediction
        {
            [ColumnName("PredictedLabel")] public bool Approved { get; set; }
            public float Probability { get; set; }
            public float Score { get; set; }
        }

        public static class ApplicantTraining
        {
            private const string DataFolder = "data";
            private static readonly string DataPath = Path.Combine(AppContext.BaseDirectory, DataFolder, "applicants#.csv");
            private static readonly string ModelPath = Path.Combine(AppContext.BaseDirectory, "applicants#.zip");

            public static ITransformer Train()
            {
                var mlContext = new MLContext(seed: 1);
                var data = mlContext.Data.LoadFromTextFile<ApplicantRow>(DataPath, separatorChar: ',', hasHeader: true);
                var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2);
                var pipeline = mlContext.Transforms.Categorical.OneHotEncoding("OccupationEncoded", nameof(ApplicantRow.Occupation))
                    .Append(mlContext.Transforms.Categorical.OneHotEncoding("MaritalStatusEncoded", nameof(ApplicantRow.MaritalStatus)))
                    .Append(mlContext.Transforms.Text.FeaturizeText("PostalCodeFeatures", "PostalCode"))
                    .Append(mlContext.Transforms.NormalizeMinMax("IncomeScaled", "Income"))
                    .Append(mlContext.Transforms.Concatenate("Features", "Age", "IncomeScaled", "HoursPerWeek", "OccupationEncoded", "MaritalStatusEncoded", "PostalCodeFeatures"))
                    .Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfLeaves: 20 + # % 10));
                var model = pipeline.Fit(split.TrainSet);
                var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet));
                Console.WriteLine($"accuracy {metrics.Accuracy:P2}, area {metrics.AreaUnderRocCurve:F3}");
                mlContext.Model.Save(model, data.Schema, ModelPath);
                return model;
            }

            public static IReadOnlyList<bool> Predict(MLContext mlContext, ITransformer model, IEnumerable<ApplicantRow> rows)
            {
                var engine = mlContext.Model.CreatePredictionEngine<ApplicantRow, ApplicantPrediction>(model);
                var answers = new List<bool>();
                foreach (var row in rows)
                {
                    if (row.Age < 18)
                    {
                        continue;
                    }

                    answers.Add(engine.Predict(row).Approved);
                }

                return answers;
            }
        }
        """, index);

    private static string TrainerInSteps(int index) => Fill(
        """
        using System;
        using System.IO;
        using System.Linq;
        using Microsoft.ML;
        using Microsoft.ML.Data;

        namespace Generated.Visits#;

        public class VisitRow
        {
            [LoadColumn(0)] public string PatientId = "";
            [LoadColumn(1)] public float BirthYear;
            [LoadColumn(2)] public string Sex = "";
            [LoadColumn(3)] public float BloodPressure;
            [LoadColumn(4)] public float Cholesterol;
            [LoadColumn(5)] public float DaysInHospital;
        }

        public class VisitTrainer
        {
            private static readonly string[] Numbers = { "BirthYear", "BloodPressure", "Cholesterol" };
            private readonly MLContext _mlContext = new MLContext(seed: #);
            private ITransformer? _model;

            public void Run(string folder)
            {
                var rows = Load(GetAbsolutePath(folder + "/visits#.tsv"));
                _model = BuildPipeline().Fit(rows);
                Report(rows);
                Save(rows.Schema);
            }

            private IDataView Load(string path) => _mlContext.Data.LoadFromTextFile<VisitRow>(path, hasHeader: true);

            private IEstimator<ITransformer> BuildPipeline()
            {
                IEstimator<ITransformer> pipeline = _mlContext.Transforms.CopyColumns("Label", nameof(VisitRow.DaysInHospital));
                pipeline = pipeline.Append(_mlContext.Transforms.Categorical.OneHotEncoding("SexEncoded", "Sex"));
                foreach (var name in Numbers)
                {
                    pipeline = pipeline.Append(_mlContext.Transforms.NormalizeMeanVariance(name));
                }

                var features = Numbers.Append("SexEncoded").ToArray();
                return pipeline
                    .Append(_mlContext.Transforms.Concatenate("Features", features))
                    .Append(_mlContext.Regression.Trainers.FastForest(labelColumnName: "Label", featureColumnName: "Features"));
            }

            private void Report(IDataView rows)
            {
                var metrics = _mlContext.Regression.Evaluate(_model!.Transform(rows));
                Console.WriteLine(metrics.RSquared);
            }

            private void Save(DataViewSchema schema) => _mlContext.Model.Save(_model, schema, GetAbsolutePath("visits#.zip"));

            private static string GetAbsolutePath(string relative) =>
                Path.Combine(new FileInfo(typeof(VisitTrainer).Assembly.Location).Directory!.FullName, relative);
        }
        """, index);

    private static string RowsByHand(int index) => Fill(
        """
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.IO;
        using Microsoft.ML;

        namespace Generated.Rows#;

        public sealed class Measurement
        {
            public float Width { get; set; }
            public float Height { get; set; }
            public float Weight { get; set; }
            public string Species { get; set; } = "";
        }

        public static class MeasurementReader
        {
            public static List<Measurement> Read(string path)
            {
                var rows = new List<Measurement>();
                foreach (var line in File.ReadLines(path))
                {
                    var parts = line.Split(',');
                    if (parts.Length < 4 || !float.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var width))
                    {
                        continue;
                    }

                    rows.Add(new Measurement
                    {
                        Width = width,
                        Height = float.Parse(parts[1], CultureInfo.InvariantCulture),
                        Weight = float.Parse(parts[2], CultureInfo.InvariantCulture),
                        Species = parts[3].Trim(),
                    });
                }

                return rows;
            }

            public static ITransformer Cluster(string path)
            {
                var mlContext = new MLContext();
                var rows = mlContext.Data.LoadFromEnumerable(Read(path));
                var pipeline = mlContext.Transforms.Concatenate("Features", "Width", "Height", "Weight")
                    .Append(mlContext.Clustering.Trainers.KMeans("Features", numberOfClusters: 3 + # % 5));
                return pipeline.Fit(rows);
            }
        }
        """, index);

    private static string Journal(int index) => Fill(
        """
        using System;
        using System.IO;

        namespace Generated.Journals#;

        public sealed class Journal
        {
            private readonly string _path = Path.Combine(AppContext.BaseDirectory, "journal#.txt");

            public void Visit(string name, int age)
            {
                Console.WriteLine($"visit of {name}, {age}");
                File.AppendAllText(_path, name + Environment.NewLine);
            }
        }
        """, index);

    private static string Ordinary(int index) => Fill(
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Generated.Orders#;

        public sealed record OrderLine(string ProductName, int Quantity, decimal Price);

        public sealed class Order
        {
            public Guid Id { get; } = Guid.NewGuid();
            public string CustomerName { get; set; } = "";
            public string Email { get; set; } = "";
            public DateTime Created { get; set; }
            public List<OrderLine> Lines { get; } = new List<OrderLine>();
            public decimal Total => Lines.Sum(line => line.Quantity * line.Price);
        }

        public interface IOrderStore
        {
            Task<Order?> FindAsync(Guid id, CancellationToken cancellation);
            Task SaveAsync(Order order, CancellationToken cancellation);
        }

        public sealed class OrderService
        {
            private readonly IOrderStore _store;
            private readonly Dictionary<Guid, Order> _recent = new Dictionary<Guid, Order>();

            public OrderService(IOrderStore store) => _store = store;

            public async Task<decimal> AddLineAsync(Guid id, OrderLine line, CancellationToken cancellation)
            {
                if (line.Quantity <= 0)
                {
                    throw new ArgumentOutOfRangeException(nameof(line));
                }

                if (!_recent.TryGetValue(id, out var order))
                {
                    order = await _store.FindAsync(id, cancellation) ?? throw new KeyNotFoundException(id.ToString());
                    _recent[id] = order;
                }

                order.Lines.Add(line);
                await _store.SaveAsync(order, cancellation);
                return order.Total;
            }

            public IEnumerable<string> Summary(IEnumerable<Order> orders) =>
                from order in orders
                where order.Lines.Count > # % 3
                group order by order.CustomerName into customer
                orderby customer.Sum(order => order.Total) descending
                select $"{customer.Key}: {customer.Count()} orders, {customer.Sum(order => order.Total):N2}";
        }
        """, index);
}
