using ResponsibleAI.Cli.RulePacks;

namespace ResponsibleAI.Cli.Tests;

public sealed class ProvisionTests
{
    [Theory]
    [InlineData("Art. 7(1)", "Art. 7")]
    [InlineData("Art. 4(1), 4(3)", "Art. 4")]
    [InlineData("Art. 4(5), recital 26", "Art. 4, recital 26")]
    [InlineData("Art. 13-14", "Art. 13, Art. 14")]
    [InlineData("Art. 9(1)-(2)", "Art. 9")]
    [InlineData("Art. 22 and 35", "Art. 22, Art. 35")]
    [InlineData("recital 26, Art. 5", "Art. 5, recital 26")]
    [InlineData("Annex XI, s. 1(2)(c)", "Annex XI")]
    [InlineData("164.514(b)(2)(i)(C)", "164.514")]
    [InlineData("17 USC 106", "106")]
    [InlineData("s. 1, s. 2(a)(1)", "s. 1, s. 2")]
    [InlineData("sections 1, 2(a)(1)", "s. 1, s. 2")]
    [InlineData("s. 2(a)(2): exceptions and limitations still apply", "s. 2")]
    [InlineData("three-step test", "three-step test")]
    [InlineData("", "as a whole")]
    public void A_citation_names_its_provisions(string at, string provisions) =>
        Assert.Equal(provisions, string.Join(", ", Provision.Of(at).Select(static provision => provision.Name)));
}
