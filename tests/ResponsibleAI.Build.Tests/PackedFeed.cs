namespace ResponsibleAI.Build.Tests;

/// <summary>
/// Both packages, packed once for all tests into a folder that is a package source. Version and package cache are of this run alone,
/// so that no cache can answer with an older package; other packages come from the machine's cache.
/// </summary>
internal sealed class PackedFeed
{
    private static readonly Lazy<Task<PackedFeed>> s_packed = new(PackAsync);

    private PackedFeed(string folder, string version)
    {
        Folder = folder;
        Version = version;
    }

    public string Folder { get; }

    public string Version { get; }

    public string Analyzers => Package("ResponsibleAI.Analyzers");

    public string Annotations => Package("ResponsibleAI.Annotations");

    /// <summary>Folder of its own for every project under test, all below one that goes when the tests end.</summary>
    public string Projects => Directory.CreateDirectory(Path.Combine(Folder, "projects")).FullName;

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = Path.Combine(Folder, "packages"),
        ["NUGET_FALLBACK_PACKAGES"] = MachineCache,
    };

    private static string MachineCache =>
        System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public static Task<PackedFeed> GetAsync() => s_packed.Value;

    /// <summary>Packs what the build of this test project has built.</summary>
    public static async Task PackAsync(string project, string version, string folder, string scratch)
    {
        var outcome = await DotNet.RunAsync(
            Repository.Root,
            new Dictionary<string, string>(),
            "pack", Path.Combine(Repository.Root, "src", project),
            "--no-build", "--configuration", Repository.Configuration, "--output", folder,
            $"-p:PackageVersion={version}", $"-p:NuspecOutputPath={scratch}{Path.DirectorySeparatorChar}");
        outcome.ShouldSucceed();
    }

    private static async Task<PackedFeed> PackAsync()
    {
        var run = Guid.NewGuid().ToString("N")[..8];
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"rai-tests-{run}")).FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Temporary.Delete(folder);
        var feed = new PackedFeed(folder, $"0.1.0-test.{run}");
        foreach (var project in new[] { "ResponsibleAI.Package", "ResponsibleAI.Annotations" })
        {
            await PackAsync(project, feed.Version, folder, Path.Combine(folder, "nuspec", project));
        }

        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""<configuration><packageSources><add key="packed" value="{folder}" /></packageSources></configuration>""");
        return feed;
    }

    private string Package(string id) => Path.Combine(Folder, $"{id}.{Version}.nupkg");
}
