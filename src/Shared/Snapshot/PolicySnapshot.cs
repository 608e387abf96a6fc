namespace ResponsibleAI.Snapshot;

/// <summary>
/// The compiled policy: every YAML input validated, linked and resolved into the facts that code analysis needs.
/// The policy compiler writes it, the analyzers read it; the source is shared so that neither depends on the other's assembly.
/// </summary>
/// <remarks>All lists are sorted by their key (ordinal), so that the same policy has the same bytes.</remarks>
internal sealed record PolicySnapshot
{
    /// <summary>Whether everything the policy names could be read.</summary>
    public SnapshotState State { get; init; }

    /// <summary>The YAML files it was compiled from, with the hash of each one's text.</summary>
    public IReadOnlyList<SourceFile> Sources { get; init; } = [];

    /// <summary>What the policy says of each code rule; a rule not listed keeps its default severity.</summary>
    public IReadOnlyList<RuleSetting> Rules { get; init; } = [];

    /// <summary>The purpose register.</summary>
    public IReadOnlyList<Purpose> Purposes { get; init; } = [];

    /// <summary>The data cards.</summary>
    public IReadOnlyList<DataCard> Cards { get; init; } = [];

    /// <summary>The data-category taxonomy with the laws' view of each category.</summary>
    public IReadOnlyList<DataCategory> Categories { get; init; } = [];

    /// <summary>Words in identifiers that name a data category.</summary>
    public IReadOnlyList<LexiconTerm> Lexicon { get; init; } = [];

    /// <summary>Well-known public datasets, recognized by their columns.</summary>
    public IReadOnlyList<KnownDataset> Datasets { get; init; } = [];

    /// <summary>Members of ML libraries and what they do.</summary>
    public IReadOnlyList<ApiLibrary> Libraries { get; init; } = [];
}

/// <summary>How much of the policy the snapshot holds.</summary>
internal enum SnapshotState
{
    /// <summary>Every file was read.</summary>
    Complete,

    /// <summary>Some file or part of one could not be read; what it would have said is not assessed.</summary>
    Partial,
}

/// <summary>A YAML file the snapshot was compiled from.</summary>
/// <param name="Path">Relative to the policy root, with '/'.</param>
/// <param name="Hash">Lower-case hex SHA-256 of the text as UTF-8, without byte-order mark, newlines as LF.</param>
internal sealed record SourceFile(string Path, string Hash);

/// <summary>The policy's word on a code rule.</summary>
/// <param name="Id">The rule id, such as RAI1001.</param>
/// <param name="Severity">none, info, warning or error; null keeps the rule's default.</param>
/// <param name="Locked">No editorconfig, NoWarn or pragma may weaken it.</param>
internal sealed record RuleSetting(string Id, string? Severity, bool Locked);

/// <summary>An entry of the purpose register.</summary>
internal sealed record Purpose
{
    public string Id { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>The review date, when it lies before the date of judgement; else null.</summary>
    public string? OverdueSince { get; init; }

    /// <summary>credit, employment, education, health, housing, insurance, law-enforcement, public-services, advertising, research or general.</summary>
    public string? UseArea { get; init; }

    /// <summary>Null when the register does not say.</summary>
    public bool? DecidesAboutPeople { get; init; }

    /// <summary>Null when the register does not say.</summary>
    public bool? Commercial { get; init; }

    /// <summary>A DPV id such as eu-gdpr:A6-1-a, "none", or null when not stated.</summary>
    public string? LawfulBasis { get; init; }

    /// <summary>A DPV id such as eu-gdpr:A9-2-a, "none", or null when not stated.</summary>
    public string? Art9 { get; init; }

    /// <summary>Data categories the purpose allows, with everything below them; null when not stated.</summary>
    public IReadOnlyList<string>? AllowedCategories { get; init; }

    /// <summary>Where the register defines it, relative to the policy root.</summary>
    public string File { get; init; } = "";

    /// <summary>1-based line in <see cref="File"/>.</summary>
    public int Line { get; init; }
}

/// <summary>What a data card says, as far as code can contradict it.</summary>
internal sealed record DataCard
{
    public string Id { get; init; } = "";

