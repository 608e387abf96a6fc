using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Rules.Conditions;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Rules;

/// <summary>Runs the examples inside rules and says in plain sentences what came out.</summary>
public static class RuleTests
{
    /// <summary>Runs every test of a pack, in order.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="shared">Licenses, categories and thresholds; a test brings its own cards, purposes and policy.</param>
    public static IEnumerable<RuleTestResult> Run(RulePack pack, IRegistry shared)
    {
        foreach (var rule in pack.Rules)
            foreach (var test in rule.Tests)
                yield return Run(pack, rule, test, shared);
    }

    /// <summary>Runs one test.</summary>
    public static RuleTestResult Run(RulePack pack, Rule rule, RuleTest test, IRegistry shared) => new(rule, test, new PreparedTest(pack, rule, test, shared).Problem(rule));

    /// <summary>The outcomes that a rule can have and none of its tests shows.</summary>
    public static IReadOnlyList<Outcome> Untested(Rule rule) => [.. rule.Possible.Where(outcome => rule.Tests.All(test => test.Expect != outcome))];
}

/// <summary>What a test showed.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Test">Its test.</param>
/// <param name="Problem">A sentence; null when it came out as expected.</param>
public sealed record RuleTestResult(Rule Rule, RuleTest Test, string? Problem)
{
    /// <inheritdoc />
    public override string ToString() =>
        Problem is null ? $"{Rule.Id} {Test.It}" : FormattableString.Invariant($"{Test.Place.Path}({Test.Place.Line},{Test.Place.Column}): {Rule.Id} \"{Test.It}\": {Problem}");
}

/// <summary>A test whose cards are read once, for as many versions of its rule as need it.</summary>
internal sealed class PreparedTest
{
    private readonly RuleTest _test;
    private readonly TestRegistry _registry;
    private readonly MapNode _document;
    private readonly Day _asOf;
    private readonly string? _wrong;

    public PreparedTest(RulePack pack, Rule rule, RuleTest test, IRegistry shared)
    {
        var findings = new FindingList(pack.Path);
        _test = test;
        _registry = new TestRegistry(test, shared, findings);
        _document = _registry.Document(rule.About);
        _asOf = test.AsOf ?? pack.LawAsOf;
        _wrong = findings.Items.FirstOrDefault(finding => finding.Severity == Severity.Error) is { } mistake
            ? FormattableString.Invariant($"the test itself is wrong at line {mistake.Location.Line}: {mistake.Message}")
            : null;
    }

    /// <summary>The document, what it may look up, and the date: for other questions about the same case.</summary>
    public Evaluation Evaluation() => new(_document, _registry, _asOf);

    /// <summary>What the rule gets wrong in a sentence; null when it comes out as expected.</summary>
    public string? Problem(Rule rule)
    {
        if (_wrong is not null)
            return _wrong;
        var worst = Outcome.NotApplicable;
        var decided = new SortedSet<string>(StringComparer.Ordinal);
        AppliedRule.AsWritten(rule).Judge(Evaluation(), verdict =>
        {
            if (verdict.Outcome.Rank() > worst.Rank())
                decided.Clear();
            if (verdict.Outcome.Rank() >= worst.Rank())
            {
                worst = Worse(worst, verdict.Outcome);
                decided.UnionWith(verdict.Leaves.Select(leaf => leaf.Key));
            }
        });
        if (worst is Outcome.Fail or Outcome.NeedsReview && rule.At is { } at)
            decided.Add(at.Key);

        if (worst != _test.Expect)
            return $"expected {_test.Expect.Word()}, and it came out {worst.Word()}{Because(decided)}";
        return _test.At is { } expected && !decided.Contains(expected)
            ? $"{worst.Word()} as expected, but not because of {expected}{Because(decided)}"
            : null;
    }

    /// <summary>The one that counts for a document of several entries.</summary>
    public static Outcome Worse(Outcome left, Outcome right) =>
        (left, right) is (Outcome.NotApplicable, Outcome.Pass) || right.Rank() > left.Rank() ? right : left;

    private static string Because(SortedSet<string> decided) => decided.Count == 0 ? "" : $" (decided by {string.Join(", ", decided)})";
}

/// <summary>The world of one test: what it writes, over the shared tables.</summary>
internal sealed class TestRegistry : IRegistry
{
    private readonly IRegistry _shared;
    private readonly RuleTest _test;
    private readonly FindingList _findings;
    private readonly Dictionary<string, MapNode> _cards;
    private readonly Dictionary<string, MapNode> _purposes;

    public TestRegistry(RuleTest test, IRegistry shared, FindingList findings)
    {
        _test = test;
        _shared = shared;
        _findings = findings;
        _cards = Entries(test.Upstream, DataCardSchema.Root, "a data card");
        _purposes = Entries(test.Purposes, PurposesSchema.Entry, "a purpose");
        Policy = test.Policy is null ? null : DocumentReader.Read(test.Policy, PolicySchema.Root, "the policy", ReadMode.RuleTest, findings);
    }

    public MapNode? Policy { get; }

    public MapNode Document(DocumentKind about)
    {
        var (root, noun) = about switch
        {
            DocumentKind.DataCard => (DataCardSchema.Root, "a data card"),
            DocumentKind.ModelCard => (ModelCardSchema.Root, "a model card"),
            _ => (PurposesSchema.Entry, "a purpose"),
        };
        var yaml = _test.Card ?? new YamlMapping([], _test.Place);
        return DocumentReader.Read(yaml, root, noun, ReadMode.RuleTest, _findings) ?? new MapNode(root, new Dictionary<string, Node>(), _test.Place);
    }

    public MapNode? Card(string id) => _cards.TryGetValue(id, out var card) ? card : null;

    public MapNode? Purpose(string id) => _purposes.TryGetValue(id, out var purpose) ? purpose : null;

    public MapNode? License(string id) => _shared.License(id);

    public MapNode? Category(string key) => _shared.Category(key);

    public MapNode? Evidence(string cardId) => null;

    public MapNode? FairnessEvidence(string path) => null;

    public double? Threshold(string name) => (Policy?["thresholds"] as MapNode)?[name] is ScalarNode { Value: double own } ? own : _shared.Threshold(name);

    private Dictionary<string, MapNode> Entries(YamlMapping? map, Field root, string noun)
    {
        var entries = new Dictionary<string, MapNode>(StringComparer.Ordinal);
        foreach (var entry in map?.Entries ?? [])
            if (DocumentReader.Read(entry.Value, root, noun, ReadMode.RuleTest, _findings) is { } read)
                entries[entry.Key.Text] = read;
        return entries;
    }
}
