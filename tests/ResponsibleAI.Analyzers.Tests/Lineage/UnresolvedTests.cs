using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Lineage;

/// <summary>Where a training chain holds a call that no package in sight has, that is said; nothing is passed over.</summary>
public sealed class UnresolvedTests
{
    private static Program Of(string body) => Program.Of(TrainingPrograms.Person + $$"""
        public static class Trainer
        {
            public static void Train(MLContext ml)
            {
                {{body}}
            }
        }
        """).Broken();

    [Theory]
    [InlineData("var data = ml.Data.LoadFromTextFile<Person>(\"people.csv\"); ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.Regression.Trainers.Unheard()).Fit(data);", "Unheard")]
    [InlineData("var data = ml.Data.LoadFromTextFile<Person>(\"people.csv\"); var trainer = ml.Unheard().Trainers.Deep(); trainer.Fit(data);", "Unheard")]
    [InlineData("var data = ml.Data.ReadFromNowhere<Person>(\"people.csv\"); var trainer = ml.Unheard(); trainer.Fit(data);", "Unheard")]
    public async Task A_call_of_no_package_in_sight_makes_the_training_not_assessed(string body, string member)
    {
        var finding = Assert.Single(await Of(body).Findings("RAI1001"));

        Assert.Equal("not-assessed", finding.Properties["kind"]);
        Assert.Contains($"'{member}' is a member of no package in sight", finding.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_seen_of_the_chain_still_counts()
    {
        var finding = Assert.Single(await Of("var data = ml.Data.LoadFromTextFile<Person>(\"people.csv\"); ml.Transforms.Unheard(\"x\").Append(ml.Transforms.Concatenate(\"Features\", \"Age\")).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);").Findings("RAI1001"));

        Assert.Equal("gap", finding.Properties["kind"]);
        Assert.Contains("'Person.Age'", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("'Unheard' is a member of no package in sight", finding.Properties["notSeen"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_load_of_no_package_in_sight_leaves_the_columns_that_the_pipeline_names()
    {
        var finding = Assert.Single(await Of("var data = ml.Data.ReadFromNowhere<Person>(\"people.csv\"); ml.Transforms.Concatenate(\"Features\", \"Age\", \"Sex\").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);").Findings("RAI1001"));

        Assert.Equal("not-assessed", finding.Properties["kind"]);
        Assert.Contains("'Age', 'Sex'", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("'ReadFromNowhere' is a member of no package in sight", finding.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_learning_pipeline_of_old_names_the_rows_it_trains_on()
    {
        var finding = Assert.Single(await Of("var pipeline = Unheard.Pipeline(); var model = pipeline.Train<Person, object>();").Findings("RAI1001"));

        Assert.Equal("not-assessed", finding.Properties["kind"]);
        Assert.Contains("Whether 'Person.Age' reaches a trainer here cannot be seen", finding.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var thing = new Unheard(); thing.Train<Person>();")]
    [InlineData("var data = ml.Data.LoadFromTextFile<Person>(\"people.csv\"); ml.Transforms.Concatenate(\"Features\", \"Age\").Fit(data, 1, 2);")]
    [InlineData("Fit(ml); void Fit(MLContext m, int n) { }")]
    [InlineData("var shape = new object(); shape.Fit(3);")]
    public async Task Unfinished_code_that_trains_nothing_is_left_alone(string body) => Assert.Empty(await Of(body).Findings("RAI1001"));
}
