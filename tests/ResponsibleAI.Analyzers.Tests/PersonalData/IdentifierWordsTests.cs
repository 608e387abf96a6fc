using ResponsibleAI.Analyzers.PersonalData;

namespace ResponsibleAI.Analyzers.Tests.PersonalData;

public class IdentifierWordsTests
{
    [Theory]
    [InlineData("MaritalStatus", "marital status")]
    [InlineData("maritalStatus", "marital status")]
    [InlineData("marital-status", "marital status")]
    [InlineData("marital status", "marital status")]
    [InlineData("MARITAL_STATUS", "marital status")]
    [InlineData("ap_hi", "ap hi")]
    [InlineData("DOB", "dob")]
    [InlineData("SSN", "ssn")]
    [InlineData("SSNNumber", "ssn number")]
    [InlineData("customerSSN", "customer ssn")]
    [InlineData("IPAddress", "ip address")]
    [InlineData("UserIDs", "user ids")]
    [InlineData("UserIDsOfDay", "user ids of day")]
    [InlineData("user_id2", "user id 2")]
    [InlineData("A1_Score", "a 1 score")]
    [InlineData("V28", "v 28")]
    [InlineData("__age__", "age")]
    [InlineData("@age", "age")]
    [InlineData("num_uncertainty", "num uncertainty")]
    [InlineData("ÄlterDerPerson", "alter der person")]
    [InlineData("Género", "genero")]
    [InlineData("年齢", "年齢")]
    [InlineData("Broken\ud800Half", "broken half")]
    [InlineData("x", "x")]
    [InlineData("", "")]
    [InlineData("___", "")]
    public void Splits_into_lower_case_words(string identifier, string words) =>
        Assert.Equal(words, string.Join(' ', IdentifierWords.Split(identifier)));

    [Fact]
    public void Spellings_of_one_name_have_one_key() =>
        Assert.Single(new[] { "MaritalStatus", "marital-status", "marital_status", "maritalstatus", "Marital Status" }.Select(IdentifierWords.Key).Distinct());

    [Fact]
    public void Accents_make_no_other_key() => Assert.Equal(IdentifierWords.Key("genero"), IdentifierWords.Key("Género"));

    [Fact]
    public void Cuts_identifiers_of_absurd_length() => Assert.True(IdentifierWords.Key(new string('a', 100_000)).Length <= 256);
}
