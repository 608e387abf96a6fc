using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Rules;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.RulePacks.Tests;

/// <summary>A condition that no test guards could be deleted by accident and nobody would notice. So each is deleted once here.</summary>
public sealed class Mutants
{
    private static readonly RuleVocabulary s_vocabulary = RuleVocabulary.Of(Shipped.Registry);

    public static IEnumerable<object[]> RuleIds => Shipped.Rules.Select(rule => new object[] { rule.Id });

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_test_notices_when_a_condition_or_a_word_of_it_is_dropped(string id)
    {
        var (pack, rule) = Find(id);
        Assert.False(IsNoticed(pack, rule), "the rule as written");
        List<string> survivors = [];
        foreach (var part in new[] { "when", "require", "effective" })
        {
            if (rule.Entries.FirstOrDefault(entry => entry.Key.Text == part) is not { } entry)
                continue;
            foreach (var (without, what) in Drops(entry.Value))
                if (!IsNoticed(pack, With(rule, part, without)))
                    survivors.Add($"{part}: {what}");
            if (part != "require" && !IsNoticed(pack, With(rule, part, null)))
                survivors.Add($"{part} as a whole");
        }

        Assert.True(survivors.Count == 0, $"no test of {id} notices when this is deleted:\n{string.Join("\n", survivors)}");
    }

    [Theory]
    [InlineData("conditions")]
    [InlineData("lists")]
    public void A_test_of_the_pack_notices_when_a_word_of_a_shared_condition_or_list_is_dropped(string part)
    {
        List<string> survivors = [];
        foreach (var pack in Shipped.Registry.Of(Documents.DocumentFormat.Rules).Select(file => (YamlMapping)file.Yaml!))
            if (pack.Entries.FirstOrDefault(entry => entry.Key.Text == part) is { } shared)
                foreach (var (without, what) in Drops(shared.Value).Where(drop => !drop.What.StartsWith("`title`", StringComparison.Ordinal)))
                    if (!IsNoticed(With(pack, part, without)))
                        survivors.Add($"{pack.Span.Path}: {what}");
        Assert.True(survivors.Count == 0, $"no test notices when this is deleted:\n{string.Join("\n", survivors)}");
    }

    /// <summary>A mutant that cannot be read, or that one of the rule's tests contradicts, is noticed.</summary>
    private static bool IsNoticed(YamlMapping pack, YamlMapping rule)
    {
        var rules = new YamlSequence([rule], rule.Span);
        var findings = new FindingList("mutant.yaml");
        var mutant = RulePackReader.Read(With(pack, "rules", rules), s_vocabulary, findings);
        return mutant is not { Rules: [var read] } || read.Tests.Any(test => RuleTests.Run(mutant, read, test, Shipped.Registry).Problem is not null);
    }

    private static bool IsNoticed(YamlMapping pack)
    {
        var findings = new FindingList("mutant.yaml");
        return RulePackReader.Read(pack, s_vocabulary, findings) is not { } mutant || findings.Items.Count > 0 || RuleTests.Run(mutant, Shipped.Registry).Any(result => result.Problem is not null);
    }

    private static (YamlMapping Pack, YamlMapping Rule) Find(string id)
    {
        foreach (var file in Shipped.Registry.Of(Documents.DocumentFormat.Rules))
        {
            var pack = (YamlMapping)file.Yaml!;
            var rules = (YamlSequence)pack.Entries.First(entry => entry.Key.Text == "rules").Value;
            if (rules.Items.OfType<YamlMapping>().FirstOrDefault(rule => rule.Entries.Any(entry => entry is { Key.Text: "id", Value: YamlScalar { Text: var text } } && text == id)) is { } found)
                return (pack, found);
        }

        throw new InvalidOperationException($"{id} is in no pack");
    }

    private static YamlMapping With(YamlMapping map, string key, YamlNode? value) =>
        new([.. map.Entries.Where(entry => entry.Key.Text != key || value is not null).Select(entry => entry.Key.Text == key ? entry with { Value = value! } : entry)], map.Span);

    /// <summary>The node with one entry of a map or one item of a list missing, at any depth.</summary>
    private static IEnumerable<(YamlNode Node, string What)> Drops(YamlNode node)
    {
        switch (node)
        {
            case YamlMapping map:
                for (var i = 0; i < map.Entries.Count; i++)
                {
                    var entry = map.Entries[i];
                    if (map.Entries.Count > 1)
                        yield return (new YamlMapping([.. map.Entries.Where(other => other != entry)], map.Span), At(entry.Key));
                    foreach (var (inner, what) in Drops(entry.Value))
                        yield return (new YamlMapping([.. map.Entries.Select(other => other == entry ? entry with { Value = inner } : other)], map.Span), what);
                }

                break;
            case YamlSequence list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    var item = list.Items[i];
                    if (list.Items.Count > 1)
                        yield return (new YamlSequence([.. list.Items.Where(other => other != item)], list.Span), item is YamlScalar word ? At(word) : FormattableString.Invariant($"item {i + 1} in line {item.Span.Line}"));
                    foreach (var (inner, what) in Drops(item))
                        yield return (new YamlSequence([.. list.Items.Select(other => other == item ? inner : other)], list.Span), what);
                }

                break;
        }
    }

    private static string At(YamlScalar scalar) => FormattableString.Invariant($"`{scalar.Text}` in line {scalar.Span.Line}");
}
