using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Rules;
using Law = ResponsibleAI.Policy.Rules.Law;
using Threshold = ResponsibleAI.Policy.Rules.Threshold;

namespace ResponsibleAI.Policy.Linking;

/// <summary>
/// The rule packs of a policy, compiled. A repository's own packs are always read, so that their authors see what is wrong;
/// shipped ones only when they apply.
/// </summary>
internal sealed class PacksInUse
{
    private PacksInUse(IReadOnlyList<RulePack> packs, bool areWhole)
    {
        Packs = packs;
        AreWhole = areWhole;
    }

    /// <summary>Those that apply, shipped ones first, then by path.</summary>
    public IReadOnlyList<RulePack> Packs { get; }

    /// <summary>Every rule of every pack that was read can be applied.</summary>
    public bool AreWhole { get; }

    public static PacksInUse Of(Registry registry)
    {
        var vocabulary = Vocabulary(registry);
        var chosen = PackChoice.Of(registry);
        var packs = new List<RulePack>();
        var whole = true;
        foreach (var file in registry.Of(DocumentFormat.Rules))
        {
            var applies = chosen.Contains(file);
            if (file.Yaml is null || (!applies && file.Origin == FileOrigin.Shipped))
            {
                continue;
            }

            var pack = RulePackReader.Read(file.Yaml, vocabulary, file.Findings);
            whole &= !file.Findings.LeftSomethingOut;
            if (pack is not null && applies)
            {
                packs.Add(pack);
            }
        }

        return new PacksInUse(packs, whole);
    }

    /// <summary>The names that rules may use.</summary>
    public static RuleVocabulary Vocabulary(Registry registry) => new(
        registry.Thresholds.All.ToDictionary(
            entry => entry.Id,
            entry => new Threshold(entry.Id, entry.Node.Text("unit") ?? "", entry.Node.Text("stricter") == "higher"),
            StringComparer.Ordinal),
        registry.Laws.All.ToDictionary(
            entry => entry.Id,
            entry => new Law(entry.Id, entry.Node.Text("title") ?? entry.Id, entry.Node.Text("readBy"), entry.Node.Text("readOn")),
            StringComparer.Ordinal),
        id => registry.Licenses.Canonical(id) is not null);
}
