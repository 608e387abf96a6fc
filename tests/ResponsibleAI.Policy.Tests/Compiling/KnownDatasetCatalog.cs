using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Policy.Tests.Compiling;

public sealed class KnownDatasetCatalog
{
    private const string Catalog = """
        schema: rai/datasets/1
        datasets:
          - id: zoo
            title: Zoo
            subject: not-people
            url: https://example.org/zoo
            source: https://example.org/zoo
            read: text
            columns: [animal, legs]
          - id: patients
            title: Patients | of a clinic
            aliases: [Clinic]
            subject: people
            files: ["z*.csv", "a.csv"]
            url: https://example.org/p
            rows: 303
            citation: Somebody (1990)
            license: { id: CC-BY-4.0, note: "asks for names", source: "https://example.org/l", read: secondary }
            source: https://example.org/s
            read: unverified
            note: Names were taken out.
            columns:
              - { name: chol, as: [serum cholesterol, cholesterol], category: user.health_and_medical, roles: [sensitive, label] }
              - id
        """;

    [Fact]
    public void It_becomes_part_of_the_snapshot_in_order_of_ids_with_names_of_today()
    {
        var result = Repo.Shipped.Ship("rules/datasets/some.yaml", Catalog).Compile();
        var datasets = SnapshotXml.Read(new StringReader(result.Snapshot)).Datasets;

        Assert.Equal(["patients", "zoo"], datasets.Select(dataset => dataset.Id));
        var patients = datasets[0];
        Assert.Equal(("Patients | of a clinic", "people", "https://example.org/p", "303"), (patients.Title, patients.Subject, patients.Url, patients.Rows));
        Assert.Equal(["a.csv", "z*.csv"], patients.Files);
        Assert.Equal(("https://example.org/s", "unverified"), (patients.Source, patients.Read));
        Assert.Equal(new KnownLicense("CC-BY-4.0", "https://example.org/l", "secondary"), patients.License);
        Assert.Equal(["chol", "id"], patients.Columns.Select(column => column.Name));
        Assert.Equal(["cholesterol", "serum cholesterol"], patients.Columns[0].Spellings);
        Assert.Equal("user.health", patients.Columns[0].Category);
        Assert.Equal(["label", "sensitive"], patients.Columns[0].Roles);
        Assert.Equal((null, 0, 0), (patients.Columns[1].Category, patients.Columns[1].Spellings.Count, patients.Columns[1].Roles.Count));
        Assert.Equal((null, null), (datasets[1].License, datasets[1].Rows));
    }

    [Fact]
    public void A_license_that_the_publisher_does_not_state_has_no_id()
    {
        var license = Repo.Shipped
            .Ship("rules/datasets/d.yaml", "schema: rai/datasets/1\ndatasets: [{ id: d, title: D, subject: people, url: u, source: s, read: text, columns: [a], license: { source: l, read: text } }]\n")
            .Snapshot().Datasets.Single().License;

        Assert.Equal(new KnownLicense(null, "l", "text"), license);
    }

    [Fact]
    public void Writing_what_was_read_gives_the_same_bytes()
    {
        var text = Repo.Shipped.Ship("rules/datasets/some.yaml", Catalog).Compile().Snapshot;

        Assert.Equal(text, SnapshotXml.Write(SnapshotXml.Read(new StringReader(text))));
    }

    [Fact]
    public void A_repository_adds_datasets_and_cannot_replace_one_that_shipped()
    {
        var result = Repo.Shipped
            .Ship("rules/datasets/some.yaml", Catalog)
            .With("rai/datasets/own.yaml", "schema: rai/datasets/1\ndatasets:\n  - { id: own, title: Own, subject: people, url: u, source: s, read: text, columns: [a, b] }\n  - { id: zoo, title: Other, subject: people, url: u, source: s, read: text, columns: [a] }\n")
            .Compile();

        Assert.Equal(["Patients | of a clinic", "Own", "Zoo"], SnapshotXml.Read(new StringReader(result.Snapshot)).Datasets.OrderBy(dataset => dataset.Id == "zoo").ThenBy(dataset => dataset.Id == "own").Select(dataset => dataset.Title));
        Assert.Equal(["`zoo` names a known dataset in rules/datasets/some.yaml, line 3 already; that one counts"], result.Findings.Where(finding => finding.Rule == "RAI9004").Select(finding => finding.Message));
    }

    [Theory]
    [InlineData("subject: persons", "RAI9002")]
    [InlineData("subject: people, flavor: sour", "RAI9002")]
    [InlineData("subject: people, rows: many", "RAI9002")]
    [InlineData("subject: people, license: { id: MITT, source: l, read: text }", "RAI9003")]
    [InlineData("subject: people, columns: [{ name: a, category: user.helth }]", "RAI9003")]
    [InlineData("subject: people, columns: [{ name: a, roles: [feature] }]", "RAI9002")]
    public void A_mistake_is_a_finding_at_its_place(string facts, string rule)
    {
        var columns = facts.Contains("columns", StringComparison.Ordinal) ? "" : ", columns: [a]";
        var result = Repo.Shipped.With("rai/datasets/own.yaml", $"schema: rai/datasets/1\ndatasets:\n  - {{ id: own, title: T, url: u, source: s, read: text, {facts}{columns} }}\n").Compile();

        var finding = Assert.Single(result.Findings, finding => finding.Location.Path == "rai/datasets/own.yaml");
        Assert.Equal((rule, 3), (finding.Rule, finding.Location.Line));
    }
}
