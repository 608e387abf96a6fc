using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Lineage;

/// <summary>Collections that another method fills: what is in them cannot be seen, and that is no claim that nothing trains.</summary>
public sealed class FilledElsewhereTests
{
    [Theory]
    [InlineData("(string Name, IEstimator<ITransformer> Trainer)", "foreach (var (name, trainer) in candidates) best = trainer;")]
    [InlineData("IEstimator<ITransformer>", "foreach (var trainer in candidates) best = trainer;")]
    public async Task A_trainer_out_of_such_a_list_is_not_assessed(string element, string pick)
    {
        var findings = await Program.Of(TrainingPrograms.Person + $$"""
            public static class Trainer
            {
                public static void Train(MLContext ml)
                {
                    var data = ml.Data.LoadFromTextFile<Person>("people.csv");
                    var candidates = new List<{{element}}>();
                    Candidates.Fill(candidates);
                    IEstimator<ITransformer> best = null;
                    {{pick}}
                    var model = ml.Transforms.Concatenate("Features", "Age", "HoursPerWeek").Append(best).Fit(data);
                }
            }
            public static class Candidates
            {
                public static void Fill(List<{{element}}> candidates) => candidates.Sort((left, right) => 0);
            }
            """).Findings("RAI1001");

        Assert.Equal("not-assessed", Assert.Single(findings).Properties["kind"]);
    }
}
