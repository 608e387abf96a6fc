using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Analyzers.Tests.Fairness;

/// <summary>Checks over counts and arrays, without a data view: what a program counts itself is a check of the model whose predictions it counts.</summary>
public sealed class CountedChecksTests
{
    private const string Save = "ml.Model.Save(model, data.Schema, \"model.zip\");";
    private const string Engine = "var engine = ml.Model.CreatePredictionEngine<Applicant, Scored>(model); var rows = ml.Data.CreateEnumerable<Applicant>(split.TestSet, false);";
    private const string Table = Engine + "var table = new GroupTable<BinaryCounts>([\"Gender\"]); foreach (var r in rows) table.Cell(r.Gender).Add(r.Repaid, engine.Predict(r).PredictedLabel);";
    private const string Goal = "new FairnessThresholds { MinImpactRatio = 0.8 }";

    private static async Task<string> Answers(string statements, string members = "") =>
        string.Join(' ', (await CheckedPrograms.Of(statements + Save, members).Findings("RAI3001", "RAI3003")).Select(finding => $"{finding.Id}:{finding.Properties["kind"]}"));

    [Theory]
    [InlineData(Table + "if (new BinaryFairness(table, \"repaid\").ImpactRatio < 0.8) return 1;")]
    [InlineData(Table + "BinaryFairness fairness = new(table, \"repaid\"); if (fairness.ImpactRatio < 0.8) return 1;")]
    [InlineData(Table + "new BinaryFairness(table, \"repaid\").Check(" + Goal + ").ThrowIfFailed();")]
    [InlineData(Table + "if (!(BinaryDisparities.ImpactRatio(table.By(\"Gender\").Select(g => g.Counts).ToList()).Value > 0.8)) return 1;")]
    [InlineData(Engine + "var women = new BinaryCounts(); var men = new BinaryCounts(); foreach (var r in rows) if (r.Gender == \"f\") women.Add(r.Repaid, engine.Predict(r).PredictedLabel); else men.Add(r.Repaid, engine.Predict(r).PredictedLabel); if (BinaryDisparities.DisparateImpact(women, men) < 0.8) return 1;")]
    [InlineData(Engine + "var table = Count(rows, engine); if (new BinaryFairness(table, \"repaid\").ImpactRatio < 0.8) return 1;")]
    [InlineData(Engine + "var table = new GroupTable<BinaryCounts>([\"Gender\"]); Fill(table, rows, engine); if (new BinaryFairness(table, \"repaid\").ImpactRatio < 0.8) return 1;")]
    [InlineData(Engine + "var table = new GroupTable<BinaryCounts>([\"Gender\"]); table.Merge(Count(rows, engine)); if (new BinaryFairness(table, \"repaid\").ImpactRatio < 0.8) return 1;")]
    [InlineData(Engine + "var table = new GroupTable<BinaryCounts>([\"Gender\"]); foreach (var r in rows) { var cell = table.Cell(r.Gender); cell.Add(r.Repaid, engine.Predict(r).PredictedLabel); } if (new BinaryFairness(table, \"repaid\").ImpactRatio < 0.8) return 1;")]
    [InlineData(Engine + "var scored = rows.Select(r => (r, engine.Predict(r))).ToList(); var table = ScoringRates.AboveMedian(scored.Select(s => (double)s.Item2.Score).ToArray(), scored.Select(s => (string?)s.r.Gender).ToArray()); if (new BinaryFairness(table, \"score\").ImpactRatio < 0.8) return 1;")]
    [InlineData(Engine + "var table = new GroupTable<RegressionCounts>([\"Gender\"]); foreach (var r in rows) table.Cell(r.Gender).Add(r.Amount, engine.Predict(r).Score); if (new RegressionFairness(table).MeanErrorDifference > 1) throw new InvalidOperationException();")]
    public async Task A_check_that_decides_answers_both_questions(string check)
    {
        const string Helpers = """
            private static GroupTable<BinaryCounts> Count(IEnumerable<Applicant> rows, PredictionEngine<Applicant, Scored> engine)
            {
                var counts = new GroupTable<BinaryCounts>(["Gender"]);
                Fill(counts, rows, engine);
                return counts;
            }
            private static void Fill(GroupTable<BinaryCounts> counts, IEnumerable<Applicant> rows, PredictionEngine<Applicant, Scored> engine)
            {
                foreach (var row in rows)
                    counts.Cell(row.Gender).Add(row.Repaid, engine.Predict(row).PredictedLabel);
            }
            """;

        Assert.Equal("", await Answers(check, Helpers));
    }

