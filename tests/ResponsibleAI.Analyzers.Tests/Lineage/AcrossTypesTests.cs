using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Lineage;

/// <summary>Facts that lie in several methods, types and assemblies are joined.</summary>
public sealed class AcrossTypesTests
{
    private const string Trainer = """
        public sealed class Trainer(MLContext ml)
        {
            public ITransformer Train(IDataView data) => ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
        }
        """;

    [Fact]
    public async Task Loading_training_and_saving_in_three_types_is_one_story()
    {
        var program = Program.Of(TrainingPrograms.Person + Trainer + """
            public static class Source { public static IDataView People(MLContext ml, string folder) => ml.Data.LoadFromTextFile<Person>(Path.Combine(folder, "people.csv")); }
            public sealed class Store(MLContext ml) { public void Keep(ITransformer model, DataViewSchema schema) => ml.Model.Save(model, schema, "model.zip"); }
            public static class Start
            {
                public static void Run(MLContext ml)
                {
                    var data = Source.People(ml, "data");
                    var model = new Trainer(ml).Train(data);
                    new Store(ml).Keep(model, data.Schema);
                }
            }
            """);

        Assert.Contains("'Person.Age'", Assert.Single(await program.Findings("RAI1001")).GetMessage(), StringComparison.Ordinal);
        Assert.Equal("people.csv", Assert.Single(await program.Findings("RAI2001")).Properties["dataset"]);
        Assert.Single(await program.Findings("RAI3001"));
    }

