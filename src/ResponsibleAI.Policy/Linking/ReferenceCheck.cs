using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Linking;

/// <summary>
/// Follows every reference and reports those that lead nowhere. Where a table was not read in full, a missing name proves
/// nothing and stays quiet: the table's own finding speaks.
/// </summary>
internal sealed class ReferenceCheck(Registry registry)
{
    private readonly KnownRules _rules = registry.Rules;
    private readonly Dictionary<(string Name, IReadOnlyCollection<string> Names), string> _suggestions = [];
    private readonly bool _purposesAreWhole = registry.Of(DocumentFormat.Purposes).All(document => document.IsWhole);
    private readonly bool _cardsAreWhole = registry.Of(DocumentFormat.DataCard).Concat(registry.Of(DocumentFormat.ModelCard)).All(document => document.IsWhole);

    /// <summary>Reports into each document's own findings.</summary>
    public void Run()
    {
        foreach (var document in registry.Documents)
        {
            if (document.Root is { } root && document.Format != DocumentFormat.Spdx && document.Format != DocumentFormat.Licenses && document.Format != DocumentFormat.Taxonomy)
            {
                Follow(root, document.Findings);
                if (document.Format == DocumentFormat.DataCard && document.IsWhole)
                {
                    CardReferences.Check(root, document.Findings);
                }

                if (document.Format == DocumentFormat.ModelCard)
                {
                    NamedEvidence.Check(root, registry, document.Findings);
                }
            }
        }

        foreach (var taxonomy in registry.Of(DocumentFormat.Taxonomy))
        {
            foreach (var successor in (taxonomy.Root?.Maps("categories") ?? []).Select(entry => entry.Scalar("replacedBy")).OfType<ScalarNode>())
            {
                Category(successor, taxonomy.Findings);
            }
        }

        foreach (var waivers in registry.Of(DocumentFormat.Waivers))
        {
            foreach (var rule in (waivers.Root?.Maps("decisions") ?? []).Select(decision => decision.Scalar("rule")).OfType<ScalarNode>())
            {
                Rule(rule.Text, rule.Span, waivers.Findings);
            }
        }

        var chosen = PackChoice.Of(registry);
        foreach (var pack in registry.Of(DocumentFormat.Rules).Where(pack => pack.Origin == FileOrigin.Repository && !chosen.Contains(pack)))
        {
            pack.Findings.Dangling("The policy does not name this pack under packs:; its rules are not applied", pack.Yaml?.Span ?? new(pack.Path, 1, 1, 1, 1), Severity.Warning);
        }

        if (registry.PolicyDocument is { Root: { } policy } file)
        {
            Policy(policy, file.Findings);
        }
    }

    private void Follow(Node node, FindingList findings)
    {
        if (findings.IsFull)
        {
            return;
        }

        switch (node)
        {
            case MapNode map:
                foreach (var member in map.Members.Values)
                {
                    Follow(member, findings);
                }

                break;
            case ListNode list:
                foreach (var item in list.Items)
                {
                    Follow(item, findings);
                }

                break;
            case ScalarNode { IsNone: false } scalar:
                Reference(scalar, findings);
                break;
        }
    }

    private void Reference(ScalarNode scalar, FindingList findings)
    {
        var id = scalar.Text;
        switch (scalar.Field.Type)
        {
            case FieldType.Purpose when registry.Purpose(id) is null && _purposesAreWhole:
                findings.Dangling($"{FindingList.Quote(id)} is not in the purpose register{Nearest(id, registry.Purposes.Ids)}", scalar.Span);
                break;
            case FieldType.Dataset when registry.Card(id) is null && registry.ModelCards[id] is null && _cardsAreWhole:
                findings.Dangling($"No data card has the id {FindingList.Quote(id)}{Nearest(id, registry.Cards.Ids)}", scalar.Span, Severity.Warning);
                break;
            case FieldType.Category:
                Category(scalar, findings);
                break;
            case FieldType.License:
                License(scalar, findings);
                break;
        }
    }

    private void Category(ScalarNode scalar, FindingList findings)
    {
        var key = scalar.Text;
        if (!registry.Categories.HasTaxonomy)
        {
            return;
        }

        var current = registry.Categories.Current(key);
        if (current is null)
        {
            findings.Dangling($"{FindingList.Quote(key)} is not a data category{Nearest(key, registry.Categories.Keys)}", scalar.Span);
        }
        else if (current != key)
        {
            findings.Hint($"{FindingList.Quote(key)} is now called {FindingList.Quote(current)}", scalar.Span);
        }
    }

    private void License(ScalarNode scalar, FindingList findings)
    {
        var id = scalar.Text;
        var licenses = registry.Licenses;
        if (!licenses.HasList)
        {
            return;
        }

        if (licenses.Canonical(id) is not { } canonical)
        {
            var what = id.Contains(" OR ") || id.Contains(" AND ") || id.Contains(" WITH ")
                ? " An expression is not read: write a list, where each license says what it covers."
                : " For a license of your own write LicenseRef-….";
            findings.Dangling($"{FindingList.Quote(id)} is not on the SPDX license list{Nearest(id, licenses.Ids)}; what it allows is unknown.{what}", scalar.Span, Severity.Warning);
        }
        else if (canonical != id)
        {
            findings.Hint($"{FindingList.Quote(id)} is written {FindingList.Quote(canonical)}", scalar.Span);
        }
        else if (licenses.ReplacedBy(id) is { Count: > 0 } successors)
        {
            findings.Hint($"SPDX does not use {FindingList.Quote(id)} any more; write {string.Join(" or ", successors)}", scalar.Span);
        }
    }

