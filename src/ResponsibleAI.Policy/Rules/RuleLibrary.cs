using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Rules.Proving;

namespace ResponsibleAI.Policy.Rules;

/// <summary>Rule packs with the tables they lean on, for the people who write and read rules. No policy chooses: every pack that was given is in.</summary>
public sealed class RuleLibrary
{
    private readonly Registry _registry;
    private readonly Dictionary<string, bool> _higherIsStricter;

    private RuleLibrary(Registry registry, RuleVocabulary vocabulary, IReadOnlyList<RulePack> packs) =>
        (_registry, _higherIsStricter, Packs) = (registry, vocabulary.Thresholds.ToDictionary(threshold => threshold.Key, threshold => threshold.Value.HigherIsStricter, StringComparer.Ordinal), packs);

    /// <summary>Reads and checks every file. Never throws for what is in one: what is wrong is a finding, and the other rules are there.</summary>
    public static RuleLibrary Read(PolicyRequest request)
    {
        var registry = new Registry(DocumentLoader.LoadAll(request.Files), request.AsOf);
        var vocabulary = RuleVocabulary.Of(registry);
        var owners = new Dictionary<string, Rule>(StringComparer.Ordinal);
        var packs = new List<RulePack>();
        foreach (var file in registry.Of(DocumentFormat.Rules))
            if (file.Yaml is { } yaml && RulePackReader.Read(yaml, vocabulary, file.Findings) is { } pack)
                packs.Add(pack with { Rules = [.. pack.Rules.Where(rule => RuleBook.IsFirst(rule, owners, file.Findings))] });
        return new RuleLibrary(registry, vocabulary, packs);
    }

    /// <summary>The packs: shipped ones first, then in order of their files.</summary>
    public IReadOnlyList<RulePack> Packs { get; }

    /// <summary>Licenses, categories, thresholds, and whatever cards, purposes and policy were among the files.</summary>
    public IRegistry Tables => _registry;

    /// <summary>Every rule with its pack.</summary>
    public IEnumerable<(RulePack Pack, Rule Rule)> Rules => Packs.SelectMany(pack => pack.Rules.Select(rule => (pack, rule)));

    /// <summary>The texts that rules cite, in order of their ids.</summary>
    public IReadOnlyList<CitedText> Texts =>
    [
        .. _registry.Laws.All.Select(law => new CitedText(
            law.Id,
            law.Node.Text("title") ?? law.Id,
            law.Node.Text("link") is { } link and not "none" ? link : null,
            law.Node.Text("jurisdiction") ?? "",
            law.Node.Text("version") ?? "",
            law.Node.Text("readBy") ?? "",
            law.Node.Text("readOn") ?? "") { Articles = law.Node.Scalar("articles")?.Value is long articles ? (int)Math.Max(0, Math.Min(articles, short.MaxValue)) : 0 }),
    ];

    /// <summary>What is wrong with a file, in file order; empty for a file that was not given.</summary>
    public IReadOnlyList<Finding> FindingsOf(string path) =>
    [
        .. Fingerprint.On(_registry.Documents.Where(document => document.Path == path).SelectMany(document => document.Findings.Items))
            .OrderBy(finding => finding.Location.Line)
            .ThenBy(finding => finding.Location.Column)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal),
    ];

    /// <summary>The rule of this id or slug; null when there is none.</summary>
    public (RulePack Pack, Rule Rule)? Find(string name) =>
        Rules.Where(entry => entry.Rule.Id == name || entry.Rule.Slug == name).Select(entry => ((RulePack, Rule)?)entry).FirstOrDefault();

    /// <summary>The id or slug that was probably meant; null when none is near.</summary>
    public string? Nearest(string name) => Spelling.Nearest(name, [.. Rules.SelectMany(entry => new[] { entry.Rule.Id, entry.Rule.Slug }).OrderBy(known => known, StringComparer.Ordinal)]);

    /// <summary>A world drawn by chance over these tables.</summary>
    /// <param name="seed">The same seed gives the same world.</param>
    /// <param name="stricter">Steps in each threshold's stricter direction.</param>
    internal IRegistry ByChance(int seed, int stricter = 0) => new RegistryByChance(seed, _registry, _higherIsStricter) { Stricter = stricter };

    /// <summary>The data cards, model cards and purposes that were read, in order of their files.</summary>
    public IReadOnlyList<JudgeableDocument> Documents => [.. RuleBook.Documents(_registry).Select(document => new JudgeableDocument(document.Kind, document.Id, document.Path, document.Root))];
}

/// <summary>A text that rules cite.</summary>
/// <param name="Id">Such as eu-gdpr.</param>
/// <param name="Title">As people cite it.</param>
/// <param name="Link">Its official place, for people; null when none is recorded.</param>
/// <param name="Jurisdiction">Where it applies; empty when nobody says.</param>
/// <param name="Version">The state that was read; empty when nobody read it.</param>
/// <param name="ReadBy">Who read it; empty when nobody did.</param>
/// <param name="ReadOn">When; empty when nobody did.</param>
public sealed record CitedText(string Id, string Title, string? Link, string Jurisdiction, string Version, string ReadBy, string ReadOn)
{
    /// <summary>The number of its last article; 0 when nobody says.</summary>
    public int Articles { get; init; }
}

/// <summary>A document that rules judge.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Path">Its file.</param>
/// <param name="Root">Its content.</param>
public sealed record JudgeableDocument(DocumentKind Kind, string Id, string Path, MapNode Root);
