using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;

namespace ResponsibleAI.Policy.Rules;

/// <summary>The packs in use, and what they say of everything the registry holds.</summary>
internal sealed class RuleBook
{
    private readonly Registry _registry;

    /// <summary>Reads the packs that the policy uses; what is wrong with one goes to the findings of its file.</summary>
    public RuleBook(Registry registry)
    {
        _registry = registry;
        var vocabulary = RuleVocabulary.Of(registry);
        var packs = new List<RulePack>();
        var owners = new Dictionary<string, Rule>(StringComparer.Ordinal);
        foreach (var file in PackChoice.Of(registry))
        {
            if (file.Yaml is null || RulePackReader.Read(file.Yaml, vocabulary, file.Findings) is not { } pack)
                continue;
            packs.Add(pack with { Rules = [.. pack.Rules.Where(rule => IsFirst(rule, owners, file.Findings))] });
        }

        Packs = packs;
    }

    /// <summary>The packs, in order of their files.</summary>
    public IReadOnlyList<RulePack> Packs { get; }

    /// <summary>The rules as the policy wants them; edits under the wrong heading go to the findings of the policy's file.</summary>
    public RuleChoice Choose() => new(
        Packs,
        _registry.Policy,
        _registry.Loosening.Edits,
        _registry.Loosening.IsLocked,
        _registry.PolicyDocument?.Findings ?? new FindingList(""));

    /// <summary>Judges every data card, model card and purpose.</summary>
    public JudgementResult Judge(Day asOf) =>
        CardJudgement.Judge(Documents(_registry), Choose(), _registry, _registry.Decisions.All.Select(decision => decision.Node), asOf);

    /// <summary>Whether no earlier pack has a rule of this id; a finding when one has.</summary>
    public static bool IsFirst(Rule rule, Dictionary<string, Rule> owners, FindingList findings)
    {
        if (!owners.TryGetValue(rule.Id, out var owner))
        {
            owners.Add(rule.Id, rule);
            return true;
        }

        findings.Add(PolicyRules.DuplicateId, FindingKind.Violation, Severity.Error,
            FormattableString.Invariant($"{FindingList.Quote(rule.Id)} names a rule in {owner.Place.Path}, line {owner.Place.Line} already; that one counts"), rule.Place);
        return false;
    }

    /// <summary>Everything that rules judge.</summary>
    public static IEnumerable<JudgedDocument> Documents(Registry registry) =>
        [.. Of(registry.Cards, DocumentKind.DataCard), .. Of(registry.ModelCards, DocumentKind.ModelCard), .. Of(registry.Purposes, DocumentKind.Purpose)];

    private static IEnumerable<JudgedDocument> Of(Linking.Index index, DocumentKind kind) =>
        index.All.Select(entry => new JudgedDocument(kind, entry.Id, entry.At.Path, entry.Node));
}