    private void Policy(MapNode policy, FindingList findings)
    {
        foreach (var threshold in policy.Map("thresholds")?.Members ?? new Dictionary<string, Node>())
        {
            if (registry.Thresholds[threshold.Key] is null)
            {
                findings.Dangling($"{FindingList.Quote(threshold.Key)} is not a threshold{Nearest(threshold.Key, registry.Thresholds.Ids)}", threshold.Value.Span);
            }
            else if ((threshold.Value as ScalarNode)?.Value is double number && registry.IsLooser(threshold.Key, number))
            {
                findings.Wrong($"{FindingList.Quote(threshold.Key)} asks for less than the shipped default, which counts instead. A looser number belongs under loosen: with a reason, an approver and an end date", threshold.Value.Span);
            }
        }

        foreach (var silence in policy.Map("silence")?.Members ?? new Dictionary<string, Node>())
        {
            if (silence.Key is not ("default" or "own-data-only"))
            {
                Rule(silence.Key, silence.Value.Span, findings);
            }
        }

        foreach (var edit in policy.Map("tighten")?.Members ?? new Dictionary<string, Node>())
        {
            Rule(edit.Key, edit.Value.Span, findings);
        }

        foreach (var edit in policy.Maps("loosen"))
        {
            if (edit.Scalar("rule") is { IsNone: false } rule)
            {
                Rule(rule.Text, rule.Span, findings);
            }

            if (edit.Scalar("threshold") is { IsNone: false } threshold && registry.Thresholds[threshold.Text] is null)
            {
                findings.Dangling($"{FindingList.Quote(threshold.Text)} is not a threshold{Nearest(threshold.Text, registry.Thresholds.Ids)}", threshold.Span);
            }
        }

        foreach (var locked in (policy["locked"] as ListNode)?.Items.OfType<ScalarNode>() ?? [])
        {
            Rule(locked.Text, locked.Span, findings);
        }

        foreach (var pack in policy.Maps("packs"))
        {
            Approved(pack, findings);
        }

        foreach (var pack in policy.Maps("packs").Select(pack => pack.Scalar("use")).OfType<ScalarNode>())
        {
            if (!_rules.HasPack(pack.Text) && !PackChoice.IsPath(pack.Text))
            {
                findings.Dangling($"No rule pack is called {FindingList.Quote(pack.Text)}{Nearest(pack.Text, _rules.Packs)}", pack.Span);
            }
            else if (PackChoice.IsPath(pack.Text) && !registry.Of(DocumentFormat.Rules).Any(file => PackChoice.IsFile(pack.Text, file.Path)))
            {
                findings.Dangling($"There is no rule pack at {FindingList.Quote(pack.Text)}", pack.Span);
            }
        }
    }

    /// <summary>A pack that is not the one somebody approved: other text, other rules.</summary>
    private void Approved(MapNode pack, FindingList findings)
    {
        if (pack.Text("use") is not { } use
            || registry.Of(DocumentFormat.Rules).FirstOrDefault(file => PackChoice.IsPath(use) ? PackChoice.IsFile(use, file.Path) : KnownRules.PackOf(file) == use) is not { } file)
        {
            return;
        }

        if (pack.Scalar("version") is { IsNone: false } version && KnownRules.VersionOf(file) is { } actual && actual != version.Text)
        {
            findings.Add(PolicyRules.Rule, FindingKind.Violation, Severity.Warning,
                $"Pack {FindingList.Quote(use)} was approved in version {FindingList.Quote(version.Text)}; the one in use is {FindingList.Quote(actual)}. Read what changed, then write the new version", version.Span);
        }

        if (pack.Scalar("sha256") is { IsNone: false } hash && !hash.Text.Equals(file.Hash, StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(PolicyRules.Rule, FindingKind.Violation, Severity.Warning,
                $"Pack {FindingList.Quote(use)} is not the text that was approved: its sha256 is {file.Hash}. Read what changed, then write the new hash", hash.Span);
        }
    }

    private void Rule(string name, SourceSpan at, FindingList findings)
    {
        if (!_rules.Has(name) && _rules.AreWhole)
        {
            findings.Dangling($"No rule is called {FindingList.Quote(name)}{Nearest(name, _rules.Names)}", at);
        }
    }

    /// <summary>A thousand cards may make the same mistake; it is looked up once.</summary>
    private string Nearest(string name, IReadOnlyCollection<string> names)
    {
        if (!_suggestions.TryGetValue((name, names), out var suggestion))
        {
            suggestion = Spelling.Nearest(name, names) is { } nearest ? $" (nearest: {nearest})" : "";
            _suggestions.Add((name, names), suggestion);
        }

        return suggestion;
    }
}