    /// <summary>The YAML file, relative to the policy root.</summary>
    public string File { get; init; } = "";

    /// <summary>1-based line of the id in <see cref="File"/>.</summary>
    public int Line { get; init; }

    /// <summary>not-personal, possible, anonymized, pseudonymized, personal; null when not stated.</summary>
    public string? SubjectsData { get; init; }

    /// <summary>Former ids that code may still name.</summary>
    public IReadOnlyList<string> FormerIds { get; init; } = [];

    /// <summary>Whether sources[] says where the data comes from.</summary>
    public bool SourceStated { get; init; }

    /// <summary>files[].path as written; may hold the globs * ** ?.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>columns[]; null when the card lists no columns at all.</summary>
    public IReadOnlyList<CardColumn>? Columns { get; init; }

    /// <summary>purposes[]; null when the card does not say.</summary>
    public IReadOnlyList<CardPurpose>? Purposes { get; init; }

    /// <summary>Every license of the card and, walked, of its sources, with the known facts.</summary>
    public IReadOnlyList<CardLicense> Licenses { get; init; } = [];

    /// <summary>restrictions[].</summary>
    public IReadOnlyList<string> Restrictions { get; init; } = [];

    /// <summary>consent.evidence: a reference, "none", or null when not stated.</summary>
    public string? ConsentEvidence { get; init; }

    /// <summary>consent.covers[]; null when not stated.</summary>
    public IReadOnlyList<string>? ConsentCovers { get; init; }

    /// <summary>retention.until, when it lies before the date of judgement; else null.</summary>
    public string? RetentionEnded { get; init; }

    /// <summary>proxies[]: columns declared to stand for a protected attribute.</summary>
    public IReadOnlyList<CardProxy> Proxies { get; init; } = [];
}

/// <summary>A column of a data card.</summary>
/// <param name="Name">As in the file.</param>
/// <param name="Categories">Data categories, current names; empty when not stated.</param>
/// <param name="Roles">Column roles; null when not stated, empty when looked at and none.</param>
/// <param name="Protection">What was done to it; "unchanged" when the card is silent.</param>
internal sealed record CardColumn(string Name, IReadOnlyList<string> Categories, IReadOnlyList<string>? Roles, string Protection);

/// <summary>A purpose that a card allows, with what differs from the register for this one dataset.</summary>
internal sealed record CardPurpose(string Id, string? LawfulBasis, string? Art9);

/// <summary>A license that covers the dataset or a part of it.</summary>
/// <param name="Id">SPDX id, LicenseRef-*, NONE or NOASSERTION.</param>
/// <param name="Via">The chain of data card or source ids it came through, outermost first, joined by " ← "; empty for the card's own.</param>
/// <param name="Commercial">allowed, forbidden or unknown.</param>
internal sealed record CardLicense(string Id, string Via, string Commercial);

/// <summary>A declared proxy.</summary>
internal sealed record CardProxy(string Column, string For);

/// <summary>A data category.</summary>
internal sealed record DataCategory
{
    /// <summary>A fideslang key such as user.contact.email, or one of our extensions.</summary>
    public string Key { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>The current key when this one is a former name; else null.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>GDPR Art. 9(1) special category.</summary>
    public bool GdprArt9 { get; init; }

    /// <summary>CCPA sensitive personal information.</summary>
    public bool CcpaSensitive { get; init; }

    /// <summary>HIPAA Safe Harbor letter A to R, or null.</summary>
    public string? HipaaLetter { get; init; }

    /// <summary>A value of it identifies a person by itself.</summary>
    public bool DirectIdentifier { get; init; }

    /// <summary>Use areas in which the category is a protected attribute.</summary>
    public IReadOnlyList<string> ProtectedIn { get; init; } = [];
}

/// <summary>Words that name a data category when an identifier holds them.</summary>
internal sealed record LexiconTerm
{
    /// <summary>Lower-case words in order, joined by one blank, such as "date of birth".</summary>
    public string Words { get; init; } = "";

