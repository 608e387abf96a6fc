using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Policy.Tests.Documents;

public sealed class FormatSamples
{
    public static TheoryData<string, string> Samples => new()
    {
        { "datacard-v1.yaml", "rai/datacard/1" },
        { "modelcard-v1.yaml", "rai/modelcard/1" },
        { "policy.yaml", "rai/policy/1" },
        { "purposes.yaml", "rai/purposes/1" },
        { "waivers.yaml", "rai/waivers/1" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_annotated_example_of_a_format_reads_without_a_finding(string file, string schema)
    {
        var format = DocumentFormat.All.Single(candidate => candidate.Id == schema);

        var (document, findings) = Read.Document(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Formats", file)), format);

        Assert.Empty(Read.Lines(findings));
        Assert.NotNull(document!["schema"]);
    }
}
