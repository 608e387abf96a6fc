namespace ResponsibleAI.Cli.Projects;

/// <summary>The global usings that an SDK adds.</summary>
internal static class ImplicitUsings
{
    private static readonly string[] s_always =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    private static readonly string[] s_web =
    [
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    /// <summary>As C#; empty when the project does not ask for them and names none of its own.</summary>
    public static string Source(ProjectFile project)
    {
        var on = project.Property("ImplicitUsings") is { } value && (value.Equals("enable", StringComparison.OrdinalIgnoreCase) || value.Equals("true", StringComparison.OrdinalIgnoreCase));
        string[] bySdk = !on ? [] : project.Sdk?.StartsWith("Microsoft.NET.Sdk.Web", StringComparison.OrdinalIgnoreCase) == true ? [.. s_always, .. s_web] : s_always;
        return string.Concat(bySdk.Concat(project.Usings()).Distinct(StringComparer.Ordinal).Select(static name => $"global using {name};\n"));
    }
}
