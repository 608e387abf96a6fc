using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ResponsibleAI.Cli.Analysis;
using ResponsibleAI.Cli.Mapping;
using ResponsibleAI.Cli.Policies;
using ResponsibleAI.Cli.Projects;
using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Cli.Tests;

/// <summary>Code as it is while somebody types, or after a bad merge. The seeds are fixed, so a failure repeats.</summary>
public sealed class BrokenSourcesTests
{
    private static readonly CompiledPolicy s_policy = new PolicyOfFolder(new Day(2026, 1, 1)).For(Path.GetTempPath());

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 10)]
    [InlineData(4, 40)]
    public async Task Sources_with_tokens_missing_never_break_the_analysis(int seed, int deletions)
    {
        using var repo = Repo.OfPeople();
        var project = Load(repo);
        var random = new Random(seed);
        for (var round = 0; round < 25; round++)
        {
            var tree = project.Compilation.SyntaxTrees.First();
            var broken = CSharpSyntaxTree.ParseText(Without(tree.GetText().ToString(), random, deletions), (CSharpParseOptions)tree.Options, tree.FilePath);

            await MustHold(project with { Compilation = project.Compilation.ReplaceSyntaxTree(tree, broken) }, repo);
        }
    }

    [Fact]
    public async Task Sources_with_any_one_reference_missing_never_break_the_analysis()
    {
        using var repo = Repo.OfPeople();
        var project = Load(repo);
        foreach (var reference in project.Compilation.References.Where(reference => reference.Display?.Contains("Microsoft.ML", StringComparison.Ordinal) == true))
            await MustHold(project with { Compilation = project.Compilation.RemoveReferences(reference) }, repo);
        await MustHold(project with { Compilation = project.Compilation.RemoveAllReferences() }, repo);
    }

    private static async Task MustHold(LoadedProject project, Repo repo)
    {
        var analyzed = await AnalyzedProject.Of(project, s_policy, [], default);
        Assert.Empty(analyzed.Failures);
        Assert.NotEmpty(MapJson.Write(new DataMap([new ProjectMap(analyzed, new Repository(repo.Root)).Draw()])));
    }

    private static LoadedProject Load(Repo repo) => new LooseProjects().Load(Assert.Single(ProjectPlaces.Of(repo.Root)), default)!;

    private static string Without(string source, Random random, int deletions)
    {
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().ToList();
        foreach (var token in Enumerable.Range(0, deletions).Select(_ => tokens[random.Next(tokens.Count)]).Distinct().OrderByDescending(token => token.SpanStart))
            source = source.Remove(token.SpanStart, token.Span.Length);
        return source;
    }
}
