using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ResponsibleAI.Cli.Projects;

/// <summary>Compiles sources as they lie there. Nothing of the project is run; what does not resolve stays unresolved.</summary>
internal sealed class LooseProjects
{
    private const int LargestFile = 4_000_000;
    private const int DeepestReference = 16;

    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.Preview, preprocessorSymbols:
        ["DEBUG", "TRACE", "NET", "NETCOREAPP", "NET8_0", "NET8_0_OR_GREATER", "NET6_0_OR_GREATER", "NETCOREAPP3_1_OR_GREATER"]);

    private readonly Dictionary<string, LoadedProject?> _loaded = new(StringComparer.Ordinal);

    public LoadedProject? Load(ProjectPlace place, CancellationToken cancellation) => Load(place, 0, cancellation);

    private LoadedProject? Load(ProjectPlace place, int depth, CancellationToken cancellation)
    {
        if (_loaded.TryGetValue(place.Path, out var known))
            return known;
        _loaded[place.Path] = null; // a circle of references ends here
        return _loaded[place.Path] = Compile(place, depth, cancellation);
    }

    private LoadedProject? Compile(ProjectPlace place, int depth, CancellationToken cancellation)
    {
        var project = place.ProjectFile is { } file ? ProjectFile.Read(file) : null;
        var notLoaded = new List<string>();
        if (project?.Problem is { } problem)
            notLoaded.Add(problem);

        var trees = new List<SyntaxTree>();
        var machineLearning = place.ProjectFile is { } path && CarriedReferences.IsMentionedIn(TextOf(path));
        var fairness = false;
        foreach (var source in Sources(place, project))
        {
            cancellation.ThrowIfCancellationRequested();
            if (TextOf(source) is not { Length: > 0 and <= LargestFile } text)
            {
                if (new FileInfo(source) is { Exists: true, Length: > 0 })
                    notLoaded.Add($"{Path.GetFileName(source)} cannot be read");
                continue;
            }

            machineLearning |= CarriedReferences.IsMentionedIn(text) || (project is null && Fragments.UseMachineLearning(text));
            fairness |= text.Contains("ResponsibleAI.Fairness", StringComparison.Ordinal);
            trees.Add(CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), s_parsing, source, cancellation));
        }

        if (trees.Count == 0)
            return null;
        if ((project is null ? "" : ImplicitUsings.Source(project)) is { Length: > 0 } usings)
            trees.Add(CSharpSyntaxTree.ParseText(SourceText.From(usings, Encoding.UTF8), s_parsing, Path.Combine(place.Folder, "obj", "GlobalUsings.g.cs"), cancellation));

        if (project is null && machineLearning && Fragments.IsIn(trees, cancellation))
            trees.Add(CSharpSyntaxTree.ParseText(SourceText.From(Fragments.LeftOut, Encoding.UTF8), s_parsing, Path.Combine(place.Folder, "obj", "Fragments.g.cs"), cancellation));
        if (fairness && machineLearning)
            trees.Add(CSharpSyntaxTree.ParseText(FairnessExtension.Source, s_parsing, Path.Combine(place.Folder, "obj", "MLContextFairness.cs"), cancellation));

        List<MetadataReference> references = [.. CarriedReferences.For(machineLearning)];
        var projects = new Dictionary<string, MetadataReference>(StringComparer.OrdinalIgnoreCase);
        foreach (var reference in project?.Items("ProjectReference", "Include") ?? [])
        {
            var target = Path.GetFullPath(Path.Combine(place.Folder, reference));
            if (depth < DeepestReference && File.Exists(target) && Load(new ProjectPlace(Path.GetDirectoryName(target)!, target), depth + 1, cancellation) is { } referenced)
                Refer(projects, referenced.Compilation.ToMetadataReference());
            else
                notLoaded.Add($"the referenced project {Path.GetFileName(target)}");
        }

        references.AddRange(projects.Values);
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create(place.ProjectFile is { } name ? Path.GetFileNameWithoutExtension(name) : Path.GetFileName(place.Folder), trees, references, options);
        notLoaded.AddRange(MissingLibraries.Of(compilation, project, cancellation));
        return new LoadedProject
        {
            Place = place,
            Compilation = compilation,
            From = LoadedFrom.Sources,
            Purpose = project?.Property("ResponsibleAIPurpose"),
            NotLoaded = notLoaded,
        };
    }

    /// <summary>As MSBuild does: what a referenced project refers to is in reach, too.</summary>
    private static void Refer(Dictionary<string, MetadataReference> projects, CompilationReference reference)
    {
        if (!projects.TryAdd(reference.Compilation.AssemblyName ?? "", reference))
            return;
        foreach (var further in reference.Compilation.References.OfType<CompilationReference>())
            Refer(projects, further);
    }

    private static IEnumerable<string> Sources(ProjectPlace place, ProjectFile? project)
    {
        var below = project is { Sdk: null } && project.Items("Compile", "Include").Any()
            ? []
            : Folders.Files(place.Folder, ".cs", folder => !ProjectPlaces.HasProject(folder));
        var removed = project?.Items("Compile", "Remove").ToList() ?? [];
        var included = (project?.Items("Compile", "Include") ?? []).SelectMany(item => Included(place.Folder, item));
        return below.Where(file => !removed.Any(pattern => Matches(place.Folder, file, pattern))).Concat(included).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Included(string folder, string item)
    {
        var star = item.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
            return Path.GetFullPath(Path.Combine(folder, item)) is var file && File.Exists(file) && file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) ? [file] : [];
        var root = Path.GetFullPath(Path.Combine(folder, item[..star]));
        return Directory.Exists(root) ? Folders.Files(root, ".cs") : [];
    }

    private static bool Matches(string folder, string file, string pattern)
    {
        var relative = Path.GetRelativePath(folder, file).Replace('\\', '/');
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? relative.Equals(pattern, StringComparison.OrdinalIgnoreCase)
            : relative.StartsWith(pattern[..star], StringComparison.OrdinalIgnoreCase);
    }

    private static string TextOf(string path)
    {
        try
        {
            return new FileInfo(path).Length <= LargestFile ? File.ReadAllText(path) : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
