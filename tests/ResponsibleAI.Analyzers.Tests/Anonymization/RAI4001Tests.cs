using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.Anonymization;

public sealed class RAI4001Tests
{
    private static Task<IReadOnlyList<Diagnostic>> Findings(string members) => Program.Of($$"""
        public class Customer { public string Email { get; set; } = ""; public string AnonymousId { get; set; } = ""; public string Key { get; set; } = ""; public string ProductCode { get; set; } = ""; }
        public static class Code
        {
            {{members}}
        }
        """).Findings("RAI4001");

    [Theory]
    [InlineData("public static string Anonymize(Customer customer) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(customer.Email)));", "encoded", "the name 'Anonymize'")]
    [InlineData("[Anonymizes] public static byte[] Protect(Customer customer) => System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(customer.Email));", "hashed", "[Anonymizes] on 'Protect'")]
    [InlineData("public static void Set(Customer customer) => customer.AnonymousId = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(customer.Email));", "encoded", "the name 'AnonymousId'")]
    [InlineData("public static int Get(Customer customer) { var deIdentified = customer.Email.GetHashCode(); return deIdentified; }", "hashed", "the name 'deIdentified'")]
    [InlineData("private static string Hash(string text) { using var sha = System.Security.Cryptography.SHA256.Create(); var bytes = sha.ComputeHash(System.Text.Encoding.UTF8.GetBytes(text)); return BitConverter.ToString(bytes); } public static void Set(Customer customer) => customer.AnonymousId = Hash(customer.Email);", "hashed", "the name 'AnonymousId'")]
    [InlineData("public static string AnonymizeEmail(string email) => Convert.ToHexString(System.Security.Cryptography.SHA1.HashData(System.Text.Encoding.UTF8.GetBytes(email)));", "encoded", "the name 'AnonymizeEmail'")]
    [InlineData("public static string Anonymize(string value) => Convert.ToHexString(System.Security.Cryptography.SHA1.HashData(System.Text.Encoding.UTF8.GetBytes(value))); public static string Use(Customer customer) => Anonymize(customer.Email);", "encoded", "the name 'Anonymize'")]
    public async Task A_hash_or_encoding_that_is_called_anonymous_is_a_violation(string members, string kind, string claim)
    {
        var finding = Assert.Single(await Findings(members));

        Assert.EndsWith($" is {kind}, and {claim} calls the result anonymous; it still tells one person from all others, so it is pseudonymous at most", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("violation", finding.Properties["kind"]);
    }

    [Theory]
    [InlineData("public static string Pseudonymize(Customer customer) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(customer.Email)));")]
    [InlineData("public static void Set(Customer customer) => customer.Key = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(customer.Email));")]
    [InlineData("public static string Anonymize(Customer customer) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(customer.ProductCode)));")]
    [InlineData("[Anonymizes] public static int[] Totals(IEnumerable<Customer> customers) => customers.GroupBy(customer => customer.Email.GetHashCode()).Select(group => group.Count()).Where(count => count > 50).ToArray();")]
    [InlineData("public static bool AnonymizeSome(Customer customer) => customer.Email.GetHashCode() % 10 == 0;")]
    [InlineData("private static string Hash(string text) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))); public static void Set(Customer customer) { customer.AnonymousId = Hash(customer.ProductCode); customer.Key = Hash(customer.Email); }")]
    [InlineData("public static string Anonymize(Customer customer) => customer.Email = \"\";")]
    public async Task Hashes_that_claim_nothing_or_hash_nothing_personal_are_not_reported(string members) => Assert.Empty(await Findings(members));

    private static Program Hashing(string output, DataCard? card) => Program.Of($$"""
        public class Customer { [LoadColumn(0)] public string Email { get; set; } = ""; [LoadColumn(1)] public float Age { get; set; } [LoadColumn(2)] public bool Label { get; set; } }
        public static class Trainer
        {
            public static void Train(MLContext ml) =>
                ml.Transforms.Conversion.Hash("{{output}}", "Email").Append(ml.Transforms.Conversion.MapKeyToVector("Vector", "{{output}}")).Append(ml.Transforms.Concatenate("Features", "Vector", "Age"))
                    .Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Customer>("customers.csv"));
        }
        """, ShippedPolicy.Snapshot with { Cards = card is null ? [] : [card with { Id = "customers", Files = ["customers.csv"] }] });

    [Fact]
    public async Task A_column_that_the_pipeline_hashes_is_not_anonymous_because_the_card_says_so() =>
        Assert.Contains("is hashed, and data card 'customers' calls the data anonymous", Assert.Single(await Hashing("EmailHash", new DataCard { SubjectsData = "anonymized" }).Findings("RAI4001")).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public async Task Nor_because_its_new_name_says_so() => Assert.Contains("the name 'AnonymousEmail'", Assert.Single(await Hashing("AnonymousEmail", null).Findings("RAI4001")).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public async Task Hashing_in_a_pipeline_is_a_technique_like_any_other() => Assert.Empty(await Hashing("EmailHash", new DataCard { SubjectsData = "pseudonymized" }).Findings("RAI4001"));
}
