using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Lineage;

/// <summary>Learners that a program writes itself count where they are trained on what comes from a file or a database.</summary>
public sealed class OwnLearnersTests
{
    private const string Rows = """
        public class Patient { public double Age { get; set; } public double Cholesterol { get; set; } public int Diagnosis { get; set; } }
        public static class Csv
        {
            public static List<Patient> Read(string path)
            {
                var patients = new List<Patient>();
                foreach (var line in File.ReadAllLines(path)) { var f = line.Split(','); patients.Add(new Patient { Age = double.Parse(f[0]), Cholesterol = double.Parse(f[1]), Diagnosis = int.Parse(f[2]) }); }
                return patients;
            }
        }

        """;

    private const string Network = "public class Network { public void Train(double[][] inputs, int[] targets, int epochs) { } public int Predict(double[] row) => 0; }\n";

    private const string Trains = "var patients = Csv.Read(\"patients.csv\"); network.Train(patients.Select(p => new[] { p.Age, p.Cholesterol }).ToArray(), patients.Select(p => p.Diagnosis).ToArray(), 100);";

    private static Program Of(string learner, string body, bool hasLibrary = true)
    {
        var program = Program.Of(Rows + learner + $$"""public static class Start { public static void Main() { {{body}} } }""");
        return hasLibrary ? program : program.WithoutMlNet();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_network_that_is_trained_on_rows_of_a_file_is_a_training(bool hasLibrary)
    {
        var findings = await Of(Network, "var network = new Network(); " + Trains, hasLibrary).Findings("RAI1001", "RAI2001");

        Assert.Equal(["RAI2001", "RAI1001"], findings.Select(static finding => finding.Id));
        Assert.Equal("patients.csv", findings[0].Properties["dataset"]);
        Assert.Contains("Network", findings[1].GetMessage(), StringComparison.Ordinal);
        Assert.Equal("Age Cholesterol Diagnosis", string.Join(' ', findings[1].Properties["columns"]!.Split('|').Select(static column => column.Split('=')[0].Split('.')[^1]).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("public class DecisionTree { public void Fit(List<Patient> patients) { } }", "new DecisionTree().Fit(Csv.Read(\"patients.csv\"));")]
    [InlineData("public interface ILearner { void Fit(IEnumerable<double[]> rows); int Classify(double[] row); } public class Tree : ILearner { public void Fit(IEnumerable<double[]> rows) { } public int Classify(double[] row) => 0; }", "ILearner learner = new Tree(); learner.Fit(File.ReadLines(\"patients.csv\").Select(line => line.Split(',').Select(double.Parse).ToArray()));")]
    [InlineData("public class PatientData { public double[][] Inputs; public PatientData(string path) => Inputs = File.ReadLines(path).Select(line => line.Split(',').Select(double.Parse).ToArray()).ToArray(); }\n" + Network, "var data = new PatientData(\"patients.csv\"); new Network().Train(data.Inputs, [], 9);")]
    [InlineData(Network, "using var stream = System.Reflection.Assembly.GetExecutingAssembly().GetManifestResourceStream(\"patients.csv\")!; using var reader = new StreamReader(stream); new Network().Train([reader.ReadLine()!.Split(',').Select(double.Parse).ToArray()], [], 9);")]
    [InlineData("public class PatientReader { private readonly string[] _lines; public PatientReader(string path) => _lines = File.ReadAllLines(path); } public class Perceptron(PatientReader rows) { public PatientReader Rows => rows; public void Train(int epochs) { } }", "var perceptron = new Perceptron(new PatientReader(\"patients.csv\")); perceptron.Train(30);")]
    [InlineData("public class NeuralNetwork { private string[] _lines = []; public void LoadData(string path) => _lines = File.ReadAllLines(path); public void Train(int epochs) { } }", "var network = new NeuralNetwork(); network.LoadData(\"patients.csv\"); network.Train(30);")]
    [InlineData("public class NeuralNetwork { public double[] FeedForward(double[] x) => x; public void BackProp(double[] expected) { } }", "var network = new NeuralNetwork(); foreach (var line in File.ReadLines(\"patients.csv\")) network.BackProp(line.Split(',').Select(double.Parse).ToArray());")]
    [InlineData("public class TherapyRecommender { public void Train(List<Patient> patients) { } }", "new TherapyRecommender().Train(Csv.Read(\"patients.csv\"));")]
    [InlineData("public class BanditService { public void Learn(IEnumerable<Patient> patients) { } public int RecommendTherapy(double[] row) => 0; }", "new BanditService().Learn(Csv.Read(\"patients.csv\"));")]
    [InlineData("public class NeuralNetwork { public void GradientDescent(List<double[]> images) { } }", "new NeuralNetwork().GradientDescent(File.ReadLines(\"patients.csv\").Select(line => line.Split(',').Select(double.Parse).ToArray()).ToList());")]
    [InlineData("public class TrainingEngine(List<Patient> patients) { public List<Patient> Patients => patients; public double Train() => 0; }", "var engine = new TrainingEngine(Csv.Read(\"patients.csv\")); engine.Train();")]
    public async Task Other_learners_and_rows_count_too(string learner, string body) =>
        Assert.Equal("patients.csv", Assert.Single(await Of(learner, body).Findings("RAI2001")).Properties["dataset"]);

    [Theory]
    [InlineData("void Elsewhere() { var network = new NeuralNetwork(); network.LoadData(\"other.csv\"); } ", "var network = new NeuralNetwork(); network.LoadData(\"patients.csv\"); network.Train(30);")]
    [InlineData("NeuralNetwork _other = new(); void Elsewhere() => _other.LoadData(\"other.csv\"); NeuralNetwork _network = new(); void Feed() => this._network.LoadData(\"patients.csv\"); ", "_network.Train(30);")]
    public async Task Only_what_this_learner_was_handed_counts(string members, string body) =>
        Assert.Equal("patients.csv", Assert.Single(await Program.Of(Rows + $$"""
            public class NeuralNetwork { private string[] _lines = []; public void LoadData(string path) => _lines = File.ReadAllLines(path); public void Train(int epochs) { } }
            public class Start { {{members}} public void Run() { {{body}} } }
            """).Findings("RAI2001")).Properties["dataset"]);

    [Theory]
    [InlineData(Network, "var state = new List<double[]>(); var network = new Network(); for (var step = 0; step < 9; step++) { state.Add([step, network.Predict([step])]); network.Train(state.ToArray(), [1], 1); }")]
    [InlineData("public class Coach { public void Train(List<Patient> athletes) { } }", "new Coach().Train(Csv.Read(\"athletes.csv\"));")]
    [InlineData("public class Station { public void Train(string name) { } public void Run() { } }", "new Station().Train(File.ReadAllText(\"name.txt\"));")]
    [InlineData("public class Schedule { public void Fit(double[] hours) { } }", "new Schedule().Fit(File.ReadLines(\"hours.txt\").Select(double.Parse).ToArray());")]
    [InlineData("public class NeuralNetwork(int inputs) { public int Inputs => inputs; public void Train(int epochs) { } public void Save(string path) => File.WriteAllText(path, \"\"); }", "var network = new NeuralNetwork(3); network.Train(30); network.Save(\"weights.txt\");")]
    [InlineData("public class Settings { public string Text; public Settings(string path) => Text = File.ReadAllText(path); } public class Perceptron(Settings settings) { public Settings Settings => settings; public void Train(int epochs) { } }", "new Perceptron(new Settings(\"settings.json\")).Train(30);")]
    [InlineData("public class NeuralLayer { public double[] FeedForward(double[] x) => x; public void BackProp(double[] gradients) { } }", "var layer = new NeuralLayer(); foreach (var line in File.ReadLines(\"patients.csv\")) layer.BackProp(line.Split(',').Select(double.Parse).ToArray());")]
    [InlineData("public class Terrain { public void GradientDescent(double[] slope) { } }", "new Terrain().GradientDescent(File.ReadLines(\"hills.csv\").Select(double.Parse).ToArray());")]
    [InlineData("public class Coach { public void Train(List<Patient> athletes) { } public void PredictFailure() { } }", "new Coach().Train(Csv.Read(\"athletes.csv\"));")]
    [InlineData("public class Board { public void Train(List<Patient> patients) { } } public class Service(Board board) { public void Train(List<Patient> patients) => board.Train(patients); public int PredictStay(Patient p) => 0; }", "new Service(new Board()).Train(Csv.Read(\"patients.csv\"));")]
    public async Task What_makes_its_own_numbers_or_is_no_learner_is_not_told_of(string learner, string body) =>
        Assert.Empty(await Of(learner, body).Findings("RAI1001", "RAI2001", "RAI2003"));

    [Fact]
    public async Task A_wrapper_of_a_library_hands_on_to_it() =>
        Assert.Single(await Of("public class Classifier { public void Train(List<Patient> patients) { var ml = new MLContext(); ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.Regression.Trainers.Sdca(\"Cholesterol\")).Fit(ml.Data.LoadFromEnumerable(patients)); } }\n",
            "new Classifier().Train(Csv.Read(\"patients.csv\"));").Findings("RAI1001"));

    [Fact]
    public async Task A_project_without_a_library_and_without_such_a_method_pays_nothing() =>
        Assert.False(await Program.Of(Rows).WithoutMlNet().RegistersActions());
}
