using System.Globalization;
using System.Text;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Policy.Rules;
using ResponsibleAI.Policy.Rules.Comparing;

namespace ResponsibleAI.Cli.RulePacks;

/// <summary>What changed between two versions of packs, for the one who releases the new one.</summary>
internal sealed class PackDifference(IReadOnlyList<RuleChange> changes, IReadOnlyList<CardChange> cards, bool hasCards)
{
    private static readonly ChangeKind[] s_order = [ChangeKind.Gone, ChangeKind.Looser, ChangeKind.BothWays, ChangeKind.Stricter, ChangeKind.New, ChangeKind.NoDifferenceSeen, ChangeKind.Reworded];

    /// <summary>Whether something that was found before may not be found now.</summary>
    public bool Loosens => changes.Any(static change => change.Kind is ChangeKind.Gone or ChangeKind.Looser or ChangeKind.BothWays);

    public string Text()
    {
        var text = new StringBuilder();
        foreach (var kind in s_order)
        {
            foreach (var change in changes.Where(change => change.Kind == kind))
            {
                var rule = (change.New ?? change.Old)!;
                text.Append(CultureInfo.InvariantCulture, $"{Word(kind)}: {rule.Id} {rule.Slug}: {rule.Title}\n");
                foreach (var line in change.What)
                    Outline.Wrapped(text, "  - ", line);
            }
        }

        if (changes.Count > 0)
            text.Append('\n');
        foreach (var card in cards)
            text.Append(CultureInfo.InvariantCulture, $"{card.Path}: '{card.Id}' {card.Rule.Id}: {card.Old.Words()} → {card.New.Words()}\n");
        if (hasCards)
            text.Append(CultureInfo.InvariantCulture, $"{PackLint.Counted(cards.Count, "outcome")} of cards changed.\n\n");
        return text.Append(Summary()).Append('\n').ToString();
    }

    public string Json() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "rai/rules-diff/1");
        json.WriteStartArray("rules");
        foreach (var change in changes)
        {
            var rule = (change.New ?? change.Old)!;
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("slug", rule.Slug);
            json.WriteString("change", Word(change.Kind));
            json.WriteStartArray("what");
            foreach (var line in change.What)
                json.WriteStringValue(line);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("cards");
        foreach (var card in cards)
        {
            json.WriteStartObject();
            json.WriteString("id", card.Id);
            json.WriteString("path", card.Path);
            json.WriteString("rule", card.Rule.Id);
            json.WriteString("before", card.Old.Word());
            json.WriteString("now", card.New.Word());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private string Summary() => changes.Count == 0
        ? "No rule changed."
        : string.Join(", ", s_order.Select(kind => (kind, count: changes.Count(change => change.Kind == kind))).Where(static entry => entry.count > 0)
            .Select(static entry => string.Create(CultureInfo.InvariantCulture, $"{entry.count} {Word(entry.kind)}"))) + (Loosens ? ". Something may be found no longer: raise the major version." : ".");

    private static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.New => "new",
        ChangeKind.Gone => "gone",
        ChangeKind.Stricter => "stricter",
        ChangeKind.Looser => "looser",
        ChangeKind.BothWays => "stricter and looser",
        ChangeKind.NoDifferenceSeen => "no difference seen",
        _ => "reworded",
    };
}
