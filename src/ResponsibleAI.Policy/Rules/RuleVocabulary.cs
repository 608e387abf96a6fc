using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Linking;

namespace ResponsibleAI.Policy.Rules;

/// <summary>The names outside a pack that its rules may use.</summary>
/// <param name="Thresholds">rules/thresholds.yaml, by name.</param>
/// <param name="Laws">rules/laws.yaml, by id.</param>
/// <param name="IsLicense">Whether a text is a license id; a citation may name a license instead of a law.</param>
public sealed record RuleVocabulary(
    IReadOnlyDictionary<string, Threshold> Thresholds,
    IReadOnlyDictionary<string, Law> Laws,
    Func<string, bool> IsLicense)
{
    /// <summary>What the shipped tables and the policy name.</summary>
    internal static RuleVocabulary Of(Registry registry) => new(
        registry.Thresholds.All.ToDictionary(
            entry => entry.Id,
            entry => new Threshold(entry.Id, entry.Node.Text("unit") ?? "", entry.Node.Text("stricter") == "higher"),
            StringComparer.Ordinal),
        registry.Laws.All.ToDictionary(
            entry => entry.Id,
            entry => new Law(entry.Id, entry.Node.Text("title") ?? entry.Id, entry.Node.Text("readBy"), entry.Node.Text("readOn")),
            StringComparer.Ordinal),
        id => registry.License(id) is not null);
}

/// <summary>A number that an organization chooses. It is never law.</summary>
/// <param name="Name">Such as k-minimum.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="HigherIsStricter">The direction that can only add findings.</param>
public sealed record Threshold(string Name, string Unit, bool HigherIsStricter);

/// <summary>A law, guideline or format that citations name.</summary>
/// <param name="Id">Such as eu-gdpr.</param>
/// <param name="Title">As people cite it, such as GDPR.</param>
/// <param name="ReadBy">Who read the text; null when nobody says.</param>
/// <param name="ReadOn">When, as written; null when nobody says.</param>
public sealed record Law(string Id, string Title, string? ReadBy, string? ReadOn);
