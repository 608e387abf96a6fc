using System.Globalization;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Rules;
using ResponsibleAI.Policy.Rules.Explaining;

namespace ResponsibleAI.Cli.RulePacks.Site;

/// <summary>The packs as pages for people: rules by law and article, what no rule covers, dates, and how far citations were checked. The same packs and date give the same bytes.</summary>
internal sealed class RuleSite
{
    private readonly PackShelf _shelf;
    private readonly Day _asOf;
    private readonly IReadOnlyList<(RulePack Pack, Rule Rule)> _rules;
    private readonly Dictionary<string, CitedText> _texts;
    private readonly IReadOnlyList<LawPage> _laws;

    /// <param name="shelf">The packs.</param>
    /// <param name="asOf">The date that "not yet" and "no longer" are seen from; null for the latest state of the law that a pack names.</param>
    public RuleSite(PackShelf shelf, Day? asOf)
    {
        _shelf = shelf;
        _rules = [.. shelf.Packs.SelectMany(static pack => pack.Rules.Select(rule => (pack, rule))).OrderBy(static entry => entry.rule.Id, StringComparer.Ordinal)];
        _asOf = asOf ?? shelf.Packs.Select(static pack => pack.LawAsOf).DefaultIfEmpty(new Day(1, 1, 1)).Max();
        _texts = shelf.Library.Texts.ToDictionary(static text => text.Id, StringComparer.Ordinal);
        _laws =
        [
            .. from entry in _rules
               from cite in entry.Rule.Cites
               group (entry.Rule, cite) by cite.Law into law
               let text = _texts.GetValueOrDefault(law.Key)
               orderby Place(text), law.Select(static entry => entry.Rule.Id).Distinct().Count() descending, law.Key
               select new LawPage(
                   law.Key,
                   text ?? new CitedText(law.Key, law.First().cite.Title, null, "", "", "", ""),
                   [.. from citation in law from provision in Provision.Of(citation.cite.At) group (citation.Rule, citation.cite) by provision into rules orderby rules.Key select (rules.Key, rules.ToList())]),
        ];
    }

    /// <summary>Every page, the first one first.</summary>
    public IEnumerable<Page> Pages() => [Index(), Coverage(), Dates(), Citations(), .. _laws.Select(Law), .. _rules.Select(entry => One(entry.Pack, entry.Rule))];

    private Page Index()
    {
        var cites = _rules.SelectMany(static entry => entry.Rule.Cites).ToList();
        var page = new Page("index.html", "Rules about data and models")
            .Heading(1, "Rules about data cards, model cards and purposes")
            .Html(string.Create(CultureInfo.InvariantCulture, $"<p>{Count(_shelf.Packs.Count(), "pack")}, {Count(_rules.Count, "rule")}, {Count(_rules.Sum(static entry => entry.Rule.Tests.Count), "test")}; seen from {_asOf}.</p>"))
            .Html($"<p class=\"notice\">{ReadingOf(cites)} <a href=\"citations.html\">How far each line was checked</a>.</p>")
            .Html("<div class=\"search\" hidden><label for=\"search\">Find a rule by word, article, law or key</label><input id=\"search\" type=\"search\" autocomplete=\"off\" placeholder=\"consent, Art. 7, subjects.data, RAI5302\"><span id=\"found\" class=\"small\" role=\"status\" aria-live=\"polite\"></span></div>")
            .Html("<div id=\"browse\">")
            .Heading(2, "By law");
        foreach (var place in _laws.GroupBy(static law => law.Text.Jurisdiction.Split('-')[0], StringComparer.Ordinal))
        {
            page.Heading(3, place.Key switch { "eu" => "European Union", "us" => "United States", "" => "Licenses, guidance and formats", var other => other }).Html("<ul class=\"cards\">");
            foreach (var law in place)
                page.Html($"<li><a href=\"{law.File}\">{Page.Text(law.Text.Title)}</a><br><span class=\"small\">{Count(law.Rules.Count, "rule")}, {Count(law.Provisions.Count, "provision")}{(law.Text.Jurisdiction.Length > 0 ? ", " + Page.Text(law.Text.Jurisdiction) : "")}</span></li>");
        page.Html("</ul>");
        }

        page.Heading(2, "By pack").Html("<ul class=\"cards\">");
        foreach (var pack in _shelf.Packs.OrderBy(static pack => pack.Rules.Select(static rule => rule.Id).Min(StringComparer.Ordinal), StringComparer.Ordinal))
            page.Html($"<li><a href=\"#pack-{Page.Text(pack.Name)}\">{Page.Text(pack.Title)}</a><br><span class=\"small\">{Page.Text(pack.Name)} {Page.Text(pack.Version)}, {Count(pack.Rules.Count, "rule")}, law as of {pack.LawAsOf}{(pack.ReviewedBy.Length > 0 ? ", reviewed by " + Page.Text(pack.ReviewedBy) : ", not signed by a second reader")}</span></li>");
        page.Html("</ul></div>").Html("<div id=\"all\">");
        foreach (var group in _rules.GroupBy(static entry => entry.Pack.Name, StringComparer.Ordinal))
        {
            page.Html("<section>").Heading(2, group.First().Pack.Title, "pack-" + group.Key).Html("<ul class=\"rules\">");
            foreach (var (_, rule) in group)
                page.Html(Line(rule));
            page.Html("</ul></section>");
        }

        return page.Html("</div>");
    }

