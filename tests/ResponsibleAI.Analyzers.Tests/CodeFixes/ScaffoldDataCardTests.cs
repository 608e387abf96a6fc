using System.Text;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;
using ResponsibleAI.Analyzers.CodeFixes;
using ResponsibleAI.Analyzers.Tests.PersonalData;
using ResponsibleAI.Policy;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.CodeFixes;

public class ScaffoldDataCardTests
{
    private const string Lib = "static class Data { public static void Load<TRow>(string file) { } public static void Load(string file) { } }\n";

    [Fact]
    public Task Writes_what_the_code_shows_and_guesses_in_comments() => Fix(
        Lib + """
        class Row { public string Gender; public float Age { get; set; } public bool Approved; public float[] V1; }
        class Trainer { void Run() => {|RAI2001:Data.Load<Row>("adult-train.csv")|}; }
        """,
        "adult-train",
        """
        # Facts about one dataset, by somebody who knows it. A missing key means "not stated"; none means "I looked, there is none".
        # The build reads this card with every training run; docs/data-card.md of ResponsibleAI.Analyzers lists all keys.
        schema: rai/datacard/1
        id: adult-train
        files:
          - path: "**/adult-train.csv"
            # sha256: so that a changed file is noticed
        # license: an SPDX id, or LicenseRef-… with a link
        # sources: where the data comes from and how it was obtained
        # subjects: { data: … }   # not-personal, possible, anonymized, pseudonymized or personal
        #   the code reads as if a row describes a person: the columns 'Gender', 'Age' describe a person. Confirm or contradict it here.
        # purposes: ids of rai/purposes.yaml that this data may be used for
        columns:
          - { name: Gender, type: string }   # category: user.demographic.gender? roles? (by name 'gender')
          - { name: Age, type: number }   # category: user.demographic.age_range? roles? (by name 'age' in a row about people)
          - { name: Approved, type: boolean }   # category? roles?
          - { name: V1, type: number }   # category? roles?

        """);

    [Fact]
    public Task Leaves_out_what_was_not_seen() => Fix(
        Lib + """class Trainer { void Run() => {|RAI2001:Data.Load("Flowers.2024.csv")|}; }""",
        "flowers",
        """
        # Facts about one dataset, by somebody who knows it. A missing key means "not stated"; none means "I looked, there is none".
        # The build reads this card with every training run; docs/data-card.md of ResponsibleAI.Analyzers lists all keys.
        schema: rai/datacard/1
        id: flowers
        files:
          - path: "**/Flowers.2024.csv"
            # sha256: so that a changed file is noticed
        # license: an SPDX id, or LicenseRef-… with a link
        # sources: where the data comes from and how it was obtained
        # subjects: { data: … }   # not-personal, possible, anonymized, pseudonymized or personal
        # purposes: ids of rai/purposes.yaml that this data may be used for

        """);

    [Fact]
    public Task Finds_the_nested_row_types_of_Model_Builder() => Fix(
        Lib + """
        class Flowers { public class ModelInput { public float Petals { get; set; } } }
        class Trainer { void Run() => {|RAI2001:Data.Load<Flowers.ModelInput>("flowers.csv")|}; }
        """,
        "flowers",
        """
        # Facts about one dataset, by somebody who knows it. A missing key means "not stated"; none means "I looked, there is none".
        # The build reads this card with every training run; docs/data-card.md of ResponsibleAI.Analyzers lists all keys.
        schema: rai/datacard/1
        id: flowers
        files:
          - path: "**/flowers.csv"
            # sha256: so that a changed file is noticed
        # license: an SPDX id, or LicenseRef-… with a link
        # sources: where the data comes from and how it was obtained
        # subjects: { data: … }   # not-personal, possible, anonymized, pseudonymized or personal
        #   the code reads as if a row describes no person: the type's name says 'flower'. Confirm or contradict it here.
        # purposes: ids of rai/purposes.yaml that this data may be used for
        columns:
          - { name: Petals, type: number }

        """);

