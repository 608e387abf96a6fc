using System.Text;
using ResponsibleAI.Policy.Interchange;

namespace ResponsibleAI.Policy.Tests.Interchange;

/// <summary>Imports and exports with the shipped license tables.</summary>
internal static class Exchange
{
    private static readonly Lazy<CardExchange> s_cards = new(() => new CardExchange(
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "licenses"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(path => new PolicyFile("rules/licenses/" + Path.GetFileName(path), FileOrigin.Shipped, () => File.OpenRead(path)))));

    public static ExchangeResult Import(string path, string text, ImportOptions? options = null) => Import(path, Encoding.UTF8.GetBytes(text), options);

    public static ExchangeResult Import(string path, byte[] bytes, ImportOptions? options = null, CardFormat? format = null) =>
        s_cards.Value.Import(path, new MemoryStream(bytes), format, options ?? new ImportOptions());

    public static ExchangeResult Export(string card, CardFormat format) => s_cards.Value.Export("card.datacard.yaml", new MemoryStream(Encoding.UTF8.GetBytes(card)), format);

    /// <summary>The card without the trace of where it came from, which is its last key.</summary>
    public static string Facts(ExchangeResult imported) => imported.Text![..imported.Text!.IndexOf("\nimportedFrom:", StringComparison.Ordinal)];

    public static IEnumerable<string> Left(ExchangeResult result) => result.NotCarried.Select(left => left.Key);
}
