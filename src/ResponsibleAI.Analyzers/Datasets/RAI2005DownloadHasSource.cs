using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>Training data that the program itself downloads has a data card that says where it comes from. What is downloaded and not trained on is not looked at.</summary>
internal sealed class RAI2005DownloadHasSource(TextResolver texts)
{
    private const int ShortestArchiveName = 4;

    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "DownloadFile", "DownloadFileAsync", "DownloadFileTaskAsync", "GetStreamAsync", "GetByteArrayAsync", "GetStringAsync", "DownloadData", "DownloadDataTaskAsync", "DownloadString", "DownloadStringTaskAsync",
    };

    private static readonly string[] s_archives = [".tar.gz", ".tar.bz2", ".tgz", ".zip", ".gz", ".7z", ".tar"];

    /// <summary>The names of all methods that concern it; null when the datasets of TorchSharp are referenced, each of which is a method.</summary>
    public static IEnumerable<string>? Names(Compilation compilation) => Namespaces.Has(compilation, "TorchSharp") ? null : s_names;

    public static bool Concerns(IMethodSymbol method) =>
        (s_names.Contains(method.Name) && method.ContainingType.Name is "WebClient" or "HttpClient") || IsDatasetOfTorch(method);

    public void Check(IInvocationOperation call, ISymbol container, IReadOnlyList<DatasetLoad> trained, RuleContext context, Action<CodeFinding> report, CancellationToken cancellation)
    {
        if (IsDatasetOfTorch(call.TargetMethod))
        {
            if (call.Arguments.Any(static argument => argument.Parameter?.Name == "download" && argument.Value.ConstantValue is { HasValue: true, Value: true }))
                Say(call.TargetMethod.Name, $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}", context.Cards.CardNamed(container));
            return;
        }

        if (call.Arguments.Length == 0)
            return;
        var urls = texts.Resolve(new Expression(call.Arguments[0].Value, null).Unwrapped, cancellation);
        var names = Targets(call, cancellation).Concat(urls.Select(static url => url.FileName)).OfType<string>().Where(static name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var load in trained)
        {
            foreach (var source in load.Sources)
            {
                if (names.Find(name => IsFrom(source, name)) is not { } name)
                    continue;
                Say(LoadNames.Of(load, source) ?? name, urls.Select(static url => url.Value).FirstOrDefault(static url => url is not null) ?? "an address that is not in sight", context.Cards.CardOf(load), load);
                return;
            }
        }

        void Say(string dataset, string from, Snapshot.DataCard? card, DatasetLoad? load = null)
        {
            if (card is { SourceStated: true })
                return;
            report(new CodeFinding
            {
                Rule = RuleCatalog.DownloadHasSource,
                Kind = FindingKind.Gap,
                Message = $"Training data '{dataset}' is downloaded at run time from {from}; {(card is null ? "it has no data card that names its source" : $"data card '{card.Id}' names no source")}",
                Location = Places.Of(call),
                Hops = load is null ? [] : [load.Location],
                Container = container,
                Subject = dataset,
                Facts = [("dataset", dataset), ("url", from), ("card", card?.Id)],
            });
        }
    }

    private static bool IsDatasetOfTorch(IMethodSymbol method) =>
        method.ContainingType is { Name: "datasets", ContainingType: { Name: "torchvision" or "torchaudio", ContainingNamespace.Name: "TorchSharp" } };

    /// <summary>Names of the files that the call, or the code around it, writes what it got to.</summary>
    private IEnumerable<string?> Targets(IInvocationOperation call, CancellationToken cancellation)
    {
        if (call.TargetMethod.Name.StartsWith("DownloadFile", StringComparison.Ordinal))
            return call.Arguments.Length > 1 ? NamesOf(call.Arguments[1].Value) : [];
        IOperation body = call;
        while (body.Parent is { } parent)
            body = parent;
        return body.Descendants().SelectMany(operation => operation switch
        {
            IInvocationOperation { TargetMethod: { ContainingType.Name: "File", Name: "Create" or "OpenWrite" or "WriteAllBytes" or "WriteAllBytesAsync" or "WriteAllText" or "WriteAllTextAsync" or "Open" }, Arguments: [var path, ..] } => NamesOf(path.Value),
            IObjectCreationOperation { Type.Name: "FileStream", Arguments: [var path, ..] } => NamesOf(path.Value),
            _ => [],
        });

        IEnumerable<string?> NamesOf(IOperation path) => texts.Resolve(new Expression(path, null).Unwrapped, cancellation).Select(static text => text.FileName);
    }

    /// <summary>The file itself, or a file or folder that is named as the archive.</summary>
    private static bool IsFrom(ResolvedText source, string downloaded)
    {
        var path = source.Value ?? source.Suffix;
        var segments = FilePaths.Segments(path);
        if (segments.Length == 0)
            return false;
        var last = segments[segments.Length - 1];
        if (string.Equals(last, downloaded, StringComparison.OrdinalIgnoreCase))
            return true;
        if (s_archives.FirstOrDefault(ending => downloaded.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is not { } archive)
            return false;
        var stem = downloaded.Substring(0, downloaded.Length - archive.Length);
        return stem.Length >= ShortestArchiveName && segments.Any(segment =>
            string.Equals(segment, stem, StringComparison.OrdinalIgnoreCase) || string.Equals(Path.GetFileNameWithoutExtension(segment), stem, StringComparison.OrdinalIgnoreCase));
    }
}
