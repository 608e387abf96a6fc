using System.Text;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Rules;

namespace ResponsibleAI.Policy.Tests.Rules;

public sealed class OutcomesOfAllRules
{
    private const string Pack = """
        schema: rai/rules/1
        pack: t
        title: T
        version: 1.0.0
        lawAsOf: 2026-01-01
        owner: o
        rules:
        - { id: RAI5901, slug: t/rows, title: Rows, about: datacard, severity: warning, basis: good-practice, require: { rows: { atLeast: 10 } }, message: m, fix: f }
        - { id: RAI5902, slug: t/consent, title: Consent, about: datacard, severity: warning, basis: good-practice, ifSilent: fail, when: { subjects.data: personal }, require: { consent.evidence: provided }, message: m, fix: f }
        - { id: RAI5903, slug: t/columns, title: Columns, about: datacard, severity: warning, basis: good-practice, forEach: columns, require: { protection: hashed }, message: m, fix: f }
        """;

    [Theory]
    [InlineData("", "RAI5901 NotStated, RAI5902 NotStated, RAI5903 NotStated")]
    [InlineData("rows: 12\nsubjects: { data: not-personal }\ncolumns: [{ name: a, protection: hashed }]", "RAI5901 Pass, RAI5902 NotApplicable, RAI5903 Pass")]
    [InlineData("rows: 2\nsubjects: { data: personal }\ncolumns: [{ name: a, protection: hashed }, { name: b, protection: masked }]", "RAI5901 Fail, RAI5902 Fail (silence), RAI5903 Fail")]
    [InlineData("subjects: { data: personal }\nconsent: { evidence: none }\ncolumns: none", "RAI5901 NotStated, RAI5902 Fail, RAI5903 NotApplicable")]
    public void What_each_rule_says_is_told_also_where_a_build_is_silent(string card, string expected)
    {
        var outcomes = RuleOutcomes.Of(new PolicyRequest(
            [File("rules/t.rules.yaml", FileOrigin.Shipped, Pack), File("rai/cards/c.datacard.yaml", FileOrigin.Repository, "schema: rai/datacard/1\nid: c\n" + card)],
            new Day(2026, 9, 30)));

        Assert.Equal(expected, string.Join(", ", outcomes.Select(outcome => $"{outcome.Rule} {outcome.Outcome}{(outcome.IsSilence ? " (silence)" : "")}")));
        Assert.All(outcomes, outcome => Assert.Equal(("c", "rai/cards/c.datacard.yaml"), (outcome.Document, outcome.Path)));
    }

    private static PolicyFile File(string path, FileOrigin origin, string text) => new(path, origin, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
