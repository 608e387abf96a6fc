using Microsoft.CodeAnalysis;

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

    private static readonly HashSet<string> s_logTypes = new(StringComparer.Ordinal)
    {
        "Microsoft.Extensions.Logging.LoggerExtensions", "Microsoft.Extensions.Logging.ILogger", "Serilog.ILogger", "Serilog.Log", "NLog.ILogger", "NLog.Logger", "NLog.ILoggerBase", "log4net.ILog",
    };

    private static readonly string[] s_asks = ["Complete", "Generate", "Get", "Upload", "Invoke", "Create", "Send", "Embed"];
    private static readonly string[] s_aiServices = ["OpenAI", "Betalgo.OpenAI", "Betalgo.Ranul.OpenAI", "Azure.AI.OpenAI", "Azure.AI.Inference", "Anthropic", "Microsoft.Extensions.AI", "Microsoft.SemanticKernel"];

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
        if (s_logs.Contains(name) && s_logTypes.Contains($"{type.ContainingNamespace.ToDisplayString()}.{type.Name}"))
            return "a log";
        if (s_posts.Contains(name) && type.Name is "HttpClient" or "HttpClientJsonExtensions" or "WebClient" && IsSystem(type))
            return WebService;
        return s_asks.Any(ask => name.StartsWith(ask, StringComparison.Ordinal)) && IsAiService(type) ? AiService : null;
    }

    private static bool IsSystem(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
            space = outer;
        return space is { Name: "System" };
    }

    private static bool IsAiService(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace.ToDisplayString();
        return s_aiServices.Any(service => space == service || space.StartsWith(service + ".", StringComparison.Ordinal));
    }
}
