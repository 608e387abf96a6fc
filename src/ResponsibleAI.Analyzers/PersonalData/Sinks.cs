using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>Calls by which values leave a program.</summary>
internal static class Sinks
{
    public const string Console = "the console";
    public const string WebService = "a web service";
    public const string AiService = "an AI service";

    private static readonly HashSet<string> s_files = new(StringComparer.Ordinal)
    {
        "WriteAllText", "WriteAllTextAsync", "WriteAllLines", "WriteAllLinesAsync", "WriteAllBytes", "WriteAllBytesAsync", "AppendAllText", "AppendAllTextAsync", "AppendAllLines", "AppendAllLinesAsync",
    };

    private static readonly HashSet<string> s_writes = new(StringComparer.Ordinal) { "Write", "WriteLine", "WriteAsync", "WriteLineAsync" };

    private static readonly HashSet<string> s_logs = new(StringComparer.Ordinal)
    {
        "Log", "LogTrace", "LogDebug", "LogInformation", "LogWarning", "LogError", "LogCritical", "Trace", "Verbose", "Debug", "Info", "Information", "Warn", "Warning", "Error", "Fatal",
        "DebugFormat", "InfoFormat", "WarnFormat", "ErrorFormat", "FatalFormat",
    };

    private static readonly HashSet<string> s_posts = new(StringComparer.Ordinal)
    {
        "PostAsync", "PutAsync", "PatchAsync", "PostAsJsonAsync", "PutAsJsonAsync", "PatchAsJsonAsync", "UploadString", "UploadStringTaskAsync", "UploadData", "UploadDataTaskAsync",
    };

    private static readonly HashSet<string> s_serializers = new(StringComparer.Ordinal) { "JsonSerializer", "JsonConvert", "JsonContent", "BinaryData" };
    private static readonly HashSet<string> s_logTypes = new(StringComparer.Ordinal) { "LoggerExtensions", "ILogger", "Log", "Logger", "ILoggerBase", "ILog" };
    private static readonly HashSet<string> s_logSpaces = new(StringComparer.Ordinal) { "Microsoft.Extensions.Logging", "Serilog", "NLog", "log4net" };

    private static readonly string[] s_asks = ["Complete", "Generate", "Get", "Upload", "Invoke", "Create", "Send", "Embed"];
    private static readonly HashSet<string> s_aiRoots = new(StringComparer.Ordinal) { "OpenAI", "Betalgo", "Azure", "Anthropic", "Microsoft" };
    private static readonly string[] s_aiServices = ["OpenAI", "Betalgo.OpenAI", "Betalgo.Ranul.OpenAI", "Azure.AI.OpenAI", "Azure.AI.Inference", "Anthropic", "Microsoft.Extensions.AI", "Microsoft.SemanticKernel"];

    /// <summary>The names of all methods that are sinks; those of AI services are many.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_writes.Concat(s_files).Concat(s_logs).Concat(s_posts)];

    /// <summary>How the names of an AI service's methods begin.</summary>
    public static IReadOnlyList<string> AiServiceCalls => s_asks;

    /// <summary>Names without which no row leaves whole: types that write an object as text, and methods that post one.</summary>
    public static IEnumerable<string> TakersOfRows => s_serializers.Concat(s_posts);

    /// <summary>Whether the compilation references an AI service.</summary>
    public static bool ReachesAiService(Compilation compilation) => s_aiServices.Any(service => Namespaces.Has(compilation, service));

    /// <summary>Whether the type's methods write an object as text.</summary>
    public static bool IsSerializer(INamedTypeSymbol type) => s_serializers.Contains(type.Name);

    /// <summary>Where the arguments of the call go, as words; null when they stay.</summary>
    public static string? Of(IMethodSymbol method)
    {
        method = method.ReducedFrom ?? method;
        var (name, type) = (method.Name, method.ContainingType);
        if (type is null)
            return null;
        if (s_writes.Contains(name))
        {
            return type.Name switch
            {
                "Console" or "Debug" or "Trace" when IsSystem(type) => Console,
                "TextWriter" or "StreamWriter" when IsSystem(type) => "a file",
                _ => null,
            };
        }

        if (s_files.Contains(name) && type.Name == "File" && IsSystem(type))
            return "a file";
        if (s_logs.Contains(name) && s_logTypes.Contains(type.Name) && s_logSpaces.Contains(type.ContainingNamespace.ToDisplayString()))
            return "a log";
        if (s_posts.Contains(name) && type.Name is "HttpClient" or "HttpClientJsonExtensions" or "WebClient" && IsSystem(type))
            return WebService;
        return IsAiService(type) && s_asks.Any(ask => name.StartsWith(ask, StringComparison.Ordinal)) ? AiService : null;
    }

    private static bool IsSystem(INamedTypeSymbol type) => Root(type) == "System";

    private static bool IsAiService(INamedTypeSymbol type)
    {
        // The root first: this is asked for every call, and a namespace's full name is a string to build.
        if (!s_aiRoots.Contains(Root(type)))
            return false;
        var space = type.ContainingNamespace.ToDisplayString();
        return s_aiServices.Any(service => space == service || space.StartsWith(service + ".", StringComparison.Ordinal));
    }

    private static string Root(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
            space = outer;
        return space?.Name ?? "";
    }
}
