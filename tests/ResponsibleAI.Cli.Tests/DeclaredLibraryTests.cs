namespace ResponsibleAI.Cli.Tests;

/// <summary>Code whose ML packages are not carried whole is analyzed by their declarations, and that is said; what has none is listed.</summary>
public sealed class DeclaredLibraryTests
{
    private const string Start = "using System; using System.Linq; using Microsoft.ML; using Microsoft.ML.Data;\n" + """
        public class Patient
        {
            [LoadColumn(0)] public float Age { get; set; }
            [LoadColumn(1)] public string Sex { get; set; } = "";
            [LoadColumn(2)] public string Diagnosis { get; set; } = "";
            [LoadColumn(3)] public string Notes { get; set; } = "";
            [LoadColumn(4)] public float Cost { get; set; }
        }
        public class Seen { [VectorType(3)] public double[] Values { get; set; } = []; }

        """;

    private static string Project(params string[] packages) =>
        $"<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup>{string.Concat(packages.Select(static package => $"<PackageReference Include=\"{package}\" Version=\"1.0.0\" />"))}</ItemGroup></Project>";

    private static string Trains(string body, string usings = "") => usings + Start + $$"""
        public static class Trainer
        {
            public static void Main()
            {
                var ml = new MLContext();
                var data = ml.Data.LoadFromTextFile<Patient>("patients.csv");
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("", "ml.Transforms.Conversion.MapValueToKey(\"Sex\").Append(ml.Transforms.Conversion.MapValueToKey(\"Diagnosis\")).Append(ml.Recommendation().Trainers.MatrixFactorization(\"Cost\", \"Sex\", \"Diagnosis\")).Fit(data);", "Patient.Sex", "MatrixFactorization")]
    [InlineData("using Microsoft.ML.Trainers;", "var o = new MatrixFactorizationTrainer.Options { LabelColumnName = \"Cost\", MatrixColumnIndexColumnName = \"Sex\", MatrixRowIndexColumnName = \"Diagnosis\" }; ml.Recommendation().CrossValidate(data, ml.Recommendation().Trainers.MatrixFactorization(o));", "Patient.Sex", "MatrixFactorization")]
    [InlineData("using Microsoft.ML.AutoML;", "var best = ml.Auto().CreateRegressionExperiment(60).Execute(data, labelColumnName: \"Cost\").BestRun.Model;", "Patient.Age", "RegressionExperiment")]
    [InlineData("using Microsoft.ML.AutoML;", "var p = ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.Auto().Regression(labelColumnName: \"Cost\")); ml.Auto().CreateExperiment().SetPipeline(p).SetDataset(data, 5).Run();", "Patient.Age", "Regression")]
    [InlineData("using Microsoft.ML.AutoML;", "var p = ml.Auto().Featurizer(data, excludeColumns: new[] { \"Cost\", \"Sex\", \"Diagnosis\" }).Append(ml.Auto().Regression(labelColumnName: \"Cost\")); ml.Auto().CreateExperiment().SetPipeline(p).SetDataset(ml.Data.TrainTestSplit(data)).Run();", "Patient.Age", "Regression")]
    [InlineData("using Microsoft.ML.TorchSharp;", "ml.Transforms.Conversion.MapValueToKey(\"Label\", \"Diagnosis\").Append(ml.MulticlassClassification.Trainers.TextClassification(sentence1ColumnName: \"Notes\")).Fit(data);", "Patient.Diagnosis", "TextClassification")]
    [InlineData("", "ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.Regression.Trainers.Ols(\"Cost\")).Fit(data);", "Patient.Age", "Ols")]
    public async Task Trainers_of_packages_that_are_only_declared_are_found(string usings, string body, string column, string trainer)
    {
        using var repo = Repo.With(("src/Trainer.csproj", Project("Microsoft.ML")), ("src/Trainer.cs", Trains(body, usings)));

        var outcome = await repo.Run("check");

        var finding = Assert.Single(outcome.Output.Split('\n'), static line => line.Contains("RAI1001:", StringComparison.Ordinal));
        Assert.Contains($"'{column}'", finding, StringComparison.Ordinal);
        Assert.Contains(trainer, finding, StringComparison.Ordinal);
    }

    private const string AutoML = "using Microsoft.ML.AutoML;";
    private const string Execute = "var result = ml.Auto().CreateRegressionExperiment(60).Execute(data, labelColumnName: \"Cost\"); ";
    private const string Fitted = "var split = ml.Data.TrainTestSplit(data); var model = ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.Regression.Trainers.Sdca(\"Cost\")).Fit(split.TrainSet); ";
    private const string Series = "var model = ml.Transforms.DetectSpikeBySsa(\"Seen\", \"Cost\", 95.0, 8, 25, 6).Fit(data); ";
    private const string Save = "ml.Model.Save(model, data.Schema, \"model.zip\");";

    [Theory]
    [InlineData(AutoML, Execute + "ITransformer model = result.BestRun.Model; " + Save, "RegressionExperiment is saved")]
    [InlineData(AutoML, Execute + "RunDetail<RegressionMetrics> best = result.BestRun; var model = best.Model; " + Save, "RegressionExperiment is saved")]
    [InlineData(AutoML, Execute + "var model = result?.BestRun?.Model; " + Save, "RegressionExperiment is saved")]
    [InlineData(AutoML, Execute + "var model = result.RunDetails.OrderBy(run => run.RuntimeInSeconds).First().Model; " + Save, "RegressionExperiment is saved")]
    [InlineData(AutoML, "var model = ml.Auto().CreateExperiment().SetPipeline(ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.Auto().Regression(labelColumnName: \"Cost\"))).SetDataset(data, 5).Run().Model; " + Save, "Regression is saved")]
    [InlineData("", Fitted + "using var file = System.IO.File.Create(\"model.onnx\"); ml.Model.ConvertToOnnx(model, data, file);", "Sdca is exported")]
    [InlineData("using Microsoft.ML.Transforms.TimeSeries;", Series + "model.CreateTimeSeriesEngine<Patient, Seen>(ml).CheckPoint(ml, \"model.zip\");", "DetectSpikeBySsa is saved")]
    [InlineData("using Microsoft.ML.Transforms.TimeSeries;", Series + "var engine = model.CreateTimeSeriesPredictionFunction<Patient, Seen>(ml); engine.CheckPoint(ml, \"model.zip\");", "DetectSpikeBySsa is saved")]
    [InlineData("using Microsoft.ML.Fairlearn;", Fitted + "if (ml.Fairlearn().Metric.Regression(model.Transform(split.TestSet), \"Cost\", \"Score\", \"Sex\").DifferenceBetweenGroups()[\"RMS\"] > 1) return; " + Save, null)]
    public async Task Models_that_they_save_export_or_check_are_followed_to_their_training(string usings, string body, string? said)
    {
        using var repo = Repo.With(("src/Trainer.csproj", Project("Microsoft.ML")), ("src/Trainer.cs", Trains(body, usings)));

        var findings = (await repo.Run("check")).Output.Split('\n').Where(static line => line.Contains("RAI3001:", StringComparison.Ordinal)).ToList();

        if (said is null)
            Assert.Empty(findings);
        else
            Assert.Contains($"The model of {said} with no fairness check in the project", Assert.Single(findings), StringComparison.Ordinal);
    }

    private const string People = "using System.IO; using System.Linq;\n" + """
        public class Student { public double Age { get; set; } public double Grade { get; set; } public int Passed { get; set; } public string Email { get; set; } = ""; }

        """;

    private const string Rows = "var students = File.ReadAllLines(\"students.csv\").Select(line => line.Split(',')).Select(cells => new Student { Age = double.Parse(cells[0]), Grade = double.Parse(cells[1]), Passed = int.Parse(cells[2]) }).ToList(); "
        + "var x = students.Select(student => new[] { student.Age, student.Grade }).ToArray(); var y = students.Select(student => student.Passed).ToArray(); ";

    [Theory]
    [InlineData("Accord.MachineLearning", "using Accord.IO; using Accord.MachineLearning.VectorMachines.Learning; using Accord.Statistics.Kernels;", Rows + "var svm = new SequentialMinimalOptimization<Gaussian> { Complexity = 100 }.Learn(x, y); Serializer.Save(svm, \"svm.bin\");", "RAI1001|RAI2001|RAI3001")]
    [InlineData("Accord.MachineLearning", "using Accord.MachineLearning;", Rows + "var clusters = new KMeans(3).Learn(x);", "RAI1001|RAI2001")]
    [InlineData("Accord.MachineLearning", "using Accord.MachineLearning.Rules;", Rows + "var rules = new Apriori<double>(3, 0.5).Learn(x);", "RAI1001|RAI2001")]
    [InlineData("Accord.Neuro", "using Accord.Neuro; using Accord.Neuro.Learning;", Rows + "var net = new ActivationNetwork(new SigmoidFunction(2), 2, 5, 1); new BackPropagationLearning(net) { LearningRate = 0.1 }.RunEpoch(x, y.Select(one => new double[] { one }).ToArray());", "RAI1001|RAI2001")]
    [InlineData("AForge.Neuro", "using AForge.Neuro; using AForge.Neuro.Learning;", Rows + "var net = new ActivationNetwork(new SigmoidFunction(2), 2, 5, 1); var teacher = new BackPropagationLearning(net); teacher.RunEpoch(x, y.Select(one => new double[] { one }).ToArray()); net.Save(\"net.bin\");", "RAI1001|RAI2001|RAI3001")]
    [InlineData("encog-dotnet-core", "using Encog.ML.Data.Basic; using Encog.Neural.Networks; using Encog.Neural.Networks.Training.Propagation.Resilient; using Encog.Persist;", Rows + "var net = new BasicNetwork(); var train = new ResilientPropagation(net, new BasicMLDataSet(x, y.Select(one => new double[] { one }).ToArray())); train.Iteration(); EncogDirectoryPersistence.SaveObject(new FileInfo(\"net.eg\"), net);", "RAI1001|RAI2001|RAI3001")]
    [InlineData("SharpLearning", "using SharpLearning.InputOutput.Csv; using SharpLearning.RandomForest.Learners;", "var parser = new CsvParser(() => new StreamReader(\"students.csv\")); var model = new ClassificationRandomForestLearner(trees: 50).Learn(parser.EnumerateRows(\"Age\", \"Gender\", \"GPA\").ToF64Matrix(), parser.EnumerateRows(\"Passed\").ToF64Vector()); model.Save(() => new StreamWriter(\"model.xml\"));", "RAI1001|RAI2001|RAI3001")]
    [InlineData("Keras.NET", "using Keras.Models; using Numpy;", Rows + "var model = new Sequential(); model.Fit(np.array(x), np.array(y), epochs: 3); model.Save(\"model.h5\");", "RAI1001|RAI2001|RAI3001")]
    [InlineData("TensorFlow.Keras", "using Tensorflow.NumPy; using static Tensorflow.KerasApi;", Rows + "var model = keras.Model(keras.Input(2), keras.layers.Dense(1)); model.fit(np.array(students.Select(student => (float)student.Age).ToArray()), np.array(y), epochs: 3); model.save(\"model\");", "RAI1001|RAI2001|RAI3001")]
    [InlineData("CNTK.CPUOnly", "using System.Collections.Generic; using CNTK;", "void Train(CNTK.Trainer trainer, Variable input, DeviceDescriptor device) { var source = MinibatchSource.TextFormatMinibatchSource(\"students.txt\", new List<StreamConfiguration>()); var batch = source.GetNextMinibatch(64, device); trainer.TrainMinibatch(new Dictionary<Variable, MinibatchData> { { input, batch[source.StreamInfo(\"x\")] } }, device); }", "RAI1001|RAI2001")]
    [InlineData("Deedle", "using Accord.Statistics.Models.Regression.Linear; using Deedle;", "var frame = Frame.ReadCsv(\"students.csv\").Where(row => row.Value.GetAs<double>(\"Religion\") > 0); new OrdinaryLeastSquares().Learn(frame.GetColumn<double>(\"Age\").Values.ToArray(), frame[\"GPA\"].Values.ToArray());", "RAI1001|RAI2001")]
    [InlineData("AForge.Neuro", "using AForge.Neuro; using AForge.Neuro.Learning;", "var net = new ActivationNetwork(new SigmoidFunction(2), 2, 5, 1); new BackPropagationLearning(net).RunEpoch(new[] { new double[] { 0, 1 } }, new[] { new double[] { 1 } }); net.Save(\"xor.bin\");", "")]
    [InlineData("OpenAI", "using OpenAI; using OpenAI.Files;", "var client = new OpenAIClient(\"key\"); OpenAIFile file = client.GetOpenAIFileClient().UploadFile(\"chats.jsonl\", FileUploadPurpose.FineTune); client.GetFineTuningClient().FineTune(\"base\", file.Id, waitUntilCompleted: false);", "RAI2001")]
    [InlineData("OpenAI", "using OpenAI.Embeddings;", "void Embed(Student student) => new EmbeddingClient(\"model\", \"key\").GenerateEmbedding($\"{student.Email}\");", "RAI1007")]
    [InlineData("Microsoft.Extensions.AI.Abstractions", "using Microsoft.Extensions.AI;", "void Embed(IEmbeddingGenerator<string, Embedding<float>> generator, Student student) => generator.GenerateAsync([student.Email]);", "RAI1007")]
    [InlineData("OpenAI", "using OpenAI;", "var client = new OpenAIClient(\"key\"); new StringReader(\"\").ReadLine();", "")]
    public async Task Other_libraries_that_are_only_declared_are_followed(string package, string usings, string body, string rules)
    {
        using var repo = Repo.With(("src/Trainer.csproj", Project(package)), ("src/Trainer.cs", $"{usings} {People} public static class Trainer {{ public static void Main() {{ {body} }} }}"));

        var said = (await repo.Run("check")).Output.Split('\n').SelectMany(static line => new[] { "RAI1001", "RAI1007", "RAI2001", "RAI3001" }.Where(rule => line.Contains(rule + ":", StringComparison.Ordinal)));

        Assert.Equal(rules, string.Join('|', said.Distinct().Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("ml.Regression.Trainers.StochasticDualCoordinateAscent()")]
    [InlineData("ml.Regression.Trainers.FastTree(numLeaves: 50, numTrees: 50, minDatapointsInLeaves: 20)")]
    [InlineData("ml.Regression.Trainers.FastTree(featureColumnName: DefaultColumnNames.Features)")]
    [InlineData("ml.Regression.Trainers.FastTree(labelColumn: DefaultColumnNames.Label)")]
    [InlineData("ml.Regression.Trainers.LightGbm(labelColumn: \"Label\", featureColumn: \"Features\", learningRate: 0.1)")]
    [InlineData("ml.Regression.Trainers.LightGbm(\"Label\", \"Features\")")]
    [InlineData("ml.Regression.Trainers.GeneralizedAdditiveModels(labelColumn: \"Label\")")]
    [InlineData("ml.Clustering.Trainers.KMeans(\"Features\", clustersCount: 3)")]
    [InlineData("ml.Transforms.Normalize(\"Features\", mode: Microsoft.ML.Transforms.Normalizers.NormalizingEstimator.NormalizerMode.MinMax).Append(ml.Regression.Trainers.FastTree(labelColumn: \"Label\"))")]
    public async Task Members_of_before_version_1_are_followed(string trainer)
    {
        using var repo = Repo.With(("src/Old.csproj", Project("Microsoft.ML")), ("src/Old.cs", Start + $$"""
            public static class Trainer
            {
                public static void Main()
                {
                    var ml = new MLContext();
                    var reader = ml.Data.CreateTextReader<Patient>(hasHeader: true, separatorChar: ',');
                    var (train, test) = ml.Regression.TrainTestSplit(reader.Read("patients.csv"), testFraction: 0.2);
                    var model = ml.Transforms.CopyColumns(("Label", "Cost")).Append(ml.Transforms.Concatenate("Features", "Age")).Append({{trainer}}).Fit(train);
                    using var file = System.IO.File.Create("model.zip");
                    ml.Model.Save(model, file);
                }
            }
            """));

        var outcome = await repo.Run("check");

        Assert.Contains("'Patient.Age'", Assert.Single(outcome.Output.Split('\n'), static line => line.Contains("RAI1001:", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("RAI2001: Dataset 'patients.csv'", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("RAI3001:", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new MultiFileSource(\"patients.csv\")", "RAI2001: Dataset 'patients.csv' is loaded")]
    [InlineData("new MultiFileSource(\"d/01.csv\", \"d/02.csv\")", "RAI2001: Dataset '01.csv' (with one more file) is loaded")]
    [InlineData("new UnheardSource(\"patients.csv\")", "RAI2003:")]
    public async Task The_files_of_a_source_are_known_whose_namespace_is_of_before_version_1(string source, string said)
    {
        using var repo = Repo.With(("src/Old.csproj", Project("Microsoft.ML")), ("src/Old.cs", $$"""
            using Microsoft.ML;
            using Microsoft.ML.Runtime.Data;
            public static class Trainer
            {
                public static void Main()
                {
                    var ml = new MLContext();
                    var reader = new TextLoader(new LocalEnvironment(), new TextLoader.Arguments { Separator = ",", Column = new[] { new TextLoader.Column("Age", DataKind.R4, 1), new TextLoader.Column("Label", DataKind.R4, 2) } });
                    var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.FastTree()).Fit(reader.Read({{source}}));
                }
            }
            """));

        var outcome = await repo.Run("check");

        Assert.Contains(said, outcome.Output, StringComparison.Ordinal);
        Assert.Equal(said.Contains("RAI2001", StringComparison.Ordinal), outcome.Output.Contains("RAI2001", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ml.Data.TextReader(new TextLoader.Arguments() { Separator = \",\", Column = new[] { new TextLoader.Column(\"Age\", DataKind.R4, 1), new TextLoader.Column(\"Label\", DataKind.R4, 2) } })", true)]
    [InlineData("ml.Data.CreateTextLoader(new[] { new TextLoader.Column(\"Age\", DataKind.R4, 1), new TextLoader.Column(\"Label\", DataKind.R4, 2) }, hasHeader: true, separatorChar: ',')", true)]
    [InlineData("Unheard.Reader(new[] { new TextLoader.Column(\"Age\", DataKind.R4, 1), new TextLoader.Column(\"Label\", DataKind.R4, 2) })", false)]
    public async Task A_reader_with_columns_as_before_version_1_is_one(string reader, bool isOne)
    {
        using var repo = Repo.With(("src/Old.csproj", Project("Microsoft.ML")), ("src/Old.cs", Start + $$"""
            public static class Trainer
            {
                public static void Main()
                {
                    var ml = new MLContext();
                    var reader = {{reader}};
                    var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.FastTree()).Fit(reader.Read("patients.csv"));
                    var predict = model.MakePredictionFunction<Patient, Cost>(ml);
                }
            }
            public class Cost { public float Score; }
            """));

        var outcome = await repo.Run("check");

        Assert.Equal(isOne, outcome.Output.Contains("RAI2001: Dataset 'patients.csv'", StringComparison.Ordinal));
        Assert.Equal(isOne, outcome.Output.Contains("warning RAI1001: 'Age'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("System.Web.Hosting.HostingEnvironment.MapPath(@\"~/App_Data/patients.csv\")")]
    [InlineData("Server.MapPath(\"~/App_Data/\" + \"patients.csv\")")]
    [InlineData("_host.Server.MapPath(\"patients.csv\")")]
    public async Task A_path_of_a_web_site_is_known_below_it(string path)
    {
        using var repo = Repo.With(("src/Trainer.csproj", Project("Microsoft.ML")), ("src/Trainer.cs", Trains("ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.Regression.Trainers.Sdca(\"Cost\")).Fit(data);").Replace("\"patients.csv\"", path, StringComparison.Ordinal)));

        Assert.Contains("RAI2001: Dataset 'patients.csv'", (await repo.Run("check")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Application.StartupPath + \"\\\\patients.csv\"", true)]
    [InlineData("System.Windows.Forms.Application.StartupPath + @\"\\\" + \"patients.csv\"", true)]
    [InlineData("$\"{Application.StartupPath}/patients.csv\"", true)]
    [InlineData("System.IO.Path.Combine(Application.StartupPath, \"Data\", \"patients.csv\")", true)]
    [InlineData("System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Application.ExecutablePath), \"patients.csv\")", true)]
    [InlineData("System.IO.Path.GetFullPath(System.IO.Path.Combine(_host.ContentRootPath, \"patients.csv\"))", true)]
    [InlineData("Application.streamingAssetsPath + \"/patients.csv\"", true)]
    [InlineData("System.IO.Path.Combine(FileSystem.AppDataDirectory, \"patients.csv\")", true)]
    [InlineData("_dialog.FileName", false)]
    [InlineData("Chosen.StartupPath + _dialog.FileName", false)]
    [InlineData("Application.StartupPath + _dialog.FileName", false)]
    [InlineData("_route.Combine(Application.StartupPath, \"patients.csv\")", false)]
    public async Task A_path_below_the_folder_of_a_framework_that_is_not_in_sight_is_known(string path, bool known)
    {
        using var repo = Repo.With(("src/Trainer.csproj", Project("Microsoft.ML")), ("src/Trainer.cs", Trains("ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.Regression.Trainers.Sdca(\"Cost\")).Fit(data);").Replace("\"patients.csv\"", path, StringComparison.Ordinal)));

        var output = (await repo.Run("check")).Output;

        Assert.Equal(known, output.Contains("RAI2001: Dataset 'patients.csv'", StringComparison.Ordinal));
        Assert.Equal(!known, output.Contains("RAI2003:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_of_an_experiment_may_stand_on_its_variable()
    {
        using var repo = Repo.With(("src/Trainer.csproj", Project("Microsoft.ML")), ("src/Trainer.cs", Trains("""
            var experiment = ml.Auto().CreateExperiment();
            experiment.SetPipeline(ml.Transforms.Concatenate("Features", "Age").Append(ml.Auto().Regression(labelColumnName: "Cost"))).SetRegressionMetric(RegressionMetric.RSquared, labelColumn: "Cost").SetTrainingTimeInSeconds(60).SetDataset(ml.Data.TrainTestSplit(data));
            var result = experiment.Run();
            """, "using Microsoft.ML.AutoML;")));

        Assert.Contains("'Patient.Age'", Assert.Single((await repo.Run("check")).Output.Split('\n'), static line => line.Contains("RAI1001:", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_factory_of_a_sweepable_trainer_is_read()
    {
        using var repo = Repo.With(("src/Trainer.csproj", Project("Microsoft.ML")), ("src/Trainer.cs", Trains("""
            var trainer = ml.Auto().CreateSweepableEstimator((context, parameter) => context.Regression.Trainers.Sdca("Cost"), space);
            ml.Auto().CreateExperiment().SetPipeline(ml.Transforms.Concatenate("Features", "Age").Append(trainer)).SetDataset(data, 5).Run();
            """.Replace("space)", "new SearchSpace<SdcaOption>())", StringComparison.Ordinal), "using Microsoft.ML.AutoML; using Microsoft.ML.AutoML.CodeGen; using Microsoft.ML.SearchSpace;")));

        var finding = Assert.Single((await repo.Run("check")).Output.Split('\n'), static line => line.Contains("RAI1001:", StringComparison.Ordinal));
        Assert.Contains("'Patient.Age'", finding, StringComparison.Ordinal);
        Assert.DoesNotContain("'Patient.Sex'", finding, StringComparison.Ordinal);
        Assert.Contains("into the training of Sdca;", finding, StringComparison.Ordinal);
    }

    private static string Torch(string download) => $$"""
        using TorchSharp;
        using datasets = TorchSharp.torchvision.datasets;
        using transforms = TorchSharp.torchvision.transforms;
        var scale = transforms.Compose(transforms.Resize(32, 32), transforms.ConvertImageDtype(torch.ScalarType.Float32));
        var training = datasets.FashionMNIST("pictures", train: true, download: {{download}}, target_transform: scale);
        var test = datasets.FashionMNIST("pictures", train: false, download: {{download}}, target_transform: scale);
        var loader = torch.utils.data.DataLoader(training, 64, shuffle: true);
        var model = torchvision.models.vgg16(num_classes: 10);
        var criterion = torch.nn.CrossEntropyLoss();
        var optimizer = torch.optim.SGD(model.parameters(), learningRate: 0.001);
        foreach (var batch in loader)
        {
            var loss = criterion.call(model.call(batch["data"]), batch["label"]);
            loss.backward();
            optimizer.step();
        }
        """;

    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", 0)]
    public async Task A_dataset_of_TorchVision_is_a_load_and_its_download_a_download(string download, int downloads)
    {
        using var repo = Repo.With(("src/Trainer.csproj", Project("TorchSharp")), ("src/Trainer.cs", Torch(download)));

        var outcome = await repo.Run("check");
        var map = await repo.Run("map");

        Assert.Contains("RAI2001: Dataset 'FashionMNIST'", Assert.Single(outcome.Output.Split('\n'), static line => line.Contains("RAI2001:", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(downloads, outcome.Output.Split('\n').Count(static line => line.Contains("RAI2005:", StringComparison.Ordinal)));
        Assert.Contains("\"name\": \"pictures/FashionMNIST\"", map.Output, StringComparison.Ordinal);
        Assert.Contains("\"role\": \"train\"", map.Output, StringComparison.Ordinal);
        Assert.Contains("\"role\": \"test\"", map.Output, StringComparison.Ordinal);
        Assert.Equal(downloads == 1, map.Output.Contains("\"downloadedFrom\": \"datasets.FashionMNIST\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("using var scope = factory.CreateScope(); var db = scope.ServiceProvider.GetRequiredService<Clinic>();")]
    [InlineData("using var scope = provider.CreateScope(); var db = scope.ServiceProvider.GetService<Clinic>();")]
    [InlineData("await using var scope = factory.CreateAsyncScope(); var db = scope.ServiceProvider.GetRequiredService<Clinic>();")]
    public async Task A_context_that_a_scope_of_services_gives_has_its_tables(string gives)
    {
        using var repo = Repo.With(("src/Trainer.csproj", Project("Microsoft.ML")), ("src/Trainer.cs", "using Microsoft.EntityFrameworkCore; using Microsoft.Extensions.DependencyInjection; using System.Threading.Tasks; " + Start + $$"""
            public class Clinic : DbContext { public DbSet<Patient> Visits { get; set; } }
            public class Trainer(IServiceScopeFactory factory, IServiceProvider provider)
            {
                public async Task Train()
                {
                    {{gives}}
                    var rows = await db.Visits.AsNoTracking().ToListAsync();
                    var ml = new MLContext();
                    ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.Sdca("Cost")).Fit(ml.Data.LoadFromEnumerable(rows));
                }
            }
            """));

        Assert.Contains("RAI2001: Table 'Visits' is loaded", (await repo.Run("check")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Microsoft.Data.Sqlite", "using var connection = new SqliteConnection(\"Data Source=a\"); using var command = connection.CreateCommand(); command.CommandText = sql; using var reader = await command.ExecuteReaderAsync();")]
    [InlineData("Microsoft.Data.SqlClient", "using var connection = new SqlConnection(\"a\"); using var command = new SqlCommand(sql, connection); command.Parameters.AddWithValue(\"@a\", 1); using SqlDataReader reader = command.ExecuteReader();")]
    [InlineData("Npgsql", "await using var connection = new NpgsqlConnection(\"a\"); await using var command = new NpgsqlCommand(sql, connection); await using var reader = await command.ExecuteReaderAsync();")]
    [InlineData("MySql.Data.MySqlClient", "var connection = new MySqlConnection(\"a\"); connection.Open(); MySqlCommand command = connection.CreateCommand(); command.CommandText = sql; MySqlDataReader reader = command.ExecuteReader();")]
    public async Task The_text_of_a_command_names_the_table_that_its_reader_reads(string provider, string reads)
    {
        foreach (var (sql, names) in new[] { ("SELECT Age, Cost FROM Visits", true), ("EXEC Clean", false) })
        {
            using var repo = Repo.With(("src/Trainer.csproj", Project("Microsoft.ML")), ("src/Trainer.cs", $"using {provider}; using System.Collections.Generic; using System.Threading.Tasks; " + Start + $$"""
                public class Trainer
                {
                    private async Task<List<Patient>> Rows(string other)
                    {
                        var rows = new List<Patient>();
                        var sql = "{{sql}}";
                        {{reads}}
                        while (reader.Read())
                            rows.Add(new Patient { Age = reader.GetFloat(0), Cost = reader.GetFloat(1) });
                        return rows;
                    }

                    public async Task Train()
                    {
                        var ml = new MLContext();
                        ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.Sdca("Cost")).Fit(ml.Data.LoadFromEnumerable(await Rows("SELECT x FROM Others")));
                    }
                }
                """));

            Assert.Equal(names, (await repo.Run("check")).Output.Contains("RAI2001: Table 'Visits' is loaded", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Packages_that_are_only_declared_are_named()
    {
        using var repo = Repo.With(("src/Trainer.csproj", Project("Microsoft.ML", "Microsoft.ML.Recommender")), ("src/Trainer.cs", Trains("", "using Microsoft.ML.AutoML; using Microsoft.ML.Trainers;")), ("loose/Other.cs", Trains("", "using Microsoft.ML.Vision;")));

        var outcome = await repo.Run("check");

        Assert.Contains("not assessed: the code of Microsoft.ML.Recommender, which is known by declarations only (src/Trainer.csproj)", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("not assessed: the code of Microsoft.ML.Vision, which is known by declarations only (loose)", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Microsoft.ML.Legacy")]
    [InlineData("Microsoft.ML.Runtime.Data")]
    [InlineData("numl.Supervised")]
    [InlineData("XGBoost")]
    [InlineData("static Tensorflow.Binding")]
    public async Task Libraries_that_nothing_declares_are_listed(string library)
    {
        using var repo = Repo.With(("src/Trainer.csproj", Project()), ("src/Trainer.cs", $"using {library}; namespace N {{ class C {{ }} }}"));

        Assert.Contains($"not assessed: the library of {library.Replace("static ", "", StringComparison.Ordinal)} (src/Trainer.csproj)", (await repo.Run("check")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Accordion.Widgets")]
    [InlineData("OpenAI.Chat")]
    [InlineData("System.Linq")]
    public async Task Other_libraries_are_not_listed(string library)
    {
        using var repo = Repo.With(("src/Trainer.csproj", Project()), ("src/Trainer.cs", $"using {library}; class C {{ }}"));

        Assert.Contains("0 items not assessed", (await repo.Run("check")).Output, StringComparison.Ordinal);
    }
}
