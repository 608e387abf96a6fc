using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using ResponsibleAI.Policy;
using ResponsibleAI.Policy.Documents;
using YamlDotNet.Core;

namespace ResponsibleAI.Benchmarks;

/// <summary>
/// The whole work of the policy compiler (read, check, link, judge every card by every rule, write the snapshot) beside YamlDotNet's
/// parser over the same bytes. The parameter Cards shows how it grows; the card is the complete one of the governed sample.
/// </summary>
[MemoryDiagnoser]
public class PolicyBenchmarks
{
    private static readonly Day s_today = new(2026, 9, 30);

    private List<(string Path, FileOrigin Origin, byte[] Bytes)> _files = [];

    /// <summary>Data cards in the repository.</summary>
    [Params(10, 100, 1000)]
    public int Cards { get; set; }

    /// <summary>Reads the sample's policy and the shipped rules once, so that no disk is measured.</summary>
    [GlobalSetup]
    public void Read()
    {
        var repository = RepositoryFiles.Root;
        var sample = Path.Combine(repository, "samples", "IncomePrediction.Governed");
        var card = File.ReadAllText(Path.Combine(sample, "rai", "cards", "adult.datacard.yaml"));
        _files =
        [
            .. Directory.EnumerateFiles(Path.Combine(repository, "rules"), "*.yaml", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => (Path.GetRelativePath(repository, path).Replace('\\', '/'), FileOrigin.Shipped, File.ReadAllBytes(path))),
            ("rai/policy.yaml", FileOrigin.Repository, File.ReadAllBytes(Path.Combine(sample, "rai", "policy.yaml"))),
            ("rai/purposes.yaml", FileOrigin.Repository, File.ReadAllBytes(Path.Combine(sample, "rai", "purposes.yaml"))),
            .. Enumerable.Range(0, Cards).Select(index => Card(card, index)),
        ];
    }

    /// <summary>YamlDotNet alone: events read and thrown away.</summary>
    [Benchmark(Baseline = true)]
    public int ParseOnly()
    {
        var events = 0;
        foreach (var (_, _, bytes) in _files)
        {
            var parser = new Parser(new StreamReader(new MemoryStream(bytes), Encoding.UTF8));
            while (parser.MoveNext())
            {
                events++;
            }
        }

        return events;
    }

    /// <summary>The policy compiler.</summary>
    [Benchmark]
    public PolicyResult Compile() => PolicyCompiler.Compile(new PolicyRequest(
        [.. _files.Select(file => new PolicyFile(file.Path, file.Origin, () => new MemoryStream(file.Bytes)))],
        s_today));

    private static (string Path, FileOrigin Origin, byte[] Bytes) Card(string text, int index)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"adult-{index}");
        var card = text.Replace("id: adult\n", $"id: {id}\n", StringComparison.Ordinal).Replace("data/adult.csv", $"data/{id}.csv", StringComparison.Ordinal);
        return ($"rai/cards/{id}.datacard.yaml", FileOrigin.Repository, Encoding.UTF8.GetBytes(card));
    }
}
