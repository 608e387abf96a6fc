using ResponsibleAI.Policy.Rules;
using ResponsibleAI.Policy.Rules.Proving;

namespace ResponsibleAI.Policy.RulePacks.Tests;

/// <summary>Two laws that hold for every pack: a card that says nothing fails nothing, and tightening never improves an outcome.</summary>
public sealed class Laws
{
    public static IEnumerable<object[]> RuleIds => Shipped.Rules.Select(rule => new object[] { rule.Id });

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_card_that_says_nothing_fails_nothing_and_tightening_never_improves_an_outcome(string id) =>
        Assert.Equal([], PackLaws.Problems(Shipped.Library.Find(id)!.Value.Rule, Shipped.Library.Rules.Select(entry => entry.Rule), Shipped.Library));

    [Fact]
    public void The_cards_by_chance_reach_every_outcome() =>
        Assert.Equal(Enum.GetValues<Outcome>().Length, PackLaws.Reached(Shipped.Library).Count);
}
