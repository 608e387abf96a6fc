using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ResponsibleAI.Cli.Projects;

/// <summary>The ML libraries that sources use and the carried references lack, or know by declarations only.</summary>
internal static class MissingLibraries
{
    /// <summary>Roots of namespaces of libraries that train models, or hand data to those that do.</summary>
    private static readonly string[] s_roots =
    [
        "Accord", "AForge", "Azure.AI.OpenAI", "CatBoostNet", "CNTK", "CsvHelper", "Deedle", "Encog", "Keras", "Microsoft.Data.Analysis", "Microsoft.Extensions.ML", "Microsoft.ML", "Microsoft.Spark.ML",
        "numl", "Numpy", "NumSharp", "OpenAI.Files", "OpenAI.FineTuning", "SciSharp", "SharpLearning", "Tensorflow", "TensorFlow", "TorchSharp", "XGBoost",
    ];

    /// <summary>What of them is not assessed, in words; sorted.</summary>
    public static IEnumerable<string> Of(CSharpCompilation compilation, ProjectFile? project, CancellationToken cancellation)
    {
        var declarations = compilation.GetAssemblyOrModuleSymbol(CarriedReferences.Declarations) as IAssemblySymbol;
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        var declared = new SortedSet<string>(StringComparer.Ordinal);
        HashSet<string> packages = declarations is null ? [] : PackagesOf(declarations).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in Namespaces(compilation, cancellation))
        {
            var found = Find(compilation.GlobalNamespace, name);
            if (found is null && !packages.Contains(name))
                unknown.Add($"the library of {name}");
            else if (found is null)
                declared.Add(name);
            else if (declarations is not null && found is INamespaceSymbol scope && scope.GetTypeMembers() is [_, ..] types && types.All(type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, declarations)))
                declared.Add(name);
        }

        if (declarations is not null && project is not null)
        {
            var asked = project.Items("PackageReference", "Include").Concat(project.Items("Reference", "Include").Select(static reference => reference.Split(',')[0].Trim()));
            if (asked.Where(packages.Contains).ToList() is { Count: > 0 } named)
                declared = new SortedSet<string>(named, StringComparer.Ordinal);
        }

        return [.. declared.Select(static name => $"the code of {name}, which is known by declarations only"), .. unknown];
    }

    /// <summary>Namespaces of ML libraries that sources ask for.</summary>
    private static IEnumerable<string> Namespaces(CSharpCompilation compilation, CancellationToken cancellation) =>
        compilation.SyntaxTrees
            .SelectMany(tree => tree.GetCompilationUnitRoot(cancellation).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>())
            .Select(static directive => directive.NamespaceOrType.ToString())
            .Where(static name => s_roots.Any(root => name.StartsWith(root, StringComparison.Ordinal) && (name.Length == root.Length || name[root.Length] == '.')))
            .Where(static name => name.All(static letter => char.IsLetterOrDigit(letter) || letter is '.' or '_'))
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> PackagesOf(IAssemblySymbol declarations) =>
        from attribute in declarations.GetAttributes()
        where attribute.AttributeClass?.Name == nameof(AssemblyMetadataAttribute)
            && attribute.ConstructorArguments is [{ Value: "DeclaredPackage" }, _]
        select (string)attribute.ConstructorArguments[1].Value!;

    private static INamespaceOrTypeSymbol? Find(INamespaceSymbol root, string name)
    {
        INamespaceOrTypeSymbol? at = root;
        foreach (var part in name.Split('.'))
            at = at?.GetMembers(part).OfType<INamespaceOrTypeSymbol>().FirstOrDefault();
        return at;
    }
}