    public string Category { get; init; } = "";

    /// <summary>
    /// strict: enough by itself. contextual: only in a row about people. subject: says what a row is about: a person (category user),
    /// text that people write (user.content), a thing (system).
    /// </summary>
    public string Layer { get; init; } = "strict";

    /// <summary>exact: the words are the whole identifier; anywhere: they may stand among others.</summary>
    public string Match { get; init; } = "anywhere";

    /// <summary>Words beside which the term means something else, such as product before name.</summary>
    public IReadOnlyList<string> NotWith { get; init; } = [];

    /// <summary>Value types the member may have: text, number, boolean, date; empty for any.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Two such columns in a row type say that a row describes a person.</summary>
    public bool PersonLevel { get; init; }
}

/// <summary>A well-known public dataset: what was published about it and read in <see cref="Source"/>.</summary>
internal sealed record KnownDataset
{
    public string Id { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>people, not-people, aggregate (groups of people, areas), people-text or people-actions.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Names that its files go by; may hold *.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public string Url { get; init; } = "";

    /// <summary>Rows as published; null when not published.</summary>
    public string? Rows { get; init; }

    /// <summary>The license as published; null when nothing was found out about it.</summary>
    public KnownLicense? License { get; init; }

    /// <summary>Where title, columns and rows were read.</summary>
    public string Source { get; init; } = "";

    /// <summary>text, secondary or unverified.</summary>
    public string Read { get; init; } = "";

    /// <summary>The columns in the order of the file.</summary>
    public IReadOnlyList<KnownColumn> Columns { get; init; } = [];
}

/// <summary>What the publisher of a known dataset allows.</summary>
/// <param name="Id">SPDX id, LicenseRef-*, NONE or NOASSERTION; null when the publisher states none.</param>
/// <param name="Source">Where it is stated.</param>
/// <param name="Read">text, secondary or unverified.</param>
internal sealed record KnownLicense(string? Id, string Source, string Read);

/// <summary>A column of a known dataset.</summary>
/// <param name="Name">As published.</param>
/// <param name="Spellings">Other spellings that code uses.</param>
/// <param name="Category">The data category, current name; null when none.</param>
/// <param name="Roles">Column roles; empty when none.</param>
internal sealed record KnownColumn(string Name, IReadOnlyList<string> Spellings, string? Category, IReadOnlyList<string> Roles);

/// <summary>A library whose members the analyzers know.</summary>
/// <param name="Name">Such as ML.NET.</param>
/// <param name="Assemblies">Simple assembly names; a compilation that references none of them is not looked at for this library.</param>
/// <param name="Members">Its members.</param>
internal sealed record ApiLibrary(string Name, IReadOnlyList<string> Assemblies, IReadOnlyList<ApiMember> Members);

/// <summary>A member and what it does.</summary>
internal sealed record ApiMember
{
    /// <summary>Full metadata name of the containing type, generic arity with a backtick.</summary>
    public string Type { get; init; } = "";

    /// <summary>Member name; ".ctor" for a constructor; "*" for all.</summary>
    public string Member { get; init; } = "";

    /// <summary>dataset-loader, loader-factory, row-source, schema, split, transform, composition, trainer, training-call, evaluator, fairness-evaluator, scorer, model-source, embedder, saver, exporter, server, sanitizer or downloader.</summary>
    public string Role { get; init; } = "";

    /// <summary>For transforms: alias, combine, drop, select, map-rows. Else null.</summary>
    public string? Effect { get; init; }

    /// <summary>The type parameter that is the row type; null when none.</summary>
    public string? RowType { get; init; }

    /// <summary>Meaning of parameters: key is the meaning (path, columns, options, output, input, inputs, columnPairs, feature, label, weight, group, estimator, data, model, …), value the parameter's name.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];
}

/// <summary>What a parameter means.</summary>
internal sealed record ApiParameter(string Meaning, string Name);
