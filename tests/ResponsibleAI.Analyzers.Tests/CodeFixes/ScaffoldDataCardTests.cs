using System.Text;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;
using ResponsibleAI.Analyzers.CodeFixes;
using ResponsibleAI.Analyzers.PersonalData;
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
        #   the code reads as if a row describes no person: the file's name says 'flower'. Confirm or contradict it here.
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
    public Task Proposes_what_was_published_about_a_dataset_that_its_columns_tell() => Fix(
        Lib + """
        class Row { public float Age, Sex, Cp, TrestBps, Chol, Fbs, RestEcg, Thalac; public bool Label; public float Mine; }
        class Trainer { void Run() => {|RAI2001:Data.Load<Row>("HeartTraining.csv")|}; }
        """,
        "heart-training",
        """
        # Facts about one dataset, by somebody who knows it. A missing key means "not stated"; none means "I looked, there is none".
        # The build reads this card with every training run; docs/data-card.md of ResponsibleAI.Analyzers lists all keys.
        schema: rai/datacard/1
        id: heart-training
        # By its columns this is Heart Disease (Cleveland). What was published about it follows; confirm or correct each line for the file at hand.
        name: "Heart Disease (Cleveland)"   # to be confirmed: https://archive.ics.uci.edu/dataset/45/heart+disease
        url: "https://archive.ics.uci.edu/dataset/45/heart+disease"   # to be confirmed: https://archive.ics.uci.edu/dataset/45/heart+disease
        rows: 303   # to be confirmed: https://archive.ics.uci.edu/dataset/45/heart+disease
        license: CC-BY-4.0   # to be confirmed: https://github.com/sassoftware/sas-viya-workbench-examples/blob/main/data/README.md, read at second hand
        files:
          - path: "**/HeartTraining.csv"
            # sha256: so that a changed file is noticed
        # sources: where the data comes from and how it was obtained
        # subjects: { data: … }   # not-personal, possible, anonymized, pseudonymized or personal
        #   the code reads as if a row describes a person: the columns are those of Heart Disease (Cleveland), in which a row describes a person. Confirm or contradict it here.
        # purposes: ids of rai/purposes.yaml that this data may be used for
        # category and roles of published columns are the catalog's reading of https://archive.ics.uci.edu/dataset/45/heart+disease
        columns:
          - { name: Age, type: number, category: user.demographic.age_range, roles: [protected, quasi-identifier] }   # to be confirmed: published as age
          - { name: Sex, type: number, category: user.demographic.gender, roles: [protected, quasi-identifier] }   # to be confirmed: published as sex
          - { name: Cp, type: number, category: user.health.condition, roles: [sensitive] }   # to be confirmed: published as cp
          - { name: TrestBps, type: number, category: user.health.vital_signs, roles: [sensitive] }   # to be confirmed: published as trestbps
          - { name: Chol, type: number, category: user.health.vital_signs, roles: [sensitive] }   # to be confirmed: published as chol
          - { name: Fbs, type: number, category: user.health.vital_signs, roles: [sensitive] }   # to be confirmed: published as fbs
          - { name: RestEcg, type: number, category: user.health.vital_signs, roles: [sensitive] }   # to be confirmed: published as restecg
          - { name: Thalac, type: number, category: user.health.vital_signs, roles: [sensitive] }   # to be confirmed: published as thalach
          - { name: Label, type: boolean, category: user.health.medical_diagnosis, roles: [label, sensitive] }   # to be confirmed: published as num
          - { name: Mine, type: number }   # category? roles?

        """);

    [Fact]
    public Task Proposes_by_the_name_of_the_file_where_no_columns_were_seen() => Fix(
        Lib + """class Trainer { void Run() => {|RAI2001:Data.Load("compas-scores-two-years.csv")|}; }""",
        "compas-scores-two-years",
        """
        # Facts about one dataset, by somebody who knows it. A missing key means "not stated"; none means "I looked, there is none".
        # The build reads this card with every training run; docs/data-card.md of ResponsibleAI.Analyzers lists all keys.
        schema: rai/datacard/1
        id: compas-scores-two-years
        # By its name alone, its columns were not seen, this is COMPAS Recidivism (ProPublica, two years). What was published about it follows; confirm or correct each line for the file at hand.
        name: "COMPAS Recidivism (ProPublica, two years)"   # to be confirmed: https://github.com/propublica/compas-analysis/blob/master/compas-scores-two-years.csv
        url: "https://github.com/propublica/compas-analysis"   # to be confirmed: https://github.com/propublica/compas-analysis/blob/master/compas-scores-two-years.csv
        rows: 7214   # to be confirmed: https://github.com/propublica/compas-analysis/blob/master/compas-scores-two-years.csv
        files:
          - path: "**/compas-scores-two-years.csv"
            # sha256: so that a changed file is noticed
        # license: an SPDX id, or LicenseRef-… with a link
        # sources: where the data comes from and how it was obtained
        # subjects: { data: … }   # not-personal, possible, anonymized, pseudonymized or personal
        #   the code reads as if a row describes a person: the file goes by the name of COMPAS Recidivism (ProPublica, two years), in which a row describes a person. Confirm or contradict it here.
        # purposes: ids of rai/purposes.yaml that this data may be used for

        """);

    [Fact]
    public Task A_file_named_like_a_known_dataset_with_other_columns_is_not_it() => Fix(
        Lib + """
        class Row { public float Quux; }
        class Trainer { void Run() => {|RAI2001:Data.Load<Row>("diamonds.tsv")|}; }
        """,
        "diamonds",
        """
        # Facts about one dataset, by somebody who knows it. A missing key means "not stated"; none means "I looked, there is none".
        # The build reads this card with every training run; docs/data-card.md of ResponsibleAI.Analyzers lists all keys.
        schema: rai/datacard/1
        id: diamonds
        files:
          - path: "**/diamonds.tsv"
            # sha256: so that a changed file is noticed
        # license: an SPDX id, or LicenseRef-… with a link
        # sources: where the data comes from and how it was obtained
        # subjects: { data: … }   # not-personal, possible, anonymized, pseudonymized or personal
        #   the code reads as if a row describes no person: the file's name says 'diamond'. Confirm or contradict it here.
        # purposes: ids of rai/purposes.yaml that this data may be used for
        columns:
          - { name: Quux, type: number }

        """);

    public static TheoryData<string> KnownDatasets => [.. EnglishLexicon.Snapshot.Datasets.Select(dataset => dataset.Id)];

    [Theory]
    [MemberData(nameof(KnownDatasets))]
    public void What_it_proposes_about_a_known_dataset_is_a_data_card_without_findings(string id)
    {
        var dataset = EnglishLexicon.Snapshot.Datasets.Single(dataset => dataset.Id == id);
        var row = Rows.Listed(dataset.Columns.Select(column => new ColumnShape(column.Name, null)), dataset.Files[0].Replace('*', 'x'));

        var yaml = DataCardScaffold.Write("x", "x.csv", row);
        var compiled = PolicyCompiler.Compile(new PolicyRequest(
            [.. EnglishLexicon.Shipped, new PolicyFile("rai/cards/x.datacard.yaml", FileOrigin.Repository, () => new MemoryStream(Encoding.UTF8.GetBytes(yaml)))],
            new Policy.Documents.Day(2026, 11, 22)));

        Assert.Empty(compiled.Findings.Select(finding => finding.Message));
        var card = Assert.Single(SnapshotXml.Read(new StringReader(compiled.Snapshot)).Cards);
        Assert.Equal(dataset.Columns.Select(column => (column.Name, column.Category)), card.Columns!.Select(column => (column.Name, column.Categories.SingleOrDefault())));
        Assert.Equal(dataset.License is { Id: { } license, Read: not "unverified" } ? [license] : [], card.Licenses.Select(license => license.Id));
        Assert.Null(card.SubjectsData);
        Assert.All(yaml.Split('\n').Where(line => line.StartsWith("license", StringComparison.Ordinal) || line.StartsWith("rows", StringComparison.Ordinal) || line.Contains("category: ", StringComparison.Ordinal)),
            line => Assert.Contains("# to be confirmed: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void What_nobody_has_read_is_no_fact_of_the_card()
    {
        var dataset = new KnownDataset { Id = "d", Title = "D", Url = "https://example.org/d", Rows = "7", Source = "https://example.org/s", Read = "unverified", License = new("MIT", "https://example.org/l", "unverified") };

        var lines = DataCardScaffold.Write("x", "d.csv", row: null, dataset).Split('\n');

        Assert.Contains("# license: MIT   # to be confirmed: https://example.org/l, not read by anybody yet", lines);
        Assert.Contains("# rows: 7   # to be confirmed: https://example.org/s, not read by anybody yet", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("license", StringComparison.Ordinal) || line.StartsWith("rows", StringComparison.Ordinal));
    }

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
