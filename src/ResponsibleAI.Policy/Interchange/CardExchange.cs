using System.Text;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Interchange;

/// <summary>A format that others describe datasets in.</summary>
public enum CardFormat
{
    /// <summary>README.md of a Hugging Face dataset: YAML front matter, then Markdown.</summary>
    HuggingFace,

    /// <summary>Croissant 1.0 and 1.1 with its responsible-AI vocabulary: JSON-LD.</summary>
    Croissant,

    /// <summary>Open Data Contract Standard 3: YAML.</summary>
    Odcs,
}

/// <summary>What the importer cannot know by itself.</summary>
public sealed record ImportOptions
{
    /// <summary>The card's id; null to make one of the document's own name.</summary>
    public string? Id { get; init; }

    /// <summary>The revision the document is of; null when it is not told.</summary>
    public string? Revision { get; init; }

    /// <summary>Which table of several; null when there is one.</summary>
    public string? Table { get; init; }
}

/// <summary>What an import or export gave.</summary>
/// <param name="Text">The other document; null when the one given cannot be read.</param>
/// <param name="Id">The card's id.</param>
/// <param name="NotCarried">Every fact that the other document does not hold, in order of the first.</param>
/// <param name="Missing">Keys that the other format requires and the card does not state.</param>
/// <param name="Findings">What is wrong with the document that was read.</param>
public sealed record ExchangeResult(string? Text, string? Id, IReadOnlyList<NotCarried> NotCarried, IReadOnlyList<string> Missing, IReadOnlyList<Finding> Findings);

/// <summary>
/// Data cards from and to the formats of others. Typed facts are carried, prose is not: a card states facts, and nobody here can state them for a publisher.
/// What is not carried is always told. Never throws for bad input; bounded in size, depth and number of values.
/// </summary>
public sealed class CardExchange
{
    private static readonly YamlLimits s_limits = new() { Bytes = 16 << 20, ScalarLength = 1 << 20 };
    private readonly LicenseNames _licenses;

    /// <param name="shipped">The license tables under rules/licenses.</param>
    public CardExchange(IEnumerable<PolicyFile> shipped) => _licenses = new LicenseNames(new LicenseTable(shipped.Select(DocumentLoader.Load).ToArray(), null));