    private static string Line(Rule rule)
    {
        var words = RuleInWords.Of(rule);
        var text = string.Join(' ', [rule.Id, rule.Slug, rule.Title, rule.Fix, words.Message, .. rule.Cites.Select(static cite => $"{cite.Law} {cite.Title} {cite.At}"), .. words.Keys.Select(static key => $"{key.Key} {key.Meaning}")]);
        return $"<li data-text=\"{Page.Text(text.ToLowerInvariant())}\"><span class=\"id\">{To(rule)}</span><span>{Page.Inline(rule.Title)}</span>{SeverityTag(rule)}</li>";
    }

    private Page Law(LawPage law)
    {
        var page = new Page(law.File, law.Text.Title)
            .Heading(1, law.Text.Title)
            .Html($"<p class=\"meta\">{Page.Text(law.Id)}{(law.Text.Jurisdiction.Length > 0 ? ", " + Page.Text(law.Text.Jurisdiction) : "")}{(law.Text.Link is { } link ? ", " + Page.Link(link, "official text") : "")}</p>")
            .Html($"<p class=\"notice\">{Reading(law.Text)}</p>");
        foreach (var (provision, rules) in law.Provisions)
        {
            page.Heading(2, provision.Name).Html("<div class=\"scroll\"><table><caption>Rules that cite it</caption><thead><tr><th scope=\"col\">rule</th><th scope=\"col\">says</th><th scope=\"col\">cites</th><th scope=\"col\">checked</th></tr></thead><tbody>");
            foreach (var (rule, cite) in rules.OrderBy(static entry => entry.Rule.Id, StringComparer.Ordinal))
                page.Html($"<tr><th scope=\"row\">{To(rule)}</th><td>{Page.Inline(rule.Title)}</td><td>{Page.Text(cite.At)}</td><td>{Page.ReadTag(cite.Read)}</td></tr>");
            page.Html("</tbody></table></div>");
        }

        return Missing(page, law);
    }

    /// <summary>Articles that no rule cites, where the table of laws says how many there are.</summary>
    private static Page Missing(Page page, LawPage law)
    {
        var missing = law.Missing;
        if (missing.Count == 0)
            return page;
        page.Heading(2, "Articles that no rule cites").Html($"<p class=\"small\">{Count(missing.Count, "article")} of {law.Text.Articles}. Many of them ask nothing that a card could show; that no rule cites one says nothing about whether it matters.</p><ul class=\"empty\">");
        foreach (var article in missing)
            page.Html(string.Create(CultureInfo.InvariantCulture, $"<li>Art. {article}</li>"));
        return page.Html("</ul>");
    }

