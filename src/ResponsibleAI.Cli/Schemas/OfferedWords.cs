using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Cli.Schemas;

/// <summary>Words of the shipped tables that editors offer. Others stay allowed: an organization may have its own.</summary>
/// <param name="Licenses">Licenses whose terms the shipped table knows; all of SPDX would be a list nobody reads.</param>
/// <param name="Categories">Data categories under their names of today.</param>
internal sealed record OfferedWords(IReadOnlyList<(string Word, string Title)> Licenses, IReadOnlyList<(string Word, string Title)> Categories)
{
    /// <summary>The laws and other texts that rules cite.</summary>
    public IReadOnlyList<(string Word, string Title)> Laws { get; init; } = [];

    /// <param name="rules">The folder of the shipped rules.</param>
    public static OfferedWords Shipped(string rules)
    {
        var spdx = Entries(rules, "licenses/spdx.yaml", "licenses", "id").ToDictionary(static entry => entry.Word, StringComparer.OrdinalIgnoreCase);
        return new(
            [
                ("NONE", "Looked, there is none."),
                ("NOASSERTION", "Nobody knows."),
                .. Sorted(Entries(rules, "licenses/facts.yaml", "licenses", "id").Where(static entry => entry.Word is not ("NONE" or "NOASSERTION")).Select(entry => spdx.TryGetValue(entry.Word, out var listed) ? listed : entry)),
            ],
            Sorted([.. Entries(rules, "taxonomy/categories.yaml", "categories", "key"), .. Entries(rules, "taxonomy/extensions.yaml", "categories", "key")]))
        {
            Laws = Sorted(Entries(rules, "laws.yaml", "laws", "id")),
        };
    }

    private static IReadOnlyList<(string Word, string Title)> Sorted(IEnumerable<(string Word, string Title, bool IsFormer)> words) =>
        [.. words.Where(static word => !word.IsFormer).OrderBy(static word => word.Word, StringComparer.Ordinal).Select(static word => (word.Word, word.Title))];

    private static IEnumerable<(string Word, string Title, bool IsFormer)> Entries(string rules, string file, string list, string key)
    {
        using var stream = File.OpenRead(Path.Combine(rules, file));
        var root = (YamlMapping)YamlReader.Read(file, stream, YamlLimits.Shipped).Documents[0];
        var entries = (YamlSequence)root.Entries.Single(entry => entry.Key.Text == list).Value;
        return [.. entries.Items.OfType<YamlMapping>().Select(entry => (Text(entry, key)!, Text(entry, "title") ?? "", entry.Entries.Any(static member => member.Key.Text is "replacedBy" or "deprecated")))];
    }

    private static string? Text(YamlMapping entry, string key) => (entry.Entries.FirstOrDefault(member => member.Key.Text == key)?.Value as YamlScalar)?.Text;
}
