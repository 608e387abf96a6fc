namespace ResponsibleAI.Cli.Tests;

public sealed class ExplainFairnessTests
{
    private const string Purposes = """
        schema: rai/purposes/1
        purposes:
          - id: credit-scoring
            title: Decide on loan applications
            owner: credit-risk@acme.example
            useArea: credit
            decidesAboutPeople: true
        """;

    private const string Held = "model.Transform(split.TestSet)";
    private const string Save = "ml.Model.Save(model, data.Schema, \"model.zip\");";

    /// <summary>Lines: row type 5 to 13, training 22; the statements start at line 23.</summary>
    private static Repo Of(string statements, string attribute = "", string row = "CensusRow")
    {
        const string Body = """
            #ATTRIBUTE
            public static class Trainer
            {
                public static void Main()
                {
                    var ml = new MLContext(seed: 1);
                    var data = ml.Data.LoadFromTextFile<CensusRow>("people.csv", hasHeader: true);
                    var split = ml.Data.TrainTestSplit(data);
                    var model = ml.Transforms.Concatenate("Features", "HoursPerWeek").Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression()).Fit(split.TrainSet);
            #STATEMENTS
                }
            }
            """;
        var source = "using ResponsibleAI;\nusing ResponsibleAI.Fairness;\nusing System;\n" + Programs.Person + Body.Replace("#ATTRIBUTE", attribute).Replace("#STATEMENTS", statements).Replace("CensusRow", row);
        var repo = Repo.With(("src/Training.csproj", Programs.Project), ("src/Program.cs", source), ("rai/policy.yaml", Programs.Policy), ("rai/purposes.yaml", Purposes));
        return repo;
    }

    private static async Task<string> At(Repo repo, string code)
    {
        var line = Array.FindIndex(repo.Read("src/Program.cs").Split('\n'), text => text.Contains(code, StringComparison.Ordinal)) + 1;
        Assert.NotEqual(0, line);
        return (await repo.Run("explain", $"src/Program.cs:{line}")).Output;
    }

    [Fact]
    public async Task A_check_says_its_model_its_columns_and_what_decides()
    {
        using var repo = Of($"var fairness = ml.Fairness().EvaluateBinary({Held}, [\"Sex\"], favorable: true);\nif (fairness.ImpactRatio < 0.8) throw new InvalidOperationException();\n{Save}");

        var text = await At(repo, "EvaluateBinary");

        Assert.Contains("'EvaluateBinary' is a fairness check\n  of the model trained at src/Program.cs:22 by SdcaLogisticRegression\n  compares groups by 'Sex'\n", text);
        Assert.Contains("RAI3002 says nothing here: no loaded column is protected by [ProtectedAttribute] or its data card, and no purpose with a use area that protects any is declared", text);
        Assert.Contains("RAI3003 says nothing here: its result may decide something, at src/Program.cs:24", text);
        Assert.Contains("'EvaluateBinary' measures a model", text);
        Assert.Contains("RAI3005 says nothing here: the rows were held out", text);
    }

    [Fact]
    public async Task A_check_that_covers_what_is_protected_names_it()
    {
        using var repo = Of($"ml.Fairness().EvaluateBinary({Held}, [\"Sex\", \"MaritalStatus\", \"Age\"], favorable: true);\n{Save}", "[ProcessingPurpose(\"credit-scoring\")]");

        var text = await At(repo, "EvaluateBinary");

        Assert.Contains("RAI3002 says nothing here: the checks of the model compare groups by every protected column that is loaded ('CensusRow.Age', 'CensusRow.Sex', 'CensusRow.MaritalStatus')", text);
        Assert.Contains("RAI3003 (violation): The result of 'EvaluateBinary' is not used", text);
        Assert.DoesNotContain("RAI3003 says nothing", text);
    }

    [Fact]
    public async Task What_is_reported_gives_no_reason_for_silence()
    {
        using var repo = Of($"ml.Fairness().EvaluateBinary({Held}, [\"Sex\", \"MaritalStatus\"], favorable: true).Check(new FairnessThresholds {{ MinImpactRatio = 0.8 }}).ThrowIfFailed();\n{Save}", "[ProcessingPurpose(\"credit-scoring\")]");

        var text = await At(repo, "EvaluateBinary");

        Assert.Contains("RAI3002 (violation): ", text);
        Assert.DoesNotContain("RAI3002 says nothing", text);
    }

    [Theory]
    [InlineData("", "CensusRow", "RAI3003 says nothing here: its model is not seen to be saved, exported or served")]
    [InlineData(Save, "CensusRow", "RAI3003 (violation): ")]
    [InlineData(Save, "Shipment", "RAI3003 says nothing here: the rows it is trained on are not known to be about people")]
    public async Task A_check_that_is_only_shown_says_why_that_is_said_or_not(string save, string row, string said)
    {
        using var repo = Of($"Console.WriteLine(ml.Fairness().EvaluateBinary({Held}, [\"Sex\"], favorable: true));\n{save}", row: row);
        if (row == "Shipment")
            repo.Add("src/Program.cs", repo.Read("src/Program.cs").Replace("PersonId", "RateCode").Replace("Sex", "VendorId").Replace("MaritalStatus", "PaymentType").Replace("Age", "TripDistance").Replace("HoursPerWeek", "FareAmount").Replace("Income", "Tip"));

        Assert.Contains(said, await At(repo, "EvaluateBinary"));
    }

    [Theory]
    [InlineData("", "RAI3005 (violation): ")]
    [InlineData("ml.BinaryClassification.CrossValidate(data, ml.Transforms.Concatenate(\"Features\", \"HoursPerWeek\").Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression()));", "RAI3005 says nothing here: the model is cross-validated too")]
    [InlineData("ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));", "RAI3005 says nothing here: the same model is measured on held-out rows too, at src/Program.cs:24")]
    public async Task An_evaluation_says_on_which_rows_it_measures(string more, string said)
    {
        using var repo = Of($"var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TrainSet));\n{more}");

        var text = await At(repo, "var metrics");

        Assert.Contains("'Evaluate' measures a model\n  of the model trained at src/Program.cs:22 by SdcaLogisticRegression\n  on rows that it was trained on\n", text);
        Assert.Contains(said, text);
    }

    [Fact]
    public async Task An_evaluation_of_rows_out_of_sight_says_so()
    {
        using var repo = Of("var metrics = ml.BinaryClassification.Evaluate(model.Transform(Rows(ml)));\n}\nstatic IDataView Rows(MLContext ml) { var files = Environment.GetCommandLineArgs(); return ml.Data.LoadFromTextFile<CensusRow>(files[1]);");

        Assert.Contains("RAI3005 says nothing here: whether the model was trained on these rows is not in sight", await At(repo, "var metrics"));
    }
}