    [Fact]
    public async Task A_row_type_in_another_assembly_is_read() =>
        Assert.Contains("'Person.Age'", Assert.Single(await Program.Of(Trainer + """
            public static class Start { public static ITransformer Run(MLContext ml) => new Trainer(ml).Train(ml.Data.LoadFromTextFile<Person>("people.csv")); }
            """).WithLibrary(TrainingPrograms.Person).Findings("RAI1001")).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public async Task A_model_that_is_saved_and_served_is_told_of_once() =>
        Assert.Contains("saved", Assert.Single(await Program.Of(TrainingPrograms.Person + """
            public class Answer { public bool PredictedLabel { get; set; } }
            public static class Start
            {
                public static void Run(MLContext ml)
                {
                    var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                    var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
                    var engine = ml.Model.CreatePredictionEngine<Person, Answer>(model);
                    ml.Model.Save(model, data.Schema, "model.zip");
                }
            }
            """).Findings("RAI3001")).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public async Task A_folder_named_after_its_archive_is_one_dataset() =>
        Assert.Equal("people", Assert.Single(await Program.Of(TrainingPrograms.Person + Trainer + """
            public static class Start
            {
                private static string Unpack(string archive, string folder) => archive.Length > 3 ? Path.Combine(folder, Path.GetFileNameWithoutExtension(archive)) : "other/people";
                public static void Run(MLContext ml) => new Trainer(ml).Train(ml.Data.LoadFromTextFile<Person>(Unpack("people.zip", "data")));
            }
            """).Findings("RAI2001")).Properties["dataset"]);

    [Fact]
    public async Task Too_many_ways_to_build_a_pipeline_are_said_to_be_too_many()
    {
        var branches = string.Concat(Enumerable.Range(0, 12).Select(number => $"case {number}: return ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.Transforms.NormalizeMinMax(\"Features\"));\n"));
        var finding = Assert.Single(await Program.Of(TrainingPrograms.Person + "public static class Start { private static IEstimator<ITransformer> Build(MLContext ml, int way) { switch (way) {" + branches + """
            default: throw new NotSupportedException(); } }
                public static void Run(MLContext ml, int way) => Build(ml, way).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Person>("people.csv"));
            }
            """).Findings("RAI1001"));

        Assert.Contains("too many ways", finding.Properties["notSeen"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_of_the_same_name_on_other_types_are_not_taken_for_callers()
    {
        var program = Program.Of(TrainingPrograms.Person + """
            public sealed class Trainer
            {
                public void Train(MLContext ml, string path) => ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Person>(path));
            }
            """).With("Other.cs", "public sealed class Dog { public void Train(MLContext ml, string path) { } } public static class Kennel { public static void Run(Dog dog) => dog.Train(null!, \"tricks.txt\"); }")
            .With("Start.cs", "public static class Start { public static void Run(MLContext ml) => new Trainer().Train(ml, \"people.csv\"); }");

        Assert.Equal("people.csv", Assert.Single(await program.Findings("RAI2001")).Properties["dataset"]);
        Assert.Empty(await program.Findings("RAI2003"));
    }

    [Theory]
    [InlineData("await Task.Run(() => pipeline.Fit(data))")]
    [InlineData("await Task.Run(() => { Console.WriteLine(); return pipeline.Fit(data); })")]
    [InlineData("await Task.Factory.StartNew(() => pipeline.Fit(data)).ConfigureAwait(false)")]
    [InlineData("Task.Run(() => pipeline.Fit(data)).Result")]
    [InlineData("Task.Run(async () => await Task.FromResult(pipeline.Fit(data))).GetAwaiter().GetResult()")]
    public async Task A_model_that_a_task_trains_is_saved_from_a_field(string trained)
    {
        var program = Program.Of("using System.Threading.Tasks;\n" + TrainingPrograms.Person + $$"""
            public sealed class Trainer(MLContext ml)
            {
                private ITransformer? _model;
                public async Task Train()
                {
                    var (data, _) = await Load();
                    var pipeline = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree());
                    _model = {{trained}};
                    await Task.Yield();
                }
                public void Keep(DataViewSchema schema) => ml.Model.Save(_model, schema, "model.zip");
                private async Task<(IDataView, int)> Load() => await Task.Run(() => { var loaded = (ml.Data.LoadFromTextFile<Person>("people.csv"), 1); return loaded; });
            }
            """);

        Assert.Equal("people.csv", Assert.Single(await program.Findings("RAI2001")).Properties["dataset"]);
        Assert.Equal("gap", Assert.Single(await program.Findings("RAI1001")).Properties["kind"]);
        Assert.Single(await program.Findings("RAI3001"));
    }

    [Fact]
    public async Task What_a_task_of_ones_own_runs_is_not_taken_for_its_result() =>
        Assert.Empty(await Program.Of(TrainingPrograms.Person + """
            public static class Task { public static T? Run<T>(Func<T> work) => default; }
            public static class Start
            {
                public static void Go(MLContext ml, DataViewSchema schema)
                {
                    var model = Task.Run(() => ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Person>("people.csv")));
                    ml.Model.Save(model, schema, "model.zip");
                }
            }
            """).Findings("RAI3001"));

    private const string SharedFiles = """
        public static class Files
        {
            public static (bool, string) Of(string name) { var path = $"../Shared/Data/{name}.tsv"; return (File.Exists(path), path); }
            public static IDataView Load(MLContext ml, string path) => ml.Data.LoadFromTextFile<Person>(path);
        }
        """;

    private const string UsesSharedFiles = """
        public static class Start
        {
            public static ITransformer Run(MLContext ml)
            {
                const string name = "people";
                var (exists, path) = Files.Of(name);
                return exists ? new Trainer(ml).Train(ml.Data.LoadFromTextFile<Person>(path)) : throw new FileNotFoundException();
            }
        }
        """;

    [Fact]
    public async Task A_path_that_a_helper_of_another_project_builds_is_read_where_its_source_is_at_hand() =>
        Assert.Equal("people.tsv", Assert.Single(await Program.Of(Trainer + UsesSharedFiles).WithProject(TrainingPrograms.Person + SharedFiles).Findings("RAI2001")).Properties["dataset"]);

    [Fact]
    public async Task Where_only_its_assembly_is_at_hand_the_helper_is_named()
    {
        var program = Program.Of(Trainer + UsesSharedFiles).WithLibrary(TrainingPrograms.Person + SharedFiles);

        Assert.Empty(await program.Findings("RAI2001"));
        Assert.Contains("'Of'", Assert.Single(await program.Findings("RAI2003")).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_load_in_another_project_is_told_of_there_and_its_rows_where_they_are_trained_on()
    {
        var program = Program.Of(Trainer + """
            public static class Start { public static ITransformer Run(MLContext ml) => new Trainer(ml).Train(Files.Load(ml, "people.tsv")); }
            """).WithProject(TrainingPrograms.Person + SharedFiles);

        Assert.Contains("'Person.Age'", Assert.Single(await program.Findings("RAI1001")).GetMessage(), StringComparison.Ordinal);
        Assert.Empty(await program.Findings("RAI2001"));
    }

    [Fact]
    public async Task A_model_that_two_types_save_is_told_of_in_the_one_that_trains_it()
    {
        var finding = Assert.Single(await Program.Of("""
            public static class Archive { public static void Keep(MLContext ml, Trainer trainer) => ml.Model.Save(trainer.Model, null, "copy.zip"); }
            """ + TrainingPrograms.Person + """
            public sealed class Trainer(MLContext ml)
            {
                public ITransformer? Model { get; private set; }
                public void Train() => Model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Person>("people.csv"));
                public void Save() => ml.Model.Save(Model, null, "model.zip");
            }
            """).Findings("RAI3001"));

        Assert.Contains("\"model.zip\"", finding.Location.SourceTree!.ToString().Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length), StringComparison.Ordinal);
    }
}
