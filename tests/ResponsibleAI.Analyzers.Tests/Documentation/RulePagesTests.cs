using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Tests.Fairness;
using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Policy;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Documentation;

/// <summary>docs/rules: every rule has a page, the index is theirs, and their examples do what they say.</summary>
public partial class RulePagesTests
{
    public static TheoryData<string> Pages => [.. RulePage.All.Select(page => page.Id)];

    public static TheoryData<string> CodeRules => [.. RuleCatalog.All.Select(rule => rule.Id).Where(id => id.CompareTo("RAI9", StringComparison.Ordinal) < 0)];

    [Fact]
    public void Every_rule_of_the_analyzers_has_a_page_and_the_help_link_leads_there()
    {
        foreach (var rule in RuleCatalog.All)
        {
            Assert.Contains(RulePage.All, page => page.Id == rule.Id);
            Assert.EndsWith($"/docs/rules/{rule.Id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("RAI9001")]
    [InlineData("RAI9002")]
    [InlineData("RAI9003")]
    [InlineData("RAI9004")]
    [InlineData("RAI9005")]
    [InlineData("RAI9006")]
    public void Every_rule_about_the_policy_has_a_page(string id) => Assert.Contains(RulePage.All, page => page.Id == id);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_says_what_why_how_and_what_to_do(string id)
    {
        var page = Page(id);

        Assert.NotEqual("", page.Title);
        Assert.All((string[])["Category", "Default severity", "Kind", "Code fix"], key => Assert.NotEqual("", page.Fact(key)));
        Assert.Empty(((string[])["What it says", "Why", "How it decides", "How to fix it", "Configure or waive"]).Except(page.Sections));
        Assert.True(page.Sections.Contains("Example") || (page.Sections.Contains("Noncompliant") && page.Sections.Contains("Compliant")));
        Assert.DoesNotMatch(ClaimOfCompliance(), page.Text);
    }

    [Fact]
    public void Titles_categories_and_severities_are_those_of_the_catalog()
    {
        foreach (var rule in RuleCatalog.All)
        {
            var page = Page(rule.Id);
            Assert.Equal((rule.Title.ToString(), rule.Category, rule.DefaultSeverity.ToString()), (page.Title, page.Fact("Category"), page.Fact("Default severity")));
        }
    }

    [Fact]
    public void Pages_tell_which_rules_have_a_fix()
    {
        var fixes = typeof(Analyzers.CodeFixes.DeclarePurpose).Assembly.GetTypes().Where(typeof(Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider).IsAssignableFrom).Select(Activator.CreateInstance).Cast<Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider>();

        Assert.Equal(fixes.SelectMany(fix => fix.FixableDiagnosticIds).Order(StringComparer.Ordinal), RulePage.All.Where(page => page.Fact("Code fix").StartsWith("yes", StringComparison.Ordinal)).Select(page => page.Id));
    }

    /// <summary>One list is shared with the policy compiler.</summary>
    [Fact]
    public void The_rules_that_a_policy_may_name_are_those_of_the_catalog()
    {
        var named = CodeRule.All.ToDictionary(rule => rule.Id, rule => rule.Severity);

        Assert.All(
            RuleCatalog.All.Where(rule => rule.Id.CompareTo("RAI9", StringComparison.Ordinal) < 0),
            rule => Assert.Equal(rule.DefaultSeverity.ToString().ToLowerInvariant(), named.GetValueOrDefault(rule.Id)));
        Assert.Empty(named.Keys.Except(RuleCatalog.All.Select(rule => rule.Id)));
    }

    [Fact]
    public void The_index_is_made_of_the_pages()
    {
        var index = new StringBuilder("| id | says | category | severity | kind | fix |\n|---|---|---|---|---|---|\n");
        foreach (var page in RulePage.All)
        {
            var (kind, fix) = (page.Fact("Kind").Split([',', ';', ':'])[0], page.Fact("Code fix").Split(':')[0]);
            index.Append($"| [{page.Id}]({page.Id}.md) | {page.Title} | {page.Fact("Category")} | {page.Fact("Default severity")} | {kind} | {fix} |\n");
        }

        var readme = File.ReadAllText(Path.Combine(RulePage.Folder, "README.md")).ReplaceLineEndings("\n");

        Assert.True(readme.Contains(index.ToString(), StringComparison.Ordinal), $"The table in docs/rules/README.md is stale. It has to be:\n\n{index}");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_to_other_pages_of_rules_lead_somewhere(string id) =>
        Assert.All(
            LinkToPage().Matches(Page(id).Text).Select(link => (Id: link.Groups[1].Value, Anchor: link.Groups[2].Value)),
            link => Assert.True(link.Anchor.Length == 0 || Page(link.Id).Sections.Any(section => "#" + section.ToLowerInvariant().Replace(' ', '-') == link.Anchor)));

    [Theory]
    [MemberData(nameof(CodeRules))]
    public async Task The_noncompliant_example_is_found(string id) => Assert.NotEmpty(await Findings(Page(id), "Noncompliant"));

    [Theory]
    [MemberData(nameof(CodeRules))]
    public async Task The_compliant_example_is_not_found(string id) => Assert.Empty(await Findings(Page(id), "Compliant"));

    /// <summary>What the rule says of an example. What "Compliant" leaves out is as in "Noncompliant".</summary>
    private static async Task<IReadOnlyList<string>> Findings(RulePage page, string section)
    {
        var files = page.Files("Noncompliant").ToDictionary();
        foreach (var (path, text) in page.Files(section)) files[path] = text;
        var policy = PolicyCompiler.Compile(new PolicyRequest([.. Shipped(), .. files.Select(file => Own(file.Key, file.Value))], new Day(2026, 11, 22)));
        Assert.DoesNotContain(policy.Findings, finding => finding.Severity == ResponsibleAI.Policy.Findings.Severity.Error);

        var snapshot = SnapshotXml.Read(new StringReader(policy.Snapshot));
        var program = Program.Of(page.Code(section) ?? page.Code("Noncompliant")!, snapshot)
            .With("Extension.cs", CheckedPrograms.Extension).WithReference(MetadataReference.CreateFromFile(typeof(ResponsibleAI.Fairness.FairnessCatalog).Assembly.Location));
        return [.. (await program.Findings(page.Id)).Select(finding => finding.GetMessage())];
    }

    private static IEnumerable<PolicyFile> Shipped() =>
        from path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "rules"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        select new PolicyFile(Path.GetRelativePath(AppContext.BaseDirectory, path).Replace('\\', '/'), FileOrigin.Shipped, () => File.OpenRead(path));

    private static PolicyFile Own(string path, string text) => new(path, FileOrigin.Repository, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static RulePage Page(string id) => RulePage.All.Single(page => page.Id == id);

    [GeneratedRegex(@"\b(is|are|fully|be) compliant\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClaimOfCompliance();

    [GeneratedRegex(@"\((RAI\d{4})\.md(#[a-z-]*)?\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkToPage();
}