    [Fact]
    public void A_table_is_no_file_and_its_card_is_named_in_code()
    {
        var yaml = DataCardScaffold.Write("customers", file: null, row: null);

        Assert.DoesNotContain("files:", yaml, StringComparison.Ordinal);
        Assert.Contains("[Dataset(\"customers\")]", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_writes_is_a_data_card()
    {
        var yaml = DataCardScaffold.Write("x", "a \"b\".csv", Rows.Class("ModelInput", "string Gender, float Age, bool No"));

        var compiled = PolicyCompiler.Compile(new PolicyRequest(
            [new PolicyFile("rai/cards/x.datacard.yaml", FileOrigin.Repository, () => new MemoryStream(Encoding.UTF8.GetBytes(yaml)))],
            new Policy.Documents.Day(2026, 11, 22)));

        Assert.Empty(compiled.Findings.Select(finding => finding.Message));
        var card = Assert.Single(SnapshotXml.Read(new StringReader(compiled.Snapshot)).Cards);
        Assert.Equal(("x", "**/a \"b\".csv"), (card.Id, Assert.Single(card.Files)));
        Assert.Equal(["Age", "Gender", "No"], card.Columns!.Select(column => column.Name).Order(StringComparer.Ordinal));
        Assert.All(card.Columns!, column => Assert.True(column is { Categories: [], Roles: null }));
    }

    [Fact]
    public async Task Offers_nothing_when_nothing_names_the_dataset()
    {
        var source = Lib + "class Trainer { void Run(string file) => {|RAI2001:Data.Load(file)|}; }";
        await new CodeFixVerifier<ScaffoldDataCard>(EnglishLexicon.Snapshot) { TestCode = source, FixedCode = source }.RunAsync();
    }

    [Theory]
    [InlineData("adult.data", null, "adult")]
    [InlineData("Data/Raw/HeartTraining.csv", null, "heart-training")]
    [InlineData(@"D:\x\wikiDetoxAnnotated40kRows.tsv", null, "wiki-detox-annotated-40-k-rows")]
    [InlineData(".hidden.csv", null, "hidden")]
    [InlineData(null, "TaxiTrip", "taxi-trip")]
    [InlineData("???", "TaxiTrip", "taxi-trip")]
    [InlineData("名簿.csv", "Row", null)]
    [InlineData("taken.csv", null, "taken-2")]
    [InlineData("../../taken-2/x/../free.csv", null, "free")]
    [InlineData(null, null, null)]
    public void Makes_an_id_from_the_file_or_the_row_type(string? dataset, string? rowType, string? id) =>
        Assert.Equal(id, DataCardScaffold.IdFor(dataset, rowType, ["taken"]));

    [Theory]
    [InlineData("evil\n- id: other.csv")]
    [InlineData("a\"b\\c.csv")]
    [InlineData("x: y # z.csv")]
    [InlineData("\u2028.csv")]
    public void Names_cannot_break_out_of_their_line(string dataset)
    {
        var lines = DataCardScaffold.Write("x", dataset, row: null).Split('\n');

        Assert.Equal(12, lines.Length);
        Assert.StartsWith("  - path: \"**/", lines[5], StringComparison.Ordinal);
        Assert.EndsWith("\"", lines[5], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Any(char.IsControl));
    }

    private static Task Fix(string source, string id, string card)
    {
        var test = new CodeFixVerifier<ScaffoldDataCard>(EnglishLexicon.Snapshot) { TestCode = source, CodeActionEquivalenceKey = $"RAI2001:{id}" };
        test.FixedState.Sources.Add(source);
        test.FixedState.AdditionalFiles.Add(("/repo/obj/rai/policy.rai-snapshot.xml", SnapshotXml.Write(EnglishLexicon.Snapshot)));
        test.FixedState.AdditionalFiles.Add(($"/0/rai/cards/{id}.datacard.yaml", SourceText.From(card.ReplaceLineEndings("\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))));
        test.FixedState.MarkupHandling = Microsoft.CodeAnalysis.Testing.MarkupMode.Allow;
        test.CodeActionVerifier = (action, verifier) => verifier.Equal($"/repo/rai/cards/{id}.datacard.yaml", PathOfAdded(action));
        test.NumberOfIncrementalIterations = 1;
        test.CodeFixTestBehaviors = Microsoft.CodeAnalysis.Testing.CodeFixTestBehaviors.FixOne | Microsoft.CodeAnalysis.Testing.CodeFixTestBehaviors.SkipFixAllCheck;
        return test.RunAsync();
    }

    private static string? PathOfAdded(CodeAction action) =>
        action.GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult()
            .OfType<ApplyChangesOperation>()
            .SelectMany(change => change.ChangedSolution.Projects)
            .SelectMany(project => project.AdditionalDocuments)
            .Single(document => document.Name.EndsWith(".datacard.yaml", StringComparison.Ordinal))
            .FilePath;
}
