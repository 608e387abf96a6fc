using System.Text;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Tests;

/// <summary>Reads texts as tests write them.</summary>
internal static class Read
{
    public static YamlFile Yaml(string text, YamlLimits? limits = null) => Yaml(Encoding.UTF8.GetBytes(text), limits);

    public static YamlFile Yaml(byte[] bytes, YamlLimits? limits = null) =>
        YamlReader.Read("f.yaml", new MemoryStream(bytes), limits ?? YamlLimits.Repository);

    public static (MapNode? Document, IReadOnlyList<Finding> Findings) Document(string text, DocumentFormat format, ReadMode mode = ReadMode.File)
    {
        var yaml = Yaml(text);
        Assert.Empty(yaml.Findings);
        var findings = new FindingList("f.yaml");
        return (DocumentReader.Read(yaml.Documents[0], format, mode, findings), findings.Items);
    }

    /// <summary>A data card with its two required keys and these lines.</summary>
    public static (MapNode Card, IReadOnlyList<Finding> Findings) Card(string lines)
    {
        var (document, findings) = Document("schema: rai/datacard/1\nid: c\n" + lines, DocumentFormat.DataCard);
        return (document!, findings);
    }

    /// <summary>"line:column-line:column message" of each.</summary>
    public static string[] Lines(IEnumerable<Finding> findings) =>
        [.. findings.Select(finding => $"{finding.Rule} {finding.Location.Line}:{finding.Location.Column}-{finding.Location.EndLine}:{finding.Location.EndColumn} {finding.Message}")];
}