    private Page Coverage()
    {
        var page = new Page("coverage.html", "Coverage: which rule looks at which article")
            .Heading(1, "Which rule looks at which provision")
            .Paragraph("One row for each provision that a rule cites. A provision in this table is touched by a rule, which is not the same as being met: a rule sees what a card says.");
        foreach (var law in _laws)
        {
            page.Heading(2, law.Text.Title, "law-" + law.Id).Html("<div class=\"scroll\"><table class=\"matrix\"><thead><tr><th scope=\"col\">provision</th><th scope=\"col\">fails</th><th scope=\"col\">asks a human</th><th scope=\"col\">weakest reading</th></tr></thead><tbody>");
            foreach (var (provision, rules) in law.Provisions)
            {
                string Cells(bool asks) => rules.Where(entry => entry.Rule.Asks == asks).Select(static entry => entry.Rule).DistinctBy(static rule => rule.Id).OrderBy(static rule => rule.Id, StringComparer.Ordinal).ToList() is { Count: > 0 } some
                    ? $"<span class=\"cells\">{string.Join(' ', some.Select(static rule => $"<a href=\"{FileOf(rule)}\" title=\"{Page.Text(rule.Title)}\">{Page.Text(rule.Id)}</a>"))}</span>"
                    : "<span class=\"none\">–</span>";
                page.Html($"<tr><th scope=\"row\">{Page.Text(provision.Name)}</th><td>{Cells(false)}</td><td>{Cells(true)}</td><td>{Page.ReadTag(rules.Max(static entry => entry.Cite.Read))}</td></tr>");
            }

            page.Html("</tbody></table></div>");
            if (law.Missing is { Count: > 0 } missing)
                page.Html($"<details><summary>{Count(missing.Count, "article")} of {law.Text.Articles} that no rule cites</summary><ul class=\"empty\">{string.Concat(missing.Select(static article => string.Create(CultureInfo.InvariantCulture, $"<li>Art. {article}</li>")))}</ul></details>");
        }

        var without = _rules.Where(static entry => entry.Rule.Cites.Count == 0).ToList();
        page.Heading(2, "Rules that cite nothing").Paragraph("They rest on good practice or on what the organization chose.").Html("<ul class=\"rules\">");
        foreach (var (_, rule) in without)
            page.Html($"<li><span class=\"id\">{To(rule)}</span><span>{Page.Inline(rule.Title)}</span>{SeverityTag(rule)}</li>");
        return page.Html("</ul>");
    }

    private Page Dates()
    {
        var dated = _rules.Where(static entry => entry.Rule.Period is not (null, null)).ToList();
        var page = new Page("dates.html", "Dates: when rules apply")
            .Heading(1, "When rules apply")
            .Html(string.Create(CultureInfo.InvariantCulture, $"<p>Seen from {_asOf}. {Count(_rules.Count - dated.Count, "rule")} without a date apply always.</p>"));
        void Table(string title, IEnumerable<(RulePack Pack, Rule Rule)> rules)
        {
            var rows = rules.OrderBy(static entry => entry.Rule.Period.From).ThenBy(static entry => entry.Rule.Id, StringComparer.Ordinal).ToList();
            page.Heading(2, string.Create(CultureInfo.InvariantCulture, $"{title} ({rows.Count})"));
            if (rows.Count == 0)
                return;
            page.Html("<div class=\"scroll\"><table><thead><tr><th scope=\"col\">rule</th><th scope=\"col\">says</th><th scope=\"col\">from</th><th scope=\"col\">to</th><th scope=\"col\">cites</th></tr></thead><tbody>");
            foreach (var (_, rule) in rows)
                page.Html($"<tr><th scope=\"row\">{To(rule)}</th><td>{Page.Inline(rule.Title)}</td><td>{rule.Period.From?.ToString() ?? "–"}</td><td>{rule.Period.To?.ToString() ?? "–"}</td><td>{string.Join("<br>", rule.Cites.Select(static cite => Page.Text($"{cite.Law} {cite.At}")))}</td></tr>");
            page.Html("</tbody></table></div>");
        }

        Table("Not yet", dated.Where(entry => entry.Rule.Period.From > _asOf));
        Table("Now", dated.Where(entry => !(entry.Rule.Period.From > _asOf) && !(entry.Rule.Period.To < _asOf)));
        Table("No longer", dated.Where(entry => entry.Rule.Period.To < _asOf));
        page.Heading(2, "State of the law that the packs were read in").Html("<table><thead><tr><th scope=\"col\">pack</th><th scope=\"col\">version</th><th scope=\"col\">law as of</th><th scope=\"col\">look again by</th></tr></thead><tbody>");
        foreach (var pack in _shelf.Packs)
            page.Html($"<tr><th scope=\"row\">{Page.Text(pack.Title)}</th><td>{Page.Text(pack.Version)}</td><td>{pack.LawAsOf}</td><td>{pack.ReviewBy?.ToString() ?? "no day is named"}</td></tr>");
        return page.Html("</tbody></table>");
    }

    private Page Citations()
    {
        var cites = _rules.SelectMany(static entry => entry.Rule.Cites).ToList();
        var page = new Page("citations.html", "Citations: how far each line was checked")
            .Heading(1, "How far each citation was checked")
            .Html($"<p class=\"notice\">{ReadingOf(cites)}</p>")
            .Paragraph("`text read`: somebody named read the provision. `secondary source`: somebody read about it. `unverified`: nobody checked; the tool prints the mark with every finding. The table for a reviewer, with columns to fill in: `rai rules cites --format csv`.")
            .Html("<div class=\"scroll\"><table><caption>By text</caption><thead><tr><th scope=\"col\">text</th><th scope=\"col\">read by</th><th scope=\"col\">state that was read</th><th scope=\"col\">lines</th><th scope=\"col\">text / secondary / unverified</th></tr></thead><tbody>");
        foreach (var law in _laws)
        {
            var own = cites.Where(cite => cite.Law == law.Id).ToList();
            int Of(ReadMark mark) => own.Count(cite => cite.Read == mark);
            string Part(ReadMark mark) => Of(mark) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"<i class=\"{mark.ToString().ToLowerInvariant()}\" style=\"flex:{Of(mark)}\"></i>");
            page.Html(string.Create(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><a href=\"{law.File}\">{Page.Text(law.Id)}</a></th><td>{Page.Text(law.Text.ReadBy.Length > 0 ? $"{law.Text.ReadBy}, {law.Text.ReadOn}" : "nobody")}</td><td>{Page.Text(law.Text.Version)}</td><td>{own.Count}</td><td>{Of(ReadMark.Text)} / {Of(ReadMark.Secondary)} / {Of(ReadMark.Unverified)}<span class=\"bar\" aria-hidden=\"true\">{Part(ReadMark.Text)}{Part(ReadMark.Secondary)}{Part(ReadMark.Unverified)}</span></td></tr>"));
        }

        page.Html("</tbody></table></div>").Heading(2, "Lines whose text nobody here read").Html("<div class=\"scroll\"><table><thead><tr><th scope=\"col\">rule</th><th scope=\"col\">says</th><th scope=\"col\">cites</th><th scope=\"col\">checked</th></tr></thead><tbody>");
        foreach (var (_, rule) in _rules)
            foreach (var cite in rule.Cites.Where(static cite => cite.Read != ReadMark.Text).OrderByDescending(static cite => cite.Read))
                page.Html($"<tr><th scope=\"row\">{To(rule)}</th><td>{Page.Inline(rule.Title)}</td><td>{Page.Text(cite.Title)} {Page.Text(cite.At)}</td><td>{Page.ReadTag(cite.Read)}</td></tr>");
        return page.Html("</tbody></table></div>");
    }

    private Page One(RulePack pack, Rule rule)
    {
        var words = RuleInWords.Of(rule);
        var page = new Page(FileOf(rule), $"{rule.Id} {rule.Title}")
            .Html($"<p class=\"meta\">{Page.Text(rule.Id)} · {Page.Text(rule.Slug)} · {Page.Text(pack.Title)} {Page.Text(pack.Version)} · law as of {pack.LawAsOf}</p>")
            .Heading(1, rule.Title)
            .Html($"<p>{SeverityTag(rule)} {Page.Tag("plain", Basis(rule.Basis))}{(rule.Jurisdiction is { } where ? " " + Page.Tag("plain", "where the policy lists " + where) : "")}</p>")
            .Paragraph(words.Sentence, "lead");
        page.Heading(2, "What it rests on").Paragraph(char.ToUpperInvariant(words.Basis[0]) + words.Basis[1..] + ".");
        if (rule.Cites.Count > 0)
        {
            page.Html("<div class=\"scroll\"><table><thead><tr><th scope=\"col\">text</th><th scope=\"col\">provision</th><th scope=\"col\">checked</th><th scope=\"col\">by</th></tr></thead><tbody>");
            foreach (var cite in rule.Cites)
            {
                var text = _texts.GetValueOrDefault(cite.Law);
                page.Html($"<tr><td>{Page.Link(text?.Link, cite.Title)} <a class=\"small\" href=\"{Page.FileOf("law-", cite.Law)}\">other rules</a></td><td>{Page.Text(cite.At)}</td><td>{Page.ReadTag(cite.Read)}</td><td>{Page.Text(cite.Read == ReadMark.Text && text is { ReadBy.Length: > 0 } ? $"{text.ReadBy}, {text.ReadOn}" : "nobody named")}</td></tr>");
            }

            page.Html("</tbody></table></div>");
        }

        page.Html("<div class=\"two\"><div>").Heading(2, "Whom it concerns");
        if (words.When is { } when)
            page.Clauses(when);
        else
            page.Paragraph($"{words.Scope}, whatever it says.");
        page.Html("</div><div>").Heading(2, words.Require is null ? "What it asks" : "What must hold");
        if (words.Require is { } require)
            page.Clauses(require);
        else
            page.Paragraph("Nothing that the tool could judge: a human answers.");
        page.Html("</div></div>").Heading(2, "What comes out").Html($"<ul>{string.Concat(words.Outcomes.Select(static outcome => $"<li>{Page.Inline(outcome)}</li>"))}</ul>").Paragraph(words.Dates);
        page.Heading(2, rule.Asks ? "The question" : "What is printed").Html($"<blockquote>{Page.Text(words.Message)}</blockquote>").Heading(3, "What to do").Paragraph(rule.Fix);
        Examples(page, rule);
        page.Heading(2, "Keys it reads").Html("<div class=\"scroll\"><table><thead><tr><th scope=\"col\">key</th><th scope=\"col\">means</th></tr></thead><tbody>");
        foreach (var (key, meaning) in words.Keys)
            page.Html($"<tr><td><code>{Page.Text(key)}</code></td><td>{Page.Text(meaning)}</td></tr>");
        page.Html("</tbody></table></div>");
        return page.Html($"<details><summary>The rule as it is written ({Page.Text(rule.Place.Path)}, line {rule.Place.Line.ToString(CultureInfo.InvariantCulture)})</summary><pre>{Page.Text(_shelf.Source(rule))}</pre></details>");
    }

    private static void Examples(Page page, Rule rule)
    {
        page.Heading(2, string.Create(CultureInfo.InvariantCulture, $"Examples (its {Count(rule.Tests.Count, "test")})")).Html("<div class=\"two\">");
        var shown = new[] { rule.Tests.FirstOrDefault(static test => test.Expect is Outcome.Fail or Outcome.NeedsReview), rule.Tests.FirstOrDefault(static test => test.Expect == Outcome.Pass) ?? rule.Tests.FirstOrDefault(static test => test.Expect == Outcome.NotApplicable) }.OfType<RuleTest>().ToList();
        foreach (var test in shown)
            page.Html("<div>").Heading(3, $"It {test.It}").Html($"<pre>{Page.Text(test.Written().TrimEnd())}</pre><p class=\"small\">comes out: <b>{Page.Text(test.Expect.Words())}</b></p></div>");
        page.Html("</div>");
        if (rule.Tests.Count > shown.Count)
            page.Html($"<details><summary>All {rule.Tests.Count.ToString(CultureInfo.InvariantCulture)}</summary><ul>{string.Concat(rule.Tests.Select(static test => $"<li>It {Page.Text(test.It)}: <b>{Page.Text(test.Expect.Words())}</b></li>"))}</ul></details>");
    }

    private static string Reading(CitedText text) => text.ReadBy.Length == 0
        ? "Nobody is named as having read this text; each citation of it says so."
        : $"Read by {Page.Text(text.ReadBy)}, {Page.Text(text.ReadOn)}{(text.Version.Length > 0 ? $"; state: {Page.Text(text.Version)}" : "")}. The mark beside each citation says how far that line was checked.";

    private string ReadingOf(List<Citation> cites)
    {
        int Of(ReadMark mark) => cites.Count(cite => cite.Read == mark);
        var signed = _shelf.Packs.Count(static pack => pack.ReviewedBy.Length > 0);
        return string.Create(CultureInfo.InvariantCulture, $"Of {Count(cites.Count, "citation")}, {Of(ReadMark.Text)} were read in the text, {Of(ReadMark.Secondary)} in a secondary source, {Of(ReadMark.Unverified)} were checked by nobody. {(signed == 0 ? "No pack is signed by a second reader." : $"{signed} of {_shelf.Packs.Count()} packs are signed by a second reader.")}");
    }

    private static string SeverityTag(Rule rule) => rule.Asks ? Page.Tag("asks", "asks a human") : Page.Tag(rule.Severity.ToString().ToLowerInvariant(), rule.Severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "message",
    });

    private static string Basis(RuleBasis basis) => basis switch
    {
        RuleBasis.Law => "based on law",
        RuleBasis.Guidance => "based on guidance",
        RuleBasis.License => "based on a license",
        RuleBasis.GoodPractice => "good practice, not law",
        _ => "chosen by the organization",
    };

    private static string To(Rule rule) => $"<a href=\"{FileOf(rule)}\">{Page.Text(rule.Id)}</a>";

    private static string FileOf(Rule rule) => Page.FileOf("rule-", rule.Id);

    private static string Count(int count, string what) => PackLint.Counted(count, what);

    /// <summary>The European Union first, then other jurisdictions, then texts that belong to none.</summary>
    private static string Place(CitedText? text) => text?.Jurisdiction switch { "eu" => "0", null or "" => "2", var place => "1" + place };

    /// <summary>A law with the rules that cite its provisions.</summary>
    private sealed record LawPage(string Id, CitedText Text, IReadOnlyList<(Provision Provision, List<(Rule Rule, Citation Cite)> Rules)> Provisions)
    {
        public string File => Page.FileOf("law-", Id);

        public IReadOnlyList<string> Rules => [.. Provisions.SelectMany(static provision => provision.Rules.Select(static entry => entry.Rule.Id)).Distinct(StringComparer.Ordinal)];

        public IReadOnlyList<int> Missing => [.. Enumerable.Range(1, Math.Clamp(Text.Articles, 0, 2000)).Except(Provisions.Select(static provision => provision.Provision.Article ?? 0))];
    }
}
