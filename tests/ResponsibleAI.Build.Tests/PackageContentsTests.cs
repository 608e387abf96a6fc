using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace ResponsibleAI.Build.Tests;

public sealed class PackageContentsTests
{
    [Fact]
    public async Task The_analyzers_package_holds_exactly_these_files_and_every_rule_file()
    {
        var feed = await PackedFeed.GetAsync();
        string[] expected =
        [
            "README.md",
            "ahead/linux-arm64/ResponsibleAI.Analyzers.dll",
            "ahead/linux-x64/ResponsibleAI.Analyzers.dll",
            "ahead/osx-arm64/ResponsibleAI.Analyzers.dll",
            "ahead/win-x64/ResponsibleAI.Analyzers.dll",
            "analyzers/dotnet/cs/ResponsibleAI.Analyzers.CodeFixes.dll",
            "analyzers/dotnet/cs/ResponsibleAI.Analyzers.dll",
            "build/ResponsibleAI.Analyzers.props",
            "build/ResponsibleAI.Analyzers.targets",
            "build/ResponsibleAI.Policy.proj",
            "buildTransitive/ResponsibleAI.Analyzers.props",
            "buildTransitive/ResponsibleAI.Analyzers.targets",
            "lib/netstandard2.0/ResponsibleAI.Annotations.dll",
            "lib/netstandard2.0/ResponsibleAI.Annotations.xml",
            "tasks/net472/ResponsibleAI.Build.dll",
            "tasks/net472/ResponsibleAI.Policy.dll",
            "tasks/net472/YamlDotNet.dll",
            "tasks/net8.0/ResponsibleAI.Build.deps.json",
            "tasks/net8.0/ResponsibleAI.Build.dll",
            "tasks/net8.0/ResponsibleAI.Policy.dll",
            "tasks/net8.0/YamlDotNet.dll",
            .. ShippedRules(),
        ];

        Assert.Equal(expected.Order(StringComparer.Ordinal), Content(feed.Analyzers));
    }

    [Fact]
    public async Task The_annotations_package_holds_the_attributes_and_nothing_else()
    {
        var feed = await PackedFeed.GetAsync();

        Assert.Equal(["lib/netstandard2.0/ResponsibleAI.Annotations.dll", "lib/netstandard2.0/ResponsibleAI.Annotations.xml"], Content(feed.Annotations));
    }

    [Theory]
    [InlineData("ResponsibleAI.Analyzers")]
    [InlineData("ResponsibleAI.Analyzers.CodeFixes")]
    public async Task The_analyzers_reference_the_compiler_the_platform_and_each_other_only(string assembly)
    {
        var feed = await PackedFeed.GetAsync();
        using var package = ZipFile.OpenRead(feed.Analyzers);
        using var stream = new MemoryStream();
        package.GetEntry($"analyzers/dotnet/cs/{assembly}.dll")!.Open().CopyTo(stream);
        stream.Position = 0;
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        var foreign = metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Where(name => !(name == "netstandard"
                || name == "ResponsibleAI.Analyzers"
                || name.StartsWith("System.", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)));

        Assert.Empty(foreign);
    }

    [Fact]
    public async Task Analyzers_compiled_ahead_of_time_are_the_same_analyzers()
    {
        var feed = await PackedFeed.GetAsync();
        using var package = ZipFile.OpenRead(feed.Analyzers);
        var compiled = package.Entries.Where(entry => entry.Name == "ResponsibleAI.Analyzers.dll").ToList();

        Assert.Equal(5, compiled.Count);
        Assert.Single(compiled.Select(Types).Distinct());
    }

    [Fact]
    public async Task The_analyzers_carry_the_policy_of_the_shipped_rules()
    {
        var feed = await PackedFeed.GetAsync();
        using var package = ZipFile.OpenRead(feed.Analyzers);
        using var stream = new MemoryStream();
        package.GetEntry("analyzers/dotnet/cs/ResponsibleAI.Analyzers.dll")!.Open().CopyTo(stream);
        stream.Position = 0;
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();

        Assert.Contains("default.rai-snapshot.xml", metadata.ManifestResources.Select(handle => metadata.GetString(metadata.GetManifestResource(handle).Name)));
    }

    [Theory]
    [InlineData("ResponsibleAI.Analyzers")]
    [InlineData("ResponsibleAI.Annotations")]
    public async Task A_package_depends_on_nothing_and_is_no_development_dependency(string id)
    {
        var feed = await PackedFeed.GetAsync();
        using var package = ZipFile.OpenRead(id == "ResponsibleAI.Analyzers" ? feed.Analyzers : feed.Annotations);
        var nuspec = XDocument.Load(package.GetEntry($"{id}.nuspec")!.Open());

        Assert.DoesNotContain(nuspec.Descendants(), element => element.Name.LocalName is "dependency" or "developmentDependency");
    }

    [Fact]
    public async Task Packing_twice_gives_the_same_content()
    {
        var feed = await PackedFeed.GetAsync();
        var again = Directory.CreateDirectory(Path.Combine(feed.Folder, "again")).FullName;
        await PackedFeed.PackAsync("ResponsibleAI.Package", feed.Version, again, Path.Combine(again, "nuspec"));

        Assert.Equal(Bytes(feed.Analyzers), Bytes(Path.Combine(again, Path.GetFileName(feed.Analyzers))));
    }

    /// <summary>The names of all types and methods.</summary>
    private static string Types(ZipArchiveEntry assembly)
    {
        using var stream = new MemoryStream();
        assembly.Open().CopyTo(stream);
        stream.Position = 0;
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        return string.Join('\n', metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Select(type =>
            $"{metadata.GetString(type.Name)}: {string.Join(' ', type.GetMethods().Select(method => metadata.GetString(metadata.GetMethodDefinition(method).Name)))}"));
    }

    private static IEnumerable<string> ShippedRules() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "rules"), "*.yaml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'));

    private static IEnumerable<string> Content(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return [.. archive.Entries.Select(entry => entry.FullName).Where(name => !IsPackaging(name)).Order(StringComparer.Ordinal)];
    }

    private static bool IsPackaging(string name) =>
        name is "[Content_Types].xml" or "_rels/.rels" || name.StartsWith("package/", StringComparison.Ordinal) || name.EndsWith(".nuspec", StringComparison.Ordinal);

    private static Dictionary<string, string> Bytes(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return archive.Entries
            .Where(entry => !entry.FullName.StartsWith("package/", StringComparison.Ordinal) && !entry.FullName.StartsWith("_rels/", StringComparison.Ordinal))
            .ToDictionary(entry => entry.FullName, entry =>
            {
                using var content = entry.Open();
                return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(content));
            });
    }
}
