using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>Training data that the program itself downloads has a data card that says where it comes from. What is downloaded and not trained on is not looked at.</summary>
internal static class RAI2005DownloadHasSource
{
    /// <summary>The names of all methods that concern it; the datasets of TorchSharp are in the catalog of members.</summary>
    public static IEnumerable<string> Names => DownloadReader.Names;

    /// <summary>Whether the method gives a public dataset of torchvision or torchaudio, which it may download itself.</summary>
    public static bool IsDatasetOfTorch(IMethodSymbol method) =>
        method.ContainingType is { Name: "datasets", ContainingType: { Name: "torchvision" or "torchaudio", ContainingNamespace.Name: "TorchSharp" } };

    /// <summary>What the call downloads from where the dataset is not there: the library's own dataset. Null when it downloads nothing.</summary>
    public static string? SourceOf(IOperation call) => call is IInvocationOperation { TargetMethod: var method } && FetchesItself(call) ? From(method) : null;

    private static string From(IMethodSymbol dataset) => $"{dataset.ContainingType.Name}.{dataset.Name}";

    private static bool FetchesItself(IOperation call) =>
        call is IInvocationOperation { TargetMethod: var method, Arguments: var arguments } && IsDatasetOfTorch(method)
        && arguments.Any(static argument => argument.Parameter?.Name == "download" && argument.Value.ConstantValue is { HasValue: true, Value: true });

    /// <summary>The test part of a public dataset is the same dataset: of one type each is told of once.</summary>
    public static void Check(IReadOnlyList<(IInvocationOperation Call, ISymbol Container)> datasets, RuleContext context, Action<CodeFinding> report)
    {
        var said = new HashSet<(string, string)>();
        foreach (var (dataset, container) in datasets)
            if (FetchesItself(dataset) && said.Add((Containers.Outermost(container).ToDisplayString(), dataset.TargetMethod.Name)))
                Say(dataset, container, dataset.TargetMethod.Name, From(dataset.TargetMethod), context.Cards.CardNamed(container), null, report);
    }

    /// <param name="downloads">Every way each download may go; of one call, each dataset is told of once.</param>
    /// <param name="trained">The loads that something trains on.</param>
    /// <param name="context">What rules may ask.</param>
    /// <param name="report">Takes the findings.</param>
    public static void Check(IReadOnlyList<Download> downloads, IReadOnlyList<DatasetLoad> trained, RuleContext context, Action<CodeFinding> report)
    {
        var said = new HashSet<(SyntaxNode, string)>();
        foreach (var download in downloads)
        {
            var found = trained.SelectMany(static load => load.Sources, (load, source) => (load, source, name: download.NameIn(load, source))).FirstOrDefault(static match => match.name is not null);
            if (found.name is null || (LoadNames.Of(found.load, found.source) ?? found.name) is var dataset && !said.Add((download.Call.Syntax, dataset)))
                continue;
            Say(download.Call, download.Container, dataset, download.Url ?? "an address that is not in sight", context.Cards.CardOf(found.load), found.load, report);
        }
    }

    private static void Say(IInvocationOperation call, ISymbol container, string dataset, string from, Snapshot.DataCard? card, DatasetLoad? load, Action<CodeFinding> report)
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
