using System.Globalization;
using System.Text;
using ResponsibleAI.Policy.Rules;

namespace ResponsibleAI.Policy.RulePacks.Tests;

/// <summary>docs/rules/cards.md, where the help links of card findings lead, is made of the packs.</summary>
public sealed class CardRulesPageTests
{
    private static readonly string s_file = Path.Combine(AppContext.BaseDirectory, "docs", "rules", "cards.md");

    [Fact]
    public void The_page_is_made_of_the_packs()
    {
        var page = Page();
        var isCurrent = File.Exists(s_file) && File.ReadAllText(s_file).ReplaceLineEndings("\n") == page;
        if (isCurrent)
            return;

        var made = Path.Combine(AppContext.BaseDirectory, "cards.md");
        File.WriteAllText(made, page);
        Assert.Fail($"docs/rules/cards.md is stale. It has to be {made}");
    }

    [Fact]
    public void Every_rule_has_its_anchor()
    {
        var lines = File.ReadAllLines(s_file);

        Assert.All(Shipped.Rules, rule => Assert.Contains($"### {rule.Id}", lines));
    }

    private static string Page()
    {
        var page = new StringBuilder();
        page.Append("""
            # Rules about data cards, model cards and purposes

            Made of the packs in [rules/packs](../../rules/packs) by the test `The_page_is_made_of_the_packs`; the packs hold the conditions and their tests.
            A citation without a mark was read in its text. [How to read and edit a rule](../rule-packs.md). Nobody who wrote this is a lawyer.


            """.ReplaceLineEndings("\n"));
        foreach (var pack in Shipped.Packs.OrderBy(pack => pack.Rules.Select(rule => rule.Id).Min(StringComparer.Ordinal), StringComparer.Ordinal))
            page.Append(CultureInfo.InvariantCulture, $"- [{pack.Title}](../../{pack.Path}): {pack.Rules.Count} rules, version {pack.Version}, law as of {pack.LawAsOf}\n");
        foreach (var rule in Shipped.Rules.OrderBy(rule => rule.Id, StringComparer.Ordinal))
            Append(page, rule);
        return page.ToString();
    }

    private static void Append(StringBuilder page, Rule rule)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {rule.Id}\n\n**{rule.Title}** (`{rule.Slug}`)\n\n");
        page.Append(CultureInfo.InvariantCulture, $"About {Words(rule.About)}; {(rule.Asks ? "asks a human" : rule.Severity.ToString().ToLowerInvariant())}; rests on {Words(rule.Basis)}");
        if (rule.Jurisdiction is { } jurisdiction)
            page.Append(CultureInfo.InvariantCulture, $"; where the policy lists `{jurisdiction}`");
        if (rule.Effective is { From: { } from })
            page.Append(CultureInfo.InvariantCulture, $"; from {from}");
        if (rule.Effective is { To: { } to })
            page.Append(CultureInfo.InvariantCulture, $"; until {to}");
        page.Append(rule.FailsWhenSilent ? "; saying nothing counts as failing, once a stated fact has opened it.\n" : ".\n");
        if (rule.Cites.Count > 0)
            page.Append(CultureInfo.InvariantCulture, $"Cites: {string.Join("; ", rule.Cites)}.\n");
        if (rule.Fix.Length > 0)
            page.Append(CultureInfo.InvariantCulture, $"\nWhat to do: {rule.Fix.TrimEnd('.')}.\n");
    }

    private static string Words(DocumentKind about) => about switch
    {
        DocumentKind.DataCard => "a data card",
        DocumentKind.ModelCard => "a model card",
        _ => "a purpose",
    };

    private static string Words(RuleBasis basis) => basis switch
    {
        RuleBasis.Law => "law",
        RuleBasis.Guidance => "guidance of an authority",
        RuleBasis.License => "the terms of a license",
        RuleBasis.GoodPractice => "good practice",
        _ => "what the organization chose",
    };
}
