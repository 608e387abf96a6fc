namespace ResponsibleAI.Build.Tests;

/// <summary>A user's folder outside of the repository, with one project or several.</summary>
internal sealed class Consumer : IDisposable
{
    public const string Project = "app.csproj";

    private readonly PackedFeed _feed;

    private Consumer(PackedFeed feed, string folder)
    {
        _feed = feed;
        Folder = folder;
    }

    public string Folder { get; }

    public string Version => _feed.Version;

    /// <summary>What the build keeps of the project's code.</summary>
    public string Intermediate => At("obj/Debug/net10.0/rai");

    /// <summary>What the build keeps of the policy; one folder for each day that somebody named.</summary>
    public string[] PolicyOutputs => Directory.Exists(At("rai/obj")) ? Directory.GetDirectories(At("rai/obj")) : [Intermediate];

    public string SnapshotPath => Path.Combine(Assert.Single(PolicyOutputs), "policy.rai-snapshot.xml");

    public string Snapshot => File.ReadAllText(SnapshotPath);

    /// <summary>An empty folder.</summary>
    public static async Task<Consumer> EmptyAsync(string name = "app")
    {
        var feed = await PackedFeed.GetAsync();
        return new(feed, Directory.CreateDirectory(Path.Combine(feed.Projects, Guid.NewGuid().ToString("N")[..8], name)).FullName);
    }

    /// <summary>A console project that references the package and does nothing.</summary>
    public static async Task<Consumer> PlainAsync(string name = "app")
    {
        var consumer = await EmptyAsync(name);
        consumer.Write(Project, consumer.ProjectXml());
        consumer.Write("Program.cs", "System.Console.WriteLine(1);\n");
        return consumer;
    }

    /// <summary>The sample program that trains a model on census data in a hurry, with the package.</summary>
    public static async Task<Consumer> TrainingAsync(string name = "app")
    {
        var consumer = await EmptyAsync(name);
        consumer.Write(Project, consumer.ProjectXml(packages: MachineLearning));
        consumer.Write("Program.cs", Repository.Sample("IncomePrediction", "Program.cs"));
        consumer.Write("CensusRow.cs", Repository.Sample("IncomePrediction", "CensusRow.cs"));
        return consumer;
    }

    public const string MachineLearning =
        """<PackageReference Include="Microsoft.ML" Version="5.0.1" /><PackageReference Include="Microsoft.ML.FastTree" Version="5.0.1" />""";

    /// <summary>A project file.</summary>
    /// <param name="reference">Attributes of the reference to the package; null for no reference.</param>
    /// <param name="packages">More items.</param>
    /// <param name="properties">More properties.</param>
    /// <param name="id">The package.</param>
    public string ProjectXml(string? reference = "", string packages = "", string properties = "", string id = "ResponsibleAI.Analyzers") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType Condition="Exists('Program.cs')">Exe</OutputType>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <UseAppHost>false</UseAppHost>
            <NoWarn>$(NoWarn);NU1603</NoWarn>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {(reference is null ? "" : $"""<PackageReference Include="{id}" Version="{Version}" {reference} />""")}
            {packages}
          </ItemGroup>
        </Project>
        """;

    public string At(string path) => Path.Combine(Folder, path.Replace('/', Path.DirectorySeparatorChar));

    public Consumer Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
        return this;
    }

    public Consumer WriteBytes(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllBytes(At(path), bytes);
        return this;
    }

    public Task<Outcome> BuildAsync(params string[] arguments) => BuildProjectAsync(Project, arguments);

    public Task<Outcome> BuildProjectAsync(string project, params string[] arguments) =>
        RunAsync(["build", project, "-tl:off", "-v:n", .. arguments]);

    public Task<Outcome> RunAsync(params string[] arguments) => DotNet.RunAsync(Folder, _feed.Environment, arguments);

    public void Dispose() => Temporary.Delete(Path.GetDirectoryName(Folder)!);

    /// <summary>1-based line and column of the first occurrence in a file.</summary>
    public (int Line, int Column) Find(string path, string text)
    {
        var content = File.ReadAllText(At(path));
        var at = content.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{text}' is not in {path}");
        return (content[..at].Count(character => character == '\n') + 1, at - (content.LastIndexOf('\n', Math.Max(0, at - 1)) + 1) + 1);
    }
}
