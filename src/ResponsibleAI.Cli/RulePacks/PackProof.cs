using System.Globalization;
using ResponsibleAI.Cli.Analysis;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Rules;
using ResponsibleAI.Policy.Rules.Proving;

namespace ResponsibleAI.Cli.RulePacks;

/// <summary>What the tests inside packs, the two laws of every pack and mistakes made on purpose show, as a report that every format prints.</summary>
internal static class PackProof
{
    /// <param name="shelf">The packs.</param>
    /// <param name="mutants">Whether mistakes are made.</param>
    /// <param name="only">Ids or slugs of the rules to look at; all when empty.</param>
    public static CheckReport Of(PackShelf shelf, bool mutants, IReadOnlyCollection<string> only)
    {
        var findings = PackLint.Of(shelf).Findings.Where(static finding => finding.Severity == Severity.Error).ToList();
        var siblings = shelf.Library.Rules.Select(static entry => entry.Rule).ToList();
        int rules = 0, tests = 0, made = 0;
        foreach (var pack in shelf.Packs)
        {
            foreach (var rule in pack.Rules.Where(rule => only.Count == 0 || only.Contains(rule.Id) || only.Contains(rule.Slug)))
            {
                rules++;
                tests += rule.Tests.Count;
                string[] failing = [.. Failing(pack, rule, shelf, findings)];
                foreach (var outcome in RuleTests.Untested(rule))
                    findings.Add(Finding(rule.Id, FindingKind.Gap, Severity.Warning, $"No test of {rule.Id} shows the outcome {outcome.Word()}, which it can have", rule.Place));
                foreach (var problem in PackLaws.Problems(rule, siblings, shelf.Library))
                    findings.Add(Finding(rule.Id, FindingKind.Violation, Severity.Error, problem, rule.Place));
                if (mutants && failing.Length == 0)
                    made += Unnoticed(Mutants.Of(pack, rule, shelf.Library.Tables), pack, findings);
            }

            if (mutants && only.Count == 0 && pack.Rules.Count > 0)
                made += Unnoticed(Mutants.OfShared(pack, shelf.Library.Tables), pack, findings);
        }

        var failed = findings.Count(static finding => finding.Message.StartsWith("Test ", StringComparison.Ordinal));
        var unnoticed = findings.Count(static finding => finding.Facts.Count > 0);
        var proof = mutants ? string.Create(CultureInfo.InvariantCulture, $" {PackLint.Counted(made, "mistake")} made on purpose, {unnoticed} not noticed.") : " No mistakes were made on purpose.";
        return new CheckReport
        {
            Projects = [],
            Cards = [],
            Findings = [.. ReportedFinding.Sort(findings)],
            Summary = rules == 0
                ? "Nothing to test: no rule was found"
                : string.Create(CultureInfo.InvariantCulture, $"{PackLint.Counted(shelf.Packs.Count(), "pack")}, {PackLint.Counted(rules, "rule")}, {PackLint.Counted(tests, "test")}, {failed} failed.{proof}"),
        };
    }

    private static IEnumerable<string> Failing(RulePack pack, Rule rule, PackShelf shelf, List<ReportedFinding> findings)
    {
        foreach (var test in rule.Tests)
        {
            if (RuleTests.Run(pack, rule, test, shelf.Library.Tables).Problem is not { } problem)
                continue;
            findings.Add(Finding(rule.Id, FindingKind.Violation, Severity.Error, $"Test \"{test.It}\": {problem}", test.Place));
            yield return problem;
        }
    }

    private static int Unnoticed(MutationResult result, RulePack pack, List<ReportedFinding> findings)
    {
        foreach (var survivor in result.Survivors)
            findings.Add(Finding(survivor.Rule?.Id ?? pack.Name, FindingKind.Gap, Severity.Warning, survivor.Sentence, survivor.Place) with { Facts = [new("mistake", "not noticed")] });
        return result.Made;
    }

    private static ReportedFinding Finding(string rule, FindingKind kind, Severity severity, string message, SourceSpan at) => new(rule, kind, severity, message, at) { Subject = rule };
}
