using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Rules;

/// <summary>What to say of a name that nothing is known by.</summary>
internal static class Dangling
{
    public static string Threshold(string name, RuleVocabulary vocabulary) => Name("threshold", name, "rules/thresholds.yaml", vocabulary.Thresholds.Keys);

    public static string Law(string name, RuleVocabulary vocabulary) => Name("law", name, "rules/laws.yaml", vocabulary.Laws.Keys);

    public static string Name(string what, string name, string where, IEnumerable<string> known)
    {
        var message = $"{what} {FindingList.Quote(name)} is not in {where}";
        return Spelling.Nearest(name, [.. known.OrderBy(other => other, StringComparer.Ordinal)]) is { } nearest ? $"{message} (nearest: {nearest})" : message;
    }
}
