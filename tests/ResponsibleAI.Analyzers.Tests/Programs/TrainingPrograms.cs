namespace ResponsibleAI.Analyzers.Tests.Programs;

/// <summary>Small programs that several tests start from.</summary>
internal static class TrainingPrograms
{
    public const string Person = """
        public class Person
        {
            [LoadColumn(0)] public float Age { get; set; }
            [LoadColumn(1)] public string Sex { get; set; } = "";
            [LoadColumn(2)] public string MaritalStatus { get; set; } = "";
            [LoadColumn(3)] public float HoursPerWeek { get; set; }
            [LoadColumn(4), ColumnName("Label")] public bool Income { get; set; }
        }
        """;

    /// <summary>Trains on people and saves, all in one method.</summary>
    public const string People = Person + """
        public static class Trainer
        {
            public static void Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                var split = ml.Data.TrainTestSplit(data);
                var model = ml.Transforms.Concatenate("Features", "Age", "HoursPerWeek").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                ml.Model.Save(model, data.Schema, "model.zip");
            }
        }
        """;
}
