using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>Reads what the program downloads and where it unpacks archives to. A helper method is read once for each of its callers, so that an address stays with its file.</summary>
internal sealed class DownloadReader(TextResolver texts, Definitions definitions)
{
    private const int DeepestCaller = 3;
    private const int MostWays = 64;

    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "DownloadFile", "DownloadFileAsync", "DownloadFileTaskAsync", "DownloadData", "DownloadDataTaskAsync", "DownloadString", "DownloadStringTaskAsync",
        "GetAsync", "GetStreamAsync", "GetByteArrayAsync", "GetStringAsync",
    };

    private static readonly string[] s_unpacking = ["ExtractToDirectory", "ExtractToDirectoryAsync"];

    /// <summary>The names of the methods that <see cref="Concerns"/> or <see cref="Unpacks"/> may be true of.</summary>
    public static IEnumerable<string> Names => s_names.Concat(s_unpacking);

    public static bool Concerns(IMethodSymbol method) => s_names.Contains(method.Name) && method.ContainingType.Name is "WebClient" or "HttpClient";

    /// <summary>Whether the call unpacks an archive into a folder.</summary>
    public static bool Unpacks(IMethodSymbol method) =>
        s_unpacking.Contains(method.Name) && method.ContainingType.Name is "ZipFile" or "ZipFileExtensions" or "TarFile";

    /// <summary>Every way the calls may go.</summary>
    /// <param name="calls">Calls that <see cref="Concerns"/> names, with the members they stand in.</param>
    /// <param name="unpackings">Calls that <see cref="Unpacks"/> names.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public IReadOnlyList<Download> Read(IEnumerable<(IInvocationOperation Call, ISymbol Container)> calls, IEnumerable<(IInvocationOperation Call, ISymbol Container)> unpackings, CancellationToken cancellation)
    {
        var downloads = new List<Download>();
        List<(string Archive, string[] Folder)>? unpacked = null;
        foreach (var (call, container) in calls)
        {
            if (call.Arguments.Length == 0)
                continue;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var frame in Ways(container, 0, cancellation))
            {
                unpacked ??= Unpacked(unpackings, cancellation);
                var urls = texts.Resolve(new Expression(call.Arguments[0].Value, frame), cancellation);
                var targets = Targets(call, frame, cancellation);
                foreach (var url in urls)
                {
                    List<string> names = [.. targets.Concat([url.FileName is { } own ? own.Split('?')[0] : null]).OfType<string>().Where(static name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
                    if (seen.Add($"{url}\n{string.Join("\n", names)}"))
                        downloads.Add(new Download(call, container, url.Value, names, [.. unpacked.Where(folder => names.Contains(folder.Archive, StringComparer.OrdinalIgnoreCase)).Select(static folder => folder.Folder)]));
                }
            }
        }

        return downloads;
    }

    private List<(string Archive, string[] Folder)> Unpacked(IEnumerable<(IInvocationOperation Call, ISymbol Container)> unpackings, CancellationToken cancellation)
    {
        var folders = new List<(string, string[])>();
        foreach (var (call, container) in unpackings)
        {
            if (call.Arguments.Length < 2)
                continue;
            foreach (var frame in Ways(container, 0, cancellation))
                foreach (var archive in texts.Resolve(new Expression(call.Arguments[0].Value, frame), cancellation))
                    foreach (var folder in texts.Resolve(new Expression(call.Arguments[1].Value, frame), cancellation))
                        if (archive.FileName is { } name && folder.Value is { } path && folders.Count < MostWays)
                            folders.Add((name, FilePaths.Segments(path)));
        }

        return folders;
    }

    /// <summary>The callers of a member, each with its own callers; null alone when nothing calls it in sight.</summary>
    private List<Frame?> Ways(ISymbol container, int depth, CancellationToken cancellation)
    {
        if (depth >= DeepestCaller || container is not IMethodSymbol method || method.Parameters.IsEmpty || definitions.Code.Callers(method, cancellation) is not { Count: > 0 } callers)
            return [null];
        var ways = new List<Frame?>();
        foreach (var call in callers)
            if (Containers.Of(call, cancellation) is { } caller && !SymbolEqualityComparer.Default.Equals(caller, method))
                foreach (var outer in Ways(caller, depth + 1, cancellation))
                    if (ways.Count < MostWays)
                        ways.Add(new Frame(method, call, outer));
        return ways.Count > 0 ? ways : [null];
    }

    /// <summary>Names of the files that the call, or the code around it, writes what it got to.</summary>
    private List<string?> Targets(IInvocationOperation call, Frame? frame, CancellationToken cancellation)
    {
        if (call.TargetMethod.Name.StartsWith("DownloadFile", StringComparison.Ordinal))
            return call.Arguments.Length > 1 ? NamesOf(call.Arguments[1].Value) : [];
        IOperation body = call;
        while (body.Parent is { } parent)
            body = parent;
        var names = new List<string?>();
        foreach (var operation in body.Descendants())
        {
            if (operation is IInvocationOperation { TargetMethod: { ContainingType.Name: "File", Name: "Create" or "OpenWrite" or "WriteAllBytes" or "WriteAllBytesAsync" or "WriteAllText" or "WriteAllTextAsync" or "Open" }, Arguments: [var path, ..] })
                names.AddRange(NamesOf(path.Value));
            else if (operation is IObjectCreationOperation { Type.Name: "FileStream", Arguments: [var file, ..] })
                names.AddRange(NamesOf(file.Value));
        }

        return names;

        List<string?> NamesOf(IOperation path) => [.. texts.Resolve(new Expression(path, frame), cancellation).Select(static text => text.FileName)];
    }
}
