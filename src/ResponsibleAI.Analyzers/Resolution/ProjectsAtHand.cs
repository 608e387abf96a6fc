using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>The projects beside the one that is read whose sources are at hand: in an editor those it refers to, in rai also those that refer to it. A build has only assemblies.</summary>
/// <param name="own">The project that is read.</param>
/// <param name="referring">Projects that refer to it.</param>
internal sealed class ProjectsAtHand(Compilation own, IReadOnlyList<Compilation> referring)
{
    private readonly Mentions _referring = new(referring.SelectMany(static project => project.SyntaxTrees));
    private readonly Lazy<(IReadOnlyList<Compilation> Projects, Mentions Mentions)> _others = new(() =>
    {
        var others = Others(own, referring);
        return (others, new Mentions(others.SelectMany(static project => project.SyntaxTrees)));
    });

    /// <summary>The project that a file belongs to; null when it is none of these.</summary>
    public Compilation? Owner(SyntaxTree tree) => own.ContainsSyntaxTree(tree) ? own : _others.Value.Projects.FirstOrDefault(project => project.ContainsSyntaxTree(tree));

    /// <summary>The files of referring projects that hold the word.</summary>
    public IEnumerable<SyntaxTree> Referring(string word, CancellationToken cancellation) => _referring.Of(word, cancellation);

    /// <summary>The files of all other projects that hold the word.</summary>
    public IEnumerable<SyntaxTree> Elsewhere(string word, CancellationToken cancellation) => _others.Value.Mentions.Of(word, cancellation);

    /// <summary>What implements an interface may stand beside the project that uses it: both are known to the one that starts the program.</summary>
    private static List<Compilation> Others(Compilation own, IReadOnlyList<Compilation> referring)
    {
        var found = new List<Compilation> { own };
        AddReferenced(0);
        var before = found.Count;
        found.AddRange(referring.Where(project => !found.Contains(project)));
        AddReferenced(before);
        found.RemoveAt(0);
        return found;

        void AddReferenced(int from)
        {
            for (var at = from; at < found.Count; at++)
                foreach (var reference in found[at].References)
                    if (reference is CompilationReference { Compilation: var project } && !found.Contains(project))
                        found.Add(project);
        }
    }
}
