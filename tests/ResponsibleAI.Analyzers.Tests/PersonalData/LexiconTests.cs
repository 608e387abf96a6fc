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
}
