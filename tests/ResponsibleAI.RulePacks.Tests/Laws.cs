using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Rules;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.RulePacks.Tests;

/// <summary>Two laws that hold for every pack: a card that says nothing fails nothing, and tightening never improves an outcome.</summary>
public sealed class Laws
{
    private const int Cards = 120;

    public static IEnumerable<object[]> RuleIds => Shipped.Rules.Select(rule => new object[] { rule.Id });

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_card_that_says_nothing_fails_nothing_whatever_the_policy_and_the_register_say(string id)
    {
        var rule = Shipped.Rule(id);
        var empty = new MapNode(rule.Scope.Document.Field, new Dictionary<string, Node>(), default);
        for (var seed = 0; seed < 40; seed++)
            Assert.DoesNotContain(Outcomes(AppliedRule.AsWritten(rule), empty, new RegistryByChance(seed)), outcome => outcome is Outcome.Fail or Outcome.NeedsReview);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Another_condition_or_a_longer_time_never_improves_an_outcome(string id)
    {
        var rule = Shipped.Rule(id);
        var written = AppliedRule.AsWritten(rule);
        var siblings = Shipped.Rules.Where(other => other.About == rule.About && other.ForEach?.Key == rule.ForEach?.Key).ToList();
        for (var seed = 0; seed < Cards; seed++)
        {
            var registry = new RegistryByChance(seed);
            var card = new CardsByChance(seed).Document(rule.About);
            var before = Outcomes(written, card, registry);
            var other = siblings[seed % siblings.Count];
            AppliedRule[] tightened =
            [
                other.When is { } open ? written.AlsoWhen(open) : written,
                other.Require is { } duty ? written.AlsoRequire(duty) : written,
                other is { When: { } both, Require: { } owed } ? written.AlsoWhen(both).AlsoRequire(owed) : written,
                written.AlsoIn((rule.Effective ?? Effective.Always) with { From = null, To = null }),
            ];
            foreach (var rules in tightened)
                AssertNoBetter(before, Outcomes(rules, card, registry), id, seed);
        }
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_stricter_threshold_never_improves_an_outcome(string id)
    {
        var rule = Shipped.Rule(id);
        for (var seed = 0; seed < Cards; seed++)
        {
            var card = new CardsByChance(seed).Document(rule.About);
            AssertNoBetter(
                Outcomes(AppliedRule.AsWritten(rule), card, new RegistryByChance(seed)),
                Outcomes(AppliedRule.AsWritten(rule), card, new RegistryByChance(seed) { Stricter = (seed % 5) + 1 }),
                id,
                seed);
        }
    }

    [Fact]
    public void The_cards_by_chance_reach_every_outcome()
    {
        var reached = Enumerable.Range(0, Cards)
            .SelectMany(seed => Shipped.Rules.SelectMany(rule => Outcomes(AppliedRule.AsWritten(rule), new CardsByChance(seed).Document(rule.About), new RegistryByChance(seed))))
            .ToHashSet();
        Assert.Equal(Enum.GetValues<Outcome>().Length, reached.Count);
    }

    private static List<Outcome> Outcomes(AppliedRule rule, MapNode document, IRegistry registry)
    {
        var outcomes = new List<Outcome>();
        rule.Judge(new Evaluation(document, registry, Shipped.AsOf), verdict => outcomes.Add(verdict.Outcome));
        return outcomes;
    }

    private static void AssertNoBetter(List<Outcome> before, List<Outcome> after, string id, int seed)
    {
        Assert.Equal(before.Count, after.Count);
        for (var i = 0; i < before.Count; i++)
            Assert.True(after[i].Rank() >= before[i].Rank(), $"{id}, card {seed}, entry {i}: {before[i]} became {after[i]}");
    }

    /// <summary>The shipped tables, a register and a policy drawn by chance, and thresholds as strict as wanted.</summary>
    private sealed class RegistryByChance(int seed) : IRegistry
    {
        private readonly Dictionary<string, MapNode?> drawn = [];

        /// <summary>Steps in each threshold's stricter direction.</summary>
        public int Stricter { get; init; }

        public MapNode? Policy { get; } = new CardsByChance(seed + 1000).Map(PolicySchema.Root with { Fields = [.. PolicySchema.Root.Fields.Where(field => field.Name == "organization")] });

        public MapNode? Card(string id) => Draw(id, 2000, DocumentKind.DataCard);

        public MapNode? Purpose(string id) => Draw(id, 3000, DocumentKind.Purpose);

        public MapNode? License(string id) => Shipped.Registry.License(id);

        public MapNode? Category(string key) => Shipped.Registry.Category(key);

        public MapNode? Evidence(string cardId) => new CardsByChance(seed + 4000).Map(EvidenceSchema.Root);

        public double? Threshold(string name) =>
            Shipped.Registry.Threshold(name) is { } number
                ? Shipped.Registry.Thresholds[name]!.Node.Text("stricter") == "higher" ? number * (1 + Stricter) : number / (1 + Stricter)
                : null;

        private MapNode? Draw(string id, int offset, DocumentKind kind)
        {
            if (id == "gone")
                return null;
            var name = $"{kind} {id}";
            if (!drawn.TryGetValue(name, out var document))
                drawn.Add(name, document = new CardsByChance(seed + offset + id[0]).Document(kind));
            return document;
        }
    }
}