    [Theory]
    [InlineData(Table + "Console.WriteLine(new BinaryFairness(table, \"repaid\"));")]
    [InlineData(Table + "var fairness = new BinaryFairness(table, \"repaid\");")]
    [InlineData(Table + "Console.WriteLine(new BinaryFairness(table, \"repaid\").Check(" + Goal + "));")]
    [InlineData(Table + "Console.WriteLine(BinaryDisparities.ImpactRatio(table.By(\"Gender\").Select(g => g.Counts).ToList()));")]
    [InlineData(Engine + "Console.WriteLine(new BinaryFairness(ScoringRates.AboveMedian(rows.Select(r => (double)engine.Predict(r).Score).ToArray(), rows.Select(r => (string?)r.Gender).ToArray()), \"score\"));")]
    public async Task A_check_that_is_only_shown_decides_nothing(string check) => Assert.Equal("RAI3003:violation", await Answers(check));

    [Fact]
    public async Task The_message_names_the_object_that_measures() =>
        Assert.Equal("The result of 'new BinaryFairness' is only shown and decides nothing; the model of FastTree is saved whatever it says",
            Assert.Single(await CheckedPrograms.Of(Table + "Console.WriteLine(new BinaryFairness(table, \"repaid\"));" + Save).Findings("RAI3003")).GetMessage());

    [Fact]
    public async Task Counts_written_out_lead_to_no_model_and_are_not_assessed() =>
        Assert.StartsWith("RAI3001:not-assessed", await Answers("var table = new GroupTable<BinaryCounts>([\"Gender\"]); table.Cell(\"f\").Add(true, true); if (new BinaryFairness(table, \"x\").ImpactRatio < 0.8) return 1;"), StringComparison.Ordinal);

    [Fact]
    public async Task Counting_without_comparing_is_no_check() => Assert.Equal("RAI3001:gap", await Answers(Table + "Console.WriteLine(table.Overall().Total.Rows);"));

    [Fact]
    public async Task A_class_of_the_same_name_elsewhere_is_none() =>
        Assert.Equal("RAI3001:gap", await Answers("var fairness = new Own.BinaryFairness(model); if (fairness.Ratio < 0.8) return 1;", "public static class Own { public sealed class BinaryFairness(ITransformer model) { public ITransformer Model => model; public double Ratio => 1; } }"));

    [Fact]
    public async Task The_members_that_choose_the_cells_are_compared_by()
    {
        const string Check = "new BinaryFairness(table, \"repaid\").Check(" + Goal + ").ThrowIfFailed();";

        var finding = Assert.Single(await Purposed(Table + Check + Save));
        Assert.Contains("does not compare groups by 'Applicant.Age'", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("violation", finding.Properties["kind"]);
        Assert.Empty(await Purposed(Table.Replace("[\"Gender\"]", "[\"Gender\", \"Age\"]", StringComparison.Ordinal).Replace("Cell(r.Gender)", "Cell(r.Gender, r.Age < 25 ? \"young\" : \"old\")", StringComparison.Ordinal) + Check + Save));
    }

    [Fact]
    public async Task A_check_in_another_type_is_waited_for()
    {
        const string Gate = """
            public static class Gate
            {
                public static void Run(MLContext ml, ITransformer model, IEnumerable<Applicant> rows)
                {
                    var engine = ml.Model.CreatePredictionEngine<Applicant, Scored>(model);
                    var table = new GroupTable<BinaryCounts>(["Gender"]);
                    foreach (var r in rows)
                        table.Cell(r.Gender).Add(r.Repaid, engine.Predict(r).PredictedLabel);
                    if (new BinaryFairness(table, "repaid").ImpactRatio < 0.8)
                        throw new InvalidOperationException();
                }
            }
            """;

        var program = CheckedPrograms.Of("Gate.Run(ml, model, ml.Data.CreateEnumerable<Applicant>(split.TestSet, false));" + Save).With("Gate.cs", "using ResponsibleAI.Fairness;" + Gate);

        Assert.Empty(await program.Findings("RAI3001", "RAI3003"));
    }

    private static Task<IReadOnlyList<Diagnostic>> Purposed(string statements) =>
        Programs.Program.Of(CheckedPrograms.Source(statements, usings: "using ResponsibleAI.Fairness; [assembly: ProcessingPurpose(\"loans\")]"), CheckedPrograms.Credit)
            .With("Extension.cs", CheckedPrograms.Extension).WithReference(MetadataReference.CreateFromFile(typeof(ResponsibleAI.Fairness.FairnessCatalog).Assembly.Location)).Findings("RAI3002");
}
