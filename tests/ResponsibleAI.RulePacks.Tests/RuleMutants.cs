using ResponsibleAI.Policy.Rules.Proving;

namespace ResponsibleAI.Policy.RulePacks.Tests;

/// <summary>A mistake in a condition that no test notices could be made by accident and nobody would see it. So each is made once here.</summary>
public sealed class RuleMutants
{
    public static IEnumerable<object[]> RuleIds => Shipped.Rules.Select(rule => new object[] { rule.Id });

    public static IEnumerable<object[]> PackNames => Shipped.Packs.Select(pack => new object[] { pack.Name });

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_test_of_the_rule_notices_every_mistake_in_it(string id)
    {
        var (pack, rule) = Shipped.Library.Find(id)!.Value;

        var result = Mutants.Of(pack, rule, Shipped.Library.Tables);

        Assert.NotEqual(0, result.Made);
        Assert.True(result.Survivors.Count == 0, string.Join("\n", result.Survivors.Select(survivor => survivor.Sentence)));
    }

    [Theory]
    [MemberData(nameof(PackNames))]
    public void A_test_of_the_pack_notices_every_mistake_in_what_its_rules_share(string name)
    {
        var survivors = Mutants.OfShared(Shipped.Library.Packs.Single(pack => pack.Name == name), Shipped.Library.Tables).Survivors;

        Assert.True(survivors.Count == 0, string.Join("\n", survivors.Select(survivor => survivor.Sentence)));
    }
}
