using System.Reflection;

namespace ResponsibleAI.Build.Tests;

/// <summary>The repository these tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string Sample(string name, string file) => File.ReadAllText(Path.Combine(Root, "samples", name, file));

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
