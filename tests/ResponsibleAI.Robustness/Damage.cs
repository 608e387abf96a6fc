using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ResponsibleAI.Robustness;

/// <summary>One way in which code may be unfinished. The same seed does the same damage.</summary>
/// <param name="Name">As the report calls it.</param>
/// <param name="Do">Damages a compilation.</param>
internal sealed record Damage(string Name, Func<Compilation, Random, Compilation> Do)
{
    /// <summary>Of so many tokens one is deleted.</summary>
    private const int TokensToOneDeleted = 60;

    public static IReadOnlyList<Damage> All { get; } =
    [
        new("tokens deleted", static (compilation, random) => EachFile(compilation, tree => WithoutTokens(tree, random))),
        new("files cut off", static (compilation, random) => EachFile(compilation, tree => CutOff(tree, random))),
        new("one ML library missing", static (compilation, random) => WithoutLibraries(compilation, libraries => [libraries[random.Next(libraries.Count)]])),
        new("no ML library", static (compilation, _) => WithoutLibraries(compilation, static libraries => libraries)),
    ];

    private static Compilation EachFile(Compilation compilation, Func<SyntaxTree, string> text)
    {
        foreach (var tree in compilation.SyntaxTrees)
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(SourceText.From(text(tree), System.Text.Encoding.UTF8), (CSharpParseOptions)tree.Options, tree.FilePath));
        return compilation;
    }

    private static string WithoutTokens(SyntaxTree tree, Random random)
    {
        var source = tree.GetText().ToString();
        foreach (var token in tree.GetRoot().DescendantTokens().Where(_ => random.Next(TokensToOneDeleted) == 0).OrderByDescending(static token => token.SpanStart).ToList())
            source = source.Remove(token.SpanStart, token.Span.Length);
        return source;
    }

    private static string CutOff(SyntaxTree tree, Random random)
    {
        var source = tree.GetText().ToString();
        return source[..random.Next(source.Length + 1)];
    }

    private static Compilation WithoutLibraries(Compilation compilation, Func<List<MetadataReference>, IEnumerable<MetadataReference>> choose)
    {
        var libraries = compilation.References.Where(static reference => Path.GetFileName(reference.Display ?? "") is { } name && (name.StartsWith("Microsoft.ML", StringComparison.Ordinal) || name.StartsWith("TorchSharp", StringComparison.Ordinal))).ToList();
        return libraries.Count == 0 ? compilation : compilation.RemoveReferences(choose(libraries));
    }
}
