using System.Text;
using ResponsibleAI.Policy;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.PersonalData;

/// <summary>The shipped lexicon as a document.</summary>
public class LexiconTests
{
    [Fact]
    public void Compiles_without_a_finding() => Assert.Empty(EnglishLexicon.Compiled.Findings.Select(finding => $"{finding.Location.Path}:{finding.Location.Line} {finding.Message}"));

    [Fact]
    public void Names_every_sequence_of_words_once() =>
        Assert.Empty(EnglishLexicon.Snapshot.Lexicon
            .GroupBy(term => (IsSubject: term.Layer == "subject", term.Words))
            .Where(same => same.Count() > 1)
            .Select(same => same.Key.Words));

    [Fact]
    public void Writes_words_in_lower_case_with_one_blank_between() =>
        Assert.DoesNotContain(
            EnglishLexicon.Snapshot.Lexicon.SelectMany(term => term.NotWith.Append(term.Words)),
            words => words.Any(letter => letter is not (' ' or (>= 'a' and <= 'z') or (>= '0' and <= '9'))) || words != words.Trim() || words.Contains("  ", StringComparison.Ordinal));

    [Fact]
    public void Has_words_for_every_category_that_can_be_a_column()
    {
        // Categories that only hold others, that need the person's age or the recipient's knowledge to be told apart, or that no column is named after.
        string[] without =
        [
            "user", "user.authorization", "user.authorization.biometrics", "user.behavior", "user.biometrics", "user.children.children_under_thirteen",
            "user.children.thirteen_to_sixteen", "user.contact", "user.content", "user.content.public", "user.demographic", "user.device", "user.device.cookie",
            "user.health", "user.location", "user.unique_id.deterministic",
        ];
        var named = EnglishLexicon.Snapshot.Lexicon.Where(term => term.Layer != "subject").Select(term => term.Category).ToHashSet();

        var missing = EnglishLexicon.Snapshot.Categories
            .Where(category => category.Key.StartsWith("user", StringComparison.Ordinal) && category.ReplacedBy is null)
            .Select(category => category.Key)
            .Except(named)
            .Except(without);

        Assert.Empty(missing);
    }

    [Fact]
    public void Takes_a_file_of_another_language_from_a_repository()
    {
        var snapshot = With("rai/lexicon/nl.yaml", """
            schema: rai/lexicon/1
            language: nl
            terms:
              - { category: user.demographic.date_of_birth, layer: strict, personLevel: true, words: [geboorte datum] }
              - { category: user.demographic.age_range, layer: contextual, match: exact, personLevel: true, words: [leeftijd] }
              - { category: user, layer: subject, words: [klant] }
              - { category: system, layer: subject, words: [huis] }
            """);

        var customer = Rows.Assess("public class KlantGegevens { public float Leeftijd; public string Geboortedatum; public float Gender; }", "KlantGegevens", snapshot: snapshot);
        var house = Rows.Assess("public class Huis { public float Leeftijd; public float Prijs; }", "Huis", snapshot: snapshot);

        Assert.Equal("the type's name says 'klant'", customer.Why);
        Assert.Equal("user.demographic.age_range", customer.Column("Leeftijd")?.Category);
        Assert.Equal("user.demographic.date_of_birth", customer.Column("Geboortedatum")?.Category);
        Assert.Equal("user.demographic.gender", customer.Column("Gender")?.Category);
        Assert.False(house.AboutPeople);
        Assert.Null(house.Column("Leeftijd"));
    }

    [Fact]
    public void A_repository_may_add_to_a_language_that_is_shipped()
    {
        var snapshot = With("rai/lexicon/de.yaml", """
            schema: rai/lexicon/1
            language: de
            terms:
              - { category: user.demographic.gender, layer: strict, match: exact, personLevel: true, words: [geschlecht, anrede] }
            """);

        var row = Rows.Assess("public class Row { public string Anrede; public string Geschlecht; public string Familienstand; }", "Row", snapshot: snapshot);

        Assert.True(row.AboutPeople);
        Assert.Equal(["user.demographic.gender", "user.demographic.gender", "user.demographic.marital_status"], row.Columns.Select(column => column.Personal?.Category));
    }

    private static PolicySnapshot With(string path, string yaml)
    {
        var compiled = PolicyCompiler.Compile(new PolicyRequest(
            [.. EnglishLexicon.Shipped, new PolicyFile(path, FileOrigin.Repository, () => new MemoryStream(Encoding.UTF8.GetBytes(yaml)))],
            new Policy.Documents.Day(2026, 11, 22)));
        Assert.Empty(compiled.Findings.Select(finding => finding.Message));
        return SnapshotXml.Read(new StringReader(compiled.Snapshot));
    }
}