    /// <summary>The format of a file, by its name and first characters; null when it is none of them.</summary>
    /// <param name="path">Its name.</param>
    /// <param name="text">Its text, or the beginning of it.</param>
    public static CardFormat? FormatOf(string path, string text)
    {
        var start = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? CardFormat.HuggingFace
            : start.Length > 0 && start[0] == '{' ? CardFormat.Croissant
            : (path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)) && (text.Contains("apiVersion:") || text.Contains("dataContractSpecification:")) ? CardFormat.Odcs
            : null;
    }

    /// <summary>Reads a document of another format as a data card.</summary>
    /// <param name="path">Its name in findings and in the card's importedFrom.</param>
    /// <param name="stream">Its bytes, UTF-8.</param>
    /// <param name="format">Its format; null to tell it from name and text.</param>
    /// <param name="options">What the document does not say.</param>
    public ExchangeResult Import(string path, Stream stream, CardFormat? format, ImportOptions options)
    {
        var findings = new FindingList(path);
        var isReadme = (format ?? FormatOf(path, "")) == CardFormat.HuggingFace;
        var text = YamlText.Read(stream, s_limits.Bytes, findings, isPartYaml: isReadme);
        var ledger = new Ledger();
        if (!text.IsComplete && text.Text.Length == 0)
        {
            return Failed(findings);
        }

        if ((format ?? FormatOf(path, text.Text)) is not { } known)
        {
            findings.NotAssessed("The file is no Hugging Face README, no Croissant JSON and no ODCS YAML, as far as its name and first lines tell. Name the format with --from", new(path, 1, 1, 1, 1));
            return Failed(findings);
        }

        var document = known switch
        {
            CardFormat.HuggingFace => HuggingFaceFormat.FrontMatter(text.Text, s_limits, findings, ledger),
            CardFormat.Croissant => JsonText.Read(text.Text, s_limits, findings),
            _ => YamlReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.Text)), s_limits, findings).Documents is [var first, ..] ? first : null,
        };
        if (document is not YamlMapping map)
        {
            if (findings.Items.Count == 0)
                findings.NotAssessed("The document holds no `key: value` lines; nothing can be imported", document?.Span ?? new(path, 1, 1, 1, 1));
            return Failed(findings);
        }

        var card = new CardBuilder();
        var (name, revision) = known switch
        {
            CardFormat.HuggingFace => HuggingFaceFormat.Import(map, card, _licenses, ledger, options, path),
            CardFormat.Croissant => CroissantFormat.Import(map, card, _licenses, ledger, options, findings),
            _ => OdcsFormat.Import(map, card, _licenses, ledger, options, findings),
        };
        if (findings.Items.Any(finding => finding.Rule == PolicyRules.Schema && finding.Severity == Severity.Error))
        {
            return Failed(findings);
        }

        var id = options.Id ?? CardBuilder.Id(name) ?? CardBuilder.Id(path.Substring(path.LastIndexOf('/') + 1).Split('.')[0]) ?? "imported";
        card.Set("schema", YamlTree.Plain(DataCardSchema.Id));
        card.Set("id", id);
        card.Set("importedFrom", YamlTree.Map(
            ("format", YamlTree.Text(Word(known))),
            ("revision", YamlTree.TextOrNothing(options.Revision ?? revision)),
            ("path", YamlTree.Text(path)),
            ("notCarried", YamlTree.Words(ledger.Items.Select(item => item.Key).Take(200)))));
        return new ExchangeResult(YamlWriter.Write(card.Build()), id, ledger.Items, [], findings.Items);
    }

    /// <summary>Writes a data card in another format.</summary>
    /// <param name="path">The card's name in findings.</param>
    /// <param name="stream">The card.</param>
    /// <param name="format">The format.</param>
    public ExchangeResult Export(string path, Stream stream, CardFormat format)
    {
        var findings = new FindingList(path);
        var yaml = YamlReader.Read(stream, YamlLimits.Repository, findings);
        var root = yaml.Documents.Count == 0 ? null : DocumentReader.Read(yaml.Documents[0], DocumentFormat.DataCard, ReadMode.File, findings);
        if (root?.Text("id") is not { } id)
        {
            if (findings.Items.Count == 0)
                findings.NotAssessed("The file is empty", new(path, 1, 1, 1, 1));
            return Failed(findings);
        }

        var ledger = new Ledger();
        var missing = new List<string>();
        var card = new Entries(Plain(root), "", ledger, isCard: true);
        card.Take("schema");
        if (card.Take("importedFrom") is { } origin)
        {
            card.Tell("importedFrom", "the way a card came here is its own", origin);
        }

        var text = format switch
        {
            CardFormat.HuggingFace => HuggingFaceFormat.Export(card, _licenses),
            CardFormat.Croissant => CroissantFormat.Export(card, missing),
            _ => OdcsFormat.Export(card, missing),
        };
        card.Close($"{Noun(format)} has no key for it");
        return new ExchangeResult(text, id, ledger.Items, missing, findings.Items);
    }

    /// <summary>The word for a format on the command line and in importedFrom.</summary>
    public static string Word(CardFormat format) => format switch
    {
        CardFormat.HuggingFace => "huggingface",
        CardFormat.Croissant => "croissant",
        _ => "odcs",
    };

    private static string Noun(CardFormat format) => format switch
    {
        CardFormat.HuggingFace => "Hugging Face",
        CardFormat.Croissant => "Croissant",
        _ => "ODCS",
    };

    private static ExchangeResult Failed(FindingList findings) => new(null, null, [], [], findings.Items);

    /// <summary>The typed card as a plain tree: every list a list, every shorthand written out, in order of the key table.</summary>
    private static YamlMapping Plain(MapNode map) => new(
        [.. map.Field.Fields.Where(field => map[field.Name] is not null).Select(field => new YamlEntry(new YamlScalar(field.Name, isPlain: true, map[field.Name]!.Span), Plain(map[field.Name]!)))],
        map.Span);

    private static YamlNode Plain(Node node) => node switch
    {
        MapNode map => Plain(map),
        ListNode list => new YamlSequence([.. list.Items.Select(Plain)], list.Span),
        ScalarNode { Value: long or double or bool } number => new YamlScalar(number.Text, isPlain: true, number.Span),
        ScalarNode scalar => new YamlScalar(scalar.Text, isPlain: false, scalar.Span),
        _ => throw new InvalidOperationException("A data card holds no such node"),
    };
}
