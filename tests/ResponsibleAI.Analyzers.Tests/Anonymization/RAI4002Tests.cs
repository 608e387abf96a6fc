using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Anonymization;

public sealed class RAI4002Tests
{
    private static Task<IReadOnlyList<Diagnostic>> Findings(string members) => Program.Of($$"""
        public class Person { public double Age { get; set; } public double Salary { get; set; } public string MaritalStatus { get; set; } = ""; }
        public class Sensor { public double Reading { get; set; } }
        public static class Code
        {
            private static readonly Random random = new(42);
            {{members}}
        }
        """).Findings("RAI4002");

    private const string Laplace = "private static double Laplace(double scale) { var u = random.NextDouble() - 0.5; return -scale * Math.Sign(u) * Math.Log(1 - 2 * Math.Abs(u)); }";

    [Theory]
    [InlineData("public static void AddNoise(Person person) => person.Age += random.NextDouble() * 2 - 1;")]
    [InlineData("[Anonymizes] public static double Blur(Person person) => person.Age + Random.Shared.Next(-3, 4);")]
    [InlineData(Laplace + " public static double Protect(Person person) => person.Salary + Laplace(3);")]
    [InlineData("private static double Draw() => Math.Sqrt(-2 * Math.Log(random.NextDouble())) * Math.Cos(random.NextDouble()); public static double Get(Person person) => person.Age + Draw();")]
    [InlineData("public static double Perturb(double value) => value + random.NextDouble(); public static double Get(Person person) => Perturb(person.Salary);")]
    [InlineData(Laplace + " private static double AddNoise(double value) => value + Laplace(2); public static double Get(Person person) => AddNoise(person.Salary);")]
    public async Task Noise_from_Random_on_personal_values_is_a_violation(string members)
    {
        var finding = Assert.Single(await Findings(members));

        Assert.Matches(@"^Noise for 'Person\.(Age|Salary)' \(.*\) comes from System\.Random \(.*\), whose numbers can be computed and taken away again; no epsilon is in sight either$", finding.GetMessage());
        Assert.Equal("violation", finding.Properties["kind"]);
    }

    [Fact]
    public async Task Noise_with_an_epsilon_still_has_the_wrong_generator() =>
        Assert.EndsWith("taken away again", Assert.Single(await Findings("public static double AddNoise(Person person, double epsilon) => person.Age + random.NextDouble() / epsilon;")).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public async Task Cryptographic_noise_without_an_epsilon_is_a_gap()
    {
        var finding = Assert.Single(await Findings("public static double AddNoise(Person person) => person.Age + System.Security.Cryptography.RandomNumberGenerator.GetInt32(5);"));

        Assert.Equal("gap", finding.Properties["kind"]);
        Assert.StartsWith("Noise for 'Person.Age' (", finding.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public static double AddNoise(Person person, double epsilon) => person.Age + System.Security.Cryptography.RandomNumberGenerator.GetInt32(5) / epsilon;")]
    [InlineData("public static double AddNoise(Sensor sensor) => sensor.Reading + random.NextDouble();")]
    [InlineData("public static Person Make() => new() { Age = 18 + random.Next(60), Salary = random.NextDouble() };")]
    [InlineData("public static double Sample(Person person) => random.NextDouble() > 0.5 ? person.Age : 0;")]
    [InlineData(Laplace + " public static double Weight() => 1 + Laplace(3);")]
    [InlineData("public static double AddNoise(Person person) => person.Age + 1;")]
    public async Task Noise_that_is_none_or_hides_no_person_is_not_reported(string members) => Assert.Empty(await Findings(members));

    [Theory]
    [InlineData("public static void AugmentWithNoise(Person person) => person.Age += random.NextDouble() * 2 - 1;")]
    [InlineData("public static class NoiseRobustnessTrial { public static void AddNoise(Person person) => person.Age += random.NextDouble() * 2 - 1; }")]
    public async Task Noise_that_makes_more_rows_or_tries_a_model_protects_nobody(string members) => Assert.Empty(await Findings(members));

    [Fact]
    public async Task A_name_that_promises_privacy_counts_wherever_the_method_stands() =>
        Assert.Single(await Findings("public static class SimulationTrial { public static void PrivatizeAge(Person person) => person.Age += random.NextDouble() * 2 - 1; }"));

    [Fact]
    public async Task A_mark_counts_wherever_the_method_stands() =>
        Assert.Single(await Findings("public static class NoiseRobustnessTrial { [Anonymizes] public static void AddNoise(Person person) => person.Age += random.NextDouble() * 2 - 1; }"));
}
