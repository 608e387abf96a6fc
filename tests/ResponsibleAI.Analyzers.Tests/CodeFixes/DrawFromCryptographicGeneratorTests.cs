using Microsoft.CodeAnalysis.CodeFixes;
using ResponsibleAI.Analyzers.CodeFixes;

namespace ResponsibleAI.Analyzers.Tests.CodeFixes;

public class DrawFromCryptographicGeneratorTests
{
    private const string Title = "Draw from RandomNumberGenerator";

    private static string Source(string members) => $$"""
        using System;
        using System.Security.Cryptography;
        public class Person { public double Age { get; set; } public double Salary { get; set; } }
        public static class Code
        {
            private static readonly Random random = new(42);
            {{members}}
        }
        """;

    private static Task<RuleFix> Fix(string members) => RuleFix.Of("RAI4002", Source(members), new DrawFromCryptographicGenerator());

    [Theory]
    [InlineData("random.Next(-3, 4)", "RandomNumberGenerator.GetInt32(-3, 4)")]
    [InlineData("random.Next(4)", "RandomNumberGenerator.GetInt32(4)")]
    [InlineData("Random.Shared.Next()", "RandomNumberGenerator.GetInt32(int.MaxValue)")]
    [InlineData("random.NextDouble()", "((BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8), 0) >> 11) * (1.0 / (1UL << 53)))")]
    public async Task A_call_is_replaced_by_one_of_the_same_range(string before, string after)
    {
        var fix = await Fix($"public static double AddNoise(Person person, double epsilon) => person.Age + {before} / epsilon;");

        Assert.Equal([Title], fix.Titles);
        Assert.Equal(Source($"public static double AddNoise(Person person, double epsilon) => person.Age + {after} / epsilon;"), await fix.Apply(Title));
    }

    [Fact]
    public async Task All_calls_of_a_method_are_replaced_together()
    {
        var fix = await Fix("public static double AddNoise(Person person) => person.Age + random.Next(3) - random.Next(5);");

        Assert.Equal(Source("public static double AddNoise(Person person) => person.Age + RandomNumberGenerator.GetInt32(3) - RandomNumberGenerator.GetInt32(5);"), await fix.Apply(Title));
    }

    [Theory]
    [InlineData("public static double AddNoise(Person person) => person.Age + random.NextSingle();")]
    [InlineData("public static double AddNoise(Person person) => person.Age + random.Next(maxValue: 3);")]
    [InlineData("public static double AddNoise(Person person) => person.Age + random.Next(3) + random.NextSingle();")]
    [InlineData("public static double AddNoise(Person person) => person.Age + RandomNumberGenerator.GetInt32(3);")]
    public async Task Not_offered_where_a_call_has_no_counterpart(string members)
    {
        var fix = await Fix(members);

        Assert.Equal((1, 0), (fix.Findings, fix.Titles.Count));
    }

    [Fact]
    public void Offered_for_all_at_once() => Assert.Same(WellKnownFixAllProviders.BatchFixer, new DrawFromCryptographicGenerator().GetFixAllProvider());
}
