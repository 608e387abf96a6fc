namespace ResponsibleAI.Build.Tests;

/// <summary>Every way a package reaches a project: who gets the attributes, and in whose build anything runs.</summary>
public sealed class ConsumptionTests
{
    [Fact]
    public async Task Added_by_the_command_line_it_gives_attributes_and_runs()
    {
        using var consumer = await Consumer.EmptyAsync();
        consumer.Write(Consumer.Project, consumer.ProjectXml(reference: null));
        consumer.Write("Row.cs", Row("Row"));
        (await consumer.RunAsync("add", Consumer.Project, "package", "ResponsibleAI.Analyzers", "--version", consumer.Version)).ShouldSucceed();

        (await consumer.BuildAsync()).ShouldSucceed();

        Assert.True(Runs(consumer, "."));
    }

    [Fact]
    public async Task Through_a_project_reference_attributes_flow_and_nothing_runs()
    {
        using var consumer = await LibraryAndAppAsync(reference: "");

        (await consumer.BuildProjectAsync("app/app.csproj")).ShouldSucceed();

        Assert.True(Runs(consumer, "lib"));
        Assert.False(Runs(consumer, "app"));
        Assert.Empty(await AnalyzersAsync(consumer, "app/app.csproj"));
    }

    [Fact]
    public async Task Through_a_project_reference_below_a_policy_it_runs()
    {
        using var consumer = await LibraryAndAppAsync(reference: "");
        consumer.WithPolicy();

        (await consumer.BuildProjectAsync("app/app.csproj")).ShouldSucceed();

        Assert.True(Runs(consumer, "app"));
        Assert.NotEmpty(await AnalyzersAsync(consumer, "app/app.csproj"));
    }

    [Fact]
    public async Task Through_a_published_library_it_stays_silent_in_the_build_of_a_stranger()
    {
        using var consumer = await LibraryAndAppAsync(reference: "");
        (await consumer.RunAsync("pack", "lib/lib.csproj", "--output", "feed", "-p:PackageVersion=1.0.0")).ShouldSucceed();
        consumer.Write("stranger/nuget.config", """<configuration><packageSources><add key="lib" value="../feed" /></packageSources></configuration>""");
        consumer.Write("stranger/stranger.csproj", consumer.ProjectXml(reference: null, packages: """<PackageReference Include="lib" Version="1.0.0" />"""));
        consumer.Write("stranger/Uses.cs", "public class Uses : Library { }\n");

        (await consumer.BuildProjectAsync("stranger/stranger.csproj")).ShouldSucceed();

        Assert.False(Runs(consumer, "stranger"));
        Assert.Empty(await AnalyzersAsync(consumer, "stranger/stranger.csproj"));
    }

    [Fact]
    public async Task A_private_reference_flows_nothing_and_the_annotations_package_fills_in()
    {
        using var consumer = await LibraryAndAppAsync(reference: "PrivateAssets=\"all\"");
        var without = await consumer.BuildProjectAsync("app/app.csproj");

        consumer.Write("app/app.csproj", consumer.ProjectXml(id: "ResponsibleAI.Annotations", packages: ReferenceToLibrary));
        var with = await consumer.BuildProjectAsync("app/app.csproj");

        without.ShouldFail();
        Assert.Contains("error CS0246", without.Output, StringComparison.Ordinal);
        with.ShouldSucceed();
        Assert.False(Runs(consumer, "app"));
    }

    [Fact]
    public async Task A_build_runs_the_analyzers_that_are_compiled_for_its_system_and_an_editor_the_ones_that_run_anywhere()
    {
        using var consumer = await Consumer.PlainAsync();
        (await consumer.BuildAsync()).ShouldSucceed();
        var system = System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;
        var anywhere = Path.Combine("analyzers", "dotnet", "cs", "ResponsibleAI.Analyzers.dll");
        var forSystem = system is "linux-x64" or "linux-arm64" or "osx-arm64" or "win-x64" ? Path.Combine("ahead", system, "ResponsibleAI.Analyzers.dll") : anywhere;

        Assert.Single(await AnalyzersAsync(consumer, Consumer.Project), Ends(forSystem));
        Assert.Single(await AnalyzersAsync(consumer, Consumer.Project, "-p:DesignTimeBuild=true"), Ends(anywhere));
        Assert.Single(await AnalyzersAsync(consumer, Consumer.Project, "-p:NETCoreSdkPortableRuntimeIdentifier=another-system"), Ends(anywhere));

        static Predicate<string> Ends(string path) => line => line.Replace(@"\\", @"\", StringComparison.Ordinal).TrimEnd(' ', ',', '"', '\r').EndsWith(path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_annotations_alone_give_attributes_and_run_nothing()
    {
        using var consumer = await Consumer.EmptyAsync();
        consumer.Write(Consumer.Project, consumer.ProjectXml(id: "ResponsibleAI.Annotations"));
        consumer.Write("Row.cs", Row("Row"));

        (await consumer.BuildAsync()).ShouldSucceed();

        Assert.False(Runs(consumer, "."));
    }

    [Fact]
    public async Task Both_packages_in_one_project_are_one_set_of_attributes()
    {
        using var consumer = await Consumer.EmptyAsync();
        consumer.Write(Consumer.Project, consumer.ProjectXml(packages: $"""<PackageReference Include="ResponsibleAI.Annotations" Version="{consumer.Version}" />"""));
        consumer.Write("Row.cs", Row("Row"));

        var build = await consumer.BuildAsync("-warnaserror");

        build.ShouldSucceed();
        Assert.True(Runs(consumer, "."));
    }

    [Fact]
    public async Task Every_framework_of_a_project_has_its_own_snapshot()
    {
        using var consumer = await Consumer.EmptyAsync();
        consumer.Write(Consumer.Project, consumer.ProjectXml(properties: "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><TargetFramework /><LangVersion>latest</LangVersion>"));
        consumer.Write("Row.cs", Row("Row"));

        (await consumer.BuildAsync()).ShouldSucceed();

        Assert.True(Runs(consumer, "."));
        Assert.True(Runs(consumer, ".", "netstandard2.0"));
    }

    private const string ReferenceToLibrary = """<ProjectReference Include="../lib/lib.csproj" />""";

    private static async Task<Consumer> LibraryAndAppAsync(string reference)
    {
        var consumer = await Consumer.EmptyAsync("both");
        return consumer
            .Write("lib/lib.csproj", consumer.ProjectXml(reference))
            .Write("lib/Library.cs", Row("Library"))
            .Write("app/app.csproj", consumer.ProjectXml(reference: null, packages: ReferenceToLibrary))
            .Write("app/Row.cs", Row("Row"));
    }

    private static string Row(string name) => $"[ResponsibleAI.PersonalData(\"user.contact.email\")] public class {name} {{ }}\n";

    private static bool Runs(Consumer consumer, string project, string framework = "net10.0") =>
        File.Exists(consumer.At($"{project}/obj/Debug/{framework}/rai/compiler.options.txt"));

    private static async Task<IEnumerable<string>> AnalyzersAsync(Consumer consumer, string project, params string[] arguments)
    {
        var items = await consumer.RunAsync(["msbuild", project, "-t:Compile", "-getItem:Analyzer", .. arguments]);
        items.ShouldSucceed();
        return items.Output.Split('\n').Where(line => line.Contains("\"Identity\"", StringComparison.Ordinal) && line.Contains("ResponsibleAI", StringComparison.Ordinal));
    }
}
